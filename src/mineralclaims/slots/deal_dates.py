"""The date of what was paid in a deal: "bought in November 2016 from its two owners for $1.3 billion", "agreed in May to sell the mine for $2 billion"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import lemma

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_DEALS = frozenset({"buy", "sell", "acquire", "purchase", "divest", "offload", "dispose", "transfer"})
_AGREES = frozenset({"agree", "decide", "contract", "undertake", "manage"})
_LEADS = frozenset({"in", "on", "during", "early", "late"})
_RELATIVES = frozenset({"which", "that", "who", "whose"})
_TOKEN = attrgetter("token")
_HEDGES_AT_MOST = 4


def date_of_deal(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the time told with the verb of a deal, where that is the nearest before the "for" that leads to a price."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    paid = next((index for index in range(k - 1, max(0, k - 1 - _HEDGES_AT_MOST), -1) if lows[index] == "for"), -1)
    at = bisect_left(reading.verbs, paid)
    if paid < 0 or not at:
        return None
    verb = reading.verbs[at - 1]
    if lemma(lows[verb]) not in _DEALS or ";" in lows[verb:paid]:
        return None
    if lows[paid - 1] == "," and not _RELATIVES.isdisjoint(lows[max(0, verb - _HEDGES_AT_MOST) : verb]):
        return None  # "sold the pit, which it bought in 2012, for $4 million"
    told = _told(here, verb, paid)
    agreed = reading.verbs[at - 2] if at > 1 and lows[verb - 1] == "to" else -1
    if not told and agreed >= 0 and lemma(lows[agreed]) in _AGREES:
        told = _told(here, agreed, verb)
    return told[0] if len(told) == 1 and told[0].before in _LEADS else None


def _told(here: Sequence[Dated], begin: int, end: int) -> Sequence[Dated]:
    """Return the times that stand between two tokens."""
    return here[bisect_left(here, begin, key=_TOKEN) : bisect_left(here, end, key=_TOKEN)]
