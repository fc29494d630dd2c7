"""Figures of today that one to come is set against: "to make 1 Mt by 2030, up from 300,000 tonnes now", "from a present output of 6 Mt"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_TOKEN = attrgetter("token")
_LEADS = frozenset({"from", "against", "than", "versus", "vs", "with"})
_CURRENT = frozenset({"current", "present", "existing", "currently", "now", "presently"})
_NOW = frozenset({"now", "currently", "presently", "present"})
_ENDS = frozenset({",", ".", ";", ":", ")", "and", "but", "to", "by"})
_LEAD_WITHIN, _NOW_WITHIN = 6, 4


def is_of_today(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether a number is the base of a comparison and said to be that of now, with no time of its own."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    begin = max(0, k - _LEAD_WITHIN, reading.at[scene.position - 1] + 1 if scene.position else 0)
    lead = next((index for index in range(k - 1, begin - 1, -1) if lows[index] in _LEADS), -1)
    if lead < 0 or "," in lows[lead:k]:
        return False
    end = next((index for index in range(k + 1, min(len(lows), k + 1 + _NOW_WITHIN)) if lows[index] in _ENDS), k + 1 + _NOW_WITHIN)
    if _CURRENT.isdisjoint(lows[lead:k]) and _NOW.isdisjoint(lows[k + 1 : end]):
        return False
    return bisect_left(here, lead, key=_TOKEN) == bisect_right(here, end, key=_TOKEN)
