"""A number with what is written right around it, before ranges, bounds and denominators are put together."""

from __future__ import annotations

from decimal import Decimal

import attrs

from mineralclaims.normalize.currencies import Mark


@attrs.define
class Piece:
    """One number with its unit, or a bare number (``kind`` is empty) that may turn out to share a neighbour's."""

    start: int
    end: int
    low: Decimal
    high: Decimal
    magnitude: Decimal = Decimal(1)
    unit: str = ""
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
    worded: bool = False
    prefixed: bool = False
    grouped: bool = False
    own_qualifier: bool = False
    elided: bool = False
    cues: list[tuple[str, int, int]] = attrs.Factory(list)

    @property
    def bare(self) -> bool:
        """Return whether the number has no unit of its own."""
        return not self.kind
