"""Signs before a number, and hedges between it and its unit: "-3.5%", "minus five", "30-odd tonnes"."""

from __future__ import annotations

import re
from typing import NamedTuple

_BEFORE_A_SIGN = frozenset(" \n([|;:")
_MINUS = re.compile(r"(?<!\w)(?<!plus or )(?:minus|negative) {1,13}\Z", re.IGNORECASE)
_LONGEST = 24
_PERCENT_OF = re.compile(r"(?<![0-9] )(?<![\w-])per ?cent of \Z", re.IGNORECASE)
_PERCENT_OF_LENGTH = len("per cent of ")
_INSIDE = re.compile(r"(-odd|-plus|\+| odd| plus| or so)(?=[\s-][A-Za-z$])")
_INSIDE_BEGINS = frozenset("-+ ")
_ABOUT = frozenset({"-odd", " odd", " or so"})


class Hedge(NamedTuple):
    """A hedge between a number and its unit: its effect ("about" or "low"), where it begins and ends."""

    effect: str
    start: int
    end: int


def sign_before(text: str, begin: int, start: int) -> tuple[int, bool]:
    """Return where an expression begins with its sign, and whether it is negative.

    Args:
        text: the folded text.
        begin: where the expression begins without sign, which is at a currency mark if there is one.
        start: where its number begins.
    """
    negative = begin < start and "-" in text[begin:start]
    if not begin:
        return begin, negative
    before = text[begin - 1]
    if before in "+-" and (begin == 1 or text[begin - 2] in _BEFORE_A_SIGN):
        return begin - 1, negative or before == "-"
    if before == " " and text[max(0, begin - _LONGEST) : begin].rstrip().lower().endswith(("minus", "negative")):
        minus = _MINUS.search(text, max(0, begin - _LONGEST), begin)
        if minus is not None:
            return minus.start(), True
    return begin, negative


def hedge_inside(text: str, at: int) -> Hedge | None:
    """Return the hedge at ``at``, between a number and its unit: "30-odd tonnes", "3 million or so barrels"."""
    match = _INSIDE.match(text, at) if text[at : at + 1] in _INSIDE_BEGINS else None
    if match is None:
        return None
    return Hedge("about" if match.group(1) in _ABOUT else "low", match.start(), match.end())


def percent_of_before(text: str, start: int) -> int:
    """Return where "percent of" begins that stands before a number ("percent of 10"); -1 where none does."""
    if text[max(0, start - 3) : start].lower() != "of ":
        return -1
    match = _PERCENT_OF.search(text, max(0, start - _PERCENT_OF_LENGTH), start)
    if match is None or text[max(0, match.start() - 2) : match.start()].strip().isdigit():
        return -1
    return match.start()
