"""Magnitudes that stand once behind two numbers: "EUR 3,410 (3,065) million"."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.mentions.magnitudes import magnitude_after
from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.pieces import Piece


def spread_magnitudes(text: str, pieces: list[Piece]) -> None:
    """Multiply an amount of money and the bare number in brackets right behind it with the magnitude that follows the bracket."""
    for first, second in pairwise(pieces):
        if first.kind != "money" or not second.bare or first.magnitude != 1 or second.magnitude != 1:
            continue
        if text[first.end : second.start] not in {" (", "("} or not text.startswith(") ", second.end):
            continue
        magnitude = magnitude_after(text, second.end + 1, money=True)
        if magnitude is None:
            continue
        for piece in (first, second):
            piece.low = tidy(CONTEXT.multiply(piece.low, magnitude.factor))
            piece.high = tidy(CONTEXT.multiply(piece.high, magnitude.factor))
            piece.magnitude = magnitude.factor
        first.cues.append(("magnitude", second.end + 1, magnitude.end))
