"""Units of mining and energy: what a unit string means, and exact conversion between units of one dimension.

Everything is in the lexicon ``units.toml``, each factor with its source; what the lexicon does not have goes to
``mineralclaims.normalize.long_tail``. Nothing is read before the first call.

>>> parse_unit("dry metric tons").symbol
't'
>>> convert(Decimal("11.2"), "Moz", "t")
Decimal('348.35894016')
>>> convert(Decimal(5), "tons", "kg", ton="short")
Decimal('4535.9237')
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cache, lru_cache
from types import MappingProxyType
from typing import Literal, get_args

import attrs

from mineralclaims.errors import SettingError, UnitError, UnknownUnitError
from mineralclaims.lexicons.loader import load
from mineralclaims.normalize import currencies, long_tail
from mineralclaims.normalize.compound_units import of_form, of_parts, of_words
from mineralclaims.normalize.decimals import CONTEXT, ratio
from mineralclaims.normalize.unit_table import ONE, Form, TonKind, Unit, letter_forms, names, units, word_forms

__all__ = ["Form", "Ton", "TonKind", "Unit", "as_ton", "convert", "letter_forms", "parse_unit", "unit", "word_forms"]

Ton = Literal["metric", "short", "long"]
"""What a ton is taken for whose kind no word settles."""

_TON_SYMBOLS: Mapping[str, str] = MappingProxyType({"metric": "t", "short": "short_ton", "long": "long_ton"})


def unit(symbol: str) -> Unit:
    """Return the unit with exactly this symbol.

    Raises:
        TypeError: ``symbol`` is no ``str``.
        UnknownUnitError: no unit has it; the message names near matches.
    """
    if not isinstance(symbol, str):
        raise TypeError(f"a symbol is a str, not {type(symbol).__name__}")
    found = units().get(symbol)
    if found is None:
        raise _unknown(symbol)
    return found


@lru_cache(maxsize=1024)
def parse_unit(text: str, commodity: str | None = None) -> Unit:
    """Return what a unit string means: a symbol, a name, any spelling of the lexicon, or a few of them put together.

    A spelling with a multiple or a rate in it gives a unit of its own: ``"kt"`` has the factor 1000000 kg, ``"ktpa"`` and
    ``"thousand tonnes per annum"`` the dimension "mass per year". Weeks, days and hours convert into one another, and so
    do years, quarters and months; a day does not into a year, as years differ. ``"GJ/t"`` is an "energy per mass".

    Args:
        text: a unit without its number; a symbol comes before a spelling: ``"oz/t"`` is per tonne, ``"oz/ton"`` per short ton.
        commodity: what is measured, by its name in records (``"gold"``): an ounce of precious metals is a troy ounce.

    Raises:
        TypeError: ``text`` is no ``str``.
        SettingError: no commodity is called ``commodity``.
        UnknownUnitError: neither the lexicon nor the long tail knows it; the message names near matches.
    """
    if not isinstance(text, str):
        raise TypeError(f"a unit is a str, not {type(text).__name__}")
    written = " ".join(text.split())
    if found := _own(written):
        return _troy(found, written) if commodity is not None and _is_precious(commodity) else found
    rare = None if written[:1].isdigit() or currencies.is_currency(written) else long_tail.look_up(written)
    if rare and (found := of_parts(rare, _own)):
        return found
    raise _unknown(written)


def _troy(found: Unit, written: str) -> Unit:
    """Return a unit of ounces with the troy ounce in its place; any other as it is."""
    plain, troy = units()["oz"], units()["oz_t"]
    if found == plain:
        return troy
    if plain.ucum not in found.ucum or found.factor is None:
        return found
    name, ucum = found.name.replace(plain.name, troy.name), found.ucum.replace(plain.ucum, troy.ucum)
    factor = ratio(found.factor, (troy.factor or ONE,), (plain.factor or ONE,))
    return attrs.evolve(found, symbol=written, name=name, factor=factor, ucum=ucum, source=troy.source)


@cache
def _precious() -> Mapping[str, bool]:
    """Return for each commodity whether its ounces are troy ounces."""
    return MappingProxyType({entry["name"]: bool(entry.get("precious")) for entry in load("commodities")["commodity"]})


def _is_precious(commodity: str) -> bool:
    """Return whether the ounces of a commodity are troy ounces."""
    known = _precious().get(commodity)
    if known is None:
        near = get_close_matches(commodity, _precious(), n=3)
        raise SettingError(
            f"commodity is {commodity[:60]!r}, which none is called" + (f"; near: {', '.join(near)}" if near else "")
        )
    return known


def convert(value: Decimal | int, source: str | Unit, target: str | Unit, *, ton: Ton = "metric") -> Decimal:
    """Return ``value``, said in ``source``, in ``target``: exact, or to 60 digits where the quotient has no end.

    Args:
        value: how much; a ``Decimal`` or an ``int``.
        source: the unit that it is said in, as :func:`parse_unit` reads it.
        target: the unit wanted, of the same dimension.
        ton: which ton a "ton" is whose kind the unit does not say: ``metric``, ``short`` or ``long``.

    Raises:
        TypeError: ``value`` is neither ``Decimal`` nor ``int``.
        SettingError: ``ton`` is none of the three.
        UnitError: the two measure different things, or no exact factor between them is known.
        UnknownUnitError: a unit that neither the lexicon nor the long tail knows, or a currency.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise TypeError(f"a value is a Decimal or an int, not {type(value).__name__}")
    value = Decimal(value)
    if not value.is_finite():
        raise UnitError(f"{value} is no amount")
    if source == target:
        return value
    here, there = (as_ton(one if isinstance(one, Unit) else parse_unit(one), ton) for one in (source, target))
    said = [one.symbol if isinstance(one, Unit) else one for one in (source, target)]
    if here.dimension != there.dimension:
        raise UnitError(f"{said[0]!r} measures {here.dimension}, {said[1]!r} measures {there.dimension}")
    if here.factor is None or there.factor is None:
        raise UnitError(f"no exact factor is known between {said[0]!r} and {said[1]!r}")
    return ratio(value, (here.factor, there.over), (here.over, there.factor))


