"""What a rate is per: "a year", "/d", "per 1,000 cubic metres", "annually", "an ounce", "-a-year"."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from mineralclaims.mentions.unit_words import unit_after
from mineralclaims.normalize.decimals import CONTEXT

_TIMES = {
    "year": "year", "years": "year", "yr": "year", "annum": "year", "annually": "year", "yearly": "year", "pa": "year", "p.a": "year", "y": "year",
    "quarter": "quarter", "quarterly": "quarter", "month": "month", "monthly": "month", "week": "week", "weekly": "week",
    "day": "day", "daily": "day", "d": "day", "hour": "hour", "hourly": "hour", "hr": "hour", "h": "hour",
    "share": "share", "shr": "share", "unit": "share",
}  # fmt: skip
_DIRECT = re.compile(r"[,]?[\s-]+(annually|yearly|daily|monthly|weekly|hourly|quarterly|per annum|p\.a\.?|pa\b|(?:each|every) (year|quarter|month|week|day|hour))(?![\w])", re.IGNORECASE)
# The denominator behind the thing counted ("626,000 tons of ore per year"), before the number ("an annual output of 68 bcm",
# "costs per ounce at about 200 dlrs").
_LATE = re.compile(
    r"(?:\s+of(?:\s+[A-Za-z][\w-]*){1,5}?|(?:\s+[a-z][a-z-]*){1,2})\s+(?=(?:annually|yearly|daily|monthly|weekly|per (?:year|day|month|week|annum|hour)|an? (?:year|day|month|week)|each year|every year)\b)"
)
_EARLY = re.compile(r"\b(?:(?P<time>annual(?:ly|ized|ised)?|yearly|daily|monthly|weekly)(?:\s+(?!and\b|report|general|meeting|basis|growth|rate of|rise|increase)[\w'-]+){0,7}|per (?P<unit>ounce|share|tonne|ton|barrel|pound|lb|gallon|oz|boe))\s+(?:at |of |is |was |were |about |around |to |averag\w+ |totall?ed |reached |some |over |nearly |up to |more than )*\Z", re.IGNORECASE)
_EARLY_TIMES = {"annual": "year", "yearly": "year", "daily": "day", "monthly": "month", "weekly": "week"}
_COMPARISON = re.compile(r"\s+an? (?:year|month|week|quarter|day) (?:ago|earlier|before|previously|prior)\b", re.IGNORECASE)
_RATE = re.compile(
    r"(?:\s?/\s?(?P<slash>)|[\s-]+per[\s-]+|[\s-]+(?:an?|the)[\s-]+|[\s-]+(?:in|for) an? )"
    r"(?P<count>(?:\d[\d,.]*|one|a|hundred|thousand|million)[\s-]+(?:(?:million|thousand|hundred|mln)[\s-]+)?)?(?=[A-Za-z])",
    re.IGNORECASE,
)
_WORD = re.compile(r"[A-Za-z][A-Za-z.]*")
_COUNTS = {"one": 1, "a": 1, "hundred": 100, "thousand": 1000, "million": 1000000, "mln": 1000000}
# Things that a price can be per and that the list of units lacks: said, but no unit.
_NO_UNIT = frozenset({"bag", "household", "person", "capita", "head", "voyage", "trip", "bushel", "hectare", "acre", "vehicle", "customer", "cow", "box", "case", "foot", "metre", "meter", "square"})


@attrs.frozen
class Denominator:
    """A denominator: its canonical value (None where no unit of ours says it), its range, and its kind of ton."""

    per: str | None
    start: int
    end: int
    ton_kind: str | None = None


def denominator_after(text: str, at: int, *, articles: bool = True) -> Denominator | None:
    """Return the denominator that begins at ``at``; ``articles`` allows "a ton" besides "per ton"."""
    if _COMPARISON.match(text, at):
        return None
    direct = _DIRECT.match(text, at)
    if direct is not None:
        word = (direct.group(2) or direct.group(1)).lower().removeprefix("per ").rstrip(".")
        return Denominator(_TIMES.get(word, "year"), at, direct.end())
    rate = _RATE.match(text, at)
    if rate is None or (not articles and "per" not in rate.group().lower() and "/" not in rate.group()):
        return None
    count = _count(rate.group("count"))
    word_match = _WORD.match(text, rate.end())
    word = word_match.group().lower().rstrip(".") if word_match else ""
    if word_match and word in _TIMES and count == 1 and (len(word) > 1 or rate.group("slash") is not None):
        if word == "unit" and "per" not in rate.group().lower():
            return None
        return Denominator(_TIMES[word], at, rate.end() + len(word))
    found = unit_after(text, rate.end())
    if found is None or found.form.per:
        by_rate = "per" in rate.group().lower() or rate.group("slash") is not None
        if by_rate and word_match and word in _NO_UNIT:
            return Denominator(None, at, word_match.end())
        return None
    times = CONTEXT.multiply(count, found.form.times)
    unit = "t" if found.form.unit == "t" else found.form.unit
    if found.form.unit in {"%", "pp", "bp", "x"}:
        return None
    written = unit if times == 1 else f"{times.normalize():f} {unit}"
    return Denominator(written, at, found.end, found.form.ton_kind)


def denominator_behind(text: str, at: int) -> Denominator | None:
    """Return a time denominator behind the thing counted: "ounces of silver annually"."""
    match = _LATE.match(text, at, at + 80)
    return denominator_after(text, match.end() - 1) if match else None


def denominator_before(text: str, start: int) -> Denominator | None:
    """Return the denominator said before the number: "an annual output of", "costs per ounce at"."""
    match = _EARLY.search(text, max(0, start - 90), start)
    if match is None:
        return None
    end = match.end("time") if match.group("time") else match.end("unit")
    if match.group("time"):
        return Denominator(_EARLY_TIMES[re.sub(r"(?:ly|ized|ised)$", "", match.group("time").lower()) if match.group("time").lower().startswith("annual") else match.group("time").lower()], match.start(), end)
    if match.group("unit").lower() == "share":
        return Denominator("share", match.start(), end)
    found = unit_after(text, match.start("unit"))
    return Denominator(found.form.unit, match.start(), end, found.form.ton_kind) if found else None


def _count(written: str | None) -> Decimal:
    """Return the number before a denominator's unit ("1,000 ", "1 million "), 1 where there is none."""
    if not written:
        return Decimal(1)
    total = Decimal(1)
    for word in re.split(r"[\s-]+", written.strip().lower()):
        if word in _COUNTS:
            total = CONTEXT.multiply(total, Decimal(_COUNTS[word]))
        elif word:
            digits = word.replace(",", "").rstrip(".")
            total = CONTEXT.multiply(total, Decimal(digits)) if re.fullmatch(r"\d{1,12}(?:\.\d{1,6})?", digits) else total
    return total
