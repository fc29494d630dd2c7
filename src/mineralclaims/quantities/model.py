"""A quantity and its mention: what every later stage works on."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

import attrs

from mineralclaims.normalize.units import TonKind
from mineralclaims.spans import Span

__all__ = ["Kind", "Quantity", "QuantityMention", "SettledBy", "TonKind", "TonReading"]

Kind = Literal["money", "percent", "amount", "multiple"]
TonReading = Literal["metric", "short", "long", "interval"]
"""What an unstated ton converts as: one ton, or both ends of the interval from the short to the long ton."""

SettledBy = Literal["text", "country", "amounts", "commodity", "setting", "default"]
"""What settles a unit or currency that its own words leave open."""


@attrs.frozen
class Quantity:
    """A number or a range of numbers with its unit.

    Attributes:
        low: the lower bound in ``unit``, or None where only an upper bound is said ("up to 10%").
        high: the upper bound in ``unit``, or None where only a lower bound is said ("more than 10%").
        unit: ``%``, ``pp``, ``bp``, ``x``, an ISO 4217 code, or a unit symbol of ``mineralclaims.units``.
        approximate: whether the text says about, around, nearly, some …
        per: the denominator of a rate (``year``, ``day``, ``t``, ``1000 m3`` …) or None.
        ton_kind: which ton the words of the text settle, for units said in tons: ``metric``, ``short``, ``long``, or
            ``unstated`` for a ton that is ``t`` in ``unit`` because no word says which it is; not compared.
        per_ton_kind: which ton the denominator is, likewise; not compared.
        ton: what an unstated ton converts as, unless :meth:`to` is told: the setting of the extractor; not compared.
        settled_by: what settled a unit that its own words leave open, such as "$", "pesos", "ounces", "MT": ``text`` (other words
            of the text say it), ``country`` (that the text names), ``amounts`` (others of the text), ``commodity``, ``setting`` (of
            the extractor), ``default``; None where the words say it themselves; not compared.

    Raises:
        TypeError: a bound is neither a ``Decimal`` nor None.
    """

    low: Decimal | None = attrs.field()
    high: Decimal | None = attrs.field()
    unit: str
    approximate: bool = False
    per: str | None = None
    ton_kind: TonKind | None = attrs.field(default=None, eq=False)
    per_ton_kind: TonKind | None = attrs.field(default=None, eq=False, repr=False)
    ton: TonReading = attrs.field(default="metric", eq=False, repr=False)
    settled_by: SettledBy | None = attrs.field(default=None, eq=False, repr=False)

    @low.validator
    @high.validator
    def _is_exact(self, field: attrs.Attribute[Decimal | None], bound: object) -> None:
        if bound is not None and not isinstance(bound, Decimal):
            raise TypeError(f"{field.name} is a Decimal or None, not {type(bound).__name__}")

    def to(self, unit: str, *, ton: TonReading | None = None) -> Quantity:
        """Return the same quantity in another unit of the same dimension, exactly.

        A rate converts into one that its unit says: barrels with ``per="day"`` into ``"kb/d"``.

        Args:
            unit: a unit symbol, name or spelling, such as ``"t"`` or ``"troy ounces"``.
            ton: what a ton is taken for that the text leaves open: ``metric``, ``short``, ``long``, or ``interval``, which
                gives the bounds that hold whichever it is; the setting of the extractor if None.

        Raises:
            UnitError: the two units measure different things.
            UnknownUnitError: a unit that no table knows, or a currency.
            SettingError: ``ton`` is none of the four.
        """
        from mineralclaims.quantities.conversion import converted  # noqa: PLC0415 - built on this module

        return converted(self, unit, ton or self.ton)

    def per_unit(self, unit: str, *, ton: TonReading | None = None) -> Quantity:
        """Return the same price or rate by another denominator: dollars a tonne as dollars a pound.

        Args:
            unit: the denominator wanted, such as ``"lb"``, ``"1000 m3"`` or ``"MMBtu"``.
            ton: what a ton of the denominator is taken for that the text leaves open; the setting of the extractor if None.

        Raises:
            UnitError: this has no denominator, or one of something else.
            UnknownUnitError: a unit that no table knows.
            SettingError: ``ton`` is none of the four.
        """
        from mineralclaims.quantities.conversion import with_denominator  # noqa: PLC0415 - built on this module

        return with_denominator(self, unit, ton or self.ton)

    def contained(self, grade: Quantity, *, ton: TonReading | None = None) -> Quantity:
        """Return what this tonnage (or volume) of ore contains at a grade: metal in the unit that the grade counts it in.

        Tons cancel: five million tons at two grams per ton are ten million grams, whichever ton it is. Where one ton is stated
        and the other is not, or the two differ, nothing is guessed.

        Args:
            grade: a grade such as 1.2 %, 2.1 g/t or 600 mg/L; bounds go with bounds.
            ton: what an unstated ton is taken for where the other one is stated; None refuses that.

        Raises:
            UnitError: no grade, no tonnage, two kinds of ton, or a ton unstated where the other is stated.
            SettingError: ``ton`` is none of the four.
        """
        from mineralclaims.quantities.conversion import contained  # noqa: PLC0415 - built on this module

        return contained(self, grade, ton)

    def to_basis(self, target: str, source: str) -> Quantity:
        """Return a mass or grade that is counted as one substance counted as another, by stoichiometry.

        Args:
            target: what to count: an element (``"Li"``), a formula (``"Li2O"``) or a name of the trade (``"LCE"``).
            source: what is counted now, likewise.

        Raises:
            BasisError: one of the two is unknown or a mixture, they share no element, or this is neither mass nor grade.
        """
        from mineralclaims.quantities.conversion import counted_as  # noqa: PLC0415 - built on this module

        return counted_as(self, target, source)

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
