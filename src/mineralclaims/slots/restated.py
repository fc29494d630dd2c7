"""The same amount said again in another unit or currency: "$186m (£97m)", "500 rupees ($11.30; £5.80)", "5 tonnes (160,000 ounces)"."""

from __future__ import annotations

import re

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.quantities.model import QuantityMention

_KINDS = frozenset({"money", "amount"})
_REACH = 40
_OPENS = re.compile(
    r"(?:\s(?:a|an|per)\s[a-z]{1,12}|/[a-z]{1,6}|\s[a-z]{1,12}){0,3}\s?\("
    r"(?:(?:or|about|around|some|approximately|roughly|nearly|almost|equivalent to|equal to)\s|[~≈=]\s?)*"
)
_GOES_ON = re.compile(r"\s?[;,/]\s?(?:or\s)?|\sor\s")


def restates(reading: Reading, position: int, *, goes_on: bool) -> bool:
    """Return whether a quantity of a sentence only says the one before it in another unit, in the brackets behind it.

    Args:
        reading: the sentence.
        position: the quantity.
        goes_on: whether the quantity before it restates one too, so that the brackets are open.
    """
    if not position or not _alike(reading.quantities[position - 1], reading.quantities[position]):
        return False
    between = _between(reading, position)
    if _OPENS.fullmatch(between):
        return True
    return goes_on and _GOES_ON.fullmatch(between) is not None


def _alike(one: QuantityMention, other: QuantityMention) -> bool:
    """Return whether two quantities can be the same amount in two units."""
    units = {one.quantity.unit, other.quantity.unit}
    return one.kind == other.kind and one.kind in _KINDS and len(units) > 1 and GRADE_UNITS.isdisjoint(units)


def _between(reading: Reading, position: int) -> str:
    """Return the text between a quantity and the one before it; "" where it is too long to matter."""
    start, end = reading.quantities[position - 1].span.end, reading.quantities[position].span.start
    return reading.document.folded[start:end] if end - start <= _REACH else ""
