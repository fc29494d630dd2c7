"""One number with its sign, currency mark, magnitude and unit."""

from __future__ import annotations

from decimal import Decimal

from mineralclaims.mentions.currency_words import adjective_after, mark_after
from mineralclaims.mentions.fractions import percent_of
from mineralclaims.mentions.magnitudes import Magnitude, magnitude_after
from mineralclaims.mentions.money_marks import MarkMatch, mark_before
from mineralclaims.mentions.next_words import next_word
from mineralclaims.mentions.numbers import Number
from mineralclaims.mentions.signs import Hedge, hedge_inside, percent_of_before, sign_before
from mineralclaims.mentions.unit_words import UnitMatch, unit_after
from mineralclaims.mentions.word_lists import words
from mineralclaims.normalize.currencies import Mark, minor_ratio
from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.pieces import ONE, Piece

PERCENT_UNITS = frozenset({"%", "pp", "bp"})
_DOLLARS = ("dollar", "dollars", "dlrs", "$", "USD", "CAD", "AUD", "NZD", "HKD", "SGD")
_GEMS = (" of", " diamond", " rough", " stone", " polished", " sapphire", " ruby", " emerald", " gem")
_DENOMINATORS = (" per ", " a litre", " a kg", "/")
_CLAUSE_ENDS = frozenset({"", ".", ",", ";", ")"})
_CENTS = frozenset({"cts", "ct"})
_CENTS_AT_LEAST = len("1.20")
_LARGE = 100
_DECIMALS = 2
_LIKE_MONEY = 1000


def with_unit(text: str, number: Number, free: int = 0, *, money: bool = False) -> Piece | None:
    """Return the piece of a number; None where it is none, as in "B2B" or "5G".

    Args:
        text: the folded text.
        number: the number.
        free: where the quantity before ends: no mark before that is the number's own.
        money: whether the number is the second of a range of money ("$40-50m"), so that a letter is a magnitude.
    """
    mark = None if number.worded else mark_before(text, number.start)
    if mark is not None and (mark.at < free or (text.startswith("%", number.end) and mark.mark.text.isalpha())):
        mark = None
    if number.glued and (mark is None or mark.at >= number.start):
        return None
    magnitude = magnitude_after(text, number.end, money=money or mark is not None)
    if mark is not None and mark.weak and not _like_money(text, number, magnitude, mark.mark.text):
        if number.glued:
            return None
        mark = None
    return _followed(text, number, magnitude) if mark is None else _marked(text, number, mark, magnitude)


def _like_money(text: str, number: Number, magnitude: Magnitude | None, mark: str) -> bool:
    """Return whether a number is written as amounts of money are, so that a weak mark before it counts."""
    end = number.end
    if mark.lower() in words("magnitude_mark"):
        return magnitude is not None
    if magnitude is not None or (number.grouped and number.value >= _LIKE_MONEY):
        return True
    if text[end : end + 1].isalnum():
        return False
    if mark.islower():
        return text[end : end + 1] in _CLAUSE_ENDS
    cents = text[end - 3 : end - 2] == "." and end - number.start >= _CENTS_AT_LEAST
    return cents or text.startswith(_DENOMINATORS, end)


def _marked(text: str, number: Number, mark: MarkMatch, magnitude: Magnitude | None) -> Piece:
    """Return the piece of a number with a currency mark before it."""
    end = magnitude.end if magnitude else number.end
    begin, negative = sign_before(text, mark.at, number.start)
    piece = _piece(number, begin, end, magnitude, negative=negative)
    found, known = mark_after(text, end), mark.mark
    if found is not None and not found.mark.minor and _same_money(known, found.mark):
        end = found.at
        known = found.mark if known.code is None else known
    elif known.noun == "dollar" and (whose := adjective_after(text, end)) is not None:
        end, known = whose.at, whose.mark
    _make_money(piece, known, end)
    piece.prefixed = True
    return piece


def _same_money(before: Mark, after: Mark) -> bool:
    """Return whether a mark after the number repeats the one before it: "$90 million dollars", "$5m USD"."""
    if before.code is not None and after.code is not None:
        return before.code == after.code
    if before.noun is not None and before.noun == after.noun:
        return True
    return before.noun == "dollar" and after.text.endswith(_DOLLARS)


