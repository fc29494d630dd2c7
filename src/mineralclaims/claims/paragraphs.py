"""Where the paragraphs of a text begin: at every line, unless its lines were only broken to fit a width."""

from __future__ import annotations

import re

_GOES_ON = re.compile(r"\n(?=[a-z])")
_LINE = re.compile(r"\n(?=[ \t]{0,40}\S)")
_BROKEN, _SHORT = 0.25, 0.7
_ENDS = frozenset('.!?":')


def paragraph_starts(folded: str) -> list[int]:
    """Return where the paragraphs of a text begin, but for the first.

    In a text whose lines go on with small letters a line begins a paragraph only behind an empty line, where it is set in, or behind
    the end of a sentence on a line that could have held more.
    """
    if "\n" not in folded:
        return []
    lines = len(_LINE.findall(folded))
    wrapped = len(_GOES_ON.findall(folded)) > _BROKEN * lines
    width = max(map(len, folded.split("\n"))) if wrapped else 0
    found, begin = [], 0
    at = folded.find("\n")
    while at >= 0:
        behind = at + 1
        while behind < len(folded) and folded[behind].isspace():
            behind += 1
        if behind < len(folded) and (not wrapped or _parts(folded, begin, at, behind, width)):
            found.append(behind)
        begin = behind
        at = folded.find("\n", behind)
    return found


def _parts(folded: str, begin: int, end: int, behind: int, width: int) -> bool:
    """Return whether the space between two lines of a wrapped text parts two paragraphs."""
    space = folded[end + 1 : behind]
    if len(space) > 1 or "\n" in space:
        return True
    return end - begin < _SHORT * width and folded[end - 1 : end] in _ENDS
