"""Texts that once broke a promise, found by the fuzz target of ``fuzz/`` or by hand; they break none now."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from held import EXTRACTORS, PUBLISHED, NotHeldError, check, hold
from rows import HERE

FOUND = sorted((HERE / "fuzz" / "found").glob("*.json"))


@pytest.mark.parametrize("path", FOUND, ids=lambda path: path.stem)
def test_a_find_of_the_fuzz_target_holds_now(path: Path) -> None:
    row = json.loads(path.read_text(encoding="utf-8"))
    for setting in {row["setting"], *range(len(EXTRACTORS) * len(PUBLISHED))}:
        check(row["text"], setting)


def test_there_are_finds() -> None:
    assert FOUND


def test_a_broken_promise_is_noticed() -> None:
    with pytest.raises(NotHeldError, match="in order"):
        hold([], "claims are in order")
