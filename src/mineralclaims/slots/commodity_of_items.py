"""The commodity of an item of a list, by the words of the item alone: "crude stocks fell by 4 barrels, gasoline stocks by 1"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.beside import joined_commodities
from mineralclaims.slots.commodity_of_pairs import commodity_of_pair
from mineralclaims.slots.commodity_tied import Tied, is_name
from mineralclaims.slots.last_claim import LastClaim

_ITEM_TYPES = frozenset({"change", "money", "production"})
_SEPARATORS = frozenset({",", "and", "while", "but", ";", "-"})
_LEADS = frozenset({"by", "to", "at", "with", "of"})
_NO_ITEM = frozenset({"V", "X", "R"})
_ENDS = ([","], ["and"], [";"], ["while"], ["but"])
_LONGEST, _BEHIND = 10, 3
_INDICES = frozenset({"indices", "indexes", "sub-index", "sub-indices", "sectoral"})
_USES = frozenset({"use", "uses", "applications", "markets", "users", "outlets", "consumers"})
_OF_USES = frozenset({"of", "for"})


def commodity_of_item(scene: Scene, claim_type: str, last: LastClaim) -> Tied | None:
    """Return the goods of an item of a list that goes on without its verb, or those whose uses a list tells apart; None where that is open."""
    pair = commodity_of_pair(scene)
    if pair is not None:
        return pair
    if claim_type in _ITEM_TYPES:
        if not _INDICES.isdisjoint(scene.reading.lows):
            return (None, -1, -1) if claim_type == "change" else None  # "among sectoral indices, metal rose 1%, oil and gas 2%"
        item = _item(scene) or _item(scene, frozenset())
        return None if item is None else _of_phrase(scene.reading, item, scene.k)
    if claim_type == "share":
        return _of_uses(scene.reading, scene.k)
    return _of_holder(scene, last) if claim_type == "stake" else None


def _item(scene: Scene, leads: frozenset[str] = _LEADS) -> Phrase | None:
    """Return the phrase before a number where nothing else stands between it and the number before but what joins the two."""
    reading, k = scene.reading, scene.k
    if not scene.position or (leads and reading.lows[k - 1] not in leads):
        return None
    before = reading.at[scene.position - 1]
    words = reading.tokens[before + 1 : k]
    if len(words) > _LONGEST or any(token.tag in _NO_ITEM for token in words):
        return None
    phrase = reading.phrase_ending(k - 1 - bool(leads))
    return phrase if phrase is not None and phrase.before in _SEPARATORS and phrase.link > before else None


def _of_phrase(reading: Reading, phrase: Phrase, k: int) -> Tied | None:
    """Return the goods that a phrase names where none stand right behind the number."""
    inside = [one for one in reading.commodities if phrase.first <= one.first and one.last <= phrase.last]
    if not inside or any(is_name(reading, one) for one in inside):
        return None
    goes_on = reading.lows[k + 1 : k + 2] not in _ENDS and any(k < one.first <= k + _BEHIND for one in reading.commodities)
    if goes_on:
        return None
    return "; ".join(dict.fromkeys([one.name for one in inside])), inside[0].first, inside[-1].last


def _of_uses(reading: Reading, k: int) -> Tied | None:
    """Return the goods whose uses are told apart before a part: "the main uses of tin were solder (50%) and steel cans (20%)"."""
    if _USES.isdisjoint(reading.lows):
        return None
    for one in reading.commodities[: bisect_left([mention.first for mention in reading.commodities], k)]:
        if one.first > 1 and reading.lows[one.first - 1] in _OF_USES and reading.lows[one.first - 2] in _USES:
            return joined_commodities(reading, one)
    return None


def _of_holder(scene: Scene, last: LastClaim) -> Tied | None:
    """Return what the stake before is in where only the name of the next holder has goods: "Orwin took 10% of it and Pelham Steel 5%"."""
    reading = scene.reading
    item = _item(scene, frozenset()) if last.type == "stake" and last.sentence == reading.number else None
    if item is None:
        return None
    inside = [one for one in reading.commodities if item.first <= one.first and one.last <= item.last]
    return (last.commodity, -1, -1) if inside and all(is_name(reading, one) for one in inside) else None
