"""The claims of a text as a component of a spaCy pipeline: ``nlp.add_pipe("mineralclaims")`` (extra ``spacy``).

spaCy finds the component by the package's entry point, so that nothing needs to be imported. It writes the spans of the claims to
``doc.spans["claims"]``, in the order of the text, each with the type as its label; ``doc._.claims`` are the claims themselves and
``span._.claim`` the one behind a span. What is kept in the document is their JSON, so that a document can be pickled, sent between
processes and saved with its claims.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from spacy.language import Language
from spacy.tokens import Doc, Span, SpanGroup

from mineralclaims._claims import Claims
from mineralclaims._pipeline import Extractor
from mineralclaims.claims.base import Claim
from mineralclaims.claims.types import BY_NAME

_RECORDS = "mineralclaims"  # the key of user_data under which the JSON of the claims stands


@Language.factory(
    "mineralclaims",
    default_config={"types": list(BY_NAME), "spans_key": "claims"},
    assigns=["doc.spans", "doc._.claims"],
)
def create_component(nlp: Language, name: str, types: list[str], spans_key: str) -> ClaimFinder:  # noqa: ARG001 - spaCy's signature
    """Return the component.

    Args:
        nlp: the pipeline.
        name: the name of the component in it.
        types: the claim types to find.
        spans_key: where in ``doc.spans`` the spans stand.

    Raises:
        SettingError: a name in ``types`` that is no claim type.
    """
    return ClaimFinder(Extractor(types=frozenset(types)), spans_key)


class ClaimFinder:
    """Finds the claims of documents; ``doc._.published`` is the day of publication, a ``date`` or a string such as 2025-03-31."""

    def __init__(self, extractor: Extractor, spans_key: str) -> None:
        """Make the attributes of documents and spans known to spaCy."""
        self.extractor = extractor
        self.spans_key = spans_key
        for where, attribute, settings in (
            (Doc, "published", {"default": None}),
            (Doc, "claims", {"getter": _claims_of}),
            (Span, "claim", {"getter": _claim_of}),
        ):
            if not where.has_extension(attribute):
                where.set_extension(attribute, **settings)

    def __call__(self, doc: Doc) -> Doc:
        """Write the claims of a document into it."""
        claims = self.extractor.extract(doc.text, published=_published(doc))
        doc.user_data[_RECORDS] = claims.to_json()
        spans = [
            doc.char_span(claim.span.start, claim.span.end, label=claim.type, span_id=str(place), alignment_mode="expand")
            for place, claim in enumerate(claims)
        ]
        doc.spans[self.spans_key] = SpanGroup(doc, name=self.spans_key, spans=spans)
        return doc


def _published(doc: Doc) -> date | None:
    """Return the day that the user has set."""
    day = doc._.published
    return date.fromisoformat(day) if isinstance(day, str) else day


def _claims_of(doc: Doc) -> Claims:
    """Return the claims of a document; none where the component has not seen it."""
    return _read(doc.user_data.get(_RECORDS, "[]"), doc.text, _published(doc))


@lru_cache(maxsize=8)  # all spans of a document ask for its claims
def _read(records: str, text: str, published: date | None) -> Claims:
    return Claims.from_json(records, text, published=published)


def _claim_of(span: Span) -> Claim | None:
    """Return the claim behind a span of the component, None for any other span."""
    claims = _claims_of(span.doc)
    place = span.id_
    found = claims[int(place)] if place.isdecimal() and int(place) < len(claims) else None
    covered = found is not None and span.start_char <= found.span.start and found.span.end <= span.end_char
    return found if covered and found is not None and span.label_ == found.type else None
