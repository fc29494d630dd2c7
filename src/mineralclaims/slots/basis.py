"""What an amount or a grade counts: said beside the number, else by its unit and its grade, else by its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from decimal import Decimal

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.bases import Sign
from mineralclaims.mentions.commodities import names
from mineralclaims.slots.counting import OF_GRADES, Counting
from mineralclaims.slots.grade_basis import basis_elsewhere, basis_in_heading, grade_basis

Answer = tuple[str | None, tuple[int, int] | None]

NOTHING: Answer = (None, None)
_TYPES = frozenset({"reserve", "production", "grade"})
_TONNES = frozenset({"t", "short_ton", "long_ton"})
_MASSES = _TONNES | {"kg", "g", "mg", "lb", "oz_t", "oz", "ct"}
_AS_METAL = frozenset({"metal", "gem"})
_AS_OXIDES = frozenset({"rare earths"})  # reckoned as oxides as often as metal: only the words can tell
_ORE_BELOW = Decimal(25)  # percent: what is richer is a product
_SIBLINGS, _EARLIER, _SENTENCES, _NEAR = 6, 12, 4, 10


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
        if before is not None and before.basis in OF_GRADES:
            return _said(before)
        return (basis_elsewhere(number) if named is None else None) or ("contained", (number.k, number.k))
    grade = number.graded()
    if grade and (named is None or number.near("grades", named.last + 1, named.last + 2) > 0):
        return "ore", (grade, grade)
    if named is not None:
        return _named(number, named) or (("ore", (grade, grade)) if grade else _ore_by_name(number))
    if number.titled():
        return None
    before = number.before()
    if before is not None:
        return _said(before)
    return _ore_by_name(number) or _sibling(number) or basis_in_heading(number) or _of_before(number)


def _of_before(number: Counting) -> Answer | None:
    """Return what the tonnage in the ground of a sentence just before counts, where this one names no element."""
    if number.commodities(_NEAR):
        return None
    for other, here in _earlier(number):
        if here or other.unit != number.unit:
            continue
        named = other.after()
        if named is not None and named.basis not in {None, "contained"}:
            return named.basis, None
        return ("ore", None) if other.graded() else None
    return None


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
    if number.titled():
        return None
    return _flowing(number) or _ore_by_name(number) or _carried(number) or basis_in_heading(number)


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
    if milled > 0 and number.tokens[milled].low in {"throughput", "rate"} and number.near("sites", milled - 2, milled) < 0:
        milled = -1
    sampled = number.near("samples", number.k + 1, number.k + 3)
    told = max(milled, sampled)
    return ("ore", (told, told)) if told >= 0 else None


def _lean(reading: Reading, grade: int) -> bool:
    """Return whether a grade is one of ore, not of a product."""
    quantity = reading.quantities[bisect_left(reading.at, grade)].quantity
    return quantity.unit != "%" or (quantity.high or quantity.low or _ORE_BELOW) < _ORE_BELOW


def _ore_by_name(number: Counting) -> Answer | None:
    """Return "ore" for iron ore, which is called so wherever it is named, unless it is made into pellets."""
    if number.names != {"iron ore"} or _near(number, "pellets"):
        return None
    near = next((one for one in number.commodities(_NEAR) if one.name == "iron ore"), None)
    return "ore", (near.first, near.last) if near is not None else None


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


def _carried(number: Counting) -> Answer | None:
    """Return what the amount in the same unit before the number counts, in its sentence or one just before."""
    entries = names().entries
    another = _near(number, "products") or _near(number, "pellets") or any(name in entries and entries[name].kind == "product" for name in number.names)
    another = another or number.commodities(_NEAR)
    for other, here in _earlier(number):
        if other.unit != number.unit:
            continue
        named = other.after()
        found = _said(named) if named is not None and named.basis is not None else _flowing(other) if named is None else None
        if found is None:
            if named is not None or (not here and _near(other, "products")):
                return None
            continue
        if here:
            return found if number.near("apart", other.k, number.k) < 0 else None
        if found[0] == "contained" or _near(other, "resources") or (found[0] not in OF_GRADES and (another or _near(other, "holding"))):
            return None
        return found[0], None
    return None


def _near(number: Counting, words: str) -> bool:
    """Return whether one of a list of words stands around a number."""
    return number.near(words, number.k - _NEAR, number.k + _NEAR) >= 0


def _earlier(number: Counting) -> Iterator[tuple[Counting, bool]]:
    """Yield the amounts before a number, the nearest first, and whether they stand in its sentence."""
    document = number.reading.document
    left = _EARLIER
    for sentence in range(number.reading.number, max(-1, number.reading.number - 1 - _SENTENCES), -1):
        reading = document.reading(sentence)
        last = number.position if reading is number.reading else len(reading.at)
        for position in range(last - 1, -1, -1):
            if left == 0:
                return
            left -= 1
            if reading.quantities[position].kind == "amount":
                yield Counting(reading, position, number.names), reading is number.reading
