"""Times that date something else than a number behind them: "the mine, opened in 1998, yields …", "since independence in 1960"."""

from __future__ import annotations

from bisect import bisect_right

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.word_lists import listed

_REACH = 6
_ADVERBS = frozenset({"first", "originally", "initially", "jointly", "formally", "newly", "officially", "only", "just", "recently"})
_ENDS = frozenset({",", ")", ";", ":", "–", "—"})
_BEGINS = frozenset({",", "("})
_RELATIVES = frozenset({"which", "that", "who"})
_AUXILIARIES = frozenset({"was", "were", "is", "been", "being", "has", "had"})
_CLOSE = frozenset({"in", "on", "as", "early", "late", "back", "only"})
_BOUND = frozenset(
    {"law", "act", "agreement", "accord", "treaty", "pact", "decree", "contract", "reform", "code", "deal", "statute"}
)
_BASES = frozenset({"over", "from", "than", "with", "versus", "against", "to"})
_ANY_LENGTH = 3


def passes_by(reading: Reading, first: int, last: int) -> int:
    """Return the token with which ends what a time at some tokens dates: no number behind it has that date; -1 where all may have it."""
    lows = reading.lows
    if _of_law(reading, first, last) or _ends_item(reading, first, last):
        return last
    origins = listed("times", "origins")
    for index in range(first - 1, max(-1, first - 1 - _REACH), -1):
        low = lows[index]
        if low in origins:
            return _end(reading, last) if _beside(reading, index, first, last) else -1
        if low in _ENDS or low == "#":
            return -1
        if low == "since":
            return last if index < first - 1 and not reading.verbs_between(index, first) else -1
    return -1


def _ends_item(reading: Reading, first: int, last: int) -> bool:
    """Return whether a time is that of the base with which an item of a list ends: "a 2% rise over the first quarter; sales of 4 tonnes"."""
    lows = reading.lows
    if lows[last + 1 : last + 2] != [";"]:
        return False
    return lows[first - 1] in _BASES or (lows[first - 1] == "the" and lows[first - 2] in _BASES)


def _of_law(reading: Reading, first: int, last: int) -> bool:
    """Return whether a year is that of what somebody acts under: "under a 2011 mining law", "under the act of 1960"."""
    lows = reading.lows
    if "under" not in lows[max(0, first - _REACH) : first]:
        return False
    return not _BOUND.isdisjoint(lows[last + 1 : last + 1 + _ANY_LENGTH]) or (lows[first - 1] == "of" and lows[first - 2] in _BOUND)


def _beside(reading: Reading, index: int, first: int, last: int) -> bool:
    """Return whether a participle is no verb of its own clause but says beside it how a thing came to be."""
    lows = reading.lows
    before = index - 1
    while before >= 0 and lows[before] in _ADVERBS:
        before -= 1
    if before < 0:
        return False
    if lows[before] in _BEGINS or lows[before] in _RELATIVES:
        return True
    if lows[before] in _AUXILIARIES:
        while before >= 0 and lows[before] in _AUXILIARIES:
            before -= 1
        return before >= 0 and lows[before] in _RELATIVES
    # "a duty introduced in 2012 yields …": the time follows at once, and the verb is behind it
    verbs = reading.verbs
    following = bisect_right(verbs, last)
    return following < len(verbs) and verbs[following] == last + 1 and _CLOSE.issuperset(lows[index + 1 : first])


def _end(reading: Reading, last: int) -> int:
    """Return the token with which ends what is told beside the clause."""
    verbs = reading.verbs
    following = bisect_right(verbs, last)
    end = verbs[following] if following < len(verbs) else len(reading.lows)
    return next((index for index in range(last + 1, end) if reading.lows[index] in _ENDS), end)
