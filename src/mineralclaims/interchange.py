"""Claims for other programs: JSON Schema, W3C Web Annotation, schema.org, MinMod.

What these functions return are plain dictionaries and lists; numbers are ``Decimal``, which :func:`to_json` writes with all digits.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mineralclaims._claims import Claims
from mineralclaims.output.json_lines import dumps
from mineralclaims.output.json_schema import RECORD_VERSION, record_schema
from mineralclaims.output.minmod import mineral_inventory
from mineralclaims.output.reattach import reattach
from mineralclaims.output.schema_org import schema_org
from mineralclaims.output.web_annotation import web_annotations

if TYPE_CHECKING:
    from mineralclaims.claims.base import Claim

__all__ = [
    "RECORD_VERSION",
    "reattach",
    "record_schema",
    "to_json",
    "to_mineral_inventory",
    "to_schema_org",
    "to_web_annotations",
]


def to_web_annotations(claims: Claims, *, source: str) -> list[dict[str, Any]]:
    """Return each claim as a W3C Web Annotation.

    The body is the record as JSON, the target a text position selector and a text quote selector, both in code points of
    ``claims.text``. The same claim of the same source always has the same ``id``.

    Args:
        claims: the claims of one text.
        source: the IRI at which the text stands, ``https://…`` or ``urn:…``.
    """
    return web_annotations(claims, claims.text, source)


def to_schema_org(claim: Claim, *, source: str | None = None) -> dict[str, Any]:
    """Return a claim as JSON-LD of schema.org: a ``Claim`` whose ``mainEntity`` is a ``QuantitativeValue`` or ``MonetaryAmount``.

    Units have their UN/CEFACT code where they have one; what a rate is per and whether the text says "about" are additional properties
    of the value.

    Args:
        claim: any claim.
        source: the address of the text, if it has one.
    """
    return schema_org(claim, source)


def to_mineral_inventory(*claims: Claim, document: str) -> dict[str, Any]:
    """Return a reserve, a grade, or one of each, as a MinMod ``MineralInventory``.

    That a reserve and a grade are of the same ore is for the caller to say; their commodities, categories and dates must agree.
    Commodity, categories, units and material form are named by their MinMod Q-ids, never by aliases. What MinMod has no field for
    ("about", an unstated ton) is in the comment of the reference. The confidence of an entity is 1: it says that the name is
    that entity, not that the claim is true.

    Args:
        claims: a ``ReserveEstimate`` of ore, an ``OreGrade``, or both.
        document: the IRI of the document that says so.

    Raises:
        InterchangeError: a claim does not fit: a range, a bound, a rate, contained metal, several commodities, a unit or category
            that MinMod has not, a claim that is no plain statement or estimate; the message says what.
    """
    return mineral_inventory(claims, document)


def to_json(value: Mapping[str, Any] | Sequence[Any]) -> str:
    """Return what the functions of this module return as JSON on one line; a ``Decimal`` is a number of the same digits."""
    return dumps(value)
