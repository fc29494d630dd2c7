"""Which of two "the former" and "the latter" mean: "Peru and Chile met. The latter sold 5 tonnes"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.proper_names import is_party
from mineralclaims.spans import Mention

ONE_OF_TWO = {"former": 0, "latter": 1}
"""The words that go back to one of two, with which one."""

_JOINED = frozenset({"and", "or"})
_SENTENCES_BACK = 2


def one_of_two(reading: Reading, first: int, word: str) -> Mention | None:
    """Return the first or the second of the two names that were said last, joined by "and", before a token; None where there are no two."""
    if reading.lows[first - 1] != "the":
        return None
    document = reading.document
    for number in range(reading.number, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        named = [
            candidate
            for candidate in candidates(document.reading(number))
            if candidate.kind == "base" and (number < reading.number or candidate.last < first) and is_party(candidate)
        ]
        for second in reversed(named):
            pair = next((one for one in named if _joined(one, second)), None)
            if pair is not None:
                return (pair, second)[ONE_OF_TWO[word]].mention
    return None


def _joined(one: Candidate, other: Candidate) -> bool:
    """Return whether a name stands right before another and is joined to it by "and"."""
    between = other.reading.lows[one.last + 1 : other.first]
    return bool(between) and between[0] in _JOINED and (len(between) == 1 or between[1:] == ["the"])
