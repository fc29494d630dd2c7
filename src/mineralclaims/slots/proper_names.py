"""Which candidates are proper names, and where the text says a name in full."""

from __future__ import annotations

from mineralclaims.claims.document import Document
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.party_words import abbreviations, generic
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.said_names import NO_PARTIES, Place
from mineralclaims.spans import Mention

_BEHIND_DATELINES = frozenset({"(", ",", "-", "–", "/"})
_LONGEST_SHORT_FORM = 3


def is_name(candidate: Candidate) -> bool:
    """Return whether a candidate is a proper name, whole and by itself."""
    if candidate.kind not in {"base", "lead", "trail"} or candidate.phrase.time:
        return False
    tokens = candidate.reading.tokens
    if not (tokens[candidate.last].name and tokens[candidate.first].name):
        return False
    if candidate.first == 0 and is_dateline(candidate):
        return False
    alone = candidate.first == candidate.last
    if alone and candidate.first == 0 and (tokens[0].cue or 0 in candidate.reading.commodity_tokens):
        return False
    if tokens[candidate.last].low in abbreviations():
        return False
    words = candidate.words
    return words not in NO_PARTIES and not (alone and words in generic())


def is_party(candidate: Candidate) -> bool:
    """Return whether a candidate is a name that "it" or "the company" may mean: not the "Canadian" of "a Canadian miner"."""
    return is_name(candidate) and not (candidate.kind == "lead" and candidate.words in names_of_demonyms())


def is_dateline(candidate: Candidate) -> bool:
    """Return whether a candidate is the place that a report opens with ("LONDON (Reuters) -", "PERTH, March 3 -")."""
    words = candidate.mention.text
    after = candidate.reading.tokens[candidate.last + 1].low if candidate.last + 1 < len(candidate.reading.tokens) else ""
    return words.isupper() and len(words) > _LONGEST_SHORT_FORM and after in _BEHIND_DATELINES


def in_full(candidate: Candidate) -> Place:
    """Return where a name stands as it is remembered: where the text says it whole, and of a demonym its country, where the text names that."""
    document, low, place = candidate.reading.document, candidate.reading.lows[candidate.last], (candidate.start, candidate.end)
    if candidate.first == candidate.last and low in names_of_demonyms():
        return _country_of(document, low) or place
    return antecedents_of(document).cast.whole(document.text[candidate.start : candidate.end]) or place


def country_of(document: Document, demonym: str) -> Mention | None:
    """Return the country of a demonym where the text names it too ("Chilean exports … Chile")."""
    place = _country_of(document, demonym)
    return None if place is None else Mention.at(document.text, *place)


def _country_of(document: Document, demonym: str) -> Place | None:
    """Return where the text names the country of a demonym."""
    folded = document.folded
    for name in names_of_demonyms()[demonym]:
        at = folded.find(name)
        while at >= 0 and not _stands_alone(folded, at, at + len(name)):
            at = folded.find(name, at + 1)
        if at >= 0:
            return at, at + len(name)
    return None


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Return whether a name is no part of a word or of a longer name that goes on behind it ("China" of "China Steel")."""
    if folded[max(0, start - 1) : start].isalnum() or folded[end : end + 1].isalnum():
        return False
    return not (folded[end : end + 1].isspace() and folded[end + 1 : end + 2].isupper())
