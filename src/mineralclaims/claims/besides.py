"""The words right beside a number, and the nouns that stand there."""

from __future__ import annotations

from mineralclaims.claims.levels import head_of
from mineralclaims.claims.scene import Scene

_RESTATED_WITHIN = 7
_RESTATED = frozenset({"#", ";", ",", "or", "and"})
_MEANS = frozenset({"an", "a", "the", "average", "mean", "of", "on", "about", "around", "up", "to", "currently", "now", "at"})
_MEANS_AT_MOST = 4


def words_before(scene: Scene, count: int) -> list[str]:
    """Return the words right before the number, the nearest last."""
    return scene.reading.lows[max(0, scene.k - count) : scene.k]


def words_after(scene: Scene, count: int) -> list[str]:
    """Return the words right after the number."""
    return scene.reading.lows[scene.k + 1 : scene.k + 1 + count]


def subject_head(scene: Scene) -> str:
    """Return the head of the subject of the governing verb, "" where it has none."""
    return head_of(scene.reading, scene.subject) if scene.subject is not None else ""


def head_after(scene: Scene) -> str:
    """Return the head of the noun phrase that follows the number directly, "" where none does; found once."""
    if scene.head_after is None:
        phrase = scene.reading.phrase_from(scene.k + 1)
        scene.head_after = head_of(scene.reading, phrase) if phrase is not None and phrase.first - scene.k <= 2 else ""
    return scene.head_after


def bracket_of(scene: Scene) -> int:
    """Return the bracket that holds the number alone, with at most words of a mean before it: "(20 percent)", "(an average of 30 percent)"; -1 for none."""
    lows, k = scene.reading.lows, scene.k
    if lows[k + 1 : k + 2] != [")"]:
        return -1
    opens = k - 1
    while opens > k - 1 - _MEANS_AT_MOST and lows[opens] in _MEANS:
        opens -= 1
    return opens if opens > 0 and lows[opens] == "(" else -1


def goes_on(scene: Scene) -> int:
    """Return the token at which the sentence goes on behind the number, one in brackets that says it again passed over: "£3m ($4m) in loans"."""
    lows, at = scene.reading.lows, scene.k + 1
    if lows[at : at + 1] == [")"]:
        return at + 1
    inside = lows[at + 1 : at + 1 + _RESTATED_WITHIN]
    if lows[at : at + 1] != ["("] or ")" not in inside:
        return at
    close = inside.index(")")
    return at + close + 2 if "#" in inside[:close] and _RESTATED.issuperset(inside[:close]) else at
