"""How findings are written, one text after the other: as a table, JSON Lines, CSV, one page of HTML or one Parquet file."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import BinaryIO, Protocol

from mineralclaims import report
from mineralclaims._claims import Claims
from mineralclaims.cli.parquet import Parquet
from mineralclaims.cli.work import Done
from mineralclaims.output import terminal
from mineralclaims.output.csv_lines import to_csv
from mineralclaims.output.json_lines import dumps, to_jsonl
from mineralclaims.output.records import IDS, QUANTITY_KEYS, RECORD_KEYS, Record, quantity_to_dict
from mineralclaims.quantities.find import find_quantities

FORMATS = ("table", "jsonl", "csv", "html", "parquet")
OF_CLAIMS_ONLY = frozenset({"html", "parquet"})


class Writer(Protocol):
    """What writes the findings of texts."""

    def write(self, path: str, claims: Claims, *, extracted: bool) -> None:
        """Write those of one text."""

    def close(self) -> None:
        """Write what can only be written at the end."""


class Lines:
    """JSON Lines or CSV; where the text stands in no file, or is asked for, JSON Lines have it in a line of its own."""

    def __init__(
        self,
        stream: BinaryIO,
        rows: Callable[[Claims], list[Record]],
        keys: Sequence[str],
        *,
        csv: bool,
        several: bool,
        with_text: bool = False,
        header: bool = True,
    ) -> None:
        """Write to a stream; ``several`` puts the path first in each record."""
        self._stream, self._rows, self._keys = stream, rows, ["path", *keys] if several else list(keys)
        self._csv, self._several, self._with_text, self._header = csv, several, with_text, header

    def write(self, path: str, claims: Claims, *, extracted: bool) -> None:
        """Write the records of one text."""
        rows: list[Record] = self._rows(claims)
        if self._several:
            rows = [{"path": path, **row} for row in rows]
        if self._csv:
            lines, self._header = to_csv(rows, self._keys, header=self._header), False
        else:
            lines = to_jsonl(rows)
            if extracted or self._with_text:
                lines = f"{dumps({'path': path, 'type': 'document', 'text': claims.text})}\n{lines}"
        self._stream.write(lines.encode("utf-8", "replace"))

    def close(self) -> None:
        """Nothing is left to write."""


class Tables:
    """A table for each text, as wide as the terminal; a colour for each type on one that has colours."""

    def __init__(self, stream: BinaryIO, *, quantities: bool) -> None:
        """Write to a stream, claims or all quantities."""
        from rich.console import Console  # noqa: PLC0415 - only where a table is wanted

        self._text = io.TextIOWrapper(stream, encoding="utf-8", errors="replace", write_through=True)
        self._console, self._quantities = Console(file=self._text), quantities

    def write(self, path: str, claims: Claims, *, extracted: bool) -> None:  # noqa: ARG002 - a table shows no whole text
        """Write the table of one text."""
        if self._quantities:
            self._console.print(terminal.quantities_table(path, find_quantities(claims.text)))
        else:
            self._console.print(terminal.claims_table(path, claims))

    def close(self) -> None:
        """Give the stream back."""
        self._text.detach()


class Page:
    """One page for all texts, written at the end."""

    def __init__(self, stream: BinaryIO) -> None:
        """Write to a stream."""
        self._stream, self._documents = stream, dict[str, Claims]()

    def write(self, path: str, claims: Claims, *, extracted: bool) -> None:  # noqa: ARG002 - a page shows every text
        """Keep one text for the page."""
        self._documents[path] = claims

    def close(self) -> None:
        """Write the page."""
        title = f"Claims in {Path(next(iter(self._documents))).name}" if len(self._documents) == 1 else "Claims"
        self._stream.write(report.to_html(self._documents, title=title).encode("utf-8"))


def claim_rows(claims: Claims) -> list[Record]:
    """Return the records of claims."""
    return claims.to_dicts()


def quantity_rows(claims: Claims) -> list[Record]:
    """Return the records of all quantities of the text of claims."""
    return [quantity_to_dict(mention) for mention in find_quantities(claims.text)]


def writer(
    form: str, stream: BinaryIO, *, quantities: bool, several: bool, with_text: bool, with_ids: bool, header: bool
) -> Writer:
    """Return what writes a format to a stream; ``with_ids`` gives CSV a column for the ids of own entries."""
    if form == "table":
        return Tables(stream, quantities=quantities)
    if form == "html":
        return Page(stream)
    if form == "parquet":
        return Parquet(stream)
    claim_keys = (*RECORD_KEYS, IDS) if with_ids else RECORD_KEYS
    rows, keys = (quantity_rows, QUANTITY_KEYS) if quantities else (claim_rows, claim_keys)
    return Lines(stream, rows, keys, csv=form == "csv", several=several, with_text=with_text, header=header)


def save_text(folder: Path, done: Done) -> None:
    """Write the text that the spans of a path refer to into a folder, under the path with its separators as ``__``."""
    if done.claims is not None:
        name = "__".join(part for part in Path(done.path).parts if part not in {"/", "..", "."})
        name = name if name.endswith(".txt") else f"{name}.txt"
        (folder / name).write_text(done.claims.text, encoding="utf-8", errors="replace", newline="")
