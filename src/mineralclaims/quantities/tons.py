"""Which ton an unstated "ton" is, and whether "MT" is a million tonnes: the words of the text decide."""

from __future__ import annotations

import re
from decimal import Decimal

import attrs

from mineralclaims.mentions.countries import countries
from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.model import QuantityMention, TonReading
from mineralclaims.quantities.pieces import Piece

_UNITS = {"short": "short_ton", "long": "long_ton"}
_MEGATONS = frozenset({"MT", "mt", "MTs"})
_MILLION = Decimal(10**6)
_MILLIONS_BELOW = 2000
_GOODS = r"(?:[a-z]+ )?(?:coal|lignite|iron ore|cement|steel|crude|limestone|bauxite|LNG|petroleum products)\b"
_BULK = re.compile(
    rf"[0-9] ?(?:MTs?|mt) of {_GOODS}|\b(?:exports?|imports?|production|output|consumption) of {_GOODS}[^;\n]{{0,60}}?[0-9.] ?MTs?\b"
)
"""Goods that no paper counts by the tonne."""
_ALL_TONS = re.compile(r"\b[Aa]ll (?:references to )?tons\b[^.\n]{0,60}?\b(short|long) tons\b")
"""What says which ton all tons of a text are: "all tons in this release are short tons"."""
_INDIAN = re.compile(r"\b(?:crore|lakh|Rs|FY[0-9]{2,4}|per cent)\b|₹")


def settle_tons(text: str, pieces: list[Piece]) -> None:
    """Let "short tons" (or "long tons") hold for the later plain "tons" of the same text, and read "MT"."""
    stated = _ALL_TONS.search(text) if "ll tons" in text or "ll references to tons" in text else None
    kind: str | None = stated.group(1) if stated is not None else None
    millions: bool | None = None
    for piece in pieces:
        if piece.unit in _UNITS.values():
            kind = "short" if piece.unit == "short_ton" else "long"
        elif piece.per in _UNITS.values() and piece.unit != "t":
            kind = "short" if piece.per == "short_ton" else "long"
        elif piece.ton_kind == "unstated" and kind is not None and piece.unit == "t":
            piece.unit, piece.ton_kind, piece.settled_by = _UNITS[kind], kind, "text"
        elif piece.per_ton_kind == "unstated" and kind is not None and piece.per == "t":
            piece.per, piece.per_ton_kind = _UNITS[kind], kind
        elif piece.unit == "t" and piece.magnitude == 1 and text[piece.end - 3 : piece.end].strip(" 0123456789") in _MEGATONS:
            millions = _counts_millions(text) if millions is None else millions
            if millions and piece.high < _MILLIONS_BELOW:
                piece.settled_by = "text"
                piece.low, piece.high = (
                    tidy(CONTEXT.multiply(piece.low, _MILLION)),
                    tidy(CONTEXT.multiply(piece.high, _MILLION)),
                )


def with_ton(mentions: tuple[QuantityMention, ...], ton: TonReading) -> tuple[QuantityMention, ...]:
    """Return the quantities with what their unstated tons convert as."""
    return tuple(
        attrs.evolve(mention, quantity=attrs.evolve(mention.quantity, ton=ton))
        if "unstated" in {mention.quantity.ton_kind, mention.quantity.per_ton_kind}
        else mention
        for mention in mentions
    )


def _counts_millions(text: str) -> bool:
    """Return whether "MT" of this text is a million tonnes, as Indian papers write."""
    return bool(_INDIAN.search(text) or _BULK.search(text)) and "IN" in countries(text)
