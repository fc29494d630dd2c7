"""Adjectives that stand behind their noun and end its phrase: "a mine responsible for 8%", "in the quarter due to a strike"."""

from __future__ import annotations

from mineralclaims.text.tags import NOUN, QUANTITY
from mineralclaims.text.tokens import Token

_TO = frozenset({"to"})
_FOR = frozenset({"for"})
_ON = frozenset({"on", "upon"})
_OF = frozenset({"of"})

_LED_TO: dict[str, frozenset[str]] = {
    **dict.fromkeys(
        (
            "due", "subject", "similar", "relative", "prior", "previous", "thanks", "akin",
            "contrary", "comparable", "identical", "vulnerable", "integral", "attributable", "payable", "proportional",
            "able", "unable", "willing", "unwilling", "unlikely", "eager", "next", "adjacent",
        ),
        _TO,
    ),
    **dict.fromkeys(("responsible", "eligible", "ready", "suitable", "liable"), _FOR | _TO),
    **dict.fromkeys(("dependent", "reliant", "contingent", "conditional", "intent"), _ON),
    **dict.fromkeys(("capable", "worthy", "short", "ahead", "representative", "typical", "aware"), _OF),
    "available": frozenset({"for", "to", "from", "in", "at"}),
    "exempt": frozenset({"from"}),
    "rich": frozenset({"in"}),
}  # fmt: skip
"""The adjectives, each with the words that lead on from it."""

_AHEAD_OF_NAMES = frozenset({"previous", "short", "subject", "relative"})
"""Words that are nouns or describe what follows as well: they end nothing where they open a phrase."""

_FORESEEN = frozenset({"expected", "forecast", "anticipated", "feared", "planned", "predicted", "projected", "thought", "hoped"})

_COMPARED = frozenset({"higher", "lower", "bigger", "smaller", "larger", "stronger", "weaker", "better", "cheaper", "greater"})


def stands_behind(tokens: list[Token], index: int) -> bool:
    """Return whether a word is an adjective that goes with the noun before it: "responsible" in "a mine responsible for 8%"."""
    led = _LED_TO.get(tokens[index].low)
    return led is not None and index + 1 < len(tokens) and tokens[index + 1].low in led


def opens_no_phrase(tokens: list[Token], index: int) -> bool:
    """Return whether a word is an adjective without a noun of its own: "due to the strike", "better than expected profits"."""
    if tokens[index].low == "whole" and index > 1 and tokens[index - 2].low == "as":
        return True  # "Europe as a whole"
    if index and tokens[index - 1].tag == QUANTITY and tokens[index].low in _COMPARED:
        return index + 1 < len(tokens) and tokens[index + 1].tag == NOUN  # "a 25% higher profit"
    if index and tokens[index - 1].low == "than" and tokens[index].low in _FORESEEN:
        return True
    return stands_behind(tokens, index) and tokens[index].low not in _AHEAD_OF_NAMES
