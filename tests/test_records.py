"""A claim as a record, as JSON, and back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CLAIMS, MONEY, NONE, PRODUCTION, RESERVE, STAKE, TEXT
from mineralclaims._claims import Claims
from mineralclaims.claims.base import Claim
from mineralclaims.errors import MineralClaimsError, RecordError
from mineralclaims.output.csv_lines import to_csv
from mineralclaims.output.json_lines import dumps, loads
from mineralclaims.output.reading import claim_from_dict
from mineralclaims.output.records import RECORD_KEYS

GUIDE_KEYS = {
    *("type", "start", "end", "text", "low", "high", "unit", "approximate", "per", "commodity", "subject", "object"),
    *("aspect", "attribution", "modality", "date", "category", "basis"),
}
NUMBERS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**38), max_value=10**38)
JSON_VALUES = st.none() | st.booleans() | st.text() | st.integers() | NUMBERS


def test_a_record_has_the_keys_of_the_guide_and_spans() -> None:
    record = RESERVE.to_dict()
    assert tuple(record) == RECORD_KEYS
    assert set(RECORD_KEYS) - GUIDE_KEYS == {
        "subject_span",
        "object_span",
        "attribution_span",
        "sentence_span",
        "ton_kind",
    }
    assert record["type"] == "reserve"
    assert (record["low"], record["approximate"], record["modality"]) == (28700000, True, "estimated")
    assert (record["subject"], record["subject_span"], record["object_span"]) == ("Kola Ridge", [0, 10], None)
    assert PRODUCTION.to_dict()["date"] == "2024-Q3"


def test_a_mapping_of_any_kind_is_a_record() -> None:
    class Row(Mapping[str, Any]):
        def __getitem__(self, key: str) -> Any:
            return MONEY.to_dict()[key]

        def __iter__(self) -> Any:
            return iter(RECORD_KEYS)

        def __len__(self) -> int:
            return len(RECORD_KEYS)

    assert claim_from_dict(Row()) == MONEY


@pytest.mark.parametrize("claim", list(CLAIMS), ids=repr)
def test_a_record_reads_back(claim: Claim) -> None:
    assert claim_from_dict(claim.to_dict()) == claim
    assert claim_from_dict({**claim.to_dict(), "path": "news.txt"}) == claim


def test_numbers_keep_their_digits() -> None:
    lines = CLAIMS.to_jsonl().split("\n")
    assert '"low": 28700000, "high": 28700000,' in lines[0]
    assert '"low": null, "high": 50,' in lines[1]
    assert '"low": 2634.50, "high": 2634.50,' in lines[2]
    assert '"low": 3800000, "high": null,' in lines[3]
    assert lines[4:] == [""]
    assert CLAIMS.to_json() == "[" + ",\n ".join(lines[:4]) + "]"


def test_json_reads_back() -> None:
    assert Claims.from_json(CLAIMS.to_json(), TEXT) == CLAIMS
    assert Claims.from_json(NONE.to_json(), NONE.text) == NONE
    assert NONE.to_json() == "[]"
    assert NONE.to_jsonl() == ""
    assert Claims.from_dicts(map(loads, CLAIMS.to_jsonl().splitlines()), TEXT) == CLAIMS


@given(st.dictionaries(st.text(), JSON_VALUES | st.lists(st.integers())))
def test_any_record_survives_json(record: dict[str, Any]) -> None:
    line = dumps(record)
    assert line.encode("utf-8")
    assert len(line.splitlines()) == 1
    assert loads(line) == record == json.loads(line, parse_float=Decimal)


def test_a_lone_surrogate_survives_json() -> None:
    assert dumps("a\ud800\u2028b").encode("utf-8") == b'"a\\ud800\\u2028b"'
    assert loads(dumps("a\ud800\u2028b")) == "a\ud800\u2028b"


@pytest.mark.parametrize(
    "document", ["", "[", "[NaN]", "[1e99999999999999999999]", "[" * 100_000, '{"type": "money"}', '["x"]', "[1]"]
)
def test_what_is_no_record_is_refused(document: str) -> None:
    with pytest.raises(RecordError):
        Claims.from_json(document, "")


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("type", "price"),
        ("type", None),
        ("start", -1),
        ("start", 2.5),
        ("end", "12"),
        ("end", Decimal("1e99999")),
        ("end", True),
        ("text", None),
        ("text", "$2"),
        ("low", 2634.5),
        ("low", "2634.5"),
        ("high", True),
        ("high", Decimal("NaN")),
        ("high", Decimal("Infinity")),
        ("high", Decimal("1e9999")),
        ("unit", None),
        ("unit", 5),
        ("approximate", 1),
        ("per", 5),
        ("aspect", "equity"),
        ("aspect", ["price"]),
        ("subject", "Acme"),
        ("subject_span", [0, 4]),
        ("sentence_span", [4]),
        ("sentence_span", [9, 4]),
        ("sentence_span", None),
        ("modality", "maybe"),
        ("modality", None),
        ("date", "last year"),
        ("date", "2025-02-30"),
        ("date", 2025),
        ("category", 1),
        ("ton_kind", "heavy"),
        ("ton_kind", ["metric"]),
    ],
)
def test_a_wrong_value_is_named(key: str, value: object) -> None:
    with pytest.raises(RecordError, match=key.removesuffix("_span")) as refused:
        claim_from_dict({**MONEY.to_dict(), key: value})
    assert isinstance(refused.value, MineralClaimsError)
    assert "\n" not in str(refused.value)


def test_a_number_is_needed() -> None:
    with pytest.raises(RecordError, match="low"):
        claim_from_dict({**MONEY.to_dict(), "low": None, "high": None})


def test_a_missing_key_is_named() -> None:
    record = STAKE.to_dict()
    del record["object"], record["date"]
    with pytest.raises(RecordError, match="object, date"):
        claim_from_dict(record)


def test_a_record_of_another_text_is_refused() -> None:
    with pytest.raises(RecordError, match=r"28\.70 million tons"):
        Claims.from_json(CLAIMS.to_json(), TEXT.replace("28.70", "29.70"))
    with pytest.raises(RecordError, match="Kola Ridge"):
        Claims.from_json(CLAIMS.to_json(), TEXT.replace("Kola", "Cola"))


def test_csv_has_plain_digits() -> None:
    header, first, *_ = to_csv(CLAIMS.to_dicts(), RECORD_KEYS).splitlines()
    assert header == ",".join(RECORD_KEYS)
    assert first.startswith("reserve,23,41,28.70 million tons,28700000,28700000,t,true,,,Kola Ridge,0:10,,,reserves,")
    assert to_csv([], RECORD_KEYS, header=False) == ""
