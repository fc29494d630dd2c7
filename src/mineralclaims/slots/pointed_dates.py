"""Dates that a word points back to: "by then", "in 2020, when it was 4 million", "up 9% compared with 2022" of the year after."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.shifted import readings_of
from mineralclaims.text.tags import DETERMINER, POSSESSIVE

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

Found = tuple[PartialDate, int, int]
"""A date and where it stands."""

_TIMES = frozenset({"time", "date", "point", "year"})
_DURING = frozenset({"in", "for", "during", "over"})
_APART = frozenset({",", ";", "from", "than", "against", "versus", "while", "which", "who", "that"})
_WHEN = frozenset({"when"})
_BEHIND_BASE = 3
_JOINS = frozenset({"and", "but", ";", ","})
_TOKEN = attrgetter("token")
_COMPARED = (["compared", "with"], ["compared", "to"], ["as", "against"])


def when_date(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the time that the clause of a number tells of: "the most since May 2019, when it stood at 4 million"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    for dated in reversed(here):
        if dated.token > k:
            continue
        at = dated.last + 1
        if lows[at : at + 1] == [","]:
            at += 1
        if at >= k or lows[at] not in _WHEN or dated.value is None:
            return None
        return None if reading.verbs_between(at, k) > 1 or "," in lows[at:k] else dated
    return None


def then_date(reading: Reading, heard: Callable[[], Sequence[tuple[int, Dated]]]) -> Found | None:
    """Return the last time of the sentence before where this one opens with "by then": "through 2025. By then, it is to make 4 million"."""
    if reading.lows[:2] != ["by", "then"] and (reading.lows[:2] != ["by", "that"] or _TIMES.isdisjoint(reading.lows[2:3])):
        return None
    last = next((dated for gap, dated in reversed(heard()) if gap == 1), None)
    return None if last is None or last.value is None else (last.value, last.start, last.end)


def stretch_behind(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the only time of a sentence where it is a stretch of a named year behind the number: "made 9 tonnes (4 short tons) in the first half of 2023"."""
    if len(here) != 1:
        return None
    dated, reading, k = here[0], scene.reading, scene.k
    if dated.kind != "span" or dated.token <= k or dated.before not in _DURING or not dated.expression.match.group("sy"):
        return None
    between = reading.lows[k + 1 : dated.token]
    return dated if _APART.isdisjoint(between) and not reading.verbs_between(k, dated.token) else None


def year_of_phrase(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the year in the phrase that a number is the size of: "a 2021 inferred resource of 5 Mt", "its 2019 output of 4 tonnes"."""
    reading, k = scene.reading, scene.k
    phrase = reading.phrase_ending(k - 2) if k > 1 and reading.lows[k - 1] == "of" else None
    if phrase is None:
        return None
    return next(
        (dated for dated in here if dated.kind == "year" and dated.last == phrase.first - 1 and _is_told(reading, dated)), None
    )


def _is_told(reading: Reading, dated: Dated) -> bool:
    """Return whether a determiner stands right before a time: "a 2021 resource"."""
    return dated.token > 0 and reading.tokens[dated.token - 1].tag in {DETERMINER, POSSESSIVE}


def year_after_base(scene: Scene, here: Sequence[Dated]) -> PartialDate | None:
    """Return the year after the only one of a sentence, which a figure is compared with: "rose 9% compared with 2022"."""
    if _is_labelled(scene, here):
        return PartialDate(first.year + 1) if (first := here[0].value) is not None else None
    if len(here) != 1 and not (len(here) == 2 and _is_full_year(here[0])):
        return None
    dated, lows = here[-1], scene.reading.lows
    if dated.kind != "year" or dated.value is None or dated.token < scene.k:
        return None
    if len(here) == 1:
        return PartialDate(dated.value.year + 1) if lows[dated.token - 2 : dated.token] in _COMPARED else None
    return PartialDate(dated.value.year + 1) if _follows_base(scene, dated) else None


def _is_labelled(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether a sentence names no time but the years before, as labels in the bracket behind a number: "was $120m (2022: $98m; 2021: $76m)"."""
    lows, k = scene.reading.lows, scene.k
    if not k < here[0].token - 1 <= k + _BEHIND_BASE or lows[here[0].token - 1] != "(":
        return False
    return all(one.kind == "year" and lows[one.last + 1 : one.last + 2] == [":"] for one in here)


def _is_full_year(dated: Dated) -> bool:
    """Return whether a time is the year that a report is about: "for the full year", "for the year"."""
    match = dated.expression.match
    if dated.kind != "relative" or dated.owns:
        return False
    if match.group("whole"):
        return True
    return (match.group("rel") or "").lower() == "the" and match.group("ru").lower() == "year" and not match.group("earlier")


def _follows_base(scene: Scene, dated: Dated) -> bool:
    """Return whether the next number is what this is compared with, and the year right behind it: "was $180m, compared with $166m in 2022"."""
    reading, following = scene.reading, scene.position + 1
    if following >= len(reading.at) or not reading.at[following] < dated.token <= reading.at[following] + _BEHIND_BASE:
        return False
    if following + 1 < len(reading.at) and reading.at[following + 1] < dated.token:
        return False
    between = reading.lows[scene.k + 1 : reading.at[following]]
    return any(between[index : index + 2] in _COMPARED for index in range(len(between))) or between[-1:] == ["against"]


def date_from_told(scene: Scene, here: Sequence[Dated]) -> PartialDate | None:
    """Return the time told by its distance from the one before, where it opens the clause of a number: "sold it in 1998, and two years later bought it for $9m"."""
    at = bisect_left(here, scene.k, key=_TOKEN) - 1
    if at < 1 or here[at].kind != "ago":
        return None
    dated, told, lows = here[at], here[at - 1].value, scene.reading.lows
    if told is None or here[at - 1].said:
        return None
    if (
        lows[dated.token - 1] not in _JOINS
        or scene.reading.verbs_between(dated.last, scene.k) != 1
        or "," in lows[dated.last + 2 : scene.k]
    ):
        return None
    readings = readings_of(scene.reading.document.folded, dated.expression, None, told, None)
    return readings[0][1] if readings else None
