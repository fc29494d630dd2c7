"""What an expression of time means by the date that the text named before it: "a year earlier", "the same quarter", "the full year"."""

from __future__ import annotations

import re
from datetime import MINYEAR, date, timedelta

import attrs

from mineralclaims.errors import DateError
from mineralclaims.mentions.dates import TimeExpression
from mineralclaims.normalize.calendar_words import COUNTS
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.normalize.times import resolve
from mineralclaims.slots.that_year import is_at_once

_SAME = re.compile(
    r"\b(?:same|corresponding|comparable|equivalent|year-ago|prior-year)\s+(?:\w+\s+){0,2}(?:of\s+|in\s+)?\Z|\b(?:quarter|period|half|month|week)\s+(?:of\s+|in\s+)?\Z",
    re.IGNORECASE,
)
_STEPS = frozenset({"previous", "prior", "preceding"})
_AFTER = ("later", "after")
_HALVES = frozenset({"half", "half year", "half-year"})
_THIS = frozenset({"the", "", "current", "this"})

_OF_A_YEAR = frozenset({"my", "mdy", "dmy", "quarter", "half", "months", "ended"})
"""What stands in a year that need not be said."""

Reading = tuple[str, PartialDate]
"""One way to take an expression: its kind, and its value."""


def readings_of(
    folded: str, expression: TimeExpression, plain: PartialDate | None, last: PartialDate | None, published: date | None
) -> list[Reading]:
    """Return the ways to take an expression: its plain value, and what it means by the last date of the text."""
    kind = expression.kind
    if kind == "same":
        told = plain or (last if last is not None and is_at_once(folded, expression) else None)
        if told is not None:
            return [(_written(told), told)]
        value = _same(expression.match, last)
        return [] if value is None else [(kind, value)]
    if kind == "ago":
        value = _ago(expression.match, last, published) or plain
        return [] if value is None else [(kind, value)]
    if kind == "that":
        return [] if plain is None else [(_written(plain), plain)]
    found = [] if plain is None else [(kind, plain)]
    if kind == "relative":
        match = expression.match
        word, unit = (match.group("rel") or "").lower(), " ".join((match.group("ru") or "year").lower().split())
        if unit == "year" and _is_year_before(folded, expression, word):
            value = None if last is None else year_earlier(last)
            return found if value is None else [(kind, value)]
        if word == "following" or (word == "next" and folded[max(0, expression.start - 4) : expression.start].lower() == "the "):
            value = None if last is None else step_on(last, unit, 1)
            return [(kind, value), *found] if value is not None else found
        found += _by_last(word, unit, last, published)
    elif published is None and last is not None and kind in _OF_A_YEAR:
        value = resolve(kind, expression.match, date(last.year, 12, 31), "past")
        if value is not None and value != plain:
            found.append((f"in_{kind}", value))
    return found


def _is_year_before(folded: str, expression: TimeExpression, word: str) -> bool:
    """Return whether a year is said to be the one before: "a year earlier", "the previous year", "the same quarter last year"."""
    if expression.match.group("earlier") or word in {"previous", "prior", "same", "preceding"}:
        return True
    return word == "last" and _SAME.search(folded, max(0, expression.start - 34), expression.start) is not None


def _by_last(word: str, unit: str, last: PartialDate | None, published: date | None) -> list[Reading]:
    """Return what a relative period means by the last date, and what "the year" or "the quarter" of a report may be."""
    found: list[Reading] = []
    ended = _ended_with(last, unit) if last is not None and word in _THIS else None
    if ended is not None:
        found.append(("ended", ended))
    if last is not None and last == PartialDate(last.year):
        if unit == "year" and word in _THIS:
            found.append(("whole", last))
    elif last is not None:
        if unit == "year" and word in _THIS:
            found.append(("whole", PartialDate(last.year)))
        elif unit == "year" and word == "last":
            value = year_earlier(last)
            found += [] if value is None else [("shift", value)]
        elif word in _STEPS:
            value = step_back(last, unit)
            found += [] if value is None else [("shift", value)]
    if published is not None and word in {"the", ""}:
        if unit == "year":
            found.append(("wholeP", year := PartialDate(published.year)))
            before = year_earlier(year)
            found += [] if before is None else [("wholeQ", before)]
        elif last is None and (unit in _HALVES or unit in {"quarter", "month"}):
            value = _completed(published, unit)
            found += [] if value is None else [("ended", value)]
    return found


