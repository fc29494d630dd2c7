"""Subjects that the clause of a number settles: what moves, what a rise is in, who holds or gets a stake, whose output it is."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import authorities, changes, country_words, generic, sites, verbs
from mineralclaims.mentions.phrases import Phrase, is_time
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.coordination import gapped, listed, respective
from mineralclaims.slots.parties import Possible
from mineralclaims.text.tags import lemma

_TURNS = frozenset({"up", "down", "off"})
_COMPARED = frozenset({"higher", "lower", "up", "down", "above", "below"})
_MOVED = frozenset({"revise", "cut", "reduce", "raise", "lower", "boost", "push", "drive", "lift"})
_BEFORE_AMOUNT = frozenset({"A", "D", "G", "X", "Q", "#"})
_BY = frozenset(
    {"by", "up", "down", "off", "about", "around", "over", "under", "than", "a", "some", "and", "or", ",", "points", "point"}
)
_TIMES = frozenset({"doubled", "tripled", "quadrupled", "halved", "doubling", "tripling", "quadrupling", "halving"})
_OWNED = frozenset({"its", "their", "his", "her", "the"})
_BE = frozenset({"is", "was", "are", "were", "be"})
_CLOSING = frozenset({"close", "end", "finish", "open", "start", "begin"})
_OPENS = frozenset({"with", ",", "and", "while", "but", ";", "as", ":", "-", "–"})
_INSIDE = frozenset({"of", "in", "for", "at", "from", "to"})
_FLOW = frozenset({"produce", "export", "import", "consume", "stock", "sell"})
_FLOWS = frozenset({"total", "average", "reach", "amount", "stand", "hit", "come", "run"})
_RATE_AT = frozenset({"to", "from", "of", "at", "by"})
_PARTS_AT_MOST = 4
_NEAR = 6

Settles = Callable[[Scene], "tuple[Phrase, str] | Phrase | None"]


def from_clause(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options of the phrase that the clause settles, and those that say what it refers to; else all options."""
    return _settled(options, scene, _RULES.get(claim_type, ()))


