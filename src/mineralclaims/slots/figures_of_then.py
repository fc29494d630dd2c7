"""Figures that their own words set in another period than the one before: "and $5 million, or 3 cents a share, a year earlier"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.shifted import readings_of
from mineralclaims.slots.ties import last_of_event

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_TOKEN = attrgetter("token")
_STEPS = frozenset({"previous", "prior", "preceding", "following", "next"})
_BETWEEN = frozenset({
    "a", "an", "per", "each", "of", "in", "for", "during", "the", ",", "share", "ounce", "tonne", "ton", "pound", "barrel", "kilogram", "kg", "lb", "day",
})  # fmt: skip
_WIDEST = 4


def figure_of_then(
    scene: Scene, here: Sequence[Dated], last: PartialDate | None, taken: tuple[int, PartialDate] | None, published: date | None
) -> tuple[PartialDate, int, int] | None:
    """Return the period that is told by its distance from the one before, where it stands right behind a number.

    Args:
        scene: the surroundings of the number.
        here: the times of its sentence.
        last: the date that the text told last.
        taken: where the number before found its date, and what that is.
        published: the day of publication.
    """
    if last is None:
        return None
    reading = scene.reading
    behind = reading.at[last_of_event(reading, scene.position)]
    at = bisect_right(here, behind, key=_TOKEN)
    if at == len(here) or not _by_distance(here[at]):
        return None
    dated = here[at]
    if dated.owns:
        return None  # "less than half the year before's $93m"
    between = range(behind + 1, dated.token)
    if len(between) > _WIDEST or not all([reading.lows[i] in _BETWEEN or i in reading.commodity_tokens for i in between]):
        return None  # "5% more than a year earlier" is of this year
    if taken is not None and taken[0] == dated.start:
        return taken[1], dated.start, dated.end
    readings = readings_of(reading.document.folded, dated.expression, dated.value, last, published)
    stepped = next((value for kind, value in readings if kind == "shift"), None)  # "in the previous quarter" of that told
    return (stepped or readings[0][1], dated.start, dated.end) if readings else None


def _by_distance(dated: Dated) -> bool:
    """Return whether a time is told by how far it is from another: "a year earlier", "the same period", "the previous month"."""
    if dated.kind in {"ago", "same"}:
        return True
    match = dated.expression.match
    return dated.kind == "relative" and bool(match.group("earlier") or (match.group("rel") or "").lower() in _STEPS)
