"""Dates of which only a part is said: a year, a half, a quarter, a month or a day."""

from __future__ import annotations

import calendar
import re
from datetime import date

import attrs

from mineralclaims.errors import DateError

_WRITTEN = re.compile(
    r"(?P<year>[0-9]{4})(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>[0-9]{2})(?:-(?P<day>[0-9]{2}))?)?",
)
_MONTHS_A_QUARTER = 3
_MONTHS_A_HALF = 6
_MONTHS_A_YEAR = 12


@attrs.frozen
class PartialDate:
    """A day, a month, a quarter, a half or a year, whichever the text settles.

    Attributes:
        year: the year, 1 to 9999.
        month: the month, 1 to 12, or None.
        day: the day of the month, or None; only with a month.
        quarter: 1 to 4, or None; not beside a month or a half.
        half: 1 or 2, or None; not beside a month or a quarter.

    Raises:
        DateError: the parts do not make a date ("2025-02-30").
    """

    year: int
    month: int | None = None
    day: int | None = None
    quarter: int | None = None
    half: int | None = None

    def __attrs_post_init__(self) -> None:
        """Refuse parts that do not make a date."""
        if sum(part is not None for part in (self.month, self.quarter, self.half)) > 1:
            raise DateError(f"a partial date has a month, a quarter or a half, not two of them: {self!r}")
        if self.day is not None and self.month is None:
            raise DateError(f"a day needs its month: {self!r}")
        for name, part, most in (("quarter", self.quarter, 4), ("half", self.half, 2)):
            if part is not None and not 1 <= part <= most:
                raise DateError(f"no such {name}: {part}")
        try:
            date(self.year, 1 if self.month is None else self.month, 1 if self.day is None else self.day)
        except (ValueError, OverflowError) as error:
            raise DateError(f"no such date: {self.year}, month {self.month}, day {self.day}: {error}") from None

    @property
    def first(self) -> date:
        """Return the first day covered."""
        return date(self.year, self._months()[0], self.day or 1)

    @property
    def last(self) -> date:
        """Return the last day covered."""
        month = self._months()[1]
        return date(self.year, month, self.day or calendar.monthrange(self.year, month)[1])

    def _months(self) -> tuple[int, int]:
        """Return the first and the last month covered."""
        if self.month is not None:
            return self.month, self.month
        if self.quarter is not None:
            return _MONTHS_A_QUARTER * self.quarter - 2, _MONTHS_A_QUARTER * self.quarter
        if self.half is not None:
            return _MONTHS_A_HALF * self.half - 5, _MONTHS_A_HALF * self.half
        return 1, _MONTHS_A_YEAR

    def __str__(self) -> str:
        """Return the date as ``2025-02-01``, ``2025-02``, ``2024-Q3``, ``2024-H1`` or ``2030``."""
        if self.quarter is not None:
            return f"{self.year:04}-Q{self.quarter}"
        if self.half is not None:
            return f"{self.year:04}-H{self.half}"
        return "-".join(f"{part:0{width}}" for part, width in ((self.year, 4), (self.month, 2), (self.day, 2)) if part is not None)

    @classmethod
    def parse(cls, text: str) -> PartialDate:
        """Return the date that ``str`` of it has written.

        Args:
            text: ``2025-02-01``, ``2025-02``, ``2024-Q3``, ``2024-H1`` or ``2030``.

        Raises:
            DateError: the text has none of these forms, or names no day of the calendar.
        """
        match = _WRITTEN.fullmatch(text)
        if match is None:
            raise DateError(f"no partial date: {text!r}; one is written like 2030, 2024-H1, 2024-Q3, 2025-02 or 2025-02-01")
        return cls(**{name: int(digits) for name, digits in match.groupdict().items() if digits is not None})
