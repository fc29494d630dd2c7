"""The period that owns the figure behind it: "Friday's close of $16", "January's 12 tonnes", "today's spot price of $2,900"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_TOKEN = attrgetter("token")
_WIDEST = 5
_LINKS = frozenset({"of", "at"})
_WITHIN = frozenset({"N", "A"})
_WORDS_ONLY = _WITHIN | {"S", "#"}


def owning_date(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the time right before a number, or before the noun that it is the size of, that owns it."""
    reading, k = scene.reading, scene.k
    at = bisect_left(here, k, key=_TOKEN) - 1
    if at < 0 or not here[at].owns or here[at].value is None:
        return None
    dated = here[at]
    begin = dated.last + 1
    begin += reading.lows[begin : begin + 1] == ["'s"]
    end = k - (reading.lows[k - 1] in _LINKS)
    if end - begin > _WIDEST or end < begin or (end == begin and end < k):
        return None
    return dated if _WORDS_ONLY.issuperset([token.tag for token in reading.tokens[begin:end]]) else None
