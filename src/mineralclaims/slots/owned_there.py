"""What a stake is in where "which" or "it" stands for it: "the Pelham mine in Peru, in which it has 40%"."""

from __future__ import annotations

from mineralclaims.claims.relatives import owned_before
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible

_WHICH = frozenset({"which", "whom"})
_UNSURE = frozenset({"in", "at", "near", "off", "on", "outside", "around", "and"})
_WITHIN = 14
_OWNED = frozenset({"owned", "held", "controlled", "half-owned"})
_BY_WITHIN = 4


def owned_in_which(scene: Scene) -> Phrase | None:
    """Return the name that "in which" before a number stands for, past where that lies; None for another, and where a number stands between."""
    reading, k = scene.reading, scene.k
    for at in range(k - 1, max(1, k - _WITHIN), -1):
        if reading.lows[at] == "#":
            return None
        if reading.lows[at] in _WHICH:
            owned = owned_before(reading, at)
            sure = owned is not None and reading.tokens[owned.last].name and owned.before not in _UNSURE
            return owned if sure else None
    return None


def _owned_by(scene: Scene) -> Phrase | None:
    """Return what is said to be owned: the subject of "it is held by Orwin (40%)" or of "Kesh is 60% owned by Orwin"."""
    lows, subject = scene.reading.lows, scene.subject
    if subject is None:
        return None
    behind = scene.k + 1 < len(lows) and lows[scene.k + 1] in _OWNED and lows[scene.k + 2 : scene.k + 3] == ["by"]
    if not behind and not (scene.passive and scene.verb_word in _OWNED and "by" in lows[scene.verb : scene.verb + _BY_WITHIN]):
        return None
    return subject


def as_owned(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible objects of a stake that "it" stands for where that is what is owned; else all options."""
    owned = _owned_by(scene)
    if owned is None or owned.kind != "pronoun":
        return options
    return [one for one in options if isinstance(one[2], Candidate) and one[2].phrase is owned and one[3] is not None] or options


def but_owned(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible owners without what "in which" stands for and where that lies: "its Jubilee field off Ghana, in which it has 36%"."""
    reading, k = scene.reading, scene.k
    at = next((index for index in range(k - 1, max(1, k - _WITHIN), -1) if reading.lows[index] in _WHICH), -1)
    if at < 0 or reading.lows[at - 1] not in {"in", "of"} or "#" in reading.lows[at:k]:
        return options
    phrase = reading.phrase_ending(at - 2 - (reading.lows[at - 2] == ","))
    if phrase is None:
        return options
    owned = (phrase, phrase.holder, phrase.possessor)
    kept = [
        one
        for one in options
        if not (isinstance(one[2], Candidate) and one[3] is None and any(one[2].phrase is it for it in owned))
    ]
    return kept or options
