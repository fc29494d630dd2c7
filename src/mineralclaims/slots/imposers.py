"""Who imposes a tariff where a noun tells of it, or a list goes on to another: "the imposition by Kesh of a 5% duty", "and Peru a 5% one"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.coordination import gapped

_IMPOSING = frozenset({
    "imposition", "reimposition", "introduction", "announcement", "threat", "application", "adoption", "enactment", "decision", "plan",
    "move", "proposal", "imposing", "doubling", "levying",
})  # fmt: skip
_OF, _ONE = frozenset({"of", "for", "to"}), frozenset({"a", "an", "one"})
_WITHIN = 8


def imposition_of(scene: Scene) -> Phrase | None:
    """Return who is behind the noun for imposing that "of" and the number hang on: "the imposition by Kesh of a 5% duty"."""
    reading, k = scene.reading, scene.k
    at = k - 1
    while at > 0 and reading.lows[at] in _ONE:
        at -= 1
    phrase = reading.phrase_ending(at - 1) if at > 1 and reading.lows[at] in _OF else None
    if phrase is None or phrase.before != "by" or phrase.time or phrase.link < 1 or at - phrase.link > _WITHIN:
        return None
    return phrase if phrase.name and reading.lows[phrase.link - 1] in _IMPOSING else None


def another_imposer(scene: Scene) -> Phrase | None:
    """Return the name whose tariff goes on a list without its verb: "Kesh imposed a 5% duty and Peru a 7% one"."""
    if scene.reading.lows[scene.k - 1] not in _ONE:
        return None
    phrase = gapped(scene)
    return phrase if phrase is not None and scene.reading.tokens[phrase.last].name else None
