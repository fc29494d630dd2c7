"""Times that date something else than a number behind them: "the mine, opened in 1998, yields …", "since independence in 1960"."""

from __future__ import annotations

from bisect import bisect_right

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.mentions.word_lists import listed
from mineralclaims.text.tags import ADVERB, AUXILIARY

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
_ACTS = frozenset({"act", "law", "treaty", "accord", "statute", "decree"})
_LEADS_TO_ACT = frozenset({"of", "under", "by", "in", "with", "invoking"})
_REPORTS = frozenset(
    {"report", "survey", "review", "census", "yearbook", "study", "outlook", "index", "assessment", "summaries", "summary"}
)
_NAME_AT_MOST = 6
_OPENS_RELATIVE = frozenset({"which", "who", "whose", "where"})
_TRAILING = frozenset({"followed", "compared", "led", "based", "versus"})
_CLAUSE_AT_MOST = 16
_LONG = frozenset({"year", "quarter", "month", "half", "week", "period", "decade"})
_IN_FORCE = frozenset({"effect", "force"})
_NOWHERE = 0
"""The token with which a time ends that dates no number at all."""


def passes_by(reading: Reading, first: int, last: int) -> int:
    """Return the token with which ends what a time at some tokens dates: no number behind it has that date; -1 where all may have it."""
    lows = reading.lows
    if _of_act(reading, first) or _of_report(reading, first, last) or _is_base(reading, first, last):
        return _NOWHERE
    if _of_law(reading, first, last) or _ends_item(reading, first, last) or _ends_relative(reading, first, last):
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


def _is_base(reading: Reading, first: int, last: int) -> bool:
    """Return whether a time is what a change is reckoned on: "up 41% on a year ago", "rose 5% on last year"."""
    lows = reading.lows
    on = first - 1 - (lows[first - 1] in {"the", "a"})
    if on < 1 or lows[on] != "on" or lows[on - 1] != "#" or _LONG.isdisjoint(lows[first : last + 1]):
        return False
    return reading.quantities[bisect_right(reading.at, on) - 1].kind == "percent"


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


def _ends_relative(reading: Reading, first: int, last: int) -> bool:
    """Return whether a time closes a relative clause that the main verb follows: "the mine, which closed in 2016, made 4 Mt a year"."""
    lows, tokens = reading.lows, reading.tokens
    if lows[last + 1 : last + 2] != [","]:
        return False
    verb = last + 2
    while verb < len(lows) and tokens[verb].tag in {AUXILIARY, ADVERB}:
        verb += 1
    following = bisect_right(reading.verbs, last)
    if following == len(reading.verbs) or reading.verbs[following] > verb or not _is_main(lows[reading.verbs[following]]):
        return False
    for index in range(first - 1, max(0, first - 1 - _CLAUSE_AT_MOST), -1):
        low = lows[index]
        if low in _OPENS_RELATIVE:
            clause = lows[index:first]
            told = reading.verbs_between(index, first) > 0 and MODALS.isdisjoint(clause) and _IN_FORCE.isdisjoint(clause)
            return told and lows[index - 1] == ","
        if low in _ENDS:
            return False
    return False


def _is_main(verb: str) -> bool:
    """Return whether a verb behind a comma can be that of the main clause."""
    return not verb.endswith("ing") and verb not in _TRAILING


def _of_act(reading: Reading, first: int) -> bool:
    """Return whether a year is a part of an act's name: "duties under section 301 of the Trade Act of 1974"."""
    lows = reading.lows
    if first < _ANY_LENGTH or lows[first - 1] != "of" or lows[first - 2] not in _ACTS or not reading.tokens[first - 2].name:
        return False
    return not _LEADS_TO_ACT.isdisjoint(lows[max(0, first - _REACH - _ANY_LENGTH) : first - 2])


def _of_report(reading: Reading, first: int, last: int) -> bool:
    """Return whether a year is that of the report that is cited: "according to the 2019 Orwin report"."""
    lows = reading.lows
    if lows[max(0, first - 3) : first - 1] != ["according", "to"] or lows[last + 1 : last + 2] == [","]:
        return False
    return not _REPORTS.isdisjoint(lows[last + 1 : last + 1 + _NAME_AT_MOST])


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
