"""What an expression of time means, as far as the text and the date of publication settle it."""

from __future__ import annotations

import re
from datetime import date, timedelta

from mineralclaims.normalize.calendar_words import COUNTS, MONTHS, ORDINALS, QUARTER_OF_MONTH, STRETCHES
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.normalize.relative_times import ago, day, relative, weekday


def resolve(kind: str, match: re.Match[str], published: date | None, tense: str = "") -> PartialDate | None:
    """Return the date of a match of the time expressions, or None where the text does not settle one.

    Args:
        kind: the kind of expression, as the mention says it.
        match: the match with its named parts.
        published: the date of publication, to which relative expressions relate.
        tense: "past" or "future" where the clause says which, for a bare month or weekday.
    """
    try:
        return _RESOLVERS[kind](match, published, tense)
    except (ValueError, OverflowError, KeyError):
        return None


def _month(name: str) -> int:
    """Return the number of a month by name or abbreviation."""
    return MONTHS[name.lower().rstrip(".")]


def _year_of(written: str | None, published: date | None) -> int | None:
    """Return a year said as digits or as "last year"; "that year" is the one that is passed for the day of publication."""
    if written is None:
        return None
    if written.isdigit():
        return int(written)
    if published is None:
        return None
    word = written.lower().split()[0]
    return published.year + {"last": -1, "next": 1}.get(word, 0)


def _full(month: int, day: int | None, year: int | None, published: date | None, tense: str) -> PartialDate | None:
    """Return a date whose year may be missing: then the nearest such date to the publication that fits the tense."""
    if year is None:
        if published is None:
            return None
        year = _nearest_year(month, day or 15, published, tense)
    return PartialDate(year, month, day)


def _nearest_year(month: int, day: int, published: date, tense: str) -> int:
    """Return the year in which a month and day without a year fall."""
    day = min(day, 28)
    options = [published.year - 1, published.year, published.year + 1]
    if tense == "future":
        return next((year for year in options if date(year, month, day) >= published.replace(day=1)), published.year)
    if tense == "past":
        return next(
            year
            for year in reversed(options)
            if date(year, month, day) <= published + timedelta(days=31) and (year, month) <= (published.year, published.month)
        )
    return min(options, key=lambda year: abs((date(year, month, day) - published).days))


def _iso(match: re.Match[str], _published: date | None, _tense: str) -> PartialDate | None:
    return PartialDate.parse(match.group("iso"))


