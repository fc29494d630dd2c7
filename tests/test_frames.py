"""Claims as Arrow tables and as frames: one schema, exact numbers, nothing lost."""

from __future__ import annotations

import re
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CLAIMS, MONEY, NONE, TEXT
from mineralclaims import Claim, Claims, RecordError
from mineralclaims.arrow import SCHEMA_VERSION, claim_schema, read_records, spark_ddl
from mineralclaims.output.arrow_schema import COLUMNS, WORDS
from mineralclaims.output.records import RECORD_KEYS

pa = pytest.importorskip("pyarrow")

NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**40), max_value=10**40)


def priced(low: Decimal | None, high: Decimal | None) -> Claims:
    """Return one claim with these bounds."""
    return Claims((attrs.evolve(MONEY, quantity=attrs.evolve(MONEY.quantity, low=low, high=high)),), TEXT)


def read_back(table: Any, text: str = TEXT) -> Claims:
    """Return the claims of a table."""
    return Claims.from_dicts(read_records(table), text)


def test_the_table_has_the_schema_whatever_the_claims() -> None:
    schema = claim_schema()
    for claims in (CLAIMS, NONE, priced(Decimal("1e30"), Decimal("1e-20"))):
        table = claims.to_arrow()
        table.validate(full=True)
        assert table.schema.equals(schema, check_metadata=True)
    assert schema.names == [*RECORD_KEYS, "low_digits", "high_digits", "error"] == list(COLUMNS)
    assert schema.metadata == {b"mineralclaims.arrow_schema": str(SCHEMA_VERSION).encode()}


def test_the_schema_is_described(root: Path) -> None:
    page = (root / "docs" / "frames.md").read_text(encoding="utf-8")
    described = dict(
        re.findall(r"^\| `(\w+)` \| ([a-z].*?) \|", page.partition("## The schema")[2].partition("## Many texts")[0], re.MULTILINE)
    )
    types = {
        "text": "string",
        "word": "dictionary of string",
        "offset": "int64",
        "number": "decimal128(38, 12)",
        "span": "struct of start, end (int64)",
        "yes_no": "bool",
    }
    assert described == {name: types[kind] for name, kind in COLUMNS.items()}
    assert list(described) == list(COLUMNS)
    assert f"This is version {SCHEMA_VERSION};" in page


def test_the_table_says_what_the_records_say() -> None:
    rows, records = CLAIMS.to_arrow().to_pylist(), CLAIMS.to_dicts()
    assert len(rows) == len(records) == 4
    for row, record in zip(rows, records, strict=True):
        spans = {key: None if span is None else [span["start"], span["end"]] for key, span in row.items() if key.endswith("_span")}
        assert {**row, **spans} == {**record, "low_digits": None, "high_digits": None, "error": None}


def test_words_of_fixed_lists_have_the_same_dictionary_in_every_table() -> None:
    for name, words in WORDS.items():
        for claims in (CLAIMS, CLAIMS[:1], NONE):
            column = claims.to_arrow().column(name).combine_chunks()
            assert tuple(column.dictionary.to_pylist()) == words
    odd = Claims((attrs.evolve(MONEY, aspect="ransom"),), TEXT).to_arrow()
    assert odd.column("aspect").to_pylist() == ["ransom"]
    assert odd.schema == claim_schema()


@pytest.mark.parametrize(
    ("number", "fits"),
    [
        ("2634.50", True),
        ("-0.000000000001", True),
        ("99999999999999999999999999.999999999999", True),
        ("1.0000000000000000", True),
        ("0.0000000000001", False),
        ("100000000000000000000000000", False),
        ("-5E+30", False),
        ("33.3333333333333", False),
    ],
)
def test_a_number_fits_exactly_or_is_kept_as_digits(number: str, fits: bool) -> None:
    table = priced(Decimal(number), Decimal(7)).to_arrow()
    row = table.to_pylist()[0]
    if fits:
        assert (row["low"], row["low_digits"], row["error"]) == (Decimal(number), None, None)
    else:
        assert (row["low"], Decimal(row["low_digits"])) == (None, Decimal(number))
        assert row["error"] == "low does not fit decimal128(38, 12): its digits are in low_digits"
    assert (row["high"], row["high_digits"]) == (7, None)
    assert read_back(table) == priced(Decimal(number), Decimal(7))


