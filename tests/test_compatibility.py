"""What earlier versions have written still reads as the same claims."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path

import pytest

from building import CLAIMS, TEXT
from mineralclaims import Claims
from mineralclaims.arrow import SCHEMA_VERSION, claim_schema, read_records
from mineralclaims.interchange import RECORD_VERSION, record_schema
from mineralclaims.output.json_lines import loads
from rows import HERE

FOLDER = HERE / "compatibility"
RECORDS = sorted(FOLDER.glob("records-*.jsonl"))
TABLES = sorted(FOLDER.glob("claims-*.parquet"))


def test_every_version_is_kept() -> None:
    assert [path.stem for path in RECORDS] == [f"records-{number}" for number in range(1, RECORD_VERSION + 1)]
    assert [path.stem for path in TABLES] == [f"claims-{number}" for number in range(1, SCHEMA_VERSION + 1)]
    assert (FOLDER / "text.txt").read_text(encoding="utf-8") == TEXT


@pytest.mark.parametrize("path", RECORDS, ids=lambda path: path.stem)
def test_records_read_back(path: Path) -> None:
    claims = Claims.from_dicts(map(loads, path.read_text(encoding="utf-8").splitlines()), TEXT)
    assert claims[:4] == CLAIMS
    assert [claim.quantity.ton_kind for claim in claims] == ["unstated", None, None, "metric", None]
    assert claims[4].quantity.high == Decimal("1e30")


def test_records_are_written_as_they_were() -> None:
    lines = (FOLDER / f"records-{RECORD_VERSION}.jsonl").read_text(encoding="utf-8").splitlines()
    for line, claim in zip(lines, CLAIMS, strict=False):
        written = json.loads(CLAIMS[list(CLAIMS).index(claim) :][:1].to_jsonl())
        assert {key: written[key] for key in json.loads(line)} == json.loads(line)
    assert set(json.loads(lines[0])) <= set(record_schema()["properties"])


@pytest.mark.parametrize("path", TABLES, ids=lambda path: path.stem)
def test_tables_read_back(path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    claims = Claims.from_dicts(read_records(parquet.read_table(path)), TEXT)
    assert claims[:4] == CLAIMS
    assert claims[4].quantity.high == Decimal("1e30")


def test_columns_keep_their_names_and_types() -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    kept = parquet.read_table(FOLDER / f"claims-{SCHEMA_VERSION}.parquet").schema
    assert list(claim_schema())[: len(kept)] == list(kept)
