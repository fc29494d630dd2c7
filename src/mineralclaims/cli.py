"""The command line: files or standard input in; a table, JSON Lines, CSV or Parquet out."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn, Protocol

import click

from mineralclaims._parquet import parquet_of
from mineralclaims._pipeline import extract_claims
from mineralclaims._version import __version__
from mineralclaims.output import terminal
from mineralclaims.output.csv_lines import to_csv
from mineralclaims.output.json_lines import to_jsonl
from mineralclaims.output.records import QUANTITY_KEYS, RECORD_KEYS, claim_to_dict, quantity_to_dict
from mineralclaims.quantities.find import find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from datetime import date, datetime

    from rich.table import Table

    from mineralclaims.output.records import Record

FORMATS = click.Choice(["table", "jsonl", "csv"])


class Writer(Protocol):
    """What writes the findings of one text; ``first`` is true for the first text that could be read."""

    def __call__(self, path: str, text: str, *, first: bool) -> None:
        """Write them to standard output."""


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__)
def cli() -> None:
    """Typed claims from news about minerals, energy and trade."""


_paths = click.argument("paths", nargs=-1, required=True, metavar="PATH...")
_format = click.option("--format", "form", type=FORMATS, help="Default: table on a terminal, jsonl in a pipe.")


@cli.command()
@_paths
@click.option(
    "--format", "form", type=click.Choice([*FORMATS.choices, "parquet"]), help="Default: table on a terminal, jsonl in a pipe."
)
@click.option(
    "--published",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Day of publication (2025-03-31), which relative dates are resolved against.",
)
def extract(paths: tuple[str, ...], form: str | None, published: datetime | None) -> None:
    """Print the claims of text files in UTF-8 ("-": standard input)."""
    day = published.date() if published else None
    if form == "parquet":
        _run_parquet(paths, day)
    several = len(paths) > 1

    def table(path: str, text: str) -> Table:
        return terminal.claims_table(path, extract_claims(text, published=day))

    def records(text: str) -> list[Record]:
        return [claim_to_dict(claim) for claim in extract_claims(text, published=day)]

    _run(paths, _writer(form, table, records, RECORD_KEYS, several=several))


@cli.command()
@_paths
@_format
def quantities(paths: tuple[str, ...], form: str | None) -> None:
    """Print every quantity of text files in UTF-8, claim or not ("-": standard input)."""

    def table(path: str, text: str) -> Table:
        return terminal.quantities_table(path, find_quantities(text))

    def records(text: str) -> list[Record]:
        return [quantity_to_dict(mention) for mention in find_quantities(text)]

    _run(paths, _writer(form, table, records, QUANTITY_KEYS, several=len(paths) > 1))


def _writer(
    form: str | None,
    table: Callable[[str, str], Table],
    records: Callable[[str], list[Record]],
    keys: Sequence[str],
    *,
    several: bool,
) -> Writer:
    """Return what writes the findings of a text in the format asked for; with several texts, each row names its own."""
    chosen = form or ("table" if sys.stdout.isatty() else "jsonl")

    def write(path: str, text: str, *, first: bool) -> None:
        if chosen == "table":
            from rich.console import Console  # noqa: PLC0415 - only where a table is wanted

            Console().print(table(path, text))
            return
        rows = records(text)
        if several:
            rows = [{"path": path, **row} for row in rows]
        lines = to_jsonl(rows) if chosen == "jsonl" else to_csv(rows, ["path", *keys] if several else keys, header=first)
        click.echo(lines.encode("utf-8"), nl=False)

    return write


def _run(paths: Sequence[str], write: Writer) -> None:
    """Write the findings of all texts that can be read; the exit status is 1 where one cannot."""
    first, failed = True, False
    for path, text in _texts(paths):
        if text is None:
            failed = True
        else:
            write(path, text, first=first)
            first = False
    sys.exit(1 if failed else 0)


def _run_parquet(paths: Sequence[str], day: date | None) -> NoReturn:
    """Write one Parquet file with the claims of all texts that can be read; the exit status is 1 where one cannot."""
    if sys.stdout.isatty():
        raise click.UsageError("parquet is no text for a terminal: add > claims.parquet")
    unread: list[str] = []

    def readable() -> Iterator[tuple[str, str]]:
        for path, text in _texts(paths):
            if text is None:
                unread.append(path)
            else:
                yield path, text

    try:
        file = parquet_of(readable(), published=day)
    except ImportError as error:
        raise click.UsageError(str(error)) from None
    click.echo(file, nl=False)
    sys.exit(1 if unread else 0)


def _texts(paths: Sequence[str]) -> Iterator[tuple[str, str | None]]:
    """Give each path with its text, or with None after a line on standard error about why there is none."""
    for path in paths:
        try:
            data = sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes()
            yield path, data.decode("utf-8")
        except OSError as error:
            click.echo(f"mineralclaims: {path}: {error.strerror}", err=True)
            yield path, None
        except UnicodeDecodeError as error:
            click.echo(f"mineralclaims: {path}: not UTF-8: byte {error.object[error.start]:#04x} at {error.start}", err=True)
            yield path, None
