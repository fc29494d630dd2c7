"""An expression of time in a sentence, with what is known of it whichever number is asked about."""

from __future__ import annotations

import re
from bisect import bisect_left
from datetime import date
from operator import attrgetter

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.dates import TimeExpression
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.normalize.times import resolve
from mineralclaims.slots.date_asides import passes_by

_FUTURE = re.compile(
    r"\b(?:will|expected|expects?|hopes?|aims?|due|scheduled|projected|anticipated|anticipates?|slated|targeted|targeting|poised|intends?|on track|on course"
    r"|take effect|takes effect|effective|set to|plans?|next|would|should|could)\b"
    r"|\b(?:starts?|starting|begins?|beginning)\s+(?!of\b)(?:[a-z]+\s+){0,3}\Z",
    re.IGNORECASE,
)
_LIMIT = re.compile(r"\b(?:by|until|till|from)\s+(?:[a-z]+\s+){0,3}\Z", re.IGNORECASE)
"""What leads up to a time that is over or to come, whichever is nearer."""
_NEXT_DAY = re.compile(r"\b(?:by|until|till|next|due|scheduled|will|expected|starting|from)\s+(?:[a-z]+\s+){0,3}\Z")
_BEFORE = re.compile(r"(\w+)\s*\Z")
_SAYING = ("said", "says", "told", "announced", "reported", "statement", "published", "according", "added", "interview", "released", "dated", "confirmed", "wrote", "speaking", "unveiled", "revealed", "disclosed", "warned", "showed", "show")  # fmt: skip
_SAID = re.compile(rf"\b(?:{'|'.join(_SAYING)})\b[^.;]{{0,28}}\Z", re.IGNORECASE)
_NEAR_BEFORE, _FAR_BEFORE = 44, 56
_BEGINS = attrgetter("start")
_FRONT = 4
# "VELNO, Feb 11 - ", "RIO SECO, March 3 (Orwin News) -- ": the day of a text that does not say its year.
_DATELINE = re.compile(r"[A-Z][\w.' ,-]{1,40}, {1,3}[A-Z][a-z]{2,8}\.? {1,3}\d{1,2} {1,3}(?:\([A-Z][\w/ ]{1,20}\) {0,3})?[-–—]")
_DATELINE_CLOSES = 26
_TENSED = frozenset({"my", "mdy", "dmy", "quarter", "half", "weekday", "ended"})
_CUES = frozenset({
    "in", "by", "on", "since", "from", "of", "for", "during", "until", "to", "at", "than", "between", "and", "through",
    "after", "before", "with", "late", "early", "over", "within", "the", "as", "its", "versus", "vs", "against", "year",
    "fiscal", "mid",
})  # fmt: skip


class Dated:
    """An expression of time of a sentence, with what is known of it whichever number is asked about."""

    __slots__ = (
        "before", "end", "expression", "front", "kind", "last", "other", "owns", "passed", "reading", "said", "start", "token", "value",
    )  # fmt: skip

    def __init__(
        self, reading: Reading, expression: TimeExpression, published: date | None, pointed: PartialDate | None = None
    ) -> None:
        """Look around an expression, and work out what it means; ``pointed`` is the time that it points back to, if any."""
        folded = reading.document.folded
        self.reading, self.expression = reading, expression
        self.start, self.end, self.kind = start, _, kind = expression.start, expression.end, expression.kind
        self.owns = folded.startswith("'s", self.end)
        ahead, reach = (_NEXT_DAY, _NEAR_BEFORE) if kind == "weekday" else (_FUTURE, _FAR_BEFORE)
        self.token = bisect_left(reading.tokens, start, key=_BEGINS)
        begin = max(reading.start, start - _NEAR_BEFORE)
        tense = "past"
        if (
            kind in _TENSED
            and not (self.owns and kind == "weekday")
            and _leads_ahead(reading, ahead.search(folded, max(reading.start, start - reach), start))
        ):
            tense = "future"
        elif kind in _TENSED and kind != "weekday" and _LIMIT.search(folded, begin, start):
            tense = "near"
        if pointed is not None:
            published = date(pointed.year, 12, 31)
        self.value = pointed if kind in {"that", "same"} else resolve(kind, expression.match, published, tense)
        self.other: PartialDate | None = None
        if kind in _TENSED and published is not None:
            self.other = resolve(kind, expression.match, published, "past" if tense == "future" else "future")
        undated = self.value is None and published is None and kind in _TENSED and kind != "weekday"
        if undated and _DATELINE.match(folded, reading.start, self.end + _DATELINE_CLOSES) is None:
            year = reading.document.year_before(start)
            self.value = resolve(kind, expression.match, date(year, 12, 31), "past") if year is not None else None
        before = _BEFORE.search(folded, max(reading.start, start - 14), start)
        word = before.group(1).lower() if before else "^"
        self.before = word if word in _CUES else "w"
        words = folded[begin:start].lower()
        self.said = any([said in words for said in _SAYING]) and _SAID.search(folded, begin, start) is not None
        self.front = start - reading.start <= _FRONT
        self.last = bisect_left(reading.tokens, self.end, key=_BEGINS) - 1
        self.passed = passes_by(reading, self.token, self.last)


def _leads_ahead(reading: Reading, found: re.Match[str] | None) -> bool:
    """Return whether a word says that a time is to come: "plans to open it in May"; not a plan that was made: "approved the plan on May 3"."""
    if found is None or not found.group().lower().startswith("plan"):
        return found is not None
    at = bisect_left(reading.tokens, found.start(), key=_BEGINS)
    return at == len(reading.tokens) or reading.tokens[at].tag != "N"
