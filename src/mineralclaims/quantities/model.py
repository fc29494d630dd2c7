"""A quantity and its mention: what every later stage works on."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from mineralclaims.normalize.units import convert
from mineralclaims.spans import Span

Kind = Literal["money", "percent", "amount", "multiple"]
TonKind = Literal["metric", "short", "long", "unstated"]


@attrs.frozen
class Quantity:
    """A number or a range of numbers with its unit.

    Attributes:
        low: the lower bound in ``unit``, or None where only an upper bound is said ("up to 10%").
        high: the upper bound in ``unit``, or None where only a lower bound is said ("more than 10%").
        unit: ``%``, ``pp``, ``bp``, ``x``, an ISO 4217 code, or a unit symbol of :mod:`mineralclaims.units`.
        approximate: whether the text says about, around, nearly, some …
        per: the denominator of a rate (``year``, ``day``, ``t``, ``1000 m3`` …) or None.
        ton_kind: which ton the words of the text settle, for units of mass said in tons; not compared.
    """

    low: Decimal | None
    high: Decimal | None
    unit: str
    approximate: bool = False
    per: str | None = None
    ton_kind: TonKind | None = attrs.field(default=None, eq=False)

    def to(self, unit: str) -> Quantity:
        """Return the same quantity in another unit of the same dimension.

        Args:
            unit: a unit symbol or name, such as ``"t"`` or ``"troy ounces"``.

        Raises:
            UnitError: the two units measure different things.
            UnknownUnitError: a unit that no table knows.
        """
        low = None if self.low is None else convert(self.low, self.unit, unit)
        high = None if self.high is None else convert(self.high, self.unit, unit)
        return attrs.evolve(self, low=low, high=high, unit=unit)

    def __str__(self) -> str:
        """Return the quantity as a person would write it, such as ``≈ 25–50 %``."""
        if self.low is None:
            number = f"≤ {_plain(self.high)}"
        elif self.high is None:
            number = f"≥ {_plain(self.low)}"
        elif self.low == self.high:
            number = _plain(self.low)
        else:
            number = f"{_plain(self.low)}–{_plain(self.high)}"
        return f"{'≈ ' if self.approximate else ''}{number} {self.unit}{f' per {self.per}' if self.per else ''}"


def _plain(number: Decimal | None) -> str:
    """Return a number without exponent, with separators for thousands."""
    return "?" if number is None else f"{number:,f}"


@attrs.frozen
class QuantityMention:
    """A quantity where the text says it, whether or not it is a claim.

    Attributes:
        span: the quantity expression, without qualifiers and without "per year".
        text: the expression, verbatim.
        quantity: what it says.
        kind: ``money``, ``percent``, ``amount`` or ``multiple``.
        around: the expression with its qualifiers and denominator ("up to … per year").
        cues: the words that gave bounds, approximation and denominator, as (field, span) pairs.
    """

    span: Span
    text: str
    quantity: Quantity
    kind: Kind
    around: Span = attrs.field(eq=False, repr=False)
    cues: tuple[tuple[str, Span], ...] = attrs.field(default=(), eq=False, repr=False)
