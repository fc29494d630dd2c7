"""What expressions of time that count from the day of publication mean: weekdays, "last summer", "two years ago", "yesterday"."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mineralclaims.normalize.calendar_words import WEEKDAYS
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.normalize.long_dates import day_from_words


def weekday(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    """Return the day of "Monday", "last Friday" or "next Tuesday": the nearest one in the direction of the tense."""
    if published is None:
        return None
    wanted = WEEKDAYS[match.group("wd").lower()]
    back = (published.weekday() - wanted) % 7
    day = published - timedelta(days=back)
    said = match.group("weekday").lower()
    last = said.startswith("last")
    if last and not back:
        day -= timedelta(days=7)
    if said.startswith("next") or (tense == "future" and not last):
        day = published + timedelta(days=(wanted - published.weekday()) % 7 or 7)
    return PartialDate(day.year, day.month, day.day)


def season(season: str, published: date, *, last: bool) -> PartialDate | None:
    """Return the year of "last summer" or "this autumn"; a winter lies in two."""
    ends = _SEASON_ENDS.get(season)
    if ends is None:
        return None
    return PartialDate(published.year - (last and published.month <= ends))


def relative(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    """Return the period of "last year", "next quarter" or "this summer"."""
    word, unit = (match.group("rel") or "").lower(), (match.group("ru") or "").lower()
    if published is not None and match.group("season"):
        return season(match.group("season").lower(), published, last=match.group().lower().startswith("last"))
    if word == "past" and match.group("fin"):
        word = "last"  # "in the past calendar year"
    if published is None or word in {"the", "following", "past"} or match.group("earlier") or not unit:
        return None
    step = {"last": -1, "previous": -1, "prior": -1, "next": 1, "coming": 1}.get(word, 0)
    if unit == "year":
        return PartialDate(published.year + step)
    if unit == "month":
        index = published.year * 12 + published.month - 1 + step
        return PartialDate(index // 12, index % 12 + 1)
    if unit == "quarter":
        index = published.year * 4 + (published.month - 1) // 3 + step
        return PartialDate(index // 4, quarter=index % 4 + 1)
    return None


_SEASON_ENDS = {"spring": 5, "summer": 8, "autumn": 11, "fall": 11}
"""The last month of a season."""


def ago(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    """Return the period that lies so many years, months or weeks back: "two years ago"."""
    if published is not None and (match.group("au") or "").lower() == "decade":
        return PartialDate(published.year - 10)
    if published is None or not match.group("an") or match.group("ago").lower().endswith("later"):
        return None
    day = day_from_words(match.group("ago"), published)
    unit = match.group("au2").lower()
    if day is None:
        return None
    return (
        PartialDate(day.year)
        if unit == "years"
        else PartialDate(day.year, day.month)
        if unit == "months"
        else PartialDate(day.year, day.month, day.day)
    )


def day(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    """Return the day of "today", "yesterday" or "tomorrow"."""
    said = " ".join(match.group("day").lower().split())
    step = {"yesterday": -1, "last night": -1, "tomorrow": 1, "overnight": None}.get(said, 0)
    if published is None or step is None:
        return None
    day = published + timedelta(days=step)
    return PartialDate(day.year, day.month, day.day)
