"""Which entries of an own vocabulary a claim is about: ids for its unit, its commodity and its parts."""

from __future__ import annotations

from typing import Any

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.mentions.own_words import OwnWords
from mineralclaims.spans import Mention

_REACH = 100
_BESIDE_NAMES = frozenset({
    "the", "a", "an", "its", "their", "mine", "mines", "pit", "project", "projects", "deposit", "deposits", "field",
    "fields", "property", "shaft", "operation", "operations", "complex", "plant", "smelter", "refinery", "company",
    "group", "plc", "ltd", "limited", "inc", "corp", "corporation", "co", "llc", "sa", "ag", "nv",
})  # fmt: skip
"""Words that may stand in a part beside a name without making it another thing."""
_PARTS = ("subject", "object", "attribution")


def with_ids(claim: Claim, text: str, own: OwnWords) -> Claim:
    """Return a claim with the ids of the entries that it is about; a part that cuts a name short becomes the whole name."""
    ids: list[tuple[str, str]] = []
    changed: dict[str, Mention] = {}
    for field in _PARTS:
        part: Mention | None = getattr(claim, field)
        found = own.name_over(text, part.span, _REACH) if part is not None and own.names else None
        if part is None or found is None:
            continue
        name_id, place = found
        start, end = min(place.start, part.span.start), max(place.end, part.span.end)
        beside = f"{text[start : place.start]} {text[place.end : end]}".replace("'s", " ").replace("’s", " ")
        if _BESIDE_NAMES.issuperset(beside.lower().replace(".", " ").split()):
            ids.append((field, name_id))
            if (start, end) != (part.span.start, part.span.end):
                changed[field] = Mention.at(text, start, end)
    commodities = [own.commodity_ids.get(name) for name in (claim.commodity or "").split("; ")]
    if any(commodities):
        ids.append(("commodity", "; ".join(filter(None, commodities))))
    unit = own.unit_in(claim.text)
    if unit is not None:
        ids.append(("unit", unit))
    changes: dict[str, Any] = {"entry_ids": tuple(ids), **changed}
    return attrs.evolve(claim, **changes) if ids else claim