def object_from_clause(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options of the phrase that "of" or "in" behind the number makes its object; else all options."""
    return _settled(options, scene, _OBJECT_RULES.get(claim_type, ()))


def _settled(options: list[Possible], scene: Scene, rules: tuple[Settles, ...]) -> list[Possible]:
    """Return the options of the phrase that the first rule settles; else all options."""
    for rule in rules:
        found = rule(scene)
        if found is not None:
            phrase, kind = found if isinstance(found, tuple) else (found, "")
            settled = [
                option
                for option in options
                if isinstance(option[2], Candidate) and option[2].phrase is phrase and option[2].kind in {kind or "base", "pronoun"}
            ]
            return settled or options
    return options


def _moves(scene: Scene) -> Phrase | None:
    """Return the subject of a verb of moving that stands right before the number ("rose by 3%", "was off 3%", "closed 3% higher")."""
    subject, reading = scene.subject, scene.reading
    if subject is None or subject.time or scene.verb < 0:
        return None
    between = reading.tokens[scene.verb + 1 : scene.k]
    if any(token.tag not in _BEFORE_AMOUNT and token.low not in _BY and not is_time(token.low) for token in between):
        return None
    verb = lemma(scene.verb_word)
    if scene.verb_word in _BE:
        lows = {token.low for token in between}
        following = reading.lows[scene.k + 1 : scene.k + 2]
        return subject if not _TURNS.isdisjoint(lows) or not _COMPARED.isdisjoint(following) else None
    return subject if verb in verbs("moving") or (scene.passive and verb in _MOVED) else None


def _turned(scene: Scene) -> Phrase | None:
    """Return the phrase that is up, down or off by the number, without a verb between ("with copper recently down 2%")."""
    reading, at = scene.reading, scene.k - 1
    turned = False
    while at > 0 and (reading.tokens[at].tag == "A" or reading.lows[at] in _BY):
        turned = turned or reading.lows[at] in _TURNS
        at -= 1
    phrase = reading.phrase_ending(at) if turned else None
    if phrase is None or phrase.time or phrase.possessor is not None:
        return None
    before = phrase.first - 1
    while before > 0 and reading.tokens[before].tag in ("D", "#"):
        before -= 1
    pushed = reading.tokens[before].tag == "V" and lemma(reading.lows[before]) not in _CLOSING
    opens = before < 0 or not before or reading.lows[before] in _OPENS or phrase.before in _INSIDE
    return _whole(reading, phrase) if pushed or opens else None


def _whole(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the phrase that a phrase behind a preposition belongs to: of "shares in Pelham" the shares."""
    for _ in range(_PARTS_AT_MOST):
        if phrase.before not in _INSIDE:
            return phrase
        at = phrase.first - 1
        while at > 0 and reading.tokens[at].tag in ("D", "#"):
            at -= 1
        above = reading.phrase_ending(at - 1)
        if above is None or above.time:
            return None
        phrase = above
    return None


def _change_in(scene: Scene) -> Phrase | None:
    """Return what a rise or fall of the number is in ("a 7% rise in exports", "a drop of 7% in sales")."""
    reading, k = scene.reading, scene.k
    change = reading.phrase_from(k + 1)
    if change is not None and change.first == k + 1 and lemma(reading.lows[change.last]) in changes():
        last = change.last
    elif k > 1 and reading.lows[k - 1] == "of" and lemma(reading.lows[k - 2]) in changes():
        last = k
    else:
        return None
    if last + 1 >= len(reading.tokens) or reading.lows[last + 1] != "in":
        return None
    changing = reading.whole_from(last + 2)
    if changing is None or changing.time or changing.kind == "pronoun":
        return None
    helped = reading.lows[k - 1] == "by" or (k > 1 and reading.lows[k - 2] == "by")
    place = reading.tokens[changing.last].name and not (helped and reading.lows[changing.last] not in country_words())
    return None if place else changing


def _multiplied(scene: Scene) -> Phrase | None:
    """Return what somebody doubled or halved ("more than doubled its target")."""
    reading, k = scene.reading, scene.k
    mention = reading.quantities[scene.position]
    if mention.text.lower().split()[-1] not in _TIMES or reading.lows[k + 1 : k + 2] == []:
        return None
    phrase = reading.whole_from(k + 1) if reading.lows[k + 1] in _OWNED else None
    return phrase if phrase is not None and not phrase.time else None


def _receives(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return to whom a verb gives the number ("gives Pelham access to 5 Mt", "leaving the state with 20%")."""
    reading, verb = scene.reading, scene.verb
    if verb < 0 or scene.passive or lemma(scene.verb_word) not in verbs("giving"):
        return None
    phrase = reading.phrase_from(verb + 1)
    if (
        phrase is None
        or phrase.last >= scene.k
        or phrase.time
        or any(token.tag == "Q" for token in reading.tokens[verb : phrase.last])
    ):
        return None
    tokens = reading.tokens
    return (phrase, "lead") if tokens[phrase.first].name and not tokens[phrase.last].name else phrase


def _holds(scene: Scene) -> Phrase | None:
    """Return the subject of a verb of holding or getting, where that is somebody: a name, "it", "the company", "the state"."""
    subject = scene.subject
    if subject is None or subject.time or scene.passive or lemma(scene.verb_word) not in verbs("holding"):
        return None
    low = scene.reading.lows[subject.last]
    head = scene.reading.tokens[subject.last]
    return subject if head.name or subject.kind == "pronoun" or low in generic() or low in authorities() else None


def _agent(scene: Scene) -> Phrase | None:
    """Return who owns or supplies the number by a passive verb right behind it ("51% owned by Orwin", "20% offered by utilities")."""
    tokens = scene.reading.tokens
    at = scene.k + 1
    while at < len(tokens) and (tokens[at].tag in {"A", "X"} or tokens[at].low in _BE) and at - scene.k < _NEAR:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].tag != "V" or tokens[at + 1].low != "by":
        return None
    phrase = scene.reading.phrase_from(at + 2)
    return phrase if phrase is not None and not phrase.time else None


def _is_part(scene: Scene) -> Phrase | None:
    """Return what a part is said to be ("75% of which were alloys", "and 0.9 pct was other land")."""
    reading, tokens = scene.reading, scene.reading.tokens
    at = scene.k + 1
    if reading.lows[at : at + 2] == ["of", "which"]:
        at += 2
    if at >= len(tokens) or tokens[at].low not in _BE:
        return None
    phrase = reading.phrase_from(at + 1)
    return phrase if phrase is not None and not phrase.time and phrase.after != "'s" else None


def _makes_up(scene: Scene) -> Phrase | None:
    """Return the subject of a verb for being a part ("trade accounts for 67% of output", ", representing a third of demand")."""
    subject = scene.subject
    if subject is None or subject.time or scene.passive or lemma(scene.verb_word) not in verbs("making_up"):
        return None
    return subject if subject.last < scene.verb else None


def _contains(scene: Scene) -> Phrase | None:
    """Return the subject of a verb for having in the ground ("the deposit contains 5 Mt", "the block has an estimated resource of 5 Mt")."""
    for verb, subject in ((scene.verb, scene.subject), (scene.second, scene.main)):
        if verb < 0 or subject is None or subject.time:
            continue
        if lemma(scene.reading.lows[verb]) in verbs("containing"):
            return subject if subject.last < verb else None
        if not scene.reading.lows[verb].endswith(("ed", "en")) or "," in scene.reading.lows[verb : scene.k]:
            break
    return None


def _shows(scene: Scene) -> Phrase | None:
    """Return the hole, place or name that a verb of sampling has as its subject ("the hole intersected 5 m grading 2 g/t")."""
    for verb, subject in ((scene.verb, scene.subject), (scene.second, scene.main)):
        if verb < 0 or subject is None or subject.time or lemma(scene.reading.lows[verb]) not in verbs("sampling"):
            continue
        head = scene.reading.tokens[subject.last]
        if subject.last < verb and (head.name or head.low in sites() or head.low.isdigit()):
            return subject
    return None


def _flows_from(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return whose output, exports or stocks the clause is about ("Perunia's exports rose by", "OPEC output was down to")."""
    reading, subject = scene.reading, scene.subject
    if subject is None or _FLOW.isdisjoint(reading.tokens[subject.last].cue) or scene.verb < 0:
        return None
    verb = lemma(scene.verb_word)
    if verb not in verbs("moving") and verb not in _FLOWS and scene.verb_word not in _BE:
        return None
    tokens = reading.tokens
    if subject.possessor is not None:
        owner = subject.possessor
        return owner if tokens[owner.last].name and not owner.time else None
    first = tokens[subject.first]
    if subject.first < subject.last and first.name and not is_time(first.low) and subject.first not in reading.commodity_tokens:
        return subject, "lead"
    if subject.after in {"in", "from"} or (subject.after == "to" and "import" in reading.tokens[subject.last].cue):
        place = reading.phrase_from(subject.last + 2)
        return place if place is not None and tokens[place.last].name and not place.time and place.last < scene.verb else None
    return None


def _tariff_of(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return whose tariff the number is the rate of ("the U.S. tariff rate on steel to 25%", "China's 84% levy", "a 5% duty imposed by Chile")."""
    reading, tokens, k = scene.reading, scene.reading.tokens, scene.k
    if k > 1 and tokens[k - 1].tag == "S":
        return reading.phrase_ending(k - 2)
    charge = reading.phrase_from(k + 1)
    if charge is not None and charge.first == k + 1 and "tariff" in tokens[charge.last].cue:
        by = charge.last + 2
        if by < len(tokens) and tokens[by - 1].tag == "V" and tokens[by].low == "by":
            return reading.phrase_from(by + 1)
        return None
    if k < 1 or tokens[k - 1].low not in _RATE_AT:
        return None
    at = bisect_left(reading.phrase_ends, k) - 1
    for phrase in reversed(reading.phrases[max(0, at - _PARTS_AT_MOST) : at + 1]):
        if any("tariff" in token.cue for token in tokens[phrase.first : phrase.last + 1]):
            owner = phrase.possessor
            if owner is not None:
                return owner if tokens[owner.last].name else None
            return (phrase, "lead") if tokens[phrase.first].low in country_words() else None
        if phrase.first < scene.verb and phrase is not scene.subject:
            break
    return None


_RULES: dict[str, tuple[Settles, ...]] = {
    "change": (respective, gapped, _turned, _change_in, _multiplied, _moves),
    "production": (respective, listed, _receives, _flows_from),
    "share": (listed, _receives, _is_part, _agent, _makes_up),
    "stake": (listed, _receives, _agent, _holds),
    "reserve": (_receives, _contains),
    "grade": (_shows,),
    "tariff": (_tariff_of,),
}
"""For claim types whose clauses settle the subject: what may, in order."""


def _behind(scene: Scene) -> Phrase | None:
    """Return the whole of a part, or what a stake is in: "60% of the output", "a 30 percent stake in the Kesh field"."""
    reading, at = scene.reading, scene.k + 1
    tokens = reading.tokens
    if at < len(tokens) and tokens[at].low == "of":
        whole = _owned_at_last(reading, at + 1)
        if whole is None or tokens[whole.last].low not in _SECURITIES:
            return whole
        return _owned_at_last(reading, whole.last + 2) if whole.after in _OF else None
    noun = reading.phrase_from(at)
    if noun is None or noun.first > at + 1 or not {"stake", "royalty"} & set(tokens[noun.last].cue) or noun.after not in _IN:
        return None
    return _owned_at_last(reading, noun.last + 2)


def _owned_at_last(reading: Reading, at: int) -> Phrase | None:
    """Return the phrase that begins at a token, another number passed over, or what it owns."""
    tokens = reading.tokens
    while at < len(tokens) and tokens[at].tag in {"D", "Q", "A"}:
        at += 1
    phrase = reading.whole_from(at)
    return phrase if phrase is not None and not phrase.time and phrase.kind == "base" else None


def _charged(scene: Scene) -> Phrase | None:
    """Return the goods that a tariff of the number is on ("a 10% tariff on buses")."""
    reading, at = scene.reading, scene.k + 1
    noun = reading.phrase_from(at)
    if noun is None or noun.first > at or "tariff" not in reading.tokens[noun.last].cue or noun.after not in _ON:
        return None
    return _owned_at_last(reading, noun.last + 2)


_IN = frozenset({"in", "on", "over"})
_OF = frozenset({"of", "in"})
_SECURITIES = frozenset({"shares", "share", "stock", "equity", "capital", "ownership", "interest", "interests", "votes"})
_ON = frozenset({"on", "against"})
_OBJECT_RULES: dict[str, tuple[Settles, ...]] = {"share": (_behind,), "stake": (_behind,), "tariff": (_charged,)}
"""For claim types whose number is followed by its object: what finds it."""
