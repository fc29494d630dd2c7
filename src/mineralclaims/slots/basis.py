"""What an amount or a grade counts: said beside the number, else by its unit and its grade, else by its neighbours."""

from __future__ import annotations

from bisect import bisect_left
from decimal import Decimal

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.bases import OF_GRADES, Answer, Sign
from mineralclaims.mentions.commodities import names
from mineralclaims.normalize.unit_table import TONS
from mineralclaims.quantities.grades import PARTS
from mineralclaims.slots.carried_basis import (
    basis_of_before,
    basis_of_heading,
    basis_of_resource_before,
    basis_of_sibling,
)
from mineralclaims.slots.counting import Counting
from mineralclaims.slots.given_grade import graded
from mineralclaims.slots.grade_basis import grade_basis, oxide_elsewhere

NOTHING: Answer = (None, None)
_TYPES = frozenset({"reserve", "production", "grade"})
_MASSES = frozenset(TONS) | PARTS
_METALS = frozenset({"metal", "gem"})
_AS_OXIDES = frozenset({"rare earths"})  # reckoned as oxides as often as metal: only the words can tell
_PER_SITE = frozenset({"throughput", "rate"})
_ORE_BELOW = Decimal(25)  # percent: what is richer is a product
_VERB_REACH, _HELD_REACH = 6, 3


def basis_of(reading: Reading, position: int, claim_type: str, commodity: str | None) -> Answer:
    """Return what a claim's number counts, and the tokens that say it (both ends included).

    The tokens are None where another sentence says it.

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
    if commodity is None:
        return True
    entries = names().entries
    listed = (entries.get(name) for name in commodity.split("; "))
    return any(entry is None or entry.kind != "fuel" or entry.name == "uranium" for entry in listed)


def _reserve(number: Counting) -> Answer | None:
    """Return what an amount in the ground counts."""
    named = number.after()
    if named is not None and named.basis is not None and (named.basis != "ore" or number.unit in TONS):
        return named.answer
    if number.unit in TONS:
        return _tonnes(number, named)
    before = number.before()
    if before is not None and before.basis in OF_GRADES:
        return before.answer
    return (oxide_elsewhere(number) if named is None else None) or ("contained", (number.k, number.k))


def _tonnes(number: Counting, element: Sign | None) -> Answer | None:
    """Return what tonnes in the ground count, which may be said to be of an element."""
    grade = graded(number)
    of_ore: Answer | None = ("ore", (grade, grade)) if grade else None
    if element is not None:
        rich = of_ore is not None and number.near("grades", element.last + 1, element.last + 2) >= 0
        return of_ore if rich else _metal(number, element) or of_ore or _iron_ore(number)
    if of_ore is not None or number.titled():
        return of_ore
    before = number.before()
    if before is not None:
        return before.answer
    return _iron_ore(number) or basis_of_sibling(number) or basis_of_heading(number) or basis_of_resource_before(number)


def _metal(number: Counting, element: Sign) -> Answer | None:
    """Return "contained" for tonnes of a metal in the ground, and of any mineral that the ore before them holds."""
    entry = names().entries.get(element.commodity or "")
    if entry is not None and (entry.kind in _METALS or entry.name == "uranium") and entry.name not in _AS_OXIDES:
        return "contained", (element.first, element.last)
    held = number.near("holding", number.k - _HELD_REACH, number.k)
    earlier = number.reading.quantities[number.position - 1].kind if number.position else ""
    return ("contained", (held, held)) if held >= 0 and earlier in {"amount", "percent"} else None


def _production(number: Counting) -> Answer | None:
    """Return what an amount that is mined, made or moved counts; nothing for plain metal."""
    named = number.after()
    if named is not None:
        return named.answer if named.basis is not None else _iron_ore(number)
    if number.titled():
        return None
    return _flow(number) or _iron_ore(number) or basis_of_before(number, _flow) or basis_of_heading(number)


def _flow(number: Counting) -> Answer | None:
    """Return what is said before an amount of production, or by the grade given with it, or by the verb."""
    before = number.before()
    if before is not None:
        return before.answer
    if number.unit not in TONS:
        return None
    grade = graded(number)
    if grade and _lean(number.reading, grade):
        return "ore", (grade, grade)
    milled = number.near("mills", number.k - _VERB_REACH, number.k)
    if milled >= 0 and number.tokens[milled].low in _PER_SITE and number.near("sites", milled - 2, milled) < 0:
        milled = -1
    told = max(milled, number.near("samples", number.k + 1, number.k + 3))
    return ("ore", (told, told)) if told >= 0 else None


def _lean(reading: Reading, grade: int) -> bool:
    """Return whether a grade is one of ore, not of a product."""
    quantity = reading.quantities[bisect_left(reading.at, grade)].quantity
    return quantity.unit != "%" or (quantity.high or quantity.low or _ORE_BELOW) < _ORE_BELOW


def _iron_ore(number: Counting) -> Answer | None:
    """Return "ore" for iron ore, which is called so wherever it is named, unless it is made into pellets."""
    if number.names != {"iron ore"} or number.amid("pellets"):
        return None
    near = next((one for one in number.commodities() if one.name == "iron ore"), None)
    return "ore", (near.first, near.last) if near is not None else None
