"""Words by which a text says who a number comes from: verbs of speaking and thinking, nouns for documents."""

from __future__ import annotations

from functools import cache

from mineralclaims.mentions.word_lists import listed


@cache
def speaking_words() -> frozenset[str]:
    """Return the verbs of speech, whose subject can follow them."""
    return listed("sources", "speaking")


@cache
def saying_words() -> frozenset[str]:
    """Return all verbs that put a number in somebody's mouth or mind."""
    return listed("sources", "saying") | speaking_words()


@cache
def documents() -> frozenset[str]:
    """Return the nouns for what is read rather than heard."""
    return listed("sources", "documents")
