"""Numbers and periods told in their order: "losses of $3 million, $4 million and $6 million in 2019, 2020 and 2021 respectively"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.dates import PartialDate

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

Found = tuple[PartialDate, int, int]
"""A date and where it stands."""

_TOKEN = attrgetter("token")
_COMMAS = frozenset({",", "and", "&"})
_LEADS = frozenset({"in", "for", "of", "during", "at", "the", ",", "and"})
_GAP, _LINK = 6, 2
_AND = frozenset({"and", "&"})


def date_in_turn(scene: Scene, here: Sequence[Dated]) -> Found | None:
    """Return the period of a number that is one of as many as there are periods before a "respectively"."""
    reading = scene.reading
    at = bisect_left(reading.respectively, scene.k)
    if at == len(reading.respectively):
        return None
    dates = _run_of_dates(reading, here, reading.respectively[at])
    if len(dates) < _LINK:
        return None
    behind = bisect_left(reading.at, dates[0][2])
    first = behind - len(dates)
    if first < 0 or not first <= scene.position < behind or dates[0][2] - reading.at[behind - 1] > _GAP:
        return None
    if not all(_joined(reading, position) for position in range(first + 1, behind)):
        return None
    value, dated, _ = dates[scene.position - first]
    return value, dated.start, dated.end


def _run_of_dates(reading: Reading, here: Sequence[Dated], end: int) -> list[tuple[PartialDate, Dated, int]]:
    """Return the periods that commas and "and" join, the last of them right before a token, each with its token."""
    found: list[tuple[PartialDate, Dated, int]] = []
    for dated in reversed(here[: bisect_left(here, end, key=_TOKEN)]):
        if not _LEADS.issuperset(reading.lows[dated.last + 1 : end]) or end - dated.last > _LINK + 2:
            break
        match = dated.expression.match
        if (
            dated.kind == "years"
            and _AND.issuperset(match.group("link").split())
            and len(match.group("yb")) == len(match.group("ya"))
        ):
            found[:0] = [(PartialDate(int(match.group(name))), dated, dated.token) for name in ("ya", "yb")]
        elif dated.value is not None:
            found.insert(0, (dated.value, dated, dated.token))
        end = dated.token
    return found


def _joined(reading: Reading, position: int) -> bool:
    """Return whether a number is of the unit of the one before, and "and" or a comma joins the two."""
    between = reading.lows[reading.at[position - 1] + 1 : reading.at[position]]
    one, other = reading.quantities[position - 1].quantity, reading.quantities[position].quantity
    return one.unit == other.unit and 0 < len(between) <= _GAP and not _COMMAS.isdisjoint(between[-_LINK:])