def _quarter(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    written = match.group("qn") or match.group("nq") or match.group("qo")
    if match.group("qm"):
        number = QUARTER_OF_MONTH[match.group("qm").lower()]
    else:
        number = int(written) if written.isdigit() else ORDINALS[written.lower()]
    short = match.group("qs")
    year = _century(short, "") if short else _year_of(match.group("qy"), published)
    if year is None and match.group("qy") is None:
        if published is None:
            return None
        current = (published.month - 1) // 3 + 1
        year = (
            published.year
            if number < current or (tense == "future" and number >= current) or number == current
            else published.year - 1
        )
    return None if year is None else PartialDate(year, quarter=number)


def _year_quarter(match: re.Match[str], _published: date | None, _tense: str) -> PartialDate | None:
    year, quarter, half = int(match.group("yqy")), match.group("yqo"), match.group("yho")
    if half:
        return PartialDate(year, half=ORDINALS[half.lower()])
    return PartialDate(year, quarter=ORDINALS[quarter.lower()] if quarter else int(match.group("yqn")))


def _of_year(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    """Return the quarter or half of a year told by its distance: "last year's second quarter"."""
    year = _year_of(match.group("oyw"), published)
    if year is None:
        return None
    number, half = ORDINALS[match.group("oyo").lower()], match.group("oyu").lower() == "half"
    return PartialDate(year, half=number) if half else PartialDate(year, quarter=number)


def _half(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    written = match.group("hn") or match.group("nh") or match.group("ho")
    number = int(written) if written.isdigit() else ORDINALS[written.lower()]
    said, short = match.group("hy"), match.group("hs")
    if short:
        year: int | None = _century(short, "")
    elif said is not None and said.lower() != "the year":
        year = _year_of(said, published)
    elif published is None:
        return None
    else:
        current = 1 if published.month <= 6 else 2
        year = (
            published.year
            if (number <= current and tense != "future" and (number < current or published.month > 3)) or tense == "future"
            else published.year - 1
        )
    return None if year is None else PartialDate(year, half=number)


def _span(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    count = match.group("sn").lower()
    months = COUNTS.get(count) or int(count)
    said, which = match.group("sy"), match.group("so").lower()
    which = {"final": "last", "closing": "last", "opening": "first"}.get(which, which)
    year = _year_of(said, published) if said else (published.year if published else None)
    if year is None or which == "past" or (which == "last" and said is None):
        return None
    if which == "first" and said is None and published is not None and published.month <= months:
        year -= 1
    parts = {3: {"quarter": 1 if which == "first" else 4}, 6: {"half": 1 if which == "first" else 2}, 12: {}}.get(months)
    return PartialDate(year, **parts) if parts is not None else PartialDate(year)


def _ended(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    name = match.group("em") or match.group("em2") or match.group("em3")
    day = match.group("ed") or match.group("ed2")
    year = match.group("ey") or match.group("ey2") or match.group("ey3")
    end = _full(_month(name), int(day) if day else None, int(year) if year else None, published, tense or "past")
    if end is None or end.month is None:
        return None
    if re.search(r"\b(?:following|from)\b", match.group("ended"), re.IGNORECASE):
        months = COUNTS.get((match.group("en") or "").lower())
        return (
            PartialDate(end.year, half=2)
            if months == 6 and end.month == 7
            else PartialDate(end.year, half=1)
            if months == 6 and end.month == 1
            else end
        )
    unit = " ".join((match.group("ew") or "").lower().split())
    count = (match.group("en") or "").lower()
    counted = "month" in unit and (COUNTS.get(count) or int(count))
    months = {"quarter": 3, "half": 6, "half year": 6, "half-year": 6, "year": 12}.get(unit, 0) or counted
    if months == 3 and end.month % 3 == 0:
        return PartialDate(end.year, quarter=end.month // 3)
    said = ORDINALS.get(match.group("ended").split(maxsplit=1)[0].lower())
    if months == 3 and said is not None:
        return PartialDate(end.year, quarter=said)  # "the fourth quarter ended January 31"
    if months == 6 and end.month in (6, 12):
        return PartialDate(end.year, half=end.month // 6)
    if months in (3, 6) or not months:
        return end
    return PartialDate(end.year)


def _months(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    """Return the quarter or half that a stretch of months is, else its year where it lies in one."""
    first, last = _month(match.group("ma")), _month(match.group("mb"))
    said = match.group("myb")
    year = _year_of(said, published) if said else None
    if said is None:
        end = _full(last, None, None, published, "past")
        year = None if end is None else end.year
    begun = match.group("mya")
    if year is None or first >= last or (begun and int(begun) != year):
        return None
    return PartialDate(year, **STRETCHES.get((first, last), {}))


def _month_day(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    return _on_day(match.group("y1"), match.group("m1"), match.group("d1"), published, tense)


def _day_month(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    return _on_day(match.group("y2"), match.group("m2"), match.group("d2"), published, tense)


def _on_day(said: str | None, month: str, day: str, published: date | None, tense: str) -> PartialDate | None:
    """Return a day of a month; the year may be missing, or told by its distance."""
    year = _year_of(said, published)
    return None if said is not None and year is None else _full(_month(month), int(day), year, published, tense)


def _month_year(match: re.Match[str], published: date | None, tense: str) -> PartialDate | None:
    said = match.group("y3")
    year = _year_of(said, published)
    if said is not None and year is None:
        return None
    return _full(_month(match.group("m3")), None, year, published, tense)


def _fiscal(match: re.Match[str], _published: date | None, _tense: str) -> PartialDate | None:
    first, second = match.group("fy"), match.group("fy2")
    return PartialDate(_century(second or first, first))


def _century(written: str, beside: str) -> int:
    """Return a year of two or four digits, in the century of the year beside it."""
    if len(written) == 4:
        return int(written)
    century = int(beside[:2]) * 100 if len(beside) == 4 else (1900 if int(written) > 60 else 2000)
    year = century + int(written)
    return year if len(beside) != 4 or year >= int(beside) else year + 100


def _years(match: re.Match[str], _published: date | None, _tense: str) -> PartialDate | None:
    first, second = match.group("ya"), match.group("yb")
    later = _century(second, first)
    consecutive = later == int(first) + 1 and "to" not in match.group("link") and "and" not in match.group("link")
    return PartialDate(later) if consecutive and later > int(first) else None


def _year(match: re.Match[str], _published: date | None, _tense: str) -> PartialDate | None:
    return PartialDate(int(match.group("y")))


def _unsettled(_match: re.Match[str], _published: date | None, _tense: str) -> PartialDate | None:
    """Return None: what "the same quarter" or "that year" is follows from the date before it."""
    return None


def _decade(match: re.Match[str], published: date | None, _tense: str) -> PartialDate | None:
    """Return the year in which this decade ends."""
    if published is None or "end" not in match.group("decade").lower():
        return None
    return PartialDate(published.year // 10 * 10 + 10)


_RESOLVERS = {
    "iso": _iso, "quarter": _quarter, "yq": _year_quarter, "of_year": _of_year, "half": _half, "span": _span, "ended": _ended, "mdy": _month_day, "dmy": _day_month,
    "my": _month_year, "months": _months, "same": _unsettled, "that": _unsettled, "fiscal": _fiscal, "years": _years, "year": _year, "weekday": weekday, "relative": relative, "ago": ago, "day": day, "decade": _decade,
}  # fmt: skip
