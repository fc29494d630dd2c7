"""When a number holds: the expressions of time of its sentence, the period that goes on from the one before, or none."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from operator import attrgetter

import attrs

from mineralclaims.claims.groups import Group
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.carried_modality import set_beside
from mineralclaims.slots.change_dates import CHANGES, tells_beside
from mineralclaims.slots.course import Course, course_of
from mineralclaims.slots.date_by_form import BY_FORM, OF_THEN, SESSION, date_by_form
from mineralclaims.slots.date_features import PLACED, base_of, no_date, of_before, older_one, remembered
from mineralclaims.slots.dated import Dated
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.foreseen_bases import is_foreseen_base
from mineralclaims.slots.headed import headed_date
from mineralclaims.slots.last_claim import LastClaim, Settled
from mineralclaims.slots.other_verbs import dates_other
from mineralclaims.slots.pointed_dates import then_date
from mineralclaims.slots.present_bases import is_of_today
from mineralclaims.slots.session_reports import session_after, session_day
from mineralclaims.slots.shifted import readings_of, year_earlier
from mineralclaims.slots.ties import BASE_LEADS, first_of_event, in_brackets, last_of_event, lead_of, one_event, tie
from mineralclaims.slots.told_times import dated_in, heard_before
from mineralclaims.spans import Span

_DAYS = frozenset({"weekday", "day"})
_OFFERED = frozenset(
    {"offered", "bid", "proposed", "asked", "demanded", "sought", "requested", "suggested", "tabled", "made", "launched"}
)
_AHEAD = frozenset({"forecast", "proposed"})
_TIMES_AROUND = 12
_START = attrgetter("start")
_LAST_FEW = 3
_OFTEN = 3
_OF_THEN = frozenset({"k=ago", "k=same", *OF_THEN.names, "base"})
_LIMITS = frozenset({"in", "by", "from", "on", "until"})
_FAR = re.compile(r"\b(?:from|than|against|compared|versus|vs|over|above|below)\b")
_LINKS = frozenset({"in", "of", "for", "(", "at", "was", "by", "on", "during"})
_ASIDE = re.compile(r"(?: [a-z]+){0,3} ?\([^()\d]{1,60}\)(?= (?:in|at|on|during|for|by|as)\b)")
"""A remark in brackets between a number and its time: "270,000 tons (revised) at the end of May"."""
_BASES = frozenset({"from", "than", "against", "versus", "vs", "over"})
"""Before a time that owns a figure: "from January's 5 tonnes" tells nothing of what stands before."""


@attrs.define(eq=False)
class DateOption:
    """One possible date of a claim, None for no date, with its features and where it stands."""

    value: PartialDate | None
    features: tuple[str, ...]
    span: Span | None = None


Possible = tuple[Group, PartialDate | None, int, int]
"""One possible date as it is compared: its features, its value, where it begins and ends in the text (-1: remembered)."""


def _parting(scene: Scene, token: int) -> str:
    """Return what stands between a number and a time: how many verbs (two at most), a relative word (r), a conjunction (s), a comma (c).

    A "g" at the end says that the number and the time have the same verb.
    """
    reading, k = scene.reading, scene.k
    low, high = (token, k) if token < k else (k, token)
    verbs, found = reading.verbs, ""
    for index in reading.breaks_between(low, high):
        if reading.tokens[index].tag == "R":
            found = "r"
            break
        if reading.lows[index].isalpha():
            found = "s"
        found = found or "c"
    at = bisect_left(verbs, token)
    governs = verbs[at - 1] if at else verbs[0] if verbs else -1
    return f"{min(2, reading.verbs_between(low, high))}{found}{'g' if governs == scene.verb else ''}"


def date_options(
    scene: Scene, discourse: Discourse, published: date | None, modality: str, alike: str, aspect: str
) -> list[Possible]:
    """Return the possible dates of a claim; ``alike`` says whether it is of the type and subject of the one before."""
    reading = scene.reading
    last, older = discourse.date, discourse.older_date
    course = course_of(scene, discourse.last_claim, alike, aspect)
    settled = discourse.last_claim.settled if course.bearing.endswith("0") else None
    shared = _of_event(scene, discourse.last_claim)
    if shared is not None:
        return [shared]
    before = discourse.last_claim
    if settled is not None and settled.date.value is not None and before.position == scene.position - 1:
        times = dated_in(reading, published)
        beside = (
            aspect in CHANGES and not is_of_then(settled.date, reading, reading.at[before.position]) and tells_beside(scene, times)
        )
        if beside or (alike.startswith("1") and is_foreseen_base(scene, times)):
            return [(BY_FORM, settled.date.value, -1, -1)]
    told, taken = None if last is None else last[0], None if settled is None else _taken_by(settled.date)
    if is_of_today(scene, dated_in(reading, published)):
        return [(BY_FORM, None, -1, -1)]
    by_form = date_by_form(scene, aspect, dated_in(reading, published), told, taken, published)
    if by_form is not None:
        return [by_form]
    then = then_date(reading, lambda: heard_before(reading, published)) if not dated_in(reading, published) else None
    if then is not None:
        return [(BY_FORM, *then)]
    day = session_day(scene, aspect, dated_in(reading, published), discourse.session, published)
    if day is not None:
        return [(SESSION, day, -1, -1)]
    headed = headed_date(scene, lambda above: dated_in(above, published))
    if headed is not None:
        return [(BY_FORM, *headed)]
    options = _own(scene, last, None if settled is None else settled.date, published, modality, course)
    own, later = bool(options), scene.position > 0
    for gap, dated in heard_before(reading, published):
        if (last is None or dated.value != last[0]) and not (dated.said and dated.kind in _DAYS):
            options.append(
                (of_before(gap, dated.kind, own, modality, course.tense, course.aspect), dated.value, dated.start, dated.end)
            )
    base = _base_of(scene, settled, course)
    if base is not None:
        alone = in_brackets(reading, scene.k)
        options.append((base_of(course.lead, own, course.alike, len(str(base)), aspect, alone), base, -1, -1))
    passed = -1
    if last is not None:
        passed = min(reading.number - last[1], 3)
        period = (discourse.date_length, min(discourse.date_used, _OFTEN), min(discourse.dates_said, _OFTEN), _again(reading))
        options.append((remembered(passed, own, later, modality, period, course), last[0], -1, -1))
        if older is not None and older[1] == reading.number:
            options.append((older_one(own, course.lead), older[0], -1, -1))
    options.append((no_date(own, later, passed, modality, published is not None, course), None, -1, -1))
    return options


def _is_ahead(scene: Scene, dated: Dated) -> bool:
    """Return whether a time without its year, right behind what is still to be done, is to come: "will raise the tax to 15% from 8% in July"."""
    if dated.said or dated.token <= scene.k or dated.before not in _LIMITS or str(dated.other) < str(dated.value):
        return False
    if scene.verb_word in _OFFERED and dated.kind == "weekday":  # "offered $3 a share on Monday"
        return False
    return not scene.reading.verbs_between(scene.k, dated.token)


def remember_session(scene: Scene, discourse: Discourse, option: DateOption, aspect: str, published: date | None) -> None:
    """Remember the day of the session that the text is about once a claim is dated."""
    place = -1 if option.span is None else option.span.start
    discourse.session = session_after(scene, aspect, option.value, place, dated_in(scene.reading, published), discourse.session)


def is_of_then(option: DateOption, reading: Reading, k: int) -> bool:
    """Return whether the date of a number is that of a figure that another is set against: "9 mln dlrs, against 4 mln a year earlier"."""
    return not _OF_THEN.isdisjoint(option.features) or lead_of(reading, k) in BASE_LEADS


def _of_event(scene: Scene, last: LastClaim) -> Possible | None:
    """Return the date of the number right before, where that moves to this ("lost 1.4% to $9,100") or is a base figure too ("against $5m, or 3 cents")."""
    reading, position = scene.reading, scene.position
    if last.settled is None or last.sentence != reading.number or last.position != position - 1:
        return None
    before, link = last.settled.date, tie(reading, position)
    if before.value is not None and not is_of_then(before, reading, reading.at[position - 1]) and set_beside(reading, position):
        return BY_FORM, before.value, -1, -1
    if before.value is None or link not in {"to", "or"} or not one_event(reading, position):
        return None
    of_then = is_of_then(before, reading, reading.at[position - 1])
    if link == "or" and not of_then:
        return None
    start, end = (before.span.start, before.span.end) if before.span is not None else (-1, -1)
    return OF_THEN if of_then else BY_FORM, before.value, start, end


def _taken_by(option: DateOption) -> tuple[int, PartialDate] | None:
    """Return where a date was found and what it is; None where there is none, or it was remembered."""
    return None if option.span is None or option.value is None else (option.span.start, option.value)


def _base_of(scene: Scene, settled: Settled | None, course: Course) -> PartialDate | None:
    """Return the period a year before that of the number right before, for a base figure of its unit ("9 mln dlrs, against 4 mln")."""
    value = None if settled is None else settled.date.value
    if value is None or value.day is not None or course.lead not in BASE_LEADS:
        return None
    quantities, position = scene.reading.quantities, scene.position
    unit = quantities[position].quantity.unit
    same = any([mention.quantity.unit == unit for mention in quantities[max(0, position - _LAST_FEW) : position]])
    return year_earlier(value) if same else None


def _again(reading: Reading) -> str:
    """Return the period that a sentence goes on about without naming it ("revenue for the quarter"), "" for none."""
    for expression in reading.times:
        if expression.kind == "relative":
            match = expression.match
            if (match.group("rel") or "").lower() == "the" and not match.group("earlier"):
                return str(match.group("ru")).lower()
    return ""


def _own(
    scene: Scene,
    last: tuple[PartialDate, int] | None,
    settled: DateOption | None,
    published: date | None,
    modality: str,
    course: Course,
) -> list[Possible]:
    """Return the times of the number's own sentence; ``settled`` is what the claim before it in the sentence has."""
    previous = None if settled is None else settled.value
    taken = -1 if settled is None or settled.span is None else settled.span.start
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
    at = bisect_left(here, start, key=_START)
    for dated in here[max(0, at - _TIMES_AROUND) : at + _TIMES_AROUND]:
        if 0 <= dated.passed < scene.k or (dated.owns and dated.start >= end and dated.before in _BASES):
            continue
        if dates_other(scene, dated, course.aspect):
            continue
        if dated.start == taken and previous is not None and dated.value is None:
            readings = [(dated.kind, previous)]
        else:
            readings = readings_of(folded, dated.expression, dated.value, None if last is None else last[0], published)
            settled_ahead = modality in _AHEAD and str(dated.value) > str(dated.other)  # "expects to reach it by March"
            if modality in _AHEAD and dated.other is not None and _is_ahead(scene, dated):
                readings, settled_ahead = [(dated.kind, dated.other)], True
            if dated.other is not None and dated.other != dated.value and not settled_ahead:
                readings.append((f"other_{dated.kind}", dated.other))
        if not readings:
            continue
        left = dated.end <= start
        low, high = (dated.end, start) if left else (end, dated.start)
        aside = None if left else _ASIDE.match(folded, low, high)
        low = low if aside is None else aside.end()
        gap, between = high - low, folded[low:high]
        crossed = bisect_left(starts, high) - bisect_left(starts, low) if gap > 0 else 0
        link = between.strip()
        far = _FAR.search(between) is not None
        parting = _parting(scene, dated.token)
        for kind, value in readings:
            key = (
            left, "0" if gap <= 4 else "1" if gap <= 14 else "2" if gap <= 35 else "3" if gap <= 80 else "4", min(2, crossed),
            dated.before, kind, "," in between or ";" in between or "(" in between, modality, dated.said, dated.front,
            link if link in _LINKS else "", left and dated.start == nearest_left, dated.start == nearest_right and dated.start >= end, len(here) == 1,
            course.lead, previous == value, course.tense, far, parting, course.aspect,
            )  # fmt: skip
            options.append((PLACED[key], value, dated.start, dated.end))
    return options
