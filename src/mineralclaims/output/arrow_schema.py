"""The columns of claims in Arrow: one table of names and kinds, and the Arrow schema made of it."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, get_args

from mineralclaims.claims.base import Modality
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.output.records import RECORD_KEYS
from mineralclaims.quantities.model import TonKind

if TYPE_CHECKING:
    import pyarrow as pa

SCHEMA_VERSION = 1
"""Goes up when a column is renamed, removed or changes its type or meaning; a new column at the end leaves it as it is."""
VERSION_KEY = b"mineralclaims.arrow_schema"
DIGITS, PLACES = 38, 12  # of decimal128: 26 digits before the point, 12 after it

WORDS: dict[str, tuple[str, ...]] = {
    "type": tuple(claim_type.type for claim_type in CLAIM_TYPES),
    "aspect": tuple(dict.fromkeys(aspect for claim_type in CLAIM_TYPES for aspect in claim_type.aspects)),
    "modality": tuple(modality.value for modality in Modality),
    "ton_kind": get_args(TonKind),
}
"""The columns whose values are words of a fixed list, with their words: the same dictionary in every batch."""
_KINDS = {
    **dict.fromkeys(RECORD_KEYS, "text"),
    **dict.fromkeys(("start", "end"), "offset"),
    **dict.fromkeys(("low", "high"), "number"),
    **dict.fromkeys(("subject_span", "object_span", "attribution_span", "sentence_span"), "span"),
    **dict.fromkeys(WORDS, "word"),
    "approximate": "yes_no",
}
COLUMNS: dict[str, str] = {
    **{key: _KINDS[key] for key in RECORD_KEYS},
    "low_digits": "text",
    "high_digits": "text",
    "error": "text",
}
"""Each column with its kind. First the keys of the record; then the digits of bounds that ``decimal128(38, 12)`` cannot hold
(the bound itself is null there), and what was wrong with the row."""

_SPARK_TYPES = {
    "text": "string",
    "word": "string",
    "offset": "bigint",
    "number": f"decimal({DIGITS},{PLACES})",
    "span": "struct<start:bigint,end:bigint>",
    "yes_no": "boolean",
}


def library(name: str, *, extra: str) -> Any:  # noqa: ANN401 - a module of a library without types
    """Return an optional library.

    Raises:
        ImportError: it is not installed; the message names the extra that brings it.
    """
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"{name} is not installed: pip install 'mineralclaims[{extra}]'", name=name) from error


def claim_schema(*, dictionary: bool = True) -> pa.Schema:
    """Return the Arrow schema of claims, its version in the metadata under ``mineralclaims.arrow_schema``.

    Args:
        dictionary: whether ``type``, ``aspect``, ``modality`` and ``ton_kind`` are dictionaries; plain strings else, for readers
            that know no dictionaries, such as Spark.

    Raises:
        ImportError: pyarrow is not installed.
    """
    arrow = library("pyarrow", extra="arrow")
    types = {
        "text": arrow.string(),
        "word": arrow.dictionary(arrow.int32(), arrow.string()) if dictionary else arrow.string(),
        "offset": arrow.int64(),
        "number": arrow.decimal128(DIGITS, PLACES),
        "span": arrow.struct([("start", arrow.int64()), ("end", arrow.int64())]),
        "yes_no": arrow.bool_(),
    }
    version = {VERSION_KEY: str(SCHEMA_VERSION).encode()}
    return arrow.schema([(name, types[kind]) for name, kind in COLUMNS.items()], metadata=version)


def spark_columns() -> str:
    """Return the columns as Spark writes a schema: ``type string, start bigint, …``."""
    return ", ".join(f"`{name}` {_SPARK_TYPES[kind]}" for name, kind in COLUMNS.items())
