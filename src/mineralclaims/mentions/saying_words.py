"""Words by which a text says who a number comes from: verbs of speaking and thinking, nouns for documents."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load


@cache
def speaking_words() -> frozenset[str]:
    """Return the verbs of speech, whose subject can follow them."""
    return _words("speaking")


@cache
def saying_words() -> frozenset[str]:
    """Return all verbs that put a number in somebody's mouth or mind."""
    return _words("saying") | speaking_words()


@cache
def documents() -> frozenset[str]:
    """Return the nouns for what is read rather than heard."""
    return _words("documents")


@cache
def _words(name: str) -> frozenset[str]:
    """Return one list of the lexicon."""
    return frozenset(load("sources")[name]["words"].split())
