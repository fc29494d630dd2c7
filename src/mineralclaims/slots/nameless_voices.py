"""Speakers without a name who speak for somebody: "a spokesman for the mines ministry"."""

from __future__ import annotations

from mineralclaims.mentions.party_words import voices
from mineralclaims.slots.candidates import Candidate

_FOR = frozenset({"for", "at", "from", "with"})
_OF = "of"
_LONGEST = 12


def with_body(candidate: Candidate) -> Candidate | None:
    """Return a speaker without a name together with whom he speaks for: "spokesman for the mines ministry", by either half."""
    reading = candidate.reading
    voice = candidate.phrase if reading.lows[candidate.phrase.last] in voices() else candidate.phrase.holder
    if voice is None or reading.lows[voice.last] not in voices() or reading.tokens[voice.last].name:
        return None
    last, lows = voice.last, reading.lows
    while last + 1 < len(lows) and lows[last + 1] in (_FOR if last == voice.last else {_OF}):
        body = reading.phrase_from(last + 2)
        if body is None or body.first - last > len(("for", "the")) + 1 or body.last - voice.first > _LONGEST:
            break
        last = body.last
    if last == voice.last or not voice.first <= candidate.first <= last:
        return None
    return Candidate(reading, voice.first, last, voice, "base")
