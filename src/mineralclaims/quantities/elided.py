"""Numbers whose unit is written elsewhere: "to 4.5 from six pct", "505,000 tonnes (504,000)", "Qatar 66 million"."""

from __future__ import annotations

from bisect import bisect_right
from decimal import Decimal

import attrs

from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.cases import Around, Case, said_once
from mineralclaims.quantities.donors import donor_of
from mineralclaims.quantities.pieces import ONE, Piece

_RECENT = 5
_SENTENCES_BACK = 2
_HUNDRED, _THOUSAND = Decimal(100), Decimal(1000)


def share_units(text: str, low: str, pieces: list[Piece], sentence_ends: list[int]) -> list[Piece]:
    """Return the pieces with bare numbers resolved; those that stay without a unit are left out."""
    bare = [not piece.kind for piece in pieces]
    if not any(bare):
        return pieces
    if all(bare):
        return []
    sentences = [bisect_right(sentence_ends, piece.start) for piece in pieces]
    following = _following(pieces, sentences)
    resolved: list[Piece] = []
    around = Around()
    last_with_amount = -1
    for index, written in enumerate(pieces):
        sentence, piece = sentences[index], written
        if index and sentence != sentences[index - 1]:
            earlier = around.amounts[0] if around.amounts else around.earlier
            money = next((one for one in around.amounts if one.kind == "money"), around.money)
            near = sentence <= last_with_amount + _SENTENCES_BACK
            around = Around(earlier=earlier if near else None, money=money if near else None)
        if bare[index]:
            same = index + 1 < len(pieces) and sentences[index + 1] == sentence
            around.behind, around.next_number = following[index], pieces[index + 1] if same else None
            around.sentence_end = sentence_ends[sentence] if sentence < len(sentence_ends) else len(low)
            donor = donor_of(Case(text, low, written, around))
            if donor is None:
                continue
            piece = _filled(low, written, donor)
        resolved.append(piece)
        if piece.kind == "percent":
            around.percent = around.percent if piece.worded else piece
        elif piece.kind != "multiple":
            _remember(low, around.amounts, piece)
            last_with_amount = sentence
    return resolved


def _following(pieces: list[Piece], sentences: list[int]) -> list[Piece | None]:
    """Return for each piece the next one of its sentence that has a unit."""
    following: list[Piece | None] = [None] * len(pieces)
    for index in range(len(pieces) - 2, -1, -1):
        if sentences[index] == sentences[index + 1]:
            later = pieces[index + 1]
            following[index] = later if later.kind else following[index + 1]
    return following


def _remember(low: str, amounts: list[Piece], piece: Piece) -> None:
    """Put an amount before the others; what only says the one before over again ("(£865bn)", ", or …") behind it."""
    restates = bool(amounts) and (low.endswith("(", 0, piece.start) or low.endswith(", or ", 0, piece.start))
    amounts.insert(int(restates), piece)
    del amounts[_RECENT:]


def _filled(low: str, bare: Piece, donor: Piece) -> Piece:
    """Return the bare number with the unit, denominator and mark of its neighbour."""
    piece = attrs.evolve(bare, cues=list(bare.cues))
    piece.unit, piece.kind, piece.mark, piece.per = donor.unit, donor.kind, donor.mark, donor.per
    piece.ton_kind, piece.donor = donor.ton_kind, donor
    factor = donor.magnitude if low.endswith("(", 0, bare.start) and said_once(bare, donor) else _factor(bare, donor)
    if factor != 1:
        piece.low, piece.high = tidy(CONTEXT.multiply(bare.low, factor)), tidy(CONTEXT.multiply(bare.high, factor))
        piece.times = donor.times
    piece.cues.append(("unit", donor.start, donor.end))
    return piece


def _factor(bare: Piece, donor: Piece) -> Decimal:
    """Return what a bare number is to be multiplied with: cents, thousands of a unit, or a magnitude said once."""
    if donor.mark is not None and donor.mark.minor and bare.magnitude == 1:
        return CONTEXT.divide(ONE, _HUNDRED)
    if donor.times != 1 and CONTEXT.multiply(bare.high, _HUNDRED) < donor.high:
        return donor.times
    said_behind = bare.magnitude == 1 and donor.start > bare.start and donor.magnitude >= _THOUSAND
    if said_behind and bare.low < _THOUSAND and CONTEXT.multiply(bare.low, _THOUSAND) < donor.low:
        return donor.magnitude
    return ONE
