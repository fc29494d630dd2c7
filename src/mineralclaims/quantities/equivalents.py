"""Barrels that some words away say to be of oil equivalent: "12,400 barrels a day of oil equivalent"."""

from __future__ import annotations

import re

from mineralclaims.quantities.pieces import Piece

_EQUIVALENT = re.compile(
    r"(?:\s+(?:an?|per)\s+day)?,?\s+(?:of\s+(?:(?:recoverable|proved|proven|probable|contingent|net|gross)\s+)?|on\s+an?\s+|in\s+)"
    r"oil[\s-]equivalent",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\boil[\s-]equivalent of (?:about |around |some |nearly |over )?\Z", re.IGNORECASE)
_WITHIN = 48


def settle_barrels(text: str, pieces: list[Piece]) -> None:
    """Make barrels of oil equivalent of those that the words around say to be some, and of what goes on from them."""
    if "quivalent" not in text:
        return
    found: set[int] = set()
    for piece in pieces:
        if piece.unit != "bbl" or piece.kind != "amount":
            continue
        if (
            id(piece.donor) in found
            or _EQUIVALENT.match(text, piece.end)
            or _BEFORE.search(text, max(0, piece.start - _WITHIN), piece.start)
        ):
            piece.unit = "boe"
            found.add(id(piece))
