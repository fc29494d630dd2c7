"""Which one of its sort something is: "the No. 3 producer", "Reactor No. 4" have one word for the number and "No."."""

from __future__ import annotations

from mineralclaims.text.tags import NOUN
from mineralclaims.text.tokens import Token

RANK = ("no", ".")
"""The tokens before the number of a rank."""


def follows_rank(tokens: list[Token], begin: int, low: str) -> bool:
    """Return whether a number that begins at a place stands right behind "No."."""
    if len(tokens) < len(RANK) or tokens[-1].low != RANK[1] or tokens[-2].low != RANK[0] or not low.isdigit():
        return False
    return tokens[-2].end == tokens[-1].start and tokens[-1].end + 1 == begin


def join_rank(tokens: list[Token], end: int, low: str) -> None:
    """Make one token of "No." and its number, which describes what follows as an adjective does."""
    tokens.pop()
    rank = tokens[-1]
    rank.end, rank.low = end, f"no. {low}"
    rank.name, rank.tag, rank.cue = False, NOUN, ()
