"""What a price or cost of a tonne, an ounce, a barrel is the price of where its clause does not say: what the text was counting in them."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.slots.discourse import Discourse

_MEASURES = frozenset({
    "t", "short_ton", "long_ton", "kg", "g", "lb", "oz_t", "oz", "ct", "bbl", "boe", "gal", "L", "m3", "ft3", "1000 m3", "1000 ft3",
    "1000000 Btu", "100000 Btu",
})  # fmt: skip
_SENTENCES_BACK = 2

GOES_ON = ("unit price",)
"""The feature of a commodity that a price for a measure of it goes on about."""


def priced(chosen: CommodityOption, scene: Scene, claim_type: str, discourse: Discourse) -> CommodityOption:
    """Return the chosen commodity; instead of none for a price by weight or volume, the only one the sentence names, or that told of before."""
    if claim_type != "money" or chosen.value is not None:
        return chosen
    reading = scene.reading
    if reading.quantities[scene.position].quantity.per not in _MEASURES or reading.goods:
        return chosen
    named = {one.name for one in reading.commodities}
    if named:
        return CommodityOption(named.pop(), GOES_ON) if len(named) == 1 else chosen
    memories = discourse.commodities
    if not memories or reading.number - memories[-1][1] > _SENTENCES_BACK or reading.document.goods_before(reading.number) == "goods":
        return chosen
    return CommodityOption(memories[-1][0], GOES_ON)
