"""Periods that a move only starts from, so that they date neither it nor where it ends: "rose 4% on 2023", "fell from March to 5 tonnes"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mineralclaims.claims.measures import words_of
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.text.tags import lemma

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_SPANS = frozenset({"quarter", "yq", "half", "year", "fiscal", "of_year", "months", "my"})
"""The kinds of times that a figure is set beside; days are rather when it moved: "rose 4% on Monday"."""

_HIGHER = frozenset({"higher", "lower", "up", "down", "more", "less", "above", "below"})
_MARKS = frozenset(
    {
        "close",
        "closing",
        "settlement",
        "settle",
        "finish",
        "level",
        "levels",
        "high",
        "low",
        "peak",
        "fix",
        "fixing",
        "price",
        "prices",
    }
)
_ON, _FROM = frozenset({"on", "from"}), "from"
_BESIDE = 2


def is_start_of_move(scene: Scene, dated: Dated) -> bool:
    """Return whether a time is the base of a move, of the number or of the one before it."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    link = dated.token - 1
    link -= link > 0 and lows[link] == "the"
    if link < 1 or lows[link] not in _ON:
        return False
    if lows[link] == _FROM and lows[dated.last + 1 : dated.last + 2] == ["'s"]:
        return not _MARKS.isdisjoint(lows[dated.last + 2 : dated.last + 4])  # "from Monday's close to $78"
    if dated.kind not in _SPANS:
        return False
    parted = lows[k - _BESIDE] == ","  # "rose in June from May, to 5 tonnes"
    if lows[link] == _FROM and dated.last == k - _BESIDE - parted and lows[k - 1] == "to":
        return True
    if reading.quantities[scene.position].kind != "percent" or not MODALS.isdisjoint(lows[max(0, scene.verb - 2) : scene.k]):
        return False
    if lows[link] == _FROM and (lows[k - 1] == "by" or lemma(scene.verb_word) not in words_of("moves")):
        return False  # "charged 25% from 2026"
    between = lows[k + 1 : link]
    return link > k and len(between) < _BESIDE and _HIGHER.issuperset(between)
