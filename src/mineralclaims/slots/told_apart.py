"""Whose a sum is where words right beside it tell it apart from the sum before: "$20 million, compared with $43 million for solder"."""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.ties import lead_of

_GOES_ON = frozenset({"and", ","})
_AGAINST = frozenset({"against"})


def against_another(scene: Scene) -> Phrase | None:
    """Return what "for" behind a sum that another is compared with says that it is the sum of, or behind the sums listed after that."""
    reading, position = scene.reading, scene.position
    if not position or not _compared(scene):
        return None
    behind = goes_on(scene)
    if reading.lows[behind : behind + 1] != ["for"]:
        return None
    phrase = reading.whole_from(behind + 1)
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.first > behind + 2 else phrase


def _compared(scene: Scene) -> bool:
    """Return whether a sum is compared with the one before, or is listed behind such a one."""
    reading = scene.reading
    if lead_of(reading, scene.k) in _AGAINST:
        return True
    before = reading.at[scene.position - 1]
    listed = reading.lows[scene.k - 1] in _GOES_ON and reading.lows[before + 1 : before + 2] == ["for"]
    return listed and lead_of(reading, before) in _AGAINST
