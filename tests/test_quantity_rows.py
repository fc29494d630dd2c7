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
    mentions = find_quantities(row["text"])
    assert [mention.text for mention in mentions] == [quantity["text"] for quantity in row["quantities"]]
    for quantity, mention in zip(row["quantities"], mentions, strict=True):
        assert not differences({**NOT_NAMED, **wanted(quantity)}, quantity_to_dict(mention)), mention
        assert mention.span.of(row["text"]) == mention.text
