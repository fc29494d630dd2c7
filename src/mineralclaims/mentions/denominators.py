"""What a rate is per: "a year", "/d", "per 1,000 cubic metres", "annually", "an ounce", "-a-year"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from mineralclaims.mentions.next_words import NextWord, next_word
from mineralclaims.mentions.unit_words import unit_after
from mineralclaims.normalize.decimals import CONTEXT

_PERIODS = {"year": "year", "quarter": "quarter", "month": "month", "week": "week", "day": "day", "hour": "hour"}
_TIMES = _PERIODS | {"yr": "year", "annum": "year", "hr": "hour", "share": "share", "shr": "share"}
_SLASHED = _TIMES | {"d": "day", "y": "year", "a": "year", "h": "hour", "mth": "month"}
_ADVERBS = {
    "annually": "year", "yearly": "year", "pa": "year", "p.a": "year", "quarterly": "quarter", "monthly": "month", "weekly": "week",
    "daily": "day", "hourly": "hour",
}  # fmt: skip
_ADJECTIVES = {
    "annual": "year", "annualized": "year", "annualised": "year", "yearly": "year", "daily": "day", "hourly": "hour", "monthly": "month",
    "weekly": "week",
}  # fmt: skip
TIMES = frozenset({"year", "quarter", "month", "week", "day", "hour"})
_PAST = frozenset("ago earlier before previously prior later".split())
_LEADS = frozenset({"per", "a", "an", "each", "every", "for", "in", "of", "to", "on"})
_SHARE = re.compile(r" {1,13}(?:[A-Za-z][\w-]{0,20} {1,13}){0,2}?share(?![\w-]|s)", re.IGNORECASE)
# "80 cents to the price of a kilogram", "64p of every litre".
_PRICE_OF = re.compile(
    r" (?:(?:on|to|off|from) the (?:price|cost) of (?:an? )|(?:of|on|for) (?:each|every)(?= ))", re.IGNORECASE
)
_COUNT = re.compile(
    r"(?:(?P<digits>[0-9][0-9,]{0,12}(?:\.[0-9]{1,6})?)|one|hundred)?[ -]?(?:(?P<scale>million|thousand|hundred|mln|bn|billion)[ -])?",
    re.IGNORECASE,
)
_SCALES = {"hundred": 100, "thousand": 1000, "million": 10**6, "mln": 10**6, "bn": 10**9, "billion": 10**9}
# Things that a price can be per and that the list of units lacks: said, but no unit.
_NO_UNIT = frozenset(
    "bag household person capita head voyage trip bushel hectare acre vehicle customer cow box case foot metre meter square carton bale mile "
    "pack vessel child worker employee unit flask iron".split()
)
# Units of quantity in which no price of ours is given: the metric ton unit is 10 kg of what the ore holds.
_UNITS_OF_CONTENT: dict[str, str | None] = {"mtu": "10 kg", "stu": None, "ltu": None, "flask": None}
# The denominator behind the thing counted ("626,000 tons of ore per year"), or as an adjective ("8 bcm annual capacity").
_BEHIND = re.compile(
    r"(?:\s+of(?:\s+(?!within|in\b|for\b|over\b|after|by\b|from\b|to\b|at\b|during|on\b|about\b|under\b)[A-Za-z][\w.'-]{0,24}){1,5}?"
    r"|(?:\s+(?!within|in\b|for\b|over\b|after|by\b|from\b|to\b|at\b|during|on\b|about\b|under\b)[a-z][a-z-]{0,20}){1,2}?)"
    r"(?=\s+(?:annually|yearly|daily|monthly|weekly|per (?:year|day|month|week|annum|hour)|an? (?:year|day|month|week)|(?:each|every) (?:year|day|month|week))\b)"
)
_ADJECTIVE_BEHIND = re.compile(
    r"\s+(?:of\s+)?(?:its\s+)?(annual|yearly|daily|monthly|weekly)\s+(?!report|meeting|general|average)[a-z]"
)
# Before the number: "an annual output of 68 bcm", "costs per ounce at about 200 dlrs", "each year 2.9 million tons".
_EARLY = re.compile(
    r"\b(?:(?P<time>annual(?:ly|i[sz]ed)?|yearly|daily|hourly|monthly|weekly)\)?(?:\s+(?!report|general|meeting|basis|survey|return|review|outlook|statement|"
    r"results|profit|revenue|earnings|loss|income|accounts)[\w'-]{1,24}){0,7}"
    r"|per (?:[a-z]{3,12} )?(?P<unit>ounce|share|tonne|ton|barrel|pound|lb|gallon|oz|boe)[0-9]?|(?:each|every) (?P<each>year|month|week|day)"
    r"|(?P<shares>shr(?:\s+(?:loss|profit|net))?|(?:diluted |adjusted |basic )?eps|each (?:[a-z]+ )?share|purchase a share)"
    r"|an? (?P<of>gallon|litre|liter|barrel|tonne|ton|kilogram|kilo|pound|ounce|therm) of (?:[\w'-]{1,20} ){0,4}(?:costs?|stood|sells|sold|fetche[sd]|was|is|rose|fell|"
    r"closed|traded|hit|went|now)(?: up| down)?):?\s+"
    r"(?:(?:at|of|is|was|were|about|around|to|for|averag\w{1,4}|totall?ed|reached|some|over|nearly|up to|more than|between|from|rose|fell|dropped|"
    r"increased|climbed|declined|a|an|by|just|almost|only)\s+){0,5}\Z",
    re.IGNORECASE,
)
_EARLY_WORDS = ("annual", "ly ", " per ", "each ", "every ", "shr", "eps", "share ", " of ")
_EARLY_WITHIN = 90


class Denominator(NamedTuple):
    """A denominator: its canonical value (None where no unit of ours says it), its range, and its kind of ton."""

    per: str | None
    start: int
    end: int
    ton_kind: str | None = None


def denominator_after(text: str, at: int, *, articles: bool = True) -> Denominator | None:
    """Return the denominator that begins at ``at``; ``articles`` allows "a ton" besides "per ton"."""
    following = text[at : at + 1]
    if following == "/" or text.startswith(" /", at):
        return _unit_of_rate(text, at, text.index("/", at) + 1, slash=True)
    if following == ",":
        word = next_word(text, at + 1)
        return Denominator(_ADVERBS[word.low], at, word.end) if word and word.low in _ADVERBS else None
    if following == '"':
        at += 1
        following = text[at : at + 1]
    word = next_word(text, at) if following in {" ", "-"} else None
    if word is not None and word.low == "cash":
        word = next_word(text, word.end)
    if word is None:
        return None
    if word.low in _ADVERBS:
        return Denominator(_ADVERBS[word.low], at, word.end)
    if word.low not in _LEADS:
        return None
    if word.low == "per" or (word.low in {"a", "an"} and articles):
        return _unit_of_rate(text, at, word.end, slash=False, said_per=word.low == "per")
    return _distributed(text, at, word, articles=articles)


def _distributed(text: str, at: int, word: NextWord, *, articles: bool) -> Denominator | None:
    """Return the denominator after "each", "every", "for a", "in a", "to the price of a"."""
    if word.low in {"a", "an"}:
        found = _unit_of_rate(text, at, word.end, slash=False)
        return found if found is not None and found.per in TIMES else None
    if word.low in {"each", "every"}:
        found = _unit_of_rate(text, at, word.end, slash=False)
        return found if found is None or found.per in TIMES or articles else None
    if not articles:
        return None
    if match := _PRICE_OF.match(text, at):
        return _unit_of_rate(text, at, match.end() - match.group().endswith(" "), slash=False)
    following = next_word(text, word.end)
    if word.low in {"for", "on"} and following is not None and following.low in {"a", "an", "each", "every"}:
        return _unit_of_rate(text, at, following.end, slash=False)
    return None


def _unit_of_rate(text: str, at: int, begin: int, *, slash: bool, said_per: bool = False) -> Denominator | None:
    """Return the denominator whose count and unit begin at ``begin``."""
    word = next_word(text, begin)
    if word is not None and (word.gap == "" or not slash):
        period = (_SLASHED if slash else _TIMES).get(word.low)
        if period is not None:
            further = next_word(text, word.end)
            return (
                None
                if further is not None and further.low in _PAST and not slash
                else Denominator(period, at, word.end)
            )
    if not slash and (share := _SHARE.match(text, begin)):
        return Denominator("share", at, share.end())
    gap = text[begin : begin + 1] if text[begin : begin + 1] in {" ", "-"} else ""
    count = _COUNT.match(text, begin + len(gap))
    counted = count is not None and bool(count.group())
    found = unit_after(text, count.end() if count and counted else begin)
    if found is None or found.form.per or found.form.unit in {"%", "pp", "bp", "x"}:
        if word is None or not (slash or said_per):
            return None
        second = next_word(text, word.end)
        period = next_word(text, second.end) if second is not None and second.low == "per" else None
        if period is not None and period.low in _PERIODS:
            return Denominator(_PERIODS[period.low], at, period.end)
        return Denominator(None, at, word.end) if word.low in _NO_UNIT else None
    if found.form.unit in _UNITS_OF_CONTENT:
        return Denominator(_UNITS_OF_CONTENT[found.form.unit], at, found.end, found.form.ton_kind)
    times = CONTEXT.multiply(_count(count) if count and counted else Decimal(1), found.form.times)
    unit = found.form.unit
    return Denominator(
        unit if times == 1 else f"{CONTEXT.normalize(times):f} {unit}", at, found.end, found.form.ton_kind
    )


def _count(match: re.Match[str]) -> Decimal:
    """Return the number before a denominator's unit ("1,000 ", "1 million ")."""
    digits, scale = match.group("digits"), match.group("scale")
    count = Decimal(digits.replace(",", "")) if digits else Decimal(1)
    if not digits and match.group().lower().startswith("hundred"):
        count = Decimal(100)
    return CONTEXT.multiply(count, Decimal(_SCALES[scale.lower()])) if scale else count


