"""What a grade counts, by the formula or name beside it, in its list, in its sentence or just before."""

from __future__ import annotations

from mineralclaims.mentions.bases import Sign, signs
from mineralclaims.slots.counting import OF_GRADES, Counting, is_grade
from mineralclaims.slots.headings import heading

Answer = tuple[str | None, tuple[int, int] | None]

_SOLUTIONS = frozenset({"mg/L", "kg/m3"})
_LISTED = frozenset({"and", "or", "to", ",", "–", "-", "versus"})
_INNER = frozenset({"of", "(", ")", '"', "-", "per", "by"})
_AFTER, _BEFORE, _SENTENCE, _SENTENCES, _HEADING, _SIBLINGS = 7, 10, 40, 3, 60, 6


def grade_basis(number: Counting) -> Answer | None:
    """Return what a grade counts, None for a plain element and where the text does not say."""
    k, position = number.k, number.position
    for _ in range(3):
        sign = _after(number, k)
        if sign is not None:
            return _said(number, sign)
        following = position + 1
        listed = following < len(number.reading.at) and number.reading.at[following] == k + 2
        if not listed or number.tokens[k + 1].low not in _LISTED or not is_grade(number.reading, following):
            break
        k, position = k + 2, following
    if number.unit in _SOLUTIONS:
        return None
    sign = _before(number) or _sibling(number)
    return _said(number, sign) if sign is not None else basis_elsewhere(number)


def _sibling(number: Counting) -> Sign | None:
    """Return what is named after the nearest grade of the sentence, before the number first."""
    reading, here = number.reading, number.position
    for position in (*range(here - 1, max(-1, here - 1 - _SIBLINGS), -1), *range(here + 1, min(len(reading.at), here + 1 + _SIBLINGS))):
        sign = _after(number, reading.at[position]) if is_grade(reading, position) else None
        if sign is not None and (sign.commodity is None or sign.commodity in number.names):
            return sign
    return None


def _said(number: Counting, sign: Sign) -> Answer | None:
    """Return the answer of a sign; an oxide that is a commodity counts oxide."""
    basis = "oxide" if sign.basis is None and sign.commodity in number.words["oxides"] else sign.basis
    return (basis, (sign.first, sign.last)) if basis in OF_GRADES else None


def _after(number: Counting, k: int) -> Sign | None:
    """Return the first name of an element, oxide or equivalent after a grade."""
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
    """Return the last such name before a grade, no other number between."""
    for index in range(number.k - 1, max(-1, number.k - _BEFORE), -1):
        token = number.tokens[index]
        if token.tag == "Q" or token.low in {";", "|", "@"}:
            return None
        sign = number.sign(index)
        if sign is not None and (sign.basis in OF_GRADES or token.low == sign.commodity in number.names):
            return sign
    return None


def basis_elsewhere(number: Counting) -> Answer | None:
    """Return the oxide in which the sentence, or one just before, counts the same commodity."""
    known = signs().commodities
    if not any("oxide" in known.get(name, ()) for name in number.names):
        return None
    k = number.k
    places = sorted(range(max(0, k - _SENTENCE), min(len(number.tokens), k + _SENTENCE)), key=lambda index: abs(index - k))
    sign = _oxide(number, places)
    if sign is not None:
        return "oxide", (sign.first, sign.last)
    document, here = number.reading.document, number.reading.number
    for earlier in range(here - 1, max(-1, here - 1 - _SENTENCES), -1):
        reading = document.reading(earlier)
        if reading.quantities and _oxide(Counting(reading, 0, number.names), range(min(len(reading.tokens), _SENTENCE))) is not None:
            return "oxide", None
    return None


def _oxide(number: Counting, places: range | list[int]) -> Sign | None:
    """Return the first sign at some tokens that says an oxide of the commodity."""
    for index in places:
        sign = number.sign(index)
        if sign is not None and sign.basis == "oxide" and (sign.commodity is None or sign.commodity in number.names):
            return sign
    return None


def basis_in_heading(number: Counting) -> Answer | None:
    """Return what the heading of a list says that its amounts count ("Mine supply, in tonnes of W content:")."""
    above = heading(number.reading)
    if above is None:
        return None
    text, words = above.document.folded, signs().words
    for token in above.tokens[:_HEADING]:
        basis = "contained" if token.low == "content" else words.get(token.low) or signs().written.get(text[token.start : token.end])
        if basis is not None and basis != "ore":
            return basis, None
    return None
