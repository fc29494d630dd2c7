"""Lists of words around a number (`lexicons/quantity_words.toml`)."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list, in lower case."""
    return frozenset(load("quantity_words")[name]["words"].split())


@cache
def stems(name: str) -> tuple[str, ...]:
    """Return the beginnings of words of a list."""
    return tuple(sorted(words(name)))
