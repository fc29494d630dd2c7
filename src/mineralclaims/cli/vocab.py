"""The command ``vocab``: which types, units, currencies and commodities are known."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator

import click

from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.cli.examples import examples
from mineralclaims.lexicons.loader import load
from mineralclaims.normalize.currency_table import currencies
from mineralclaims.normalize.unit_table import letter_forms, units, word_forms
from mineralclaims.output.json_lines import to_jsonl
from mineralclaims.output.terminal import plain_table

Row = dict[str, str]


def _types() -> Iterator[Row]:
    for each in CLAIM_TYPES:
        said = (each.__doc__ or "").partition("\n")[0]
        yield {"name": each.type, "class": each.__name__, "aspects": ", ".join(each.aspects), "what": said}


def _units() -> Iterator[Row]:
    spellings: dict[str, list[str]] = {}
    for form in (*word_forms().values(), *letter_forms().values()):
        spellings.setdefault(form.unit, []).append(form.text)
    for symbol, known in units().items():
        written = ", ".join(spellings.get(symbol, ()))
        yield {"name": symbol, "in words": known.name, "measures": known.dimension, "spellings": written}


def _currencies() -> Iterator[Row]:
    for code, known in currencies().items():
        yield {"name": code, "in words": known.name, "nouns": ", ".join(known.nouns)}


def _commodities() -> Iterator[Row]:
    for entry in load("commodities")["commodity"]:
        symbols = [each if isinstance(each, str) else each["text"] for each in entry.get("symbols", ())]
        aliases = [alias for alias in entry.get("aliases", ()) if alias != entry["name"]]
        yield {
            "name": entry["name"],
            "kind": entry.get("kind", "mineral"),
            "also": ", ".join([*aliases, *entry.get("letters", ()), *symbols]),
        }


LISTS: dict[str, Callable[[], Iterator[Row]]] = {
    "types": _types,
    "units": _units,
    "currencies": _currencies,
    "commodities": _commodities,
}


@click.command(
    epilog=examples(
        "mineralclaims vocab types", "mineralclaims vocab units --find ounce", "mineralclaims vocab commodities --format jsonl"
    )
)
@click.argument("lists", nargs=-1, type=click.Choice(list(LISTS)), metavar="[types|units|currencies|commodities]...")
@click.option("--find", metavar="WORD", help="Only entries that have this word in any column.")
@click.option("--format", "form", type=click.Choice(["table", "jsonl"]), help="Default: table on a terminal, jsonl in a pipe.")
def vocab(lists: tuple[str, ...], find: str | None, form: str | None) -> None:
    """List the types, units, currencies and commodities that are known; all lists unless some are named."""
    chosen = form or ("table" if sys.stdout.isatty() else "jsonl")
    for name in lists or LISTS:
        rows = [row for row in LISTS[name]() if find is None or any(find.casefold() in cell.casefold() for cell in row.values())]
        if chosen == "jsonl":
            click.echo(to_jsonl({"list": name, **row} for row in rows).encode("utf-8"), nl=False)
        elif rows:
            from rich.console import Console  # noqa: PLC0415 - only where a table is wanted

            Console().print(plain_table(name, tuple(rows[0]), [tuple(row.values()) for row in rows]))
