"""Texts for the engines, with bad rows among them, and what one process finds in them; no test by itself."""

from __future__ import annotations

import os
import sys

from mineralclaims import extract_claims
from rows import passages

os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
os.environ.setdefault("RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO", "0")  # Ray warns where it is not set

Found = tuple[int, str, int]


def texts() -> list[str | None]:
    """Return passages with bad rows among them."""
    found: list[str | None] = [str(row["text"]) for row in passages()[::12]]
    return [*found[:10], None, *found[10:], None]


def expected() -> list[Found]:
    """Return number, type and start of all claims as one process finds them; of a bad row its error."""
    return sorted(row for number, text in enumerate(texts()) for row in _found(number, text))


def _found(number: int, text: str | None) -> list[Found]:
    if text is None:
        return [(number, "the text is null", -1)]
    return [(number, claim.type, claim.span.start) for claim in extract_claims(text)]
