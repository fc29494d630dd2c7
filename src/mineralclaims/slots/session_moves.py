"""The day of a session for the moves told beside it: "stocks closed higher on Monday, with Orwin gaining 3%"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_TOKEN = attrgetter("token")
_FEW = 3
_FARTHEST = 40
_OPENS = frozenset({",", "with"})


def day_of_session(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the weekday before a number whose only verb is a participle beside the clause of that day."""
    reading, k = scene.reading, scene.k
    at = bisect_left(here, k, key=_TOKEN)
    if at < len(here):
        return None
    for dated in reversed(here[max(0, at - _FEW) : at]):
        if dated.kind != "weekday":
            continue  # "its worst day since 2016"
        if dated.value is None or dated.said or k - dated.last > _FARTHEST:
            return None
        return dated if _beside(reading, dated.last + 1, k) else None
    return None


def _beside(reading: Reading, first: int, k: int) -> bool:
    """Return whether a comma and participles alone lead from one token to a number, after what an own "with" closes."""
    lows = reading.lows
    begin = next((index for index in range(k - 1, first, -1) if lows[index] == "with" and lows[index - 1] == ","), first)
    if lows[begin] not in _OPENS or lows[begin + 1].endswith("ing"):
        return False  # "data showed on Monday, beating the 6%"
    verbs = reading.verbs[bisect_left(reading.verbs, begin) : bisect_left(reading.verbs, k)]
    return bool(verbs) and all([lows[verb].endswith("ing") for verb in verbs])
