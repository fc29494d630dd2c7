"""The period of a change that is told beside the figure that changed: "was 220,000 tons in 2024, a 29% increase from 170,000 tons in 2023"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

CHANGES = frozenset({"increase", "decrease"})
"""The aspects of a change."""
_NOUNS = frozenset(
    {"increase", "decrease", "rise", "fall", "drop", "decline", "gain", "jump", "growth", "reduction", "improvement"}
)
_WAYS = frozenset({"up", "down"})
_BEHIND = frozenset({"higher", "lower", "more", "less", "above", "below", "up", "down"})
_BASES = frozenset({"from", "than", "over", "on", "compared", "above", "below", "against", "of", "versus"})
_LONGEST = 5


def tells_beside(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether a change is set beside the figure right before it, so that it has its period: a comma and few words lead to it, and only its base follows."""
    reading, k = scene.reading, scene.k
    lows, begin = reading.lows, reading.at[scene.position - 1] + 1 if scene.position else -1
    comma = next((index for index in range(k - 1, max(begin, k - _LONGEST) - 1, -1) if lows[index] == ","), -1)
    if begin < 0 or comma < begin or any([begin - 1 < one.token < k and one.token > comma for one in here]):
        return False
    beside = lows[comma + 1 : k]
    if not MODALS.isdisjoint(beside) or reading.verbs_between(comma + 1, k) > any([low.endswith("ing") for low in beside]):
        return False
    noun = not _NOUNS.isdisjoint(lows[comma + 1 : k + 2])
    if (
        not noun
        and _WAYS.isdisjoint(beside)
        and not any([low.endswith("ing") for low in beside])
        and _BEHIND.isdisjoint(lows[k + 1 : k + 2])
    ):
        return False
    return not _BASES.isdisjoint(lows[k + 1 : k + 3])
