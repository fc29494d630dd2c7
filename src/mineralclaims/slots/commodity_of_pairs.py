"""Which of two goods "the former" and "the latter" are: "it mines tin and zinc, 5 tonnes of the former and 9 of the latter"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MINERAL
from mineralclaims.slots.commodity_tied import Tied, is_name
from mineralclaims.slots.one_of_two import ONE_OF_TWO
from mineralclaims.text.tags import NOUN

_PAIR, _BEFORE = 2, 3


def commodity_of_pair(scene: Scene) -> Tied | None:
    """Return what "the former" or "the latter" beside a number is, of the two goods that were named last; None where neither word is beside it."""
    lows, k = scene.reading.lows, scene.k
    word = lows[k + 3] if lows[k + 1 : k + 3] == ["of", "the"] and k + 3 < len(lows) else ""
    if word not in ONE_OF_TWO:
        word = next((low for low in reversed(lows[max(0, k - _BEFORE) : k]) if low in ONE_OF_TWO), "")
    if word not in ONE_OF_TWO:
        return None
    at = lows.index(word)
    alone = at + 1 == len(lows) or scene.reading.tokens[at + 1].tag != NOUN  # not "the latter mine"
    return _named_last(scene, ONE_OF_TWO[word], at) if alone else None


def _named_last(scene: Scene, place: int, end: int) -> Tied | None:
    """Return the first or the second of the two goods that the sentence before a token, or else the sentence before it, names."""
    here = [one for one in scene.reading.commodities if one.last < end]
    found = list(dict.fromkeys([one.name for one in here if not is_name(scene.reading, one)]))
    if not here and scene.reading.number:
        earlier = scene.reading.document.reading_with_goods(scene.reading.number - 1, MINERAL)
        found = (
            [] if earlier is None else list(dict.fromkeys([one.name for one in earlier.commodities if not is_name(earlier, one)]))
        )
    return (found[place], -1, -1) if len(found) == _PAIR else None
