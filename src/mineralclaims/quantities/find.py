"""From a text to its quantities: one call a step."""

from __future__ import annotations

import re

from mineralclaims.mentions.anchors import lower
from mineralclaims.normalize.decimals import MAX_DIGITS
from mineralclaims.quantities.bounds import attach
from mineralclaims.quantities.compounds import join_compounds
from mineralclaims.quantities.currency_context import settle_currencies
from mineralclaims.quantities.elided import share_units
from mineralclaims.quantities.grades import find_grades
from mineralclaims.quantities.model import Quantity, QuantityMention
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.ranges import join_ranges
from mineralclaims.quantities.shared import share_denominators
from mineralclaims.quantities.tables import fill_tables
from mineralclaims.quantities.tons import settle_tons
from mineralclaims.quantities.reading import pieces
from mineralclaims.spans import Span
from mineralclaims.text.lookalikes import fold
from mineralclaims.text.sentences import sentence_spans

_PRECIOUS = re.compile(r"\b(?:gold|silver|platinum|palladium|rhodium|bullion|PGMs?|PGEs?|troy|dor[eé]|AuEq|Au|Ag)\b", re.IGNORECASE)
_URL = re.compile(r"(?:https?://|www\.)\S{1,400}")


def find_quantities(text: str) -> tuple[QuantityMention, ...]:
    """Return every money amount, percentage, amount with a unit and multiple of the text, in order.

    Args:
        text: any string; offsets of the result are code points of it.

    Raises:
        TypeError: ``text`` is no ``str``.
    """
    if not isinstance(text, str):
        message = f"find_quantities wants a str, not {type(text).__name__}"
        raise TypeError(message)
    folded = fold(text)
    return mentions_in(text, folded, [end for _, end in sentence_spans(folded)])


def mentions_in(text: str, folded: str, sentence_ends: list[int]) -> tuple[QuantityMention, ...]:
    """Return the quantities of a text whose folded form and sentence ends are known."""
    low = lower(folded)
    found = pieces(folded, low)
    if not found:
        return ()
    found = join_ranges(low, join_compounds(low, found))
    fill_tables(folded, found)
    found = share_units(folded, low, found, sentence_ends)
    attach(folded, low, found)
    share_denominators(low, found, sentence_ends)
    find_grades(folded, found)
    settle_currencies(folded, found)
    settle_tons(folded, found)
    precious = bool(_PRECIOUS.search(folded)) if any(piece.unit == "oz" or piece.per == "oz" for piece in found) else False
    urls = [match.span() for match in _URL.finditer(folded)] if "://" in folded or "www." in folded else []
    return tuple(_mention(text, piece, precious=precious) for piece in found if _keeps(piece, urls))


def _keeps(piece: Piece, urls: list[tuple[int, int]]) -> bool:
    """Return whether a piece is a quantity: not inside an address, and of a size that we vouch for."""
    if len(piece.low.as_tuple().digits) > MAX_DIGITS or len(piece.high.as_tuple().digits) > MAX_DIGITS:
        return False
    return not any(start <= piece.start < end for start, end in urls)


def _mention(text: str, piece: Piece, *, precious: bool) -> QuantityMention:
    """Return a piece as the public mention."""
    unit = "oz_t" if piece.unit == "oz" and precious else piece.unit
    per = "oz_t" if piece.per == "oz" and precious else piece.per
    quantity = Quantity(
        low=None if piece.high_only else piece.low,
        high=None if piece.low_only else piece.high,
        unit=unit,
        approximate=piece.approximate,
        per=per,
        ton_kind=piece.ton_kind,  # type: ignore[arg-type]
    )
    return QuantityMention(
        span=Span(piece.start, piece.end),
        text=text[piece.start : piece.end],
        quantity=quantity,
        kind=piece.kind,  # type: ignore[arg-type]
        around=Span(piece.around_start, piece.around_end),
        cues=tuple((field, Span(start, end)) for field, start, end in piece.cues),
    )
