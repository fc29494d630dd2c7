"""A claim as a flat record, and back: the one place that names the record's keys."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mineralclaims.claims.base import Claim
    from mineralclaims.quantities.model import Quantity, QuantityMention
    from mineralclaims.spans import Mention, Span

RECORD_KEYS = (
    "type",
    "start",
    "end",
    "text",
    "low",
    "high",
    "unit",
    "approximate",
    "per",
    "commodity",
    "subject",
    "subject_span",
    "object",
    "object_span",
    "aspect",
    "attribution",
    "attribution_span",
    "modality",
    "date",
    "category",
    "basis",
    "sentence_span",
    "ton_kind",
)
QUANTITY_KEYS = ("start", "end", "text", "kind", "low", "high", "unit", "approximate", "per")

IDS = "ids"
"""The key of the ids of own entries by field; only records that have some have it."""

Value = str | bool | int | Decimal | list[int] | dict[str, str] | None
Record = dict[str, Value]


def claim_to_dict(claim: Claim) -> Record:
    """Return the flat record of a claim, with the keys of ``RECORD_KEYS`` in their order."""
    quantity = claim.quantity
    values: dict[str, Any] = {
        "type": claim.type,
        "text": claim.text,
        "commodity": claim.commodity,
        "aspect": claim.aspect,
        "modality": claim.modality.value,
        "date": None if claim.date is None else str(claim.date),
        "category": claim.category,
        "basis": claim.basis,
        "sentence_span": _pair(claim.sentence),
        "ton_kind": quantity.ton_kind,
        **_place(claim.span),
        **_bounds(quantity),
    }
    for name, part in claim.parts():
        values |= _part(name, part)
    record: Record = {key: values[key] for key in RECORD_KEYS}
    return record | {IDS: claim.ids} if claim.entry_ids else record


def quantity_to_dict(mention: QuantityMention) -> Record:
    """Return the flat record of a quantity mention, with the keys of ``QUANTITY_KEYS`` in their order."""
    values = {"text": mention.text, "kind": mention.kind, **_place(mention.span), **_bounds(mention.quantity)}
    return {key: values[key] for key in QUANTITY_KEYS}


def _place(span: Span) -> Record:
    return {"start": span.start, "end": span.end}


def _bounds(quantity: Quantity) -> Record:
    return {key: getattr(quantity, key) for key in ("low", "high", "unit", "approximate", "per")}


def _pair(span: Span) -> list[int]:
    return [span.start, span.end]


def _part(name: str, part: Mention | None) -> Record:
    if part is None:
        return {name: None, f"{name}_span": None}
    return {name: part.text, f"{name}_span": _pair(part.span)}
