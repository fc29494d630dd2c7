"""Records as Arrow tables and as frames of pandas and Polars; the libraries are imported when asked for, numbers stay exact."""

from __future__ import annotations

from decimal import Context, Decimal, Inexact, InvalidOperation
from typing import TYPE_CHECKING, Any

from mineralclaims.output.arrow_schema import COLUMNS, DIGITS, PLACES, WORDS, claim_schema, library

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from mineralclaims.output.records import Record

_STEP = Decimal(1).scaleb(-PLACES)
_EXACT = Context(prec=DIGITS, traps=[Inexact, InvalidOperation])


def to_arrow(records: Sequence[Record]) -> pa.Table:
    """Return a table with a row for each record, in the schema of :func:`claim_schema`.

    Raises:
        ImportError: pyarrow is not installed.
    """
    schema = claim_schema()
    return library("pyarrow", extra="arrow").table(claim_arrays(records, schema), schema=schema)


def to_pandas(records: Sequence[Record]) -> pd.DataFrame:
    """Return a frame with a row for each record: the Arrow table as pandas reads it.

    ``low`` and ``high`` are columns of ``Decimal``, spans are dictionaries with ``start`` and ``end``, words of fixed lists
    are categories.

    Raises:
        ImportError: pandas or pyarrow is not installed.
    """
    library("pandas", extra="pandas")
    library("pyarrow", extra="pandas")
    return to_arrow(records).to_pandas()


def to_polars(records: Sequence[Record]) -> pl.DataFrame:
    """Return a Polars frame with a row for each record: ``low`` and ``high`` are ``Decimal(38, 12)``, spans structs.

    Raises:
        ImportError: polars or pyarrow is not installed.
    """
    polars = library("polars", extra="polars")
    library("pyarrow", extra="polars")
    frame: pl.DataFrame = polars.from_arrow(to_arrow(records))
    return frame


def claim_arrays(rows: Sequence[Mapping[str, Any]], schema: pa.Schema) -> list[pa.Array]:
    """Return a column for each field of the schema of claims; what a row lacks is null in it.

    Args:
        rows: records of claims, or rows with an ``error`` and nothing else.
        schema: the one that ``claim_schema`` gives, with or without dictionaries.
    """
    arrow = library("pyarrow", extra="arrow")
    cells: dict[str, list[Any]] = {name: [row.get(name) for row in rows] for name in COLUMNS}
    for bound in ("low", "high"):
        _take_out_what_does_not_fit(cells, bound)
    return [_array(arrow, schema.field(name), kind, cells[name]) for name, kind in COLUMNS.items()]


def _take_out_what_does_not_fit(cells: dict[str, list[Any]], bound: str) -> None:
    """Move the numbers of a column that its decimals cannot hold exactly to the column of their digits, and say so."""
    for row, number in enumerate(cells[bound]):
        if number is None:
            continue
        try:
            cells[bound][row] = number.quantize(_STEP, context=_EXACT)
        except (Inexact, InvalidOperation):
            note = f"{bound} does not fit decimal128({DIGITS}, {PLACES}): its digits are in {bound}_digits"
            cells[bound][row] = None
            cells[f"{bound}_digits"][row] = f"{number:f}"
            cells["error"][row] = f"{cells['error'][row]}; {note}" if cells["error"][row] else note


def _array(arrow: Any, field: pa.Field, kind: str, values: list[Any]) -> pa.Array:  # noqa: ANN401 - pyarrow has no types
    """Return one column."""
    if kind == "span":
        spans = [value and {"start": value[0], "end": value[1]} for value in values]
        return arrow.array(spans, field.type)
    if kind in {"text", "word"}:
        values = [value and _storable(value) for value in values]
    if kind == "word" and arrow.types.is_dictionary(field.type):
        words = [*WORDS[field.name], *sorted({value for value in values if value is not None} - set(WORDS[field.name]))]
        places = {word: place for place, word in enumerate(words)} | {None: None}
        return arrow.DictionaryArray.from_arrays(
            arrow.array([places[value] for value in values], arrow.int32()), arrow.array(words, arrow.string())
        )
    return arrow.array(values, field.type)


def _storable(text: str) -> str:
    """Return a text with ``?`` for each lone surrogate, which no column of text can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")
