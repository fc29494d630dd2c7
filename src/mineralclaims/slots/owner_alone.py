"""Whose amount it is where only its owner is named, what is owned being understood: "output was 5 tonnes and Peru's 3 tonnes"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import ADVERB, BE, POSSESSIVE

_REACHING = frozenset({"to", "at", "of", "with", "worth", "only", "just", "the"})
_WITHIN, _BEHIND = 4, 2


def owner_alone(scene: Scene) -> Phrase | None:
    """Return the name that owns the number, nothing else: "and Peru's to 3 tonnes", "against Calder's $2 million", not "Calder's $2 million pit"."""
    reading, k = scene.reading, scene.k
    at = k - 1
    while (
        at > 0
        and k - at < _WITHIN
        and (reading.tokens[at].tag == ADVERB or reading.lows[at] in BE or reading.lows[at] in _REACHING)
    ):
        at -= 1
    if at < 1 or reading.tokens[at].tag != POSSESSIVE:
        return None
    owner = reading.phrase_ending(at - 1)
    if owner is None or owner.time or not reading.tokens[owner.last].name or owner.last in reading.commodity_tokens:
        return None
    behind = reading.phrase_from(k + 1)
    return owner if behind is None or behind.time or behind.first > k + _BEHIND else None
