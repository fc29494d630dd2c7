"""Partial dates: written, read, and the days they cover."""

from __future__ import annotations

import contextlib
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims.errors import DateError
from mineralclaims.normalize.dates import PartialDate


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2030", date(2030, 1, 1), date(2030, 12, 31)),
        ("2024-H1", date(2024, 1, 1), date(2024, 6, 30)),
        ("2024-H2", date(2024, 7, 1), date(2024, 12, 31)),
        ("2024-Q1", date(2024, 1, 1), date(2024, 3, 31)),
        ("2024-Q3", date(2024, 7, 1), date(2024, 9, 30)),
        ("2024-Q4", date(2024, 10, 1), date(2024, 12, 31)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("2025-02", date(2025, 2, 1), date(2025, 2, 28)),
        ("2023-01-01", date(2023, 1, 1), date(2023, 1, 1)),
        ("0987", date(987, 1, 1), date(987, 12, 31)),
        ("9999-12-31", date(9999, 12, 31), date(9999, 12, 31)),
    ],
)
def test_a_date_covers_its_days(text: str, first: date, last: date) -> None:
    parsed = PartialDate.parse(text)
    assert (str(parsed), parsed.first, parsed.last) == (text, first, last)


WRONG = [
    "",
    "24",
    "02024",
    "2024-13",
    "2024-00",
    "2025-02-30",
    "2024-Q5",
    "2024-Q0",
    "2024-H3",
    "2024-q1",
    "2024-2",
    " 2024",
    "2024\n",
    "٢٠٢٤",
    "0000",
]


@pytest.mark.parametrize("text", WRONG)
def test_other_texts_are_refused(text: str) -> None:
    with pytest.raises(DateError):
        PartialDate.parse(text)


@pytest.mark.parametrize(
    "parts",
    [
        {"month": 13},
        {"day": 5},
        {"month": 2, "day": 30},
        {"month": 2, "quarter": 1},
        {"quarter": 1, "half": 1},
        {"quarter": 5},
        {"half": 0},
        {"month": 0},
    ],
)
def test_parts_that_make_no_date_are_refused(parts: dict[str, Any]) -> None:
    with pytest.raises(DateError):
        PartialDate(2025, **parts)


@given(st.dates())
def test_days_read_back(day: date) -> None:
    parsed = PartialDate.parse(day.isoformat())
    assert parsed == PartialDate(day.year, day.month, day.day)
    assert parsed.first == parsed.last == day


@given(st.text())
def test_any_text_is_a_date_or_an_error(text: str) -> None:
    with contextlib.suppress(DateError):
        assert str(PartialDate.parse(text)) == text
