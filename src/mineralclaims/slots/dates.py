"""When a number holds: the expressions of time of its sentence, the period that goes on from the one before, or none."""

from __future__ import annotations

import re
from datetime import date
from functools import cache

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.dates import TimeExpression
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.normalize.times import resolve
from mineralclaims.slots.discourse import Discourse
from mineralclaims.claims.scene import Scene
from mineralclaims.spans import Span

_FUTURE = re.compile(r"\b(?:by|until|till|will|expected|due|scheduled|take effect|takes effect|effective|set to|plans?|next|starting|start|begin|from|would|should)\b", re.IGNORECASE)
_BEFORE = re.compile(r"(\w+)\s*\Z")
_SAID = re.compile(r"\b(?:said|says|told|announced|reported|statement|published|according|added|interview|released|dated|confirmed|wrote|speaking)\b[^.;]{0,28}\Z", re.IGNORECASE)
_SAME = re.compile(r"\b(?:same|corresponding|comparable|equivalent|year-ago|prior-year)\s+(?:\w+\s+){0,2}(?:of\s+|in\s+)?\Z|\b(?:quarter|period|half|month|week)\s+(?:of\s+|in\s+)?\Z", re.IGNORECASE)
_HEARD = 2
_LINKS = frozenset({"in", "of", "for", "(", "at", "was", "by", "on", "during"})
_NAMES_DAY = re.compile(r"(?:[Mm]on|[Tt]ues|[Ww]ednes|[Tt]hurs|[Ff]ri|[Ss]atur|[Ss]un)day\b|\b(?:19|20)\d\d\b|[Qq]uarter|[Hh]alf")
_CUES = frozenset({"in", "by", "on", "since", "from", "of", "for", "during", "until", "to", "at", "than", "between", "and", "through", "after", "before", "with", "late", "early", "over", "within", "the", "as", "its", "versus", "vs", "against", "year", "fiscal", "mid"})


@attrs.frozen
class DateOption:
    """One possible date of a claim, None for no date, with its features and where it stands."""

    value: PartialDate | None
    features: tuple[str, ...]
    span: Span | None = None


def date_options(scene: Scene, discourse: Discourse, published: date | None, claim_type: str, modality: str) -> list[DateOption]:
    """Return the possible dates of a claim."""
    reading = scene.reading
    mention = reading.quantities[scene.position]
    start, end = mention.around.start, mention.around.end
    last = discourse.dates[-1] if discourse.dates else None
    options: list[DateOption] = []
    resolved = _resolved(reading, published)
    lefts = [expression.start for expression, _ in resolved if expression.end <= start]
    rights = [expression.start for expression, _ in resolved if expression.start >= end]
    for expression, value in resolved:
        shifted = _base_year(reading.document.folded, expression, last, published) if expression.kind in {"ago", "relative"} else None
        value = shifted if shifted is not None else value
        if value is None:
            continue
        features = _features(reading, expression, start, end, modality)
        if expression.end <= start and expression.start == max(lefts):
            features.append("nearL")
        if expression.start >= end and expression.start == min(rights):
            features.append("nearR")
        features.append(f"only{len(resolved) == 1:d}")
        options.append(DateOption(value, tuple(features), Span(expression.start, expression.end)))
    own = own_of(options)
    for before in range(reading.number - 1, max(-1, reading.number - 1 - _HEARD), -1):
        if not _NAMES_DAY.search(reading.document.folded, *reading.document.sentences[before]):
            continue
        for expression, value in _resolved(reading.document.reading(before), published):
            if value is not None and (last is None or value != last[0]):
                gap = reading.number - before
                options.append(DateOption(value, (f"h{gap}", f"h_k={expression.kind}", f"h{gap}_{own_of(options)}", f"h_{modality}"), Span(expression.start, expression.end)))
    if last is not None:
        gap = min(reading.number - last[1], 3)
        options.append(DateOption(last[0], (f"m{gap}", f"m{gap}_{own}", f"m{gap}_{modality}", f"m{gap}_q{scene.position > 0:d}", f"m_len{len(str(last[0]))}_{gap}")))
    older = next((entry for entry in reversed(discourse.dates[:-1]) if last is not None and entry[0] != last[0]), None)
    if older is not None:
        gap = min(reading.number - older[1], 3)
        options.append(DateOption(older[0], (f"o{gap}", f"o{gap}_{own}", f"o_q{scene.position > 0:d}")))
    names = ["null", f"null_{own}", f"null_{modality}_{own}", f"null_q{scene.position > 0:d}", f"null_m{last is not None and min(reading.number - last[1], 3)}_{own}"]
    if not published:
        names.append("null_unpublished")
    options.append(DateOption(None, tuple(names)))
    return options


