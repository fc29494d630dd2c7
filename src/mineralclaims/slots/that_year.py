"""What "that year", "that month" and "May of the same year" point back to: the last time that the text told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.dates import TimeExpression
from mineralclaims.normalize.calendar_words import MONTHS
from mineralclaims.normalize.dates import PartialDate

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_POINTS_BACK = re.compile(r"\b(?:that|same)\s+(?:year|month|quarter)\Z", re.IGNORECASE)
_AT_ONCE = re.compile(r"\b(?:in|during|over|within)\s+(?:the\s+)?\Z")
_SET_AGAINST = re.compile(
    r"\b(?:than|compared|comparison|against|from|versus|vs|on|above|below|up|down|over(?!\s+the\s+\Z)|relative|more|less|fewer|higher|lower|twice|double|year[- ]on[- ]year)\b"
)
_CLAUSE = 90
_BARE = re.compile(r"same(?:-|\s+)(?:quarter|period|half|months?|week|time)", re.IGNORECASE)
_OF_ANOTHER = re.compile(r"\s+(?:of|in|a|the|last|year)\b")
_LONGEST = 16
_POINTING = frozenset({"that", "same"})
_BASES = frozenset({"than", "from", "since", "over", "against", "versus", "vs"})
_PARTS = frozenset({",", ";", "and", "but", "(", ")"})
_REACH = 6
_NAMES_YEAR = re.compile(r"\b\d{4}\b|\byear\b", re.IGNORECASE)


def is_at_once(folded: str, expression: TimeExpression) -> bool:
    """Return whether "the same month" is the one just told: it names no year, and nothing is set against what was then."""
    if not _BARE.fullmatch(expression.match.group()) or _OF_ANOTHER.match(folded, expression.end):
        return False
    clause = folded[max(0, expression.start - _CLAUSE) : expression.start].lower()
    clause = clause[max(clause.rfind(mark) + 1 for mark in (". ", ";", "\n")) :]
    return _AT_ONCE.search(clause) is not None and _SET_AGAINST.search(clause) is None


def points_back(folded: str, expression: TimeExpression) -> bool:
    """Return whether a time is told by one before it: "that year", "the first half of the same year", "fell in the same month"."""
    if expression.kind in _POINTING:
        return expression.kind == "that" or is_at_once(folded, expression)
    text = expression.match.string
    return _POINTS_BACK.search(text, max(expression.start, expression.end - _LONGEST), expression.end) is not None


def pointed_at(reading: Reading, expression: TimeExpression, told: Sequence[Sequence[Dated]]) -> PartialDate | None:
    """Return the last time told that is as exact as the one that points back to it, one that names its year before others.

    Args:
        reading: the sentence.
        expression: the time that points back.
        told: the times of the sentence before it, then those of the sentences before, the last first.
    """
    unit = _unit(expression)
    spare: PartialDate | None = None
    for number, dates in enumerate(told):
        for dated in reversed(dates):
            value = _ended_in(dated) if dated.kind == "ended" and unit == "month" else _part(dated.value, unit)
            if value is None or (dated.said and dated.kind == "weekday"):
                continue
            if not _is_of_base(dated) and (unit != "year" or _NAMES_YEAR.search(dated.expression.match.group())):
                return value
            spare = spare or value
        if spare is not None and number:
            return spare
    if spare is not None or unit != "year":
        return spare
    year = reading.document.year_told(expression.start)
    return None if year is None else PartialDate(year)


def _unit(expression: TimeExpression) -> str:
    """Return how exact a time is that points back: a year, quarter, half or month, or any period."""
    if expression.kind == "that":
        return (expression.match.group("tu") or "year").lower()
    return expression.match.group().lower().rstrip("s").split()[-1] if expression.kind == "same" else "year"


def _is_of_base(dated: Dated) -> bool:
    """Return whether a time is that of a figure that another is set against: "since 2019", "down from 18% in 2018"."""
    lows = dated.reading.lows
    for index in range(dated.token - 1, max(-1, dated.token - 1 - _REACH), -1):
        if lows[index] in _BASES:
            return True
        if lows[index] in _PARTS:
            return False
    return False


def _ended_in(dated: Dated) -> PartialDate | None:
    """Return the month with which a period ends: "the six months to June"."""
    match = dated.expression.match
    name = match.group("em") or match.group("em2") or match.group("em3")
    return None if dated.value is None else PartialDate(dated.value.year, MONTHS[name.lower().rstrip(".")])


def _part(value: PartialDate | None, unit: str) -> PartialDate | None:
    """Return the year, half, quarter or month that a time lies in; None where it is not as exact."""
    if value is None:
        return None
    if unit == "month":
        return None if value.month is None else PartialDate(value.year, value.month)
    if unit == "quarter":
        return None if value.quarter is None else PartialDate(value.year, quarter=value.quarter)
    if unit == "half":
        return None if value.half is None else PartialDate(value.year, half=value.half)
    if unit == "year":
        return PartialDate(value.year)
    return value if value.day is None else None