def _ended_with(last: PartialDate, unit: str) -> PartialDate | None:
    """Return the quarter or half that ends with a day or month, or None where none does: "at June 30, … during the quarter"."""
    if last.month is None or (last.day is not None and last.first + timedelta(days=1) != _first_after(last)):
        return None
    if unit == "quarter" and last.month % 3 == 0:
        return PartialDate(last.year, quarter=last.month // 3)
    if unit in _HALVES and last.month % 6 == 0:
        return PartialDate(last.year, half=last.month // 6)
    return None


def _first_after(period: PartialDate) -> date:
    """Return the first day of the month after a period."""
    return date(period.year + period.month // 12, period.month % 12 + 1, 1) if period.month else date(period.year + 1, 1, 1)


def _completed(published: date, unit: str) -> PartialDate | None:
    """Return the last quarter, half or month that was over on a day, or None where the calendar has none."""
    length = {"quarter": 3, "month": 1}.get(unit, 6)
    index = (published.year * 12 + published.month - 1) // length - 1
    year, number = divmod(index, 12 // length)
    if year < MINYEAR:
        return None
    if length == 1:
        return PartialDate(year, number + 1)
    return PartialDate(year, quarter=number + 1) if length == 3 else PartialDate(year, half=number + 1)


def _written(period: PartialDate) -> str:
    """Return the kind of expression that a period would be written as."""
    if period.quarter is not None or period.half is not None:
        return "half" if period.quarter is None else "quarter"
    return "year" if period.month is None else "my" if period.day is None else "mdy"


def _same(match: re.Match[str], last: PartialDate | None) -> PartialDate | None:
    """Return the last date in the year that is named, else in the year before."""
    year = match.group("cy") or match.group("cf")
    if last is None:
        return None if year is None else PartialDate(int(year))
    return year_earlier(last) if year is None else _in_year(last, int(year))


def _ago(match: re.Match[str], last: PartialDate | None, published: date | None) -> PartialDate | None:
    """Return the period before the last one named, for "a year earlier" or "a month ago"; None for another expression."""
    unit = (match.group("au") or "year").lower()
    said = match.group("ago").lower()
    if match.group("an"):
        # "two years ago" counts from today, "two years earlier" from the year that was told
        count = match.group("an").lower()
        number = COUNTS.get(count) or int(count)
        unit = match.group("au2").lower().removesuffix("s")
        return None if last is None or said.endswith("ago") else step_on(last, unit, number if said.endswith(_AFTER) else -number)
    if unit == "decade":
        return None
    if said.endswith(_AFTER):
        return None if last is None else step_on(last, unit, 1)
    if last is None and published is not None and said.endswith("ago"):
        last = PartialDate(published.year, published.month)
    if last is None:
        return None
    return year_earlier(last) if unit == "year" else step_back(last, unit)


def step_back(period: PartialDate, unit: str) -> PartialDate | None:
    """Return the period before a month, quarter or half; None where the period is none of that length, or the calendar's first."""
    if period.year == MINYEAR:
        return None
    if unit in {"day", "week"} and period.day is not None:
        day = period.first - timedelta(days=7 if unit == "week" else 1)
        return PartialDate(day.year, day.month, day.day)
    if unit == "month" and period.month is not None and period.day is None:
        index = period.year * 12 + period.month - 2
        return PartialDate(index // 12, index % 12 + 1)
    if unit in {"quarter", "period"} and period.quarter is not None:
        index = period.year * 4 + period.quarter - 2
        return PartialDate(index // 4, quarter=index % 4 + 1)
    if unit in {"half", "half year", "half-year", "period"} and period.half is not None:
        return PartialDate(period.year, half=1) if period.half == 2 else PartialDate(period.year - 1, half=2)
    return None


def step_on(period: PartialDate, unit: str, count: int) -> PartialDate | None:
    """Return the year, month or quarter so many after a period; None where the period is too long to say."""
    try:
        if unit == "year":
            return PartialDate(period.year + count)
        if unit == "month" and period.month is not None and period.day is None:
            index = period.year * 12 + period.month - 1 + count
            return PartialDate(index // 12, index % 12 + 1)
        if unit == "quarter" and period.quarter is not None:
            index = period.year * 4 + period.quarter - 1 + count
            return PartialDate(index // 4, quarter=index % 4 + 1)
    except DateError:
        return None
    return None


def year_earlier(period: PartialDate) -> PartialDate | None:
    """Return the same period a year before, or None where the calendar has none."""
    return _in_year(period, period.year - 1)


def _in_year(period: PartialDate, year: int) -> PartialDate | None:
    """Return the same period in another year, or None where the calendar has none."""
    try:
        return attrs.evolve(period, year=year)
    except DateError:
        return None
