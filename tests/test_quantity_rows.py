"""Each row of ``cases/quantities.toml``: find_quantities gives exactly its quantities."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from mineralclaims import find_quantities
from mineralclaims.output.records import quantity_to_dict
from rows import HERE, differences, toml_rows, wanted

NOT_NAMED = {"low": None, "high": None, "per": None, "approximate": False}


@pytest.mark.parametrize("row", toml_rows(HERE / "cases" / "quantities.toml", "row"))
def test_row(row: dict[str, Any]) -> None:
    mentions = find_quantities(row["text"])
    assert [mention.text for mention in mentions] == [quantity["text"] for quantity in row["quantities"]]
    for quantity, mention in zip(row["quantities"], mentions, strict=True):
        assert not differences({**NOT_NAMED, **wanted(quantity)}, quantity_to_dict(mention)), mention
        assert mention.span.of(row["text"]) == mention.text


def test_the_file_holds_nothing_that_no_test_reads() -> None:
    assert list(tomllib.loads((HERE / "cases" / "quantities.toml").read_text(encoding="utf-8"))) == ["row"]
