"""Amounts of money in two units: "20 dollars 43 cents", "a dollar and 42 cents", "$20 and 43c", "twenty rupees 43"."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.normalize.currencies import currency, default_code
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.pieces import Piece

_LINKS = frozenset({" ", " and ", ", ", ", and "})
_ENDS = re.compile(r"\s*(?:[.,;)]|\Z)(?! respectively)")
_CENTS = frozenset({"cent", "c"})
_LINK_AT_MOST = 6
_HUNDRED = Decimal(100)


def join_compounds(low: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with amounts in major and minor units joined; ``low`` is the text in lower case."""
    if not any([piece.kind == "money" and _can_lead(low, piece) for piece in pieces]):
        return pieces
    joined: list[Piece] = []
    for piece in pieces:
        whole = joined[-1] if joined else None
        if (
            whole is None
            or not (0 < piece.start - whole.end <= _LINK_AT_MOST)
            or not _can_lead(low, whole)
            or not _follows(low, whole, piece)
        ):
            joined.append(piece)
            continue
        minor = piece.low if piece.kind else CONTEXT.divide(piece.low, _HUNDRED)
        whole.low = whole.high = CONTEXT.add(whole.low, minor)
        whole.end = piece.end
    return joined


def _can_lead(low: str, piece: Piece) -> bool:
    """Return whether a piece is a whole number of major units."""
    if piece.kind != "money" or piece.magnitude != 1 or piece.mark is None or piece.mark.minor:
        return False
    return "." not in low[piece.start : piece.end].strip(".") and not low.startswith("between ", max(0, piece.start - 8))


def _follows(low: str, whole: Piece, piece: Piece) -> bool:
    """Return whether ``piece`` counts the minor units of the same amount."""
    link = low[whole.end : piece.start]
    if link not in _LINKS or not (0 < piece.low < _HUNDRED):
        return False
    if piece.kind == "money" and piece.mark is not None and piece.mark.minor:
        return piece.low < 1 and (piece.mark.noun in _CENTS or piece.mark.noun in _minors(whole) or piece.mark.code == whole.unit)
    if piece.kind or "," in link or piece.magnitude != 1 or not _ENDS.match(low, piece.end):
        return False
    written = low[piece.start : piece.end]
    return piece.worded or (written.isdigit() and len(written) == 2)


def _minors(whole: Piece) -> tuple[str, ...]:
    """Return the names of the minor units of an amount's currency."""
    mark = whole.mark
    if mark is None:
        return ()
    return currency(mark.code or default_code(mark.noun or "")).minors
