"""Countries that only say where a company is from: "Kesh's Orwin, the top tin producer, said output fell"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import country_words, generic
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible

_ARTICLES = frozenset({"a", "an", "the", "one"})
_WITHIN = 8


def without_home(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible subjects of an amount without the country of the company that tells of it, where the text says that it is one."""
    for speaker in (scene.main, scene.subject):
        country = None if speaker is None else speaker.possessor
        if speaker is not None and country is not None and _is_home(scene.reading, country, speaker):
            return [option for option in options if not (isinstance(option[2], Candidate) and option[2].phrase is country)]
    return options


def _is_home(reading: Reading, country: Phrase, speaker: Phrase) -> bool:
    """Return whether a country owns a name that is said to be a company right behind it."""
    if reading.lows[country.last] not in country_words() or not reading.tokens[speaker.last].name:
        return False
    lows, at = reading.lows, speaker.last + 1
    if lows[at : at + 1] != [","] or lows[at + 1 : at + 2] == [] or lows[at + 1] not in _ARTICLES:
        return False
    end = next((index for index in range(at + 2, min(len(lows), at + 2 + _WITHIN)) if lows[index] == ","), -1)
    return end > 0 and lows[end - 1] in generic()
