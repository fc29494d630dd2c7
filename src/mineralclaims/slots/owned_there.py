"""What a stake is in where "which" says so: "the Pelham mine in Peru, in which it has 40%"."""

from __future__ import annotations

from mineralclaims.claims.relatives import owned_before
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase

_WHICH = frozenset({"which", "whom"})
_UNSURE = frozenset({"in", "at", "near", "off", "on", "outside", "around", "and"})
_WITHIN = 14


def owned_in_which(scene: Scene) -> Phrase | None:
    """Return the name that "in which" before a number stands for, past where that lies; None for another, and where a number stands between."""
    reading, k = scene.reading, scene.k
    for at in range(k - 1, max(1, k - _WITHIN), -1):
        if reading.lows[at] == "#":
            return None
        if reading.lows[at] in _WHICH:
            owned = owned_before(reading, at)
            sure = owned is not None and reading.tokens[owned.last].name and owned.before not in _UNSURE
            return owned if sure else None
    return None
