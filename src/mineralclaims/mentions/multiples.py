"""Multiples: "doubled", "tenfold", "three times as much", "twice its level"."""

from __future__ import annotations

import re
from decimal import Decimal

VERBS = {
    "doubl": Decimal(2),
    "tripl": Decimal(3),
    "trebl": Decimal(3),
    "quadrupl": Decimal(4),
    "quintupl": Decimal(5),
    "halv": Decimal("0.5"),
}
_ENDINGS = frozenset({"e", "es", "ed", "ing"})
# What follows "double" where it is no multiple of anything: "double-digit", "double taxation", "doubled down".
_ANOTHER = re.compile(
    r"[- ](?:digits?|check|down|dip|edged|standards?|glaz(?:ing|ed)|bed|room|decker|whammy|agent|act|blow|jeopardy|bind"
    r"|bill|entry|tap|shift|header|play|vision|time|chance|trouble|murder|take|bogey|fault|treaty|tax|taxation|count(?:ed|ing)?"
    r"|espresso)(?![a-z])"
)
_LEADS = frozenset({
    "to", "will", "would", "could", "can", "may", "might", "must", "should", "shall", "not", "did", "does", "do", "already",
    "is", "are", "was", "were", "be", "been", "being", "and", "or", "than", "at", "by", "over", "least", "more",
    "nearly", "almost", "about", "roughly", "around", "approximately", "virtually", "some", "just", "only",
})  # fmt: skip
_ARTICLES = frozenset({"a", "an", "no"})
_NO_VERBS = _ARTICLES | {"the", "on", "with", "of"}
_DETERMINERS = "the|its|their|his|our|that|what|those|this|in|by|from|over|to|since|last|between|during|as|on|and|for|within"
_GOES_ON = re.compile(
    rf"\s*(?:[.,;:)–]|\Z|(?:{_DETERMINERS}|her|these|again|after|every|each|output|production|exports|imports|capacity|sales"
    r"|prices|revenue|profits?|duties|tariffs)(?![a-z]))"
)
_NO_NOUN_AFTER = re.compile(rf"\s*(?:[.,;:)]|\Z|(?:{_DETERMINERS})(?![a-z]))")
_TIMES = re.compile(
    r" times(?=\s+(?:more|higher|larger|greater|bigger|smaller|faster|cheaper|lower|less|longer|heavier|better|as|the"
    r"|what|that|its|their|last|since|over|from|in|between|compared|this|those|current|annual|today|normal)(?![a-z]))"
)
_FOLD = re.compile(r"[- ]?fold(?![a-z])")
_TWICE = re.compile(r"\s+(?:as|the|its|their|his|our|that|what|this|last|those|today|current|normal|our)(?![a-z])")


def verb_at(low: str, start: int, end: int) -> int:
    """Return where the multiple said by a verb or adjective ("doubled", "triple") ends; -1 where it says none."""
    stop = end
    while stop < len(low) and stop < end + 4 and low[stop].isalpha():
        stop += 1
    ending = low[end:stop]
    if ending not in _ENDINGS or _ANOTHER.match(low, stop) or low.startswith("-", stop):
        return -1
    if ending != "e":
        return stop
    before = low[max(0, start - 16) : start].split()
    previous = before[-1].strip('"(') if before else ""
    if previous in _NO_VERBS:
        return stop if previous not in _ARTICLES and _NO_NOUN_AFTER.match(low, stop) else -1
    return stop if previous in _LEADS or _GOES_ON.match(low, stop) else -1


def times_after(low: str, end: int, *, worded: bool) -> int:
    """Return where "times …" or "-fold" behind a number ends; -1 where neither follows."""
    after = low[end : end + 2]
    if after[:1] == "f" or after in {"-f", " f"}:
        match = _FOLD.match(low, end)
        return match.end() if match and (worded or after[:1] != "f" or low[end - 1].isdigit()) else -1
    if after == " t":
        match = _TIMES.match(low, end)
        return match.end() if match else -1
    return -1


def twice_at(low: str, end: int) -> bool:
    """Return whether "twice" that ends at ``end`` is a multiple: "twice the level", not "twice a year"."""
    return _TWICE.match(low, end) is not None
