"""Countries that a text names, by name or demonym."""

from __future__ import annotations

import re
from functools import cache

from mineralclaims.lexicons.loader import load

_CASELESS_AT_LEAST = 4


@cache
def names() -> dict[str, str]:
    """Return every name and demonym of a country with its ISO 3166 code."""
    table: dict[str, str] = {}
    for country in load("countries")["country"]:
        for name in (country["name"], *country.get("names", ()), *country.get("demonyms", ())):
            table.setdefault(name, country["iso2"])
    return table


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all names; longer ones first."""
    alternatives = "|".join(re.escape(name) for name in sorted(names(), key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{alternatives})(?![\w])")


def countries(text: str) -> list[str]:
    """Return the ISO codes of the countries named in a text, in order, as often as they are named."""
    table = names()
    return [table[match.group()] for match in _pattern().finditer(text)]
