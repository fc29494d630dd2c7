"""Speakers of sentences that are not read, found by their capitals and by "said"; and words with capitals that are no parties."""

from __future__ import annotations

import re
from functools import cache

from mineralclaims.claims.document import Document
from mineralclaims.mentions.party_words import voices
from mineralclaims.mentions.time_words import TIME_WORDS, WEEKDAYS

Place = tuple[int, int]

_NO_SPEAKERS = TIME_WORDS | {"he", "she", "it", "they", "we", "i", "you", "this", "that", "who", "which", "there"}
_LONGEST = 1000
OPENERS = frozenset({
    "the", "a", "an", "in", "on", "at", "it", "he", "she", "they", "we", "this", "that", "these", "those", "but", "and",
    "for", "as", "if", "when", "while", "after", "since", "its", "his", "her", "our", "there", "last", "according",
    "however", "also", "with", "by", "from", "to", "under", "although", "though", "whereas", "because", "yet", "nor", "so", "once", "until",
    "unlike", "despite", "meanwhile", "still", "then", "later", "earlier", "now", "even", "only", "where", "what", "who", "how", "why",
})  # fmt: skip
"""What a sentence may begin with that is no name for its capital."""

NO_PARTIES = WEEKDAYS | {"london", "new york", "washington"}
"""Names that no text is about besides those that are no party at all: days, and the places that reports are sent from."""

_NAME = r"(?:(?:[A-Z]\.){1,5}(?!\w)|(?:St|Mt|Dr|Mr|Mrs|Ms|Prof|Gen|Sen|Gov)\.(?=\s[A-Z])|[A-Z][\w&-]*(?:'(?!s\b)[\w&-]+)*)"
"""One word of a name: initials ("U.S.", "J."), a short form, or a word with a capital, without the "'s" of a possessive."""
_RUN = rf"{_NAME}(?:\s(?:of\s|and\s|for\s|de\s|van\s|von\s|the\s)?{_NAME}){{0,5}}"
_SAY = r"(?:said|says|told|added|stated|noted|explained|commented|warned|argued|announced)\b"
_SAID_BY = re.compile(
    rf"(?P<before>{_RUN}(?:'s)?)(?:,[^,.;]{{1,80}},|\s(?:from|of|at|with)\s(?:the\s)?(?:[a-z]+\s){{0,3}}{_RUN})?\s(?:(?:has|had|have|also|later|then)\s){{0,2}}{_SAY}|\b(?:said|says|stated|noted|explained)\s(?:[a-z]+\s){{0,3}}(?P<after>{_RUN})"
)
_SAYS = re.compile(_SAY)
_PERSONS = (
    "trader", "dealer", "broker", "official", "executive", "minister", "banker", "lawyer", "adviser", "advisor", "consultant",
    "researcher", "manager", "director", "engineer", "scientist", "professor", "lawmaker", "person", "shipper", "importer", "exporter",
)  # fmt: skip
"""Who speaks of numbers beside the voices of the lexicon, one person each."""
_OPENING = re.compile(r"([A-Z][a-z]*+)\s")


@cache
def _voice_said() -> re.Pattern[str]:
    """Return the pattern of one person without a name who says something: "a spokesman for the ministry said"."""
    singular = "|".join(sorted({*(word for word in voices() if not word.endswith("s")), *_PERSONS}))
    behind = r"(?:\s(?:for|at|of|in|with|from)\s[^,;:.\"()]{1,80}?)?"
    return re.compile(
        rf"\b(?:[Aa]n?|[Aa]nother|[Oo]ne)\s(?P<who>(?:[\w'&.-]+\s){{0,4}}?(?:{singular}){behind}),?\s(?:(?:has|had|have|also|later|then)\s){{0,2}}{_SAY}"
    )


def speaker_in(document: Document, number: int) -> Place | None:
    """Return who speaks in a sentence."""
    folded = document.folded
    start, stop = _bounds(document, number)
    if _SAYS.search(folded, start, stop) is None:
        return None
    said, voice = _SAID_BY.search(folded, start, stop), _voice_said().search(folded, start, stop)
    if voice is not None and (said is None or voice.start() < said.start()):
        return voice.span("who")
    name = "" if said is None else "before" if said.group("before") else "after" if said.group("after") else ""
    if said is None or not name:
        return None
    first, last = said.span(name)
    opener = _OPENING.match(folded, first, last)
    if opener is not None and opener.group(1).lower() in OPENERS:
        first = opener.end()  # "But Ana Ruiz says"
    return None if folded[first:last].lower() in _NO_SPEAKERS else (first, last)


def _bounds(document: Document, number: int) -> Place:
    """Return where a sentence begins, and how far it is looked at."""
    start, end = document.sentences[number]
    return start, min(end, start + _LONGEST)
