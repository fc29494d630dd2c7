"""One number with its sign, currency mark, magnitude and unit."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.mentions.fractions import percent_of
from mineralclaims.mentions.magnitudes import Magnitude, magnitude_after
from mineralclaims.mentions.money_marks import MarkMatch, adjective_after, mark_after, mark_before
from mineralclaims.mentions.next_words import NextWord, next_word
from mineralclaims.mentions.numbers import Number
from mineralclaims.mentions.unit_words import UnitMatch, unit_after
from mineralclaims.normalize.currencies import Mark, minor_ratio
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.pieces import ONE, Piece, tidy

PERCENT_UNITS = frozenset({"%", "pp", "bp"})
_BEFORE_A_SIGN = frozenset(" \n([|;:")
_MINUS = re.compile(r"(?<![\w])(?:minus|negative)[ \n]\Z", re.IGNORECASE)
_PERCENT_OF = re.compile(r"(?<![0-9][ ])(?<![\w-])per ?cent of \Z", re.IGNORECASE)
# A hedge between number and unit: "30-odd tonnes", "3 million or so barrels".
_INSIDE = re.compile(r"(-odd|-plus|\+| odd| plus| or so)(?=[\s-][A-Za-z$])")
_INSIDE_BEGINS = frozenset("-+ ")
_CARAT_OR_CENT = frozenset({"cts", "ct"})
_LARGE = 100
_LIKE_MONEY = 1000


def with_unit(text: str, number: Number, free: int = 0) -> Piece | None:
    """Return the piece of a number; None where it is none, as in "B2B" or "5G"; no mark before ``free`` is its own."""
    mark = None if number.worded else mark_before(text, number.start)
    if mark is not None and mark.at < free:
        mark = None
    if number.glued and (mark is None or mark.at >= number.start):
        return None
    magnitude = magnitude_after(text, number.end, money=mark is not None)
    if mark is not None and mark.weak and not _like_money(text, number, magnitude, noun=mark.mark.text.islower()):
        if number.glued:
            return None
        mark = None
    if mark is not None:
        return _marked(text, number, mark, magnitude)
    return _followed(text, number, magnitude)


def _like_money(text: str, number: Number, magnitude: Magnitude | None, *, noun: bool) -> bool:
    """Return whether a number is written as amounts of money are, so that a weak mark before it counts."""
    end = number.end
    written = text[number.start : end]
    if magnitude is not None or (number.grouped and number.value >= _LIKE_MONEY):
        return True
    if text[end : end + 1].isalnum():
        return False
    if noun:
        return text[end : end + 1] in {"", ".", ",", ";", ")"}
    return (written[-3:-2] == "." and number.end - number.start > 3) or text.startswith(
        (" per ", " a litre", " a kg", "/"), end
    )  # noqa: PLR2004


def _marked(text: str, number: Number, mark: MarkMatch, magnitude: Magnitude | None) -> Piece | None:
    """Return the piece of a number with a currency mark before it."""
    end = magnitude.end if magnitude else number.end
    if not magnitude and text[end : end + 1].isalpha() and number.glued and mark.weak:
        return None
    begin, negative = _sign(text, mark.at, number.start)
    piece = _piece(number, begin, end, magnitude, negative=negative)
    found, code_mark = mark_after(text, end), mark.mark
    if found is not None and not found.mark.minor and _same_money(mark.mark, found.mark):
        piece.end = found.at
        code_mark = found.mark if mark.mark.code is None else mark.mark
    elif mark.mark.noun == "dollar" and (whose := adjective_after(text, end)) is not None:
        piece.end, code_mark = whose.at, whose.mark
    _make_money(piece, code_mark, piece.end)
    piece.prefixed = True
    return piece


def _same_money(before: Mark, after: Mark) -> bool:
    """Return whether a mark after the number repeats the one before it: "$90 million dollars", "$5m USD"."""
    if before.code is not None and after.code is not None:
        return before.code == after.code
    if before.noun is not None and before.noun == after.noun:
        return True
    dollars = after.text.endswith(("dollar", "dollars", "dlrs", "$")) or after.text in {
        "USD",
        "CAD",
        "AUD",
        "NZD",
        "HKD",
        "SGD",
    }
    return before.noun == "dollar" and dollars


def _followed(text: str, number: Number, magnitude: Magnitude | None) -> Piece | None:
    """Return the piece of a number whose unit, if any, stands behind it."""
    end = number.end
    first = next_word(text, end)
    unit: UnitMatch | None = None
    if first is not None:
        unit = unit_after(text, end, first)
    hedge = None
    if unit is None and magnitude is not None:
        end = magnitude.end
        first = next_word(text, end)
        unit, hedge, end = _unit_behind(text, end, first)
        if unit is None and not magnitude.sure and mark_after(text, magnitude.end, first) is None:
            magnitude, end = None, number.end
            first = next_word(text, end)
    elif unit is not None:
        magnitude = None
    if unit is None and magnitude is None and hedge is None:
        unit, hedge, end = _unit_behind(text, number.end, None)
    begin, negative = _sign(text, number.start, number.start)
    piece = _piece(number, begin, magnitude.end if magnitude else number.end, magnitude, negative=negative)
    if hedge is not None:
        piece.cues.append(hedge)
        piece.approximate, piece.low_only = hedge[0] == "about", hedge[0] == "low"
        piece.own_qualifier = True
    if (
        unit is not None
        and unit.form.unit == "lb"
        and (longer := mark_after(text, end, first)) is not None
        and longer.at > unit.end
    ):
        _make_money(piece, longer.mark, longer.at)
        return piece
    if unit is not None and not _is_cent(text, number, unit):
        return make_amount(piece, unit)
    large = piece.low >= _LARGE
    after = (
        mark_after(text, end, first if hedge is None else None, large=large)
        if first is not None or hedge is not None
        else None
    )
    if after is not None:
        _make_money(piece, after.mark, after.at)
        return piece
    return _bare(text, piece, number, first)


def _unit_behind(
    text: str, end: int, first: NextWord | None
) -> tuple[UnitMatch | None, tuple[str, int, int] | None, int]:
    """Return the unit at ``end``, a hedge passed over, as (unit, hedge, where the unit or currency may begin)."""
    unit = unit_after(text, end, first) if first is not None else None
    if unit is None and text[end : end + 1] in _INSIDE_BEGINS and (match := _INSIDE.match(text, end)):
        effect = "about" if match.group(1).strip(" -") in {"odd", "or so"} else "low"
        unit = unit_after(text, match.end())
        if unit is not None or mark_after(text, match.end()) is not None:
            return unit, (effect, match.start(), match.end()), match.end()
    return unit, None, end


def _bare(text: str, piece: Piece, number: Number, first: NextWord | None) -> Piece | None:
    """Return the piece of a number without a unit; None where it is part of a word or a code."""
    if piece.magnitude == 1 and first is not None and first.gap == "" and text[piece.end : piece.end + 1] not in "$€£¥":
        return None
    if number.part and text[piece.end : piece.end + 4].strip() == "of":
        piece.low = piece.high = percent_of(piece.low, ONE)
        piece.unit, piece.kind, piece.worded = "%", "percent", True
        return piece
    if number.part:
        return None
    if piece.start > 8 or text.startswith("per", 0):  # noqa: PLR2004  "percent of 10"
        match = _PERCENT_OF.search(text, max(0, piece.start - 13), piece.start)
        if match is not None and not text[max(0, match.start() - 2) : match.start()].strip().isdigit():
            piece.start, piece.unit, piece.kind = match.start(), "%", "percent"
    return piece


def _piece(number: Number, begin: int, end: int, magnitude: Magnitude | None, *, negative: bool) -> Piece:
    """Return a piece without unit."""
    value = (
        tidy(CONTEXT.multiply(number.value, magnitude.factor))
        if magnitude
        else tidy(number.value)
        if number.worded
        else number.value
    )
    if negative:
        value = CONTEXT.minus(value)
    factor = number.magnitude
    if magnitude is not None:
        factor = CONTEXT.multiply(factor, magnitude.factor) if factor != 1 else magnitude.factor
    return Piece(begin, end, value, value, magnitude=factor, worded=number.worded, grouped=number.grouped)


def _sign(text: str, begin: int, start: int) -> tuple[int, bool]:
    """Return where the expression begins with its sign, and whether it is negative."""
    negative = begin < start and "-" in text[begin:start]
    if not begin:
        return begin, negative
    before = text[begin - 1]
    if before in "+-" and (begin == 1 or text[begin - 2] in _BEFORE_A_SIGN):
        return begin - 1, negative or before == "-"
    if before in " \n" and begin > 5:  # noqa: PLR2004  the length of "minus"
        word = text[begin - 6 : begin - 1].lower()
        if word in {"minus", "ative"} and (minus := _MINUS.search(text, max(0, begin - 11), begin)):
            return minus.start(), True
    return begin, negative


def _is_cent(text: str, number: Number, unit: UnitMatch) -> bool:
    """Return whether "cts" and "ct" are cents here, as they are on wires; a carat is one where gems are named with it."""
    written = text[unit.end - 3 : unit.end].lower().strip(" -0123456789")
    if unit.form.unit != "ct" or unit.form.times != 1 or written not in _CARAT_OR_CENT:
        return False
    after = text[unit.end : unit.end + 24].lower()
    return not (
        after.startswith((" of", " diamond", " rough", " stone", " polished", " sapphire", " ruby", " emerald", " gem"))
        or (written == "ct" and not number.worded and "a lb" not in after and " a " not in after[:3])
    )


def make_amount(piece: Piece, unit: UnitMatch) -> Piece:
    """Fill in unit, magnitude and kind from a unit form."""
    form = unit.form
    piece.end = unit.end
    piece.unit, piece.per, piece.ton_kind = form.unit, form.per or ("day" if unit.daily else None), form.ton_kind
    if form.times is not ONE and form.times != 1:
        piece.low = piece.high = tidy(CONTEXT.multiply(piece.low, form.times))
        piece.magnitude, piece.times = CONTEXT.multiply(piece.magnitude, form.times), form.times
    piece.kind = "percent" if form.unit in PERCENT_UNITS else "multiple" if form.unit == "x" else "amount"
    return piece


def _make_money(piece: Piece, mark: Mark, end: int) -> None:
    """Fill in the currency; a mark without a code of its own is settled later by its noun."""
    piece.end, piece.mark, piece.kind = end, mark, "money"
    piece.unit = mark.code or mark.noun or ""
    if mark.minor:
        ratio = Decimal(minor_ratio(mark.code)) if mark.code else Decimal(100)
        piece.low = piece.high = CONTEXT.divide(piece.low, ratio)
        piece.magnitude = CONTEXT.divide(piece.magnitude, ratio)
