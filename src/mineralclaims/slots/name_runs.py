"""Where the names of a text stand: runs of words with capitals, as they are written in news."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator

from mineralclaims.mentions.party_words import country_words
from mineralclaims.mentions.phrases import FOR_NAMES

_WORD = r"[A-Z](?:\.(?:[A-Z]\.)++|(?:[\w&]++|(?:[-/]|'(?!S\b))(?=\w{2}|[A-Z]\b))*+)"
_FOR = "(?:" + "|".join(rf"(?<={word.title()}\s)" for word in sorted(FOR_NAMES)) + ")for"
# What may not stand before the first letter is looked at behind it: a pattern that begins with a letter is searched for faster.
_FIRST_WORD = _WORD.replace("[A-Z]", r"[A-Z](?<![\w$].)", 1)
_RUN = re.compile(rf"{_FIRST_WORD}(?:\s(?:&\s|(?:of|de|del|da|do|van|von|du|la|{_FOR})\s(?=[A-Z]))?{_WORD}){{0,5}}(?:\splc\b)?")
_DATELINE = re.compile(r"(?:, [A-Z][\w. ]{1,25})?\s?(?:\([A-Za-z ]{2,20}\)\s?(?:--?|–)|--?\s|–|:\s)\s?(?=[^\sa-z]{0,2}[a-z])")
"""What follows the place that a text was sent from: "SYDNEY (AP) - Orwin said", "OSLO, March 3 - Orwin said"."""
_SPELLED_OUT = re.compile(r" and ([A-Z][\w&]+(?: [A-Z][\w&]+){0,4})\s{1,3}\(([A-Z]{3,8})\)")
"""The second half of a name that an acronym spells out: " and Telephone Corp (HTT)"."""


def runs(folded: str, starts_of: set[int], brackets: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Return where the runs of words with capitals stand that are no share codes in one of some brackets, and no place that a text was sent from."""
    for run in _runs(folded, starts_of):
        start = run[0]
        if brackets and _is_inside(brackets, start):
            continue
        if start in starts_of and folded[start + 1 : start + 2].isupper() and _is_dateline(folded, *run):
            continue
        yield run


def _is_dateline(folded: str, start: int, end: int) -> bool:
    """Return whether a run that opens a sentence is the place that a text was sent from, and no country."""
    words = folded[start:end]
    return words.isupper() and words.lower() not in country_words() and _DATELINE.match(folded, end) is not None


def _is_inside(brackets: list[tuple[int, int]], begin: int) -> bool:
    """Return whether a place stands inside one of some brackets."""
    at = bisect_left(brackets, (begin, 0)) - 1
    return at >= 0 and begin < brackets[at][1]


def _runs(folded: str, starts_of: set[int]) -> Iterator[tuple[int, int]]:
    """Return where the runs of words with capitals stand; a run of two lines is two where a sentence begins with the second."""
    passed = 0
    for match in _RUN.finditer(folded):
        start, end = match.span()
        if start < passed:
            continue
        if folded.startswith(" and ", end):
            end = passed = _spelled_out(folded, start, end)
        cut = folded.find("\n", start, end)
        while cut >= 0:
            if cut + 1 in starts_of:
                yield start, cut
                start = cut + 1
            cut = folded.find("\n", cut + 1, end)
        yield start, end


def _spelled_out(folded: str, start: int, end: int) -> int:
    """Return where a name ends whose "and" an acronym shows to be part of it, else where the run of capitals does."""
    rest = _SPELLED_OUT.match(folded, end)
    if rest is None:
        return end
    initials = "".join(word[0] for word in f"{folded[start:end]} {rest.group(1)}".split())
    return rest.end(1) if rest.group(2) in {initials, initials[:-1]} else end


def plain(words: str) -> str:
    """Return a name as the cast knows it: one space between its words."""
    return words if words.isprintable() else " ".join(words.split())
