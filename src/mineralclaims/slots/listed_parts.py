"""What each part of a list is that gives its name and its percentage: "the main uses were solder, 40%; tinplate, 16%; and alloys, 12%"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible
from mineralclaims.text.tags import BE

_BEFORE_NUMBER = frozenset({",", "("})
_OPENS_FIRST = BE | {"include", "included", ":"}
_SEPARATORS = frozenset({",", ";", "and"})
_LONGEST = 10


def listed_part(scene: Scene) -> Phrase | None:
    """Return the phrase that a comma or bracket parts from the number, where the numbers beside it are given in the same way."""
    reading, position = scene.reading, scene.position
    phrase = _named_before(reading, position)
    if phrase is None:
        return None
    before = phrase.first - 1
    while before > 0 and reading.tokens[before].tag in {"D", "A"}:
        before -= 1
    opens = reading.lows[before]
    if opens in _OPENS_FIRST:
        return phrase if _goes_on(reading, position + 1) else None
    if opens not in _SEPARATORS or not position:
        return None
    return phrase if _goes_on(reading, position) and _named_before(reading, position - 1) is not None else None


def but_members(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible wholes of a part without the other members of its list: "Import sources: China, 63%; Peru, 12%" are of neither."""
    if listed_part(scene) is None:
        return options
    reading = scene.reading
    members = [_named_before(reading, position) for position in range(len(reading.at))]
    kept = [one for one in options if not (isinstance(one[2], Candidate) and any(one[2].phrase is member for member in members))]
    return kept or options


def _named_before(reading: Reading, position: int) -> Phrase | None:
    """Return the phrase that stands right before a number and its comma or bracket."""
    if position >= len(reading.at):
        return None
    at = reading.at[position]
    phrase = reading.phrase_ending(at - 2) if at > 1 and reading.lows[at - 1] in _BEFORE_NUMBER else None
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" else phrase


def _goes_on(reading: Reading, position: int) -> bool:
    """Return whether a number goes on a list: a separator behind the number before, no verb up to its own comma or bracket."""
    if position >= len(reading.at) or not position:
        return False
    start, end = reading.at[position - 1] + 1, reading.at[position]
    if not 1 < end - start <= _LONGEST or reading.lows[end - 1] not in _BEFORE_NUMBER:
        return False
    start += reading.lows[start] == ")"
    return reading.lows[start] in _SEPARATORS and all(token.tag != "V" for token in reading.tokens[start:end])
