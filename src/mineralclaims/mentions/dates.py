"""Expressions of time as they are written, each with its kind; what they mean is the normalizer's."""

from __future__ import annotations

import re
from collections.abc import Iterable

import attrs

from mineralclaims.text.tokens import Token

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?"
)
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
_COUNT = "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\\d{1,2}"
_DAY_OF = rf"(?:\d{{1,2}}\s+)?(?:{_MONTH})\b"
_WHICH = r"last\s+year|this\s+year|next\s+year"
_THAT = r"(?:that|(?:the\s+)?same)\s+year"
"""A year that the text has told: "in May of that year", "the first half of the same year"."""
_OF_YEAR = r"(?:\s+(?:of\s+|in\s+)?(?:the\s+)?(?:fiscal\s+(?:year\s+)?|financial\s+year\s+)?|[ -]?(?:fy\s?|')|[-/]|,\s+(?=\d{4}\s?(?:[,.;:()]|(?:and|from|was|were|compared|when|on|by|with|while|to)\b|\Z)))"
"""What stands between a quarter or half and its year: "Q4 2024", "first quarter of fiscal 2025", "Q1FY25", "H1 '24", "Q2, 2023", "Q2/2023"."""
_KINDS = {
    "iso": rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)",
    "ended": rf"(?P<ended>(?:(?:(?:first|second|third|fourth|last|final|latest|full|fiscal|financial)\s+)?(?:(?:fiscal|financial)\s+)?(?P<ew>week|month|quarter|half(?:(?:-|\s+)year)?|year|(?P<en>{_COUNT})(?:\s+|-)(?:months?|weeks?)(?:\s+period)?)\s+(?:to|ended|ending|(?:that|which)\s+ended|through|following|from)\s+(?:(?:on|in)\s+)?(?:the\s+end\s+of\s+|end-)?)(?:(?P<em>{_MONTH})\s+(?P<ed>\d{{1,2}})(?:st|nd|rd|th)?(?:,?\s+(?P<ey>{_YEAR}))?|(?P<ed2>\d{{1,2}})\s+(?P<em2>{_MONTH})(?:\s+(?P<ey2>{_YEAR}))?|(?P<em3>{_MONTH})(?:\s+(?P<ey3>{_YEAR}))?))",
    "quarter": rf"(?P<quarter>(?:q(?P<qn>[1-4])|(?P<nq>[1-4])q|(?P<qo>first|second|third|fourth|1st|2nd|3rd|4th|final|closing|last(?=(?:-|\s+)quarter\s+of\s+(?:{_YEAR}|last\s)))(?:-|\s+)(?:(?:fiscal|financial|calendar)(?:-|\s+))?quarter|(?P<qm>december|march|june|september)(?:-|\s+)quarter)(?:(?:{_OF_YEAR}|(?<=[1-4]q)|(?<=q[1-4]))(?P<qy>{_YEAR}|{_WHICH}|{_THAT})|(?:[ -]?(?:fy\s?|')|(?<=[1-4]q))(?P<qs>\d\d)(?![\d%.,]\d|\d|%))?)",
    "yq": rf"(?P<yq>(?P<yqy>{_YEAR})(?:[ ]?-?[ ]?q(?P<yqn>[1-4])|\s+(?P<yqo>first|second|third|fourth|final)(?:-|\s+)quarter|\s+(?P<yho>first|second)(?:-|\s+)half))",
    "of_year": r"(?P<of_year>(?P<oyw>last|this|next)\s+year's\s+(?P<oyo>first|second|third|fourth|final)(?:-|\s+)(?P<oyu>quarter|half))",
    "half": rf"(?P<half>(?:h(?P<hn>[12])|(?P<nh>[12])h|(?P<ho>first|second)(?:-|\s+)(?:(?:fiscal|financial|calendar)(?:-|\s+))?half(?!\s+of\s+(?:{_MONTH})\b))(?:(?:{_OF_YEAR}|(?<=[12]h)|(?<=h[12]))(?P<hy>{_YEAR}|{_WHICH}|the\s+year|{_THAT})|(?:[ -]?(?:fy\s?|')|(?<=[12]h))(?P<hs>\d\d)(?![\d%.,]\d|\d|%))?)",
    "months": rf"(?P<months>(?P<between>between\s+)?(?P<ma>{_MONTH})(?:\s+(?P<mya>{_YEAR}))?(?(between)\s+and\s+|(?:\s?[-–/]\s?|\s+(?:to|through)\s+))(?P<mb>{_MONTH})(?![\w])(?!\s+\d{{1,2}}\b)(?:,?\s+(?:of\s+)?(?P<myb>{_YEAR}|last\s+year|this\s+year))?)",
    "span": rf"(?P<span>(?:the\s+)?(?P<so>first|last|past|final|closing|opening)\s+(?P<sn>{_COUNT})\s+months(?:\s+(?:of|in)\s+(?:the\s+)?(?P<sy>{_YEAR}|last\s+year|this\s+year|{_THAT}))?)",
    "mdy": rf"(?P<mdy>(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?(?!\d|[-–]\d)(?:,?\s+(?:of\s+)?(?P<y1>{_YEAR}|{_THAT}))?(?![\w%]))",
    "dmy": rf"(?P<dmy>(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH})(?![\w])(?:,?\s+(?:of\s+)?(?P<y2>{_YEAR}|{_THAT}))?)",
    "my": rf"(?P<my>(?:(?:early|mid|late|end|year-end)(?:-|\s+))?(?P<m3>{_MONTH})(?![\w])(?:\s+(?:of\s+)?(?P<y3>{_YEAR}|last\s+year|this\s+year|next\s+year|{_THAT}))?)",
    "fiscal": rf"(?P<fiscal>(?:fy|fiscal(?:\s+year)?|financial\s+year|calendar|marketing\s+year)[ ']?(?P<fy>{_YEAR}|\d\d)(?:[/–-](?P<fy2>\d\d(?:\d\d)?))?(?!\d))",
    "years": rf"(?P<years>(?P<ya>{_YEAR})(?P<link>\s?[/–-]\s?|\s+(?:to|and|through)\s+(?={_YEAR}))(?P<yb>{_YEAR}|\d\d)(?![\d%]|,\d|\.\d))",
    "year": rf"(?P<year>(?:(?:early|mid|late|end|year-end)-|year-end\s+)?(?P<y>{_YEAR})(?![\d%]|,\d|\.\d|/\d)(?!\s*(?:tonnes?|tons?|million|mln|barrels|ounces|%|percent|pct|bpd|g/t|km|mw|people|workers|jobs|hectares|metres|meters|feet)))",
    "weekday": rf"(?P<weekday>(?:last\s+|next\s+|this\s+)?(?P<wd>{_WEEKDAY}))",
    "that": r"(?P<that>(?:that\s+(?P<tu>year|month|quarter)|(?:the\s+)?same\s+year)(?![-\w]|\s+(?:ago|earlier|before)\b))",
    "same": rf"(?P<same>(?:same|corresponding|comparable|equivalent|year-ago|year-earlier|prior-year|previous-year)(?:-|\s+)(?:(?:fiscal|financial|calendar|three|six|nine|eleven|ten|first|second|third|fourth)(?:-|\s+))?(?:quarter|period|half|months?|week|time|stage)(?:\s+(?:of\s+|in\s+|a\s+|the\s+){{0,2}}(?:(?P<cy>{_YEAR})|last\s+year|year\s+(?:ago|earlier|before)|(?:previous|prior|preceding)\s+year|fiscal\s+(?P<cf>{_YEAR})))?)",
    "relative": rf"(?P<relative>(?P<rel>last|this|next|previous|prior|preceding|following|current|past|same|coming|the)(?:-|\s+)(?P<fin>(?:financial|fiscal|calendar|full|whole)(?:-|\s+))?(?P<ru>year|month|week|quarter|half(?:-|\s+)year|half(?!(?:-|\s+)year)|period)(?!\s+(?:before|prior|previously|ago)\b(?!\s+(?:the|that|it|they|he|she|we|a|an|last|to|his|its|their)\b|\s+[A-Z]))(?!(?:-|\s+)(?:to|ended|ending|(?:that|which)\s+ended|through)\s+(?:(?:on|in)\s+)?(?:the\s+end\s+of\s+|end-)?{_DAY_OF})(?P<earlier>(?:-|\s+)earlier)?|(?P<whole>full|whole|present)(?:-|\s+)(?:financial(?:-|\s+)|fiscal(?:-|\s+))?year(?!-)|(?:the\s+)?year(?:-|\s+)(?P<yend>end)|(?:this|last)\s+(?P<season>spring|summer|autumn|fall|winter))",
    "ago": r"(?P<ago>(?:a|one|the)\s+(?P<au>year|month|week|quarter|day|decade)\s+(?:ago|earlier|before|previously|prior|later|after(?=\s*(?:[.,;)]|\Z)))|year-(?:ago|earlier)|prior-year|(?P<an>two|three|four|five|six|seven|eight|nine|ten|\d{1,2})\s+(?P<au2>years|months|weeks|days)\s+(?:ago|earlier|before|later))",
    "day": r"(?P<day>yesterday|today|tonight|tomorrow|overnight|last\s+night|this\s+(?:morning|afternoon|evening))",
    "decade": r"(?P<decade>(?:the\s+)?(?:(?:early|mid|late)(?:-|\s+))?(?:1[89]\d|20\d)0s|(?:the\s+)?end\s+of\s+(?:the|this)\s+decade|this\s+decade)",
}  # fmt: skip
"""The kinds of expressions, in the order in which they are tried."""

