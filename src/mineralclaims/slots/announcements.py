"""Sources that announce or foretell what the number is said in: "announced last week that it would pay $5m", "as reported by the ministry", "Calder, which predicts growth of 5%"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.saying_words import documents
from mineralclaims.slots.candidates import Candidate, as_candidate
from mineralclaims.slots.speakers import best_variant
from mineralclaims.text.tags import BE, VERB

_ANNOUNCING = frozenset({"announced", "announcing"})
_THEY = frozenset({"it", "they"})
_CROSSED = frozenset({"said", "says", '"', ";", "which", "who", "existing", "current", "today"})
_REPORTED = frozenset({
    "reported", "published", "estimated", "disclosed", "stated", "calculated", "announced", "noted", "recorded", "compiled", "assessed",
    "measured", "cited", "given", "released", "declared", "confirmed",
})  # fmt: skip
_FORETELLING = frozenset({"predicted", "predicts", "forecast", "forecasts", "estimated", "estimates", "projected", "projects"})
_WHO = frozenset({"which", "who"})
_BACK, _AHEAD, _BESIDE, _TIMED = 40, 50, 10, 5


def announcer(reading: Reading, k: int) -> Candidate | None:
    """Return who announces, reports or foretells a number by the form of its sentence, None where nobody does."""
    return _announcing(reading, k) or _reported_by(reading, k) or _foretelling(reading, k)


def _announcing(reading: Reading, k: int) -> Candidate | None:
    """Return who announced the clause of a number: "the bank announced on Monday that output fell 5%"; not "announced a plan that would cost $5m"."""
    lows, low = reading.lows, max(0, k - _BACK)
    if _ANNOUNCING.isdisjoint(lows[low:k]) or "today" in lows:
        return None
    for index in range(k - 2, low - 1, -1):
        if lows[index] in _CROSSED:
            return None
        if lows[index] not in _ANNOUNCING:
            continue
        opened = _clause_behind(reading, index, k)
        tells = opened >= 0 and (lows[opened] == "that" or reading.verbs_between(opened + 1, k))
        if not tells or lows[index - 1] in BE:
            return None
        subject = find_subject(reading, index)
        return None if subject is None or subject.first > index else best_variant(reading, subject.first, None)
    return None


def _clause_behind(reading: Reading, verb: int, k: int) -> int:
    """Return the word that opens what is announced, with at most a time or a document before: "announced it", "announced in a filing on Monday that"; -1 for none."""
    lows = reading.lows
    if lows[verb + 1] in _THEY:
        return verb + 1
    for index in range(verb + 1, min(verb + _BESIDE, k)):
        if lows[index] == "that":
            return index
        phrase = reading.phrase_from(index) if index - verb <= _TIMED else None
        if lows[index] == "," or (phrase is not None and not phrase.time and lows[phrase.last] not in documents()):
            return -1
    return -1


def _reported_by(reading: Reading, k: int) -> Candidate | None:
    """Return whom "as reported by the ministry" names behind a number."""
    lows = reading.lows
    if "as" not in lows[k + 1 : k + _AHEAD]:
        return None
    for index in range(k + 1, min(k + _AHEAD, len(lows) - 3)):
        if lows[index] == ";":
            return None
        if lows[index] == "as" and lows[index + 1] in _REPORTED and lows[index + 2] == "by":
            phrase = reading.phrase_from(index + 3) or reading.phrase_from(index + 4)
            return None if phrase is None or phrase.time else as_candidate(reading, phrase)
    return None


def _foretelling(reading: Reading, k: int) -> Candidate | None:
    """Return whose forecast a relative clause tells: "the bank, which last month predicted growth of 5%"."""
    lows, low = reading.lows, max(2, k - _BACK)
    if _FORETELLING.isdisjoint(lows[low:k]):
        return None
    for index in range(k - 2, low - 1, -1):
        if lows[index] in _CROSSED or lows[index] == "that":
            return None
        if lows[index] in _FORETELLING and reading.tokens[index].tag == VERB:
            return _named_before(reading, index)
    return None


def _named_before(reading: Reading, verb: int) -> Candidate | None:
    """Return the name that "which" goes back to before a verb, with at most a time between."""
    lows = reading.lows
    for index in range(verb - 1, max(1, verb - _TIMED), -1):
        if lows[index] in _WHO:
            phrase: Phrase | None = reading.phrase_ending(index - 2) if lows[index - 1] == "," else None
            return None if phrase is None or phrase.time or not reading.tokens[phrase.last].name else as_candidate(reading, phrase)
        ending = reading.phrase_ending(index)
        if lows[index] in {",", "it"} or (ending is not None and not ending.time):
            return None
    return None
