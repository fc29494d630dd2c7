"""Which ton an unstated "ton" is: the words of the text decide, else it stays unstated."""

from __future__ import annotations

from mineralclaims.quantities.pieces import Piece

_UNITS = {"short": "short_ton", "long": "long_ton"}


def settle_tons(text: str, pieces: list[Piece]) -> None:
    """Let "short tons" (or "long tons") hold for the later plain "tons" of the same text; "tonnes" stay what they are."""
    kind: str | None = None
    for piece in pieces:
        if piece.unit in _UNITS.values():
            kind = "short" if piece.unit == "short_ton" else "long"
        elif piece.ton_kind == "unstated" and kind is not None and piece.unit == "t":
            piece.unit, piece.ton_kind = _UNITS[kind], kind
        elif piece.per_ton_kind == "unstated" and kind is not None and piece.per == "t":
            piece.per = _UNITS[kind]
