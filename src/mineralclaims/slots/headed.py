"""What the line above a list says of all its lines: their period ("Highlights for the quarter ended June 30"), and that they are yet to come ("2026 guidance")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.word_lists import listed
from mineralclaims.slots.headings import heading
from mineralclaims.slots.ties import BASE_LEADS, first_of_event, lead_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from mineralclaims.normalize.dates import PartialDate
    from mineralclaims.slots.dated import Dated

Found = tuple["PartialDate", int, int]
"""A date and where it stands."""

_LINES = 6


def headed_forecast(scene: Scene) -> list[str]:
    """Return whether a number stands in a line without a verb under a heading that speaks of what is to come."""
    above = _above(scene.reading)
    return ["headed"] if above is not None and not listed("times", "outlooks").isdisjoint(above.lows) else []


def headed_date(scene: Scene, times_of: Callable[[Reading], Sequence[Dated]]) -> Found | None:
    """Return the one period that the heading above a line without a verb names; ``times_of`` gives the times of a sentence with what they mean."""
    reading = scene.reading
    if reading.times or lead_of(reading, reading.at[first_of_event(reading, scene.position)]) in BASE_LEADS:
        return None
    above = _above(reading)
    named = () if above is None else times_of(above)
    if len(named) != 1 or named[0].value is None or named[0].said:
        return None
    return named[0].value, named[0].start, named[0].end


def _above(reading: Reading) -> Reading | None:
    """Return the heading of a line without a verb, past other lines with figures; None where the line stands in no list."""
    if reading.verbs or not reading.opens_paragraph:
        return None
    found: Reading | None = reading
    for _ in range(_LINES):
        found = heading(found) if found is not None else None
        if found is None or found.verbs or not found.quantities:
            break
    return None if found is None or found.verbs or found.quantities else found
