"""Expressions of time as they are written, each with its kind; what they mean is the normalizer's."""

from __future__ import annotations

import re

import attrs

_MONTH = (
    "january|february|march|april|may|june|july|august|september|october|november|december|"
    "jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?"
)
_WEEKDAY = "monday|tuesday|wednesday|thursday|friday|saturday|sunday"
_YEAR = r"(?:1[89]\d\d|20\d\d|21\d\d)"
_ORDINAL = "first|second|third|fourth|1st|2nd|3rd|4th|last|final|opening"
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


@attrs.frozen
class TimeExpression:
    """An expression of time: its range and the match that holds its parts."""

    start: int
    end: int
    kind: str
    match: re.Match[str] = attrs.field(repr=False, eq=False)


_KINDS = ("iso", "quarter", "yq", "half", "span", "ended", "mdy", "dmy", "my", "fiscal", "years", "year", "weekday", "relative", "ago", "day", "decade")
_MAY = re.compile(r"may\Z", re.IGNORECASE)
_MONTHS_BEFORE = re.compile(r"\b(?:in|of|by|since|until|from|for|during|last|this|next|and|to|early|mid|late|on|between|through|per|ended|the)\s+\Z", re.IGNORECASE)


def time_expressions(text: str, start: int, end: int) -> list[TimeExpression]:
    """Return the expressions of time in ``text[start:end]`` in order."""
    found = []
    for match in EXPRESSION.finditer(text, start, end):
        kind = next(name for name in _KINDS if match.group(name))
        if kind == "my" and not match.group("y3"):
            word = match.group("m3")
            if not word[0].isupper() or (word.lower() in {"may", "march", "mar", "jan", "dec", "sep", "sept"} and not _MONTHS_BEFORE.search(text, max(0, match.start() - 10), match.start()) and match.group().lower().startswith(word.lower())):
                continue
        if kind in {"mdy", "weekday"} and not (match.group("m1") or match.group("wd"))[0].isupper():
            continue
        found.append(TimeExpression(match.start(), match.end(), kind, match))
    return found
