"""Numbers of what still waits for a decision or is being made ready: "has yet to approve the $3bn loan", "is preparing duties of 20%"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.clause_words import NO_PART, STOPS

_APPROVE = frozenset({
    "approve", "ratify", "sign", "finalise", "finalize", "accept", "authorise", "authorize", "pass", "endorse", "grant", "agree", "adopt",
    "close", "complete",
})  # fmt: skip
_APPROVED = frozenset({
    "approved", "ratified", "signed", "finalised", "finalized", "accepted", "authorised", "authorized", "passed", "endorsed", "granted",
    "agreed", "adopted", "closed", "completed",
})  # fmt: skip
_READYING = frozenset({"preparing", "readying", "drafting", "prepares", "readies", "finalising", "finalizing"})
_PLANNED_KINDS = frozenset({"percent", "money"})
_DIRECT_REACH, _SUBJECT_REACH = 8, 10


def pending(scene: Scene) -> list[str]:
    """Return whether the number is of what is not decided yet."""
    return ["pending"] if _is_awaiting(scene) or _is_awaiting_behind(scene) or _is_prepared(scene) else []


def _is_awaiting(scene: Scene) -> bool:
    """Return whether somebody has yet to approve what has the number: "has yet to sign the $3bn contract"."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if verb < 2 or k - verb > _DIRECT_REACH or not STOPS.isdisjoint(lows[verb:k]):
        return False
    return lows[verb] in _APPROVE and lows[verb - 2 : verb] == ["yet", "to"]


def _is_awaiting_behind(scene: Scene) -> bool:
    """Return whether the number stands in the subject of what has yet to be approved: "the $3bn loan has yet to be signed"."""
    lows, k = scene.reading.lows, scene.k
    for index in range(k + 1, min(k + _SUBJECT_REACH, len(lows) - 3)):
        if lows[index] in NO_PART or scene.reading.tokens[index].tag == "Q":
            return False
        if lows[index] == "yet":
            return lows[index + 1 : index + 3] == ["to", "be"] and lows[index + 3] in _APPROVED
    return False


def _is_prepared(scene: Scene) -> bool:
    """Return whether a duty, an offer or a sale is only being made ready: "is preparing duties of 20%"."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if verb < 1 or k - verb > _DIRECT_REACH or lows[verb] not in _READYING or not STOPS.isdisjoint(lows[verb:k]):
        return False
    return (
        scene.reading.quantities[scene.position].kind in _PLANNED_KINDS and "to" not in lows[verb:k] and "for" not in lows[verb:k]
    )
