"""The date of what moved a thing, that of the clause before: "the gap narrowed in November, helped by a 7.5% rise in exports"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_MOVED = frozenset({
    "helped", "driven", "boosted", "led", "fuelled", "fueled", "supported", "buoyed", "hit", "hurt", "dragged", "aided", "lifted", "pushed", "spurred",
    "propelled", "underpinned", "offset", "weighed", "depressed", "dented",
})  # fmt: skip
_WAYS = frozenset({"up", "down", "back", "higher", "lower", "mainly", "largely", "partly", "chiefly", "mostly", "in", "part"})
_LEADS = frozenset({"in", "for", "during"})
_BY_WITHIN, _REACH = 4, 8
_TOKEN = attrgetter("token")


def date_of_moved(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the only time of the clause before a participle and "by" that lead to a number, where nothing dates that itself."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    by = next((index for index in range(k - 1, max(0, k - 1 - _REACH), -1) if lows[index] == "by"), -1)
    if by < 0 or reading.verbs_between(by, k):
        return None
    comma = next((index for index in range(by - 1, max(0, by - 1 - _BY_WITHIN), -1) if lows[index] == ","), -1)
    led = set(lows[comma + 1 : by])
    if comma < 0 or _MOVED.isdisjoint(led) or not led <= _MOVED | _WAYS:
        return None
    end = next((index for index in range(k + 1, len(lows)) if lows[index] in {",", ";"}), len(lows))
    if len(here) < 1 or bisect_left(here, comma, key=_TOKEN) != bisect_left(here, end, key=_TOKEN):
        return None
    told = here[: bisect_left(here, comma, key=_TOKEN)]
    return told[0] if len(told) == 1 and told[0].before in _LEADS and not told[0].said else None
