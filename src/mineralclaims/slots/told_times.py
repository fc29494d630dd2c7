"""The times that a sentence tells and those of the sentences before it, each with what it means, found once."""

from __future__ import annotations

import re
from datetime import date

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.dated import Dated
from mineralclaims.slots.that_year import pointed_at, points_back

_HINTS = ("day", "19", "20", "uarter", "alf", " Jan", " Feb", " Mar", " Apr", " May", " Ju", " Aug", " Sep", " Oct", " Nov", " Dec")
_NAMES_DAY = re.compile(
    r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b|\b(?:19|20)\d\d\b|[Qq]uarter|[Hh]alf|\b(?:Jan|Feb|Mar|Apr|May|Ju[nl]|Aug|Sep|Oct|Nov|Dec)"
)
_HEARD, _POINTED_AT = 2, 3
"""How many sentences back a time may be that dates a number, or that another points back to."""
_LAST_FEW = 12


def dated_in(reading: Reading, published: date | None) -> list[Dated]:
    """Return the times of a sentence with what they mean, found once."""
    if reading.dated is None:
        folded, found = reading.document.folded, list[Dated]()
        reading.dated = found
        before: list[list[Dated]] | None = None
        for expression in reading.times:
            pointed = None
            if points_back(folded, expression):
                before = _plain_before(reading, published) if before is None else before
                pointed = pointed_at(reading, expression, [found[-_LAST_FEW:], *before])
            found.append(Dated(reading, expression, published, pointed))
    return reading.dated


def _plain_before(reading: Reading, published: date | None) -> list[list[Dated]]:
    """Return the last times of the sentences before, those of the last one first, but for those that themselves point back."""
    document, before = reading.document, list[list[Dated]]()
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _POINTED_AT), -1):
        if _names_day(document.folded[slice(*document.sentences[number])]):
            words = document.words_of(number)
            plain = [one for one in words.times[-_LAST_FEW:] if not points_back(document.folded, one)]
            before.append([Dated(words, one, published) for one in plain])
        else:
            before.append([])
    return before


def heard_before(reading: Reading, published: date | None) -> list[tuple[int, Dated]]:
    """Return the times of the sentences just before with how far back they are, found once."""
    if reading.heard is None:
        document, heard = reading.document, list[tuple[int, Dated]]()
        for before in range(reading.number - 1, max(-1, reading.number - 1 - _HEARD), -1):
            if _names_day(document.folded[slice(*document.sentences[before])]):
                heard += [
                    (reading.number - before, dated)
                    for dated in dated_in(document.words_of(before), published)
                    if dated.value is not None
                ]
        reading.heard = heard
    return reading.heard


def _names_day(sentence: str) -> bool:
    """Return whether a sentence names a weekday, a month, a year, a quarter or a half."""
    return any([hint in sentence for hint in _HINTS]) and _NAMES_DAY.search(sentence) is not None
