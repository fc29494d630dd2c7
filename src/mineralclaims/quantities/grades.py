"""Amounts to the ton that are grades: "0.31 ounce of gold and 1.2 ounces of silver per ton", "2.1 grams a tonne"."""

from __future__ import annotations

import re
from itertools import pairwise

from mineralclaims.normalize.unit_table import TONS
from mineralclaims.quantities.pieces import Piece

PARTS = frozenset({"oz", "oz_t", "g", "kg", "lb", "ct", "mg"})
"""Masses less than a ton: how much of a metal there is in what a grade is per."""

_WHOLES = frozenset(TONS) | {"m3", "L"}
# The denominator after the commodity: "0.2 ounces of gold a ton", "0.077 ounce gold ton".
_TAIL = re.compile(
    r"(?:\s+of)?(?:\s+[A-Za-z-]{1,24}){1,3}?\s+(?:per\s+|an?\s+|to the\s+|/\s?)?"
    r"(?P<kind>short |metric |long )?(?P<ton>tonnes?|tons?)\b(?!\s+of)",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"(?:[^.;:]|\.(?=[0-9])){0,140}+")
_AT = re.compile(r"\s+(?:of|at|grading|averaging|assaying|with)\s+(?:an average (?:of\s+)?)?")
_TAIL_AT_MOST = 60
# "45 oz (1.4 kg) of silver per ton": the denominator of both stands behind the bracket.
_BRACKETED = re.compile(r"\s?\([^()\n]{1,20}\)|\)(?=\s)")
_NOT_LINKED = re.compile(r"\b(?:reserves?|resources?|produc\w+|output|sold|sales|contain\w*|total\w*)\b", re.IGNORECASE)
_ANOTHER = re.compile(r"\d|\b(?:reserves?|resources?|and)\b")
_GRADE_OUNCES_BELOW = 10000
_GRADE_BELOW = 100
_REACH = 4


def find_grades(text: str, pieces: list[Piece]) -> None:
    """Turn amounts to the ton into grades, also where the denominator is said once for several of them."""
    for piece in pieces:
        if piece.kind != "amount" or piece.unit not in PARTS:
            continue
        if piece.per is None:
            _late_denominator(text, piece)
        if piece.per in _WHOLES:
            _make_grade(piece, piece.per, piece.per_ton_kind)
    _after_tonnage(text, pieces)
    _share_forward_and_back(text, pieces)


def _late_denominator(text: str, piece: Piece) -> None:
    """Take a denominator that stands behind the commodity's name."""
    bracket = _BRACKETED.match(text, piece.end)
    begin = bracket.end() if bracket is not None else piece.end
    match = _TAIL.match(text, begin, begin + _TAIL_AT_MOST)
    if match is None or piece.low >= _GRADE_OUNCES_BELOW or (piece.magnitude != 1 and piece.unit != "mg"):
        return
    words = text[begin : match.start("ton")]
    if _ANOTHER.search(words):
        return
    kind = (match.group("kind") or "").strip().lower()
    piece.per = {"short": "short_ton", "long": "long_ton"}.get(kind, "t")
    piece.per_ton_kind = kind or ("metric" if match.group("ton").lower().startswith("tonne") else "unstated")
    if bracket is None:
        piece.around_end = max(piece.around_end, match.end())
    piece.cues.append(("per", match.start("ton"), match.end()))


def _make_grade(piece: Piece, whole: str, ton_kind: str | None) -> None:
    """Join unit and denominator into one grade unit; ounces and pounds to an unstated ton are to the short ton."""
    part = "oz" if piece.unit == "oz_t" else piece.unit
    if whole == "t" and part in {"oz", "lb"} and ton_kind != "metric":
        whole = "short_ton"
    piece.unit, piece.per = f"{part}/{whole}", None


def _after_tonnage(text: str, pieces: list[Piece]) -> None:
    """Make grades of small amounts right behind a tonnage: "640,000 tons of 0.14 ounce material", "at 3.9 grams"."""
    for ore, piece in pairwise(pieces):
        if (
            ore.unit not in _WHOLES
            or piece.unit not in PARTS
            or piece.kind != "amount"
            or piece.per is not None
            or piece.low >= _GRADE_BELOW
        ):
            continue
        if piece.magnitude == 1 and _AT.fullmatch(text, ore.end, piece.start):
            _make_grade(piece, ore.unit, ore.ton_kind)
            piece.cues.append(("per", ore.start, ore.end))


def _share_forward_and_back(text: str, pieces: list[Piece]) -> None:
    """Give ounces beside an ounce grade of the same list the same denominator."""
    for index in [index for index, piece in enumerate(pieces) if "/" in piece.unit]:
        _spread(text, pieces[index], pieces[index + 1 : index + _REACH])
        _spread(text, pieces[index], pieces[max(0, index - _REACH + 1) : index][::-1])


def _spread(text: str, grade: Piece, others: list[Piece]) -> None:
    """Give the amounts that go on a list the unit of its grade; the nearest come first."""
    for other in others:
        if _same_list(text, grade, other):
            other.unit = grade.unit
            other.cues.append(("per", grade.start, grade.end))
            grade = other
        elif other.unit.split("/")[0] in PARTS:
            return


def _same_list(text: str, grade: Piece, other: Piece) -> bool:
    """Return whether an amount stands beside a grade in one list, its denominator left out."""
    if (
        other.kind != "amount"
        or other.unit not in PARTS
        or other.per is not None
        or other.magnitude != 1
        or other.low >= _GRADE_BELOW
    ):
        return False
    if grade.unit.split("/")[0] != other.unit.removesuffix("_t"):
        return False
    between = text[min(grade.end, other.end) : max(grade.start, other.start)]
    return _BETWEEN.fullmatch(between) is not None and not _NOT_LINKED.search(between)
