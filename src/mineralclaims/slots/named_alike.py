"""Names that say what they are with the same word as what goes back to them: "Tano block" for "the block", "Burgas refinery" for "the plant"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import country_words, site_sorts
from mineralclaims.slots.actors import PLACE
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.proper_names import is_dateline
from mineralclaims.spans import Mention

PARTS_OF_COUNTRIES = frozenset({"state", "province", "territory"})
_ONE_WORD = PARTS_OF_COUNTRIES | {"country"}
_SENTENCES_BACK, _LIKE_BACK, _NAMES_BACK = 3, 6, 60


def named_like(reading: Reading, first: int, word: str) -> Mention | None:
    """Return the nearest earlier name that says what it is with the same word ("Tano block" for "the block"), or a country."""
    document = reading.document
    for number in range(reading.number, max(-1, reading.number - 1 - _LIKE_BACK), -1):
        if word != "country" and word not in document.folded[slice(*document.sentences[number])].lower():
            continue  # no need to read it
        for candidate in candidates(document.reading(number))[: -_NAMES_BACK - 1 : -1]:
            if (number < reading.number or candidate.last < first) and _is_like(candidate, word):
                return candidate.mention
    return None


def of_same_sort(reading: Reading, first: int, word: str) -> Mention | None:
    """Return the nearest earlier name of a site that another word says ("Burgas refinery" for "the plant")."""
    sort = site_sorts().get(word)
    document = reading.document
    for number in range(reading.number, max(-1, reading.number - 1 - _SENTENCES_BACK), -1) if sort else ():
        for candidate in candidates(document.reading(number))[: -_NAMES_BACK - 1 : -1]:
            if number == reading.number and candidate.last >= first:
                continue
            head = candidate.reading.tokens[candidate.last]
            if candidate.kind == "base" and site_sorts().get(head.low) == sort and _named_site(candidate):
                return candidate.mention
    return None


def _named_site(candidate: Candidate) -> bool:
    """Return whether a phrase that ends with a word for a site names it: "Burgas refinery", "the Stibnite gold project"."""
    tokens = candidate.reading.tokens[candidate.first : candidate.last]
    return bool(tokens) and tokens[0].name and tokens[0].low not in country_words()


def _is_like(candidate: Candidate, word: str) -> bool:
    """Return whether a candidate is a name that says what it is with a word, or a country where that is the word."""
    first, last = candidate.reading.tokens[candidate.first], candidate.reading.tokens[candidate.last]
    if candidate.kind not in {"base", "lead"} or not (first.name or last.name) or (first is last and word not in _ONE_WORD):
        return False
    ends = {first.low, last.low}
    said = word in ends or f"{word}s" in ends or (word == "hole" and "drillhole" in ends)
    if word in PARTS_OF_COUNTRIES and not said:
        return candidate.kind == "base" and candidate.phrase.before == "in" and candidate.first > 0 and _is_place(candidate)
    return said or (word == "country" and "country" in candidate.bare.names and not is_dateline(candidate))


def _is_place(candidate: Candidate) -> bool:
    """Return whether a name behind "in" may be a part of a country: all of it capitals, no country, no month, no company."""
    reading = candidate.reading
    capitals = all(token.name for token in reading.tokens[candidate.first : candidate.last + 1])
    names = candidate.bare.names
    return (
        capitals and "country" not in names and antecedents_of(reading.document).cast.kind_of(candidate.mention.text) in {"", PLACE}
    )
