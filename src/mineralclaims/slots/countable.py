"""What an amount can be of by its unit: barrels are no gas, cubic feet no oil, troy ounces no copper."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import names
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.named import OF_AMOUNT

_AMOUNTS = frozenset({"reserve", "production"})
_LATEST = 8
_UNITS = {unit: OF_AMOUNT[unit] for unit in ("bbl", "ft3", "Btu")}
_SOLID = frozenset({"coal", "uranium", "coking coal", "thermal coal", "steel", "cement", "magnets", "petroleum coke"})
_GASES = frozenset({"helium", "hydrogen", "methane", "ethane", "lng"})

BY_UNIT = ("unit",)
"""The feature of a commodity that is the only one its unit leaves."""


def countable(chosen: CommodityOption, scene: Scene, claim_type: str, discourse: Discourse) -> CommodityOption:
    """Return the chosen commodity; where it is not counted in the unit of an amount, what is: oil or gas, or the precious metal told of."""
    if claim_type not in _AMOUNTS or chosen.value is None:
        return chosen
    unit = scene.reading.quantities[scene.position].quantity.unit
    several = chosen.value.split("; ")
    implied = _UNITS.get(unit)
    if implied is not None:
        return chosen if any(_counted_in(name, implied) for name in several) else CommodityOption(implied, BY_UNIT)
    if unit != "oz_t" or any(_is_precious(name) for name in several):
        return chosen
    told = [one.name for one in scene.reading.commodities] or [value for value, _ in reversed(discourse.commodities[-_LATEST:])]
    precious = next(filter(_is_precious, told), None)
    return chosen if precious is None else CommodityOption(precious, BY_UNIT)


def _counted_in(name: str, implied: str) -> bool:
    """Return whether a commodity is counted in barrels, as ``oil`` is, or in volumes, as gas is."""
    entry = names().entries.get(name)
    if entry is None:
        return True  # a word of the user's own
    solid = entry.kind not in {"fuel", "product"} or name in _SOLID
    gaseous = name.endswith(" gas") or name in _GASES  # liquids of gas are counted in barrels
    return not solid and gaseous == (implied == "natural gas")


def _is_precious(name: str) -> bool:
    """Return whether a commodity is counted in troy ounces."""
    entry = names().entries.get(name)
    return entry is not None and entry.precious
