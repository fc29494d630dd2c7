"""Numbers that a text only comes back to, whatever its clause plans or expects: "short of the $3.3 million it earned a year ago", "forgave the $125m that the unit owes"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS

_THE = frozenset({"the", "those", "these"})
_DONE = frozenset({
    "owes", "owed", "holds", "held", "has", "had", "owns", "owned", "paid", "pays", "made", "earned", "earns", "received", "receives", "lost",
    "spent", "produced", "sold", "bought", "raised", "reported", "posted", "got", "collected", "took", "imported", "imports", "exported",
    "exports", "shipped", "won", "gave", "charges", "uses", "used", "consumes", "consumed", "needed",
})  # fmt: skip
_FORESEEN = frozenset({
    "expected", "forecast", "forecasted", "predicted", "projected", "anticipated", "pencilled", "penciled", "factored", "foreseen", "guided",
    "banking", "foresaw", "analysts", "economists", "poll",
})  # fmt: skip
_RELATIVE = frozenset({"that", "which", "had", "were", "was", "by", "in"})
_SPLITS = frozenset({",", ";", "and", "but", ".", '"', "with", "while"})
_PAST_WITHIN, _FORESEEN_WITHIN, _BEYOND = 8, 12, 6


def given(scene: Scene) -> list[str]:
    """Return whether the words behind "the" and a number say when it was so, or who had foreseen it: "the 90,000 tonnes that it had forecast"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    if k < 1 or lows[k - 1] not in _THE:
        return []
    if lows[k - 1] == "the" and _had_been_foreseen(scene):
        return ["foreseen"]
    at = bisect_left(reading.verbs, k + 1)
    if at == len(reading.verbs):
        return []
    verb = reading.verbs[at]
    between = lows[k + 1 : verb]
    if lows[verb] not in _DONE or verb - k > _PAST_WITHIN or not _SPLITS.isdisjoint(between):
        return []
    if "to" in between or not MODALS.isdisjoint(between) or any(token.tag == "Q" for token in reading.tokens[k + 1 : verb]):
        return []
    return ["base"] if _FORESEEN.isdisjoint(lows[k + 1 : verb + _BEYOND]) else []


def _had_been_foreseen(scene: Scene) -> bool:
    """Return whether a relative clause behind the number says that somebody had foreseen it."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    for index in range(k + 1, min(k + _FORESEEN_WITHIN, len(lows))):
        if lows[index] in _SPLITS or reading.tokens[index].tag == "Q":
            return False
        if lows[index] in _FORESEEN and reading.tokens[index].tag == "V":
            return not _RELATIVE.isdisjoint(lows[k + 1 : index + 2]) and lows[index + 1 : index + 2] != ["to"]
    return False
