"""What relative pronouns stand for: who or what a clause with "which", "who" or "that" is about."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import sites, titles, verbs, voices
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.text.tags import lemma

_ARTICLES = frozenset({"a", "an", "the"})
_PART_OF = frozenset({"and", "or", "of", "in"})
_PARTS_AT_MOST = 3
_PLACES = frozenset({"of", "in", "at", "near"})
_INTO = frozenset({"in", "of"})
_PLURAL = frozenset({"are", "were", "have"})
_WORKS = frozenset({"of", "in", "at", "for", "with", "from"})
_REACH = 60
_OFFICES = frozenset({
    "head", "boss", "professor", "founder", "partner", "fellow", "lawyer", "banker", "broker", "consultant", "adviser", "researcher",
    "member", "lawmaker", "owner", "engineer", "geologist", "lecturer", "author", "dealer",
})  # fmt: skip
_CLAUSE_FROM = 2
_SUBJECTS = frozenset({"which", "who", "that"})
_THINKING = frozenset(
    {
        "think",
        "believe",
        "mean",
        "hope",
        "fear",
        "feel",
        "know",
        "find",
        "show",
        "keep",
        "warn",
        "note",
        "add",
        "reckon",
        "estimate",
    }
)


@cache
def _persons() -> frozenset[str]:
    """Return the nouns for one person by what he does."""
    return (titles() | voices() | _OFFICES) - {"source", "officer"}


def relative_of(reading: Reading, verb: int) -> int:
    """Return the relative pronoun that is the subject of a verb, or of the one before that "and" joins to it; -1 where there is none."""
    relative = _relative_before(reading, verb)
    if relative < 0:
        relative = _relative_joined(reading, verb)  # "which is run by the state and has already shipped 5 Mt"
    return relative if relative >= 0 else _relative_said(reading, verb)


def antecedent(reading: Reading, at: int, relative: int, verb: int) -> Phrase:
    """Return what a relative pronoun stands for.

    Args:
        reading: the sentence.
        at: the number of the last phrase before the pronoun that is no time.
        relative: the token of the pronoun.
        verb: the token of its verb.
    """
    if reading.lows[verb] in _PLURAL:
        return _agreeing(reading, at, verb)
    phrase = reading.phrases[at]
    person = _person(reading, phrase) if reading.lows[relative] == "who" and relative - phrase.last <= len(", ") else None
    if person is not None:
        return person
    return _placed(reading, _named_by(reading, phrase) if phrase.last == relative - 1 else phrase, relative)


def is_had_by(reading: Reading, phrase: Phrase, verb: int) -> bool:
    """Return whether a phrase is the object of a clause with "that" or "who": the mine in "the firm that owns the mine spent $5 million".

    What somebody says, expects or lets happen has a subject of its own: "the broker, who expects prices to rise 2%".
    """
    governs, tokens = phrase.link, reading.tokens
    if governs < _CLAUSE_FROM or tokens[governs].tag != "V" or tokens[verb - 1].low == "to":
        return False
    does = lemma(tokens[governs].low)
    low = tokens[verb].low
    is_let = does in verbs("letting") and tokens[verb - 1].tag != "X" and (low.endswith("ing") or lemma(low) == low)
    if is_let or "say" in tokens[governs].cue or does in _THINKING:
        return False
    relative = _relative_before(reading, governs)
    return relative > 0 and tokens[relative - 1].tag in {"N", ","}


def _relative_before(reading: Reading, verb: int) -> int:
    """Return the relative pronoun that is the subject of a verb ("which has"), -1 where there is none."""
    tokens = reading.tokens
    for index in range(verb - 1, max(-1, verb - 4), -1):
        tag = tokens[index].tag
        if tag == "R" and tokens[index].low in _SUBJECTS:
            return index
        if tag not in {"A", "X", "V", "G"} and not is_time(tokens[index].low):
            return -1
    return -1


def _relative_joined(reading: Reading, verb: int) -> int:
    """Return the relative pronoun that is the subject of the verb that "and" joins to a verb, -1 where there is none."""
    tokens = reading.tokens
    verb -= 1
    while verb > 1 and tokens[verb].tag in {"A", "X"}:
        verb -= 1
    if verb < 1 or tokens[verb].low != "and":
        return -1
    at = bisect_left(reading.verbs, verb) - 1
    if at < 0 or "," in reading.lows[reading.verbs[at] : verb]:
        return -1
    return _relative_before(reading, reading.verbs[at])


def _relative_said(reading: Reading, verb: int) -> int:
    """Return the relative pronoun that is the subject of a verb by what somebody says or thinks ("which Calder says fell"), -1 where there is none."""
    tokens = reading.tokens
    says = verb - 1
    while says > 0 and tokens[says].tag in {"A", "X"}:
        says -= 1
    if says < _CLAUSE_FROM or tokens[says].tag != "V" or not ("say" in tokens[says].cue or lemma(tokens[says].low) in _THINKING):
        return -1
    sayer = reading.phrase_ending(says - 1)
    relative = -1 if sayer is None else sayer.first - 1 - (tokens[sayer.first - 1].tag == "D")
    return relative if relative > 0 and tokens[relative].tag == "R" and reading.lows[relative] in _SUBJECTS else -1


def _named_by(reading: Reading, phrase: Phrase) -> Phrase:
    """Return the name that a phrase before "that" is in apposition to ("Orwin, the state miner that owes"), else the phrase itself."""
    opens = phrase if phrase.possessor is None else phrase.possessor  # "Kesh, the world's largest exporter, which"
    tokens, comma = reading.tokens, opens.first - 2
    if comma < 1 or phrase.name or tokens[comma].low != "," or tokens[comma + 1].low not in _ARTICLES:
        return phrase
    named = reading.phrase_ending(comma - 1)
    return named if named is not None and tokens[named.last].name and not named.time else phrase


def _person(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the person that "who" is said of, past where he works: the name in "Ana Ruiz, an economist at Calder Bank in Lima, who"."""
    one: Phrase | None = phrase
    for _ in range(_PARTS_AT_MOST):
        one = one.holder if one is not None and one.before in _WORKS else None
        if one is not None and reading.lows[one.last] in _persons():
            return _named_by(reading, one)
    return None


