"""Levels that something is yet to be moved to, past the level that it has: "will lower its 50% tariff on steel to 25%"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.clause_words import DEFINITE, STOPS

_MOVES = frozenset({"cut", "reduce", "lower", "raise", "increase", "lift", "slash", "double", "halve", "hike", "boost", "trim"})
_LEADS = {
    **dict.fromkeys(("will", "would", "could", "may", "might", "shall", "'ll"), "forecast"),
    **dict.fromkeys(("plans", "planned", "proposed", "proposes", "wants", "wanted", "seeks", "offered", "intends", "aims", "agreed", "considering"), "proposed"),
    **dict.fromkeys(("threatened", "threatens", "threatening"), "conditional"),
}  # fmt: skip
_LINKS = frozenset({"to", "not", "also", "then", "soon", "have", "now", "further"})
_REACH, _LEAD_AT_MOST = 14, 4


def moved_on(scene: Scene) -> list[str]:
    """Return how a level is put forward that comes after the one in force, with the verb before both."""
    reading, position, k = scene.reading, scene.position, scene.k
    lows = reading.lows
    if lows[k - 1] != "to" or position < 1:
        return []
    old = reading.at[position - 1]
    if (
        k - old > _REACH
        or lows[old - 1] not in DEFINITE
        or reading.quantities[position - 1].kind != reading.quantities[position].kind
    ):
        return []
    verb = next((index for index in range(old - 2, max(0, old - _LEAD_AT_MOST), -1) if lows[index] in _MOVES), -1)
    if verb < 1 or not STOPS.isdisjoint(lows[verb:k]) or reading.verbs_between(old, k):
        return []
    for index in range(verb - 1, max(-1, verb - 1 - _LEAD_AT_MOST), -1):
        if lows[index] in _LEADS:
            return [f"moved:{_LEADS[lows[index]]}"]
        if lows[index] not in _LINKS:
            return []
    return []