def denominator_behind(text: str, at: int) -> Denominator | None:
    """Return a time denominator behind the thing counted: "ounces of silver annually", "of annual capacity"."""
    if adjective := _ADJECTIVE_BEHIND.match(text, at, at + 40):
        return Denominator(_ADJECTIVES[adjective.group(1)], adjective.start(1), adjective.end(1))
    match = _BEHIND.match(text, at, at + 90)
    return denominator_after(text, match.end()) if match else None


def denominator_before(text: str, start: int) -> Denominator | None:
    """Return the denominator said before the number: "an annual output of", "costs per ounce at"."""
    window = text[max(0, start - _EARLY_WITHIN) : start].lower()
    if not any(word in window for word in _EARLY_WORDS):
        return None
    match = _EARLY.search(text, max(0, start - _EARLY_WITHIN), start)
    if match is None:
        return None
    if match.group("time"):
        time = match.group("time").lower()
        return Denominator(_ADJECTIVES.get(time) or _ADVERBS[time], match.start(), match.end("time"))
    if match.group("each"):
        return Denominator(match.group("each").lower(), match.start(), match.end("each"))
    if match.group("shares") or match.group("unit") == "share":
        return Denominator("share", match.start(), match.end("shares" if match.group("shares") else "unit"))
    group = "of" if match.group("of") else "unit"
    found = unit_after(text, match.start(group))
    return Denominator(found.form.unit, match.start(), match.end(group), found.form.ton_kind) if found else None
