"""Claims of texts as one Parquet file; pyarrow is imported when one is written."""

from __future__ import annotations

from io import BytesIO
from itertools import islice
from typing import TYPE_CHECKING, Any

from mineralclaims.arrow import batch_schema, extract_batches
from mineralclaims.output.arrow_schema import library

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from datetime import date

_TEXTS_A_BATCH = 256


def parquet_of(texts: Iterable[tuple[str, str]], *, published: date | None) -> bytes:
    """Return the claims of texts as a Parquet file, each row with the ``path`` of its text.

    Args:
        texts: each path with its text.
        published: the day of all texts.

    Raises:
        ImportError: pyarrow is not installed.
    """
    arrow = library("pyarrow", extra="arrow")
    columns = arrow.schema([("path", arrow.string()), ("text", arrow.string()), ("published", arrow.date32())])
    batches = _batches(arrow, columns, iter(texts), published)
    file = BytesIO()
    with library("pyarrow.parquet", extra="arrow").ParquetWriter(file, batch_schema(columns, id_column="path")) as writer:
        for batch in extract_batches(batches, text_column="text", id_column="path", published_column="published"):
            writer.write_batch(batch)
    return file.getvalue()


def _batches(arrow: Any, columns: Any, texts: Iterator[tuple[str, str]], published: date | None) -> Iterator[Any]:  # noqa: ANN401
    """Give batches of texts, whose paths may hold bytes that are no UTF-8."""
    while rows := list(islice(texts, _TEXTS_A_BATCH)):
        paths = [path.encode("utf-8", "replace").decode("utf-8") for path, _ in rows]
        yield arrow.RecordBatch.from_pydict(
            {"path": paths, "text": [text for _, text in rows], "published": [published] * len(rows)}, schema=columns
        )
