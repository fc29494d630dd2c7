"""Who has, gets, makes or moves a number, by the verb of its clause: subjects of active verbs and agents of passive ones."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.opening_clauses import behind_comma
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import authorities, generic, site_sorts, sites, verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.slots.candidates import WORLD, is_owned
from mineralclaims.text.tags import BE, lemma

_FLOW = frozenset({"produce", "export", "import", "consume", "stock", "sell"})
_FLOWS = frozenset({"total", "average", "reach", "amount", "stand", "hit", "come", "run"})
_OF_WORLD = _FLOW | {"reserve", "resource", "capacity", "whole"}
_LABELLED_FROM = 2
_OPENS = 4
_AT = frozenset({"at", "from", "in"})
_HOLES = frozenset({"drillhole", "borehole", "well", "trench", "anomaly", "vein", "tailings"})
_OWNED, _OWNED_WITHIN = frozenset({"owned", "held"}), 7
_OF_THAT = (["of", "it"], ["of", "them"])
_OPENERS_OF_PARTS = frozenset({",", "and", "–", "-", "("})
_LOCATING = frozenset({"in", "from", "beneath", "under", "at", "near"})
_IN_GROUND = frozenset({"reserve", "resource"})
_NEAR, _NEAR_BY, _PLACED_WITHIN = 6, 10, 24


def receives(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
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


def _who(scene: Scene, does: str) -> Phrase | None:
    """Return the subject of an active verb of a class, None where the verb is another or the subject a time."""
    subject = scene.subject
    if subject is None or subject.time or scene.passive:
        return None
    return subject if lemma(scene.verb_word) in verbs(does) else None


def holds(scene: Scene) -> Phrase | None:
    """Return the subject of a verb of holding or getting, where that is somebody: a name, "it", "the company", "the state"."""
    subject = _who(scene, "holding")
    if subject is None:
        return None
    return subject if is_somebody(scene, subject) else None


def is_somebody(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a phrase is somebody: a name, "it", "the company", "the state"."""
    head = scene.reading.tokens[phrase.last]
    return head.name or phrase.kind == "pronoun" or head.low in generic() or head.low in authorities()


def to_come(scene: Scene) -> Phrase | None:
    """Return who or what comes behind the number, as the subject of the clause that what opens the sentence hangs on.

    So it is Orwin in "After spending $5 million on it, Orwin gave up" and in "With debts of $5 million, Orwin gave up".
    """
    subject, lows = scene.subject, scene.reading.lows
    if scene.verb < 0 and lows[0] == "with" and lows[scene.k - 1] == "of":
        subject = behind_comma(scene.reading, scene.k)
    if subject is None or subject.first < scene.k:
        return None
    return subject if is_somebody(scene, subject) or subject.last in scene.reading.commodity_tokens else None


def agent(scene: Scene) -> Phrase | None:
    """Return who owns or supplies the number by a passive verb right behind it ("51% owned by Orwin", "20% offered by utilities")."""
    tokens = scene.reading.tokens
    at = scene.k + 1
    if scene.reading.lows[at : at + 1] == ["by"] and _OWNED.intersection(
        scene.reading.lows[max(0, scene.k - _OWNED_WITHIN) : scene.k]
    ):
        phrase = scene.reading.whole_from(at + 1)  # "owned 60 pct by Orwin and 40 pct by Kesh"
        return phrase if phrase is not None and phrase.name and not phrase.time else None
    while at < len(tokens) and (tokens[at].tag in {"A", "X"} or tokens[at].low in BE) and at - scene.k < _NEAR:
        at += 1
    if at + 1 >= len(tokens) or tokens[at].tag != "V" or tokens[at + 1].low != "by":
        return None
    phrase = scene.reading.whole_from(at + 2)  # "owned by Chile's Orwin"
    return phrase if phrase is not None and not phrase.time else None


def is_part(scene: Scene) -> Phrase | None:
    """Return what a part is said to be ("75% of which were alloys", "and a tenth was pasture")."""
    reading, tokens = scene.reading, scene.reading.tokens
    at = scene.k + 1
    if reading.lows[at : at + 2] == ["of", "which"]:
        at += 2
    if at >= len(tokens) or tokens[at].low not in BE:
        return None
    phrase = reading.phrase_from(at + 1)
    return phrase if phrase is not None and not phrase.time and phrase.after != "'s" else None


