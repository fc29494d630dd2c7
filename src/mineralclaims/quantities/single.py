"""One number with its sign, currency mark, magnitude and unit."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.mentions.fractions import FRACTION, MULTIPLE, read_fraction, read_multiple
from mineralclaims.mentions.money_marks import mark_after, mark_before
from mineralclaims.mentions.numbers import NUMERIC, WORDED, magnitude_after, read_digits, read_words
from mineralclaims.mentions.unit_words import UnitMatch, unit_after
from mineralclaims.normalize.currencies import Mark
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.pieces import Piece

PERCENT_UNITS = frozenset({"%", "pp", "bp"})
_MINUS_WORD = re.compile(r"\bminus\s+\Z", re.IGNORECASE)
_NUMBER_SIGNS = frozenset("+-")
_HUNDREDTH = Decimal("0.01")
_OUNCES = frozenset({"oz"})
# "m", "b", "t" after digits is a magnitude only for money or before a unit; "bn" and "k" stand on their own.
_SAFE_LETTERS = frozenset({"bn", "Bn", "BN", "mn", "Mn", "tn", "k", "K"})


def pieces(text: str) -> list[Piece]:
    """Return all numbers of a folded text in order, with what belongs to each; they do not overlap."""
    found: list[Piece] = []
    anchors = [(m.start(), 0, m) for m in NUMERIC.finditer(text)]
    anchors += [(m.start(), 1, m) for m in WORDED.finditer(text)]
    anchors += [(m.start(), 2, m) for m in FRACTION.finditer(text)]
    anchors += [(m.start(), 3, m) for m in MULTIPLE.finditer(text)]
    anchors.sort(key=lambda anchor: (anchor[0], -anchor[1]))
    free = 0
    for start, kind, match in anchors:
        if start < free:
            continue
        piece = _READERS[kind](text, match)
        if piece is not None and piece.start >= free:
            found.append(piece)
            free = piece.end
    return found


def _numeric(text: str, match: re.Match[str]) -> Piece | None:
    """Return the piece at a number in digits."""
    value = read_digits(match)
    return None if value is None else _with_unit(text, match.start(), match.end(), value, worded=False, grouped="," in match.group())


def _worded(text: str, match: re.Match[str]) -> Piece | None:
    """Return the piece at a number in words, where a magnitude or a unit follows."""
    piece = _with_unit(text, match.start(), match.end(), read_words(match), worded=True, grouped=False)
    if piece is None or (piece.bare and piece.magnitude == 1 and match.group("a")):
        return None
    return piece


def _fraction(text: str, match: re.Match[str]) -> Piece | None:
    """Return the piece at a fraction word."""
    value = read_fraction(text, match)
    if value is None:
        return None
    return Piece(match.start(), match.end(), value, value, unit="%", kind="percent", worded=True)


def _multiple(_text: str, match: re.Match[str]) -> Piece | None:
    """Return the piece at a multiple."""
    low, high = read_multiple(match)
    return Piece(match.start(), match.end(), low, high, unit="x", kind="multiple", worded=True)


_READERS = (_numeric, _worded, _fraction, _multiple)


def _with_unit(text: str, start: int, end: int, value: Decimal, *, worded: bool, grouped: bool) -> Piece | None:
    """Return the piece of a number that stands at ``text[start:end]``."""
    mark = None if worded else mark_before(text, start)
    begin = mark.at if mark else start
    begin, negative = _sign(text, begin, start)
    magnitude = magnitude_after(text, end)
    unit: UnitMatch | None = None
    if mark is None:
        unit = unit_after(text, end)
        if unit is None and magnitude is not None:
            unit = unit_after(text, magnitude[0])
            if unit is None and magnitude[2] and magnitude[2] not in _SAFE_LETTERS and mark_after(text, magnitude[0]) is None:
                magnitude = None
        elif unit is not None:
            magnitude = None
    elif magnitude is not None and magnitude[2] and text[end : end + 1] == " " and magnitude[2] not in {"m", "M", "b", "B", "bn", "mn", "tn", "Bn"}:
        magnitude = None
    factor = magnitude[1] if magnitude else Decimal(1)
    number_end = magnitude[0] if magnitude else end
    total = CONTEXT.multiply(value, factor)
    if negative:
        total = CONTEXT.minus(total)
    piece = Piece(begin, number_end, total, total, magnitude=factor, worded=worded, grouped=grouped)
    if mark is not None:
        repeated = mark_after(text, number_end)
        end_of_money = number_end
        code_mark = mark.mark
        if repeated is not None and repeated.mark.noun == mark.mark.noun and not repeated.mark.minor:
            end_of_money = repeated.at
            code_mark = repeated.mark if mark.mark.code is None else mark.mark
        _make_money(piece, code_mark, end_of_money)
        piece.prefixed = True
        return piece
    if unit is not None and not _is_money_letter(text, unit):
        return _make_amount(piece, unit)
    after = mark_after(text, number_end)
    if after is not None:
        _make_money(piece, after.mark, after.at)
    return piece


def _sign(text: str, begin: int, start: int) -> tuple[int, bool]:
    """Return where the expression begins with its sign, and whether it is negative."""
    negative = begin < start and "-" in text[begin:start]
    before = text[begin - 1] if begin else ""
    if before in _NUMBER_SIGNS and before and (begin < 2 or text[begin - 2] in " \n(["):
        return begin - 1, negative or before == "-"
    minus = _MINUS_WORD.search(text, max(0, begin - 8), begin)
    if minus is not None:
        return minus.start(), True
    return begin, negative


def _is_money_letter(text: str, unit: UnitMatch) -> bool:
    """Return whether what looks like a unit is a currency here ("ct", "p"); none is by default."""
    return unit.form.unit == "ct" and text[unit.end - 3 : unit.end].lower() == "cts"


def _make_amount(piece: Piece, unit: UnitMatch) -> Piece:
    """Fill in unit, magnitude and kind from a unit form."""
    form = unit.form
    piece.end = unit.end
    piece.unit, piece.per, piece.ton_kind = form.unit, form.per or ("day" if unit.daily else None), form.ton_kind
    if form.times != 1:
        piece.low = piece.high = CONTEXT.multiply(piece.low, form.times)
        piece.magnitude = CONTEXT.multiply(piece.magnitude, form.times)
    piece.kind = "percent" if form.unit in PERCENT_UNITS else "multiple" if form.unit == "x" else "amount"
    return piece


def _make_money(piece: Piece, mark: Mark, end: int) -> None:
    """Fill in the currency; a mark without a code of its own is settled later by its noun."""
    piece.end, piece.mark, piece.kind = end, mark, "money"
    piece.unit = mark.code or mark.noun or ""
    if mark.minor:
        piece.low = piece.high = CONTEXT.multiply(piece.low, _HUNDREDTH)
        piece.magnitude = CONTEXT.multiply(piece.magnitude, _HUNDREDTH)
