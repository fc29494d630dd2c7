"""What a number counts where only its neighbours say it: amounts of its list, sentences before it, its heading."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mineralclaims.mentions.bases import OF_GRADES, Answer, signs
from mineralclaims.mentions.commodities import names
from mineralclaims.slots.counting import Counting
from mineralclaims.slots.given_grade import graded
from mineralclaims.slots.headings import heading

_SIBLINGS, _EARLIER, _SENTENCES, _HEADING = 6, 12, 4, 60


def basis_of_sibling(number: Counting) -> Answer | None:
    """Return what another amount of the sentence in the same unit counts, the nearest before the number first."""
    for other in siblings(number):
        first, last = sorted((number.k, other.k))
        if other.unit != number.unit or number.near("holding", first, last) >= 0:
            continue
        found = _counted(other)
        if found is not None and found[0] != "contained":
            return found
    return None


def siblings(number: Counting) -> Iterator[Counting]:
    """Yield the quantities around a number in its sentence, those before it first."""
    reading, here = number.reading, number.position
    for position in range(here - 1, max(-1, here - 1 - _SIBLINGS), -1):
        yield Counting(reading, position, number.names)
    for position in range(here + 1, min(len(reading.at), here + 1 + _SIBLINGS)):
        yield Counting(reading, position, number.names)


def _counted(number: Counting) -> Answer | None:
    """Return what is said behind an amount, by a name or a grade."""
    named = number.after()
    if named is not None and named.basis not in {None, "contained"}:
        return named.answer
    before = number.before() if named is None else None
    if before is not None and before.basis in OF_GRADES:
        return before.answer
    grade = graded(number)
    return ("ore", (grade, grade)) if grade else None


def basis_of_resource_before(number: Counting) -> Answer | None:
    """Return what the tonnage in the ground of a sentence just before counts, where this one names nothing."""
    if number.commodities():
        return None
    for other, here in _earlier(number):
        if not here and other.unit == number.unit:
            found = _counted(other)
            return (found[0], None) if found is not None else None
    return None


def basis_of_before(number: Counting, flow: Callable[[Counting], Answer | None]) -> Answer | None:
    """Return what the amount in the same unit before the number counts, in its sentence or one just before.

    Args:
        number: the number.
        flow: says what an amount counts whose own noun phrase does not say it.
    """
    another = _of_another(number)
    for other, here in _earlier(number):
        if other.unit != number.unit:
            continue
        named = other.after()
        found = flow(other) if named is None else named.answer if named.basis is not None else None
        if found is not None and here:
            return found if number.near("apart", other.k, number.k) < 0 else None
        if found is not None:
            return (found[0], None) if _carries(other, found[0], another=another) else None
        if named is not None or (not here and other.amid("products")):
            return None
    return None


def _of_another(number: Counting) -> bool:
    """Return whether a number is about something that no ore or concentrate of an earlier sentence can be."""
    entries = names().entries
    made = any(name in entries and entries[name].kind == "product" for name in number.names)
    return made or number.amid("products") or number.amid("pellets") or bool(number.commodities())


def _carries(other: Counting, basis: str | None, *, another: bool) -> bool:
    """Return whether an amount of an earlier sentence says what later ones count: no resource, no lot by itself."""
    if basis == "contained" or other.amid("resources"):
        return False
    return basis in OF_GRADES or not (another or other.amid("holding"))


def _earlier(number: Counting) -> Iterator[tuple[Counting, bool]]:
    """Yield the amounts before a number, the nearest first, and whether they stand in its sentence."""
    document, here = number.reading.document, number.reading.number
    left = _EARLIER
    for sentence in range(here, max(-1, here - 1 - _SENTENCES), -1):
        reading = document.reading(sentence)
        end = number.position if sentence == here else len(reading.at)
        for position in range(end - 1, max(-1, end - 1 - left), -1):
            left -= 1
            if reading.quantities[position].kind == "amount":
                yield Counting(reading, position, number.names), sentence == here


def basis_of_heading(number: Counting) -> Answer | None:
    """Return what the heading of a list says that its amounts count ("Mine supply, in tonnes of W content:")."""
    above = heading(number.reading)
    if above is None:
        return None
    text, known = above.document.folded, signs()
    for token in above.tokens[:_HEADING]:
        basis = known.words.get(token.low) or known.written.get(text[token.start : token.end])
        if basis is not None and basis != "ore":
            return basis, None
        if token.low == "content":
            return "contained", None
    return None
