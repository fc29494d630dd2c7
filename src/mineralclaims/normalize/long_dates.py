"""The one door to dateparser: relative days that the tables do not hold ("two weeks ago"), one expression at a time."""

from __future__ import annotations

from datetime import date, datetime, time
from functools import lru_cache
from typing import Any

_LANGUAGES = ["en"]


@lru_cache(maxsize=4096)
def day_from_words(words: str, base: date) -> date | None:
    """Return the day that a relative expression means, counted from ``base``, or None where it means none.

    Args:
        words: one expression, such as ``"three months ago"``.
        base: the day that it relates to.
    """
    import dateparser  # noqa: PLC0415 - slow to import, and most texts never need it

    settings: Any = {"RELATIVE_BASE": datetime.combine(base, time()), "PREFER_DATES_FROM": "past", "STRICT_PARSING": False}
    found = dateparser.parse(words.replace("earlier", "ago").replace("before", "ago"), languages=_LANGUAGES, settings=settings)
    return found.date() if found is not None else None
