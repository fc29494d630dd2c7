"""The text as the scans read it: lines that only wrap made one, and the same in lower case; no offset moves."""

from __future__ import annotations

import re
from bisect import bisect_right

_INK = re.compile(r"\S")
_INDENT = 13
_TABLE_WITHIN = 60


def unwrapped(folded: str, sentence_ends: list[int]) -> str:
    """Return the folded text with a space for every line break inside a sentence, or before a small letter."""
    if "\n" not in folded:
        return folded
    pieces: list[str] = []
    begin, at = 0, folded.find("\n")
    sentence, opens = -1, 0
    while at >= 0:
        index = bisect_right(sentence_ends, at)
        if index != sentence:  # where a sentence begins is looked up once for all line breaks before and in it
            ink = _INK.search(folded, sentence_ends[index - 1] if index else 0)
            sentence, opens = index, ink.start() if ink else len(folded)
        inside = index < len(sentence_ends) and opens < at
        if (inside or folded[at + 1 : at + _INDENT].lstrip(" ")[:1].islower()) and not _is_row(folded, at + 1):
            pieces.append(folded[begin:at])
            begin = at + 1
        at = folded.find("\n", at + 1)
    pieces.append(folded[begin:])
    return " ".join(pieces)


def _is_row(folded: str, at: int) -> bool:
    """Return whether the line at ``at`` is a row of a table."""
    bar = folded.find("|", at, at + _TABLE_WITHIN)
    return bar >= 0 and folded.find("\n", at, bar) < 0


def lower(text: str) -> str:
    """Return the text in lower case, character by character: the few that become two letters stay as they are."""
    low = text.lower()
    if len(low) == len(text):
        return low
    return "".join(small if len(small := letter.lower()) == 1 else letter for letter in text)