def _placed(reading: Reading, phrase: Phrase, relative: int) -> Phrase:
    """Return what ", which" is said of: the phrase before it, or what this only places."""
    return placed(reading, phrase) if reading.lows[relative - 1] == "," else phrase


def placed(reading: Reading, phrase: Phrase) -> Phrase:
    """Return what a name behind a preposition only places, else the phrase itself.

    So it is Orwin in "Orwin of Texas, which paid", and the smelter in "the smelter at Taralga, Victoria, which treats".
    """
    tokens = reading.tokens
    if not tokens[phrase.last].name:
        return phrase
    town = reading.phrase_ending(phrase.first - 2) if phrase.before == "," and phrase.link == phrase.first - 1 else None
    place = town if town is not None and tokens[town.last].name and town.holder is not None else phrase
    holder = place.holder
    if holder is None or place.before not in _PLACES:
        return phrase
    named = tokens[holder.last].name or tokens[holder.first].name
    return holder if named or lemma(tokens[holder.last].low) in sites() else phrase


def owned_before(reading: Reading, which: int) -> Phrase | None:
    """Return what "in which" or "of which" at a token stands for, past where that lies and what it is; None where nothing does."""
    if which < _CLAUSE_FROM or reading.lows[which - 1] not in _INTO:
        return None
    phrase = reading.phrase_ending(which - 2 - (reading.lows[which - 2] == ","))
    return None if phrase is None or phrase.time else placed(reading, _named_by(reading, phrase))


def _agreeing(reading: Reading, at: int, verb: int) -> Phrase:
    """Return what "which are" is said of: the phrase before it, or, if that is no plural, the plural that it is a part of.

    "Stockpiles of crude and gasoline, which are 9% higher" are the stockpiles.
    """
    phrases, lows = reading.phrases, reading.lows
    for index in range(at, max(-1, at - 1 - _PARTS_AT_MOST), -1):
        phrase = phrases[index]
        if lows[phrase.last].endswith("s"):
            return phrase
        if phrase.before not in _PART_OF or verb - phrase.last > _REACH:
            break
    return phrases[at]
