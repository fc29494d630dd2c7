"""Verbs without a subject of their own: participles and infinitives, whose subject is that of another verb."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import promises, verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.text.tags import AUXILIARY, NOUN, NUMBER, RELATIVE, SIGN, VERB, lemma

_STEPS = 3
_VERBS_BACK = 8
_BETWEEN = frozenset({"A", "G"})
_HANGS_BY = frozenset({",", "after", "before", "by", "since", "without", "when"})
_LINKS = frozenset({"thus", "thereby", "while", "also"})
_JOINED_AT_MOST = 6
_JOINS = frozenset({"and", "but", "or", "then"})
_NOT_JOINED = frozenset({";", ":"})
_AROUND_TIME, _TIME_WITHIN = frozenset({"A", "D", "P", "#", ","}), 8
_WITH_VERB = frozenset({"A", "X", "G"})
_JOINED_WITHIN = 24
_BEHIND_PARTICIPLES = frozenset({"by", "in", "at", "on", "from", "between"})
_SAYING = frozenset({"said", "says", "say", "reported", "showed", "shows", "announced", "added", "noted"})
_DESCRIBING = frozenset({
    "selling", "buying", "asking", "closing", "opening", "operating", "working", "producing", "consuming", "exporting", "importing",
    "finishing", "processing", "refining", "smelting", "manufacturing", "rolling", "casting", "loading", "leasing", "trading", "shipping",
    "washing", "growing", "developing", "emerging", "remaining", "existing", "leading", "competing", "rising", "falling", "increasing",
})  # fmt: skip
"""Participles that stand before a noun as adjectives do: "the average selling price", "tin producing nations"."""

_BEING = frozenset({"being", "having"})
_SHOWING = frozenset(
    {"reckon", "calculate", "estimate", "show", "mean", "suggest", "indicate", "fear", "hope", "think", "believe", "see"}
)
_BOUNDARIES = frozenset({",", "that", "while", "as", "but", ";", "-", "–", "which", "if", "when"})


def governor(reading: Reading, verb: int) -> int:
    """Return the verb whose subject is that of a verb: itself, or the one that a participle or infinitive hangs on."""
    for _ in range(_STEPS):
        above = _above(reading, verb)
        if above < 0:
            break
        verb = above
    return verb


def _above(reading: Reading, verb: int) -> int:
    """Return the verb whose subject a verb shares ("fell, ending 3% lower", "plans to buy"), -1 where it may have its own."""
    tokens = reading.tokens
    before = verb - 1
    having = before >= 0 and tokens[before].low in _BEING
    before -= having
    while before > 0 and (tokens[before].tag in _BETWEEN or tokens[before].low in _LINKS):
        before -= 1
    if before < 1:
        return -1
    if (having or tokens[verb].low.endswith("ing")) and tokens[before].low in _HANGS_BY:
        return _finite_before(reading, before, says="say" in tokens[verb].cue)
    return _of_infinitive(reading, verb, before) if tokens[before].low == "to" else -1


def behind_participle(reading: Reading, phrase: Phrase, verb: int) -> bool:
    """Return whether a phrase is what a participle behind a noun acts on, so that the noun is the subject: "ships carrying steel were turned back".

    What somebody says has a subject of its own: "officials saying output had fallen".
    """
    doing, tokens = phrase.link, reading.tokens
    if doing < 1 or tokens[doing].tag != VERB or not tokens[doing].low.endswith("ing") or tokens[doing - 1].tag != NOUN:
        return False
    low = tokens[doing].low
    if low in _BEING or (low in _DESCRIBING and phrase.first == doing + 1 and not tokens[phrase.first].name):
        return False
    does = lemma(low)
    own = ("say" in tokens[doing].cue and does != "cite") or does in verbs("letting") or does in _SHOWING
    return not own and _BOUNDARIES.isdisjoint(reading.lows[phrase.last : verb])


def _without_object(reading: Reading, verb: int, first: int) -> bool:
    """Return whether a verb has no object before a phrase: a preposition, an adverb or a time follows the verb."""
    at, tokens = verb + 1, reading.tokens
    while at < first and (tokens[at].tag == "A" or is_time(tokens[at].low)):
        at += 1
    return at < first and tokens[at].tag == "P"


def _finite_before(reading: Reading, index: int, *, says: bool) -> int:
    """Return the last verb before a token that is no participle of the present, -1 where there is none.

    What stands behind "the agency said" between commas goes on past it, unless it ``says`` more: ", Orwin said, adding that".
    """
    end = bisect_left(reading.verbs, index)
    for verb in reversed(reading.verbs[max(0, end - _VERBS_BACK) : end]):
        if not says and _is_inserted(reading, verb):
            continue
        if not reading.lows[verb].endswith("ing") or (verb and reading.tokens[verb - 1].tag == "X"):
            return verb
    return -1


def _is_inserted(reading: Reading, verb: int) -> bool:
    """Return whether a verb of saying stands with its subject alone between two commas: "grew 2%, the agency said, after falling"."""
    lows = reading.lows
    sayer = reading.phrase_ending(verb - 1) if lows[verb] in _SAYING and lows[verb + 1] == "," else None
    return sayer is not None and "," in lows[max(0, sayer.first - 2) : sayer.first]


def _of_infinitive(reading: Reading, verb: int, to: int) -> int:
    """Return the verb whose subject does what an infinitive says, -1 where the phrase before "to" may be its subject."""
    at = bisect_left(reading.verbs, to) - 1
    if at < 0:
        return -1
    earlier = reading.verbs[at]
    phrase = reading.phrase_ending(to - 1)
    if phrase is not None and phrase.time:
        phrase = reading.phrase_ending(phrase.first - 2)  # "received a permit in March to mine"
    if phrase is not None:
        decides = lemma(reading.lows[earlier]) in verbs("deciding") and reading.lows[earlier + 1] != "that"
        if decides and _without_object(reading, earlier, phrase.first):
            return earlier  # "agreed in May at a hotel in Arden, Kesh to cut"
        promised = reading.lows[phrase.last] in promises()
        moved = lemma(reading.lows[verb]) in verbs("moving") and lemma(reading.lows[earlier]) not in verbs("letting")
        return earlier if promised or (moved and phrase.first > earlier) else -1
    return earlier if lemma(reading.lows[earlier]) not in verbs("letting") or earlier == to - 1 else -1


def joined_verb(reading: Reading, verb: int) -> int:
    """Return the verb that "and" or "but" joins to one without a subject of its own ("employs 75% but generates 25%"), -1 where there is none."""
    tokens, before = reading.tokens, _before_auxiliaries(reading, verb)
    if before < 1 or tokens[before].low not in _JOINS or tokens[before - 1].low in _NOT_JOINED:
        return -1
    earlier = bisect_left(reading.verbs, before) - 1
    while earlier >= 0 and before - reading.verbs[earlier] <= _JOINED_WITHIN and _is_aside(reading, reading.verbs[earlier]):
        earlier -= 1
    if earlier < 0 or before - reading.verbs[earlier] > _JOINED_WITHIN:
        return -1
    return reading.verbs[earlier]


def _before_auxiliaries(reading: Reading, verb: int) -> int:
    """Return the token before a verb, its auxiliaries, adverbs and "not", and a time before these; 0 or -1 where there is none.

    So it is "and" in "shut a mine in Peru and in 1987 sold", "taught at Leeds and, one year later, returned".
    """
    tokens, before = reading.tokens, verb - 1
    while before > 0 and tokens[before].tag in _WITH_VERB:
        before -= 1
    time = before
    while time > 0 and verb - time < _TIME_WITHIN and (tokens[time].tag in _AROUND_TIME or is_time(tokens[time].low)):
        time -= 1
    if time == before or tokens[time].low != "and" or tokens[time - 1].tag == tokens[time + 1].tag == NUMBER:
        return before  # "between 1974 and 1986 shipped"
    return time


def _is_aside(reading: Reading, verb: int) -> bool:
    """Return whether no other verb is joined to one: it hangs on another, or says between commas who said so ("rose 2%, Orwin said, but will fall")."""
    return _hangs(reading, verb) or _is_inserted(reading, verb)


def _hangs(reading: Reading, verb: int) -> bool:
    """Return whether a verb is a participle or stands in a clause set off by commas, so that no other verb is joined to it."""
    tokens, low, before = reading.tokens, reading.lows[verb], _before_auxiliaries(reading, verb)
    finite = any(token.tag == AUXILIARY for token in tokens[before + 1 : verb])
    if low.endswith("ing") and not finite:
        return True
    if before < 1:
        return False
    if tokens[before].tag == RELATIVE and tokens[before - 1].low == ",":
        return True
    return low.endswith("ed") and not finite and tokens[before].tag in {NOUN, SIGN} and tokens[verb + 1].low in _BEHIND_PARTICIPLES


def joined_to_skipped(reading: Reading, phrase: Phrase, prepositions: frozenset[str]) -> bool:
    """Return whether "and" joins a phrase to one behind a preposition ("an index for iron and steel"), and begins no clause."""
    for _ in range(_JOINED_AT_MOST):
        link = reading.link_before(phrase)
        if link < 1 or reading.lows[link] not in {"and", "or"}:
            return False
        joined = reading.phrase_ending(link - 1)
        if joined is None or joined.time:
            return False
        if joined.before in prepositions:
            return not _in_predicate(reading, joined.first)
        phrase = joined
    return False


def _in_predicate(reading: Reading, index: int) -> bool:
    """Return whether a token stands behind the verb of its clause, so that a noun with "and" may begin another clause."""
    at = bisect_left(reading.verbs, index) - 1
    if at < 0 or reading.lows[reading.verbs[at]] in _SAYING:
        return False
    return _BOUNDARIES.isdisjoint(reading.lows[reading.verbs[at] : index])
