"""Numbers of what will or would be so under a condition that is stated: "unless the strike ends, output will drop 20%", "would pay $3m if the mine reopened"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.awaited import IFS

_MAKING = MODALS - {"should"}
_OPENING = IFS | {"provided", "should", "were"}
_EVENTS = (["in", "the", "event", "of"], ["in", "case", "of"])
_NO_CLAUSE = frozenset({"not", "any", "anything", "so", "ever", "necessary", "need", "possible"})
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "'s", "from", "current"})
_OWN_CLAUSE = frozenset({"which", "who", "whom", "whose", "where", '"', ";", "that", "said", "says"})
_ENDS = frozenset({";", '"', "which", "who", "but"})
_LEAD, _CHAIN, _DIRECT_REACH, _TAIL = 12, 4, 10, 16


def supposing(scene: Scene) -> list[str]:
    """Return whether a condition before the clause of the number, or behind the number, is what it hangs on."""
    return ["if:on"] if _opens(scene) or _follows(scene) else []


def _opens(scene: Scene) -> bool:
    """Return whether the sentence opens with a condition and the number stands in what follows from it, not in a clause of its own."""
    lows, k = scene.reading.lows, scene.k
    begin = 1 if lows[0] == '"' else 0
    if lows[begin] not in _OPENING and lows[begin] != "in":
        return False
    if lows[begin] == "in" and not any(lows[begin : begin + len(event)] == event for event in _EVENTS):
        return False
    if lows[begin + 1] in _NO_CLAUSE:
        return False
    for index in range(begin, k):
        if lows[index] == "," and not _MAKING.isdisjoint(lows[index : index + _LEAD]):
            return _OWN_CLAUSE.isdisjoint(lows[index:k])
    return False


def _follows(scene: Scene) -> bool:
    """Return whether what will be so with the number is followed by its condition."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if verb < 1 or k - verb > _DIRECT_REACH or _MAKING.isdisjoint(lows[max(0, verb - _CHAIN) : verb]):
        return False
    if lows[k - 1] in _DEFINITE or not _OWN_CLAUSE.isdisjoint(lows[verb:k]):
        return False
    for index in range(k + 1, min(k + _TAIL, len(lows) - 1)):
        low, following = lows[index], lows[index + 1]
        if low in IFS or (low == "provided" and (lows[index - 1] == "," or following == "that")):
            return following not in _NO_CLAUSE and lows[index - 1] != "even"
        if low in _ENDS or (low == "," and following not in IFS and following != "provided"):
            return False
    return False
