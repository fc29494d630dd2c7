"""Numbers in words: "twenty-five", "two and a half", "one hundred and twenty", "half a million", "one point three"."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.mentions.numbers import ONE, Number
from mineralclaims.mentions.tries import pattern_of
from mineralclaims.normalize.decimals import CONTEXT

ONES = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {"twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
SCALES = {
    "hundred": 100, "dozen": 12, "thousand": 1000, "lakh": 10**5, "million": 10**6, "mln": 10**6, "crore": 10**7,
    "billion": 10**9, "bln": 10**9, "trillion": 10**12,
}  # fmt: skip
_SMALL_SCALES = frozenset({"hundred", "dozen"})
_NEXT = re.compile(rf"(?P<and> and)?(?:-| {{1,13}})(?P<word>{pattern_of([*ONES, *TENS, *SCALES])})(?![a-z])")
_AND_A_HALF = re.compile(r"[ -]and[ -]an?[ -](half|quarter)(?![a-z])")
_POINT = re.compile(rf" point(?P<digits>(?: (?:{pattern_of(list(ONES)[:10])}|oh)(?![a-z])){{1,6}})")
_OF_A = re.compile(r"(?: of)? an? {1,13}(?P<scale>" + pattern_of(SCALES) + r")(?![a-z])")
_MILLION = re.compile(r"[- ](?P<scale>" + pattern_of(SCALES) + r")(?![a-z])")
_WORDS_AT_MOST = 9
_HALVES = {"half": Decimal("0.5"), "quarter": Decimal("0.25")}


def read_words(low: str, start: int, end: int, word: str) -> Number:
    """Return the number in words that begins with the number word ``low[start:end]`` of a text in lower case."""
    total, group = 0, ONES.get(word, TENS.get(word, 0))
    magnitude, last = ONE, word
    for _ in range(_WORDS_AT_MOST):
        match = _NEXT.match(low, end)
        if match is None:
            break
        following = match.group("word")
        scale = SCALES.get(following)
        if scale is None:
            value = ONES.get(following, TENS.get(following, 0))
            if not _goes_on(last, value, linked=match.group("and") is not None):
                break
            group, magnitude = group + value, ONE
        elif match.group("and") or (total and scale >= total):
            break
        elif following in _SMALL_SCALES or not total:
            if following in _SMALL_SCALES:
                group *= scale
            else:
                total, group = total + group * scale, 0
            magnitude = CONTEXT.multiply(magnitude, Decimal(scale))
        else:
            total, group, magnitude = total + group * scale, 0, ONE
        end, last = match.end(), following
    value_read = Decimal(total + group)
    if magnitude == 1 and (decimals := _POINT.match(low, end)):
        digits = "".join(str(ONES.get(name, 0)) for name in decimals.group("digits").split())
        return Number(start, decimals.end(), Decimal(f"{value_read}.{digits}"), worded=True)
    if extra := _AND_A_HALF.match(low, end):
        return Number(start, extra.end(), CONTEXT.add(value_read, _HALVES[extra.group(1)]), worded=True)
    return Number(start, end, value_read, magnitude, worded=True)


def _goes_on(last: str, value: int, *, linked: bool) -> bool:
    """Return whether a number word goes on with the number after ``last``: "twenty-five", "one hundred and twenty"."""
    if last in TENS:
        return 0 < value < 10 and not linked
    return last in SCALES and last != "dozen" and value > 0


def read_scale(low: str, start: int, end: int, word: str) -> Number | None:
    """Return the number at a magnitude word with "a" before it ("a million")."""
    for lead, value in ((" a ", "1"), (" an ", "1")):
        begin = start - len(lead) + 1
        if (
            begin >= 0
            and low.startswith(lead[1:], begin)
            and (begin == 0 or not (low[begin - 1].isalnum() or low[begin - 1] == "-"))
        ):
            scale = Decimal(SCALES[word])
            return Number(begin, end, CONTEXT.multiply(Decimal(value), scale), scale, worded=True)
    return None


def read_half_of(low: str, start: int, end: int, value: Decimal) -> Number | None:
    """Return the number at "half a million", "a half million", "a quarter of a billion": ``value`` of one."""
    match = _OF_A.match(low, end)
    if match is None and low.startswith("a ", max(0, start - 2)) and (match := _MILLION.match(low, end)) is not None:
        start -= 2
    if match is None:
        return None
    scale = Decimal(SCALES[match.group("scale")])
    return Number(start, match.end(), CONTEXT.multiply(value, scale), scale, worded=True)