_WITH_DIGIT = frozenset({"iso", "quarter", "yq", "half", "ended", "dmy", "years", "year", "ago", "decade"})
_ONLY_WITH_DIGIT = frozenset({"iso", "yq", "dmy", "years"})


def _one_of(kinds: Iterable[str]) -> re.Pattern[str]:
    """Return the pattern of some kinds of expressions."""
    return re.compile(rf"(?<![\w$£€.,/-])(?:{'|'.join(_KINDS[kind] for kind in kinds)})(?![\w])", re.IGNORECASE)


_BY_DIGIT = _one_of(kind for kind in _KINDS if kind in _WITH_DIGIT)
_BY_WORD = _one_of(kind for kind in _KINDS if kind not in _ONLY_WITH_DIGIT)


@attrs.define(eq=False)
class TimeExpression:
    """An expression of time: its range and the match that holds its parts."""

    start: int
    end: int
    kind: str
    match: re.Match[str] = attrs.field(repr=False)


_MONTHS_BEFORE = re.compile(
    r"(?:\b(?:in|of|by|since|until|from|for|during|last|this|next|and|to|early|mid|late|on|between|through|per|ended|the)|'s)\s+\Z",
    re.IGNORECASE,
)

# "March output", "May exports": what is told month by month settles that the word before is one.
_OF_MONTH = re.compile(
    r"\s+(?:(?:crude|oil|gas|coal|copper|gold|steel|ore|iron ore|trade|retail|core|total|net|industrial|factory|consumer|producer)\s+)?"
    r"(?:output|production|exports?|imports?|sales|shipments|deliveries|figures|data|inflation|demand|consumption|deficit|surplus|arrivals"
    r"|loadings|quarter|results|prices|stocks|inventories|orders|throughput|purchases|volumes|revenues?|earnings|growth|supply|average|total)\b",
)

