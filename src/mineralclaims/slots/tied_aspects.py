"""The aspect that a number has from the one it is tied to: "revenue rose to $5bn from $4bn", "petrol (12%), diesel (9%)"."""

from __future__ import annotations

from mineralclaims.claims.decide import ASPECTED
from mineralclaims.claims.reading import Reading
from mineralclaims.slots.ties import in_brackets, tie

_ASPECTED = ASPECTED - {"change"}
_OF_ONE_MEASURE = frozenset({"from", "against", "to", "at", "("})


def tied_aspect(reading: Reading, position: int, claim_type: str, before: tuple[str, str | None]) -> str | None:
    """Return the aspect of a claim that only goes on from the one before it, or None where it stands for itself.

    Args:
        reading: the sentence.
        position: the quantity.
        claim_type: its type.
        before: type and aspect of the quantity before it in the sentence.
    """
    if before[0] != claim_type or claim_type not in _ASPECTED or not position:
        return None
    one, other = reading.quantities[position - 1].quantity, reading.quantities[position].quantity
    link = tie(reading, position)
    if one.unit == other.unit and (link in _OF_ONE_MEASURE or (link == "or" and one.per == other.per)):
        return before[1]
    return before[1] if claim_type == "share" and in_brackets(reading, reading.at[position]) else None
