"""Reporting categories as the lexicon has them: their words, their order, and the words that matter around them."""

from __future__ import annotations

from functools import cache

import attrs

from mineralclaims.lexicons.loader import load

CODE, CLASS, VOLUME = "code", "class", "volume"


@attrs.frozen
class CategoryMention:
    """A category in a sentence: its tokens (both ends included), what it names, and the family of its words."""

    first: int
    last: int
    names: tuple[str, ...]
    family: str

    @property
    def name(self) -> str:
        """What the record holds."""
        return "+".join(self.names)


@attrs.frozen
class Terms:
    """The lexicon: family and names of each word, the order of the names, and the lists of words around."""

    words: dict[str, tuple[str, tuple[str, ...]]]
    order: dict[str, int]
    context: dict[str, frozenset[str]]


@cache
def terms() -> Terms:
    """Return the prepared lexicon."""
    lexicon = load("categories")
    words: dict[str, tuple[str, tuple[str, ...]]] = {}
    order: dict[str, int] = {}
    for rank, entry in enumerate(lexicon["category"]):
        order[entry["name"]] = rank
        for word in entry["words"]:
            words[word] = (entry["family"], tuple(entry["name"].split("+")))
    return Terms(words, order, {name: frozenset(listed.split()) for name, listed in lexicon["context"].items()})


def in_order(names: set[str]) -> tuple[str, ...]:
    """Return several categories in the order of the lexicon, those of the surest first."""
    return tuple(sorted(names, key=lambda name: terms().order.get(name, 0)))
