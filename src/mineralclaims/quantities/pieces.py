"""What one number says with what is written right around it, before ranges and bounds are put together."""

from __future__ import annotations

from decimal import Decimal

import attrs

from mineralclaims.normalize.currencies import Mark
from mineralclaims.quantities.model import SettledBy

ONE = Decimal(1)


@attrs.define(eq=False)
class Piece:
    """One number with its unit, or a bare number (``kind`` is empty) that may turn out to share a neighbour's.

    Attributes:
        start: where it begins.
        end: where it ends.
        low: its lower bound, the magnitude multiplied out.
        high: its upper bound.
        magnitude: the magnitude that is written with it.
        unit: its unit; of money whose mark several currencies share, the noun until the text has settled it.
        times: how many of ``unit`` the written unit is ("kt": 1000 t).
        kind: as in ``QuantityMention.kind``, or "" where the number is bare.
        mark: the currency mark.
        per: the denominator.
        ton_kind: which ton the unit is, as far as its words say.
        per_ton_kind: which ton the denominator is.
        around_start: where the expression with its qualifiers begins; -1 until that is known.
        around_end: where the expression with its qualifiers and denominator ends.
        low_only: whether the number is a lower bound only.
        high_only: whether it is an upper bound only.
        approximate: whether it is an approximation.
        lettered: whether its magnitude is written in letters ("8.2m", "3bn").
        worded: whether it is written in words.
        prefixed: whether the currency stands before the number.
        grouped: whether its thousands are set off.
        own_qualifier: whether a qualifier stands at it.
        donor: the neighbour whose unit it shares.
        settled_by: what settled a unit that its own words leave open, as in ``Quantity.settled_by``.
        cues: the words that settled a field, as (field, start, end).
    """

    start: int
    end: int
    low: Decimal
    high: Decimal
    magnitude: Decimal = ONE
    unit: str = ""
    times: Decimal = ONE
    kind: str = ""
    mark: Mark | None = None
    per: str | None = None
    ton_kind: str | None = None
    per_ton_kind: str | None = None
    around_start: int = -1
    around_end: int = -1
    low_only: bool = False
    high_only: bool = False
    approximate: bool = False
    lettered: bool = False
    worded: bool = False
    prefixed: bool = False
    grouped: bool = False
    own_qualifier: bool = False
    donor: Piece | None = None
    settled_by: SettledBy | None = None
    cues: list[tuple[str, int, int]] = attrs.Factory(list)

    @property
    def bare(self) -> bool:
        """Return whether the number has no unit of its own."""
        return not self.kind

    @property
    def single(self) -> bool:
        """Return whether it is one number, no range."""
        return self.low is self.high or self.low == self.high
