"""How a number is tied to the one before it in its sentence: "6% to $4.1 billion", "12 tonnes, or 9 pct", "from 8.2 million"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading

_LONGEST, _LEADS = 4, 3
_PASSED = frozenset({",", "the", "a", "an", "up", "down", "increase", "rise", "fall", "drop", "decrease", "decline", "in", "by", "with", "of", "for"})  # fmt: skip
_LINKS = {
    **dict.fromkeys(("to", "or", "and", "from", "(", "at"), ""),
    **dict.fromkeys(("versus", "vs", "against", "than", "compared"), "against"),
}
_SAME = frozenset({"to", "or", "(", "at"})
"""The links that say the two are of one event."""


def tie(reading: Reading, position: int) -> str:
    """Return the word that ties a quantity to the one before it, "," for a mere comma, "" where more stands between or none is before."""
    if not position:
        return ""
    between = reading.lows[reading.at[position - 1] + 1 : reading.at[position]]
    if not between or len(between) > _LONGEST:
        return ""
    found = ""
    for low in between:
        link = _LINKS.get(low)
        if link is not None:
            found = found or link or low
        elif low not in _PASSED:
            return ""
    return found or ("," if "," in between else "")


def first_of_event(reading: Reading, position: int) -> int:
    """Return the first of the quantities that are of one event with this: of "rose 6% to $4 billion, or $2 a share" the 6%."""
    while position and tie(reading, position) in _SAME:
        position -= 1
    return position


def last_of_event(reading: Reading, position: int) -> int:
    """Return the last of the quantities that are of one event with this."""
    while position + 1 < len(reading.at) and tie(reading, position + 1) in _SAME:
        position += 1
    return position


def lead_of(reading: Reading, k: int) -> str:
    """Return the word that leads up to a number: "to", "or", "from", "(", "against" and the like; "" for another."""
    for index in range(k - 1, max(-1, k - 1 - _LEADS), -1):
        low = reading.lows[index]
        if low in _LINKS:
            return _LINKS[low] or low
    return ""
