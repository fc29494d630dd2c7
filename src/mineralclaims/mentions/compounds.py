"""Compounds whose first part is two things joined: "oil and gas fields", "a smelting and refining facility"."""

from __future__ import annotations

from functools import cache

from mineralclaims.mentions.commodities import GOODS, names
from mineralclaims.mentions.word_lists import listed
from mineralclaims.text.tags import NOUN
from mineralclaims.text.tokens import Token

_JOINING = frozenset({"and", "or"})


@cache
def _goods() -> frozenset[str]:
    """Return the commodities that are written as one word."""
    return frozenset(
        word
        for word, listed_here in names().phrases.items()
        if any(len(words) == 1 and name not in {None, GOODS} for words, name in listed_here)
    )


def joins_compound(tokens: list[Token], last: int) -> bool:
    """Return whether "and" behind a token joins it to another of its kind, and both describe the noun that follows: "oil and gas fields"."""
    if last + 3 >= len(tokens) or tokens[last + 1].low not in _JOINING:
        return False
    one, other, head = tokens[last], tokens[last + 2], tokens[last + 3]
    if other.tag != NOUN or head.tag != NOUN or other.name or head.name or not head.low[0].isalpha():
        return False
    return any(one.low in kind and other.low in kind and head.low not in kind for kind in (_goods(), listed("nouns", "activities")))
