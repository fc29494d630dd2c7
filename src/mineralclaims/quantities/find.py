"""From a text to its quantities: one call a step."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

import attrs

from mineralclaims.mentions.line_breaks import lower, unwrapped
from mineralclaims.mentions.own_words import OwnWords
from mineralclaims.normalize.decimals import MAX_DIGITS
from mineralclaims.quantities.bounds import attach
from mineralclaims.quantities.compounds import join_compounds
from mineralclaims.quantities.currency_context import settle_currencies
from mineralclaims.quantities.elided import share_units
from mineralclaims.quantities.equivalents import settle_barrels
from mineralclaims.quantities.grades import find_grades
from mineralclaims.quantities.heading_units import fill_below_headings
from mineralclaims.quantities.magnitudes_behind import spread_magnitudes
from mineralclaims.quantities.model import Quantity, QuantityMention
from mineralclaims.quantities.own_units import give_units
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.ranges import join_ranges
from mineralclaims.quantities.reading import pieces
from mineralclaims.quantities.shared import share_denominators
from mineralclaims.quantities.tables import fill_tables
from mineralclaims.quantities.tons import settle_tons
from mineralclaims.spans import Span
from mineralclaims.text.entities import Decoded, decoded
from mineralclaims.text.lookalikes import fold
from mineralclaims.text.sentences import sentence_spans

_PRECIOUS = re.compile(
    r"\b(?:gold|silver|platinum|palladium|rhodium|bullion|PGMs?|PGEs?|troy|dor[eé]|(?:U\.?S\.?|Perth|Royal(?: Canadian)?) Mint|American Eagle|Krugerrands?|AISC|all-in|mines|the mine|mining|miners?|ore|AuEq|Au|Ag)\b",
    re.IGNORECASE,
)
_DEAR = 500
"""An ounce of nothing but a precious metal costs as much."""
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
    plain = decoded(text)
    return _found(text) if plain is None else tuple(_restored(mention, text, plain) for mention in _found(plain.text))


def _found(text: str) -> tuple[QuantityMention, ...]:
    """Return the quantities of a text without entities."""
    folded = fold(text)
    return mentions_in(text, folded, [end for _, end in sentence_spans(folded)])


def _restored(mention: QuantityMention, text: str, plain: Decoded) -> QuantityMention:
    """Return a mention with its places in the text as it was given, with entities."""
    place, around = (Span(plain.source(span.start), plain.source(span.end)) for span in (mention.span, mention.around))
    cues = tuple((field, Span(plain.source(cue.start), plain.source(cue.end))) for field, cue in mention.cues)
    return attrs.evolve(mention, span=place, text=place.of(text), around=around, cues=cues)


def mentions_in(
    text: str,
    folded: str,
    sentence_ends: list[int],
    country: str | None = None,
    own: OwnWords | None = None,
    year: int | None = None,
) -> tuple[QuantityMention, ...]:
    """Return the quantities of a text whose folded form and sentence ends are known.

    Args:
        text: the text.
        folded: its folded form.
        sentence_ends: where its sentences end.
        country: the ISO 3166 code of the country whose money a mark means that nothing in the text settles.
        own: the words of an own vocabulary, whose units count too.
        year: the year of the text, if known, which tells which "Turkish lira" is meant.
    """
    folded = unwrapped(folded, sentence_ends)
    low = lower(folded)
    found = pieces(folded, low)
    if not found:
        return ()
    if own is not None and own.unit_pattern is not None:
        give_units(folded, found, own)
    found = join_ranges(low, join_compounds(low, found))
    spread_magnitudes(folded, found)
    fill_tables(folded, found)
    fill_below_headings(folded, low, found)
    found = share_units(folded, low, found, sentence_ends)
    found = attach(folded, low, found)
    share_denominators(low, found, sentence_ends)
    find_grades(folded, found)
    settle_currencies(folded, found, country, year)
    settle_tons(folded, found)
    settle_barrels(folded, found)
    precious = any([piece.unit == "oz" or piece.per == "oz" for piece in found]) and _are_troy(folded, found)
    addresses = list(_URL.finditer(folded)) if "://" in folded or "www." in folded else []
    return tuple([_mention(text, piece, precious=precious) for piece in _outside(found, addresses) if _is_short(piece)])


def _are_troy(folded: str, pieces: list[Piece]) -> bool:
    """Return whether the ounces of a text are troy ounces: it names precious metals or a mine, or asks a price like theirs."""
    return bool(_PRECIOUS.search(folded)) or any(
        piece.unit == "g/t" or (piece.per == "oz" and piece.kind == "money" and piece.low >= _DEAR) for piece in pieces
    )


def _outside(pieces: list[Piece], addresses: list[re.Match[str]]) -> list[Piece]:
    """Return the pieces that do not stand inside an address."""
    if not addresses:
        return pieces
    starts = [address.start() for address in addresses]
    behind = [bisect_right(starts, piece.start) for piece in pieces]
    return [piece for piece, index in zip(pieces, behind, strict=True) if not index or piece.start >= addresses[index - 1].end()]


def _is_short(piece: Piece) -> bool:
    """Return whether a quantity has no more digits than we vouch for."""
    return _has_few_digits(piece.low) and (piece.high is piece.low or _has_few_digits(piece.high))


def _has_few_digits(value: Decimal) -> bool:
    """Return whether a value has no more digits than we vouch for; as it is written it has no fewer characters."""
    return len(str(value)) <= MAX_DIGITS or len(value.as_tuple().digits) <= MAX_DIGITS


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
        per_ton_kind=piece.per_ton_kind if per is not None else None,  # type: ignore[arg-type]
        settled_by=piece.settled_by or ("commodity" if unit != piece.unit else None),
    )
    span = Span(piece.start, piece.end)
    alone = piece.around_start == piece.start and piece.around_end == piece.end
    return QuantityMention(
        span=span,
        text=text[piece.start : piece.end],
        quantity=quantity,
        kind=piece.kind,  # type: ignore[arg-type]
        around=span if alone else Span(piece.around_start, piece.around_end),
        cues=tuple([(field, Span(start, end)) for field, start, end in piece.cues]),
    )
