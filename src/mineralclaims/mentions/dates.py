"""Expressions of time as they are written, each with its kind; what they mean is the normalizer's."""

from __future__ import annotations

import re

import attrs

from mineralclaims.text.tokens import Token

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?"
)
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
EXPRESSION = re.compile(
    rf"""(?<![\w$£€.,/-])(?:
      (?P<iso>{_YEAR}-[01]\d-[0-3]\d)
    | (?P<quarter>(?:q(?P<qn>[1-4])|(?P<qo>first|second|third|fourth|1st|2nd|3rd|4th|final)[ -]quarter|(?P<qm>december|march|june|september)[ -]quarter)(?:\s+(?:of\s+)?(?:the\s+)?(?:fiscal\s+(?:year\s+)?)?(?P<qy>{_YEAR}|last\s+year|this\s+year|next\s+year))?)
    | (?P<yq>(?P<yqy>{_YEAR})[ ]?-?[ ]?q(?P<yqn>[1-4]))
    | (?P<half>(?:h(?P<hn>[12])|(?P<ho>first|second)[ -]half)(?:\s+(?:of\s+)?(?:the\s+)?(?:fiscal\s+(?:year\s+)?)?(?P<hy>{_YEAR}|last\s+year|this\s+year|next\s+year|the\s+year))?)
    | (?P<span>(?:the\s+)?(?P<so>first|last|past)\s+(?P<sn>{_COUNT})\s+months(?:\s+(?:of|in)\s+(?:the\s+)?(?P<sy>{_YEAR}|last\s+year|this\s+year))?)
    | (?P<ended>(?:(?P<ew>week|month|quarter|half[ -]year|year|(?P<en>{_COUNT})\s+(?:months|weeks))\s+(?:to|ended|ending|through|following|from)\s+(?:on\s+)?)(?:(?P<em>{_MONTH})\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<ey>{_YEAR}))?|(?P<ed2>\d{{1,2}})\s+(?P<em2>{_MONTH})(?:\s+(?P<ey2>{_YEAR}))?|(?P<em3>{_MONTH})(?:\s+(?P<ey3>{_YEAR}))?))
    | (?P<mdy>(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[-–]\d)(?:,?\s+(?P<y1>{_YEAR}))?(?![\w%]))
    | (?P<dmy>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})(?![\w])(?:,?\s+(?P<y2>{_YEAR}))?)
    | (?P<my>(?:(?:early|mid|late|year-end)[ -])?(?P<m3>{_MONTH})(?![\w])(?:\s+(?:of\s+)?(?P<y3>{_YEAR}|last\s+year|this\s+year|next\s+year))?)
    | (?P<fiscal>(?:fy|fiscal(?:\s+year)?|financial\s+year|calendar|marketing\s+year)[ ']?(?P<fy>{_YEAR}|\d\d)(?:[/–-](?P<fy2>\d\d(?:\d\d)?))?(?!\d))
    | (?P<years>(?P<ya>{_YEAR})(?P<link>\s?[/–-]\s?|\s+(?:to|and|through)\s+)(?P<yb>{_YEAR}|\d\d)(?![\d%]))
    | (?P<year>(?P<y>{_YEAR})(?![\d%]|,\d|\.\d|/\d)(?!\s*(?:tonnes?|tons?|million|mln|barrels|ounces|%|percent|pct|bpd|g/t|km|mw|people|workers|jobs|hectares|metres|meters|feet)))
    | (?P<weekday>(?:last\s+|next\s+|this\s+)?(?P<wd>{_WEEKDAY}))
    | (?P<relative>(?P<rel>last|this|next|previous|prior|current|past|same|coming|the)[ -](?P<fin>(?:financial|fiscal|calendar|full)[ -])?(?P<ru>year|month|week|quarter)(?P<earlier>[ -]earlier)?|(?:this|last)\s+(?P<season>spring|summer|autumn|fall|winter))
    | (?P<ago>(?:a|one|the)\s+(?P<au>year|month|week|quarter|day)\s+(?:ago|earlier|before|previously|prior)|year-(?:ago|earlier)|(?P<an>two|three|four|five|six|seven|eight|nine|ten|\d{{1,2}})\s+(?P<au2>years|months|weeks|days)\s+(?:ago|earlier|before))
    | (?P<day>yesterday|today|tomorrow|overnight)
    | (?P<decade>(?:the\s+)?(?:(?:early|mid|late)[ -])?(?:1[89]\d|20\d)0s|the\s+end\s+of\s+the\s+decade)
    )(?![\w])""",
    re.IGNORECASE | re.VERBOSE,
)


