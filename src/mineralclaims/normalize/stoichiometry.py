"""What a mineral quantity counts (metal, oxide, carbonate), and how much of one is in another, by stoichiometry.

Atomic weights are those of IUPAC (2021), in the lexicon ``stoichiometry.toml``. Nothing is read before the first call.

>>> convert_basis(Decimal(73888), "LCE", "Li")
Decimal('13880')
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from decimal import Decimal
from difflib import get_close_matches
from functools import cache
from types import MappingProxyType

import attrs

from mineralclaims.errors import BasisError
from mineralclaims.lexicons.loader import load
from mineralclaims.normalize.decimals import CONTEXT, ratio

__all__ = ["Compound", "basis_of_claim", "compound", "convert_basis"]

_ONE = Decimal(1)
_GROUP = re.compile(r"([A-Z][a-z]?)(\d{0,3})|(\()|\)(\d{0,3})")
_SUBSCRIPTS = str.maketrans("₀₁₂₃₄₅₆₇₈₉•*", "0123456789··")
_LONGEST = 60
_NEVER_KEY = frozenset({"O", "H"})
"""What oxides, hydroxides and hydrates share without being counted by it."""

_MISSING = {
    None: "what the number counts",
    "ore": "the grade",
    "concentrate": "the grade of the concentrate",
    "metal_equivalent": "the metals and the prices that the equivalent was reckoned with",
}


@attrs.frozen
class Compound:
    """What a quantity can be counted as.

    Attributes:
        formula: its chemical formula; the symbol for an element.
        atoms: how many atoms of each element the formula has.
        weight: its formula weight, from the standard atomic weights of IUPAC (2021).
        content: which part of the product by mass it is; 1 unless the product is named by its grade, as SC6 is.
    """

    formula: str
    atoms: Mapping[str, int] = attrs.field(eq=False)
    weight: Decimal
    content: Decimal = _ONE


def compound(name: str) -> Compound:
    """Return what a formula (``"Li2O"``), an element or a name of the trade (``"LCE"``, ``"yellowcake"``) stands for.

    Raises:
        TypeError: ``name`` is no ``str``.
        BasisError: nobody knows it, or it has no composition of its own; the message says what is missing.
    """
    if not isinstance(name, str):
        raise TypeError(f"a basis is a str, not {type(name).__name__}")
    known = _by_name().get(name.strip().lower())
    if known is not None:
        return known
    missing = _mixtures().get(name.strip().lower())
    if missing is not None:
        raise BasisError(f"{name} has no composition of its own; missing is {missing}")
    formula = name.strip().translate(_SUBSCRIPTS)
    atoms = _atoms(formula) if len(formula) <= _LONGEST else None
    if not atoms:
        near = get_close_matches(name.lower(), _by_name(), n=3)
        near_by = f"; near: {', '.join(near)}" if near else ""
        raise BasisError(f"{name[:60]!r} is no chemical formula and no name of one{near_by}")
    return _compound(formula, atoms)


def convert_basis(value: Decimal | int, source: str, target: str) -> Decimal:
    """Return a mass or grade counted as ``source``, such as ``"LCE"``, counted as ``target``, such as ``"Li"``.

    The element that both have is what is counted; exact, or to 60 digits where the quotient has no end.

    Args:
        value: how much; a ``Decimal`` or an ``int``.
        source: a formula, an element, or a name of the trade.
        target: likewise.

    Raises:
        TypeError: ``value`` is neither ``Decimal`` nor ``int``.
        BasisError: one of the two is unknown or a mixture, or they share no element, or several.
    """
    if isinstance(value, bool) or not isinstance(value, Decimal | int):
        raise TypeError(f"a value is a Decimal or an int, not {type(value).__name__}")
    here, there = compound(source), compound(target)
    if here == there:
        return Decimal(value)
    key = _key(here, there, source, target)
    above = (Decimal(here.atoms[key]), there.weight, here.content)
    return ratio(Decimal(value), above, (Decimal(there.atoms[key]), here.weight, there.content))


def basis_of_claim(commodity: str | None, basis: str | None) -> str:
    """Return the formula in which a claim with this commodity and basis counts: ``lithium``, ``oxide`` is Li2O.

    Raises:
        BasisError: the two do not say it; the message names what is missing.
    """
    if commodity is None or ";" in commodity:
        raise BasisError(f"missing is one commodity: the claim has {commodity or 'none'}")
    if basis == "contained" and (symbol := _symbols().get(commodity)):
        return symbol
    known = _of_claims().get((commodity, basis))
    if known is None:
        missing = _MISSING.get(basis, f"the formula of the {basis or ''} of {commodity}".replace("_", " "))
        raise BasisError(
            f"missing is {missing}: the claim has commodity {commodity!r}, basis {basis!r}; say the source, as in 'Li2O'"
        )
    return known


def _key(here: Compound, there: Compound, source: str, target: str) -> str:
    """Return the element that two compounds are counted by."""
    shared = here.atoms.keys() & there.atoms.keys()
    keys = sorted(shared - _NEVER_KEY or shared)
    if len(keys) != 1:
        what = f"share {', '.join(keys)}, so that it is open what is counted" if keys else "share no element"
        raise BasisError(f"{source} and {target} {what}")
    return keys[0]


def _compound(formula: str, atoms: Mapping[str, int], content: Decimal = _ONE) -> Compound:
    """Return a formula with its weight."""
    elements = load("stoichiometry")["element"]
    weight = Decimal(0)
    for symbol, count in atoms.items():
        weight = CONTEXT.add(weight, CONTEXT.multiply(Decimal(elements[symbol]["weight"]), Decimal(count)))
    return Compound(formula, MappingProxyType(dict(atoms)), weight, content)


def _atoms(formula: str) -> Counter[str] | None:
    """Return how many atoms of each element a formula has; None where it is none."""
    total: Counter[str] = Counter()
    for part in formula.split("·"):
        body = part.lstrip("0123456789")
        times = int(part[: len(part) - len(body)] or 1)
        counted = _atoms_of_part(body)
        if not counted or not times:
            return None
        total.update({symbol: count * times for symbol, count in counted.items()})
    return total


def _atoms_of_part(body: str) -> Counter[str] | None:
    """Return how many atoms of each element a formula without hydrate has; None where it is none."""
    levels: list[Counter[str]] = [Counter()]
    at = 0
    while at < len(body):
        found = _GROUP.match(body, at)
        if found is None:
            return None
        at = found.end()
        symbol, count, opens, closing = found.groups()
        if symbol:
            if symbol not in load("stoichiometry")["element"] or count.startswith("0"):
                return None
            levels[-1][symbol] += int(count or 1)
        elif opens:
            levels.append(Counter())
        elif len(levels) == 1 or closing.startswith("0"):
            return None
        else:
            inner = levels.pop()
            levels[-1].update({symbol: number * int(closing or 1) for symbol, number in inner.items()})
    return levels[0] if len(levels) == 1 else None


@cache
def _by_name() -> Mapping[str, Compound]:
    """Return compounds by their lower-case trade names, and elements by their names."""
    table = load("stoichiometry")
    known = {entry["name"]: _compound(symbol, {symbol: 1}) for symbol, entry in table["element"].items()}
    for entry in table["compound"]:
        found = _compound(entry["formula"], _atoms(entry["formula"]) or {}, Decimal(entry.get("content", 1)))
        known |= {name.lower(): found for name in entry["names"]}
    return MappingProxyType(known)


@cache
def _mixtures() -> Mapping[str, str]:
    """Return what is missing of each mixture, by lower-case name."""
    return MappingProxyType(
        {name.lower(): entry["missing"] for entry in load("stoichiometry")["mixture"] for name in entry["names"]}
    )


@cache
def _symbols() -> Mapping[str, str]:
    """Return the symbols of the elements by their names."""
    return MappingProxyType({entry["name"]: symbol for symbol, entry in load("stoichiometry")["element"].items()})


@cache
def _of_claims() -> Mapping[tuple[str, str | None], str]:
    """Return the formulas that commodity and basis of a claim stand for."""
    entries = load("stoichiometry")["compound"]
    return MappingProxyType({(entry["commodity"], entry["basis"]): entry["formula"] for entry in entries if "basis" in entry})