def own_of(options: list[DateOption]) -> str:
    """Return whether the sentence has times of its own."""
    return f"own{any(option.features[0][0] in 'LR' for option in options):d}"


def _resolved(reading: Reading, published: date | None) -> list[tuple[TimeExpression, PartialDate | None]]:
    """Return the times of a sentence with what they mean, found once."""
    if reading.resolved_times is None:
        folded = reading.document.folded
        reading.resolved_times = []
        for expression in reading.times:
            before = folded[max(reading.start, expression.start - 44) : expression.start]
            tense = "future" if expression.kind in {"my", "mdy", "dmy", "quarter", "half", "weekday", "ended"} and _FUTURE.search(before) else "past"
            reading.resolved_times.append((expression, resolve(expression.kind, expression.match, published, tense)))
    return reading.resolved_times


def _base_year(folded: str, expression: TimeExpression, last: tuple[PartialDate, int] | None, published: date | None) -> PartialDate | None:
    """Return the period a year before the last one named, for "a year earlier"."""
    match = expression.match
    words = match.group().lower()
    if expression.kind == "ago":
        if match.group("an") or (match.group("au") and match.group("au").lower() != "year"):
            return None
    elif not (match.group("ru") and match.group("ru").lower() == "year" and (match.group("earlier") or words.startswith(("previous", "prior", "same")) or (words.startswith("last") and _SAME.search(folded, max(0, expression.start - 34), expression.start)))):
        return None
    if last is not None:
        period = last[0]
        return attrs.evolve(period, year=period.year - 1) if not (period.month == 2 and period.day == 29) else None
    return None if published is None or expression.kind != "ago" else PartialDate(published.year - 1, published.month)


def _features(reading: Reading, expression: TimeExpression, start: int, end: int, modality: str) -> list[str]:
    """Return the features of an expression of time with respect to a number."""
    folded = reading.document.folded
    left = expression.end <= start
    side = "L" if left else "R"
    gap = start - expression.end if left else expression.start - end
    near = "0" if gap <= 4 else "1" if gap <= 14 else "2" if gap <= 35 else "3" if gap <= 80 else "4"
    crossed = sum(1 for mention in reading.quantities if (expression.end <= mention.span.start < start if left else end <= mention.span.start < expression.start))
    before = _BEFORE.search(folded, max(reading.start, expression.start - 14), expression.start)
    word = before.group(1).lower() if before else "^"
    word = word if word in _CUES else "w"
    between = folded[expression.end : start] if left else folded[end : expression.start]
    comma = "c" if "," in between or ";" in between or "(" in between else "n"
    found = list(_placed(side, near, min(crossed, 2), word, expression.kind, comma, modality))
    if _SAID.search(folded, max(reading.start, expression.start - 44), expression.start):
        found += ("said", f"said_{expression.kind}")
    if expression.start - reading.start <= 4:
        found.append("front")
    link = between.strip()
    if link in _LINKS:
        found.append(f"link={link}_{side}")
    return found


@cache
def _placed(side: str, near: str, crossed: int, word: str, kind: str, comma: str, modality: str) -> tuple[str, ...]:
    """Return the features of a kind of expression at a place."""
    return (
        f"{side}{near}", f"{side}x{crossed}", f"{side}x{crossed}{comma}", f"k={kind}", f"k={kind}_{side}", f"b={word}_{side}", f"b={word}_{kind}", f"{side}{near}_{comma}", f"k={kind}_{modality}",
    )  # fmt: skip
