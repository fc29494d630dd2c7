"""Places and exchanges by which a text shows that it is at home in a country with a dollar, a peso, a rupee … of its own."""

from __future__ import annotations

import re
from functools import cache

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.countries import NO_MONEY, names
from mineralclaims.mentions.tries import pattern_of

_NAMED_FOR_TRADE = frozenset({"GB", "CH"})
"""Countries whose cities stand for their markets: what is priced in London is no matter of Britain."""


def _listed(kind: str) -> dict[str, str]:
    """Return the places of a kind in the lexicon, with the country's ISO 3166 code."""
    return {
        written: entry["country"]
        for entry in load("money_places")[kind]
        for name in entry["names"]
        for written in (name, name.upper())  # datelines are in capitals
    }


@cache
def _countries() -> dict[str, str]:
    """Return the places of dollar countries, and the names of these countries themselves, with the country's ISO 3166 code."""
    places = _listed("place")
    own = set(places.values())
    return places | {written: code for name, code in names().items() if code in own for written in (name, name.upper())}


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all places, which begins with their first letters."""
    return re.compile(rf"(?:{pattern_of(_countries())}){NO_MONEY}")


def dollar_places(text: str) -> dict[str, int]:
    """Return for each dollar country how often the text names it or a place of it."""
    table = _countries()
    counts: dict[str, int] = {}
    for match in _pattern().finditer(text):
        if not text[match.start() - 1 : match.start()].isalnum():
            country = table[match.group()]
            counts[country] = counts.get(country, 0) + 1
    return counts


@cache
def _cities() -> dict[str, str]:
    """Return the cities that tell which peso, rupee or crown is meant, capitals among them, with the country's ISO 3166 code."""
    capitals = {
        written: entry["iso2"]
        for entry in load("countries")["country"]
        if entry["iso2"] not in _NAMED_FOR_TRADE
        for name in entry.get("capital", ())
        for written in (name, name.upper())
    }
    return capitals | _listed("city")


@cache
def _city_pattern() -> re.Pattern[str]:
    """Return the pattern of all cities as whole words."""
    return re.compile(rf"(?<![\w-])(?:{pattern_of(_cities())})(?!\w)")


def cities(text: str) -> list[tuple[int, int, str]]:
    """Return from where to where a text names a city, and the ISO code of its country, in order."""
    table = _cities()
    return [(*match.span(), table[match.group()]) for match in _city_pattern().finditer(text)]
