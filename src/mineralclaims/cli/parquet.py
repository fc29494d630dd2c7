"""Claims of texts as one Parquet file; pyarrow is imported when one is written."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from mineralclaims.arrow import batch_schema
from mineralclaims.output.arrow_schema import claim_schema, library
from mineralclaims.output.tables import claim_arrays

if TYPE_CHECKING:
    from mineralclaims._claims import Claims
    from mineralclaims.output.records import Record

_ROWS_A_GROUP = 8192


class Parquet:
    """One Parquet file for all texts, each row with the ``path`` of its text; written to the stream at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        """Write to a stream.

        Raises:
            ImportError: pyarrow is not installed.
        """
        self._arrow = library("pyarrow", extra="arrow")
        self._claims = claim_schema()
        self._schema = batch_schema(self._arrow.schema([("path", self._arrow.string())]), id_column="path")
        self._stream, self._bytes = stream, BytesIO()
        self._file = library("pyarrow.parquet", extra="arrow").ParquetWriter(self._bytes, self._schema)
        self._paths: list[str] = []
        self._rows: list[Record] = []

    def write(self, path: str, claims: Claims, *, extracted: bool) -> None:  # noqa: ARG002 - a table of claims has no texts
        """Keep the claims of one text, whose path may hold bytes that are no UTF-8, for the next group of rows."""
        rows = claims.to_dicts()
        self._rows += rows
        self._paths += [path.encode("utf-8", "replace").decode("utf-8")] * len(rows)
        if len(self._rows) >= _ROWS_A_GROUP:
            self._flush()

    def close(self) -> None:
        """Write the file."""
        self._flush()
        self._file.close()
        self._stream.write(self._bytes.getvalue())

    def _flush(self) -> None:
        """Write a group of rows."""
        columns = [self._arrow.array(self._paths, self._arrow.string()), *claim_arrays(self._rows, self._claims)]
        self._file.write_batch(self._arrow.RecordBatch.from_arrays(columns, schema=self._schema))
        self._paths, self._rows = [], []
