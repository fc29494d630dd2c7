"""Words by which a text says who a number comes from: verbs of speaking and thinking, nouns for documents."""

from __future__ import annotations

from functools import cache

from mineralclaims.mentions.word_lists import listed

_KINDS = ("stating", "foretelling", "estimating", "finding")


@cache
def speaking_words() -> frozenset[str]:
    """Return the verbs of speech, whose subject can follow them."""
    return listed("sources", "speaking")


@cache
def saying_kinds() -> dict[str, str]:
    """Return what each verb that puts a number in somebody's mouth or mind does with it, by its base form: states, foretells, estimates or finds it."""
    return {word: kind for kind in _KINDS for word in sorted(listed("sources", kind))}


@cache
def documents() -> frozenset[str]:
    """Return the nouns for what is read rather than heard."""
    return listed("sources", "documents")


@cache
def outlooks() -> frozenset[str]:
    """Return the nouns for what somebody expects."""
    return listed("sources", "outlooks")


@cache
def foreseers() -> frozenset[str]:
    """Return who foresees numbers for a living, and does nothing else with them."""
    return listed("sources", "foreseers")
