"""One scan of a text for every place where a quantity may begin: digits, number words, parts and multiples."""

from __future__ import annotations

import re
from enum import IntEnum
from typing import NamedTuple

from mineralclaims.mentions.fractions import PARTS
from mineralclaims.mentions.multiples import VERBS
from mineralclaims.mentions.number_words import ONES, SCALES, TENS
from mineralclaims.mentions.numbers import RUN
from mineralclaims.mentions.tries import pattern_of


class Sort(IntEnum):
    """What stands at an anchor."""

    DIGITS = 0
    NUMERAL = 1
    SCALE = 2
    HALF = 3
    PART = 4
    VERB = 5
    TWICE = 6
    COIN = 7


_SORTS: dict[str, Sort] = {
    **dict.fromkeys([*ONES, *TENS], Sort.NUMERAL),
    **dict.fromkeys(SCALES, Sort.SCALE),
    "half": Sort.HALF,
    **dict.fromkeys((name for name in PARTS if name != "half"), Sort.PART),
    **dict.fromkeys(VERBS, Sort.VERB),
    **dict.fromkeys(("twice", "thrice"), Sort.TWICE),
    **dict.fromkeys(("dollar", "euro", "penny", "cent"), Sort.COIN),
}
# Beginning with one character of few lets the scan skip; the words themselves begin behind it.
_WORDS = re.compile(rf"[ \n\"'(\[/–$,;:|>*=]({pattern_of(_SORTS)})")
_FIRST_WORD = re.compile(pattern_of(_SORTS))
_DIGITS = re.compile(RUN)


class Anchor(NamedTuple):
    """A place where a quantity may begin: its run of digits or its word, and what sort of word it is."""

    start: int
    end: int
    sort: Sort
    word: str


def anchors(text: str, low: str) -> list[Anchor]:
    """Return the anchors of a folded text, whose lower-case form is ``low``, in order."""
    found = [Anchor(match.start(), match.end(), Sort.DIGITS, "") for match in _DIGITS.finditer(text)]
    first = _FIRST_WORD.match(low)
    spans = [match.span(1) for match in _WORDS.finditer(low)]
    if first is not None:
        spans.insert(0, first.span())
    for start, end in spans:
        word = low[start:end]
        sort = _SORTS[word]
        following = low[end : end + 1]
        if (following.isalnum() or following == "_") and not _may_go_on(low, end, sort):
            continue
        found.append(Anchor(start, end, sort, word))
    if spans:
        found.sort()
    return found


def _may_go_on(low: str, end: int, sort: Sort) -> bool:
    """Return whether letters may follow the word: "doubl-ed", "ten-fold"."""
    return sort is Sort.VERB or (sort is not Sort.HALF and low.startswith("fold", end))
