"""Sources that a clause of their own names around what they say: "as reported by the bureau, …", "the $20 million that Calder says it is worth", "Orwin now forecasts …"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.candidates import Candidate, as_candidate

_REPORTED = frozenset({
    "reported", "estimated", "calculated", "announced", "published", "stated", "noted", "measured", "forecast", "projected", "predicted",
    "disclosed", "recorded", "compiled",
})  # fmt: skip
_SAYS = frozenset({
    "say", "says", "said", "claim", "claims", "claimed", "believe", "believes", "believed", "estimate", "estimates", "estimated", "reckon",
    "reckons", "reckoned", "argue", "argues", "argued", "insist", "insists", "insisted", "allege", "alleges", "alleged", "think", "thinks",
})  # fmt: skip
_TO_DO = frozenset({"would", "will", "could"})  # "the 5% levy that he said he would sign": what is done with it
_NOW = frozenset({"now", "currently", "still"})
_FORESEES = frozenset({"forecasts", "projects", "predicts", "expects", "anticipates", "estimates", "foresees", "sees"})
_STOPS = frozenset({",", ";", ":", "(", ")", '"', "and", "but", "while", "or", "that", "which"})
_OPENING_AT_MOST, _NOW_REACH, _THAT_REACH = 12, 9, 4


def source_in_passing(reading: Reading, k: int) -> Candidate | None:
    """Return the source that a clause around the number names by its form, None where there is none."""
    return _as_reported(reading, k) or _that_says(reading, k) or _now_foresees(reading, k)


def _as_reported(reading: Reading, k: int) -> Candidate | None:
    """Return who opens the sentence as the one that reports it: "As reported by the bureau, output was 5 Mt"."""
    lows = reading.lows
    if lows[0] != "as" or k < _OPENING_AT_MOST // 2 or lows[1] not in _REPORTED or lows[2] != "by":
        return None
    phrase = reading.phrase_from(3) or reading.phrase_from(4)
    if phrase is None or phrase.time or "," not in lows[phrase.last + 1 : min(k, phrase.first + _OPENING_AT_MOST)]:
        return None
    return as_candidate(reading, phrase)


def _that_says(reading: Reading, k: int) -> Candidate | None:
    """Return who says it of the number in the clause that "that" opens behind it: "the $20 million that its owners say it is worth"."""
    lows = reading.lows
    for index in range(k + 1, min(k + _THAT_REACH, len(lows) - 2)):
        if lows[index] in {"that", "which"}:
            phrase = reading.phrase_from(index + 1) or reading.phrase_from(index + 2)
            if phrase is None or phrase.time or phrase.first - index > 2 or phrase.last + 1 >= len(lows):
                return None
            end = phrase.last + 1
            says = lows[end] in _SAYS and _TO_DO.isdisjoint(lows[end : end + _THAT_REACH])
            return as_candidate(reading, phrase) if says else None
        if lows[index] in _STOPS or reading.tokens[index].tag == "V":
            return None
    return None


def _now_foresees(reading: Reading, k: int) -> Candidate | None:
    """Return who "now" foresees the number: "Orwin now forecasts earnings of $3 million"."""
    lows = reading.lows
    for index in range(k - 1, max(1, k - _NOW_REACH), -1):
        if lows[index] in _STOPS:
            return None
        if lows[index] in _FORESEES and lows[index - 1] in _NOW:
            phrase = reading.phrase_ending(index - 2)
            return None if phrase is None or phrase.time else as_candidate(reading, phrase)
    return None
