"""Write the tables of docs/units.md and docs/currencies.md from the lexicons, between their marks.

    python tools/doc_tables.py

A table stands between ``<!-- NAME -->`` and ``<!-- /NAME -->``; what stands there before is replaced. The test
tests/test_doc_tables.py fails where a page is not up to date.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from itertools import groupby
from pathlib import Path
from typing import Any

from mineralclaims.lexicons.loader import load
from mineralclaims.normalize.currency_table import currencies
from mineralclaims.normalize.unit_table import units
from mineralclaims.units import compound

DOCS = Path(__file__).parent.parent / "docs"
PAGES = ("units.md", "currencies.md")
_BASES = {
    "mass": "kg",
    "volume": "m3",
    "energy": "J",
    "ratio": "1",
    "points": "percentage point",
    "multiple": "1",
    "density": "kg/m3",
    "grade thickness": "m",
    "length": "m",
    "area": "m2",
}
_MARKED = re.compile(r"(?P<begin><!-- (?P<name>[a-z-]+) -->\n).*?(?P<end><!-- /(?P=name) -->)", re.DOTALL)


def code(words: Iterable[str]) -> str:
    """Return words as code, with commas; a stroke would end a cell of a table."""
    return ", ".join(f"`{word}`" for word in words).replace("|", "\\|")


def table(head: str, rows: Iterable[Iterable[str]]) -> str:
    """Return a table in Markdown."""
    names = head.split(" | ")
    lines = [f"| {head} |", "|" + "---|" * len(names), *(f"| {' | '.join(row)} |" for row in rows)]
    return "\n".join(lines) + "\n"


def unit_table() -> str:
    """Return the units by dimension, with their factors, codes and sources."""
    parts = []
    for dimension, group in groupby(units().values(), key=lambda known: known.dimension):
        rows = [
            (
                code([known.symbol]),
                known.name,
                "no fixed size"
                if known.factor is None
                else f"{known.factor:,f}" + (f" / {known.over:,f}" if known.over != 1 else ""),
                code([known.ucum]) if known.ucum else "",
                code([known.qudt]) if known.qudt else "",
                known.source,
            )
            for known in group
        ]
        parts.append(
            f"### {dimension.capitalize()}\n\n" + table(f"symbol | name | in {_BASES[dimension]} | UCUM | QUDT | source", rows)
        )
    return "\n".join(parts)


def form_table() -> str:
    """Return the spellings by what they mean."""
    rows = []
    for form in load("units")["form"]:
        times = Decimal(form.get("times", 1))
        meaning = f"{times:,f} × `{form['unit']}`" if times != 1 else f"`{form['unit']}`"
        notes = [form.get("ton_kind", "") and f"{form['ton_kind']} ton", "case counts" if form.get("case") else ""]
        notes.append("" if form.get("read", True) else "not sought in text")
        rows.append((code(form["text"]), meaning, form.get("per", ""), ", ".join(filter(None, notes))))
    return table("written | means | per | notes", rows)


def element_table() -> str:
    """Return the atomic weights."""
    return table(
        "symbol | element | weight",
        ((key, known["name"], known["weight"]) for key, known in load("stoichiometry")["element"].items()),
    )


def compound_table() -> str:
    """Return the compounds, with what claims count in them."""
    rows = []
    for entry in load("stoichiometry")["compound"]:
        weight = f"{compound(entry['formula']).weight:f}"
        counts = f"{entry['commodity']}, {entry['basis'].replace('_', ' ')}" if "basis" in entry else ""
        content = f"{Decimal(entry['content']) * 100:f}%" if "content" in entry else ""
        rows.append((code([entry["formula"]]), ", ".join(entry["names"]), weight, content, counts))
    return table("formula | also called | formula weight | content | claims of", rows)


def mixture_table() -> str:
    """Return what has no composition of its own."""
    return table("name | missing is", ((", ".join(entry["names"]), entry["missing"]) for entry in load("stoichiometry")["mixture"]))


def currency_table() -> str:
    """Return the currencies in use."""
    rows = [
        (
            code([known.code]),
            known.name,
            str(known.digits),
            ", ".join(known.minors),
            code((*known.marks, *known.words)),
            ", ".join(known.countries),
        )
        for known in currencies().values()
        if known.until is None
    ]
    return table("code | name | digits | minor unit | its own marks and words | countries", rows)


def historic_table() -> str:
    """Return the historic currencies."""
    rows = [
        (
            code([known.code]),
            known.name,
            str(known.since),
            str(known.until),
            "" if known.per_euro is None else f"{known.per_euro:f} from {known.euro_from}",
            code((*known.marks, *known.words)),
        )
        for known in currencies().values()
        if known.until is not None
    ]
    return table("code | name | from | to | to one euro | its own marks and words", rows)


def shared_table() -> str:
    """Return the nouns, signs and minor units that several currencies share, with the default of each."""
    listed: list[tuple[dict[str, Any], str]] = [(entry, entry["noun"]) for entry in load("currencies")["noun"]]
    listed += [(entry, entry["minor"]) for entry in load("currencies")["minor"]]
    rows = []
    for entry, key in listed:
        users = [known.code for known in currencies().values() if key in (*known.nouns, *known.minors) and known.until is None]
        if len(users) > 1:
            rows.append((code((*entry.get("marks", ()), *entry["words"])), code([entry["default"]]), ", ".join(users)))
    return table("written | default | currencies in use", rows)


TABLES: dict[str, Callable[[], str]] = {
    "units": unit_table,
    "spellings": form_table,
    "elements": element_table,
    "compounds": compound_table,
    "mixtures": mixture_table,
    "currencies": currency_table,
    "historic": historic_table,
    "shared": shared_table,
}


def filled(page: str) -> str:
    """Return a page with its tables as the lexicons have them."""
    return _MARKED.sub(lambda match: f"{match['begin']}\n{TABLES[match['name']]()}\n{match['end']}", page)


def main() -> None:
    """Write the pages."""
    for name in PAGES:
        path = DOCS / name
        path.write_text(filled(path.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
