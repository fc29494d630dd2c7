"""Units of mining and energy: what a unit string means, and exact conversion between units of one dimension.

Everything is in the lexicon ``units.toml``, each factor with its source; what the lexicon does not have goes to
:mod:`mineralclaims.normalize.long_tail`. Nothing is read before the first call.

>>> parse_unit("dry metric tons").symbol
't'
>>> convert(Decimal("11.2"), "Moz", "t")
Decimal('348.35894016')
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Context, Decimal
from difflib import get_close_matches
from functools import lru_cache, reduce
from types import MappingProxyType

from mineralclaims.errors import UnitError, UnknownUnitError
from mineralclaims.normalize import currencies, long_tail
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.normalize.unit_table import ONE, Form, Unit, letter_forms, names, units, word_forms

__all__ = ["Form", "Unit", "convert", "letter_forms", "parse_unit", "unit", "word_forms"]

_RATES: Mapping[str, tuple[str, Decimal, Decimal]] = MappingProxyType(
    {
        "hour": ("day", Decimal(24), ONE),
        "day": ("day", ONE, ONE),
        "week": ("day", ONE, Decimal(7)),
        "month": ("year", Decimal(12), ONE),
        "quarter": ("year", Decimal(4), ONE),
        "year": ("year", ONE, ONE),
    }
)
"""For each denominator the period that its rates are counted in, a factor that makes them so, and what it is over."""

_SHORT = Context(prec=40, rounding=CONTEXT.rounding, Emin=CONTEXT.Emin, Emax=CONTEXT.Emax, traps=[])
_SETTLED = Decimal("1e-54")
"""The relative error that a few roundings to 60 digits can leave."""


def unit(symbol: str) -> Unit:
    """Return the unit with exactly this symbol.

    Raises:
        UnknownUnitError: no unit has it; the message names near matches.
    """
    found = units().get(symbol)
    if found is None:
        raise _unknown(symbol)
    return found


@lru_cache(maxsize=1024)
def parse_unit(text: str) -> Unit:
    """Return what a unit string means: a symbol, a name, or any spelling that the lexicon has.

    A spelling with a multiple or a rate in it gives a unit of its own: ``"kt"`` has the factor 1000000 kg, ``"ktpa"``
    the dimension "mass per year". Weeks, days and hours convert into one another, and so do years, quarters and months;
    a day does not into a year, as years differ.

    Raises:
        UnknownUnitError: neither the lexicon nor the long tail knows it; the message names near matches.
    """
    written = " ".join(text.split())
    if found := _own(written):
        return found
    rare = None if currencies.is_currency(written) else long_tail.look_up(written)
    if rare and (found := _of_parts(rare)):
        return found
    raise _unknown(written)


def convert(value: Decimal, source: str, target: str) -> Decimal:
    """Return ``value``, said in ``source``, in ``target``: exact, or to 60 digits where the quotient has no end.

    Raises:
        UnitError: the two measure different things, or no exact factor between them is known.
        UnknownUnitError: a unit that neither the lexicon nor the long tail knows, or a currency.
    """
    if source == target:
        return value
    here, there = parse_unit(source), parse_unit(target)
    if here.dimension != there.dimension:
        raise UnitError(f"{source!r} measures {here.dimension}, {target!r} measures {there.dimension}")
    if here.factor is None or there.factor is None:
        raise UnitError(f"no exact factor is known between {source!r} and {target!r}")
    return _ratio(value, (here.factor, there.over), (here.over, there.factor))


def _own(written: str) -> Unit | None:
    """Return the unit of a symbol, name or spelling of the lexicon."""
    lower = written.lower()
    if found := units().get(written) or names().get(lower):
        return found
    form = letter_forms().get(written) or word_forms().get(lower)
    return _of_form(form, written) if form else None


def _of_form(form: Form, written: str) -> Unit:
    """Return the unit of a spelling, with its multiple and its rate."""
    plain = units()[form.unit]
    if form.times == ONE and form.per is None:
        return plain
    period, many, over = _RATES[form.per] if form.per else ("", ONE, ONE)
    per = (f" per {form.per}", f" per {period}") if form.per else ("", "")
    return Unit(
        symbol=written,
        name=f"{form.times:,f} × {plain.name}{per[0]}",
        dimension=plain.dimension + per[1],
        factor=_ratio(plain.factor or ONE, (form.times, many), ()),
        source=plain.source,
        over=CONTEXT.multiply(plain.over, over),
    )


def _of_parts(rare: long_tail.RareUnit) -> Unit | None:
    """Return the unit that the long tail took apart, with factors of our own only; None where it says too little."""
    parts = [(_own(name), power) for name, power in rare.parts]
    known = [(part, power) for part, power in parts if part is not None and part.factor is not None]
    if len(known) < len(parts):
        if rare.dimension is None:
            return None
        return Unit(rare.symbol, rare.name, rare.dimension, None, source="quantulum3: no factor")
    above = [(part.factor if power > 0 else part.over, abs(power)) for part, power in known]
    below = [(part.over if power > 0 else part.factor, abs(power)) for part, power in known]
    dimension = rare.dimension or _compound([(part.dimension, power) for part, power in known])
    source = "product of our own factors; taken apart by quantulum3"
    return Unit(rare.symbol, rare.name, dimension, _product(above), source=source, over=_product(below))


def _compound(parts: list[tuple[str, int]]) -> str:
    """Return the dimension of a product of powers, such as "mass per area"."""
    above = sorted(f"{name}^{power}" if power > 1 else name for name, power in parts if power > 0)
    below = sorted(f"{name}^{-power}" if power < -1 else name for name, power in parts if power < 0)
    return " per ".join(filter(None, ["·".join(above), "·".join(below)]))


def _product(factors: Iterable[tuple[Decimal | None, int]]) -> Decimal:
    return reduce(CONTEXT.multiply, (factor for factor, power in factors if factor for _ in range(power)), ONE)


def _ratio(value: Decimal, above: tuple[Decimal, ...], below: tuple[Decimal, ...]) -> Decimal:
    """Return ``value`` times all of ``above`` over all of ``below``, exact where the result has at most 60 digits.

    A result that differs from a number of 40 digits only by what roundings leave becomes that number, so that a
    conversion there and back gives the value that it started from.
    """
    result = CONTEXT.divide(reduce(CONTEXT.multiply, above, value), reduce(CONTEXT.multiply, below, ONE))
    short = _SHORT.normalize(result)
    error = CONTEXT.abs(CONTEXT.subtract(result, short))
    return _plain(short) if error <= CONTEXT.multiply(_SETTLED, CONTEXT.abs(result)) else result


def _plain(number: Decimal) -> Decimal:
    """Return a number without a positive exponent, where 60 digits are enough for that."""
    plain = CONTEXT.quantize(number, ONE)
    return plain if plain == number else number


def _unknown(text: str) -> UnknownUnitError:
    if currencies.is_currency(text):
        return UnknownUnitError(f"{text} is a currency, no unit: money converts at a rate only")
    near = get_close_matches(text, [*units(), *word_forms(), *letter_forms()], n=3)
    return UnknownUnitError(f"no unit {text[:60]!r}" + (f"; near: {', '.join(near)}" if near else ""))