def apposed_part(scene: Scene) -> Phrase | None:
    """Return what a part of what was just named is, or where it is ("5 million tonnes, 98% of it Chinese", ", a third of them from Peru")."""
    reading, k = scene.reading, scene.k
    if reading.lows[k + 1 : k + 3] not in _OF_THAT or _OPENERS_OF_PARTS.isdisjoint(reading.lows[max(0, k - 2) : k]):
        return None
    at = k + 3
    if at + 1 >= len(reading.tokens) or reading.tokens[at].tag not in {"N", "P"}:
        return None
    placed_in = reading.tokens[at].tag == "P"
    phrase = reading.whole_from(at + placed_in)
    if phrase is None or phrase.time or phrase.first > at + 2 or (placed_in and reading.lows[at] not in _LOCATING):
        return None
    return phrase if not placed_in or reading.tokens[phrase.last].name else None


def makes_up(scene: Scene) -> Phrase | None:
    """Return the subject of a verb for being a part ("trade accounts for 67% of output", ", representing a third of demand")."""
    subject = _who(scene, "making_up")
    return _source(scene, subject) if subject is not None and subject.last < scene.verb else None


def _source(scene: Scene, subject: Phrase) -> Phrase:
    """Return where supplies come from, as what makes up a part, else the subject itself ("supplies from Kesh account for 45%", "Orwin from Kesh")."""
    if scene.reading.tokens[subject.last].name:
        return subject
    place = scene.reading.phrase_from(subject.last + 2) if subject.after == "from" else None
    named = place is not None and place.last < scene.verb and scene.reading.tokens[place.last].name
    return place if place is not None and named else subject


def contains(scene: Scene) -> Phrase | None:
    """Return the subject of a verb for having in the ground ("the deposit contains 5 Mt", "the block has an estimated resource of 5 Mt")."""
    for verb, subject in ((scene.verb, scene.subject), (scene.second, scene.main)):
        if verb < 0 or subject is None or subject.time:
            continue
        if lemma(scene.reading.lows[verb]) in verbs("containing"):
            said = "say" in scene.reading.tokens[verb - 1].cue  # "which it says contains"
            amount = not _IN_GROUND.isdisjoint(scene.reading.tokens[subject.last].cue)
            return subject if subject.last < verb and not said and not amount and not _described(scene, verb) else None
        if not scene.reading.lows[verb].endswith(("ed", "en")) or "," in scene.reading.lows[verb : scene.k]:
            break
        if subject.kind != "pronoun" and scene.second >= 0 and "," in scene.reading.lows[scene.second : verb]:
            break  # "the block, of which Orwin holds 40%, is estimated at 5 Mt"
    return None


def named_contains(scene: Scene) -> Phrase | None:
    """Return the subject of a verb for having in the ground where it has a name ("the Pelham deposit"): then no other is meant."""
    if scene.reading.tokens[scene.k - 1].tag == "S":
        return None  # "holds over half of the nation's 54 Tcf"
    subject = contains(scene)
    return subject if subject is not None and subject.name else None


def handles(scene: Scene) -> Phrase | None:
    """Return who mines, ships, buys or uses the number: the subject of the verb, where that is somebody or a site."""
    subject = _who(scene, "handling")
    if subject is None:
        return None
    known = is_somebody(scene, subject) or scene.reading.lows[subject.last] in sites()
    return subject if known and subject.last < scene.verb else None


def handled_by(scene: Scene) -> Phrase | None:
    """Return who a passive verb behind the number says it was produced or bought by ("5,000 tonnes of tin were mined by Orwin")."""
    tokens = scene.reading.tokens
    for at in range(scene.k + 1, min(len(tokens) - 2, scene.k + _NEAR_BY)):
        if tokens[at].tag == "Q" or tokens[at].low in {",", ";", "and"}:
            return None
        if tokens[at].tag == "V" and tokens[at + 1].low == "by" and lemma(tokens[at].low) in verbs("handling"):
            phrase = scene.reading.phrase_from(at + 2)
            return phrase if phrase is not None and not phrase.time else None
    return None


