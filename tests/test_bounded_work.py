"""Work is in proportion to the text, whatever it is: counted in calls and in characters looked at, not in seconds."""

from __future__ import annotations

import re
import sys
import tomllib
from types import FrameType
from typing import Any

import pytest

from conftest import ROOT
from mineralclaims import extract_claims
from mineralclaims.mentions import line_breaks
from mineralclaims.text import sentences

SHAPES: list[dict[str, Any]] = tomllib.loads((ROOT / "benchmarks" / "hostile.toml").read_text(encoding="utf-8"))["shape"]
LENGTH = 3_000
"""Twice the length at which a sentence is cut, so that each text has several of them."""
TIMES = 2
AT_MOST = 1.1
"""How much faster than the text the work may grow, and how many calls more than that: what is done once, whatever the length."""
SPARE_CALLS = 1_500


class Counting:
    """A pattern that counts how often it is asked and how many characters it matched or passed.

    Attributes:
        pattern: the pattern.
        calls: how often it was asked.
        characters: how many characters it went through.
    """

    def __init__(self, pattern: re.Pattern[str]) -> None:
        self.pattern = pattern
        self.calls = self.characters = 0

    def match(self, text: str, at: int) -> re.Match[str] | None:
        """Match, and count."""
        return self._counted(self.pattern.match(text, at), at, 0)

    def search(self, text: str, at: int) -> re.Match[str] | None:
        """Search, and count."""
        return self._counted(self.pattern.search(text, at), at, len(text) - at)

    def _counted(self, found: re.Match[str] | None, at: int, otherwise: int) -> re.Match[str] | None:
        self.calls += 1
        self.characters += found.end() - at if found else otherwise
        return found


def text_of(shape: dict[str, Any], length: int) -> str:
    """Return a text of a shape that has no word list, about so many characters long."""
    pieces = [shape["repeat"]] if isinstance(shape["repeat"], str) else shape["repeat"]
    unit, close = "".join(pieces), shape.get("close", "")
    times = length // (len(unit) + len(close)) + 1
    return str(shape.get("head", "") + unit * times + shape.get("tail", "") + close * times)


def calls_for(text: str) -> int:
    """Return how many functions are called while the claims of a text are found."""
    calls = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        extract_claims(text)
    finally:
        sys.setprofile(before)
    return calls


@pytest.mark.parametrize("shape", [pytest.param(shape, id=shape["name"]) for shape in SHAPES if "lexicon" not in shape])
def test_calls_grow_like_the_text(shape: dict[str, Any]) -> None:
    short, long = text_of(shape, LENGTH), text_of(shape, TIMES * LENGTH)
    extract_claims(long)  # word lists loaded, unknown units asked for
    assert calls_for(long) <= AT_MOST * len(long) / len(short) * calls_for(short) + SPARE_CALLS


def test_there_are_enough_shapes() -> None:
    assert len({shape["name"] for shape in SHAPES}) == len(SHAPES) >= 30


@pytest.mark.parametrize("blank", ["\n", " \n", "\n\n \n", "word\n", "Word.\n"])
def test_line_ends_are_looked_at_once(blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    text = "5" + blank * 500 + "tonnes"
    ends = [end for _, end in sentences.sentence_spans(text)]
    ink = Counting(line_breaks._INK)  # noqa: SLF001 - whose calls are counted
    monkeypatch.setattr(line_breaks, "_INK", ink)
    unwrapped = line_breaks.unwrapped(text, ends)
    assert len(unwrapped) == len(text)
    assert 1 <= ink.calls <= len(ends) + 1
    assert ink.characters <= 2 * len(text)


@pytest.mark.parametrize("blank", ["\n\u001c", "\n\u2028\u2029", ".\u2028\n", "\n  \u001d "])
def test_blanks_behind_a_line_end_are_not_read_to_their_end_each_time(blank: str, monkeypatch: pytest.MonkeyPatch) -> None:
    looked = []
    for times in (1_000, 2_000):
        word = Counting(sentences._NEXT_WORD)  # noqa: SLF001 - whose calls are counted
        monkeypatch.setattr(sentences, "_NEXT_WORD", word)
        sentences.sentence_spans("5" + blank * times + "tonnes")
        monkeypatch.undo()
        looked.append(word.characters)
    assert 0 < looked[1] <= 2.2 * looked[0]
