"""Numbers of what will or would be so under a condition that is stated: "unless the strike ends, output will drop 20%", "a tariff would add $3"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.awaited import IFS

_MAKING = MODALS - {"should"}
_TO_COME = _MAKING | {"positioned", "poised", "expected", "expects", "expect", "set", "likely", "due"}
_PROMISING = _MAKING | {"ready", "prepared", "willing", "threatened", "threatens", "threatening"}
_OPENING = IFS | {"provided", "should", "were"}
_EVENTS = (
    ["in", "the", "event", "of"], ["in", "the", "event", "that"], ["in", "case", "of"], ["in", "a", "scenario", "where"], ["in", "a", "scenario", "in"],
)  # fmt: skip
_THEREFORE = frozenset({"therefore", "so", "thus", "then", "but", "however"})
_NO_CLAUSE = frozenset({"not", "any", "anything", "so", "ever", "necessary", "need", "possible"})
_SUPPOSED = {
    **dict.fromkeys(("scenario", "scenarios"), ("where", "in")),
    "event": ("that",),
    "case": ("that", "where"),
}  # fmt: skip
_BEFORE_SUPPOSED = frozenset({"a", "the", "any", "worst", "such", "in"})
_STARTING = frozenset({"the", "a", "an", "it", "they", "he", "she", "its", "their", "this", "that", "these", "any"})
_REACHES = frozenset({
    "breaks", "tops", "reaches", "hits", "exceeds", "passes", "falls", "rises", "drops", "clears", "crosses",
    "climbs", "surpasses",
})  # fmt: skip
_DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "'s", "from", "current"})
_OWN_CLAUSE = frozenset({"which", "who", "whom", "whose", "where", '"', ";", "that", "said", "says"})
_WOULD = frozenset({"would", "could", "might"})
_MEASURES_TAKEN = frozenset({
    "tariff", "tariffs", "levy", "levies", "duty", "duties", "tax", "ban", "embargo", "strike", "closure", "shutdown", "delay", "cut", "rise",
    "fall", "drop", "increase", "doubling", "halving", "sale", "merger", "default", "devaluation", "blockade", "stoppage", "downgrade",
})  # fmt: skip
_MOVES = frozenset({"rise", "fall", "drop", "increase", "cut", "doubling", "halving"})
_INDEFINITE = frozenset({"a", "an", "any", "such"})
_ENDS = frozenset({";", '"', "which", "who", "but"})
_LEAD, _CHAIN, _DIRECT_REACH, _TAIL = 12, 4, 10, 16


def supposing(scene: Scene) -> list[str]:
    """Return whether a condition before the clause of the number, or behind the number, is what it hangs on."""
    if _stands_in(scene):
        return ["if:in"]
    return ["if:on"] if _opens(scene) or _follows(scene) or _is_supposed(scene) else []


def _stands_in(scene: Scene) -> bool:
    """Return whether the number is of what an event or a scenario supposes: "in the event that it comes to hold 10%", "once zinc tops $3,000, it could …"."""
    lows, k = scene.reading.lows, scene.k
    for index in range(k - 2, max(-1, k - _LEAD - 1), -1):
        low = lows[index]
        if low in _ENDS or low == ",":
            return False
        if low in _SUPPOSED and lows[index + 1] in _SUPPOSED[low]:
            return lows[k - 1] not in _DEFINITE and lows[index - 1] in _BEFORE_SUPPOSED
        if low == "once" and scene.verb > index:
            return lows[scene.verb] in _REACHES and not _TO_COME.isdisjoint(
                lows[max(0, index - _TAIL) : index] + lows[k : k + _TAIL]
            )
    return False


def _opens(scene: Scene) -> bool:
    """Return whether the sentence opens with a condition and the number stands in what follows from it, not in a clause of its own."""
    lows, k = scene.reading.lows, scene.k
    begin = 1 if lows[0] == '"' else 2 if lows[0] in _THEREFORE and lows[1] == "," else 0
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


def _is_supposed(scene: Scene) -> bool:
    """Return whether the number is what an event would bring that is only supposed: "a 25% tariff would add $150 to the cost"."""
    lows, verb, k, subject = scene.reading.lows, scene.verb, scene.k, scene.subject
    if subject is None or verb < 1 or not 0 < k - verb <= _DIRECT_REACH or lows[verb - 1] not in _WOULD:
        return False
    if lows[k - 1] in _DEFINITE or not _OWN_CLAUSE.isdisjoint(lows[verb:k]) or lows[subject.last] not in _MEASURES_TAKEN:
        return False
    near = lows[max(0, subject.first - 2) : subject.last]
    if "such" in near and lows[subject.last] in _MOVES:  # one that is foreseen may be told of before
        return False
    return not _INDEFINITE.isdisjoint(near) and _DEFINITE.isdisjoint(near)


def _follows(scene: Scene) -> bool:
    """Return whether what will be so with the number is followed by its condition."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if verb < 1 or k - verb > _DIRECT_REACH or _PROMISING.isdisjoint(lows[max(0, verb - _CHAIN) : verb]):
        return False
    if lows[k - 1] in _DEFINITE or not _OWN_CLAUSE.isdisjoint(lows[verb:k]):
        return False
    for index in range(k + 1, min(k + _TAIL, len(lows) - 1)):
        low, following = lows[index], lows[index + 1]
        if low in IFS or (low == "provided" and (lows[index - 1] == "," or following == "that")):
            return following not in _NO_CLAUSE and lows[index - 1] != "even"
        if low == "should" and lows[index - 1] != "," and (following in _STARTING or scene.reading.phrase_from(index + 1)):
            return True  # "would rise 10% should the strike last"
        if low in _ENDS or (low == "," and following not in IFS and following != "provided"):
            return False
    return False
