"""Parts of a whole: "half", "two-thirds", "a quarter of", "three out of four"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from mineralclaims.mentions.tries import pattern_of
from mineralclaims.mentions.word_lists import words
from mineralclaims.normalize.decimals import CONTEXT

PARTS = {
    "third": 3, "quarter": 4, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
    "twentieth": 20, "hundredth": 100, "thousandth": 1000, "half": 2,
}  # fmt: skip
_NAMES = {**PARTS, **{f"{name}s": value for name, value in PARTS.items() if name != "half"}, "halves": 2}
_PART = re.compile(rf"[- ]({pattern_of(_NAMES)})(?![\w-])")
_SPAN = "hour|second|minute|day|year|century|mile|decade|month|week"
_OUT_OF = re.compile(
    r" out of (?:every )?(?:(?P<digits>[0-9]{1,3})(?![\w.,])"
    r"|(?P<word>two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)(?![\w-]))"
)
# "one in three barrels", "nine in ten", no "one in three years"; in digits only what counts a noun ("1 in 5 tonnes").
_IN = re.compile(
    r"(?P<gap>[ -])in(?P=gap)(?:every )?(?:(?P<digits>[0-9]{1,3})(?![\w.,-])(?= [a-z])"
    r"|(?P<word>two|three|four|five|six|seven|eight|nine|ten|twenty|a hundred)(?![\w-]))"
    rf"(?!(?: [a-z]+)?[ -](?:{_SPAN}|game|match|attempt|tr(?:y|ie)|start|place|location|state|countr(?:y|ie)|deal)s?(?![a-z])"
    r"| (?:hundred|thousand|million|billion))"
)
OUT_OF_BEGINS = (" out of ", " in ", "-in-")
_NO_NUMERATOR_AFTER = frozenset(
    {"the", "this", "that", "another", "each", "which", "number", "no", "any", "every", "other", "first"}
)
_OUT_OF_WORDS = {
    "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "twenty": 20,
    "a hundred": 100,
}  # fmt: skip
# After these "half" is a period, a place, or no part: "first half", "half an hour", "half-brother", "half-year".
_NO_HALF = re.compile(
    r"[- ]?(?:years?|yearly|time|hours?|days?|century|decade|marathon|brother|sister|hearted|life|lives|baked|way|mile"
    rf"|finals?)(?![a-z])|(?: of)? an? (?:{_SPAN}|pound|dozen|point)(?![a-z])| past(?![a-z])"
    r"|-(?!owned|share|stake|interest|price)"
)
_IN_A_PERIOD = frozenset({"in", "for", "during", "over", "of", "through"})
_ORDINALS = frozenset(
    {"first", "second", "third", "fourth", "last", "next", "this", "latter", "previous", "past", "per", "each", "every"}
    | {"fiscal", "early", "late", "final", "opening", "closing", "better", "my", "his", "her", "upper", "lower"}
    | {"northern", "southern", "eastern", "western", "top", "bottom", "front"}
)
# After "a third", "a quarter" … only these go on with a part; "a third party", "a quarter earlier" do not.
_GOES_ON = re.compile(
    r"\s*(?:of|to|at(?! a time)|from|by|in|since|on|over|or|and|its|the|that|more|less|fewer|lower|higher|above|below|larger|smaller|bigger|as"
    r"|coming|going|owned|is|was|are|were|stayed?|belongs?|goes|went|comes|came|stake|share|interest|cheaper|what|their"
    r"|his|owner|a(?= (?:year|decade|century|month))|up|down|behind|ahead|better|worse|greater|narrower|wider|dearer|faster|slower|left|free"
    r"|before|will|within|during|throughout|through|until|till|after|when|while|because|despite|against|worldwide|globally|overnight)(?![a-z])|\s*[.,;:)\"%]|\s*\Z"
)
_TIMED = re.compile(r"\s+(?:this|last) (?:year|month|week|quarter|season)(?![a-z])")
_AGAINST = re.compile(
    r" (?:more|less|fewer|higher|lower|larger|smaller|bigger|up|down|greater|cheaper|dearer|narrower|wider|faster|slower|above|below|behind"
    r"|better)(?= (?:than|on|from|at|off|before|the|those|that|what)\b|[.,;])"
)
"""What makes a part of a quarter or a third whatever stands before it: "a third up on the year before"."""
_OF_A_SPAN = re.compile(rf"\s+of an? (?:{_SPAN}|degree|inch)(?![a-z])")
_OF = re.compile(r"\s*of(?![a-z])")
_BY = re.compile(
    r"\b(?:by|about|nearly|almost|than|over|around|roughly|some|to|for|only|fell|rose|up|down|lost|jumped|just|another"
    r"|remaining|accounts?|least|had|has|have|was|were|is|are|been|be|reach|where|,|;|grows|grew|get|gets|take|takes"
    r"|produce|produces|makes?|made|holds?|held|owns?|buys?|bought|sells?|sold"
    r"|running|worth|against|supplying|supplies|supplied|tumbled|tumbles|climbed|climbs|fallen|risen|shed|dropped|soared|plunged|slumped"
    r"|knock|knocked|knocks|lop|lopped|lops|represents?|represented|comprised?|transferred|contributed?|contributes|whom|of which|back"
    r"|from|exports|imports|output|sales|prices|profits?|compared with)\s+\Z|[.,;:]\s+\Z|\A\s*\Z"
)
_TIME_BEFORE = frozenset({"for", "in", "per", "of", "after", "within", "than", "each", "every", "once", "over", "during", "the"})
_QUARTERS_AFTER = frozenset(
    {"for", "in", "after", "within", "over", "during", "last", "next", "past", "first", "previous", "these", "those"}
)
_LEFT = re.compile(r"\b(remaining|the other|another)\s\Z")
"""What makes a part of one without an article: "the remaining quarter belongs to the state"."""
_LEFT_WITHIN = len("remaining ")
_BELONGS = re.compile(r"\s+(?:belong|held|will|would|being|remain|after|with|for|free)")
_OF_TIME = re.compile(r"\s+of (?:the|this|last|its) (?:\w+ )?(?:year|season|fiscal)|\s+of (?:19|20)[0-9]{2}\b")
_HUNDRED = Decimal(100)
_SIX_PLACES = Decimal("0.000001")


class Part(NamedTuple):
    """A part of a whole: where it begins and ends, and how many percent it is."""

    start: int
    end: int
    percent: Decimal


def percent_of(numerator: Decimal, denominator: Decimal) -> Decimal:
    """Return a fraction in percent, to six places."""
    exact = CONTEXT.divide(CONTEXT.multiply(_HUNDRED, numerator), denominator)
    rounded = CONTEXT.quantize(exact, _SIX_PLACES)
    whole = CONTEXT.to_integral_value(rounded)
    return whole if whole == rounded else CONTEXT.normalize(rounded)


def part_after(low: str, start: int, end: int, numerator: Decimal) -> Part | None:
    """Return the part whose numerator is the small number ``low[start:end]``: "two-thirds", "one out of three"."""
    if low.startswith(OUT_OF_BEGINS, end):
        return _out_of(low, start, end, numerator)
    match = _PART.match(low, end)
    if match is None:
        return None
    name = match.group(1)
    denominator = Decimal(_NAMES[name])
    if numerator >= denominator or (name in {"quarter", "quarters"} and low[end] != "-" and _are_months(low, start, match.end())):
        return None
    if (name[-1] == "s") != (numerator > 1) or (
        numerator == 1 and name not in {"half", "quarter"} and not _GOES_ON.match(low, match.end())
    ):
        return None
    return Part(start, match.end(), percent_of(numerator, denominator))


def _are_months(low: str, start: int, end: int) -> bool:
    """Return whether the quarters ``low[start:end]`` are times: "for two quarters", "the last three quarters", no "of" behind."""
    before = low[max(0, start - 18) : start].split()
    timed = bool(before) and before[-1] in _QUARTERS_AFTER and not _OF.match(low, end)
    return timed or not _GOES_ON.match(low, end)


def _out_of(low: str, start: int, end: int, numerator: Decimal) -> Part | None:
    """Return "three out of four" or "one in three" as a part."""
    match = _OUT_OF.match(low, end) or _IN.match(low, end)
    if match is None:
        return None
    if match.re is _IN and (low[end - 1].isdigit() != (match.group("digits") is not None) or _names_one(low, start)):
        return None
    denominator = Decimal(match.group("digits") or _OUT_OF_WORDS[match.group("word")])
    return Part(start, match.end(), percent_of(numerator, denominator)) if 0 < numerator < denominator else None


def _names_one(low: str, start: int) -> bool:
    """Return whether the number before "in" is a name or the one spoken of: "Unit 1 in 5 ...", "the one in three"."""
    before = low[max(0, start - 18) : start].split()
    return bool(before) and (before[-1] in _NO_NUMERATOR_AFTER or (low[start].isdigit() and before[-1] in words("label")))


def half_at(low: str, start: int, end: int) -> Part | None:
    """Return the part at "half" or "a half"; None where it is a period, a place, or goes on to another word."""
    if _NO_HALF.match(low, end):
        return None
    before = low[max(0, start - 18) : start].split()
    if before[-1:] == ["the"] and len(before) > 1 and before[-2] in _IN_A_PERIOD and not _OF.match(low, end):
        return None
    if before and (before[-1].lstrip("(") in _ORDINALS or (before[-1] == "a" and len(before) > 1 and before[-2] == "and")):
        return None
    if before and before[-1] == "a":
        start = low.rindex("a", 0, start - 1)
    return Part(start, end, Decimal(50))


def _is_value(low: str, begin: int, end: int, name: str) -> bool:
    """Return whether "a third" or "a quarter" without "of" is a part: what is before, or a stop behind, says so."""
    before = low[max(0, begin - 18) : begin]
    if _BY.search(before) or _AGAINST.match(low, end):
        return True
    words = before.split()
    stops = low[end : end + 1] in {".", ",", ";"} or low.startswith(" and ", end)
    return name == "quarter" and stops and bool(words) and words[-1] not in _TIME_BEFORE


def part_with_article(low: str, start: int, end: int, name: str) -> Part | None:
    """Return the part at "third", "quarter", "tenth" … where "a" stands before it and it goes on as a part does."""
    left = _LEFT.search(low, max(0, start - _LEFT_WITHIN), start)
    if left is not None and (left[1] != "another" or name != "quarter") and (_GOES_ON.match(low, end) or _BELONGS.match(low, end)):
        return (
            None
            if _OF_A_SPAN.match(low, end) or _OF_TIME.match(low, end)
            else Part(start, end, percent_of(Decimal(1), Decimal(PARTS[name])))
        )
    if low.endswith("an estimated ", 0, start) and (_OF.match(low, end) or name not in {"third", "quarter"}):
        return (
            Part(start, end, percent_of(Decimal(1), Decimal(PARTS[name])))
            if _GOES_ON.match(low, end) and not _OF_A_SPAN.match(low, end)
            else None
        )
    begin = start - 2 if low.startswith("a ", max(0, start - 2)) else start - 3 if low.startswith("an ", max(0, start - 3)) else -1
    if begin < 0 or (begin and (low[begin - 1].isalnum() or low[begin - 1] == "-")):
        return None
    timed = _TIMED.match(low, end) is not None and _BY.search(low[max(0, begin - 18) : begin]) is not None
    if not (timed or _GOES_ON.match(low, end) or low.endswith(" by ", 0, begin)) or _OF_A_SPAN.match(low, end):
        return None
    if not _OF.match(low, end) and name in {"third", "quarter"} and not _is_value(low, begin, end, name):
        return None
    return Part(begin, end, percent_of(Decimal(1), Decimal(PARTS[name])))
