"""Words of time: days, months and stretches, by which a phrase is known to be a time."""

from __future__ import annotations

import re
from functools import lru_cache

from mineralclaims.text.sentences import MONTH_ABBREVIATIONS

WEEKDAYS = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"})
TIME_WORDS = MONTH_ABBREVIATIONS | WEEKDAYS | {
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
    "year", "years", "quarter", "quarters", "month", "months", "week", "weeks", "weekend", "day", "days", "hour", "hours",
    "today", "yesterday", "tomorrow", "morning", "afternoon", "session", "period", "time", "half", "fiscal",
    "mth", "mths", "qtr", "qtrs", "yr", "yrs", "century", "decade", "decades", "spring", "summer", "autumn", "winter", "christmas", "easter", "ramadan",
}  # fmt: skip
_PERIODS = frozenset({
    "noon", "midday", "midnight", "q1", "q2", "q3", "q4", "h1", "h2", "1q", "2q", "3q", "4q", "1h", "2h", "ytd",
    "y/y", "q/q", "m/m", "yoy", "qoq", "y-o-y", "q-o-q", "m-o-m",
})  # fmt: skip
_REPORTED = re.compile(
    r"(?:fy|cy)'?\d{2}(?:\d{2})?|[1-4]q'?\d{2}(?:\d{2})?|q[1-4]'?\d{2}(?:\d{2})?|[12]h'?\d{2}(?:\d{2})?|h[12]'?\d{2}(?:\d{2})?"
)


@lru_cache(maxsize=8192)
def is_time(low: str) -> bool:
    """Return whether a word is one of time, alone or as the last part of a compound: "month", "mid-January", "month-on-month"."""
    if low in TIME_WORDS or low in _PERIODS or ("-" in low and (low.rpartition("-")[2] in TIME_WORDS or low.endswith("-to-date"))):
        return True
    return low[-1:].isdigit() and _REPORTED.fullmatch(low) is not None