def test_two_numbers_that_do_not_fit_are_both_named() -> None:
    error = priced(Decimal("1e40"), Decimal("1e41")).to_arrow().column("error").to_pylist()[0]
    assert "low_digits" in error
    assert "high_digits" in error


@given(NUMBERS | st.none(), NUMBERS)
def test_any_bounds_survive_arrow(low: Decimal | None, high: Decimal) -> None:
    claims = priced(low, high)
    assert read_back(claims.to_arrow()) == claims


@pytest.mark.parametrize("claim", list(CLAIMS), ids=repr)
def test_claims_read_back(claim: Claim) -> None:
    claims = Claims((claim,), TEXT)
    assert read_back(claims.to_arrow()) == claims
    assert read_back(claims.to_arrow().to_batches()[0]) == claims


def test_a_table_of_a_later_version_or_with_too_few_columns_is_refused() -> None:
    table = CLAIMS.to_arrow()
    with pytest.raises(RecordError, match="version 99"):
        read_records(table.replace_schema_metadata({"mineralclaims.arrow_schema": "99"}))
    with pytest.raises(RecordError, match="unit, modality"):
        read_records(table.drop_columns(["unit", "modality"]))
    assert len(list(read_records(table.replace_schema_metadata(None)))) == 4


def test_pandas_keeps_decimals() -> None:
    pytest.importorskip("pandas")
    frame = CLAIMS.to_pandas()
    assert tuple(frame.columns) == tuple(COLUMNS)
    assert list(frame["low"]) == [Decimal(28700000), None, Decimal("2634.50"), Decimal(3800000)]
    assert list(frame["start"]) == [claim.span.start for claim in CLAIMS]
    assert list(frame["type"].cat.categories) == list(WORDS["type"])
    assert tuple(NONE.to_pandas().columns) == tuple(COLUMNS)
    assert NONE.to_pandas().dtypes["start"] == frame.dtypes["start"] == "int64"


def test_polars_keeps_decimals() -> None:
    polars = pytest.importorskip("polars")
    frame = CLAIMS.to_polars()
    assert frame.schema["low"] == polars.Decimal(38, 12)
    assert frame["low"].to_list() == [Decimal(28700000), None, Decimal("2634.50"), Decimal(3800000)]
    assert frame["subject_span"].struct.field("end").to_list() == [10, 87, None, None]
    assert frame["type"].to_list() == [claim.type for claim in CLAIMS]
    assert NONE.to_polars().schema == frame.schema


def test_tables_take_any_text() -> None:
    claims = Claims((attrs.evolve(MONEY, commodity="a\ud800b", aspect="\udfff"),), TEXT)
    assert claims.to_arrow().select(["commodity", "aspect"]).to_pylist() == [{"commodity": "a?b", "aspect": "?"}]


@pytest.mark.parametrize(("missing", "extra"), [("pandas", "pandas"), ("polars", "polars"), ("pyarrow", "arrow")])
def test_without_the_library_it_says_what_to_install(missing: str, extra: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, missing, None)
    with pytest.raises(ImportError, match=rf"pip install 'mineralclaims\[{extra}\]'"):
        getattr(CLAIMS, f"to_{extra}")()


def test_spark_names_the_same_columns() -> None:
    ddl = spark_ddl("key", "bigint")
    assert ddl.startswith("`key` bigint, `type` string, `start` bigint, ")
    assert spark_ddl("a`b", "int").startswith("`a``b` int, ")
    assert [part.split("`")[1] for part in ddl.split(", ")] == ["key", *COLUMNS]
