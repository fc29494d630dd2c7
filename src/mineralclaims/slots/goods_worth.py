"""Whose trade a sum is where it is what goods are worth that a verb moves: "in 2015 it bought goods worth $20 billion", "sells steel worth $2 billion"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import lemma

_TRADING = frozenset({"buy", "purchase", "import", "export", "sell", "ship", "send", "supply", "deliver", "acquire", "order"})
_HEDGES_AT_MOST = 3


def goods_worth(scene: Scene) -> Phrase | None:
    """Return the goods right before "worth" and right behind a verb of trading, whose sum the number is; None for another number."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    worth = next((index for index in range(k - 1, max(0, k - 2 - _HEDGES_AT_MOST), -1) if lows[index] == "worth"), -1)
    if worth < 1 or scene.passive or reading.verbs_between(worth, k):
        return None
    goods = reading.phrase_ending(worth - 1)
    if goods is None:
        return None
    at = bisect_left(reading.verbs, goods.first) - 1
    if at < 0 or reading.verbs[at] != goods.first - 1 or lemma(lows[goods.first - 1]) not in _TRADING:
        return None
    return goods


def who_trades(scene: Scene) -> Phrase | None:
    """Return the subject of a verb that moves goods worth the number, where the clause has one."""
    goods, subject = goods_worth(scene), scene.subject
    if goods is None or subject is None or not subject.last < goods.first:
        return None
    return subject
