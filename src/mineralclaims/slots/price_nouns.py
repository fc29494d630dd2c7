"""What a price is the price of, where its noun says so: "a zinc price of $2,100", "raised its gold forecast to $2,900 an ounce"."""

from __future__ import annotations

from mineralclaims.claims.ore_fines import fines_before
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.beside import MEASURES, behind_unit

_PRICES = frozenset({"price", "prices"})
_FORECASTS = frozenset(
    {"forecast", "forecasts", "estimate", "estimates", "target", "assumption", "outlook", "projection", "view", "quote"}
)
_AT_LEVEL = frozenset({"of", "at", "above", "below", "around", "over", "under", "near", "exceeding"})
_MOVED_TO = frozenset({"to", "at", "by", "from"})
_COSTS = frozenset({
    "cost", "costs", "aisc", "c1", "expense", "expenses", "royalty", "royalties", "tax", "taxes", "levy", "duty", "charge", "charges", "fee", "fees",
    "margin", "margins", "profit", "netback", "credit", "credits",
})  # fmt: skip
"""What else than a price is said for a unit of goods."""

_ITEM_ENDS = ([","], ["and"], ["."], [";"], [")"])
_REACH, _CLAUSE, _LIST = 8, 30, 14


def price_of(scene: Scene) -> Phrase | None:
    """Return the noun phrase that says what the number is the price of."""
    reading, k = scene.reading, scene.k
    lead = reading.lows[k - 1] if k else ""
    if (fines := fines_before(scene)) >= 0:
        return reading.phrase_ending(fines)
    if lead in _AT_LEVEL:
        phrase = reading.phrase_ending(k - 2)
        if phrase is not None and reading.lows[phrase.last] in _PRICES:
            return phrase if _of_commodity(scene, phrase) else None
    return _forecast(scene) if lead in _MOVED_TO and reading.quantities[scene.position].quantity.per is not None else None


def priced_behind(scene: Scene) -> Phrase | None:
    """Return the goods right behind their price by weight or volume: "prices of $2,250 per tonne lead and $28 per oz. silver"; nothing of costs.

    The measure may be understood in a list of prices.
    """
    reading, k = scene.reading, scene.k
    measured = reading.quantities[scene.position].quantity.per in MEASURES
    if not measured and not _listed_price(scene):
        return None
    at = behind_unit(reading, k) if measured else k + 1
    phrase = reading.phrase_from(at)
    goods = (
        phrase is not None and phrase.first == at and any((one.first, one.last) == (at, phrase.last) for one in reading.commodities)
    )
    return phrase if goods and _COSTS.isdisjoint(reading.lows[max(0, k - _CLAUSE) : k]) else None


def _listed_price(scene: Scene) -> bool:
    """Return whether bare goods end an item of a list of prices: "at spot prices of $2,250 gold, $28 silver and $4 copper"."""
    reading, k = scene.reading, scene.k
    phrase = reading.phrase_from(k + 1) if k + 1 in reading.commodity_tokens else None
    if phrase is None or phrase.first != k + 1 or reading.lows[phrase.last + 1 : phrase.last + 2] not in _ITEM_ENDS:
        return False
    return not _PRICES.isdisjoint(reading.lows[max(0, k - _LIST) : k])


def _forecast(scene: Scene) -> Phrase | None:
    """Return what a forecast that the verb moves to the number is for, as a whole where its noun says it itself."""
    reading = scene.reading
    phrase = reading.phrase_from(scene.verb + 1) if scene.verb >= 0 and scene.k - scene.verb <= _REACH else None
    if phrase is None or phrase.last >= scene.k or reading.lows[phrase.last] not in _FORECASTS:
        return None
    if _of_commodity(scene, phrase):
        return phrase
    what = reading.phrase_from(phrase.last + 2) if reading.lows[phrase.last + 1] in {"for", "of"} else None
    return what if what is not None and what.last < scene.k and _of_commodity(scene, what) else None


def _of_commodity(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a phrase names a commodity."""
    return not scene.reading.commodity_tokens.isdisjoint(range(phrase.first, phrase.last + 1))
