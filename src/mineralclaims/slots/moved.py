"""What changes by a number: what a verb of moving says, what is up or down, what a rise is in, what somebody doubled."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.relatives import relative_of
from mineralclaims.claims.scene import Scene, before_insertion, find_subject
from mineralclaims.mentions.party_words import changes, country_words, of_changes, verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.text.tags import BE, BEEN, NOUN, OWN, lemma, words

_TURNS = frozenset({"up", "down", "off"})
_COMPARED = frozenset({"higher", "lower", "up", "down", "above", "below"})
_MOVED = frozenset({"revise", "cut", "reduce", "raise", "lower", "boost", "push", "drive", "lift"})
_BEFORE_AMOUNT = frozenset({"A", "D", "G", "X", "Q", "#"})
_BY = frozenset(
    {"by", "up", "down", "off", "about", "around", "over", "under", "than", "a", "some", "and", "or", ",", "points", "point"}
)
_TIMES = frozenset({
    "doubled", "tripled", "trebled", "quadrupled", "halved", "doubling", "tripling", "trebling", "quadrupling", "halving",
})  # fmt: skip
_TO_MULTIPLY = frozenset({"double", "triple", "quadruple", "treble", "halve"})
_BEFORE_VERB = frozenset({"to", "will", "would", "could", "may", "might", "can", "should", "shall"})
_BEHIND_DOUBLED = frozenset({"thanks", "overnight", "overall", "abroad", "overseas", "yoy", "y-o-y", "yr-on-yr"})
_OWNED = OWN | {"the"}
_CLOSING = frozenset({"close", "end", "finish", "open", "start", "begin"})
_OPENS = frozenset({"with", ",", "and", "while", "but", ";", "as", ":", "-", "–"})
_LOSE = frozenset({"lose", "shed", "forfeit", "surrender"})
_OWNED_PART = OWN | {"that", "this"}
_WORTH = frozenset({"value", "worth", "price", "weight", "parity", "capitalisation", "capitalization", "power"})
_PEAKS = frozenset({"record", "high", "low", "peak", "close"})
_ADD = frozenset({"add", "knock", "shave", "wipe", "slice", "lop", "chop"})
_ONTO = frozenset({"to", "off", "from"})
_MORE = (["more"], ["fewer"], ["less"])
_INSIDE = frozenset({"of", "in", "for", "at", "from", "to", "by", "on", "off", "near", "between"})
_RELATIVES = frozenset({"which", "who", "whose"})
_PARTS_AT_MOST = 4
_PAPERS = frozenset({"shares", "share", "stock", "stocks", "units", "bonds", "trading"})


def moves(scene: Scene) -> Phrase | None:
    """Return the subject of a verb of moving that stands right before the number ("rose by 3%", "was off 3%", "closed 3% higher")."""
    subject, reading = scene.subject, scene.reading
    if subject is None or subject.time or scene.verb < 0:
        return None
    between = reading.tokens[scene.verb + 1 : scene.k]
    if any(token.tag not in _BEFORE_AMOUNT and token.low not in _BY and not is_time(token.low) for token in between):
        return None
    verb = lemma(scene.verb_word)
    if scene.verb_word in BE:
        lows = {token.low for token in between}
        following = reading.lows[scene.k + 1 : scene.k + 2]
        return _moved(scene, subject) if not _TURNS.isdisjoint(lows) or not _COMPARED.isdisjoint(following) else None
    if verb == "go" and not _TURNS.isdisjoint({token.low for token in between}):
        return _moved(scene, subject)
    return _moved(scene, subject) if verb in verbs("moving") or (scene.passive and verb in _MOVED) else None


def _moved(scene: Scene, subject: Phrase) -> Phrase:
    """Return the shares of a company rather than the company that "which" follows: "shares in Orwin, which went up 4%"."""
    reading, holder = scene.reading, subject.holder
    if holder is None or reading.lows[holder.last] not in _PAPERS or relative_of(reading, scene.verb) < 0:
        return subject
    return holder


def turned(scene: Scene) -> Phrase | None:
    """Return the phrase that is up, down or off by the number, without a verb between ("with copper recently down 2%")."""
    reading, at = scene.reading, scene.k - 1
    turned = False
    while at > 0 and (reading.tokens[at].tag == "A" or reading.lows[at] in _BY):
        turned = turned or reading.lows[at] in _TURNS
        at -= 1
    at -= turned and reading.lows[at] == "("  # "copper (down 2%)"
    if turned and reading.lows[at + 1] == ",":
        comma = before_insertion(reading, at + 2)
        at = comma - 1 if reading.lows[comma + 1] in _RELATIVES else at  # "shares in Orwin, which also makes cables, up 6%"
    phrase = reading.phrase_ending(at) if turned else None
    if phrase is None or phrase.time or phrase.possessor is not None:
        return None
    before = reading.link_before(phrase)
    bracketed = reading.lows[phrase.last + 1] == "("
    pushed = before >= 0 and reading.tokens[before].tag == "V" and lemma(reading.lows[before]) not in _CLOSING
    opens = before < 0 or not before or reading.lows[before] in _OPENS or phrase.before in _INSIDE
    return _whole(reading, phrase) if bracketed or pushed or opens else None


def _whole(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the phrase that a phrase behind a preposition belongs to: of "shares in Pelham" the shares."""
    for _ in range(_PARTS_AT_MOST):
        if phrase.before not in _INSIDE:
            return phrase
        above = reading.phrase_ending(reading.link_before(phrase) - 1)
        if above is None or above.time:
            return None
        phrase = above
    return None


