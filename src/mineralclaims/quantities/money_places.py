"""Where a text names the countries and cities that tell whose pesos, crowns or pounds are meant."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter

from mineralclaims.mentions.countries import country_places
from mineralclaims.mentions.dollar_places import cities
from mineralclaims.normalize.currencies import by_country, currency
from mineralclaims.quantities.dollars import gap
from mineralclaims.quantities.pieces import Piece

_FAR = 500
"""As far as :func:`gap` puts what stands in another sentence."""
_POUNDS = frozenset({"pound", "penny"})


def places_of(text: str, noun: str) -> list[tuple[int, int, str]]:
    """Return from where to where a text names a country that has a currency called so, and that currency, in order."""
    named = sorted((*country_places(text), *cities(text)))
    found = [(start, end, code) for start, end, country in named if (code := by_country(noun, country)) is not None]
    return [place for place in found if currency(place[2]).until is None] if noun in _POUNDS else found


def nearest(text: str, places: list[tuple[int, int, str]], piece: Piece) -> str:
    """Return the currency of the place nearest to a piece in its own sentence, else of the country that the text names most, and first."""
    after = bisect_left(places, (piece.start, 0, ""))
    ranked = [
        (gap(text, place[1], piece.start) if place[0] < piece.start else gap(text, piece.end, place[0]), place[2])
        for place in places[max(0, after - 1) : after + 1]
    ]
    near, code = min(ranked, key=lambda one: one[0])
    return code if near < _FAR else Counter(place[2] for place in places).most_common(1)[0][0]
