"""Lists of words in the lexicons, those around a number (`quantity_words.toml`) by their name alone."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load


@cache
def listed(lexicon: str, name: str) -> frozenset[str]:
    """Return the words of a list of a lexicon."""
    return frozenset(load(lexicon)[name]["words"].split())


@cache
def words(name: str) -> frozenset[str]:
    """Return the words of a list around a number, in lower case."""
    return listed("quantity_words", name)


@cache
def stems(name: str) -> tuple[str, ...]:
    """Return the beginnings of words of a list."""
    return tuple(sorted(words(name)))