def change_in(scene: Scene) -> Phrase | None:
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


def changing(scene: Scene) -> tuple[Phrase, str] | None:
    """Return of what the noun behind the number says that it changes ("a 5 percent price decline", "a 1.2% employment increase")."""
    reading, k = scene.reading, scene.k
    phrase = reading.phrase_from(k + 1)
    if phrase is None or phrase.first != k + 1 or phrase.first == phrase.last or lemma(reading.lows[phrase.last]) not in changes():
        return None
    first = reading.lows[phrase.first]
    described = first in of_changes() or first in words().adjectives or is_time(first) or reading.tokens[phrase.first].name
    return None if described else (phrase, "part")


def part_of(scene: Scene) -> Phrase | None:
    """Return what somebody loses a part of ("has lost a third of its share"), or what the number is added to or taken off ("add 1% to costs")."""
    reading, k = scene.reading, scene.k
    if scene.verb < 0 or scene.passive or k + 2 >= len(reading.tokens):
        return None
    verb, link = lemma(scene.verb_word), reading.lows[k + 1]
    loses = verb in _LOSE and link == "of" and reading.lows[k + 2] in _OWNED_PART
    if not loses and not (verb in _ADD and link in _ONTO):
        return None
    if any(token.tag not in _BEFORE_AMOUNT and token.low not in _BY for token in reading.tokens[scene.verb + 1 : k]):
        return None
    phrase = reading.whole_from(k + 2)
    if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.after == "#":
        return None
    if loses and reading.lows[phrase.last] in _WORTH:
        return scene.subject  # "tin lost a third of its value"
    return None if reading.lows[phrase.last] in _PEAKS else phrase


def more_of(scene: Scene) -> Phrase | None:
    """Return what there is more or less of by the number ("10 percent more tankers")."""
    reading, k = scene.reading, scene.k
    if reading.lows[k + 1 : k + 2] not in _MORE:
        return None
    phrase = reading.phrase_from(k + 2)
    return None if phrase is None or phrase.first != k + 2 or phrase.time else phrase


def _acts_on(reading: Reading, k: int) -> bool:
    """Return whether what somebody doubled stands right behind: "doubled its output", "halved duties on zinc"; not "doubled thanks to"."""
    following = reading.tokens[k + 1]
    if following.low in _OWNED:
        return True
    passive = not BEEN.isdisjoint(reading.lows[max(0, k - 2) : k])
    return following.tag == NOUN and following.low not in _BEHIND_DOUBLED and "-on-" not in following.low and not passive


def multiplied(scene: Scene) -> Phrase | None:
    """Return what somebody doubled or halved ("more than doubled its target"), or what did so itself ("exports of gold doubled")."""
    reading, k = scene.reading, scene.k
    words = reading.quantities[scene.position].text.lower().split()
    if words[-1] not in _TIMES and not (words[-1] in _TO_MULTIPLY and reading.lows[k - 1] in _BEFORE_VERB):
        return None
    phrase = reading.whole_from(k + 1) if k + 1 < len(reading.lows) and _acts_on(reading, k) else None
    if phrase is not None and not phrase.time:
        return phrase
    at = k - 1
    while at > 0 and reading.tokens[at].tag in {"A", "X"}:
        at -= 1
    phrase = reading.phrase_ending(at)
    if reading.lows[at] == "," or (phrase is not None and phrase.before in {"and", "or"}):
        phrase = find_subject(reading, k) or phrase  # "output, which …, doubled", "the rate on zinc and tin will double"
    return _whole(reading, phrase) if phrase is not None and not phrase.time else None
