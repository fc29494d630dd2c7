"""An annotation of an earlier version of a text, found again in a later one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.errors import ReattachError, RecordError
from mineralclaims.normalize.currency_table import is_currency
from mineralclaims.output.json_lines import loads
from mineralclaims.output.reading import claim_from_dict
from mineralclaims.output.web_annotation import RECORD_FORMAT
from mineralclaims.quantities.find import find_quantities
from mineralclaims.quantities.model import Quantity
from mineralclaims.spans import Mention, Span
from mineralclaims.text.lookalikes import fold
from mineralclaims.text.sentences import sentence_spans

_LEAST = 8  # code points around the quotation that must be as they were, unless the text ends there
_PARTS_WITHIN = 400  # code points that a part may have moved in relation to its number


@attrs.frozen
class Quote:
    """What the selectors of an annotation say, white space in it counting as one space."""

    exact: str
    prefix: str
    suffix: str
    start: int

    def likeness(self, text: str, span: Span) -> int:
        """Return how many code points right before and after a place are those of the quotation."""
        before = _shared(reversed(_plain(text[max(0, span.start - 2 * len(self.prefix)) : span.start])), reversed(self.prefix))
        return before + _shared(iter(_plain(text[span.end : span.end + 2 * len(self.suffix)])), iter(self.suffix))


def reattach(annotation: Mapping[str, Any], new_text: str) -> Claim:
    """Return the claim of an annotation with its places in an edited text.

    The quotation must stand there as it was, but for white space, with some of the words around it; its subject, object and source
    must stand near it. The number, its unit and all other fields are those of the annotation.

    Args:
        annotation: one of ``to_web_annotations``, as it was or read from JSON.
        new_text: the text as it is now.

    Raises:
        ReattachError: the claim cannot be found again; the message says what is not there, or where it could equally be.
        RecordError: the annotation has no selectors or no record.
    """
    quote, record = _read(annotation)
    claim = claim_from_dict(record)
    found = _place(quote, claim.quantity, new_text)
    moved = found.start - claim.span.start
    subject, object_, attribution = (part and _part(name, part, moved, new_text) for name, part in claim.parts())
    return attrs.evolve(
        claim,
        span=found,
        text=found.of(new_text),
        sentence=_sentence(found, new_text),
        subject=subject,
        object=object_,
        attribution=attribution,
    )


def _read(annotation: Mapping[str, Any]) -> tuple[Quote, Mapping[str, Any]]:
    """Return what the selectors of an annotation say, and its record."""
    try:
        selectors = {selector["type"]: selector for selector in annotation["target"]["selector"]}
        quote, position = selectors["TextQuoteSelector"], selectors["TextPositionSelector"]
        (record,) = [body["value"] for body in annotation["body"] if body.get("format") == RECORD_FORMAT]
        exact, prefix, suffix = (_plain(quote[key]) for key in ("exact", "prefix", "suffix"))
        return Quote(exact, prefix, suffix, int(position["start"])), loads(record)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        if isinstance(error, RecordError):
            raise
        raise RecordError(f"no annotation of a claim with both selectors and its record: {error!r}") from None


def _place(quote: Quote, quantity: Quantity, text: str) -> Span:
    """Return where the quotation stands and means the same: the place that has most of the words around it, if it is one place."""
    spans = list(_occurrences(quote.exact, text))
    if not spans:
        raise ReattachError(f"{quote.exact!r} is not in the text")
    numbers = {mention.span: mention.quantity for mention in find_quantities(text)}
    rated = [(quote.likeness(text, span), span) for span in spans if span in numbers and _same(numbers[span], quantity)]
    if not rated:
        raise ReattachError(f"{quote.exact!r} is in the text, but not as {quantity}")
    best = max(likeness for likeness, _ in rated)
    if best < min(_LEAST, len(quote.prefix) + len(quote.suffix)):
        raise ReattachError(f"{quote.exact!r} is in the text, but not in the words {quote.prefix!r} … {quote.suffix!r}")
    spans = [span for likeness, span in rated if likeness == best]
    unmoved = [span for span in spans if span.start == quote.start]
    if len(spans) > 1 and not unmoved:
        raise ReattachError(f"{quote.exact!r} stands in the same words at {', '.join(str(span.start) for span in spans)}")
    return (unmoved or spans)[0]


def _same(one: Quantity, other: Quantity) -> bool:
    """Return whether two quantities say the same.

    The same words of money can be in another currency by a setting of the extractor; what a quantity is per can be said elsewhere in a list.
    """
    money = is_currency(one.unit) and is_currency(other.unit)
    return (one.low, one.high) == (other.low, other.high) and (money or one.unit == other.unit)


def _occurrences(words: str, text: str) -> Iterator[Span]:
    """Give all places of words in a text, whatever white space is between them; none within a longer word."""
    pattern = r"\s+".join(map(re.escape, words.split(" ")))
    before = r"(?<!\w)" if words[:1].isalnum() else ""
    after = r"(?!\w)" if words[-1:].isalnum() else ""
    for match in re.finditer(before + pattern + after, text):
        yield Span(*match.span())


def _part(name: str, part: Mention, moved: int, text: str) -> Mention:
    """Return a part of the claim where the text has it nearest to where it should be."""
    wanted = part.span.start + moved
    start, end = max(0, wanted - _PARTS_WITHIN), wanted + len(part.text) + _PARTS_WITHIN
    places = [span.shifted(start) for span in _occurrences(_plain(part.text), text[start : max(start, end)])]
    if not places:
        raise ReattachError(f"the {name} {part.text!r} does not stand near the number any more")
    span = min(places, key=lambda place: abs(place.start - wanted))
    return Mention(span.of(text), span)


def _sentence(span: Span, text: str) -> Span:
    """Return the sentence that holds a place."""
    inside = [Span(start, end) for start, end in sentence_spans(fold(text)) if start < span.end and end > span.start]
    return Span(min(span.start, inside[0].start), max(span.end, inside[-1].end)) if inside else span


def _plain(text: str) -> str:
    """Return a text with one space for each run of white space."""
    return re.sub(r"\s+", " ", text)


def _shared(one: Iterator[str], other: Iterator[str]) -> int:
    """Return how many characters two texts begin with together."""
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs:
            break
        count += 1
    return count
