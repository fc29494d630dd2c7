"""What a rate is per, as said before the number: "an annual output of", "a litre of petrol cost"."""

from __future__ import annotations

import re

from mineralclaims.mentions.denominators import ADJECTIVES, Denominator
from mineralclaims.mentions.unit_words import unit_after

# Of these "annual" says when they are given, not what the amount is per.
_GIVEN = "report|general|meeting|basis|survey|return|review|outlook|statement|results|profit|revenue|earnings|loss|income|accounts"
_EARLY = re.compile(
    rf"\b(?:(?P<time>annual|yearly|daily|hourly|monthly|weekly)(?:ly|i[sz]ed)?\)?(?:\s+(?!{_GIVEN})[\w'-]{{1,24}}){{0,7}}"
    r"|per (?:[a-z]{3,12} )?(?P<unit>ounce|share|tonne|ton|barrel|pound|lb|gallon|oz|boe)[0-9]?"
    r"(?: of [a-z]{2,14}(?: (?!was|is|were|rose|fell|averag|at|of|to|and|or)[a-z-]{2,14}){0,2})?"
    r"(?: (?:sold|produced|mined|recovered|shipped|equivalent|milled|treated))?(?: (?:under|from|in|at) (?:[a-z-]{2,14} ){0,3}[a-z-]{2,14}(?= (?:was|is|were|rose|fell)))?"
    r"|(?:each|every) (?P<each>year|month|week|day)(?:,?(?:\s+(?!and\b|but\b)[\w'-]{1,24}){1,6}?\s+(?:process|produce|mine|make|yield|export|import|ship|treat|mill|handle|refine|smelt|consume|burn|use|need|buy|sell|deliver|pump|extract|turn out)(?:s|es|d|ed)?)?"
    r"|(?P<shares>shr(?:\s+(?:loss|profit|net))?|(?:diluted |adjusted |basic )?eps|each (?:[a-z]+ )?share"
    r"|purchase a share)"
    r"|an? (?P<of>gallon|litre|liter|barrel|tonne|ton|kilogram|kilo|pound|ounce|therm) of (?:[\w'-]{1,20} ){0,4}"
    r"(?:costs?|stood|brings|brought|sells|sold|fetche[sd]|was|is|rose|fell|closed|traded|hit|went|now)(?: up| down)?"
    r"|price of (?P<count>one|ten|a hundred|1|10|100|1,000) (?P<mass>kilograms?|kilos?|kg|grams?|ounces?|tonnes?|lit(?:re|er)s?|gallons?|barrels?)"
    r" of (?:[\w',-]{1,20} ){0,9}(?:stood|was|is|stands|remained|rose|fell|dropped|climbed|went|hit)(?: up| down)?):?\s+"
    r"(?:(?:at|of|is|was|were|about|around|to|for|averag\w{1,4}|totall?ed|reached|some|over|nearly|up to|more than"
    r"|between|from|rose|fell|dropped|increased|climbed|declined|grew|jumped|slipped|eased|edged|dipped|came|amounted|a|an|by|just|almost|only"
    r"|\d[\d.]{0,5} ?(?:%|percent|per cent|pct))\s+){0,5}\Z",
    re.IGNORECASE,
)
_SIGNS = ("annual", "ly ", " per ", "each ", "every ", "shr", "eps", "share ")
# With "of" alone it is one of these.
_WITH_OF = ("per ", "yearly", "daily", "hourly", "monthly", "weekly", "a share", "gallon of ", "litre of ", "liter of ", "barrel of ", "ton of ", "tonne of ", "kilogram of ", "kilo of ", "pound of ", "ounce of ", "therm of ", "price of ")  # fmt: skip
_COUNTS = {"one": "", "1": "", "ten": "10 ", "10": "10 ", "a hundred": "100 ", "100": "100 ", "1,000": "1000 "}
_WITHIN = 90


def denominator_before(text: str, start: int) -> Denominator | None:
    """Return the denominator said before the number that begins at ``start``."""
    low = max(0, start - _WITHIN)
    window = text[low:start].lower()
    if not any([sign in window for sign in _SIGNS]) and not (" of " in window and any([sign in window for sign in _WITH_OF])):
        return None
    match = _EARLY.search(text, low, start)
    if match is None:
        return None
    if match.group("time"):
        return Denominator(ADJECTIVES[match.group("time").lower()], match.start(), match.end("time"))
    if match.group("each"):
        return Denominator(match.group("each").lower(), match.start(), match.end("each"))
    if match.group("shares") or (match.group("unit") or "").lower() == "share":
        return Denominator("share", match.start(), match.end("shares" if match.group("shares") else "unit"))
    if match.group("mass"):
        return _of_several(text, match)
    group = "of" if match.group("of") else "unit"
    found = unit_after(text, match.start(group))
    return Denominator(found.form.unit, match.start(), match.end(group), found.form.ton_kind) if found else None


def _of_several(text: str, match: re.Match[str]) -> Denominator | None:
    """Return the denominator of a price that is said of more than one unit: "the price of ten grams of gold stood at"."""
    found = unit_after(text, match.start("mass"))
    if found is None:
        return None
    unit = _COUNTS[match.group("count").lower()] + found.form.unit
    return Denominator(unit, match.start("count"), match.end("mass"), found.form.ton_kind)
