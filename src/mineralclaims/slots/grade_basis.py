"""What a grade counts, by the formula or name beside it, in its list, in its sentence or just before."""

from __future__ import annotations

from collections.abc import Iterable

from mineralclaims.mentions.bases import OF_GRADES, Answer, Sign, signs
from mineralclaims.slots.carried_basis import siblings
from mineralclaims.slots.counting import Counting
from mineralclaims.slots.given_grade import is_grade

_SOLUTIONS = frozenset({"mg/L", "kg/m3"})
_LISTED = frozenset({"and", "or", "to", ",", "–", "-", "versus"})
_INNER = frozenset({"of", "(", ")", '"', "-", "per", "by"})
_STOPS = frozenset({";", "|", "@"})
_AFTER, _BEFORE, _SENTENCE, _SENTENCES, _LIST_AT_MOST = 7, 10, 40, 3, 3


def grade_basis(number: Counting) -> Answer | None:
    """Return what a grade counts, None for a plain element and where the text does not say."""
    sign = _listed(number)
    if sign is None and number.unit not in _SOLUTIONS:
        sign = _before(number) or _sibling(number)
        if sign is None:
            return oxide_elsewhere(number)
    if sign is None:
        return None
    basis = "oxide" if sign.basis is None and sign.commodity in number.words["oxides"] else sign.basis
    return (basis, (sign.first, sign.last)) if basis in OF_GRADES else None


def _listed(number: Counting) -> Sign | None:
    """Return what is named behind a grade, or behind the next of its list ("0.26% and 0.22% WO3")."""
    at, tokens = number.reading.at, number.tokens
    last = min(len(at), number.position + _LIST_AT_MOST)
    for position in range(number.position, last):
        k = at[position]
        if position > number.position and not (
            k == at[position - 1] + 2 and tokens[k - 1].low in _LISTED and is_grade(number.reading, position)
        ):
            return None
        sign = _after(number, k)
        if sign is not None:
            return sign
    return None


def _sibling(number: Counting) -> Sign | None:
    """Return what is named behind the nearest grade of the sentence for the same commodity."""
    for other in siblings(number):
        sign = _after(number, other.k) if is_grade(other.reading, other.position) else None
        if sign is not None and (sign.commodity is None or sign.commodity in number.names):
            return sign
    return None


def _after(number: Counting, k: int) -> Sign | None:
    """Return the first name of an element, oxide or equivalent behind a grade."""
    index = k + 1
    while index < min(len(number.tokens), k + _AFTER):
        token = number.tokens[index]
        sign = number.sign(index)
        if sign is not None and (sign.basis in OF_GRADES or sign.commodity is not None):
            return sign
        if token.tag not in "NADV" and token.low not in _INNER:
            return None
        index = index + 1 if sign is None else sign.last + 1
    return None


def _before(number: Counting) -> Sign | None:
    """Return the last such name before a grade, no other number between; a mineral's name says no basis."""
    for index in range(number.k - 1, max(-1, number.k - _BEFORE), -1):
        token = number.tokens[index]
        if token.tag == "Q" or token.low in _STOPS:
            return None
        sign = number.sign(index)
        if sign is not None and (sign.basis in OF_GRADES or token.low == sign.commodity in number.names):
            return sign
    return None


def oxide_elsewhere(number: Counting) -> Answer | None:
    """Return the oxide in which the sentence, or one just before, counts the same commodity."""
    counted = signs().counted
    if not any("oxide" in counted.get(name, ()) for name in number.names):
        return None
    k, count = number.k, len(number.tokens)
    sign = _oxide(number, range(k - 1, max(-1, k - _SENTENCE), -1)) or _oxide(number, range(k + 1, min(count, k + _SENTENCE)))
    if sign is not None:
        return "oxide", (sign.first, sign.last)
    document, here = number.reading.document, number.reading.number
    for earlier in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
        reading = document.reading(earlier)
        if reading.quantities:
            other = Counting(reading, len(reading.at) - 1, number.names)
            if _oxide(other, range(min(len(reading.tokens), _SENTENCE))) is not None:
                return "oxide", None
    return None


def _oxide(number: Counting, places: Iterable[int]) -> Sign | None:
    """Return the first sign at some tokens that says an oxide of the commodity."""
    oxides = signs().oxides
    for index in places:
        if number.tokens[index].low in oxides:
            sign = number.sign(index)
            if sign is not None and sign.basis == "oxide" and sign.commodity in {None, *number.names}:
                return sign
    return None
