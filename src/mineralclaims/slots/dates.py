"""When a number holds: the expressions of time of its sentence, the period that goes on from the one before, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date

import attrs

from mineralclaims.claims.groups import Group
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.errors import DateError
from mineralclaims.mentions.dates import TimeExpression
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.normalize.times import resolve
from mineralclaims.slots.course import Course, course_of
from mineralclaims.slots.date_features import PLACED, no_date, of_before, older_one, remembered
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.ties import first_of_event, last_of_event
from mineralclaims.spans import Span

_FUTURE = re.compile(
    r"\b(?:will|expected|due|scheduled|take effect|takes effect|effective|set to|plans?|next|would|should)\b"
    r"|\b(?:by|until|till|starts?|starting|begins?|beginning|from)\s+(?:[a-z]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_NEXT_DAY = re.compile(r"\b(?:by|until|till|next|due|scheduled|will|expected|starting|from)\s+(?:[a-z]+\s+){0,3}\Z")
_BEFORE = re.compile(r"(\w+)\s*\Z")
_SAID = re.compile(
    r"\b(?:said|says|told|announced|reported|statement|published|according|added|interview|released|dated|confirmed|wrote|speaking)\b[^.;]{0,28}\Z",
    re.IGNORECASE,
)
_SAME = re.compile(
    r"\b(?:same|corresponding|comparable|equivalent|year-ago|prior-year)\s+(?:\w+\s+){0,2}(?:of\s+|in\s+)?\Z|\b(?:quarter|period|half|month|week)\s+(?:of\s+|in\s+)?\Z",
    re.IGNORECASE,
)
_HINTS = ("day", "19", "20", "uarter", "alf")
_HEARD = 2
_OFTEN = 3
_FRONT = 4
_TENSED = frozenset({"my", "mdy", "dmy", "quarter", "half", "weekday", "ended"})
_SHIFTED = frozenset({"ago", "relative"})
_LINKS = frozenset({"in", "of", "for", "(", "at", "was", "by", "on", "during"})
_NAMES_DAY = re.compile(r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b|\b(?:19|20)\d\d\b|[Qq]uarter|[Hh]alf")
_CUES = frozenset({
    "in", "by", "on", "since", "from", "of", "for", "during", "until", "to", "at", "than", "between", "and", "through",
    "after", "before", "with", "late", "early", "over", "within", "the", "as", "its", "versus", "vs", "against", "year",
    "fiscal", "mid",
})  # fmt: skip


@attrs.define(eq=False)
class DateOption:
    """One possible date of a claim, None for no date, with its features and where it stands."""

    value: PartialDate | None
    features: tuple[str, ...]
    span: Span | None = None


Possible = tuple[Group, PartialDate | None, int, int]
"""One possible date as it is compared: its features, its value, where it begins and ends in the text (-1: remembered)."""


class Dated:
    """An expression of time of a sentence, with what is known of it whichever number is asked about."""

    __slots__ = ("before", "end", "expression", "front", "kind", "said", "start", "value")

    def __init__(self, reading: Reading, expression: TimeExpression, published: date | None) -> None:
        """Look around an expression, and work out what it means."""
        folded = reading.document.folded
        self.expression = expression
        self.start, self.end, self.kind = start, _, kind = expression.start, expression.end, expression.kind
        ahead = _NEXT_DAY if kind == "weekday" else _FUTURE
        tense = "future" if kind in _TENSED and ahead.search(folded, max(reading.start, start - 44), start) else "past"
        self.value = resolve(kind, expression.match, published, tense)
        if self.value is None and published is None and kind in _TENSED and kind != "weekday":
            year = reading.document.year_before(start)
            self.value = resolve(kind, expression.match, date(year, 12, 31), "past") if year is not None else None
        before = _BEFORE.search(folded, max(reading.start, start - 14), start)
        word = before.group(1).lower() if before else "^"
        self.before = word if word in _CUES else "w"
        self.said = _SAID.search(folded, max(reading.start, start - 44), start) is not None
        self.front = start - reading.start <= _FRONT


def date_options(
    scene: Scene, discourse: Discourse, published: date | None, modality: str, alike: str, aspect: str
) -> list[Possible]:
    """Return the possible dates of a claim; ``alike`` says whether it is of the type and subject of the one before."""
    reading = scene.reading
    last, older = discourse.date, discourse.older_date
    course = course_of(scene, discourse.last_claim, alike, aspect)
    settled = discourse.last_claim.settled if course.bearing.endswith("0") else None
    options = _own(scene, (last, None if settled is None else settled.date.value), published, modality, course)
    own, later = bool(options), scene.position > 0
    for gap, dated in _heard(reading, published):
        if last is None or dated.value != last[0]:
            options.append(
                (of_before(gap, dated.kind, own, modality, course.tense, course.aspect), dated.value, dated.start, dated.end)
            )
    passed = -1
    if last is not None:
        passed = min(reading.number - last[1], 3)
        period = (discourse.date_length, min(discourse.date_used, _OFTEN), min(discourse.dates_said, _OFTEN), _again(reading))
        options.append((remembered(passed, own, later, modality, period, course), last[0], -1, -1))
        if older is not None:
            options.append((older_one(min(reading.number - older[1], 3), own, later, course.lead), older[0], -1, -1))
    options.append((no_date(own, later, passed, modality, published is not None, course), None, -1, -1))
    return options


def _again(reading: Reading) -> str:
    """Return the period that a sentence goes on about without naming it ("revenue for the quarter"), "" for none."""
    for expression in reading.times:
        if expression.kind == "relative":
            match = expression.match
            if (match.group("rel") or "").lower() == "the" and not match.group("earlier"):
                return str(match.group("ru")).lower()
    return ""


def dated_in(reading: Reading, published: date | None) -> list[Dated]:
    """Return the times of a sentence with what they mean, found once."""
    if reading.dated is None:
        reading.dated = [Dated(reading, expression, published) for expression in reading.times]
    return reading.dated


def _heard(reading: Reading, published: date | None) -> list[tuple[int, Dated]]:
    """Return the times of the sentences just before with how far back they are, found once."""
    if reading.heard is None:
        document, heard = reading.document, list[tuple[int, Dated]]()
        for before in range(reading.number - 1, max(-1, reading.number - 1 - _HEARD), -1):
            if _names_day(document.folded[slice(*document.sentences[before])]):
                heard += [
                    (reading.number - before, dated)
                    for dated in dated_in(document.reading(before), published)
                    if dated.value is not None
                ]
        reading.heard = heard
    return reading.heard


def _names_day(sentence: str) -> bool:
    """Return whether a sentence names a weekday, a year, a quarter or a half."""
    return any([hint in sentence for hint in _HINTS]) and _NAMES_DAY.search(sentence) is not None


def _own(
    scene: Scene,
    before: tuple[tuple[PartialDate, int] | None, PartialDate | None],
    published: date | None,
    modality: str,
    course: Course,
) -> list[Possible]:
    """Return the times of the number's own sentence; ``before`` are the last date, and that of the claim before it in the sentence."""
    last, previous = before
    reading = scene.reading
    here = dated_in(reading, published)
    options: list[Possible] = []
    if not here:
        return options
    # The numbers of one event have one date: it is measured from all of them together.
    first, after = first_of_event(reading, scene.position), last_of_event(reading, scene.position)
    start, end = reading.quantities[first].around.start, reading.quantities[after].around.end
    folded, starts = reading.document.folded, reading.document.starts
    nearest_left = max([dated.start for dated in here if dated.end <= start], default=-1)
    nearest_right = min([dated.start for dated in here if dated.start >= end], default=-1)
    for dated in here:
        value = dated.value
        if dated.kind in _SHIFTED:
            value = _base_year(folded, dated.expression, last, published) or value
        if value is None:
            continue
        left = dated.end <= start
        low, high = (dated.end, start) if left else (end, dated.start)
        gap, between = high - low, folded[low:high]
        crossed = bisect_left(starts, high) - bisect_left(starts, low) if gap > 0 else 0
        link = between.strip()
        key = (
            left, "0" if gap <= 4 else "1" if gap <= 14 else "2" if gap <= 35 else "3" if gap <= 80 else "4", min(2, crossed),
            dated.before, dated.kind, "," in between or ";" in between or "(" in between, modality, dated.said, dated.front,
            link if link in _LINKS else "", left and dated.start == nearest_left, dated.start == nearest_right and dated.start >= end, len(here) == 1,
            course.lead, previous == value, course.tense,
        )  # fmt: skip
        options.append((PLACED[key], value, dated.start, dated.end))
    return options


def _base_year(
    folded: str, expression: TimeExpression, last: tuple[PartialDate, int] | None, published: date | None
) -> PartialDate | None:
    """Return the period a year before the last one named, for "a year earlier"."""
    match = expression.match
    words = match.group().lower()
    if expression.kind == "ago":
        if match.group("an") or (match.group("au") and match.group("au").lower() != "year"):
            return None
    elif not (
        match.group("ru")
        and match.group("ru").lower() == "year"
        and (
            match.group("earlier")
            or words.startswith(("previous", "prior", "same"))
            or (words.startswith("last") and _SAME.search(folded, max(0, expression.start - 34), expression.start))
        )
    ):
        return None
    if last is not None:
        return _year_earlier(last[0])
    return None if published is None or expression.kind != "ago" else _year_earlier(PartialDate(published.year, published.month))


def _year_earlier(period: PartialDate) -> PartialDate | None:
    """Return the same period a year before, or None where the calendar has none."""
    try:
        return attrs.evolve(period, year=period.year - 1)
    except DateError:
        return None
