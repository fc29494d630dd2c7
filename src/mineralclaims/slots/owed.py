"""Who pays where another gets or asks: who is fined or sued, and from or by whom a loan or a grant comes.

"fined Orwin $5 million", "a $5 million fine on Orwin", "Pelham received a $5 million loan from Orwin", "was granted $5 million by Orwin".
"""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.party_words import verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.doers import is_somebody
from mineralclaims.text.tags import VERB, lemma

_FINES = frozenset({"fine", "penalty", "fines", "penalties"})
_ON, _FROM, _BY = frozenset({"on", "against"}), frozenset({"from"}), frozenset({"by"})
_GRANTS = frozenset({
    "loan", "loans", "grant", "grants", "credit", "credits", "aid", "funding", "financing", "subsidy", "subsidies", "facility",
    "facilities", "line", "lines", "mortgage", "mortgages", "guarantee", "guarantees",
})  # fmt: skip
_LINKED = frozenset({"in", "of"})
_GIVEN_BY = frozenset({"from", "by"})
_LENDING = frozenset({"approve", "grant", "give", "provide", "offer", "promise", "lend", "award", "extend", "pledge", "agree"})
_LENDERS = frozenset({"bank", "banks", "lender", "lenders", "fund", "creditors", "agency", "government", "state"})
_TO = frozenset({"to"})
_BORROWING = frozenset({"repay", "cancel", "draw", "refinance", "redeem", "owe", "reschedule", "forgive", "restructure", "service"})
_ASKING = frozenset({"fine", "sue"})
_STOPS = frozenset({",", ";", "and", "that", "for"})
_LOOSE = frozenset({"A", "D"})
_WITHIN, _NEAR = 8, 2


def charged_with(scene: Scene) -> Phrase | None:
    """Return who is to pay a fine or is sued for the number."""
    reading = scene.reading
    if lemma(scene.verb_word) in _ASKING and not scene.passive and reading.tokens[scene.verb].tag == VERB:
        phrase = reading.whole_from(scene.verb + 1)
        return phrase if phrase is not None and phrase.last < scene.k and not phrase.time else None
    noun = _noun_of(scene, _FINES)
    if noun is None:
        return None
    found = _led_to(reading, max(noun.last + 1, goes_on(scene)), _ON)
    return found if found is not None and is_somebody(scene, found) else None


def costs(scene: Scene) -> Phrase | None:
    """Return whom something costs the number: "the delay cost Orwin some $5 million"."""
    reading, verb = scene.reading, scene.verb
    if verb < 0 or lemma(scene.verb_word) != "cost" or reading.tokens[verb].tag != VERB:
        return None
    phrase = reading.phrase_from(verb + 1)
    if phrase is None or phrase.time or phrase.last >= scene.k or reading.lows[phrase.last].endswith("ed"):
        return None  # "cost an estimated $5 million"
    return phrase if all(token.tag in _LOOSE for token in reading.tokens[phrase.last + 1 : scene.k]) else None


def costing(scene: Scene) -> Phrase | None:
    """Return what costs somebody the number: "the delay cost Orwin some $5 million"."""
    subject = scene.subject
    if subject is None or subject.time or subject.kind == "pronoun" or subject.last > scene.verb or scene.passive:
        return None
    return subject if costs(scene) is not None else None


def named_lender(scene: Scene) -> tuple[Phrase, str] | None:
    """Return whose name a loan or grant begins with: "a $5 million Orwin loan to the mine", "$5 million in Orwin credits"."""
    noun = _noun_of(scene, _GRANTS)
    tokens = scene.reading.tokens
    if noun is None or noun.first == noun.last or noun.first < scene.k or not tokens[noun.first].name or tokens[noun.last].name:
        return None
    part = scene.reading.lows[goes_on(scene)] == "of"  # "repaid $5 million of the Orwin loan"
    borrowed = part or lemma(scene.verb_word) in _BORROWING or tokens[noun.first].low in names_of_demonyms()
    return None if borrowed else (noun, "lead")


