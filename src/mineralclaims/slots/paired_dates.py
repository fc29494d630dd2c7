"""Two numbers of two periods in their order: "rose from $50 to $60 between March and May", "2 and 3 tonnes in 2003 and 2004"; one for both by "respectively"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.calendar_words import MONTHS
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.ties import lead_of

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

Found = tuple[PartialDate, int, int]
"""A date and where it stands."""

_TWO = 2
_REACH = 9
_JOINS = frozenset({"and", "to"})
_BASES = frozenset({"from", "than", "over", "against", "since", "on"})


def paired_date(scene: Scene, here: Sequence[Dated]) -> Found | None:
    """Return the period of a number that is one of two, by its place, or that two numbers have together "respectively"."""
    if not 0 < len(here) <= _TWO:
        return None
    reading = scene.reading
    place = _place(reading, scene.position)
    if place < 0:
        return None
    pair = _pair(reading, here)
    if pair is not None:
        dated = here[min(place, len(here) - 1)]
        return pair[place], dated.start, dated.end
    only = here[0]
    if len(here) > 1 or only.value is None or only.said or only.before in _BASES:
        return None
    at = bisect_left(reading.respectively, only.token) - 1
    if (
        at < 0
        or not scene.k < (word := reading.respectively[at])
        or only.token - word > _REACH
        or reading.verbs_between(word, only.token)
    ):
        return None
    return (only.value, only.start, only.end) if ")" not in reading.lows[word : only.token] else None


def _place(reading: Reading, position: int) -> int:
    """Return which of two joined numbers a quantity is, 0 or 1; -1 where it is none of such a pair."""
    at, quantities = reading.at, reading.quantities
    for first in (position - 1, position):
        if not 0 <= first < len(at) - 1 or quantities[first].quantity.unit != quantities[first + 1].quantity.unit:
            continue
        between = reading.lows[at[first] + 1 : at[first + 1]]
        if between == ["to"] and lead_of(reading, at[first]) == "from":
            return position - first
        if between == ["and"] and (reading.respectively or len(at) == _TWO):
            return position - first
    return -1


def _pair(reading: Reading, here: Sequence[Dated]) -> tuple[PartialDate, PartialDate] | None:
    """Return the two periods of a sentence that are told together, None where there are none."""
    if len(here) == 1:
        return _two_in_one(here[0])
    first, second = here
    if second.value is None or reading.lows[first.last + 1 : second.token] not in (["and"], ["to"]):
        return None
    earlier = first.value
    if first.kind == second.kind == "my" and first.expression.match.group("y3") is None:
        earlier = PartialDate(second.value.year, MONTHS[first.expression.match.group("m3").lower().rstrip(".")])
    return None if earlier is None else (earlier, second.value)


def _two_in_one(dated: Dated) -> tuple[PartialDate, PartialDate] | None:
    """Return the two ends of an expression of two years, or of two months of a year that is known."""
    match = dated.expression.match
    if dated.kind == "years" and len(match.group("yb")) == len(match.group("ya")) and match.group("link").strip() in _JOINS:
        return PartialDate(int(match.group("ya"))), PartialDate(int(match.group("yb")))
    if dated.kind == "months" and dated.value is not None and match.group("mya") is None:
        first, last = (MONTHS[match.group(name).lower().rstrip(".")] for name in ("ma", "mb"))
        return PartialDate(dated.value.year, first), PartialDate(dated.value.year, last)
    return None
