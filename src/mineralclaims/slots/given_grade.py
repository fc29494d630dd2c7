"""The grade, or the metal, that a tonnage is given with: by which it is a tonnage of ore."""

from __future__ import annotations

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.bases import signs
from mineralclaims.slots.counting import STOPS, Counting

_METAL_UNITS = frozenset({"oz_t", "oz", "lb", "ct"})
_BESIDE = frozenset({"(", "|", "of"})
_LOOSE = frozenset({"for", "including"})  # "5 Mt for 140,000 oz", but "5 Mt for the year"
_IN = frozenset({"in", "from"})
_REACH, _LINK_REACH, _HELD_REACH = 14, 5, 3


def is_grade(reading: Reading, position: int) -> bool:
    """Return whether a quantity can be a grade, by its unit and the words beside it."""
    unit, j = reading.quantities[position].quantity.unit, reading.at[position]
    if unit != "%":
        return unit in GRADE_UNITS
    rates = signs().around["rates"]
    return not any(token.low in rates for token in reading.tokens[max(0, j - 3) : j + 2])


def graded(number: Counting) -> int:
    """Return the token of the grade, or of the word for the metal, that a tonnage is given with, or 0."""
    at, quantities, k = number.reading.at, number.reading.quantities, number.k
    earlier, following = number.position - 1, number.position + 1
    inside = number.tokens[k - 1].low in _IN and earlier >= 0 and k - at[earlier] < _REACH
    if inside and quantities[earlier].quantity.unit in GRADE_UNITS:
        return at[earlier]
    if following == len(at) or at[following] - k > _REACH:
        return 0
    held = number.near("holding", k + 1, k + _HELD_REACH)
    if held > 0 and 0 < at[following] - held < _HELD_REACH:
        unit = quantities[following].quantity.unit
        if unit in _METAL_UNITS or (unit == number.unit and number.tokens[held].low not in _LOOSE):
            return held
    return at[following] if is_grade(number.reading, following) and _linked(number, at[following]) else 0


def _linked(number: Counting, grade: int) -> bool:
    """Return whether words tie a grade behind a tonnage to it ("at", "with an average content of")."""
    between = [token.low for token in number.tokens[number.k + 1 : grade]]
    if len(between) == 1 and between[0] in _BESIDE:
        return True
    near = between[-_LINK_REACH:]
    near = near[len(near) - near[::-1].index(",") :] if "," in near else near
    return not STOPS.intersection(between) and not number.words["grades"].isdisjoint(near)
