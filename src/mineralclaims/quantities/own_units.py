"""Units of an own vocabulary: a number that has no unit of ours gets theirs."""

from __future__ import annotations

from mineralclaims.mentions.own_words import OwnWords
from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.pieces import Piece


def give_units(text: str, pieces: list[Piece], own: OwnWords) -> None:
    """Give bare numbers the own unit that is written behind them; amounts are then in the unit that the vocabulary names for it."""
    for position, piece in enumerate(pieces):
        found = own.unit_at(text, piece.end) if piece.bare else None
        if found is None:
            continue
        known, end = found
        if position + 1 < len(pieces) and pieces[position + 1].start < end:
            continue
        piece.end, piece.unit, piece.kind = end, known.unit, "amount"
        piece.low = piece.high = tidy(CONTEXT.multiply(piece.low, known.times))
        piece.magnitude, piece.times = CONTEXT.multiply(piece.magnitude, known.times), known.times
