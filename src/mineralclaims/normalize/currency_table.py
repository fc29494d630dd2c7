"""What the lexicon ``currencies.toml`` says of currencies, as read-only tables built on first use."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Any

import attrs

from mineralclaims.errors import UnknownCurrencyError
from mineralclaims.lexicons.loader import load

_THOUSANDTHS = 3
_BESIDE = frozenset({"CUC", "DDM"})
"""Historic currencies that were in use beside another one called the same."""


@attrs.frozen
class Currency:
    """A currency.

    Attributes:
        code: its ISO 4217 code.
        name: its English name.
        nouns: what it is called; "dollar" is shared by many.
        digits: decimals of its minor unit.
        minors: the names of its minor unit ("cent").
        demonyms: what stands before the noun to single it out ("Canadian").
        countries: ISO 3166 codes of where it is legal tender, or was.
        until: the last day of legal tender of a historic one, else None.
        since: the first day of legal tender of a historic one, else None.
        marks: signs and abbreviations before the number that mean it alone ("A$").
        words: words after the number that mean it alone, beside demonym and noun ("sterling").
        per_euro: how many of it are one euro for ever, where the euro has replaced it.
        euro_from: the day from which that holds.
    """

    code: str
    name: str
    nouns: tuple[str, ...]
    digits: int
    minors: tuple[str, ...]
    demonyms: tuple[str, ...]
    countries: tuple[str, ...]
    until: date | None
    since: date | None = None
    marks: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    per_euro: Decimal | None = None
    euro_from: date | None = None


def currency(code: str) -> Currency:
    """Return the currency with this ISO 4217 code.

    Raises:
        TypeError: ``code`` is no ``str``.
        UnknownCurrencyError: no currency has it; the message names near matches.
    """
    if not isinstance(code, str):
        raise TypeError(f"a currency is the str of its code, not {type(code).__name__}")
    found = currencies().get(code)
    if found is None:
        near = get_close_matches(code.upper(), currencies(), n=3)
        raise UnknownCurrencyError(f"no currency {code[:60]!r}" + (f"; near: {', '.join(near)}" if near else ""))
    return found


def all_currencies() -> tuple[Currency, ...]:
    """Return all currencies: those of ISO 4217 in use, then historic ones (with ``until``)."""
    return tuple(currencies().values())


def known_country(country: str) -> bool:
    """Return whether a currency is legal tender, or was, in the country with this ISO 3166 two-letter code."""
    return any(country in entry.countries for entry in currencies().values())


def is_currency(code: str) -> bool:
    """Return whether ``code`` is an ISO 4217 code, in use or historic."""
    return code in currencies()


def minor_ratio(code: str) -> int:
    """Return how many minor units one of the currency has: 100, or 1000 where it has three decimals (dinars).

    Raises:
        UnknownCurrencyError: no currency has this code.
    """
    return 1000 if currency(code).digits == _THOUSANDTHS else 100


def default_code(noun: str) -> str:
    """Return the currency that a noun or minor unit means where nothing around tells: ``"dollar"`` USD, ``"peso"`` MXN.

    Raises:
        UnknownCurrencyError: no currency is called that.
    """
    entry = nouns().get(noun) or minors().get(noun)
    if entry is None:
        raise UnknownCurrencyError(f"no currency is called {noun[:60]!r}; known: {', '.join(sorted(nouns()))}")
    return str(entry["default"])


def by_country(noun: str, country: str) -> str | None:
    """Return the currency with this noun or minor unit that is legal tender in a country, or was last; None if none.

    Args:
        noun: as in :attr:`Mark.noun`, such as ``"dollar"`` or ``"cent"``.
        country: an ISO 3166 two-letter code.
    """
    here = [entry for entry in currencies().values() if country in entry.countries]
    called = [entry for entry in here if noun in (*entry.nouns, *entry.minors)]
    return max(called, key=lambda entry: entry.until or date.max).code if called else None


@cache
def of_year(code: str, year: int) -> str:
    """Return the currency that was called so in a year: ``"ZMK"`` for ``"ZMW"`` in 1987; the same where none is known.

    Args:
        code: the ISO 4217 code of the currency now.
        year: the year; the one in which a currency was replaced is the new one's.
    """
    now = currency(code)
    if now.since is not None and now.since.year <= year:
        return code
    old = [
        entry
        for entry in currencies().values()
        if entry.until is not None
        and entry.since is not None
        and entry.since <= date(year, 7, 1)
        and year < entry.until.year
        and entry.code not in _BESIDE
        and set(entry.nouns) & set(now.nouns)
        and set(entry.countries) & set(now.countries)
    ]
    return max(old, key=lambda entry: entry.since or date.min).code if old else code


def entries() -> list[dict[str, Any]]:
    """Return the entries of all currencies, as the lexicon has them."""
    listed: list[dict[str, Any]] = load("currencies")["currency"]
    return listed


@cache
def currencies() -> Mapping[str, Currency]:
    """Return the currencies by their code."""
    return MappingProxyType({entry["code"]: _currency(entry) for entry in entries()})


@cache
def nouns() -> Mapping[str, Mapping[str, Any]]:
    """Return the entries of nouns by the noun."""
    return MappingProxyType({entry["noun"]: entry for entry in load("currencies")["noun"]})


@cache
def minors() -> Mapping[str, Mapping[str, Any]]:
    """Return the entries of minor units by their name."""
    return MappingProxyType({entry["minor"]: entry for entry in load("currencies")["minor"]})


def _currency(entry: Mapping[str, Any]) -> Currency:
    plain = {key: entry.get(key) for key in ("code", "name", "digits", "until", "since", "euro_from")}
    lists = {key: tuple(entry.get(key, ())) for key in ("nouns", "minors", "demonyms", "countries", "marks", "words")}
    rate = Decimal(entry["per_euro"]) if "per_euro" in entry else None
    return Currency(**plain, **lists, per_euro=rate)  # type: ignore[arg-type]
