"""Dates that a word points back to: "by then", "in 2020, when it was 4 million", "up 9% compared with 2022" of the year after."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.dates import PartialDate

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

Found = tuple[PartialDate, int, int]
"""A date and where it stands."""

_TIMES = frozenset({"time", "date", "point", "year"})
_DURING = frozenset({"in", "for", "during", "over"})
_APART = frozenset({",", ";", "from", "than", "against", "versus", "while", "which", "who", "that"})
_WHEN = frozenset({"when"})
_COMPARED = (["compared", "with"], ["compared", "to"], ["as", "against"])


def when_date(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the time that the clause of a number tells of: "the most since May 2019, when it stood at 4 million"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    for dated in reversed(here):
        if dated.token > k:
            continue
        at = dated.last + 1
        if lows[at : at + 1] == [","]:
            at += 1
        if at >= k or lows[at] not in _WHEN or dated.value is None:
            return None
        return None if reading.verbs_between(at, k) > 1 or "," in lows[at:k] else dated
    return None


def then_date(reading: Reading, heard: Callable[[], Sequence[tuple[int, Dated]]]) -> Found | None:
    """Return the last time of the sentence before where this one opens with "by then": "through 2025. By then, it is to make 4 million"."""
    if reading.lows[:2] != ["by", "then"] and (reading.lows[:2] != ["by", "that"] or _TIMES.isdisjoint(reading.lows[2:3])):
        return None
    last = next((dated for gap, dated in reversed(heard()) if gap == 1), None)
    return None if last is None or last.value is None else (last.value, last.start, last.end)


def stretch_behind(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the only time of a sentence where it is a stretch of a named year behind the number: "made 9 tonnes (4 short tons) in the first nine months of 2023"."""
    if len(here) != 1:
        return None
    dated, reading, k = here[0], scene.reading, scene.k
    if dated.kind != "span" or dated.token <= k or dated.before not in _DURING or not dated.expression.match.group("sy"):
        return None
    between = reading.lows[k + 1 : dated.token]
    return dated if _APART.isdisjoint(between) and not reading.verbs_between(k, dated.token) else None


def year_after_base(scene: Scene, here: Sequence[Dated]) -> PartialDate | None:
    """Return the year after the only one of a sentence, which a figure is compared with: "rose 9% compared with 2022"."""
    if len(here) != 1:
        return None
    dated, lows = here[0], scene.reading.lows
    if dated.kind != "year" or dated.value is None or dated.token < scene.k:
        return None
    return PartialDate(dated.value.year + 1) if lows[dated.token - 2 : dated.token] in _COMPARED else None
