"""Countries that only say where a company is from: "Kesh's Orwin, the top tin producer, said output fell"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene, find_subject
from mineralclaims.mentions.party_words import bodies, country_words, generic
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible

_ARTICLES = frozenset({"a", "an", "the", "one"})
_SAYS = frozenset({"said", "says", "announced", "reported", "added", "forecast"})
_WITHIN = 8


def without_home(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible subjects of an amount without the country of the company that tells of it, where the text says that it is one."""
    for speaker in (scene.main, scene.subject):
        country = None if speaker is None else speaker.possessor
        if speaker is not None and country is not None and _is_home(scene.reading, country, speaker):
            return _without(options, country)
    spoken = _spoken_of_itself(scene)
    return options if spoken is None else _without(options, spoken)


def _without(options: list[Possible], country: Phrase) -> list[Possible]:
    """Return the options but a country of the sentence."""
    return [option for option in options if not (isinstance(option[2], Candidate) and option[2].phrase is country)]


def _spoken_of_itself(scene: Scene) -> Phrase | None:
    """Return the country that owns a name which says something of itself: "Kesh's Orwin said it expected to lose 1,000 ounces"."""
    reading, subject = scene.reading, scene.subject
    if subject is None or subject.kind != "pronoun" or reading.lows[subject.last] != "it":
        return None
    verb = subject.first - 1 - (reading.lows[subject.first - 1] == "that")
    speaker = find_subject(reading, verb) if verb > 0 and reading.lows[verb] in _SAYS else None
    if speaker is None or speaker.possessor is None or not reading.tokens[speaker.last].name:
        return None
    named = bodies().isdisjoint(reading.lows[speaker.first : speaker.last + 1])
    return speaker.possessor if named and reading.lows[speaker.possessor.last] in country_words() else None


def _is_home(reading: Reading, country: Phrase, speaker: Phrase) -> bool:
    """Return whether a country owns a name that is said to be a company right behind it."""
    if reading.lows[country.last] not in country_words() or not reading.tokens[speaker.last].name:
        return False
    lows, at = reading.lows, speaker.last + 1
    if lows[at : at + 1] != [","] or lows[at + 1 : at + 2] == [] or lows[at + 1] not in _ARTICLES:
        return False
    end = next((index for index in range(at + 2, min(len(lows), at + 2 + _WITHIN)) if lows[index] == ","), -1)
    return end > 0 and lows[end - 1] in generic()
