"""Fines that are ore rather than a penalty: "lump ore at Rs 5,200 and fines at Rs 4,460"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene

_ORES = frozenset({"lump", "lumps", "ore", "ores", "pellet", "pellets", "sinter", "concentrate", "concentrates", "coke", "coal"})
_LEADS = frozenset({"at", "to", "is", "was", "are", "were", "cost", "costs", "for", "by"})


def is_ore(reading: Reading, index: int) -> bool:
    """Return whether the word "fines" at a token is of ore: behind a commodity, or in a sentence that names lumps, pellets or ore."""
    return reading.lows[index] == "fines" and (index - 1 in reading.commodity_tokens or not _ORES.isdisjoint(reading.lows))


def fines_before(scene: Scene) -> int:
    """Return the token of the fines whose price the number is ("and that of fines at #"), -1 where it is of none."""
    lows, k = scene.reading.lows, scene.k
    if k > 1 and lows[k - 1] in _LEADS and is_ore(scene.reading, k - 2):
        return k - 2
    return -1
