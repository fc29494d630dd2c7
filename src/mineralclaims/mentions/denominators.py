"""What a rate is per, as said behind the number: "a year", "/d", "per 1,000 cubic metres", "annually", "an ounce"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from mineralclaims.mentions.next_words import NextWord, next_word
from mineralclaims.mentions.unit_words import UnitMatch, unit_after
from mineralclaims.normalize.decimals import CONTEXT

_PERIODS = {name: name for name in ("year", "quarter", "month", "week", "day", "hour")}
TIMES = frozenset(_PERIODS)
_WORDS = _PERIODS | {"yr": "year", "annum": "year", "hr": "hour", "share": "share", "shr": "share"}
_SLASHED = _WORDS | {"d": "day", "y": "year", "a": "year", "h": "hour", "mth": "month"}
_ADVERBS = {
    "annually": "year",
    "yearly": "year",
    "pa": "year",
    "p.a": "year",
    "quarterly": "quarter",
    "monthly": "month",
    "weekly": "week",
    "daily": "day",
    "hourly": "hour",
}
ADJECTIVES = {
    "annual": "year",
    "yearly": "year",
    "daily": "day",
    "hourly": "hour",
    "monthly": "month",
    "weekly": "week",
}
_PAST = frozenset({"ago", "earlier", "before", "previously", "prior", "later"})
# "a day before the war" says how much a day, "a year before" when.
_BEFORE_WHAT = re.compile(r" (?:the|a|an|its|their|his|her|this|that|it|they|he|she)\b", re.IGNORECASE)
# "200,000 tonnes (220,000 short tons) of steel a year", "4 million tonnes (Mt) of potash per year".
_SAID_AGAIN = re.compile(r" ?\([^()\n]{1,40}\)")
_GAPS = frozenset({" ", "-"})
_RESULTS = frozenset({"adjusted", "basic", "core", "diluted", "net", "underlying", "earnings", "income", "loss", "profit"})
_SHARE = re.compile(r" {1,13}(?:[A-Za-z][\w-]{0,20} {1,13}){0,2}?share(?![\w-]|s)", re.IGNORECASE)
# "$1.13 diluted earnings per share", "$1.20 net loss per share".
_RESULT_PER = re.compile(
    r" (?:(?:adjusted|basic|core|diluted|net|underlying) ){0,3}(?:earnings|income|loss|profit) per (?:(?:common|diluted|ordinary) ){0,2}share(?![\w-])",
    re.IGNORECASE,
)
# "80 cents to the price of a kilogram", "64p of every litre", "for each share".
_PRICE_OF = re.compile(r" (?:(?:on|to|off|from) the (?:price|cost) of an?|(?:of|on|for) (?:an?|each|every))(?= )", re.IGNORECASE)
_COUNT = re.compile(
    r"(?:(?P<digits>[0-9][0-9,]{0,12}(?:\.[0-9]{1,6})?)|(?P<one>one|hundred))?[ -]?"
    r"(?:(?P<scale>million|thousand|hundred|mln|bn|billion)[ -])?",
    re.IGNORECASE,
)
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "mln": 10**6, "bn": 10**9, "billion": 10**9}
# Things that a price can be per and that the list of units lacks: said, but no unit.
_NO_UNIT = frozenset(
    {"bag", "bale", "box", "bushel", "acre", "capita", "carton", "case", "child", "cow", "customer", "employee", "foot"}
    | {"head", "hectare", "household", "metre", "meter", "mile", "pack", "person", "square", "trip", "unit", "vehicle"}
    | {"vessel", "voyage", "worker"}
)
# Units of content: a metric ton unit is 10 kg of what the ore holds; the others are no denominators of records.
_UNITS_OF_CONTENT: dict[str, str | None] = {"mtu": "10 kg", "stu": None, "ltu": None, "flask": None}
_NO_RATES = frozenset({"%", "pp", "bp", "x"})
# Behind the thing counted: "90,000 tons of ore per year"; or as an adjective: "8 bcm annual capacity".
_NO_PREPOSITION = r"(?!(?:within|in|for|over|after|by|from|to|at|during|on|about|under)\b)"
_BEHIND = re.compile(
    rf"(?:\s+of(?:\s+{_NO_PREPOSITION}[A-Za-z][\w.'-]{{0,24}}){{1,5}}?"
    rf"|(?:\s+{_NO_PREPOSITION}[a-z][a-z-]{{0,20}}){{1,2}}?)"
    r"(?=\s+(?:annually|yearly|daily|monthly|weekly|per (?:year|day|month|week|annum|hour)|an? (?:year|day|month|week)"
    r"|(?:each|every) (?:year|day|month|week))\b)"
)
_ADJECTIVE_BEHIND = re.compile(
    r"\s+(?:of\s+|in\s+)?(?:its\s+)?(annual|yearly|daily|monthly|weekly|per-(?:day|year|month|week))\s+(?!report|meeting|general|average)[a-z]"
)
_BEHIND_SIGNS = ("year", "day", "annu", "dai", "month", "week", "hour")
_BEHIND_WITHIN = 90


class Denominator(NamedTuple):
    """A denominator: its canonical value (None where no unit of ours says it), its range, and its kind of ton."""

    per: str | None
    start: int
    end: int
    ton_kind: str | None = None


def denominator_after(text: str, at: int, *, articles: bool = True) -> Denominator | None:
    """Return the denominator that begins at ``at``; ``articles`` allows "a ton" besides "per ton"."""
    if text.startswith('"', at):
        at += 1
    if text.startswith(("/", " /"), at):
        return _slashed(text, at, text.index("/", at) + 1)
    if text.startswith(",", at):
        word = next_word(text, at + 1)
        return Denominator(_ADVERBS[word.low], at, word.end) if word and word.low in _ADVERBS else None
    word = next_word(text, at) if text[at : at + 1] in _GAPS else None
    if articles and word is not None and word.low in _RESULTS and (result := _RESULT_PER.match(text, at)):
        return Denominator("share", at, result.end())
    if word is not None and word.low == "cash":
        return denominator_after(text, word.end, articles=articles)
    return None if word is None else _after_word(text, at, word, articles=articles)


def _after_word(text: str, at: int, word: NextWord, *, articles: bool) -> Denominator | None:
    """Return the denominator at ``at`` whose first word is ``word``."""
    if word.low in _ADVERBS:
        return Denominator(_ADVERBS[word.low], at, word.end)
    if word.low == "per":
        return _said(text, at, word.end, per=True)
    if word.low in {"a", "an", "each", "every"}:
        found = _said(text, at, word.end, per=False)
        return found if articles or (found is not None and found.per in TIMES) else None
    if articles and word.low in {"to", "on", "off", "from", "of", "for"} and (match := _PRICE_OF.match(text, at)):
        return _said(text, at, match.end(), per=False)
    return None


_CUBIC = re.compile(r"\s?1[, ]?000 ?(?:cm|cu\.? ?m)\b(?!\w)", re.IGNORECASE)
"""A thousand cubic metres as the press writes it short: "$58 per 1000cm" of gas."""


def _said(text: str, at: int, begin: int, *, per: bool) -> Denominator | None:
    """Return the denominator whose count and unit begin at ``begin``, behind "per", "a" or "each"."""
    word = next_word(text, begin)
    if word is not None and word.low in _WORDS:
        further = next_word(text, word.end)
        past = (
            further is not None and further.low in _PAST and not (further.low == "before" and _BEFORE_WHAT.match(text, further.end))
        )
        return None if past else Denominator(_WORDS[word.low], at, word.end)
    if share := _SHARE.match(text, begin):
        return Denominator("share", at, share.end())
    return _of_unit(text, at, begin) or (_no_unit(text, at, word) if per and word is not None else None)


def _slashed(text: str, at: int, begin: int) -> Denominator | None:
    """Return the denominator behind a slash at ``begin``."""
    word = next_word(text, begin)
    if word is not None and word.gap == "" and word.low in _SLASHED:
        return Denominator(_SLASHED[word.low], at, word.end)
    return _of_unit(text, at, begin) or (_no_unit(text, at, word) if word is not None else None)


def _no_unit(text: str, at: int, word: NextWord) -> Denominator | None:
    """Return what is said and no unit of ours: "per household"; a period behind it counts: "per vessel per day"."""
    second = next_word(text, word.end)
    if word.low == "square" and second is not None:
        second = next_word(text, second.end)
    period = next_word(text, second.end) if second is not None and second.low in {"per", "a", "each", "every"} else None
    if period is not None and period.low in _PERIODS:
        return Denominator(period.low, at, period.end)
    return Denominator(None, at, word.end) if word.low in _NO_UNIT else None


def _of_unit(text: str, at: int, begin: int) -> Denominator | None:
    """Return the denominator that is a unit of ours, or a number of them."""
    if cubic := _CUBIC.match(text, begin):
        return Denominator("1000 m3", at, cubic.end())
    gap = text[begin : begin + 1] in _GAPS
    count = _COUNT.match(text, begin + gap)
    counted = count is not None and bool(count.group())
    found: UnitMatch | None = unit_after(text, count.end() if count is not None and counted else begin)
    if found is None or found.form.per or found.form.unit in _NO_RATES:
        return None
    form = found.form
    if form.unit in _UNITS_OF_CONTENT:
        return Denominator(_UNITS_OF_CONTENT[form.unit], at, found.end, form.ton_kind)
    times = CONTEXT.multiply(_number(count), form.times) if count is not None and counted else form.times
    written = form.unit if times == 1 else f"{CONTEXT.normalize(times):f} {form.unit}"
    return Denominator(written, at, found.end, form.ton_kind)


def _number(match: re.Match[str]) -> Decimal:
    """Return the number before a denominator's unit ("1,000 ", "1 million ")."""
    digits, one, scale = match.group("digits", "one", "scale")
    count = Decimal(digits.replace(",", "")) if digits else Decimal(_SCALES.get((one or "").lower(), 1))
    return CONTEXT.multiply(count, Decimal(_SCALES[scale.lower()])) if scale else count


def denominator_behind(text: str, at: int) -> Denominator | None:
    """Return a time denominator behind the thing counted: "ounces of silver annually", "of annual capacity"."""
    window = text[at : at + _BEHIND_WITHIN]
    if not any([sign in window for sign in _BEHIND_SIGNS]):
        return None
    if adjective := _ADJECTIVE_BEHIND.match(text, at, at + _BEHIND_WITHIN):
        said = adjective.group(1)
        return Denominator(ADJECTIVES.get(said) or said.removeprefix("per-"), adjective.start(1), adjective.end(1))
    again = _SAID_AGAIN.match(text, at)
    begin = at if again is None else again.end()
    match = _BEHIND.match(text, begin, at + _BEHIND_WITHIN)
    if match:
        return denominator_after(text, match.end())
    found = None if again is None else denominator_after(text, begin)
    return found if found is not None and found.per in TIMES else None
