"""What a sum is for or who gets it, by what stands right behind it or by the measure that it is the size of.

"$340 million in loans to help Orwin build", "a $5 million grant for the refinery", "asked for $50 million in damages", "cut capital
spending to $40 million", "fined $3 million over a spill".
"""

from __future__ import annotations

from mineralclaims.claims.measures import is_by_head, measured, words_of
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.parties import Possible, of_phrase
from mineralclaims.text.tags import VERB

_LINKED_BY = frozenset({"in", "of"})
_GIVEN_BY = frozenset({"from", "by"})
_HELPING = frozenset({"help", "enable", "assist", "support", "allow", "let", "aid"})
_FOR_WHAT = frozenset({"for", "over"})
_PRODUCTS = frozenset({"gdp", "gnp", "gni"})
_NEAR, _FINE_WITHIN = 2, 2
_WITHOUT_MEASURE = frozenset({"price", "revenue", "profit", "trade"})


def paid_for(options: list[Possible], scene: Scene, aspect: str) -> list[Possible]:
    """Return what stands behind a sum as what it is for or who gets it, or the measure that it is the size of; else all options."""
    phrase = _behind(scene, aspect) or _measure(scene, aspect)
    return options if phrase is None else of_phrase(options, phrase)[:1] or options


def _measure(scene: Scene, aspect: str) -> Phrase | None:
    """Return the measure that a sum is the size of, where it is what the sum is for: spending, a budget, a deficit, an income by head."""
    phrase = None if aspect in _WITHOUT_MEASURE else measured(scene)
    if phrase is None:
        return None
    reading, head = scene.reading, scene.reading.lows[phrase.last]
    if head in words_of("charges") or head == "loss":
        return None
    if head in words_of("outlays"):
        return None if aspect == "cost" else _purpose(reading, phrase)
    if head in words_of("incomes"):
        return phrase if head in _PRODUCTS or is_by_head(reading, phrase) else None
    return phrase if head not in words_of("balances") or aspect in {"other", "debt"} else None


def _purpose(reading: Reading, phrase: Phrase) -> Phrase:
    """Return what spending is on, where that follows it, else the spending itself."""
    link = reading.lows[phrase.last + 1 : phrase.last + 2]
    purpose = reading.phrase_from(phrase.last + 2) if link in (["on"], ["for"]) else None
    return phrase if purpose is None or purpose.time else purpose


def _behind(scene: Scene, aspect: str) -> Phrase | None:
    """Return whom or what a sum behind which its sort stands is for; the sort itself where nothing more is said of it."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    close = k + 2 if lows[k + 1 : k + 2] == [")"] else k + 1
    linked = lows[close : close + 1] != [] and lows[close] in _LINKED_BY
    sort = reading.phrase_from(close + linked)
    if sort is None or sort.time or sort.first - close - linked > _NEAR or sort.possessed is not None:
        sort = None
    head = "" if sort is None else lows[sort.last]
    if sort is not None and head in words_of("help"):
        found = _receiver(reading, sort.last + 1)
        if found is not None:
            return found
    if aspect == "penalty":
        found = _offence(reading, k + 1 if sort is None or linked else sort.last + 1)
        if found is not None:
            return found
    named = linked and lows[close] == "in" and lows[close + 1] != "the" and aspect != "price"
    return sort if named and head in words_of("funds") else None


def _receiver(reading: Reading, at: int) -> Phrase | None:
    """Return who gets help or what it is for: "to Orwin", "from the bank for the mine", "to help Orwin build"."""
    lows = reading.lows
    if lows[at : at + 1] != [] and lows[at] in _GIVEN_BY:
        giver = reading.whole_from(at + 1)
        at = at if giver is None else giver.last + 1
    link = lows[at : at + 1]
    if link == ["to"] and lows[at + 1 : at + 2] != [] and lows[at + 1] in _HELPING:
        helped = reading.phrase_from(at + 2)
        return None if helped is None or helped.time or helped.kind == "pronoun" else helped
    if link not in (["to"], ["for"]):
        return None
    phrase = reading.whole_from(at + 1)
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" else phrase


def _offence(reading: Reading, at: int) -> Phrase | None:
    """Return what somebody is fined for: "for smuggling", "over a spill"; nothing of what is said by a verb."""
    for link in range(at, min(at + _FINE_WITHIN, len(reading.lows) - 1)):
        if reading.lows[link] in _FOR_WHAT:
            phrase = reading.whole_from(link + 1)
            return None if phrase is None or phrase.time or reading.tokens[link + 1].tag == VERB else phrase
        if reading.tokens[link].tag in {VERB, "Q"}:
            break
    return None
