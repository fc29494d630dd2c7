"""The line above a list or a table that says what its lines are about."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading

_BULLETS = frozenset("-*•–·▪◦")
_LINES = 8
_WORDS = 60


def heading(reading: Reading) -> Reading | None:
    """Return the line above a sentence that is its heading: no full sentence, with only other points of the list between."""
    document = reading.document
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _LINES), -1):
        start, end = document.sentences[number]
        if document.folded[start] in _BULLETS:
            continue
        if document.folded[end - 1] in ".!?" or document.folded.count(" ", start, end) > _WORDS:
            return None
        return document.reading(number)
    return None
