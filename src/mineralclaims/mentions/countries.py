"""Countries that a text names, by name or demonym."""

from __future__ import annotations

import re
from functools import cache

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.tries import pattern_of

NO_MONEY = r"(?!\w|\.? ?\$| Columbia|\.?[ \n]{1,13}(?:[dD](?:ol)?la?rs?|[cC]ents?|cts))"
"""What must not follow a country's name: in "US$5", "U.S. dlrs" and "British Columbia" it names no country."""


@cache
def names() -> dict[str, str]:
    """Return every name and demonym of a country with its ISO 3166 code."""
    table: dict[str, str] = {}
    for country in load("countries")["country"]:
        for name in (country["name"], *country.get("names", ()), *country.get("demonyms", ())):
            table.setdefault(name, country["iso2"])
    return table


@cache
def names_of_demonyms() -> dict[str, tuple[str, ...]]:
    """Return for each demonym, in lower case, the names of its country."""
    table: dict[str, tuple[str, ...]] = {}
    for country in load("countries")["country"]:
        for demonym in country.get("demonyms", ()):
            table.setdefault(demonym.lower(), (country["name"], *country.get("names", ())))
    return table


@cache
def blocs() -> frozenset[str]:
    """Return the names of blocs of countries, in lower case."""
    return frozenset(name.lower() for bloc in load("countries")["bloc"] for name in (bloc["name"], *bloc.get("names", ())))


@cache
def _pattern() -> re.Pattern[str]:
    """Return the pattern of all names, which begins with their first letters: a search skips to the capitals."""
    return re.compile(rf"(?:{pattern_of(names())}){NO_MONEY}")


def countries(text: str) -> list[str]:
    """Return the ISO codes of the countries named in a text, in order, as often as they are named."""
    return [code for _, _, code in country_places(text)]


def country_places(text: str) -> list[tuple[int, int, str]]:
    """Return from where to where a text names a country, and its ISO code, in order."""
    table = names()
    return [(*match.span(), table[match.group()]) for match in _pattern().finditer(text) if not _inside_word(text, match.start())]


def _inside_word(text: str, at: int) -> bool:
    """Return whether ``at`` is in the middle of a word."""
    before = text[at - 1 : at]
    return before.isalnum() or before in {"-", "_"}