# "in february", "late october": a month in a text without capitals; "may" and "march" only where nothing else can be meant.
_SMALL_MONTH = re.compile(
    r"\b(?:in|since|during|until|early|mid|late|last|through|by|from|between|of|and)[ \n-]+(?:january|february|april|june|july|august|september|october|november|december)\Z"
    r"|\b(?:in|since|during|until|early|mid|late)[ \n-]+(?:march|may)\Z"
)
# An expression begins only at one of these words, or at a number; everything else is passed over without a look.
_OPENERS = frozenset({
    "first", "second", "third", "fourth", "final", "last", "this", "next", "previous", "prior", "preceding",
    "following", "current", "past", "same", "coming", "early", "mid", "late", "fiscal", "fy", "calendar", "financial", "marketing",
    "week", "month", "quarter", "half", "year", "years", "two", "three", "four", "five", "six", "seven", "eight",
    "nine", "ten", "eleven", "twelve", "yesterday", "today", "tomorrow", "overnight", "december", "march", "june",
    "september", "year-ago", "year-earlier", "year-end", "h1", "h2", "q1", "q2", "q3", "q4", "1st", "2nd", "3rd",
    "4th", "the", "a", "one", "full", "corresponding", "comparable", "equivalent", "whole", "full-year", "prior-year",
    "closing", "opening", "present", "between", "tonight", "end", "that",
})  # fmt: skip
_PARTS = frozenset({
    "early", "mid", "late", "first", "second", "third", "fourth", "last", "this", "next", "year", "december", "march",
    "june", "september", "six", "nine", "three", "final", "half", "previous", "same", "end", "closing",
})  # fmt: skip
_UNITS = frozenset({
    "year", "month", "week", "quarter", "half", "period", "day", "end", "early", "mid", "late", "first", "last",
    "past", "year-earlier", "decade", "same",
})  # fmt: skip
_MONTHS3 = frozenset({"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"})
_DAYS3 = frozenset({"mon", "tue", "wed", "thu", "fri", "sat", "sun"})
_ARTICLES = frozenset({"the", "a", "one", "that"})
# "April crude settled": the month of a contract's delivery dates nothing.
_DELIVERY = re.compile(
    r"\s+(?:delivery|futures?|contracts?|crude|gasoline|heating|natural|gas|brent|wti|copper|gold|silver|loading|shipment|cargo(?:es)?|oil|diesel|gasoil|expiry)\b",
    re.IGNORECASE,
)
_FOR_DELIVERY = re.compile(r"\bfor\s+(?:(?:delivery|shipment|loading|settlement|expiry)\s+(?:in\s+)?)?\Z")
_DELIVERED = re.compile(r"\s+(?:delivery|shipment|loading|settlement|expiry)\b")
_SHORT_MONTHS = frozenset({"may", "march", "mar", "jan", "dec", "sep", "sept"})
_LONGEST_NUMBER = 10
_CONTRACT = 22
_CAPITAL = {"mdy": "m1", "weekday": "wd", "months": "mb"}
"""What must have a capital to be a name of a month or day."""


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
        or (low[-1].isdigit() and low[0] in "fqh" and (low[1].isdigit() or low.startswith("fy")))
        or (low.endswith("day") and low[:3] in _DAYS3)
        or ("-" in low and low.split("-", 1)[0] in _PARTS)
    )


