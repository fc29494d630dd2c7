"""Numbers that no time of their sentence dates: what a thing costs that is named with its price, what was so before something ended it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.other_verbs import starts_from
from mineralclaims.text.tags import OWN, lemma

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_KNOWN = OWN | {"the", "'s", "this", "that"}
_BUILT = frozenset({
    "project", "mine", "plant", "refinery", "smelter", "pipeline", "expansion", "development", "facility", "terminal", "complex", "mill",
    "works", "railway", "dam", "reactor", "port", "factory", "scheme",
})  # fmt: skip
_BUILDING = frozenset({"build", "construct", "erect", "equip", "complete", "finish", "fund"})
_UNTIL = frozenset({"before", "until", "till"})
_OPENING = OWN | {"the", "it", "they", "he", "she"}
_CLAUSE_WITHIN = 12
_DURING = frozenset({"in", "of", "during", "for", "since", "by"})


def is_undated(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether none of the times of a sentence is that of the number."""
    return _is_price_of_thing(scene) or _ended_then(scene, here) or _names_contract(scene, here) or _starts_there(scene, here)


def _starts_there(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether the only time is that of what the number came from: "fell from 5 tonnes in 2021 to 2"."""
    return len(here) == 1 and starts_from(scene, here[0])


def _names_contract(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether the only time is the month by which a contract goes: "September coking coal slipped 0.6%"."""
    if len(here) != 1 or here[0].token != here[0].last or here[0].token >= scene.k or here[0].kind == "year":
        return False
    reading, goods = scene.reading, here[0].last + 1
    if (
        goods not in reading.commodity_tokens
        or reading.lows[here[0].token - 1] in _DURING
        or reading.quantities[scene.position].kind == "amount"
    ):
        return False
    return any(phrase.first <= goods <= phrase.last and phrase.last in reading.commodity_tokens for phrase in reading.phrases)


def _is_price_of_thing(scene: Scene) -> bool:
    """Return whether the number only says what a known thing costs: "the $900 million Pelham mine is due to open in 2027"."""
    reading, k = scene.reading, scene.k
    if (
        reading.quantities[scene.position].kind != "money"
        or reading.lows[k - 1] not in _KNOWN
        or lemma(scene.verb_word) in _BUILDING
    ):
        return False
    phrase = reading.phrase_from(k + 1)
    return phrase is not None and phrase.first == k + 1 and reading.lows[phrase.last] in _BUILT


def _ended_then(scene: Scene, here: Sequence[Dated]) -> bool:
    """Return whether the only time is that of a clause of what came after: "made 5% of the country's oil until it closed in 2019"."""
    if len(here) != 1 or here[0].token <= scene.k:
        return False
    reading, time = scene.reading, here[0].token
    for index in range(scene.k + 1, time - 1):
        if reading.lows[index] in _UNTIL and reading.lows[index + 1] in _OPENING:
            return time - index <= _CLAUSE_WITHIN and bool(reading.verbs_between(index, time))
    return False
