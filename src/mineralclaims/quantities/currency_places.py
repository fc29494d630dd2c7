"""Where a text names the countries and cities that tell whose pesos, crowns or pounds are meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property

from mineralclaims.mentions.countries import country_places
from mineralclaims.mentions.money_places import cities
from mineralclaims.normalize.currencies import by_country, currency
from mineralclaims.quantities.pieces import Piece

_CLAUSE = re.compile(r"[,;:)]|\b(?:and|but|while|whereas|as)\b")
SENTENCE = 500
"""As far as :func:`gap` puts what stands in another sentence."""
_POUNDS = frozenset({"pound", "penny"})


class Places(list[tuple[int, int, str]]):
    """From where to where a text names countries that have a currency called so, and that currency, in order."""

    @cached_property
    def most(self) -> str:
        """The currency of the country that is named most, and first."""
        return Counter(place[2] for place in self).most_common(1)[0][0]


def places_of(text: str, noun: str) -> Places:
    """Return where a text names a country that has a currency called so."""
    named = sorted((*country_places(text), *cities(text)))
    found = [(start, end, code) for start, end, country in named if (code := by_country(noun, country)) is not None]
    return Places(place for place in found if noun not in _POUNDS or currency(place[2]).until is None)


def nearest(text: str, places: Places, piece: Piece) -> str:
    """Return the currency of the place that a piece's own clause or sentence names, else of the country that the text names most, and first."""
    after = bisect_left(places, (piece.start, 0, ""))
    before = places[after - 1] if after else None
    behind = places[after] if after < len(places) else None
    here = before is not None and gap(text, before[1], piece.start) < SENTENCE
    if behind is not None and gap(text, piece.end, behind[0]) < SENTENCE:
        between = text[piece.end : behind[0]]
        if not here or (before is not None and len(between) < piece.start - before[1] and not _CLAUSE.search(between)):
            return behind[2]
    if before is not None and here:
        return before[2]
    return places.most


def gap(text: str, start: int, end: int) -> int:
    """Return how far it is from one place to another, much farther where a sentence ends between."""
    length = end - start
    if length >= SENTENCE:
        return length
    between = text[start:end]
    return length + SENTENCE if ". " in between or ".\n" in between or "\n\n" in between else length
