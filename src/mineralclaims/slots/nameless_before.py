"""What a pronoun means that goes back to something without a name: who said a number, what a clause was about, what rose or fell."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.party_words import (
    authorities,
    changes,
    country_words,
    generic,
    short_for_bodies,
    verbs,
    voices,
)
from mineralclaims.mentions.saying_words import foreseers
from mineralclaims.slots.saying import saying_in
from mineralclaims.spans import Mention
from mineralclaims.text.tags import lemma

_READ = frozenset({"report", "study", "survey", "statement", "newsletter", "paper"})
_SAYS = frozenset({"say", "forecast"})
_CLAUSES_BACK, _TIME_AT_MOST = 2, 7
_PARTS_OF_TIME = frozenset({
    "middle", "end", "start", "beginning", "turn", "time", "decade", "century", "1950s", "1960s", "1970s", "1980s", "1990s", "2000s", "2010s",
})  # fmt: skip
_DEEDS = frozenset({
    "make", "sell", "produce", "buy", "mine", "export", "import", "spend", "invest", "own", "hold", "pay", "employ",
    "plan", "ship", "earn", "operate", "acquire", "agree", "supply", "refine", "process", "borrow", "owe", "lose",
    "need", "use", "consume", "burn", "yield", "close", "open", "run", "pump", "smelt", "extract", "decide",
    "reject", "want", "seek", "intend", "consider", "offer", "refuse", "hire", "raise", "announce", "expect", "hope",
})  # fmt: skip
"""What somebody does, and no measure."""

_MEASURES = frozenset({
    "profit", "output", "production", "revenue", "loss", "turnover", "income", "deficit", "surplus", "price", "cost", "demand", "supply",
    "growth", "consumption", "capacity", "debt", "inflation", "throughput", "royalty", "dividend", "tax", "expenditure", "spending",
})  # fmt: skip


@cache
def _nameless_sayers() -> frozenset[str]:
    """Return the nouns for those who say numbers and go on without a name."""
    return voices() | foreseers() | authorities() | short_for_bodies()


def sayer_before(reading: Reading, first: int) -> Mention | None:
    """Return who said something last without a name, for a pronoun that goes on saying: "Traders said …, they added", "The ministry said …. It put …"."""
    verb = first + 1
    while verb < len(reading.tokens) and reading.tokens[verb].tag in {"X", "A"}:
        verb += 1
    if verb not in saying_in(reading):
        return None
    many = reading.lows[first] == "they"
    for number in range(reading.number, max(-1, reading.number - 1 - _CLAUSES_BACK), -1):
        earlier = reading if number == reading.number else reading.document.reading(number)
        if number < reading.number and not many and _is_about_name(earlier):
            return None
        for said in reversed(saying_in(earlier)):
            phrase = find_subject(earlier, said) if earlier is not reading or said < first else None
            if phrase is None or phrase.kind == "pronoun" or phrase.time:
                continue
            head = earlier.tokens[phrase.last]
            read = head.low in _READ and earlier.lows[said] in {"said", "says"}
            nameless = (read or head.low in _nameless_sayers()) and not head.name
            if not nameless or head.low.endswith("s") != many:
                return None
            return Mention.at(reading.document.text, earlier.tokens[phrase.first].start, head.end)
    return None


def _is_about_name(reading: Reading) -> bool:
    """Return whether a sentence in which nobody says anything tells what a name did: "Orwin, the largest miner, shipped 28 tonnes"."""
    phrase = find_subject(reading, reading.verbs[0]) if reading.verbs and not saying_in(reading) else None
    if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.last >= reading.verbs[0]:
        return False
    return reading.tokens[phrase.last].name and reading.lows[phrase.last] not in country_words()


def clause_before(reading: Reading, first: int) -> Mention | None:
    """Return what the clause before "it" is about, where that is a thing and no name ("while trade makes up a half, it …").

    It is looked for in the same sentence, and for an "it" that opens a sentence, and says nothing, in the sentence before.
    """
    verbs, number = reading.verbs, reading.number
    at = bisect_left(verbs, first)
    if at == len(verbs) or not _SAYS.isdisjoint(reading.tokens[verbs[at]].cue):
        return None
    does = lemma(reading.lows[verbs[at]]) in _DEEDS
    if at == 0 and number and _opens(reading, first):
        reading = reading.document.reading(number - 1)
        if number > 1 and reading.lows[:1] == ["its"]:  # "The mine was old. Its capacity was 5 tonnes. It made 3 tonnes."
            reading = reading.document.reading(number - _CLAUSES_BACK)
        verbs, first, at = reading.verbs, len(reading.tokens), 1
    for verb in reversed(verbs[max(0, at - _CLAUSES_BACK) : at]):
        phrase = find_subject(reading, verb)
        if phrase is not None and phrase.last < first and phrase.kind == "base" and not phrase.time:
            low = reading.lows[phrase.last]
            if does and (low in _MEASURES or phrase.last in reading.commodity_tokens):
                return None
            named = phrase.name or low in generic() or low in voices() or low.endswith("s") or low in changes()
            start, end = reading.tokens[phrase.first].start, reading.tokens[phrase.last].end
            return None if named else Mention.at(reading.document.text, start, end)
    return None


def _opens(reading: Reading, first: int) -> bool:
    """Return whether a pronoun opens its sentence, at most a time before it: "It made 5 tonnes", "By 1998 it was losing money"."""
    if first <= 1:
        return True
    before = reading.phrases[: bisect_left(reading.phrase_starts, first)]
    dated = (
        all(one.time or reading.lows[one.last] in _PARTS_OF_TIME for one in before) if before else reading.lows[first - 1].isdigit()
    )
    return first <= _TIME_AT_MOST and dated


def movers_before(reading: Reading, first: int) -> Mention | None:
    """Return what rose or fell where "they" opens a sentence and does so: "Sales of tin were the exception. They fell by 5%"."""
    verb = first + 1
    while verb < len(reading.tokens) and reading.tokens[verb].tag in {"X", "A"}:
        verb += 1
    if first > 1 or not reading.number or verb >= len(reading.tokens) or lemma(reading.lows[verb]) not in verbs("moving"):
        return None
    earlier = reading.document.reading(reading.number - 1)
    phrase = find_subject(earlier, earlier.verbs[0]) if earlier.verbs else None
    if phrase is None or phrase.kind == "pronoun" or phrase.time or phrase.last >= earlier.verbs[0]:
        return None
    head = earlier.tokens[phrase.last]
    if head.name or not head.low.endswith("s") or head.low in voices() or head.low in generic():
        return None
    return Mention.at(reading.document.text, earlier.tokens[phrase.first].start, head.end)
