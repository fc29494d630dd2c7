"""What the tests of engines share. Run them by ``python -m pytest tests/engines``; each skips itself where its engine is missing."""

from __future__ import annotations

import os
import sys

import pytest

from mineralclaims import extract_claims
from rows import passages

os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # Ray warns where it is not set


@pytest.fixture(scope="session")
def texts() -> list[str | None]:
    """Return passages with bad rows among them."""
    found: list[str | None] = [str(row["text"]) for row in passages()[::12]]
    return [*found[:10], None, *found[10:], None]


@pytest.fixture(scope="session")
def expected(texts: list[str | None]) -> list[tuple[int, str, int]]:
    """Return number, type and start of all claims as one process finds them; of a bad row its error."""
    return [
        row
        for number, text in enumerate(texts)
        for row in ([(number, "the text is null", -1)] if text is None else [(number, claim.type, claim.span.start) for claim in extract_claims(text)])
    ]
