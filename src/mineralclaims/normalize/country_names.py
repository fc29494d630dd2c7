"""Which country a name or demonym means."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load


@cache
def names() -> dict[str, str]:
    """Return every name and demonym of a country with its ISO 3166 code."""
    table: dict[str, str] = {}
    for country in load("countries")["country"]:
        for name in (country["name"], *country.get("names", ()), *country.get("demonyms", ())):
            table.setdefault(name, country["iso2"])
    return table
