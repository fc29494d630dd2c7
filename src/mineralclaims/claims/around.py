"""The words and phrases right beside a number, as the rules for its type ask for them."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import BE

BEING = BE | frozenset({"been", "stays", "stayed", "stay", "stands", "stood", "remains", "remained"})
"""Verbs by which something is at a level."""


def words_before(scene: Scene, count: int) -> list[str]:
    """Return the words right before the number, the nearest last."""
    return [token.low for token in scene.reading.tokens[max(0, scene.k - count) : scene.k]]


def words_after(scene: Scene, count: int) -> list[str]:
    """Return the words right after the number."""
    return [token.low for token in scene.reading.tokens[scene.k + 1 : scene.k + 1 + count]]


def subject_head(scene: Scene) -> str:
    """Return the head of the subject of the governing verb, "" where it has none."""
    return scene.reading.tokens[scene.subject.last].low if scene.subject is not None else ""


def head_after(scene: Scene) -> str:
    """Return the head of the noun phrase that follows the number directly, "" where none does."""
    phrase = scene.reading.phrase_from(scene.k + 1)
    return scene.reading.tokens[phrase.last].low if phrase is not None and phrase.first - scene.k <= 2 else ""


def levelled(scene: Scene) -> set[str]:
    """Return what the verb takes to or from the level that the number is: the heads of its subject and of its object."""
    tokens, verb = scene.reading.tokens, scene.verb
    unit = scene.reading.quantities[scene.position].quantity.unit
    if verb < 0 or not scene.k or tokens[scene.k - 1].low not in ({"to", "from", "by"} if unit == "pp" else {"to", "from"}):
        return set()
    found = {subject_head(scene)}
    phrase = scene.reading.phrase_from(verb + 1) if verb < scene.k else None
    return found if phrase is None or phrase.first > verb + 2 else found | {tokens[phrase.last].low}