def owner_of_rate(scene: Scene) -> Phrase | None:
    """Return the company that "the company's 50% interest" is that of, where nobody buys it."""
    tokens, k = scene.reading.tokens, scene.k
    if k < _OPENS - 1 or tokens[k - 1].tag != "S" or "acquire" in scene.verb_cues:
        return None
    phrase = scene.reading.phrase_ending(k - 2)
    return phrase if phrase is not None and tokens[phrase.last].low in generic() else None


def placed(scene: Scene) -> Phrase | None:
    """Return where a passive verb behind the number puts it ("half of all known deposits are found in Pelham")."""
    tokens = scene.reading.tokens
    for at in range(scene.k + 1, min(len(tokens) - 2, scene.k + _PLACED_WITHIN)):
        if tokens[at].tag == "Q" or tokens[at].low in {",", ";"}:
            return None
        if tokens[at].tag == "V":
            found = tokens[at - 1].low in BE and tokens[at + 1].low == "in" and lemma(tokens[at].low) in verbs("placing")
            phrase = scene.reading.phrase_from(at + 2) if found else None
            return phrase if phrase is not None and tokens[phrase.last].name and not phrase.time else None
    return None


def _described(scene: Scene, verb: int) -> bool:
    """Return whether a verb only describes what stands before it ("gold contained in 5 Mt")."""
    return scene.reading.lows[verb + 1] in {"in", "by", "within"}


def shows(scene: Scene) -> Phrase | None:
    """Return the hole, place or name that a verb of sampling has as its subject ("the hole intersected 5 m grading 2 g/t")."""
    for verb, subject in ((scene.verb, scene.subject), (scene.second, scene.main)):
        if verb < 0 or subject is None or subject.time or lemma(scene.reading.lows[verb]) not in verbs("sampling"):
            continue
        if _described(scene, verb):
            continue
        head = scene.reading.tokens[subject.last]
        finite = not scene.reading.lows[verb].endswith("ing")
        if subject.last < verb and (head.low in sites() or head.low in _HOLES or (finite and (head.name or head.low.isdigit()))):
            return subject
    return None


def of_world(scene: Scene) -> tuple[Phrase, str] | None:
    """Return the world where the clause is about all of it ("world output was", "estimated global resources total")."""
    reading, subject = scene.reading, scene.subject
    if subject is None or WORLD.isdisjoint(reading.lows[subject.first : min(subject.last, subject.first + _OPENS)]):
        return None
    return None if _OF_WORLD.isdisjoint(reading.tokens[subject.last].cue) or is_owned(reading, subject) else (subject, "lead")


def labelled(scene: Scene) -> Phrase | None:
    """Return the label of a number ("Imports: $1.2 billion")."""
    reading, k = scene.reading, scene.k
    if k < _LABELLED_FROM or reading.lows[k - 1] != ":":
        return None
    phrase = reading.phrase_ending(k - 2)
    return phrase if phrase is not None and not phrase.time else None


def at_site(scene: Scene) -> Phrase | None:
    """Return the site whose flow or amount is told of, where its owner is named with it ("output at Orwin's Pelham mine was 5,000 tonnes")."""
    reading, k = scene.reading, scene.k
    if "'s" not in reading.lows[max(0, k - _PLACED_WITHIN) : k]:
        return None
    for at in range(bisect_left(reading.phrase_ends, k) - 1, -1, -1):
        phrase = reading.phrases[at]
        if k - phrase.last > _PLACED_WITHIN or any(reading.tokens[index].tag == "Q" for index in range(phrase.last, k)):
            return None
        owner = phrase.possessor
        if owner is None or owner.before not in _AT or owner.holder is None:
            continue
        low = lemma(reading.lows[phrase.last])
        if (low in sites() or low in site_sorts()) and not _OF_WORLD.isdisjoint(reading.tokens[owner.holder.last].cue):
            return phrase
    return None


def flows_from(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return whose output, exports or stocks the clause is about ("Perunia's exports rose by", "OPEC output was down to")."""
    reading, subject = scene.reading, scene.subject
    if subject is None or _FLOW.isdisjoint(reading.tokens[subject.last].cue) or scene.verb < 0:
        return None
    verb = lemma(scene.verb_word)
    if verb not in verbs("moving") and verb not in _FLOWS and scene.verb_word not in BE:
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