def _followed(text: str, number: Number, magnitude: Magnitude | None) -> Piece | None:
    """Return the piece of a number whose unit or currency, if any, stands behind it."""
    inner = hedge_inside(text, number.end) if magnitude is None else None
    if inner is not None and (large := magnitude_after(text, inner.end, money=False)) is not None and large.sure:
        piece = _followed(text, number, large)  # "30-odd million tonnes"
        if piece is not None:
            _hedge(piece, inner)
        return piece
    first = next_word(text, number.end)
    unit = unit_after(text, number.end, first) if first is not None else None
    end, hedge = number.end, None
    if unit is not None:
        magnitude = None
    else:
        if magnitude is not None:
            first = next_word(text, magnitude.end)
            unit = unit_after(text, magnitude.end, first) if first is not None else None
            if unit is None and not magnitude.sure and mark_after(text, magnitude.end, first) is None:
                if text[end].isalpha() and (
                    text[magnitude.end : magnitude.end + 1] != "-" or text[magnitude.end + 1 : magnitude.end + 2].isdigit()
                ):
                    begin, negative = sign_before(text, number.start, number.start)
                    return _piece(number, begin, magnitude.end, magnitude, negative=negative)
                magnitude, first = None, next_word(text, end)
        end = magnitude.end if magnitude is not None else end
        hedge = hedge_inside(text, end) if unit is None else None
        if hedge is not None:
            unit = unit_after(text, hedge.end)
            first = next_word(text, hedge.end)
    begin, negative = sign_before(text, number.start, number.start)
    piece = _piece(number, begin, magnitude.end if magnitude else number.end, magnitude, negative=negative)
    at = hedge.end if hedge is not None else end
    money = mark_after(text, at, first, large=piece.low >= _LARGE or _in_cents(number)) if first is not None else None
    if hedge is not None and (unit is not None or money is not None):
        _hedge(piece, hedge)
    if unit is not None and not (money is not None and _is_money(text, number, unit, money)):
        return make_amount(piece, unit)
    if money is not None:
        _make_money(piece, money.mark, money.at)
        return piece
    return _bare(text, piece, number)


def _in_cents(number: Number) -> bool:
    """Return whether a number has two decimals or more, as prices have."""
    exponent = number.value.as_tuple().exponent
    return not number.worded and isinstance(exponent, int) and exponent <= -_DECIMALS


def _hedge(piece: Piece, hedge: Hedge) -> None:
    """Put down a hedge between a number and its unit."""
    piece.cues.append(("approximate" if hedge.effect == "about" else "bounds", hedge.start, hedge.end))
    piece.approximate, piece.low_only, piece.own_qualifier = hedge.effect == "about", hedge.effect == "low", True


def _is_money(text: str, number: Number, unit: UnitMatch, money: MarkMatch) -> bool:
    """Return whether a unit that is a currency too is a currency: "pounds sterling", "cts" where no gems are named."""
    if unit.form.unit == "lb":
        return money.at > unit.end
    written = text[unit.end - 3 : unit.end].lower().strip(" -0123456789")
    if unit.form.unit != "ct" or unit.form.times != 1 or written not in _CENTS:
        return False
    if text[unit.end : unit.end + 12].lower().startswith(_GEMS):
        return False
    return written == "cts" or number.worded or text.startswith((" a ", " to ", " higher", " lower"), unit.end)


def _bare(text: str, piece: Piece, number: Number) -> Piece | None:
    """Return the piece of a number without a unit; None where it is part of a word or a code."""
    if piece.magnitude == 1 and text[piece.end : piece.end + 1].isalpha():
        return None
    if number.part:
        if text[piece.end : piece.end + 4].strip() != "of":
            return None
        piece.low = piece.high = percent_of(piece.low, ONE)
        piece.unit, piece.kind, piece.worded = "%", "percent", True
        return piece
    begin = percent_of_before(text, piece.start)
    if begin >= 0:
        piece.start, piece.unit, piece.kind = begin, "%", "percent"
    return piece


def _piece(number: Number, begin: int, end: int, magnitude: Magnitude | None, *, negative: bool) -> Piece:
    """Return a piece without unit."""
    value, factor = number.value, number.magnitude
    if magnitude is not None:
        value = CONTEXT.multiply(value, magnitude.factor)
        factor = CONTEXT.multiply(factor, magnitude.factor) if factor != 1 else magnitude.factor
    if magnitude is not None or number.worded:
        value = tidy(value)
    if negative:
        value = CONTEXT.minus(value)
    lettered = magnitude is not None and magnitude.lettered
    return Piece(begin, end, value, value, magnitude=factor, lettered=lettered, worded=number.worded, grouped=number.grouped)


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
