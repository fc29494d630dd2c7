"""How a number is tied to the one before it in its sentence: "6% to $4.1 billion", "12 tonnes, or 9 pct", "from 8.2 million"."""

from __future__ import annotations

from bisect import bisect_right

from mineralclaims.claims.reading import Reading

_LONGEST, _LEADS, _YEAR = 4, 3, 4
_SHORTEST, _LEVEL_AT_MOST = 3, 11
_IN = "in"
_REACHING = frozenset({"to", "of"})
_PARTED = frozenset({",", ";", '"', "and", "but"})
_PASSED = frozenset({
    ",", "the", "a", "an", "up", "down", "increase", "rise", "fall", "drop", "decrease", "decline", "in", "by", "with",
    "of", "for", "now", "just", "well", "y/y", "yoy", "q/q", "qoq", "year-on-year", "year-over-year", "quarter-on-quarter", "sequentially",
})  # fmt: skip
_LINKS = {
    **dict.fromkeys(("to", "or", "and", "from", "(", "at"), ""),
    **dict.fromkeys(("versus", "vs", "against", "than", "compared"), "against"),
}


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
        elif low not in _PASSED and not (low.isdigit() and len(low) == _YEAR):
            return ""
    return found or ("," if "," in between else "")


def is_level_of(reading: Reading, position: int) -> bool:
    """Return whether a quantity is what a change in something brought it to: "a 5% fall in profit to $4 billion"."""
    last, k = reading.at[position - 1], reading.at[position]
    between = reading.lows[last + 1 : k]
    if not _SHORTEST <= len(between) <= _LEVEL_AT_MOST or _IN not in between[1:3] or not _REACHING.intersection(between[-_LEADS:]):
        return False
    cue = reading.tokens[last + 1].cue
    return ("up" in cue or "down" in cue) and not reading.verbs_between(last + 2, k) and _PARTED.isdisjoint(between)


def one_event(reading: Reading, position: int) -> bool:
    """Return whether a quantity is of one event with that before it: "6% to $4 billion", "5 tonnes, or 9 pct"; not "from 3 to 5", nor "5 tonnes (4 tonnes)"."""
    link = tie(reading, position)
    if link == "to":
        return lead_of(reading, reading.at[position - 1]) != "from"
    if link == "(":
        return reading.quantities[position].quantity.unit != reading.quantities[position - 1].quantity.unit
    return link in {"or", "at"}


def first_of_event(reading: Reading, position: int) -> int:
    """Return the first of the quantities that are of one event with this: of "rose 6% to $4 billion, or $2 a share" the 6%."""
    return (reading.events or _events(reading))[position]


def last_of_event(reading: Reading, position: int) -> int:
    """Return the last of the quantities that are of one event with this."""
    events = reading.events or _events(reading)
    return bisect_right(events, events[position]) - 1


def _events(reading: Reading) -> list[int]:
    """Return for each quantity of a sentence the first that is of one event with it; found once."""
    for position in range(len(reading.at)):
        reading.events.append(reading.events[-1] if position and one_event(reading, position) else position)
    return reading.events


BASE_LEADS = frozenset({"from", "against", "("})
"""What leads up to a figure that another is set against."""


def lead_of(reading: Reading, k: int) -> str:
    """Return the word that leads up to a number: "to", "or", "from", "(", "against" and the like; "" for another."""
    for index in range(k - 1, max(-1, k - 1 - _LEADS), -1):
        low = reading.lows[index]
        if low in _LINKS:
            return _LINKS[low] or low
    return ""


def in_brackets(reading: Reading, k: int) -> bool:
    """Return whether a number stands alone in brackets."""
    return k > 0 and reading.lows[k - 1] == "(" and reading.lows[k + 1 : k + 2] == [")"]
