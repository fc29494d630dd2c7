"""Claims on Arrow: from batches of texts to batches of claims, the one kernel that every engine with Arrow can run.

The columns, their types and the version of the schema are described in the documentation under Frames. Needs the extra
``arrow``; importing this module does not.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from mineralclaims._pipeline import Extractor
from mineralclaims.errors import RecordError, SettingError
from mineralclaims.output.arrow_schema import COLUMNS, SCHEMA_VERSION, VERSION_KEY, claim_schema, library, spark_columns
from mineralclaims.output.records import RECORD_KEYS, claim_to_dict
from mineralclaims.output.tables import claim_arrays

if TYPE_CHECKING:
    import pyarrow as pa

    from mineralclaims.output.records import Record

__all__ = ["SCHEMA_VERSION", "batch_schema", "claim_schema", "extract_batches", "extract_table", "read_records", "spark_ddl"]

Row = Mapping[str, Any]

_ROWS_A_BATCH = 8192
_EVERYTHING = Extractor()


def batch_schema(texts: pa.Schema, *, id_column: str, dictionary: bool = True) -> pa.Schema:
    """Return the schema of the batches that :func:`extract_batches` gives: the id column, then the columns of claims.

    Args:
        texts: the schema of the batches of texts.
        id_column: the column of ``texts`` whose values are repeated on each row.
        dictionary: as for :func:`claim_schema`.

    Raises:
        SettingError: ``texts`` has no such column, or a column of claims has its name.
    """
    if id_column in COLUMNS:
        raise SettingError(
            f"id_column is {id_column!r}, which is a column of claims too; rename it to another than {', '.join(COLUMNS)}"
        )
    claims = claim_schema(dictionary=dictionary)
    fields = [texts.field(_position(texts, "id_column", id_column)), *claims]
    return library("pyarrow", extra="arrow").schema(fields, metadata=claims.metadata)


def spark_ddl(id_column: str, id_type: str) -> str:
    """Return the schema of the batches as Spark's ``mapInArrow`` wants it.

    Args:
        id_column: the name of the id column.
        id_type: its type in Spark's words, such as ``"bigint"`` or ``"string"``.
    """
    quoted = id_column.replace("`", "``")
    return f"`{quoted}` {id_type}, {spark_columns()}"


def extract_batches(
    batches: Iterable[pa.RecordBatch],
    *,
    text_column: str,
    id_column: str,
    published_column: str | None = None,
    extractor: Extractor = _EVERYTHING,
    dictionary: bool = True,
) -> Iterator[pa.RecordBatch]:
    """Give batches of claims for batches of texts, a row for each claim, in the order of the texts.

    A row whose text is null or no text, whose day is none, or at which anything else goes wrong, gives one row with what was wrong in
    the column ``error`` and nulls in the others; the rows around it are read. A text without claims gives no row.

    Args:
        batches: record batches, all with the columns named below; a table's ``to_batches()``, what Spark's ``mapInArrow`` passes.
        text_column: the column of texts.
        id_column: the column that says which text a claim is of; repeated on each row.
        published_column: the column of the days of publication: dates, timestamps or strings such as ``2025-03-31``, null where
            unknown; none if not given.
        extractor: whose claims are given.
        dictionary: as for :func:`claim_schema`; False for Spark.

    Raises:
        SettingError: a batch has no column of that name, two of it, or the id column has the name of a column of claims.
        ImportError: pyarrow is not installed.
    """
    arrow = library("pyarrow", extra="arrow")
    claims = claim_schema(dictionary=dictionary)
    for batch in batches:
        schema = batch_schema(batch.schema, id_column=id_column, dictionary=dictionary)
        ids = batch.column(_position(batch.schema, "id_column", id_column))
        for places, rows in _portions(_rows(batch, text_column, published_column, extractor)):
            columns = [ids.take(arrow.array(places, arrow.int64())), *claim_arrays(rows, claims)]
            yield arrow.RecordBatch.from_arrays(columns, schema=schema)


def extract_table(
    texts: pa.Table,
    *,
    text_column: str,
    id_column: str,
    published_column: str | None = None,
    extractor: Extractor = _EVERYTHING,
    dictionary: bool = True,
) -> pa.Table:
    """Return the claims of a table of texts as one table: what :func:`extract_batches` gives, put together.

    Args:
        texts: the table; a frame's ``to_arrow()``, what Ray's ``map_batches`` passes with the batch format ``pyarrow``.
        text_column: as for :func:`extract_batches`, like the other arguments and the errors.
        id_column: likewise.
        published_column: likewise.
        extractor: likewise.
        dictionary: likewise.
    """
    batches = extract_batches(
        texts.to_batches(),
        text_column=text_column,
        id_column=id_column,
        published_column=published_column,
        extractor=extractor,
        dictionary=dictionary,
    )
    schema = batch_schema(texts.schema, id_column=id_column, dictionary=dictionary)
    return library("pyarrow", extra="arrow").Table.from_batches(batches, schema=schema)


def read_records(claims: pa.Table | pa.RecordBatch) -> Iterator[Record]:
    """Give the records of a table or batch of claims, from which ``Claims.from_dicts`` makes equal claims again.

    Rows without a claim, which only say what was wrong with a text, are left out; other columns, such as the id, are kept.

    Raises:
        RecordError: a column is missing, or the schema is of a later version than this package knows.
    """
    version = (claims.schema.metadata or {}).get(VERSION_KEY, b"1").decode(errors="replace")
    if version not in map(str, range(1, SCHEMA_VERSION + 1)):
        raise RecordError(f"the table has version {version} of the schema; known are 1 to {SCHEMA_VERSION}")
    missing = [key for key in RECORD_KEYS if key not in claims.schema.names]
    if missing:
        raise RecordError(f"the table lacks the columns {', '.join(missing)}")
    return (_record(row) for row in claims.to_pylist() if row["type"] is not None)


def _record(row: dict[str, Any]) -> Record:
    """Return a row of Arrow as a record: exact bounds, spans as pairs, none of the columns that only Arrow has."""
    for key, kind in COLUMNS.items():
        if kind == "span" and row[key] is not None:
            row[key] = [row[key]["start"], row[key]["end"]]
        elif kind == "number" and row.get(f"{key}_digits") is not None:
            row[key] = Decimal(row[f"{key}_digits"])
    return {key: value for key, value in row.items() if key in RECORD_KEYS or key not in COLUMNS}


def _position(schema: pa.Schema, argument: str, column: str) -> int:
    """Return where a column stands."""
    places: list[int] = schema.get_all_field_indices(column)
    if len(places) == 1:
        return places[0]
    problem = "of which there are several" if places else "but there is none"
    raise SettingError(f"{argument} is {column!r}, {problem} among the columns {', '.join(schema.names)}")


def _rows(batch: pa.RecordBatch, text_column: str, published_column: str | None, extractor: Extractor) -> Iterator[tuple[int, Row]]:
    """Give the rows of claims and errors, each with the place of its text in the batch."""
    texts = _cells(batch.column(_position(batch.schema, "text_column", text_column)))
    days: list[object] = [None] * len(texts)
    if published_column is not None:
        days = _cells(batch.column(_position(batch.schema, "published_column", published_column)))
    for place, (text, day) in enumerate(zip(texts, days, strict=True)):
        try:
            for claim in extractor.extract(_text(text), published=_day(day)):
                yield place, claim_to_dict(claim)
        except Exception as error:  # noqa: BLE001 - one text that goes wrong must not take its batch with it
            yield place, {"error": str(error) if isinstance(error, _BadCellError) else f"{type(error).__name__}: {error}"}


class _BadCellError(ValueError):
    """A cell that holds no text, or no day."""


def _cells(column: pa.Array) -> list[object]:
    """Return the values of a column; bytes where a cell that should hold UTF-8 does not."""
    try:
        cells: list[object] = column.to_pylist()
    except UnicodeDecodeError:
        return [_cell(cell) for cell in column]
    return cells


def _cell(cell: pa.Scalar) -> object:
    """Return the value of one cell."""
    try:
        return cell.as_py()
    except UnicodeDecodeError:
        return bytes(cell.as_buffer())


def _text(cell: object) -> str:
    """Return a cell that holds a text."""
    if isinstance(cell, str):
        return cell
    raise _BadCellError("the text is null" if cell is None else f"the text is no text but {type(cell).__name__}")


def _day(cell: object) -> date | None:
    """Return a cell that holds a day, a time of one, or one written as 2025-03-31."""
    if isinstance(cell, datetime):
        return cell.date()
    if cell is None or isinstance(cell, date):
        return cell
    try:
        return date.fromisoformat(str(cell))
    except ValueError:
        raise _BadCellError(f"the day of publication is {str(cell)[:40]!r}; a day is written 2025-03-31") from None


def _portions(rows: Iterable[tuple[int, Row]]) -> Iterator[tuple[list[int], list[Row]]]:
    """Give rows and their places a portion at a time, so that no batch of claims grows without bound; at least one portion."""
    places: list[int] = []
    portion: list[Row] = []
    given = False
    for place, row in rows:
        places.append(place)
        portion.append(row)
        if len(portion) == _ROWS_A_BATCH:
            yield places, portion
            places, portion, given = [], [], True
    if portion or not given:
        yield places, portion
