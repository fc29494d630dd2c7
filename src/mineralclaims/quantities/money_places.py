"""Where a text names the countries and cities that tell whose pesos, crowns or pounds are meant."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter

from mineralclaims.mentions.countries import country_places
from mineralclaims.mentions.dollar_places import cities
from mineralclaims.normalize.currencies import by_country, currency
from mineralclaims.quantities.dollars import gap
from mineralclaims.quantities.pieces import Piece

_CLAUSE = re.compile(r"[,;:)]|\b(?:and|but|while|whereas|as)\b")
_FAR = 500
"""As far as :func:`gap` puts what stands in another sentence."""
_POUNDS = frozenset({"pound", "penny"})


def places_of(text: str, noun: str) -> list[tuple[int, int, str]]:
    """Return from where to where a text names a country that has a currency called so, and that currency, in order."""
    named = sorted((*country_places(text), *cities(text)))
    found = [(start, end, code) for start, end, country in named if (code := by_country(noun, country)) is not None]
    return [place for place in found if currency(place[2]).until is None] if noun in _POUNDS else found


def nearest(text: str, places: list[tuple[int, int, str]], piece: Piece) -> str:
    """Return the currency of the place that a piece's own clause or sentence names, else of the country that the text names most, and first."""
    after = bisect_left(places, (piece.start, 0, ""))
    before = places[after - 1] if after else None
    behind = places[after] if after < len(places) else None
    here = before is not None and gap(text, before[1], piece.start) < _FAR
    if behind is not None and gap(text, piece.end, behind[0]) < _FAR:
        between = text[piece.end : behind[0]]
        if not here or (before is not None and len(between) < piece.start - before[1] and not _CLAUSE.search(between)):
            return behind[2]
    if before is not None and here:
        return before[2]
    return Counter(place[2] for place in places).most_common(1)[0][0]