def as_ton(one: Unit, ton: Ton) -> Unit:
    """Return a unit whose ton no word settles with the ton that it is to be; any other unit as it is.

    Raises:
        SettingError: ``ton`` is neither ``metric`` nor ``short`` nor ``long``.
    """
    if ton not in _TON_SYMBOLS:
        raise SettingError(f"ton is {ton!r}; accepted are {', '.join(get_args(Ton))}")
    if one.ton_kind != "unstated" or one.factor is None:
        return one
    tonne, meant = units()["t"].factor or ONE, units()[_TON_SYMBOLS[ton]].factor or ONE
    more, less = (meant, tonne) if one.ton_power > 0 else (tonne, meant)
    factor, over = CONTEXT.multiply(one.factor, more), CONTEXT.multiply(one.over, less)
    return attrs.evolve(one, factor=factor, over=over, ton_kind=ton)


def _own(written: str) -> Unit | None:
    """Return the unit of a symbol, name or spelling of the lexicon, or of a few of them put together."""
    lower = written.lower()
    if found := units().get(written) or names().get(lower):
        return found
    form = letter_forms().get(written) or word_forms().get(lower)
    return of_form(form, written) if form else of_words(written, _own)


def _unknown(text: str) -> UnknownUnitError:
    if currencies.is_currency(text):
        return UnknownUnitError(f"{text} is a currency, no unit: money converts at a rate only")
    near = get_close_matches(text, [*units(), *word_forms(), *letter_forms()], n=3)
    return UnknownUnitError(f"no unit {text[:60]!r}" + (f"; near: {', '.join(near)}" if near else ""))
