"""What a sum is for or who gets it, by what stands right behind it or by the measure that it is the size of.

"$340 million in loans to help Orwin build", "a $5 million grant for the refinery", "asked for $50 million in damages", "cut capital
spending to $40 million", "fined $3 million over a spill".
"""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.measures import PLANS, is_by_head, measured, words_of
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.doers import is_somebody, labelled
from mineralclaims.slots.governed import collected
from mineralclaims.slots.parties import Option, Possible, of_memory, of_phrase
from mineralclaims.text.tags import DETERMINER, VERB, lemma

_LINKED_BY = frozenset({"in", "of"})
_GIVEN_BY = frozenset({"from", "by"})
_HELPING = frozenset({"help", "enable", "assist", "support", "allow", "let", "aid"})
_FOR_WHAT = frozenset({"for", "over"})
_LEADS_ON = frozenset({"to", "for", "in", "into", "on", "towards", "toward", "of"})
_PURPOSES = frozenset({"to", "for", "toward", "towards"})
_PURPOSE_WITHIN = 7
_OF_COUNTRIES = frozenset({"exports", "imports", "external", "public", "national", "foreign", "gdp", "gnp", "budget", "trade"})
_PRODUCTS, _OF_LANDS = frozenset({"gdp", "gnp", "gni"}), (["domestic"], ["national"])
_RELATING = (["relating", "to"], ["related", "to"], ["linked", "to"], ["tied", "to"], ["associated", "with"], ["connected", "with"])
_PAYING = frozenset({"pay", "spend", "offer", "bid"})
_NEAR, _FINE_WITHIN, _PAID_WITHIN = 2, 2, 4
_WITHOUT_MEASURE = frozenset({"price", "revenue", "profit", "trade"})


def paid_for(options: list[Possible], scene: Scene, aspect: str, payer: Option) -> list[Possible]:
    """Return what stands behind a sum as what it is for or who gets it, or the measure that it is the size of; else all options."""
    phrase = _behind(scene, aspect) or _measure(scene, aspect)
    source = payer.candidate
    if phrase is not None and source is not None and source.phrase is phrase and source.kind != "lead":
        return options
    return options if phrase is None else of_phrase(options, phrase)[:1] or options


def paid_to_get(scene: Scene) -> Phrase | None:
    """Return what somebody gets for a sum by a verb of paying, who never pays it: "he paid $5,000 for the claims"."""
    reading, at = scene.reading, goes_on(scene)
    if reading.quantities[scene.position].quantity.per is not None:
        return None  # "paid $5 a tonne for ore", which is what the price is of
    if scene.passive or lemma(scene.verb_word) not in _PAYING or not 0 < scene.k - scene.verb <= _PAID_WITHIN:
        return None
    at += 2 * (reading.lows[at : at + 2] == ["in", "cash"])
    phrase = reading.whole_from(at + 1) if reading.lows[at : at + 1] == ["for"] else None
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" else phrase


def label(scene: Scene) -> Phrase | None:
    """Return what is no object: the label that opens a line of figures ("External debt: $2 billion"), or the takings that somebody collects."""
    if collected(scene) is not None:
        return scene.subject
    phrase = labelled(scene)
    if phrase is None or phrase.first > 1 or phrase.possessor is not None:
        return None
    return None if _OF_COUNTRIES.isdisjoint(scene.reading.lows[phrase.first : phrase.last + 1]) else phrase


def given_as_before(options: list[Possible], scene: Scene, discourse: Discourse, aspect: str) -> list[Possible]:
    """Return what the sum before was for, where another gives to the same: "Norway pledged $5m for the fund, Chile gave $2m"; else all options."""
    last, objects = discourse.last_claim, discourse.objects
    number = scene.reading.number
    if aspect != "aid" or not objects or objects[-1].sentence != last.sentence or not 0 <= number - last.sentence <= 1:
        return options
    at = goes_on(scene)
    behind = scene.reading.lows[at : at + _PURPOSE_WITHIN]
    leads_on = bool(behind) and (behind[0] in _LEADS_ON or not _PURPOSES.isdisjoint(behind))
    if objects[-1].type != "money" or leads_on or lemma(scene.verb_word) not in verbs("pledging"):
        return options
    return of_memory(options, objects[-1])


