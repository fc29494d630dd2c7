"""Fractions and multiples said in words: "half", "two-thirds", "a quarter of", "doubled", "tenfold", "three times"."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.normalize.decimals import CONTEXT

_DENOMINATORS = {
    "half": 2, "halves": 2, "third": 3, "thirds": 3, "quarter": 4, "quarters": 4, "fourth": 4, "fourths": 4, "fifth": 5, "fifths": 5,
    "sixth": 6, "sixths": 6, "seventh": 7, "sevenths": 7, "eighth": 8, "eighths": 8, "ninth": 9, "ninths": 9, "tenth": 10, "tenths": 10,
    "twentieth": 20, "hundredth": 100, "eightieth": 80,
}  # fmt: skip
_NUMERATORS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9}
_VERBS = {"doubl": 2, "tripl": 3, "trebl": 3, "quadrupl": 4, "quintupl": 5, "halv": Decimal("0.5")}
_FOLDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twelve": 12, "fifteen": 15,
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "hundred": 100,
}  # fmt: skip
_FOLD = "|".join(_FOLDS)
_HALF_NOT = r"(?!\s+(?:a|an|of an)\s+(?:million|billion|trillion|dozen|hundred|thousand|crore|lakh)|[- ]?(?:year|yearly|time|hour|day|century|decade|marathon|brother|sister)|-|\s+(?:an|a)\s+(?:hour|day|year|century|mile|decade|pound))"
FRACTION = re.compile(
    rf"(?<![\w-])(?:(?P<num>an?|one|two|three|four|five|six|seven|eight|nine)[- ]"
    rf"(?P<den>halves|thirds?|quarters?|fourths?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?|twentieth|hundredth|eightieth)(?![\w-])|(?P<half>(?:one[- ]|a )?half)(?!\w){_HALF_NOT})",
    re.IGNORECASE,
)
MULTIPLE = re.compile(
    rf"(?<![\w-])(?:(?P<verb>doubl|tripl|trebl|quadrupl|quintupl|halv)(?:e|es|ed|ing)\b(?![- ](?:digits?|taxation|check|down|dip|edged|standards?|glazing|bed|room|decker))"
    rf"|(?:(?P<low>{_FOLD})[- ](?:to|or)[- ])?(?P<fold>{_FOLD})[- ]?fold\b|(?P<digits>\d+(?:\.\d+)?)(?:[- ]?fold\b|x(?![\w-]))"
    rf"|(?P<times>(?:{_FOLD}|\d+(?:\.\d+)?)) times(?=\s+(?:more|higher|larger|greater|bigger|as|the (?:level|amount|size|price|rate|volume|average|previous|current|number|value|figure)|what|that|its|their|last|since|over|from|to|in|between|compared)))",
    re.IGNORECASE,
)
# After "a third", "a quarter" … only these go on with a fraction; "a third party", "a quarter earlier" do not.
_GOES_ON = re.compile(r"\s*(?:of\b|to\b|from\b|by\b|in\b|since\b|on\b|over\b|or\b|and\b|its\b|the\b|more\b|less\b|lower\b|higher\b|[.,;:)\"%]|coming\b|going\b|owned\b|is\b|was\b|are\b|were\b|were|$|stake|share|interest)", re.IGNORECASE)
_BY = re.compile(r"\b(?:by|about|nearly|almost|than|over|around|roughly|some|to|for|only|fell|rose|up|down|lost|jumped|just|another|the remaining|accounts? for)\s+\Z", re.IGNORECASE)
_ORDINAL_BEFORE = re.compile(r"\b(?:first|second|third|fourth|last|next|this|latter|previous|past|in|per|each|every|fiscal|early|late|final|opening|closing|other|better|my|his)[\s-]+\Z", re.IGNORECASE)
_HUNDRED = Decimal(100)
_SIX_PLACES = Decimal("0.000001")


def read_fraction(text: str, match: re.Match[str]) -> Decimal | None:
    """Return a match of FRACTION as percent, or None where it is no fraction of anything."""
    before = text[max(0, match.start() - 18) : match.start()]
    if match.group("half"):
        if _ORDINAL_BEFORE.search(before) and not before.rstrip().lower().endswith(("the other", "in")):
            return None
        return Decimal(50)
    numerator, word = _NUMERATORS[match.group("num").lower()], match.group("den").lower()
    article = match.group("num").lower() in {"a", "an"}
    if article and not (_GOES_ON.match(text, match.end()) and (re.match(r"\s*of\b", text[match.end() : match.end() + 6]) or _BY.search(before) or word not in {"third", "quarter"})):
        return None
    if word in {"quarter", "quarters"} and not _GOES_ON.match(text, match.end()):
        return None
    if word in {"quarters", "halves"} and numerator > 3 or numerator >= _DENOMINATORS[word]:
        return None
    exact = CONTEXT.divide(CONTEXT.multiply(_HUNDRED, Decimal(numerator)), Decimal(_DENOMINATORS[word]))
    return CONTEXT.quantize(exact, _SIX_PLACES).normalize(CONTEXT)


def read_multiple(match: re.Match[str]) -> tuple[Decimal, Decimal]:
    """Return a match of MULTIPLE as (low, high)."""
    if match.group("verb"):
        value = Decimal(_VERBS[match.group("verb").lower()])
        return value, value
    if match.group("fold"):
        high = Decimal(_FOLDS[match.group("fold").lower()])
        low = match.group("low")
        return (Decimal(_FOLDS[low.lower()]) if low else high), high
    digits = match.group("digits") or match.group("times")
    value = Decimal(_FOLDS[digits.lower()]) if digits.lower() in _FOLDS else Decimal(digits)
    return value, value
