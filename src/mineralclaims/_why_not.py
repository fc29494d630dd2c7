"""Why a number of a text is no claim: the first stage that turned it away, with its rule and the words it went by."""

from __future__ import annotations

import re
from collections.abc import Callable

from mineralclaims._pipeline import read
from mineralclaims.claims.decide import Decision, decide_type, possible_types
from mineralclaims.claims.document import Document
from mineralclaims.claims.explanation import Explanation, Reason
from mineralclaims.claims.no_claims import NONE
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.restored import Given
from mineralclaims.claims.scene import Scene
from mineralclaims.errors import SettingError
from mineralclaims.mentions.line_breaks import lower, unwrapped
from mineralclaims.normalize.decimals import MAX_DIGITS
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.reading import pieces
from mineralclaims.slots.reasons import type_reason
from mineralclaims.slots.restated import restates
from mineralclaims.spans import Mention, Span
from mineralclaims.text.entities import decoded

_DIGITS = re.compile(r"\d(?:[\d.,]*\d)?")
NO_NUMBER = "no number is written here"
IN_A_WORD = "digits that are part of a word, a name or a code"
IN_A_DATE = "part of a date or a time"
NO_UNIT = "a number without a unit that claims have: a count, an age, a year, a distance"
TOO_LONG = f"more than {MAX_DIGITS} digits"
IN_AN_ADDRESS = "part of a web address"


def why_not(text: str, span: Span | int) -> Explanation:
    """Return why the number at a place of a text is no claim.

    The first reason has the field ``type`` and the value ``none``, its rule says what turned the number away, and its cues are
    the words that the rule went by. For a number with a unit a second reason, ``possible``, names the types that its kind and
    unit would have allowed.

    Args:
        text: the text.
        span: where the number stands, or an offset in it, in code points; of several numbers the first counts.

    Returns:
        The reasons; none where the number is a claim.

    Raises:
        TypeError: ``text`` is no ``str``, or ``span`` neither a ``Span`` nor an ``int``.
        SettingError: the place is not in the text.
    """
    if not isinstance(text, str):
        raise TypeError(f"why_not wants a str, not {type(text).__name__}")
    place = _place(text, span)
    plain = decoded(text)
    if plain is None:
        return _of_place(read(text), place)
    found = _of_place(
        read(plain.text), Span(plain.position(place.start), max(plain.position(place.end), plain.position(place.start) + 1))
    )
    return Given(text, plain).explanation(found)


def _of_place(document: Document, place: Span) -> Explanation:
    """Return why the number at a place of a document is no claim."""
    for number, mention in enumerate(document.quantities):
        if mention.span.overlaps(place):
            return _of_quantity(document, number)
    return Explanation((Reason("type", NONE, *_of_bare(document, place)),))


def _place(text: str, span: Span | int) -> Span:
    if isinstance(span, bool) or not isinstance(span, Span | int):
        raise TypeError(f"the place of a number is a Span or an int, not {type(span).__name__}")
    place = Span(span, span + 1) if isinstance(span, int) else span
    if not 0 <= place.start < place.end <= len(text):
        raise SettingError(f"{place.start}:{place.end} is no place in a text of {len(text)} characters")
    return place


def _of_quantity(document: Document, wanted: int) -> Explanation:
    """Return why a quantity has no type, nothing where it has one; types depend on those before, so all are decided."""
    previous, again = "", False
    reading: Reading | None = None
    scene: Scene | None = None
    decision: Decision | None = None
    for number, mention in enumerate(document.quantities[: wanted + 1]):
        current = document.reading(document.sentence_of(mention.span.start))
        if current is not reading:
            reading, current.previous_type, previous, again = current, previous, "", False
        position = number - current.first_quantity
        again = previous not in {"", NONE} and restates(current, position, goes_on=again)
        if again:
            decision = None
            continue
        scene = Scene(current, position)
        decision = decide_type(scene, previous)
        previous = decision.type
    if scene is None or decision is None or decision.type != NONE:
        return Explanation(())
    return Explanation((type_reason(scene, decision), _possible(document, wanted)))


def _possible(document: Document, number: int) -> Reason:
    mention = document.quantities[number]
    types = [name for name in possible_types(mention) if name != NONE]
    return Reason(
        "possible", ", ".join(types), f"kind {mention.kind}, unit {mention.quantity.unit}", (Mention(mention.text, mention.span),)
    )


def _of_bare(document: Document, place: Span) -> tuple[str, tuple[Mention, ...]]:
    """Return the rule that turned away what is not even a quantity, with the number where one is written."""
    text = document.text
    folded = unwrapped(document.folded, [end for _, end in document.sentences])
    found = next((piece for piece in pieces(folded, lower(folded)) if Span(piece.start, piece.end).overlaps(place)), None)
    if found is None:
        digits = next((match for match in _DIGITS.finditer(document.folded) if match.end() > place.start), None)
        if digits is None or digits.start() >= place.end:
            return NO_NUMBER, ()
        rule = TOO_LONG if sum(map(str.isdigit, digits.group())) > MAX_DIGITS else IN_A_WORD
        return rule, (Mention.at(text, *digits.span()),)
    written = Mention.at(text, found.start, found.end)
    return next(rule for rule, applies in _BARE if applies(document, found)), (written,)


def _is_too_long(_document: Document, piece: Piece) -> bool:
    return any(len(bound.as_tuple().digits) > MAX_DIGITS for bound in (piece.low, piece.high))


def _is_in_a_date(document: Document, piece: Piece) -> bool:
    reading = document.reading(document.sentence_of(piece.start))
    where = Span(piece.start, piece.end)
    return any(where.overlaps(Span(time.start, time.end)) for time in reading.times)


_BARE: tuple[tuple[str, Callable[[Document, Piece], bool]], ...] = (
    (TOO_LONG, _is_too_long),
    (IN_AN_ADDRESS, lambda _document, piece: not piece.bare),
    (IN_A_DATE, _is_in_a_date),
    (NO_UNIT, lambda _document, _piece: True),
)
"""What a number without a place among the quantities can be; the first that applies counts."""