def _opens(tokens: list[Token], index: int) -> bool:
    """Return whether an expression of time can begin at a token whose word may open one."""
    if tokens[index].low not in _ARTICLES:
        return True
    following = tokens[index + 1].low if index + 1 < len(tokens) else "#"
    return following in _UNITS or following[0].isdigit()


def _of_contract(text: str, start: int, end: int) -> bool:
    """Return whether a month is that in which something is to be delivered: "for June delivery", "for delivery in June"."""
    led = _FOR_DELIVERY.search(text, max(0, start - _CONTRACT), start)
    return led is not None and (len(led.group().split()) > 1 or _DELIVERED.match(text, end) is not None)


def time_expressions(text: str, tokens: list[Token], openers: list[int]) -> list[TimeExpression]:
    """Return the expressions of time of a sentence, in order; ``openers`` are the tokens that may open one."""
    found: list[TimeExpression] = []
    free = 0
    for index in openers:
        start = tokens[index].start
        if start < free or not _opens(tokens, index):
            continue
        match = (_BY_DIGIT if text[start].isdigit() else _BY_WORD).match(text, start)
        if match is None:
            continue
        kind = match.lastgroup or ""
        if kind == "my" and not match.group("y3"):
            word = match.group("m3")
            small = not word[0].isupper()
            if (small and _SMALL_MONTH.search(text, max(0, start - 10), match.end()) is None) or (
                word.lower() in _SHORT_MONTHS
                and not _MONTHS_BEFORE.search(text, max(0, start - 10), start)
                and not _OF_MONTH.match(text, match.end())
                and match.group().lower().startswith(word.lower())
            ):
                continue
            if (
                _DELIVERY.match(text, match.end())
                and not _MONTHS_BEFORE.search(text, max(0, start - 10), start)
                and not _OF_MONTH.match(text, match.end())
            ):
                continue
            if _of_contract(text, start, match.end()):
                continue
        if kind in _CAPITAL and not match.group(_CAPITAL[kind])[0].isupper():
            continue
        free = match.end()
        found.append(TimeExpression(start, free, kind, match))
    return found
