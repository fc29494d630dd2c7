"""Claims as W3C Web Annotations: the record as body, the place in the text as a position and as a quotation.

Source: W3C, Web Annotation Data Model, Recommendation of 23 February 2017 (sections 4.2.4 and 4.2.5: the selectors count code points).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from uuid import NAMESPACE_URL, uuid5

from mineralclaims.output.json_lines import dumps
from mineralclaims.output.records import claim_to_dict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from mineralclaims.claims.base import Claim

CONTEXT_IRI = "http://www.w3.org/ns/anno.jsonld"
RECORD_FORMAT = "application/json"
AROUND = 32  # code points of prefix and suffix


def web_annotations(claims: Iterable[Claim], text: str, source: str) -> list[dict[str, Any]]:
    """Return an annotation for each claim of a text that stands at the IRI ``source``."""
    return [_annotation(claim, text, source) for claim in claims]


def _annotation(claim: Claim, text: str, source: str) -> dict[str, Any]:
    record = dumps(claim_to_dict(claim))
    start, end = claim.span.start, claim.span.end
    return {
        "@context": CONTEXT_IRI,
        "id": uuid5(NAMESPACE_URL, f"{source}\n{record}").urn,
        "type": "Annotation",
        "motivation": "describing",
        "body": [
            {"type": "TextualBody", "purpose": "tagging", "value": claim.type},
            {"type": "TextualBody", "purpose": "describing", "format": RECORD_FORMAT, "value": record},
        ],
        "target": {
            "source": source,
            "selector": [
                {"type": "TextPositionSelector", "start": start, "end": end},
                {
                    "type": "TextQuoteSelector",
                    "exact": claim.text,
                    "prefix": text[max(0, start - AROUND) : start],
                    "suffix": text[end : end + AROUND],
                },
            ],
        },
    }