def obtained(options: list[Possible], scene: Scene, aspect: str, payer: Option) -> list[Possible]:
    """Return who gets a loan or aid from the payer, by a verb of getting ("the smelter received a $5m grant from the state"); else all options."""
    subject, source = scene.subject, payer.candidate
    if aspect not in {"aid", "debt"} or subject is None or scene.passive or lemma(scene.verb_word) not in verbs("obtaining"):
        return options
    if source is None or source.phrase is subject or source.phrase.before != "from" or not is_somebody(scene, subject):
        return options
    found = of_phrase(options, subject)
    named: list[Possible] = [option for option in found if option[3] is not None]
    return named[:1] or found[:1] or options


def _measure(scene: Scene, aspect: str) -> Phrase | None:
    """Return the measure that a sum is the size of, where it is what the sum is for: spending, a budget, a deficit, an income by head."""
    phrase = None if aspect in _WITHOUT_MEASURE else measured(scene)
    if phrase is None:
        return None
    reading, head = scene.reading, scene.reading.lows[phrase.last]
    if head in words_of("charges") or head == "loss":
        return None
    if head in words_of("outlays") or head in PLANS:
        return None if aspect == "cost" else _purpose(reading, phrase, goes_on(scene))
    if head in words_of("incomes"):
        product = reading.lows[phrase.last - 1 : phrase.last] in _OF_LANDS
        return phrase if head in _PRODUCTS or product or is_by_head(reading, phrase) else None
    if head in words_of("holdings"):
        is_sum = aspect == "other" and phrase.last < scene.k and not scene.passive  # not "the assets are valued at"
        return phrase if is_sum else None
    return phrase if head not in words_of("balances") or aspect in {"other", "debt"} else None


def _purpose(reading: Reading, phrase: Phrase, behind: int) -> Phrase:
    """Return what spending is on, where that follows it or the sum, else the spending itself."""
    for at in (phrase.last + 1, behind):
        purpose = reading.phrase_from(at + 1) if reading.lows[at : at + 1] in (["on"], ["for"]) else None
        if purpose is not None and not purpose.time:
            return purpose
    return phrase


def _behind(scene: Scene, aspect: str) -> Phrase | None:
    """Return whom or what a sum behind which its sort stands is for; the sort itself where nothing more is said of it."""
    reading, close = scene.reading, goes_on(scene)
    lows = reading.lows
    linked = lows[close : close + 1] != [] and lows[close] in _LINKED_BY
    sort = reading.phrase_from(close + linked)
    if sort is None or sort.time or sort.first - close - linked > _NEAR or sort.possessed is not None:
        sort = None
    head = "" if sort is None else lows[sort.last]
    if sort is not None and head in words_of("help"):
        found = _receiver(reading, sort.last + 1)
        if found is not None:
            return found
    if aspect == "cost" and lows[close : close + 2] in _RELATING:
        found = reading.whole_from(close + 2)
        if found is not None and not found.time:
            return found
    if aspect == "penalty":
        found = _offence(reading, close if sort is None or linked else sort.last + 1)
        if found is not None:
            return found
    named = lows[close : close + 1] == ["in"] and lows[close + 1 : close + 2] != ["the"] and aspect != "price"
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
        verb = (
            helped is None
            or reading.tokens[helped.last + 1 : helped.last + 2] == []
            or reading.tokens[helped.last + 1].tag == DETERMINER
        )
        return None if verb or helped is None or helped.time or helped.kind == "pronoun" else helped  # "to help finance the mine"
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
