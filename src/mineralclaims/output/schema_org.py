"""Claims in the words of schema.org: a Claim about a QuantitativeValue or a MonetaryAmount.

Sources: schema.org, version 28 (2024), for the types; UN/CEFACT Recommendation 20, revision 17 (2021), for the unit codes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from mineralclaims.claims.base import Modality
from mineralclaims.normalize.currency_table import currencies

if TYPE_CHECKING:
    from mineralclaims.claims.base import Claim
    from mineralclaims.quantities.model import Quantity

_UNIT_CODES = {
    "%": "P1",
    "ppm": "59",
    "ppb": "61",
    "t": "TNE",
    "short_ton": "STN",
    "long_ton": "LTN",
    "kg": "KGM",
    "g": "GRM",
    "mg": "MGM",
    "lb": "LBR",
    "oz_t": "APZ",
    "oz": "ONZ",
    "ct": "CTM",
    "bbl": "BLL",
    "L": "LTR",
    "gal": "GLL",
    "m3": "MTQ",
    "ft3": "FTQ",
    "Btu": "BTU",
    "Wh": "WHR",
    "J": "JOU",
    "kg/m3": "KMQ",
    "mg/L": "M1",
}
"""The code of each unit that has one; a rate has none, as the code of its unit would say less than its text."""


def schema_org(claim: Claim, source: str | None) -> dict[str, Any]:
    """Return a claim as JSON-LD; numbers are ``Decimal``."""
    value = _value(claim.quantity)
    value["name"] = f"{claim.type}, {claim.aspect}" if claim.aspect else claim.type
    subject = claim.subject and {"@type": "Thing", "name": claim.subject.text}
    commodities = [{"@type": "Thing", "name": name} for name in (claim.commodity or "").split("; ") if name]
    target = claim.object and {"@type": "Thing", "name": claim.object.text}
    keywords = [claim.type, claim.aspect, claim.modality if claim.modality is not Modality.ASSERTED else None]
    fields = {
        "@context": "https://schema.org",
        "@type": "Claim",
        "text": claim.text,
        "mainEntity": value,
        "about": [thing for thing in (subject, target, *commodities) if thing],
        "keywords": [str(word) for word in (*keywords, claim.category, claim.basis) if word],
        "creditText": claim.attribution and claim.attribution.text,
        "temporalCoverage": claim.date and f"{claim.date.first}/{claim.date.last}",
        "appearance": source and {"@type": "CreativeWork", "url": source},
    }
    return {key: field for key, field in fields.items() if field}


def _value(quantity: Quantity) -> dict[str, Any]:
    """Return a quantity: one value where both bounds are the same, else the bounds that it has."""
    bounds = {"value": quantity.low} if quantity.low == quantity.high else {"minValue": quantity.low, "maxValue": quantity.high}
    code = _UNIT_CODES.get(quantity.unit) if quantity.per is None else None
    notes = {"per": quantity.per, "approximate": quantity.approximate or None}
    properties = [{"@type": "PropertyValue", "name": name, "value": note} for name, note in notes.items() if note is not None]
    fields = {**bounds, "unitText": quantity.unit, "unitCode": code, "additionalProperty": properties or None}
    value = {"@type": "QuantitativeValue", **{key: field for key, field in fields.items() if field is not None}}
    if quantity.unit not in currencies():
        return value
    return {"@type": "MonetaryAmount", "currency": quantity.unit, "value": value}
