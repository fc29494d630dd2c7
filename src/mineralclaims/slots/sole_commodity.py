"""The one commodity that the text around is about, for amounts, unit prices and moves of prices that are left without any."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.slots.beside import MEASURES
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.spans import Mention

_AMOUNTS = frozenset({"production", "reserve", "grade"})
_MOVING = frozenset({"prices", "futures", "output", "production", "metal"})
_POWER = "Wh"
_ANY = "critical minerals"
_SENTENCES = 8

SOLE = ("s",)
"""The feature of a commodity that the text around names alone."""


def only_one_told_of(chosen: CommodityOption, scene: Scene, claim_type: str, subject: Mention | None) -> CommodityOption:
    """Return the chosen commodity; instead of none, for what must be of one, the only one that the sentences around name: "output fell to 5 Mt"."""
    if chosen.value is not None or not _is_of_some(scene, claim_type, subject):
        return chosen
    reading = scene.reading
    if reading.sole is None:
        reading.sole = (_only_one(reading),)
    found = reading.sole[0]
    return chosen if found is None else CommodityOption(found, SOLE)


def _is_of_some(scene: Scene, claim_type: str, subject: Mention | None) -> bool:
    """Return whether a number is an amount, a price by weight or volume, or a move of prices, futures or output that nothing else is said of."""
    quantity = scene.reading.quantities[scene.position].quantity
    if claim_type == "money":
        return quantity.per in MEASURES
    moved = claim_type == "change" and subject is not None and subject.text.lower() in _MOVING
    return (claim_type in _AMOUNTS and quantity.unit != _POWER) or moved


def _only_one(sentence: Reading) -> str | None:
    """Return the commodity that a sentence and those around it name where it is only one and no other goods are named."""
    document, number = sentence.document, sentence.number
    found: set[str] = set()
    for near in range(max(0, number - _SENTENCES), min(len(document.sentences), number + _SENTENCES + 1)):
        reading = document.reading_with_goods(near)
        if reading is None:
            continue
        if reading.goods:
            return None
        found.update([one.name for one in reading.commodities])
        if len(found) > 1:
            return None
    return found.pop() if found and _ANY not in found else None
