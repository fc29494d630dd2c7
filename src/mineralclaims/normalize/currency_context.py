"""Which currency a sign or word means, and by what that is known: by itself, by what is around it, by a setting, by default.

>>> resolve("A$")
Resolution(code='AUD', by='mark', cue='A$')
>>> resolve("pesos", "The Philippine miner spent 5 million pesos.")
Resolution(code='PHP', by='country', cue='Philippine')
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType
from typing import Literal

import attrs

from mineralclaims.errors import SettingError, UnknownCurrencyError
from mineralclaims.lexicons.loader import load
from mineralclaims.normalize.currencies import Mark, prefix_marks, suffix_words
from mineralclaims.normalize.currency_table import by_country, currencies, currency, default_code, known_country, nouns

__all__ = ["By", "Context", "Resolution", "as_country", "resolve"]

By = Literal["mark", "country", "amounts", "setting", "default"]
"""What settles a currency: the mark alone; a country; another amount of the text; the user's setting; the table's default."""

_BY_AMOUNTS_ONLY = frozenset({"dollar", "cent"})
"""Nouns that a country's name alone does not settle: prices of the world are in U.S. dollars wherever they are quoted."""

_NO_NAMES: Mapping[str, str] = MappingProxyType({})
_WORD = re.compile(r"[^\W\d_](?:\w|\.(?=\w)){0,40}")
_BEFORE = re.compile(r"(?<!\S)[(\[\"'-]?([^\s\d.,;:()\[\]]{1,8}?[.]?) ?(?=\d)")
_AFTER = re.compile(
    r"\d[ -]?(?:(?:thousand|million|billion|trillion|lakh|crore|mln|bln|mn|bn|m|k)\b)?[ -]?([^\W\d_][\w.]*(?: [^\W\d_][\w.]*){0,2})",
    re.IGNORECASE,
)


def as_country(code: str | None) -> str | None:
    """Return an ISO 3166 code after a check that a currency is known there."""
    if code is not None and not known_country(code):
        raise SettingError(f"country is {code!r}; accepted are ISO 3166 codes in capitals, such as 'AU'")
    return code


@attrs.frozen
class Context:
    """What is around a mark.

    Attributes:
        countries: ISO 3166 codes of the countries named, the nearest first.
        amounts: ISO 4217 codes of the other amounts, the nearest first.
        country: the setting: the ISO 3166 code of the country whose money is meant where nothing else tells.

    Raises:
        SettingError: no currency is known of ``country``.
    """

    countries: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    amounts: tuple[str, ...] = attrs.field(default=(), converter=tuple)
    country: str | None = attrs.field(default=None, converter=as_country)


@attrs.frozen
class Resolution:
    """Which currency a mark means.

    Attributes:
        code: the ISO 4217 code.
        by: what settles it: ``mark``, ``country``, ``amounts``, ``setting`` or ``default``.
        cue: the mark, the name of the country, the mark of the other amount, or the code in the context; "" for a default.
    """

    code: str
    by: By
    cue: str = ""


def resolve(mark: str, context: Context | str | None = None) -> Resolution:
    """Return which currency a sign, abbreviation, word or ISO code means.

    A mark of several currencies is settled by the nearest country or demonym that has a currency called so, then by the
    nearest other amount, then by the setting, then by the table: ``"pesos"`` are Mexican. For dollars and cents, a country's
    name does not count, but an amount in another dollar does.

    Args:
        mark: such as ``"$"``, ``"Rs"``, ``"pesos"``, ``"Norwegian crowns"``, ``"CAD"``.
        context: the text around it, or what is known of that text.

    Raises:
        TypeError: ``mark`` is no ``str``, or ``context`` neither a ``Context`` nor a ``str``.
        UnknownCurrencyError: no currency has such a mark; the message names near ones.
    """
    if not isinstance(mark, str) or not isinstance(context, Context | str | None):
        wrong = mark if not isinstance(mark, str) else context
        raise TypeError(f"a mark is a str, its context a Context or a str, not {type(wrong).__name__}")
    written = " ".join(mark.split())
    found = _known(written)
    if found.code is not None:
        return Resolution(found.code, "mark", written)
    noun = found.noun or ""
    known = _read(context, written) if isinstance(context, str) else [(by, code, code) for by, code in _listed(context)]
    for by, code, cue in known:
        if by == "country" and noun not in _BY_AMOUNTS_ONLY and (here := by_country(noun, code)) is not None:
            return Resolution(here, "country", cue)
        if by == "amounts" and noun in (*currency(code).nouns, *currency(code).minors):
            return Resolution(code, "amounts", cue)
    setting = context.country if isinstance(context, Context) else None
    if setting is not None and (here := by_country(noun, setting)) is not None:
        return Resolution(here, "setting", setting)
    return Resolution(default_code(noun), "default")


