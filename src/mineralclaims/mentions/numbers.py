"""Numbers in digits, as they are written: separators, decimals, written fractions, powers of ten."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from mineralclaims.normalize.decimals import CONTEXT, MAX_DIGITS

VULGAR = {
    "½": Decimal("0.5"), "¼": Decimal("0.25"), "¾": Decimal("0.75"), "⅓": Decimal("0.333333333333"),
    "⅔": Decimal("0.666666666667"), "⅛": Decimal("0.125"), "⅜": Decimal("0.375"), "⅝": Decimal("0.625"),
    "⅞": Decimal("0.875"), "⅕": Decimal("0.2"),
}  # fmt: skip
_VULGAR = "".join(VULGAR)
RUN = rf"[0-9{_VULGAR}](?:(?<![{_VULGAR}])[0-9]*+(?:[.,][0-9]++)*+)?"
"""A whole run of digits with the points and commas in it, or one written fraction; what it means is looked at afterwards.

It begins with one set of characters, as such patterns are searched for five times faster.
"""

ONE = Decimal(1)
_TWELVE_PLACES = Decimal("1e-12")
_GROUPED = re.compile(r"[0-9]{1,3}(?:,[0-9]{3}){1,12}(?:\.[0-9]{1,38})?|[0-9]{1,2}(?:,[0-9]{2}){1,8},[0-9]{3}(?:\.[0-9]{1,9})?")
_POINTED = re.compile(r"[0-9]{1,3}(?:\.[0-9]{3}){2,12}")
_DECIMAL_COMMA = re.compile(r"[0-9]{1,3},[0-9]{1,2}")
# "10 000", "2 1/2", "2-1/2", "1/4", "46 . 8" of tokenised text, "1 point 5", "1.99×10-30".
_SPACED = re.compile(r"(?: [0-9]{3}){1,5}+(?![0-9])(?!,[0-9])(?:\.[0-9]{1,9})?")
_WRITTEN_FRACTION = re.compile(r"[ -]([0-9]{1,2})/([0-9]{1,2})(?![0-9/])")
_FRACTION = re.compile(r"/([0-9]{1,3})(?![0-9/]|[.,][0-9])")
_TOKENISED = re.compile(r" \. ([0-9]{1,9})(?![0-9])(?= (?:%|percent|per cent|pct|million|billion|trillion|m|bn)(?![a-z]))")
_SPOKEN = re.compile(r" point ([0-9]{1,6})(?![0-9])")
_POWER = re.compile(r" ?[x×] ?10(?:\^\{?([-+]?[0-9]{1,3})\}?|([-+][0-9]{1,3}))(?![0-9])")
_JOINED = re.compile(r"[a-z]-\Z", re.IGNORECASE)
_AFTER_AN_AMOUNT = re.compile(r"[0-9](?:bn|mn|m|k|M|Mt|kt|koz|Moz|t|pc|c|p| ?[mb](?:illio)n| ?[mb]ln)-\Z")
_QUOTED_BEFORE = re.compile(r"(?:[0-9]{3}|[0-9]\.[0-9]{1,4})/\Z")
_QUOTED = 3
_LONGEST = 60
_GOES_ON = frozenset("0123456789x×.p")
"""What a number can go on with behind a space."""

_EXPONENT_AT_MOST = 60


class Number(NamedTuple):
    """A number in the text, its magnitude not yet read.

    Attributes:
        start: where it begins.
        end: where it ends.
        value: what it says.
        magnitude: the magnitude words that are read with it ("two hundred": 100), 1 for digits.
        grouped: whether its thousands are set off.
        worded: whether it is in words.
        glued: whether letters stand right before it, so that only a currency mark makes it a number ("Rs20", "B2").
        part: whether it is a part of one, such as "1/4".
    """

    start: int
    end: int
    value: Decimal
    magnitude: Decimal = ONE
    grouped: bool = False
    worded: bool = False
    glued: bool = False
    part: bool = False


def read_digits(text: str, start: int, end: int) -> Number | None:
    """Return the number whose run of digits is ``text[start:end]``; None where it is none, or has over 38 digits."""
    run = text[start:end]
    if run in VULGAR:
        return None if text[start - 1 : start].isalnum() else Number(start, end, VULGAR[run])
    value = _value(run)
    if value is None:
        return None
    start, glued = _beginning(text, start, run)
    if start < 0:
        return None
    if text[start] == ".":
        value = Decimal(text[start:end])
    after = text[end : end + 1]
    if not after or after in ",;)" or after.isalpha():
        return Number(start, end, value, grouped="," in run, glued=glued)
    return _continued(text, Number(start, end, value, grouped="," in run, glued=glued))


def _value(run: str) -> Decimal | None:
    """Return what a run of digits, points and commas says; None for dates, versions, lists and numbers too long."""
    if len(run) > _LONGEST:
        return None
    if not run.isdigit():
        if "," not in run and run.count(".") == 1:
            pass
        elif _GROUPED.fullmatch(run):
            run = run.replace(",", "")
        elif _POINTED.fullmatch(run):
            run = run.replace(".", "")
        elif _DECIMAL_COMMA.fullmatch(run):
            run = run.replace(",", ".")
        else:
            return None
    return Decimal(run) if len(run) <= MAX_DIGITS + 1 else None


def _beginning(text: str, start: int, run: str) -> tuple[int, bool]:
    """Return where the number begins (-1: it is none) and whether letters are glued to it."""
    before = text[start - 1] if start else " "
    if before in " \n($€£":
        return start, False
    further = text[start - 2] if start > 1 else " "
    if before == "." and run.isdigit() and not further.isalnum() and further != ".":
        return start - 1, False
    if before == "." and further == "c" and not text[start - 3 : start - 2].isalnum():
        return start, False  # "c.92%"
    if before.isalnum() or before == "_" or (before in ".,'" and (further.isalnum() or further == "/")):
        return start, True
    if before == "/" and further.isdigit() and not _quoted_pair(text, start, run):
        return -1, False
    if (
        before == "-"
        and _JOINED.search(text, max(0, start - 2), start)
        and not _AFTER_AN_AMOUNT.search(text, max(0, start - 10), start)
    ):
        return start, True
    return start, False


def _quoted_pair(text: str, start: int, run: str) -> bool:
    """Return whether the number is the second of a bid and an offer: "404.50/405.00", "402/405 dlrs"."""
    return ("." in run or len(run) >= _QUOTED) and _QUOTED_BEFORE.search(text, max(0, start - 10), start) is not None


def _continued(text: str, number: Number) -> Number | None:
    """Return the number with what goes on behind its first run of digits."""
    end, value = number.end, number.value
    after = text[end]
    if after in VULGAR:
        return number._replace(end=end + 1, value=CONTEXT.add(value, VULGAR[after]))
    if after == ":" and text[end + 1 : end + 2].isdigit():
        return None
    if after == "/" and text[end + 1 : end + 2].isdigit():
        return _with_slash(text, number)
    return _spaced(text, number) if after in " -×x" else number


def _with_slash(text: str, number: Number) -> Number | None:
    """Return "1/4" as a part, and of "404.50/405.00" the first; None for dates and the like."""
    end = number.end
    if "." in text[number.start : end] or end - number.start >= _QUOTED:
        return number
    match = _FRACTION.match(text, end)
    divisor = Decimal(match.group(1)) if match else Decimal(0)
    if match is None or not number.value or CONTEXT.compare(number.value, divisor) >= 0:
        return None
    return number._replace(end=match.end(), value=_ratio(number.value, divisor), part=True)


def _ratio(above: Decimal, below: Decimal) -> Decimal:
    """Return a written fraction, to twelve places."""
    return CONTEXT.normalize(CONTEXT.quantize(CONTEXT.divide(above, below), _TWELVE_PLACES))


def _spaced(text: str, number: Number) -> Number:
    """Return the number with a written fraction, further thousands, decimals or a power of ten behind a space."""
    end, value = number.end, number.value
    following = text[end + 1 : end + 2] if text[end] in " -" else text[end]
    if following not in _GOES_ON:
        return number
    if power := _POWER.match(text, end):
        exponent = int(power.group(1) or power.group(2))
        if abs(exponent) <= _EXPONENT_AT_MOST:
            return number._replace(end=power.end(), value=CONTEXT.scaleb(value, exponent))
    if match := _WRITTEN_FRACTION.match(text, end):
        above, below = Decimal(match.group(1)), Decimal(match.group(2))
        if CONTEXT.compare(above, below) < 0:
            part = _ratio(above, below)
            if text[end] == "-" and text[end - 3 : end - 2] == ".":
                part = CONTEXT.scaleb(part, -2)  # of a cent: "$4.93-1/2"
            return number._replace(end=match.end(), value=CONTEXT.add(value, part))
    written = text[number.start : end]
    if not written.isdigit():
        return number
    if len(written) <= 3 and (match := _SPACED.match(text, end)):
        digits = (written + match.group()).replace(" ", "")
        return number._replace(end=match.end(), value=Decimal(digits), grouped=True)
    if match := _TOKENISED.match(text, end) or _SPOKEN.match(text, end):
        return number._replace(end=match.end(), value=Decimal(f"{written}.{match.group(1)}"))
    return number
