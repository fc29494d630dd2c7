"""Reads the rows of ``cases/`` and ``passages/`` and says where records differ from them; no test by itself."""

from __future__ import annotations

import json
import re
import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

HERE = Path(__file__).parent
NUMBERS = {"low", "high"}
TEXTS = {"subject", "object", "attribution"}
_PLACES = Decimal("0.000001")  # rows write a third as 33.333333
_ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+", re.IGNORECASE)

Row = dict[str, Any]


def case_files() -> list[Path]:
    """Return the files of claim cases."""
    return [path for path in sorted((HERE / "cases").glob("*.toml")) if path.stem != "quantities"]


def toml_rows(path: Path, table: str) -> list[Any]:
    """Return the rows of a TOML file as test parameters that bear their text as name."""
    rows = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)[table]
    return [pytest.param(row, id=f"{path.stem}: {row['text'][:60]}", marks=marks(row)) for row in rows]


def marks(row: Row) -> list[pytest.MarkDecorator]:
    """Return the mark of a row that is known to go wrong: it fails the day it goes right, so that its ``known`` is taken out."""
    return [pytest.mark.xfail(reason=row["known"], strict=True, raises=AssertionError)] if "known" in row else []


def passages() -> list[Row]:
    """Return the gold documents of ``passages/``, file by file."""
    paths = sorted((HERE / "passages").glob("*.jsonl"))
    lines = [line for path in paths for line in path.read_text(encoding="utf-8").split("\n")]
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in lines if line.strip()]


def wanted(claim: Row) -> Row:
    """Return the fields that a row pins: ``value`` as both bounds, the word ``null`` as None."""
    fields = {key: None if value == "null" else value for key, value in claim.items() if key not in {"quote", "nth", "optional"}}
    if "value" in fields:
        fields["low"] = fields["high"] = fields.pop("value")
    return fields


def differences(fields: Row, record: Row) -> list[str]:
    """Return a line for each field of a record that is not as wanted."""
    return [f"{key}: {record[key]!r}, not {value!r}" for key, value in fields.items() if not same(key, value, record[key])]


def same(key: str, value: object, found: object) -> bool:
    """Return whether a field is right: numbers to six places, texts without article; a list names all that are."""
    if isinstance(value, list):
        return any(same(key, each, found) for each in value)
    if value is None or found is None:
        return value is found
    if key in NUMBERS:
        return abs(Decimal(str(value)) - Decimal(str(found))) <= _PLACES
    if key in TEXTS:
        return _ARTICLE.sub("", str(value)).casefold() == _ARTICLE.sub("", str(found)).casefold()
    return value == found


def span_of(text: str, claim: Row) -> tuple[int, int]:
    """Return where the quote of a gold claim stands: its ``nth`` occurrence."""
    at = -1
    for _ in range(int(claim.get("nth", 1))):
        at = text.index(claim["quote"], at + 1)
    return at, at + len(claim["quote"])