def lender(scene: Scene) -> Phrase | None:
    """Return who lends or gives the number to the subject of a verb of getting, or gives it by a passive verb.

    Who stands with "from" or "by" right behind the loan lends it, whatever the verb.
    """
    reading, verb = scene.reading, lemma(scene.verb_word)
    noun = _noun_of(scene, _GRANTS)
    straight = None if noun is None else _right_behind(reading, noun.last)
    if straight is not None:
        return straight if is_somebody(scene, straight) else None
    behind = goes_on(scene) if noun is None else max(noun.last + 1, goes_on(scene))
    if verb in verbs("obtaining") and not scene.passive:
        found = _led_to(reading, behind, _FROM)
    elif scene.passive and verb in _LENDING:
        found = _led_to(reading, behind, _BY)
    else:
        found = None
    return found if found is not None and is_somebody(scene, found) else None


def lends(scene: Scene) -> Phrase | None:
    """Return the subject of a verb of lending that has the loan and who gets it behind it: "the bank extended a $5 million credit line to Orwin"."""
    subject = scene.subject
    if _borrower(scene) is None or subject is None:
        return None
    return subject if is_somebody(scene, subject) or scene.reading.lows[subject.last] in _LENDERS else None


def _borrower(scene: Scene) -> Phrase | None:
    """Return who stands with "to" behind a loan that somebody is said to give."""
    subject = scene.subject
    if subject is None or subject.time or scene.passive or lemma(scene.verb_word) not in _LENDING or subject.last > scene.verb:
        return None
    noun = _noun_of(scene, _GRANTS)
    return None if noun is None or noun.first < scene.k else _straight(scene.reading, noun.last, _TO)


def _straight(reading: Reading, last: int, links: frozenset[str]) -> Phrase | None:
    """Return the name or body that stands with a preposition right behind a noun."""
    if last + 1 >= len(reading.lows) or reading.lows[last + 1] not in links:
        return None
    phrase = reading.whole_from(last + 2)
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" else phrase


def lent_to(scene: Scene) -> Phrase | None:
    """Return who gets the number, where another is known to lend or give it; for what, where that is said right behind the giver."""
    if lends(scene) is not None:
        return _borrower(scene)
    subject, giver = scene.subject, lender(scene)
    named = named_lender(scene) if giver is None else None
    giver = giver if named is None else named[0]
    if giver is None or subject is None or subject.last > scene.verb or subject.time:
        return None
    obtains = lemma(scene.verb_word) in verbs("obtaining") or scene.passive
    if not obtains and (named is not None or scene.k - scene.verb > _NEAR + 1):
        return None
    lows, at = scene.reading.lows, giver.last + 1
    if named is not None and lows[at : at + 1] == ["to"]:
        return None
    return (scene.reading.whole_from(at + 1) or subject) if lows[at : at + 1] == ["for"] else subject


def _noun_of(scene: Scene, nouns: frozenset[str]) -> Phrase | None:
    """Return the noun that says what sort of sum the number is: "a $5 million fine", "a fine of $5 million", "$5 million in aid"."""
    reading, at = scene.reading, goes_on(scene)
    at += reading.lows[at : at + 1] != [] and reading.lows[at] in _LINKED
    noun = reading.phrase_from(at)
    if noun is not None and noun.first - at <= _NEAR and reading.lows[noun.last] in nouns:
        return noun
    noun = reading.phrase_ending(scene.k - 2) if scene.k > 1 and reading.lows[scene.k - 1] == "of" else None
    return noun if noun is not None and reading.lows[noun.last] in nouns else None


def _right_behind(reading: Reading, last: int) -> Phrase | None:
    """Return who stands with "from" or "by" right behind a loan or grant."""
    return _straight(reading, last, _GIVEN_BY)


def _led_to(reading: Reading, start: int, links: frozenset[str]) -> Phrase | None:
    """Return who stands behind one of some prepositions soon after a token."""
    for at in range(start, min(start + _WITHIN, len(reading.lows) - 1)):
        if reading.lows[at] in links:
            phrase = reading.whole_from(at + 1)
            return None if phrase is None or phrase.time or phrase.kind == "pronoun" else phrase
        if reading.tokens[at].tag == "Q" or reading.lows[at] in _STOPS:
            return None
    return None
