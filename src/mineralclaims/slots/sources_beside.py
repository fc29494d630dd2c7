"""Sources that stand beside what they say: "…, the bank estimates", "(source: Bureau of Mines)", "…," said the minister; and who made a document."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import bodies, titles
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.saying_words import documents
from mineralclaims.slots.candidates import Candidate, as_candidate
from mineralclaims.text.tags import DETERMINER, NOUN, VERB

_THINKS = frozenset({"forecasts", "estimates", "calculates", "projects", "predicts", "reckons", "expects", "believes", "says"})
_ENDS = frozenset({",", ".", ";"})
_NAME_AT_MOST, _INSERTED_WITHIN = 6, 60
_LIKE = frozenset({"scenario", "scenarios", "model"})
_MAKES = frozenset({"by", "from"})
_MADE = frozenset({
    "published", "compiled", "released", "issued", "prepared", "produced", "collected", "carried", "conducted", "provided", "done", "made", "gathered",
})  # fmt: skip
_CONTAINS = frozenset({
    "outlined", "described", "detailed", "contained", "included", "set", "laid", "cited", "quoted", "published", "presented", "out", "given", "shown",
})  # fmt: skip
_INSIDE = frozenset({"in", "a", "an", "the", "recent", "new"})
_CHAIN_AT_MOST = 8
_PERSONS = frozenset({"him", "her"})
_SOURCE = frozenset({"source", "sources"})
_BRACKET_AT_MOST = 14
_FEW = 2
_APART = frozenset({";", '"', "but", "while", "whereas"})
_LAID_WITHIN = 40
_YEAR = 4


def source_beside(reading: Reading, k: int) -> Candidate | None:
    """Return the source that stands beside what it says in the sentence of a number, None where none does by its form alone."""
    return _inserted(reading, k) or _in_bracket(reading, k) or _person(reading, k)


def _inserted(reading: Reading, k: int) -> Candidate | None:
    """Return who "…, the bank estimates" and "…, Calder forecasts, …" name behind the number."""
    lows = reading.lows
    high = min(len(lows), k + _INSERTED_WITHIN)
    if _THINKS.isdisjoint(lows[k + 1 : high]):
        return None
    for index in range(k + 2, high):
        if lows[index] in {";", '"'}:
            return None
        if lows[index] not in _THINKS or (index + 1 < len(lows) and lows[index + 1] not in _ENDS):
            continue
        found = _between(reading, max(k, index - _NAME_AT_MOST), index)
        if found is not None:
            return found
    return None


def _between(reading: Reading, low: int, verb: int) -> Candidate | None:
    """Return the phrase that stands alone between a comma and a verb."""
    first = verb - 1
    while first > low and reading.tokens[first].tag in {NOUN, DETERMINER}:
        first -= 1
    if reading.lows[first] != "," or first == verb - 1:
        return None
    begin = first + 1 + (reading.tokens[first + 1].tag == DETERMINER)
    phrase = reading.phrase_from(begin)
    if phrase is None or phrase.first != begin or phrase.time or phrase.last < verb - 1:
        return None
    return Candidate(reading, begin, verb - 1, phrase, "base")


def _in_bracket(reading: Reading, k: int) -> Candidate | None:
    """Return the body that a bracket behind the number gives: "(Geological Survey, 2010)", "(source: Bureau of Mines)"."""
    lows, tokens = reading.lows, reading.tokens
    if "(" not in lows[k + 1 : k + _INSERTED_WITHIN]:
        return None
    for index in range(k + 1, min(len(lows) - 1, k + _INSERTED_WITHIN)):
        if lows[index] != "(" or ")" not in lows[index : index + _BRACKET_AT_MOST]:
            continue
        close = lows.index(")", index)
        said = lows[index + 1] in _SOURCE
        phrase = reading.phrase_from(index + 3 if said else index + 1)
        if phrase is None or phrase.first > close or not tokens[phrase.last].name:
            continue
        dated = any(len(low) == _YEAR and low.isdigit() for low in lows[phrase.last : close])
        if said or (dated and (lows[phrase.last] in bodies() or lows[phrase.first] in bodies())):
            return as_candidate(reading, phrase)
    return None


def _person(reading: Reading, k: int) -> Candidate | None:
    """Return the pronoun of "according to him"."""
    for index in reading.speaking:
        if reading.lows[index : index + 2] != ["according", "to"] or not _PERSONS.intersection(reading.lows[index + 2 : index + 3]):
            continue
        following = reading.lows[index + 3 : index + 4]
        if (not index and k > index) or (k < index and (not following or following[0] in _ENDS)):
            phrase = Phrase(index + 2, index + 2, kind="pronoun")
            phrase.before, phrase.after, phrase.name, phrase.time = "to", "", False, False
            return as_candidate(reading, phrase)
    return None


def is_laid_to_somebody(reading: Reading, k: int) -> bool:
    """Return whether the sentence ends by saying according to whom it is so, nothing that sets a clause apart between: "holds 48%, according to the ministry"."""
    for index in range(k + 2, min(len(reading.lows) - 2, k + _LAID_WITHIN)):
        if reading.lows[index] in _APART:
            return False
        if reading.lows[index] == "according" and reading.lows[index + 1] == "to":
            phrase = reading.phrase_from(index + 2) if reading.lows[index - 1] == "," else None
            return phrase is not None and not phrase.time
    return False


def maker_of(candidate: Candidate) -> Candidate | None:
    """Return who made a document: "a survey by the Reserve Bank", "data compiled by Calder", "a scenario outlined in a study published by Calder"."""
    reading = candidate.reading
    if candidate.kind == "pronoun" or not (reading.lows[candidate.last] in documents() or reading.lows[candidate.last] in _LIKE):
        return None
    phrase = made_by(reading, candidate.last)
    return None if phrase is None else as_candidate(reading, phrase)


def in_office(candidate: Candidate) -> Candidate | None:
    """Return the person whose office a phrase is, named between commas behind it: "the Prime Minister, Ana Ruiz, says"."""
    reading, last = candidate.reading, candidate.last
    if reading.lows[last] not in titles() or reading.lows[last + 1 : last + 2] != [","]:
        return None
    person = reading.phrase_from(last + 2)
    if person is None or person.first != last + 2 or not _FEW <= person.last - person.first + 1 <= _NAME_AT_MOST:
        return None
    named = all(token.name for token in reading.tokens[person.first : person.last + 1])
    return as_candidate(reading, person) if named and reading.lows[person.last + 1 : person.last + 2] == [","] else None


_OF_SOMETHING = frozenset({"bureau", "office", "agency", "institute", "directorate", "committee", "commission", "board"})
"""Bodies whose names without capitals go on with "of": "the central bureau of statistics"."""


def body_of(candidate: Candidate) -> Candidate | None:
    """Return the body that an owner behind "according to" has ("the ministry's Planning Cell"), or that a word is only of ("bureau of statistics")."""
    holder = candidate.phrase.holder
    if candidate.phrase.before == "of" and holder is not None and candidate.reading.lows[holder.last] in _OF_SOMETHING:
        return Candidate(candidate.reading, holder.first, candidate.last, holder, "base")
    body, reading = candidate.phrase.possessed, candidate.reading
    if body is None or candidate.phrase.before != "to" or reading.tokens[candidate.last].name:
        return None
    at = reading.link_before(candidate.phrase)
    if not (reading.tokens[body.first].name and reading.tokens[body.last].name) or at < 1 or reading.lows[at - 1] != "according":
        return None
    following = reading.phrase_from(body.last + 2) if reading.lows[body.last + 1 : body.last + 2] == ["and"] else None
    last = following.last if following is not None and reading.tokens[following.last].name else body.last
    return Candidate(reading, body.first, last, body, "base")


def made_by(reading: Reading, last: int) -> Phrase | None:
    """Return the name behind "by" or "from" that follows a document, words of its making or of where it stands passed over."""
    lows, tokens = reading.lows, reading.tokens
    at = last + 1
    while at < len(lows) and at <= last + _CHAIN_AT_MOST and (lows[at] in _MADE or lows[at] in _CONTAINS or lows[at] in _INSIDE):
        at += 1
    if at == last + 1 and at < len(lows) and tokens[at].tag == VERB and lows[at] not in _MADE:
        return None
    if at >= len(lows):
        return None
    if lows[at] not in _MAKES:
        inner = reading.phrase_from(at)
        return made_by(reading, inner.last) if at > last + 1 and inner is not None and lows[inner.last] in documents() else None
    phrase = reading.phrase_from(at + 1)
    if phrase is None or phrase.time or not tokens[phrase.last].name or phrase.possessed is not None:
        return None
    return phrase


def is_quote_closed(reading: Reading, k: int, verb: int) -> bool:
    """Return whether a quotation that a number stands in ends right before who speaks: '"… $5 million," said the chairman'."""
    between = reading.lows[k:verb]
    if '"' not in between:
        return False
    at = k + len(between) - 1 - between[::-1].index('"')
    return between.count('"') == 1 and verb - at <= _NAME_AT_MOST and bisect_left(reading.at, verb) == bisect_left(reading.at, at)
