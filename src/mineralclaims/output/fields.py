"""What a person reads of a claim, field by field: the columns of the table and the lines of the card."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from mineralclaims.claims.base import Claim

FIELDS: tuple[tuple[str, Callable[[Claim], object]], ...] = (
    ("text", lambda claim: claim.text),
    ("quantity", lambda claim: claim.quantity),
    ("commodity", lambda claim: claim.commodity),
    ("subject", lambda claim: claim.subject),
    ("object", lambda claim: claim.object),
    ("aspect", lambda claim: claim.aspect),
    ("source", lambda claim: claim.attribution),
    ("modality", lambda claim: claim.modality.value),
    ("date", lambda claim: claim.date),
    ("category", lambda claim: claim.category),
    ("basis", lambda claim: claim.basis),
)
"""The name of each field and how to get it, in the order of the table."""
LABELS = tuple(label for label, _ in FIELDS)


def values(claim: Claim) -> Iterator[str]:
    """Give the fields of a claim as words, "" for what is not known."""
    for _, value_of in FIELDS:
        value = value_of(claim)
        yield "" if value is None else str(value)
