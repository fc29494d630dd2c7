"""Whom the form of a clause makes the source of a number, as who expected or valued it: "below the $46m analysts expected", "a consensus forecast of 3%"."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene, find_subject
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.saying_words import foreseers, outlooks
from mineralclaims.slots.candidates import Candidate, as_candidate, candidates
from mineralclaims.slots.houses import foretelling_house
from mineralclaims.text.tags import BE, lemma

_OF = frozenset({"of", "for", "at"})
_AWAITED = frozenset(
    {"expected", "forecast", "forecasted", "predicted", "projected", "anticipated", "estimated", "penciled", "pencilled"}
)
_VALUED = frozenset({"put", "value", "estimate", "assess", "calculate", "peg", "gauge", "reckon", "forecast", "project", "see"})
_THINKING = frozenset({
    "expect", "project", "predict", "forecast", "anticipate", "foresee", "envisage", "envision", "estimate", "reckon", "calculate",
    "believe", "think", "tip", "assume", "see", "guess",
})  # fmt: skip
_PUTTING = frozenset({"put", "place", "peg", "value"})
_POLLS = frozenset({"poll", "survey", "canvass"})
_STREET = ["on", "wall", "street"]
_STOPS = frozenset({",", ";", ":", "(", ")", '"', ".", "and", "but", "while", "or"})
_BEFORE, _BEHIND, _BESIDE, _GOVERNED = 11, 10, 4, 10


def foreseer(scene: Scene) -> Candidate | None:
    """Return who expected or valued the number, None where the form of its clause does not say."""
    reading, k = scene.reading, scene.k
    return _of_outlook(reading, k) or _awaiting(reading, k) or _agent(reading, k) or _voice(reading, k) or _house(scene)


def _of_outlook(reading: Reading, k: int) -> Candidate | None:
    """Return whose expectations the number is: "analyst expectations of 5%", "economists' estimates for a 5% rise"."""
    lows, tokens = reading.lows, reading.tokens
    low = max(0, k - _BEFORE)
    if outlooks().isdisjoint(lows[low:k]):
        return None
    for index in range(k - 1, low - 1, -1):
        if lows[index] in outlooks():
            return _whose(reading, index) if index + 1 == k or lows[index + 1] in _OF or _in_poll(lows, index + 1, k) else None
        if lows[index] in _STOPS or tokens[index].tag == "Q" or (tokens[index].tag == "V" and lows[index - 1] != "to"):
            return None
    return None


def _in_poll(lows: list[str], at: int, k: int) -> bool:
    """Return whether a poll stands between an outlook and what it is of: "expectations in a Calder poll for a drop of 5%"."""
    return lows[at] == "in" and any(one in _POLLS and other in _OF for one, other in pairwise(lows[at:k]))


def _whose(reading: Reading, index: int) -> Candidate | None:
    """Return who an outlook belongs to: the voices that its phrase names before it, or that own it."""
    phrase = reading.phrase_ending(index)
    if phrase is None:
        return None
    if phrase.possessor is not None:
        return _if_voice(reading, phrase.possessor)
    if foreseers().isdisjoint(reading.lows[phrase.first : index + 1]):
        return None
    return Candidate(reading, phrase.first, max(phrase.first, index - 1), phrase, "base")


def _awaiting(reading: Reading, k: int) -> Candidate | None:
    """Return who expects by a relative clause behind the number: "the 5% that economists polled last week had expected"."""
    lows, tokens = reading.lows, reading.tokens
    phrase: Phrase | None = None
    for index in range(k + 1, min(k + _BEHIND, len(lows))):
        if lows[index] in _STOPS or tokens[index].tag == "Q":
            return None
        if phrase is None:
            begun = reading.phrase_from(index) if index <= k + _BESIDE else None
            phrase = begun if begun is not None and lows[begun.last] in foreseers() else None
        elif lows[index] in _AWAITED or (tokens[index].tag == "V" and lows[index].endswith("ing") and lows[index - 1] in BE):
            return _if_voice(reading, phrase)
    return None


def _agent(reading: Reading, k: int) -> Candidate | None:
    """Return who is named with "by" near the number: "the 5% rise forecast by brokers", "are put at 5 Mt by the bureau"; "expected on Wall Street"."""
    lows, tokens = reading.lows, reading.tokens
    valued = _valued(reading, k)
    if valued >= 0 and "by" in lows[valued:k]:  # "was put by insurers at $40bn"
        return _named_from(reading, lows.index("by", valued) + 1)
    for index in range(k + 1, min(k + _BEHIND, len(lows) - 1)):
        if lows[index] == "by":
            said = lows[index - 1] in _AWAITED or (index - k < _BESIDE and valued >= 0)
            return _named_from(reading, index + 1) if said else None
        if lows[index : index + 3] == _STREET:
            return _named_from(reading, index + 1) if lows[index - 1] in _AWAITED else None
        if lows[index] in _STOPS or tokens[index].tag == "Q":
            return None
    return None


def _valued(reading: Reading, k: int) -> int:
    """Return the verb before the number that says what something is put at, -1 for none: "are put at", "was estimated last year at"."""
    lows = reading.lows
    if lows[k - 1] not in {"at", "to"}:
        return -1
    for index in range(k - 2, max(0, k - _BEFORE), -1):
        if lows[index] in _STOPS:
            return -1
        if reading.tokens[index].tag == "V":
            passive = lemma(lows[index]) in _VALUED and not BE.isdisjoint(lows[max(0, index - 3) : index])
            return index if passive else -1
    return -1


def _voice(reading: Reading, k: int) -> Candidate | None:
    """Return who expects or values by the clause of the number, where it can do nothing else: "analysts are projecting earnings of $3"."""
    tokens, lows = reading.tokens, reading.lows
    for index in range(k - 1, max(-1, k - _GOVERNED), -1):
        if lows[index] in _STOPS:
            return None
        if tokens[index].tag != "V":
            continue
        if not BE.isdisjoint(lows[max(0, index - 2) : index]) and not lows[index].endswith("ing"):
            return None  # "the market is valued at $5bn"
        if lows[index].endswith("ed") and lows[index - 1] == "and" and lows[index + 1] == "to":
            return None  # "… and projected to grow to $8bn"
        looks = lows[index] == "looking" and lows[index + 1 : index + 2] == ["for"]
        verb = lemma(lows[index])
        if not (looks or verb in _THINKING or (verb in _PUTTING and lows[k - 1] == "at")):
            if lows[index - 1] == "to":
                continue  # "expect prices to rise 3%"
            return None
        subject = find_subject(reading, index)
        return None if subject is None or subject.last > index else _if_voice(reading, subject)
    return None


def _house(scene: Scene) -> Candidate | None:
    """Return the bank or broker that foresees the number: "Calder Bank had been expecting output of 5 tonnes"."""
    house = foretelling_house(scene)
    return (
        None
        if house is None
        else next((one for one in candidates(scene.reading) if one.phrase is house and one.kind == "base"), None)
    )


def _if_voice(reading: Reading, phrase: Phrase) -> Candidate | None:
    """Return a phrase as a source where it names those who foresee numbers for a living."""
    return as_candidate(reading, phrase) if reading.lows[phrase.last] in foreseers() else None


def _named_from(reading: Reading, index: int) -> Candidate | None:
    """Return the phrase that begins at a token, or behind the article there, as a source."""
    phrase = reading.phrase_from(index) or reading.phrase_from(index + 1)
    return None if phrase is None or phrase.time else as_candidate(reading, phrase)