def _known(written: str) -> Mark:
    """Return the mark with this text, in any case where that leaves no doubt."""
    low = written.lower()
    if found := prefix_marks().get(written) or suffix_words().get(low):
        return found
    if written in currencies():
        return Mark(written, written, None)
    if low in nouns():
        return Mark(low, None, low)
    for code, known in currencies().items():
        if known.name.lower() == low:
            return Mark(written, code, None)
    near = get_close_matches(low, [*suffix_words(), *prefix_marks()], n=3)
    raise UnknownCurrencyError(f"no currency is written {written[:60]!r}" + (f"; near: {', '.join(near)}" if near else ""))


def _listed(context: Context | None) -> Iterator[tuple[By, str]]:
    """Yield what a context holds, in the order in which it counts."""
    if context is not None:
        yield from (("country", code) for code in context.countries)
        yield from (("amounts", code) for code in context.amounts)


def _read(text: str, mark: str) -> list[tuple[By, str, str]]:
    """Return countries and then amounts of a text, each with its code and its words, the nearest to the mark first."""
    alone = re.search(rf"(?<![^\W\d_]){re.escape(mark)}(?![^\W\d_])", text)
    at = alone.start() if alone is not None else len(text)
    found: list[tuple[By, str, str]] = []
    for by, cues in (("country", _countries(text)), ("amounts", _amounts(text))):
        found += [(by, code, cue) for _, code, cue in sorted((abs(start - at), code, cue) for start, code, cue in cues)]  # type: ignore[misc]
    return found


@cache
def _country_names() -> Mapping[str, Mapping[str, str]]:
    """Return the names and demonyms of countries with their ISO 3166 codes, by their first word; the longest first."""
    said = {
        name: entry["iso2"]
        for entry in reversed(load("countries")["country"])
        for name in (entry["name"], *entry.get("names", ()), *entry.get("demonyms", ()))
    }
    table: dict[str, dict[str, str]] = {}
    for name in sorted(said, key=len, reverse=True):
        first = _WORD.match(name)
        table.setdefault(first.group() if first else name, {})[name] = said[name]
    return MappingProxyType(table)


def _countries(text: str) -> Iterable[tuple[int, str, str]]:
    """Yield where a text names which country, and how."""
    end = 0
    for word in _WORD.finditer(text):
        if word.start() < end:
            continue
        for name, code in _country_names().get(word.group(), _NO_NAMES).items():
            if text.startswith(name, word.start()) and not text[word.start() + len(name) :][:1].isalnum():
                end = word.start() + len(name)
                yield word.start(), code, name
                break


def _amounts(text: str) -> Iterable[tuple[int, str, str]]:
    """Yield where a text has an amount whose mark means one currency alone, which, and the mark."""
    for before in _BEFORE.finditer(text):
        mark = prefix_marks().get(before[1])
        if mark is not None and mark.code is not None:
            yield before.start(1), mark.code, before[1]
    for after in _AFTER.finditer(text):
        words = after[1].split(" ")
        for count in range(len(words), 0, -1):
            said = " ".join(words[:count])
            mark = suffix_words().get(said.lower().rstrip(".")) or suffix_words().get(said.lower()) or prefix_marks().get(said)
            if mark is not None:
                if mark.code is not None:
                    yield after.start(1), mark.code, said
                break
