"""What an amount or a grade counts: said beside the number, else by its unit and its grade, else by its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.bases import Sign
from mineralclaims.mentions.commodities import names
from mineralclaims.slots.counting import Counting
from mineralclaims.slots.grade_basis import basis_elsewhere, basis_in_heading, grade_basis

Answer = tuple[str | None, tuple[int, int] | None]

NOTHING: Answer = (None, None)
_TYPES = frozenset({"reserve", "production", "grade"})
_TONNES = frozenset({"t", "short_ton", "long_ton"})
_MASSES = _TONNES | {"kg", "g", "mg", "lb", "oz_t", "oz", "ct"}
_OF_GRADES = frozenset({"oxide", "metal_equivalent", "carbonate_equivalent"})
_AS_METAL = frozenset({"metal", "gem"})
_AS_OXIDES = frozenset({"rare earths"})  # reckoned as oxides as often as metal: only the words can tell
_ORE_BELOW = Decimal(25)  # percent: what is richer is a product
_SIBLINGS, _NEAR = 4, 10


def basis_of(reading: Reading, position: int, claim_type: str, commodity: str | None) -> Answer:
    """Return what a claim's number counts, and the tokens that say it (both ends included; None where another sentence does).

    Args:
        reading: the sentence.
        position: which of its quantities.
        claim_type: the type of the claim; only ``reserve``, ``production`` and ``grade`` have a basis.
        commodity: the commodity of the claim, several joined by "; ".
    """
    if claim_type not in _TYPES or not _mineral(commodity):
        return NOTHING
    number = Counting(reading, position, frozenset((commodity or "").split("; ")))
    if claim_type == "grade":
        return grade_basis(number) or NOTHING
    if number.unit not in _MASSES:
        return NOTHING
    if "equiv" in reading.quantities[position].text.lower():
        return "metal_equivalent", (number.k, number.k)
    return (_reserve(number) if claim_type == "reserve" else _production(number)) or NOTHING


def _mineral(commodity: str | None) -> bool:
    """Return whether a commodity is no fuel but uranium; also where none is known."""
    entries = names().entries
    return commodity is None or any(
        name == "uranium" or name not in entries or entries[name].kind != "fuel" for name in commodity.split("; ")
    )


def _said(sign: Sign) -> Answer:
    """Return the answer that a sign gives."""
    return sign.basis, (sign.first, sign.last)


def _reserve(number: Counting) -> Answer | None:
    """Return what an amount in the ground counts."""
    named = number.after()
    tonnes = number.unit in _TONNES
    if named is not None and named.basis is not None and (tonnes or named.basis != "ore"):
        return _said(named)
    if not tonnes:
        before = number.before()
        if before is not None and before.basis in _OF_GRADES:
            return _said(before)
        return (basis_elsewhere(number) if named is None else None) or ("contained", (number.k, number.k))
    grade = number.graded()
    if grade and (named is None or number.near("grades", named.last + 1, named.last + 2) > 0):
        return "ore", (grade, grade)
    if named is not None:
        return _named(number, named) or (("ore", (grade, grade)) if grade else _ore_by_name(number))
    before = number.before()
    return _said(before) if before is not None else _ore_by_name(number) or _sibling(number) or basis_in_heading(number)


def _named(number: Counting, element: Sign) -> Answer | None:
    """Return what tonnes of a named element count: metal in the ground, or what the ore before them contains."""
    entry = names().entries.get(element.commodity or "")
    if entry is not None and (entry.kind in _AS_METAL or entry.name == "uranium") and entry.name not in _AS_OXIDES:
        return "contained", (element.first, element.last)
    held = number.near("holding", number.k - 3, number.k)
    earlier = number.reading.quantities[number.position - 1].kind if number.position else ""
    return ("contained", (held, held)) if held >= 0 and earlier in {"amount", "percent"} else None


def _production(number: Counting) -> Answer | None:
    """Return what an amount that is mined, made or moved counts; nothing for plain metal."""
    named = number.after()
    if named is not None:
        return _said(named) if named.basis is not None else _ore_by_name(number)
    return _flowing(number) or _ore_by_name(number) or _compared(number) or basis_in_heading(number)


def _flowing(number: Counting) -> Answer | None:
    """Return what is said before an amount of production, or what the grade given with it says."""
    before = number.before()
    if before is not None:
        return _said(before)
    if number.unit not in _TONNES:
        return None
    grade = number.graded()
    if grade and _lean(number.reading, grade):
        return "ore", (grade, grade)
    milled = number.near("mills", number.k - 6, number.k)
    sampled = number.near("samples", number.k + 1, number.k + 3)
    told = max(milled, sampled)
    return ("ore", (told, told)) if told >= 0 else None


def _lean(reading: Reading, grade: int) -> bool:
    """Return whether a grade is one of ore, not of a product."""
    quantity = reading.quantities[bisect_left(reading.at, grade)].quantity
    return quantity.unit != "%" or (quantity.high or quantity.low or _ORE_BELOW) < _ORE_BELOW


def _ore_by_name(number: Counting) -> Answer | None:
    """Return "ore" for iron ore, which is called so wherever it is named, unless it is made into pellets."""
    if number.names != {"iron ore"} or number.near("pellets", number.k - _NEAR, number.k + _NEAR) >= 0:
        return None
    mention = next((one for one in number.reading.commodities if one.name == "iron ore"), None)
    return "ore", (mention.first, mention.last) if mention is not None else None


def _sibling(number: Counting) -> Answer | None:
    """Return what another amount of the sentence in the same unit counts, the nearest before first."""
    reading, here = number.reading, number.position
    order = [*range(here - 1, max(-1, here - 1 - _SIBLINGS), -1), *range(here + 1, min(len(reading.at), here + 1 + _SIBLINGS))]
    for position in order:
        other = Counting(reading, position, number.names)
        first, last = sorted((number.k, other.k))
        if other.unit != number.unit or number.near("holding", first, last) >= 0:
            continue
        sign, grade = other.after(), other.graded()
        if sign is not None and sign.basis not in {None, "contained"}:
            return _said(sign)
        if grade:
            return "ore", (grade, grade)
    return None


def _compared(number: Counting) -> Answer | None:
    """Return what the amount counts that a number is compared with ("to 586,197 tonnes from 451,824")."""
    reading = number.reading
    for position in range(number.position - 1, max(-1, number.position - 1 - _SIBLINGS), -1):
        if reading.quantities[position].kind != "amount":
            continue
        if number.near("compared", number.k - 3, number.k) < 0 or reading.quantities[position].quantity.unit != number.unit:
            return None
        other = Counting(reading, position, number.names)
        sign = other.after()
        found = _said(sign) if sign is not None and sign.basis is not None else _flowing(other) if sign is None else None
        if found is not None:
            return found
    return None
