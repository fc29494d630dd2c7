"""Who does something with a part of a whole: Orwin in "70% of the world's cobalt is mined by Orwin"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import ADVERB, BE

_WITHIN, _AUXILIARIES = 16, 3
_APART = frozenset({"#", ",", ";", ":", "(", '"', "that", "which", "who"})


def done_by(scene: Scene) -> Phrase | None:
    """Return who "by" says does something with a part, right behind the passive verb that has the part as its subject."""
    reading, k = scene.reading, scene.k
    lows, tokens = reading.lows, reading.tokens
    verb = reading.verb_behind(k)
    if not k < verb <= k + _WITHIN or lows[k + 1 : k + 2] != ["of"] or not _APART.isdisjoint(lows[k + 1 : verb]):
        return None
    if BE.isdisjoint(lows[max(k, verb - _AUXILIARIES) : verb]):
        return None
    at = verb + 1
    while at < len(tokens) and tokens[at].tag == ADVERB:
        at += 1
    if lows[at : at + 1] != ["by"]:
        return None
    phrase = reading.whole_from(at + 1)
    return None if phrase is None or phrase.time else phrase
