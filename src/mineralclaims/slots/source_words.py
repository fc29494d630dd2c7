"""How much of the text a source takes: a nameless one with what it is said to know ("sources familiar with the matter")."""

from __future__ import annotations

import re

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.parties import Option
from mineralclaims.slots.sources_by_form import joined_source
from mineralclaims.slots.wording import whole_mention
from mineralclaims.spans import Mention

_NAMELESS = frozenset({
    "source", "sources", "person", "people", "official", "officials", "trader", "traders", "executive", "executives",
    "insider", "insiders", "banker", "bankers", "diplomat", "diplomats",
})  # fmt: skip
_KNOWING = re.compile(
    r"(?:\s(?:familiar with|involved in|close to|briefed on|aware of|privy to|with (?:direct |first-hand )?knowledge of|at|in)"
    r"|(?:(?<=familiar) with|(?<=close) to|(?<=aware) of|(?<=involved) in)) "
    r"(?:(?!said\b|says\b|told\b|who\b|and\b)[^\W\d][\w'-]* ?){1,5}(?=[,. ]|\Z)"
)
_LED = frozenset({"analysts", "economists", "researchers", "scientists", "team"})
_LED_BY = re.compile(r" (?:at [A-Z][\w&. ]{1,40}? )?(?:led|headed) by (?:[A-Z][\w'.-]*(?: (?:[A-Z][\w'.-]*|de|van|von|al))*[\w])")
_REACH, _SEEN_BEFORE = 80, 12


def source_mention(option: Option) -> Mention | None:
    """Return what an option puts in the attribution of a claim."""
    mention, candidate = whole_mention(option), option.candidate
    if (
        mention is not None
        and candidate is not None
        and mention.span.start == candidate.start
        and option.mention is candidate.mention
    ):
        first, last = joined_source(candidate)
        if (first, last) != (candidate.first, candidate.last):
            tokens = candidate.reading.tokens
            mention = Mention.at(candidate.reading.document.text, tokens[first].start, max(tokens[last].end, mention.span.end))
    if mention is not None and candidate is not None and candidate.reading.lows[candidate.last] in _LED:
        led = _behind(_LED_BY, candidate.reading, mention.span.end)
        if led is not None:
            return Mention.at(candidate.reading.document.text, mention.span.start, mention.span.end + len(led.group()))
    if mention is None or candidate is None or _NAMELESS.isdisjoint(candidate.reading.lows[candidate.first : candidate.last + 1]):
        return mention
    document = candidate.reading.document
    end = mention.span.end
    known = _behind(_KNOWING, candidate.reading, end)
    return mention if known is None else Mention.at(document.text, mention.span.start, end + len(known.group().rstrip()))


def _behind(pattern: re.Pattern[str], reading: Reading, end: int) -> re.Match[str] | None:
    """Return what a pattern finds right behind a place of a sentence, whose lines may be broken anywhere."""
    begin = max(0, end - _SEEN_BEFORE)
    near = reading.document.folded[begin : min(end + _REACH, reading.end)].replace("\n", " ")
    return pattern.match(near, end - begin)
