"""Records as a pandas frame or an Arrow table; both libraries are imported when asked for, numbers stay exact."""

from __future__ import annotations

from decimal import Decimal
from importlib import import_module
from typing import TYPE_CHECKING, Any

from mineralclaims.output.records import RECORD_KEYS

if TYPE_CHECKING:
    from collections.abc import Sequence

    import pandas as pd
    import pyarrow as pa

    from mineralclaims.output.records import Record

_OFFSETS = {"start", "end"}
_NUMBERS = {"low", "high"}
_PLACES = 12  # digits after the point in Arrow, where no number needs more
_NARROW, _WIDE = 38, 76  # digits that decimal128 and decimal256 hold


def to_pandas(records: Sequence[Record]) -> pd.DataFrame:
    """Return a frame with a row for each record; ``low`` and ``high`` are columns of ``Decimal``.

    Raises:
        ImportError: pandas is not installed.
    """
    pandas = _library("pandas", extra="pandas")
    types = dict.fromkeys(_OFFSETS, "int64") | dict.fromkeys(_NUMBERS, "object") | {"approximate": "bool"}
    columns = _columns(records)
    return pandas.DataFrame({key: pandas.Series(columns[key], dtype=types.get(key, "object")) for key in RECORD_KEYS})


def to_arrow(records: Sequence[Record]) -> pa.Table:
    """Return a table with a row for each record.

    ``low`` and ``high`` are ``decimal128(38, 12)``, or a ``decimal256`` where a number of the column needs more digits.

    Raises:
        ImportError: pyarrow is not installed.
    """
    arrow = _library("pyarrow", extra="arrow")
    columns = _columns(records)
    schema = arrow.schema([(key, _arrow_type(arrow, key, columns[key])) for key in RECORD_KEYS])
    return arrow.table({key: arrow.array(columns[key], schema.field(key).type) for key in RECORD_KEYS}, schema=schema)


def _library(name: str, *, extra: str) -> Any:  # noqa: ANN401 - a module of a library without types
    try:
        return import_module(name)
    except ImportError as error:
        raise ImportError(f"{name} is not installed: pip install 'mineralclaims[{extra}]'", name=name) from error


def _columns(records: Sequence[Record]) -> dict[str, list[Any]]:
    return {key: [_storable(record[key]) for record in records] for key in RECORD_KEYS}


def _storable(value: object) -> object:
    """Return a text with ``?`` for each lone surrogate, which no column of text can hold; any other value as it is."""
    return value.encode("utf-8", "replace").decode("utf-8") if isinstance(value, str) else value


def _arrow_type(arrow: Any, key: str, values: list[Any]) -> Any:  # noqa: ANN401 - pyarrow has no types
    if key in _OFFSETS:
        return arrow.int64()
    if key in _NUMBERS:
        return _decimal_type(arrow, [value for value in values if value is not None])
    if key == "approximate":
        return arrow.bool_()
    return arrow.list_(arrow.int64(), 2) if key.endswith("_span") else arrow.string()


def _decimal_type(arrow: Any, numbers: list[Decimal]) -> Any:  # noqa: ANN401 - pyarrow has no types
    places = max([_PLACES, *(len(f"{number:f}".partition(".")[2]) for number in numbers)])
    whole = max([0, *(number.adjusted() + 1 for number in numbers)])
    if places == _PLACES and whole + places <= _NARROW:
        return arrow.decimal128(_NARROW, _PLACES)
    return arrow.decimal256(_WIDE, places)
