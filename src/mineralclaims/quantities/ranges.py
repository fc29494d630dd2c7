"""Two numbers that are one range: "25% to 50%", "5-7 billion dollars", "between $5 million and $7 million"."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.pieces import Piece

_LINK = re.compile(r"\s?[-–]\s?|\s+to\s+(?:as (?:much|high) as\s+|about\s+|around\s+|over\s+|nearly\s+|almost\s+|more than\s+|up to\s+|some\s+)?|\s+(?:and|or)\s+(?:about\s+|around\s+)?", re.IGNORECASE)
_BETWEEN = re.compile(r"\bbetween\s+(?:about\s+|around\s+|roughly\s+|an estimated\s+|the\s+)?\Z", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:about\s+|around\s+|roughly\s+|nearly\s+|just\s+|the current\s+|a\s+|an\s+|some\s+)?\Z", re.IGNORECASE)
_SPREAD = re.compile(r"\b(?:rang\w+|vary\w*|varied|varies|anywhere|spread\w*|spann?\w*|between)\b[^.;]{0,40}\Z", re.IGNORECASE)
# Verbs and nouns of change: after them "from A to B" tells of two moments, not of one range.
_CHANGE = re.compile(
    r"\b(?:ris\w+|rose|fall\w*|fell|grow\w*|grew|increas\w+|decreas\w+|declin\w+|drop\w*|jump\w*|climb\w*|surg\w+|soar\w*|plung\w+|slump\w*|"
    r"rais\w+|lower\w*|cut|cuts|cutting|reduc\w+|hik\w+|boost\w*|expand\w*|shrink\w*|shrank|shrunk|slow\w*|narrow\w*|widen\w*|improv\w+|up|down|"
    r"revis\w+|chang\w+|mov\w+|go|goes|going|went|gone|doubl\w+|tripl\w+|halv\w+|slash\w*|edg\w+|slip\w*|gain\w*|advanc\w+|bring\w*|brought|took|taking|"
    r"upgrad\w+|lift\w*|accelerat\w+|eas\w+|trim\w*|push\w*|swing\w*|swung|shift\w*|nudg\w+|tumbl\w+|retreat\w*|dip\w*|sank|sink\w*|upped|"
    r"escalat\w+|adjust\w+|ramp\w*|scal\w+|recover\w*|rebound\w*|crash\w*|collaps\w+|balloon\w*|swell\w*|enlarg\w+|stretch\w*|contract\w*|strengthen\w*|weaken\w*|transition\w*|heighten\w*|quicken\w*|dwindl\w+|growth|cutback|dropped)\b[^.;]{0,110}\Z",
    re.IGNORECASE,
)
_MOVED = re.compile(
    r"\b(?:ris(?:e|es|en|ing)|rose|fell|fall(?:s|en|ing)?|grew|grow[ns]?|increased?|decreased?|declined?|dropped|jumped|climbed|surged|up|down|by|gain(?:s|ed|ing)?|los[et]\w*|add(?:s|ed|ing)?|shed(?:s|ding)?|slip(?:s|ped|ping)?|edg(?:ed|ing)|rais(?:ed|ing)|cut|climbing|jumping|dropping|surging|eas(?:ed|ing)|advanc(?:ed|ing)|soar(?:ed|ing)|higher|lower|increase of|rise of|fall of|drop of|decline of|gain of|advance of)\s+(?:about\s+|nearly\s+|almost\s+|around\s+|more than\s+|over\s+)?\Z",
    re.IGNORECASE,
)
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d")
_THOUSAND = Decimal(1000)
_BEFORE = 130


def join_ranges(text: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with neighbours that are one range joined."""
    joined: list[Piece] = []
    index = 0
    while index < len(pieces):
        piece = pieces[index]
        following = pieces[index + 1] if index + 1 < len(pieces) else None
        if following is not None:
            both = _range(text, piece, following)
            if both is not None:
                joined.append(both)
                index += 2
                continue
        joined.append(piece)
        index += 1
    return joined


def _range(text: str, first: Piece, second: Piece) -> Piece | None:
    """Return the range from ``first`` to ``second``, or None where they are two quantities."""
    link = _LINK.match(text, first.end, second.start) if second.start - first.end <= 22 else None
    if link is None or link.end() != second.start or "multiple" in (first.kind, second.kind):
        return None
    if (first.bare and second.bare) or (first.bare and first.magnitude == 1 and _YEAR.fullmatch(text[first.start : first.end])) or first.low != first.high or second.low != second.high:
        return None
    if not _same_unit(first, second):
        return None
    low, magnitude = _low_bound(first, second), second.magnitude
    high = second.low
    if second.bare:
        high = CONTEXT.multiply(second.low, first.magnitude) if second.magnitude == 1 and first.magnitude != 1 and second.low < _THOUSAND else second.low
        if first.mark is not None and first.mark.minor and second.magnitude != 1:
            return None
    if low > high:
        return None
    if not _says_range(text, first, second, link.group().strip().lower()):
        return None
    unit_of = second if first.bare or not second.bare else first
    return Piece(
        first.start, second.end, low, high, magnitude=magnitude, unit=unit_of.unit, kind=unit_of.kind, mark=first.mark or second.mark,
        per=second.per or first.per, ton_kind=unit_of.ton_kind, worded=first.worded, prefixed=first.prefixed, grouped=second.grouped,
    )  # fmt: skip


def _same_unit(first: Piece, second: Piece) -> bool:
    """Return whether both numbers count the same, an unwritten unit taken from the other."""
    if first.bare:
        return not second.prefixed
    if second.bare:
        return first.prefixed or first.kind == "money"
    if first.kind != second.kind:
        return False
    if first.kind == "money":
        return first.unit == second.unit or (first.mark is not None and second.mark is not None and first.mark.noun == second.mark.noun)
    return first.unit == second.unit


def _low_bound(first: Piece, second: Piece) -> Decimal:
    """Return the value of the first number, in the second one's magnitude where it has none of its own."""
    if first.magnitude == 1 and second.magnitude != 1 and first.low < _THOUSAND and not (first.kind == "money" and first.magnitude != 1):
        scaled = CONTEXT.multiply(first.low, second.magnitude)
        if scaled <= second.low or first.low > second.low:
            return scaled
        if first.bare or first.prefixed:
            return scaled
    return first.low


def _says_range(text: str, first: Piece, second: Piece, link: str) -> bool:
    """Return whether the words before and between say one range rather than two values."""
    before = text[max(0, first.start - _BEFORE) : first.start]
    if link.startswith("and"):
        return bool(_BETWEEN.search(before))
    if link.startswith("or"):
        return first.bare and not second.bare and second.kind != "money"
    if link in {"-", "–"}:
        return True
    if _FROM.search(before):
        return bool(_SPREAD.search(before)) or not _CHANGE.search(before)
    return first.bare or not _MOVED.search(before)
