"""Each row of ``cases/quantities.toml``: find_quantities gives exactly its quantities."""

from __future__ import annotations

from typing import Any

import pytest

from mineralclaims import find_quantities
from mineralclaims.output.records import quantity_to_dict
from rows import HERE, differences, toml_rows, wanted

NOT_NAMED = {"low": None, "high": None, "per": None, "approximate": False}


@pytest.mark.parametrize("row", toml_rows(HERE / "cases" / "quantities.toml", "row"))
def test_row(row: dict[str, Any]) -> None:
    found = [quantity_to_dict(mention) for mention in find_quantities(row["text"])]
    assert [record["text"] for record in found] == [quantity["text"] for quantity in row["quantities"]]
    for quantity, record in zip(row["quantities"], found, strict=True):
        assert not differences({**NOT_NAMED, **wanted(quantity)}, record), record
        start, end = int(record["start"]), int(record["end"])
        assert row["text"][start:end] == record["text"]
