"""The JSON Schema of the record, made from the tables that the record itself is made from."""

from __future__ import annotations

from typing import Any, get_args

from mineralclaims.claims.base import Modality
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.output.records import RECORD_KEYS
from mineralclaims.quantities.model import TonKind

RECORD_VERSION = 1
"""Goes up when a key of the record is renamed, removed or changes its type or meaning; a new key leaves it as it is."""

_ID = f"https://mineralclaims.example/schema/record-{RECORD_VERSION}.json"
_DATE = "^[0-9]{4}(-Q[1-4]|-H[12]|-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
_OFFSET = {"type": "integer", "minimum": 0}
_SPAN = {"type": "array", "items": _OFFSET, "minItems": 2, "maxItems": 2}
_NUMBER = {"type": ["number", "null"]}
_WORDS = {"type": ["string", "null"]}

_KEYS: dict[str, dict[str, Any]] = {
    "type": {"enum": [claim_type.type for claim_type in CLAIM_TYPES], "description": "which of the eight types of claim it is"},
    "start": {**_OFFSET, "description": "where the quantity expression begins, in code points of the text"},
    "end": {**_OFFSET, "description": "where it ends, likewise; text[start:end] is the expression"},
    "text": {"type": "string", "minLength": 1, "description": "the quantity expression, verbatim"},
    "low": {**_NUMBER, "description": "the lower bound in the unit; null where only an upper bound is said"},
    "high": {**_NUMBER, "description": "the upper bound in the unit; null where only a lower bound is said"},
    "unit": {"type": "string", "minLength": 1, "description": "%, pp, bp, x, an ISO 4217 code or a unit symbol"},
    "approximate": {"type": "boolean", "description": "whether the text says about, around, nearly, some"},
    "per": {**_WORDS, "description": "the denominator of a rate: year, day, t, 1000 m3"},
    "commodity": {**_WORDS, "description": "canonical names, joined with '; '"},
    "subject": {**_WORDS, "description": "who or what has the quantity, verbatim"},
    "object": {**_WORDS, "description": "what it is in, of or for, verbatim"},
    "aspect": {"description": "what kind of the type it is; each type has its own"},
    "attribution": {**_WORDS, "description": "the source that the text names, verbatim"},
    "modality": {"enum": [modality.value for modality in Modality], "description": "how firmly it is said"},
    "date": {"type": ["string", "null"], "pattern": _DATE, "description": "the day, month, quarter, half or year it holds for"},
    "category": {**_WORDS, "description": "of a reserve: its reporting category as stated"},
    "basis": {**_WORDS, "description": "what an amount counts: ore, contained, oxide"},
    "ton_kind": {"enum": [None, *get_args(TonKind)], "description": "which ton the words of the text settle"},
}


def record_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of one record of ``Claim.to_dict``, as JSON Lines and JSON arrays hold it."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": _ID,
        "title": f"mineralclaims record, version {RECORD_VERSION}",
        "type": "object",
        "properties": {key: _key(key) for key in RECORD_KEYS},
        "required": list(RECORD_KEYS),
        "allOf": [
            {"anyOf": [{"properties": {bound: {"type": "number"}}} for bound in ("low", "high")]},
            *({"if": _is(claim_type.type), "then": _aspects(claim_type.aspects)} for claim_type in CLAIM_TYPES),
        ],
    }


def _key(key: str) -> dict[str, Any]:
    """Return the schema of one key; the span of a part is null where the part is."""
    if not key.endswith("_span"):
        return _KEYS[key]
    part = key.removesuffix("_span")
    nullable = {} if part == "sentence" else {"type": ["array", "null"]}
    return {**_SPAN, **nullable, "description": f"start and end of the {part}, in code points of the text"}


def _is(name: str) -> dict[str, Any]:
    return {"properties": {"type": {"const": name}}}


def _aspects(aspects: tuple[str, ...]) -> dict[str, Any]:
    return {"properties": {"aspect": {"enum": [None, *aspects]}}}
