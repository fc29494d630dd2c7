"""What rose or fell most, named behind the verb: "The biggest loser was Orwin, down 5%", "Leading the losers was Orwin, falling 5%"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.word_lists import listed
from mineralclaims.text.tags import BE

_INCLUDED = frozenset({"include", "included", "includes"})
_OWN = frozenset({"whose", "#", "and"})
_REACH, _BEFORE, _VERBS = 12, 8, 2


def best_or_worst(scene: Scene) -> Phrase | None:
    """Return what stands behind the verb of a winner or loser, set off from the number that says by how much."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    at = bisect_left(reading.verbs, k)
    for verb in reversed(reading.verbs[max(0, at - _VERBS) : at]):
        if lows[verb] not in BE and lows[verb] not in _INCLUDED:
            continue
        named = reading.phrase_from(verb + 1)
        if named is None or named.time or not (reading.tokens[named.last].name or named.last in reading.commodity_tokens):
            return None
        between = lows[named.last + 1 : k]
        set_off = between[:1] == [","] and len(between) <= _REACH and _OWN.isdisjoint(between)
        ranked = not listed("parties", "winners").isdisjoint(lows[max(0, verb - _BEFORE) : verb])
        return named if ranked and set_off and reading.verbs_between(named.last, k) < _VERBS else None
    return None
