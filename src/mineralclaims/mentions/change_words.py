"""Words that tell of a change: after them "from A to B" is two moments, not one range."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.mentions.word_lists import stems, words
from mineralclaims.text.tags import INDEFINITE

_MOVE_NOUNS = frozenset({"increase", "rise", "fall", "drop", "decline", "gain", "advance"})
_MOVES = frozenset({"grow", "rise", "fall", "drop", "increase", "decline", "climb", "expand", "shrink", "gain", "contract"})
_AHEAD = frozenset({"will", "would", "may", "might", "could", "should", "can", "must", "to"})
_MORE = frozenset({"further", "additional", "extra", "another"})
_PERCENT_AND_OR = 4
_HEDGES = frozenset({"about", "nearly", "almost", "around", "over", "roughly", "some", "just", "only"})


def tells_change(before: list[str]) -> bool:
    """Return whether one of the words in lower case is a verb or noun of change."""
    known, beginnings, others = words("change"), stems("change_stem"), words("no_change")
    return any(word in known or (word.startswith(beginnings) and word not in others) for word in before)


def tells_spread(before: list[str]) -> bool:
    """Return whether one of the words says a spread ("ranging", "varies", "depending")."""
    beginnings = stems("spread_stem")
    return any(word.startswith(beginnings) for word in before) or ("rising", "with") in pairwise(before)


def moved_by(before: list[str]) -> str:
    """Return the word of movement right before a number ("rose", "by"), a hedge passed over; "" where there is none."""
    index = len(before) - 1
    if index >= _PERCENT_AND_OR and before[index] == "or" and before[index - 1].endswith(("%,", "percent,", "pct,", "cent,")):
        index -= next((back for back in range(2, 5) if before[index - back + 1][:1].isdigit()), 2)  # "up 4%, or 9 pence to 240p"
    if index >= 0 and before[index] in _HEDGES:
        index -= 1
    if index >= 0 and before[index] in _MORE:
        index -= 2 if index and before[index - 1] in INDEFINITE else 1
    if index >= 1 and "-than-" in before[index] and before[index - 1] in INDEFINITE:
        index -= 2  # "by a larger-than-forecast 3 million"
    if index >= 1 and before[index] == "than" and before[index - 1] in {"more", "less"}:
        index -= 2
    if index < 0:
        return ""
    if before[index] in words("move"):
        return before[index]
    return before[index - 1] if index and before[index] == "of" and before[index - 1] in _MOVE_NOUNS else ""


def tells_size(before: list[str]) -> bool:
    """Return whether the words end with how much something will move, no word of where to: "an increase of", "is expected to grow"."""
    index = len(before) - 1
    if index >= 0 and before[index] in _HEDGES:
        index -= 1
    if index < 1:
        return False
    if before[index] == "of":
        return before[index - 1] in _MOVE_NOUNS
    return before[index] in _MOVES and before[index - 1] in _AHEAD
