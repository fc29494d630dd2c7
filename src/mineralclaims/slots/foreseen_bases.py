"""Figures that were foreseen for the same period as the one they are set against: "made 4 Mt in 2025, against a forecast of 5 Mt"."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_AGAINST = frozenset({
    "against", "from", "than", "versus", "vs", "compared", "above", "below", "beating", "beat", "missing", "missed", "topping", "topped", "exceeding",
    "short", "under", "over", "ahead",
})  # fmt: skip
_FORESEEN = frozenset({
    "forecast", "forecasts", "guidance", "estimate", "estimates", "expectation", "expectations", "target", "targets", "projection", "projections",
    "prediction", "predictions", "outlook", "consensus", "budget",
})  # fmt: skip
_LINKS = frozenset({"of", "for", "at", "a", "an", "the", "range", "between", "to"})
_NEAR, _WITHIN, _BEHIND = 4, 16, 4


def is_foreseen_base(scene: Scene, here: Iterable[Dated]) -> bool:
    """Return whether the number is what was foreseen of the one before in its sentence, with no time of its own."""
    reading, k = scene.reading, scene.k
    if not scene.position or k - reading.at[scene.position - 1] > _WITHIN:
        return False
    begin = reading.at[scene.position - 1] + 1
    between = reading.lows[begin:k]
    noun = len(between) - 1
    while noun >= 0 and len(between) - noun <= _NEAR and between[noun] in _LINKS:
        noun -= 1
    if noun < 1 or between[noun] not in _FORESEEN:
        return False
    against = next((at for at in range(noun - 1, -1, -1) if between[at] in _AGAINST), -1)
    return against >= 0 and not any(begin + against <= dated.token <= k + _BEHIND for dated in here)
