"""Which candidates are proper names, and where the text says a name in full."""

from __future__ import annotations

from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.party_words import abbreviations, generic, no_parties
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.demonyms import place_of_country
from mineralclaims.slots.led_groups import LED
from mineralclaims.slots.said_names import NO_PARTIES, Place

_BEHIND_DATELINES = frozenset({"(", ",", "-", "–", "/"})
_LONGEST_SHORT_FORM = 3


def is_name(candidate: Candidate) -> bool:
    """Return whether a candidate is a proper name, whole and by itself."""
    if candidate.kind not in {"base", "lead", "trail"} or candidate.phrase.time:
        return False
    tokens = candidate.reading.tokens
    if candidate.kind == "base" and candidate.last > candidate.phrase.last and candidate.phrase.after in LED:
        return False  # "Lenders led by Orwin"
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
    return words not in NO_PARTIES and words not in no_parties() and not (alone and words in generic())


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
        return place_of_country(document, low) or place
    return antecedents_of(document).cast.whole(document.text[candidate.start : candidate.end]) or place
