"""The commodity of a stake in a mine or field that the text about that very place names: "60% of the Pelham mine. The copper mine made 5 tonnes"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.mentions.party_words import country_words, site_sorts, sites
from mineralclaims.mentions.vocabulary import MINERAL
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.slots.sole_commodity import SOLE
from mineralclaims.spans import Mention
from mineralclaims.text.tags import lemma

_AROUND = 3
_POINTING = frozenset({"the", "this"})


def of_named_site(chosen: CommodityOption, scene: Scene, claim_type: str, place: Mention | None) -> CommodityOption:
    """Return the chosen commodity; instead of none, for a stake in a place with a name, what a sentence near by says is mined there."""
    if chosen.value is not None or claim_type != "stake" or place is None:
        return chosen
    words = place.text.split()
    sort = lemma(words[-1].lower())
    if sort not in sites() and sort not in site_sorts():
        return chosen
    names = frozenset(word.lower() for word in words[:-1] if word[0].isupper()) - country_words()
    document, number = scene.reading.document, scene.reading.number
    for near in range(max(0, number - _AROUND), min(len(document.sentences), number + _AROUND + 1)):
        reading = document.reading_with_goods(near, MINERAL)
        for one in reading.commodities if reading is not None else ():
            if reading is not None and _is_there(reading, one, names, sort if near == number + 1 else ""):
                return CommodityOption(one.name, SOLE)
    return chosen


def _is_there(reading: Reading, one: CommodityMention, names: frozenset[str], sort: str) -> bool:
    """Return whether goods stand between the name of a place and its sort ("the Pelham copper mine"), or open the sentence with it ("The copper mine")."""
    lows, at = reading.lows, one.last + 1
    following = lows[at] if at < len(lows) else ""  # no "Pelham Copper Mines", which is a company
    if one.first < 1 or following.endswith("s") or (following not in sites() and following not in site_sorts()):
        return False
    if one.first == 1 and lows[0] in _POINTING and following == sort:
        return True
    return lows[one.first - 1] in names and reading.tokens[one.first - 1].name
