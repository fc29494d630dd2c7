"""All numbers of a text in order, each with what belongs to it: one reader for each sort of anchor."""

from __future__ import annotations

import re
from collections.abc import Callable
from decimal import Decimal

from mineralclaims.mentions.anchors import Anchor, Sort, anchors
from mineralclaims.mentions.fractions import OUT_OF_BEGINS, Part, half_at, part_after, part_with_article
from mineralclaims.mentions.multiples import VERBS, times_after, twice_at, verb_at
from mineralclaims.mentions.number_words import ONES, TENS, read_half_of, read_scale, read_words
from mineralclaims.mentions.numbers import Number, read_digits
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.elision_signs import is_label
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.single import with_unit

_RANGE_LINKS = frozenset({"-", "–", " - ", " – ", " to ", " and "})
_NUMERATOR_AT_MOST = 19
_HALF, _QUARTER = Decimal("0.5"), Decimal("0.25")
_AND_A_PART = re.compile(r" and a (half|quarter)(?=\s*[.,;)\"]| (?:an?|per|in|from|to|for) )")
_A_POINT = re.compile(r"(?: (?:of )?an?)?[ -](?:percentage[ -])?point(?![a-z])")
_RATES = re.compile(r"\brates?\b|\bcentral bank|\bthe fed\b|\byields?\b|percent|per cent|\bpct\b|%|\bcuts?\b|\bhikes?\b")
_RATES_WITHIN = 60
_NOUN_LEFT_OUT = frozenset({
    "this", "that", "each", "every", "which", "previous", "last", "next", "earlier", "first", "new", "old", "current",
    "latest", "other", "same",
})  # fmt: skip
_ARTICLE = 3
"""The length of " a ": what is no further from a quantity is its denominator ("5% a quarter")."""
_FIFTY = Decimal(50)
_OF_ONE = re.compile(
    r"\s+of (?:an?|one|1)(?= (?:percentage|percent|per cent|pct|basis|cent|penny|tonne|ton|kilo|gram|ounce|point))"
)
_HALVES_OF = frozenset({"percent", "amount", "money"})
_AFTER_A_COIN = (
    " a ", " an ", " per ", " and ", " in ", " for ", " on ", " to ", " or ", " each", " less", " more", ".", ",", ";",
    ")", "\n",
)  # fmt: skip


def pieces(text: str, low: str) -> list[Piece]:
    """Return all numbers of a folded text in order, with what belongs to each; they do not overlap."""
    found: list[Piece] = []
    free = 0
    for anchor in anchors(text, low):
        if anchor.start < free:
            continue
        if anchor.sort is Sort.PART and found and anchor.start - free <= _ARTICLE and free:
            continue
        if anchor.sort is Sort.DIGITS:
            money = bool(found) and found[-1].prefixed and text[free : anchor.start] in _RANGE_LINKS
            piece = _digits(text, low, anchor, free, money=money)
        else:
            piece = _READERS[anchor.sort](text, low, anchor)
        if piece is not None and piece.start >= free:
            found.append(piece)
            free = piece.end
    return found


def _digits(text: str, low: str, anchor: Anchor, free: int, *, money: bool) -> Piece | None:
    """Return the piece at a number in digits."""
    number = read_digits(text, anchor.start, anchor.end)
    if number is None:
        return None
    if low.startswith(("f", "-f", " f", " t"), number.end) and (stop := times_after(low, number.end, worded=False)) > 0:
        return _multiple(number.start, stop, number.value)
    if low.startswith(OUT_OF_BEGINS, number.end) and (part := part_after(low, number.start, number.end, number.value)):
        return _part(part)
    piece = with_unit(text, number, free, money=money)
    return None if piece is not None and piece.unit == "x" and is_label(low, piece.start) else piece