@attrs.define(eq=False)
class TimeExpression:
    """An expression of time: its range and the match that holds its parts."""

    start: int
    end: int
    kind: str
    match: re.Match[str] = attrs.field(repr=False)


_MONTHS_BEFORE = re.compile(
    r"\b(?:in|of|by|since|until|from|for|during|last|this|next|and|to|early|mid|late|on|between|through|per|ended|the)\s+\Z",
    re.IGNORECASE,
)


# An expression begins only at one of these words, or at a number; everything else is passed over without a look.
_OPENERS = frozenset({
    "first", "second", "third", "fourth", "final", "last", "this", "next", "previous", "prior", "current", "past",
    "same", "coming", "early", "mid", "late", "fiscal", "fy", "calendar", "financial", "marketing", "week", "month",
    "quarter", "half", "year", "years", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
    "eleven", "twelve", "yesterday", "today", "tomorrow", "overnight", "december", "march", "june", "september",
    "year-ago", "year-earlier", "year-end", "h1", "h2", "q1", "q2", "q3", "q4", "1st", "2nd", "3rd", "4th", "the", "a",
    "one",
})  # fmt: skip
_PARTS = frozenset({
    "early", "mid", "late", "first", "second", "third", "fourth", "last", "this", "next", "year", "december", "march",
    "june", "september", "six", "nine", "three", "final", "half", "previous", "same",
})  # fmt: skip
_UNITS = frozenset(
    {"year", "month", "week", "quarter", "day", "end", "early", "mid", "late", "first", "last", "past", "year-earlier"}
)
_MONTHS3 = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_DAYS3 = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_ARTICLES = frozenset({"the", "a", "one"})
# "April crude settled": the month of a contract's delivery dates nothing.
_DELIVERY = re.compile(
    r"\s+(?:delivery|futures?|contracts?|crude|gasoline|heating|natural|gas|brent|wti|copper|gold|silver|loading|shipment|cargo(?:es)?|oil|diesel|gasoil|expiry)\b",
    re.IGNORECASE,
)
_SHORT_MONTHS = frozenset({"may", "march", "mar", "jan", "dec", "sep", "sept"})
_LONGEST_NUMBER = 10


def may_open(low: str) -> bool:
    """Return whether an expression of time can begin at a word."""
    first = low[0]
    if first.isdigit():
        return len(low) <= _LONGEST_NUMBER
    if not first.isalpha():
        return False
    return (
        low in _OPENERS
        or low[:3] in _MONTHS3
        or (low.endswith("day") and low[:3] in _DAYS3)
        or ("-" in low and low.split("-", 1)[0] in _PARTS)
    )


def _opens(tokens: list[Token], index: int) -> bool:
    """Return whether an expression of time can begin at a token whose word may open one."""
    if tokens[index].low not in _ARTICLES:
        return True
    following = tokens[index + 1].low if index + 1 < len(tokens) else "#"
    return following in _UNITS or following[0].isdigit()


def time_expressions(text: str, tokens: list[Token], openers: list[int]) -> list[TimeExpression]:
    """Return the expressions of time of a sentence, in order; ``openers`` are the tokens that may open one."""
    found: list[TimeExpression] = []
    free = 0
    for index in openers:
        start = tokens[index].start
        if start < free or not _opens(tokens, index):
            continue
        match = EXPRESSION.match(text, start)
        if match is None:
            continue
        kind = match.lastgroup or ""
        if kind == "my" and not match.group("y3"):
            word = match.group("m3")
            if not word[0].isupper() or (
                word.lower() in _SHORT_MONTHS
                and not _MONTHS_BEFORE.search(text, max(0, start - 10), start)
                and match.group().lower().startswith(word.lower())
            ):
                continue
            if _DELIVERY.match(text, match.end()) and not _MONTHS_BEFORE.search(text, max(0, start - 10), start):
                continue
        if kind in {"mdy", "weekday"} and not (match.group("m1") or match.group("wd"))[0].isupper():
            continue
        free = match.end()
        found.append(TimeExpression(start, free, kind, match))
    return found
