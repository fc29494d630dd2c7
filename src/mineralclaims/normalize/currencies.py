"""Currencies: what a mark or a word beside a number says of its currency.

Everything is in the lexicon ``currencies.toml``: ISO 4217 with the signs, abbreviations, nouns and demonyms of English
news. Nothing is read before the first call.

>>> prefix_marks()["A$"].code
'AUD'
>>> suffix_words()["dollars"]
Mark(text='dollars', code=None, noun='dollar', minor=False)
>>> default_code("dollar"), by_country("dollar", "AU")
('USD', 'AUD')
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from types import MappingProxyType

import attrs

from mineralclaims.normalize.currency_table import (
    Currency,
    by_country,
    currencies,
    currency,
    default_code,
    entries,
    is_currency,
    minor_ratio,
    minors,
    nouns,
    of_year,
)

__all__ = [
    "Currency",
    "Mark",
    "by_country",
    "currency",
    "default_code",
    "is_currency",
    "minor_ratio",
    "of_year",
    "prefix_marks",
    "suffix_words",
]


@attrs.frozen
class Mark:
    """A sign or a word beside a number that makes it money.

    Attributes:
        text: as written before a number; in lower case after one.
        code: the currency, or None where several share the mark ("$", "dollars", "cents").
        noun: what they share, for ``default_code`` and ``by_country``; None for a code or sign of one alone.
        minor: whether the number counts minor units ("cents", "pence"): see ``minor_ratio``.
    """

    text: str
    code: str | None
    noun: str | None
    minor: bool = False


@cache
def prefix_marks() -> Mapping[str, Mark]:
    """Return the marks before a number by their exact text: signs, abbreviations, and ISO codes (also after)."""
    marks = {mark: Mark(mark, None, entry["noun"]) for entry in nouns().values() for mark in entry.get("marks", ())}
    for entry in entries():
        codes = () if entry.get("word_like") else (entry["code"],)
        for mark in (*codes, *entry.get("marks", ())):
            marks.setdefault(mark, Mark(mark, entry["code"], None))
            if mark.endswith("$") and mark[0].isalpha():
                marks.setdefault(f"{mark[:-1]} $", Mark(f"{mark[:-1]} $", entry["code"], None))
    return MappingProxyType(marks)


@cache
def suffix_words() -> Mapping[str, Mark]:
    """Return the words after a number by their lower-case text: nouns, minor units, both with a demonym before them."""
    words: dict[str, Mark] = {}
    for mark in (*_own_words(), *_bare_words()):
        words.setdefault(mark.text, mark)
    return MappingProxyType(words)


def _bare_words() -> Iterator[Mark]:
    """Yield nouns and minor units that stand alone, with their currency where only one in use has them."""
    in_use = [one for one in currencies().values() if one.until is None]
    for tables, minor in ((nouns(), False), (minors(), True)):
        for key, entry in tables.items():
            users = [one.code for one in in_use if key in (*one.nouns, *one.minors)]
            code = users[0] if users == [entry["default"]] else None
            alone = (word for word in entry["words"] if word not in entry.get("not_alone", ()))
            yield from _marks(alone, code, key, minor=minor)


def _own_words() -> Iterator[Mark]:
    """Yield the words of one currency alone: its own, and noun or minor unit after a demonym ("canadian dollars")."""
    for entry in entries():
        known = currencies()[entry["code"]]
        yield from _marks(entry.get("words", ()), known.code, None)
        noun_words = [word for noun in known.nouns for word in nouns()[noun]["words"]]
        minor_words = [word for minor in known.minors for word in minors()[minor]["words"]]
        for demonym in known.demonyms:
            yield from _marks((f"{demonym} {word}" for word in noun_words), known.code, None)
            yield from _marks((f"{demonym} {word}" for word in minor_words), known.code, None, minor=True)


def _marks(texts: Iterable[str], code: str | None, noun: str | None, *, minor: bool = False) -> Iterator[Mark]:
    return (Mark(text.lower(), code, noun, minor) for text in texts)