def _numeral(text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at a number word."""
    if low.startswith("fold", anchor.end):
        return _multiple(anchor.start, anchor.end + 4, Decimal(ONES.get(anchor.word) or TENS[anchor.word]))
    number = read_words(low, anchor.start, anchor.end, anchor.word)
    if (
        number.magnitude == 1
        and 0 < number.value <= _NUMERATOR_AT_MOST
        and (part := part_after(low, number.start, number.end, number.value))
    ):
        if part.percent == _FIFTY and (of := read_half_of(low, part.start, part.end, _HALF)) is not None:
            return with_unit(text, of)
        return _part_of_unit(text, low, part) or _part(part)
    if (stop := times_after(low, number.end, worded=True)) > 0:
        return _multiple(number.start, stop, number.value)
    piece = with_unit(text, number)
    if piece is not None and number.magnitude == 1:
        _add_part(low, piece, number.value)
    return None if piece is not None and piece.bare and _stands_for_a_noun(low, anchor, number) else piece


def _add_part(low: str, piece: Piece, count: Decimal) -> None:
    """Add what is said behind the unit: "two dollars and a half"."""
    match = _AND_A_PART.match(low, piece.end) if piece.kind in {"amount", "money"} and count > 0 else None
    if match is not None:
        unit = CONTEXT.divide(piece.low, count)
        more = CONTEXT.multiply(_HALF if match.group(1) == "half" else _QUARTER, unit)
        piece.low = piece.high = CONTEXT.add(piece.low, more)
        piece.end = match.end()


def _stands_for_a_noun(low: str, anchor: Anchor, number: Number) -> bool:
    """Return whether a number without a unit is no number: "the previous one", "each one"."""
    before = low[max(0, anchor.start - 12) : anchor.start].split()
    return anchor.word == "one" and number.end == anchor.end and bool(before) and before[-1] in _NOUN_LEFT_OUT


def _scale(text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at a magnitude word with "a" before it ("a million tonnes"), or at "hundredfold"."""
    number = read_scale(low, anchor.start, anchor.end, anchor.word)
    if low.startswith("fold", anchor.end):
        start = number.start if number else anchor.start
        return _multiple(start, anchor.end + 4, number.value if number else Decimal(100))
    return with_unit(text, number) if number is not None else None


def _half(text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at "half": of a magnitude ("half a million"), of a unit ("half a point"), or a part."""
    number = read_half_of(low, anchor.start, anchor.end, _HALF)
    if number is not None:
        return with_unit(text, number)
    if low.startswith((" a ", " of a ", " an "), anchor.end):
        end = low.index("a", anchor.end) + 1 + low.startswith(" an ", anchor.end)
        piece = with_unit(text, Number(anchor.start, end, _HALF, worded=True))
        if piece is not None and piece.kind in _HALVES_OF and piece.unit not in {"lb", "pound"}:
            return piece
    elif low.startswith((" percent", " per cent", " point", " percentage"), anchor.end):
        piece = with_unit(text, Number(anchor.start, anchor.end, _HALF, worded=True))
        if piece is not None and piece.kind:
            return piece
    point = _point(low, anchor.start, anchor.end, _HALF)
    if point is not None:
        return point
    part = half_at(low, anchor.start, anchor.end)
    return _part(part) if part is not None else None


def _part_word(text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at "a third", "a quarter" and the like."""
    if anchor.word == "quarter" and (point := _point(low, anchor.start, anchor.end, _QUARTER)) is not None:
        return point
    part = part_with_article(low, anchor.start, anchor.end, anchor.word)
    if part is None:
        return None
    if anchor.word == "quarter" and (number := read_half_of(low, part.start, part.end, _QUARTER)) is not None:
        return with_unit(text, number)
    return _part_of_unit(text, low, part) or _part(part)


def _point(low: str, start: int, end: int, value: Decimal) -> Piece | None:
    """Return "a quarter point", "half a point", "half-point" of an interest rate as percentage points."""
    match = _A_POINT.match(low, end)
    if match is None or not _RATES.search(low, max(0, start - _RATES_WITHIN), match.end() + _RATES_WITHIN):
        return None
    begin = start - 2 * low.startswith("a ", max(0, start - 2))
    return Piece(begin, match.end(), value, value, unit="pp", kind="percent", worded=True)


def _part_of_unit(text: str, low: str, part: Part) -> Piece | None:
    """Return "a quarter of a percentage point", "three quarters of one percent" as an amount of that unit."""
    match = _OF_ONE.match(low, part.end)
    if match is None:
        return None
    value = CONTEXT.divide(part.percent, Decimal(100))
    piece = with_unit(text, Number(part.start, match.end(), value, worded=True))
    return piece if piece is not None and piece.kind in _HALVES_OF else None


def _verb(_text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at "doubled", "triple" and the like."""
    end = verb_at(low, anchor.start, anchor.end)
    return _multiple(anchor.start, end, VERBS[anchor.word]) if end > 0 else None


def _twice(_text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at "twice" and "thrice"."""
    return _multiple(anchor.start, anchor.end, Decimal(2 if anchor.word == "twice" else 3)) if twice_at(low, anchor.end) else None


def _coin(text: str, low: str, anchor: Anchor) -> Piece | None:
    """Return the piece at "a dollar", "a euro", where it is an amount and no denominator."""
    begin = anchor.start - 2 if low.startswith("a ", max(0, anchor.start - 2)) else -1
    if begin < 0 or (begin and (low[begin - 1].isalnum() or low[max(0, begin - 2)].isdigit())):
        return None
    if anchor.end < len(low) and not low.startswith(_AFTER_A_COIN, anchor.end):
        return None
    piece = with_unit(text, Number(begin, anchor.start - 1, Decimal(1), worded=True))
    if piece is not None:
        _add_part(low, piece, Decimal(1))
    return piece


def _part(part: Part) -> Piece:
    """Return a part of a whole as a piece."""
    return Piece(part.start, part.end, part.percent, part.percent, unit="%", kind="percent", worded=True)


def _multiple(start: int, end: int, value: Decimal) -> Piece:
    """Return a multiple as a piece."""
    value = CONTEXT.plus(value)
    return Piece(start, end, value, value, unit="x", kind="multiple", worded=True)


_READERS: dict[Sort, Callable[[str, str, Anchor], Piece | None]] = {
    Sort.NUMERAL: _numeral,
    Sort.SCALE: _scale,
    Sort.HALF: _half,
    Sort.PART: _part_word,
    Sort.VERB: _verb,
    Sort.TWICE: _twice,
    Sort.COIN: _coin,
}
