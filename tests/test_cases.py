"""Each row of ``cases/*.toml``: the quotes found are exactly the row's, and the fields that it names are right."""

from __future__ import annotations

from typing import Any

import pytest

from mineralclaims import extract_claims
from rows import case_files, differences, toml_rows, wanted


@pytest.mark.parametrize("row", [param for path in case_files() for param in toml_rows(path, "case")])
def test_case(row: dict[str, Any]) -> None:
    claims = list(extract_claims(row["text"], published=row.get("published")))
    optional = {claim["quote"] for claim in row["claims"] if claim.get("optional")}
    expected = [claim for claim in row["claims"] if not claim.get("optional")]
    found = [claim for claim in claims if claim.text not in optional]
    assert [claim.text for claim in found] == [claim["quote"] for claim in expected], claims
    for gold, claim in zip(expected, found, strict=True):
        assert not differences(wanted(gold), claim.to_dict()), (claim, str(claim.explain()))
