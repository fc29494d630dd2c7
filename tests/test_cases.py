"""Rows of ``cases/`` and whole articles: exactly their quotes are found, and the fields that they name are right."""

from __future__ import annotations

import tomllib
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mineralclaims import Claim, extract_claims
from rows import HERE, case_files, differences, toml_rows, wanted

ARTICLES = sorted((HERE / "articles").glob("*.toml"))


def compared(row: dict[str, Any]) -> list[tuple[dict[str, Any], Claim]]:
    """Return the claims of a row beside those found, after a check that their quotes are the same."""
    claims = extract_claims(row["text"], published=row.get("published"))
    optional = {claim["quote"] for claim in row["claims"] if claim.get("optional")}
    expected = [claim for claim in row["claims"] if not claim.get("optional")]
    found = [claim for claim in claims if claim.text not in optional]
    assert [claim.text for claim in found] == [claim["quote"] for claim in expected], list(claims)
    return list(zip(expected, found, strict=True))


@pytest.mark.parametrize("row", [param for path in case_files() for param in toml_rows(path, "case")])
def test_case(row: dict[str, Any]) -> None:
    for gold, claim in compared(row):
        assert not differences(wanted(gold), claim.to_dict()), (claim, str(claim.explain()))


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_article(path: Path) -> None:
    row = tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)
    row["text"] = (path.parent / row["text"]).read_text(encoding="utf-8")
    wrong = {claim.text: lines for gold, claim in compared(row) if (lines := differences(wanted(gold), claim.to_dict()))}
    assert wrong == row.get("known", {})
