"""Records as CSV for spreadsheets: plain digits, spans as ``start:end``, ids as ``field=id``, nothing for null."""

from __future__ import annotations

import csv
import io
from decimal import Decimal
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


def to_csv(records: Iterable[Mapping[str, object]], keys: Sequence[str], *, header: bool = True) -> str:
    """Return records as CSV with the columns ``keys``, under a header line unless that is not wanted."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    if header:
        writer.writerow(keys)
    writer.writerows([_cell(record.get(key)) for key in keys] for record in records)
    return lines.getvalue()


def _cell(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, list):
        return ":".join(map(str, value))
    if isinstance(value, dict):
        return " ".join(f"{key}={item}" for key, item in value.items())
    return str(value)
