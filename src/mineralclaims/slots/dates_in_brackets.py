"""The period that stands alone in brackets behind a figure or a list of them: "12 tonnes (2011)", "$31 million (f.o.b., 1991 est.)"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_TOKEN = attrgetter("token")
_BESIDE = frozenset({
    "f.o.b", "f.o.b.", "c.i.f", "c.i.f.", "fob", "cif", "est", "est.", "estimate", "estimated", "projected", "provisional", "preliminary", "actual",
    "forecast", "about", "as", "of", "in", "at", "end", "year-end", "yearend", "the", ",", ".", ";", "fy", "fiscal", "year",
})  # fmt: skip
_OPENERS, _CLOSERS = frozenset({"(", "["}), frozenset({")", "]"})
# Behind these something else is told, or listed under a label of its own.
_STOPS = frozenset({":", "-", "--", "–", "—", "."})
_WIDEST = 6
_FARTHEST = 60
_NEAREST_FEW = 3


def bracketed_date(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the bracketed period behind a number that dates it, with all figures of its list: "China 38%, India 21% (2015)"."""
    reading, k = scene.reading, scene.k
    at = bisect_left(here, k, key=_TOKEN)
    for dated in here[at : at + _NEAREST_FEW]:
        if dated.value is None:
            continue
        opening = _opening(reading.lows, dated)
        if opening is None:
            return None
        if opening <= k or opening - k > _FARTHEST or reading.verbs_between(k + 1, opening):
            return None
        return dated if _STOPS.isdisjoint(reading.lows[k + 1 : opening]) else None
    return None


def _opening(lows: list[str], dated: Dated) -> int | None:
    """Return the token of the bracket that holds a period and nothing else that says anything; None where there is none."""
    begin = dated.token - 1
    lowest = max(-1, begin - _WIDEST)
    while begin > lowest and lows[begin] in _BESIDE:
        begin -= 1
    if begin <= lowest or lows[begin] not in _OPENERS:
        return None
    last = dated.last + 1
    highest = min(len(lows), last + _WIDEST)
    while last < highest and lows[last] in _BESIDE:
        last += 1
    return begin if last < highest and lows[last] in _CLOSERS else None
