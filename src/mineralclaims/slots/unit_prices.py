"""What a price or cost of a tonne, an ounce, a barrel is the price of where its clause does not say: what the text was counting in them."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.beside import MEASURES, WEIGHTS
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.slots.discourse import Discourse

_SENTENCES_BACK = 2

NAMED, GOES_ON, OF_GOODS = ("s",), ("m",), ("null",)
"""The features of a commodity that a sentence names alone, of one that a price goes on about, and of none beside other goods."""


def priced(chosen: CommodityOption, scene: Scene, claim_type: str, discourse: Discourse) -> CommodityOption:
    """Return the chosen commodity of a price by weight or volume; instead of none the only one named, or that told of before; none of other goods."""
    reading = scene.reading
    per = reading.quantities[scene.position].quantity.per
    if claim_type != "money" or per not in MEASURES:
        return chosen
    named = {one.name for one in reading.commodities}
    if reading.goods and not named and per in WEIGHTS and _is_of_goods(scene):
        return CommodityOption(None, OF_GOODS)
    if reading.goods or chosen.value is not None or len(named) > 1:
        return chosen
    if named:
        return CommodityOption(named.pop(), NAMED)
    memories = discourse.commodities
    if not memories or reading.number - memories[-1][1] > _SENTENCES_BACK:
        return chosen
    return chosen if reading.document.goods_before(reading.number) == "goods" else CommodityOption(memories[-1][0], GOES_ON)


def _is_of_goods(scene: Scene) -> bool:
    """Return whether goods that are no commodity are the subject of the price: "maize traded at $90 a tonne"."""
    subject = scene.subject
    return subject is not None and any(subject.first <= one.first <= subject.last for one in scene.reading.goods)
