"""Where a run of nouns ends though another noun follows: before a name, before a time, behind the day of saying."""

from __future__ import annotations

from mineralclaims.mentions.cities import is_city_alone
from mineralclaims.mentions.party_words import country_words
from mineralclaims.mentions.time_words import WEEKDAYS, is_time
from mineralclaims.text.tags import DETERMINER, NOUN, words
from mineralclaims.text.tokens import Token

DEALINGS = frozenset({"trading", "dealings", "dealing", "close", "fixing"})
_SAID_WITHIN = 4


def ends_before_name(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether the run of nouns from ``first`` to ``last`` ends where a name follows: "last year Chile …", "under the deal Peru …"."""
    low = tokens[last].low
    if is_time(low) and not is_time(tokens[last + 1].low):
        return not tokens[last].name or (first > 0 and tokens[first - 1].tag != DETERMINER)
    if tokens[last].name:
        return (low in _EVENTS and tokens[last + 1].low in country_words()) or is_city_alone(tokens, first, last)
    return low in words().before_names or (low.endswith("s") and low in words().lemmas)


_EVENTS = frozenset(
    {"war", "wars", "depression", "revolution", "games", "olympics", "cup", "agreement", "treaty", "accord", "pact"}
)
"""Last words of names that end before a country: "Before the Second World War Peru supplied …"."""


def ends_before_time(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether a name ends where a stretch of time follows ("Britain three weeks ago pledged", "Orwin last month bought"), or a time that is pointed at ends."""
    if first == last and first > 1 and tokens[last].low in _POINTED_AT and tokens[first - 1].low == "that":
        return tokens[first - 2].low in _UP_TO  # "since that time exports of fish have declined"
    if not tokens[last].name or last + 2 >= len(tokens):
        return False
    counted = tokens[last + 1].low in _COUNTED
    return is_time(tokens[last + 2].low) and (tokens[last + 2].low.endswith("s") if counted else tokens[last + 1].low in _POINTING)


def is_day_of_saying(tokens: list[Token], index: int) -> bool:
    """Return whether a weekday only says when something was said, with what was said behind it: "said on Monday gas output rose".

    What was said may begin with a time itself: "said on Monday half-year profit rose", "said on Monday March output fell".
    """
    if tokens[index].low not in WEEKDAYS or tokens[index + 1].low in DEALINGS:
        return False
    if is_time(tokens[index + 1].low) and "-" not in tokens[index + 1].low and not _opens_month(tokens, index + 1):
        return False
    on = index - (tokens[index - 1].low == "on")
    said = tokens[max(0, on - _SAID_WITHIN) : on]
    return any("say" in token.cue for token in (said if on < index else said[-1:]))


def _opens_month(tokens: list[Token], index: int) -> bool:
    """Return whether a month goes with a noun behind it rather than with a day: "March output", not "March 5"."""
    return tokens[index].name and index + 1 < len(tokens) and tokens[index + 1].tag == NOUN and not tokens[index + 1].name


_COUNTED = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "many", "some", "few"})
_POINTED_AT = frozenset({"time", "date", "day", "week", "month", "quarter", "year", "decade", "point", "moment"})
_UP_TO = frozenset({"since", "by", "at", "from", "until", "till", "before", "after", "on", "in", "during"})
_POINTING = frozenset({"last", "next"})
