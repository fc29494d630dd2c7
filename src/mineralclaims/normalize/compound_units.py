"""Units put together from those of the lexicon: multiples, rates, quotients, and what the long tail took apart."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal
from functools import reduce
from types import MappingProxyType
from typing import NamedTuple

import attrs

from mineralclaims.normalize import long_tail
from mineralclaims.normalize.decimals import CONTEXT, ratio
from mineralclaims.normalize.unit_table import ONE, Form, TonKind, Unit, units

Known = Callable[[str], Unit | None]
"""Gives the unit of a symbol, name or spelling."""


class _Period(NamedTuple):
    """A denominator of rates: the period that it is counted in, how many (over how many) make it so, its UCUM code."""

    counted_in: str
    times: Decimal
    over: Decimal
    ucum: str


_PERIODS: Mapping[str, _Period] = MappingProxyType(
    {
        "second": _Period("day", Decimal(86400), ONE, "s"),
        "minute": _Period("day", Decimal(1440), ONE, "min"),
        "hour": _Period("day", Decimal(24), ONE, "h"),
        "day": _Period("day", ONE, ONE, "d"),
        "week": _Period("day", ONE, Decimal(7), "wk"),
        "month": _Period("year", Decimal(12), ONE, "mo"),
        "quarter": _Period("year", Decimal(4), ONE, ""),
        "year": _Period("year", ONE, ONE, "a"),
    }
)
_COUNTED_IN = (" per day", " per year")
_PERIOD_WORDS: Mapping[str, str] = MappingProxyType(
    {word: period for period in _PERIODS for word in (period, f"{period}s")}
    | {"h": "hour", "hr": "hour", "d": "day", "wk": "week", "mo": "month", "y": "year", "yr": "year", "a": "year"}
    | {"annum": "year", "s": "second", "sec": "second", "min": "minute"}
)
_NUMBER_WORDS: Mapping[str, int] = MappingProxyType(
    {"hundred": 2, "thousand": 3, "lakh": 5, "million": 6, "crore": 7, "billion": 9, "trillion": 12}
)
_QUOTIENT = re.compile(r"(.{1,60})(?:/| per | an? )([^/]{1,40})")
_MULTIPLE = re.compile(r"(\d{1,3}(?:,\d{3}){1,6}|\d{1,18}|[a-z]{4,8}) (.{1,60})", re.IGNORECASE)
_CANCELLED = {("mass", "mass"): "ratio", ("volume", "volume"): "ratio", ("mass", "volume"): "density"}


def of_form(form: Form, written: str) -> Unit:
    """Return the unit of a spelling, with its multiple, its rate and its kind of ton."""
    found = attrs.evolve(units()[form.unit], ton_kind=form.ton_kind)
    if form.times != ONE:
        found = _times(found, form.times, written)
    return _rate(found, form.per, written) if form.per else found


def of_words(written: str, known: Known) -> Unit | None:
    """Return the unit of words such as ``"million tonnes per annum"``, ``"GJ/t"``, ``"1000 m3"``; None if it is none."""
    if split := _QUOTIENT.fullmatch(written):
        above, below = known(split[1]), split[2]
        if above is None:
            return None
        if period := _PERIOD_WORDS.get(below.lower()):
            return _rate(above, period, written) if " per " not in above.dimension else None
        divisor = known(below)
        return _quotient(above, divisor, written) if divisor is not None and not divisor.dimension.endswith(_COUNTED_IN) else None
    if (split := _MULTIPLE.fullmatch(written)) and not split[2][0].isdigit():
        exponent = _NUMBER_WORDS.get(split[1].lower())
        digits = split[1].replace(",", "")
        number = Decimal(10**exponent) if exponent else Decimal(digits) if digits.isdecimal() else None
        found = known(split[2])
        return _times(found, number, written) if found is not None and number else None
    return None


def of_parts(rare: long_tail.RareUnit, known: Known) -> Unit | None:
    """Return the unit that the long tail took apart, with factors of our own only; None where it says too little."""
    parts = [(known(name), power) for name, power in rare.parts]
    ours = [(part, power) for part, power in parts if part is not None and part.factor is not None]
    if len(ours) < len(parts):
        if rare.dimension is None:
            return None
        return Unit(rare.symbol, rare.name, rare.dimension, None, source="quantulum3: no factor")
    above = [(part.factor if power > 0 else part.over, abs(power)) for part, power in ours]
    below = [(part.over if power > 0 else part.factor, abs(power)) for part, power in ours]
    dimension = rare.dimension or _compound([(part.dimension, power) for part, power in ours])
    source = "product of our own factors; taken apart by quantulum3"
    return Unit(rare.symbol, rare.name, dimension, _product(above), source=source, over=_product(below))


def _times(one: Unit, number: Decimal, written: str) -> Unit:
    """Return a multiple of a unit."""
    factor = None if one.factor is None else ratio(one.factor, (number,), ())
    exponent = number.normalize(CONTEXT).as_tuple()
    power = exponent.digits == (1,)
    size = f"10*{exponent.exponent}" if power else f"{number:f}" if number == number.to_integral_value() else ""
    ucum = f"{size}.{one.ucum}" if size and one.ucum else ""
    return attrs.evolve(one, symbol=written, name=f"{number:,f} × {one.name}", factor=factor, ucum=ucum, qudt="")


def _rate(one: Unit, period: str, written: str) -> Unit:
    """Return an amount in a period as a rate, counted per day or per year."""
    counted = _PERIODS[period]
    return attrs.evolve(
        one,
        symbol=written,
        name=f"{one.name} per {period}",
        dimension=f"{one.dimension} per {counted.counted_in}",
        factor=None if one.factor is None else ratio(one.factor, (counted.times,), ()),
        over=CONTEXT.multiply(one.over, counted.over),
        ucum=f"{one.ucum}/{counted.ucum}" if one.ucum and counted.ucum else "",
        qudt="",
    )


def _quotient(above: Unit, below: Unit, written: str) -> Unit:
    """Return one unit in another; of two tons the one counts whose kind is open, and equal ones cancel."""
    tons = [(above.ton_kind, above.ton_power), (below.ton_kind, -below.ton_power)]
    unstated = sum(power for kind, power in tons if kind == "unstated")
    stated = [(kind, power) for kind, power in tons if power and kind != "unstated"]
    one_kind: tuple[TonKind | None, int] = stated[0] if len(stated) == 1 else (None, 0)
    kind, power = ("unstated", unstated) if unstated else one_kind
    sizes = above.factor, below.factor
    factor = None if sizes[0] is None or sizes[1] is None else ratio(sizes[0], (below.over,), ())
    plain = "." not in below.ucum and "/" not in below.ucum
    return Unit(
        symbol=written,
        name=f"{above.name} per {below.name}",
        dimension=_CANCELLED.get((above.dimension, below.dimension), f"{above.dimension} per {below.dimension}"),
        factor=factor,
        over=ONE if sizes[1] is None else CONTEXT.multiply(above.over, sizes[1]),
        ucum=f"{above.ucum}/{below.ucum if plain else f'({below.ucum})'}" if above.ucum and below.ucum else "",
        source="; ".join(dict.fromkeys([above.source, below.source])),
        ton_kind=kind,
        ton_power=power,
    )


def _compound(parts: list[tuple[str, int]]) -> str:
    """Return the dimension of a product of powers, such as "mass per area"."""
    above = sorted(f"{name}^{power}" if power > 1 else name for name, power in parts if power > 0)
    below = sorted(f"{name}^{-power}" if power < -1 else name for name, power in parts if power < 0)
    return " per ".join(filter(None, ["·".join(above), "·".join(below)]))


def _product(factors: Iterable[tuple[Decimal | None, int]]) -> Decimal:
    return reduce(CONTEXT.multiply, (factor for factor, power in factors if factor for _ in range(power)), ONE)
