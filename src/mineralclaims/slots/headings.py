"""The line above a list or a table that says what its lines are about."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading

_BULLETS = frozenset("-*•–·▪◦")
_SENTENCE_ENDS = frozenset(".!?]")
_LINES, _LONG, _SHORT, _CHARACTERS = 8, 60, 12, 800


def heading(reading: Reading) -> Reading | None:
    """Return the line above a sentence that is its heading: no full sentence, only points of the list between."""
    document = reading.document
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _LINES), -1):
        start, end = document.sentences[number]
        if document.folded[start] in _BULLETS:
            continue
        if end - start > _CHARACTERS:
            return None
        last, spaces = document.folded[end - 1], document.folded.count(" ", start, end)
        listed = number < reading.number - 1 or document.folded[reading.start] in _BULLETS
        if last in _SENTENCE_ENDS or spaces > (_LONG if last == ":" or listed else _SHORT):
            return None
        return document.reading(number)
    return None
