"""What a quantity is in another unit, counted as something else, or at a grade: exact arithmetic on its bounds."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import get_args

import attrs

from mineralclaims.errors import BasisError, SettingError, UnitError
from mineralclaims.normalize.decimals import ratio
from mineralclaims.normalize.stoichiometry import convert_basis
from mineralclaims.normalize.units import Ton, Unit, as_ton, convert, parse_unit
from mineralclaims.quantities.model import Quantity, TonReading

_COUNTED = ("mass", "ratio", "density", "grade thickness")
"""The dimensions, also as rates, that can be counted as a substance."""


def converted(quantity: Quantity, unit: str, ton: TonReading) -> Quantity:
    """Return a quantity in another unit; see :meth:`Quantity.to`."""
    readings = _readings(ton)
    if unit == quantity.unit and quantity.ton_kind != "unstated":
        return quantity
    there = as_ton(parse_unit(unit), "metric")
    here, per = _said(quantity), quantity.per
    if per is not None and here.dimension != there.dimension and " per " in there.dimension:
        here, per = attrs.evolve(parse_unit(f"{quantity.unit} per {per}"), ton_kind=here.ton_kind), None

    def bounds(value: Decimal) -> list[Decimal]:
        return [convert(value, as_ton(here, reading), there) for reading in readings]

    low, high = _ends(quantity, bounds)
    return attrs.evolve(quantity, low=low, high=high, unit=there.symbol, per=per, ton_kind=there.ton_kind)


def with_denominator(quantity: Quantity, unit: str, ton: TonReading) -> Quantity:
    """Return a price or rate by another denominator; see :meth:`Quantity.per_unit`."""
    readings = _readings(ton)
    if quantity.per is None:
        raise UnitError(f"{quantity} is by nothing: no denominator to convert")
    there = as_ton(parse_unit(unit), "metric")
    here = parse_unit(quantity.per)
    if quantity.per_ton_kind == "unstated":
        here = attrs.evolve(here, ton_kind="unstated")

    def bounds(value: Decimal) -> list[Decimal]:
        # what one of the new denominator costs: the old one's price, by how many of the old one it is
        return [ratio(value, (convert(1, there, as_ton(here, reading)),), ()) for reading in readings]

    low, high = _ends(quantity, bounds)
    return attrs.evolve(quantity, low=low, high=high, per=there.symbol, per_ton_kind=there.ton_kind)


def contained(ore: Quantity, grade: Quantity, ton: TonReading | None) -> Quantity:
    """Return what a tonnage contains at a grade; see :meth:`Quantity.contained`."""
    amount, part = _said(ore), _said(grade)
    if part.factor is None or amount.factor is None or grade.per is not None:
        raise UnitError(f"{grade.unit!r}{' per ' + grade.per if grade.per else ''} of {ore.unit!r} is no amount of anything")
    if (amount.dimension, part.dimension) not in {("mass", "ratio"), ("volume", "density")}:
        raise UnitError(f"{ore.unit!r} measures {amount.dimension} and {grade.unit!r} {part.dimension}: no tonnage at a grade")
    metal = part.name.partition(" per ")[0]
    whole = parse_unit(metal) if "/" in part.symbol and "×" not in metal else amount
    readings = _tons_of(amount, part, ton) if amount.ton_power and part.ton_power else _readings(ton or ore.ton)

    def bounds(value: Decimal, share: Decimal) -> list[Decimal]:
        units = [(as_ton(amount, reading), as_ton(part, reading), as_ton(whole, reading)) for reading in readings]
        return [
            ratio(value, (share, *_factors(one, other, over=result)), (one.over, other.over, *_factors(result)))
            for one, other, result in units
        ]

    ends = [
        None if value is None or share is None else choose(bounds(value, share))
        for value, share, choose in ((ore.low, grade.low, min), (ore.high, grade.high, max))
    ]
    return Quantity(
        low=ends[0],
        high=ends[1],
        unit=whole.symbol,
        approximate=ore.approximate or grade.approximate,
        per=ore.per,
        ton_kind=whole.ton_kind,
        ton=ore.ton,
    )


def counted_as(quantity: Quantity, target: str, source: str) -> Quantity:
    """Return a quantity counted as another substance; see :meth:`Quantity.to_basis`."""
    dimension = parse_unit(quantity.unit).dimension
    if dimension.partition(" per ")[0] not in _COUNTED:
        raise BasisError(f"{quantity.unit!r} measures {dimension}: only masses and grades are counted as a substance")
    low, high = _ends(quantity, lambda value: [convert_basis(value, source, target)])
    return attrs.evolve(quantity, low=low, high=high)


def _said(quantity: Quantity) -> Unit:
    """Return the unit of a quantity, with the kind of ton that the text said."""
    found = parse_unit(quantity.unit)
    return attrs.evolve(found, ton_kind=quantity.ton_kind) if quantity.ton_kind == "unstated" else found


def _readings(ton: str) -> tuple[Ton, ...]:
    """Return the tons that an unstated one is taken for."""
    if ton not in get_args(TonReading):
        raise SettingError(f"ton is {ton!r}; accepted are {', '.join(get_args(TonReading))}")
    return ("short", "long") if ton == "interval" else (ton,)  # type: ignore[return-value]


def _tons_of(ore: Unit, grade: Unit, ton: TonReading | None) -> tuple[Ton, ...]:
    """Return the tons to reckon with where tons are to cancel; any will do where both are the same."""
    if ore.ton_kind == grade.ton_kind:
        return ("metric",)
    said = f"the tonnage is in {ore.ton_kind} tons, the grade by the {grade.ton_kind} ton"
    if "unstated" not in {ore.ton_kind, grade.ton_kind}:
        raise UnitError(f"{said}: convert one of them first, as in .to('t')")
    if ton is None:
        raise UnitError(f"{said}: say which ton the unstated one is, as in ton='metric'")
    return _readings(ton)


def _ends(quantity: Quantity, bounds: Callable[[Decimal], Iterable[Decimal]]) -> tuple[Decimal | None, Decimal | None]:
    """Return the least that the lower bound becomes, and the most that the upper one does."""
    low = None if quantity.low is None else min(bounds(quantity.low))
    return low, None if quantity.high is None else max(bounds(quantity.high))


def _factors(*units: Unit, over: Unit | None = None) -> tuple[Decimal, ...]:
    """Return the factors of units, and what another one is over."""
    return (*(one.factor for one in units if one.factor is not None), *((over.over,) if over is not None else ()))
