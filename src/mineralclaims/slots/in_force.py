"""What is so already though its sentence looks ahead: an existing duty, a planned capacity that was reached, a fall despite which something is hoped for."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.text.tags import VERB

_DESPITE = frozenset({"despite"})
_EXISTING = frozenset({"existing", "present-day", "then-current"})
_REACHED = frozenset({"reached", "hit", "met", "achieved", "attained", "exceeded", "surpassed", "topped"})
_PLANNED = frozenset({"planned", "targeted", "target", "projected", "expected", "intended", "designed", "nameplate", "guidance"})
_NEAR, _WITHIN, _BEFORE = 6, 9, 4
_STOPS = frozenset({",", ";", ".", ":", '"'})


def in_force(scene: Scene) -> list[str]:
    """Return whether the words before a number say that it is so: "on top of the existing duty of 8%", "has reached its planned 90,000 barrels"."""
    return ["base"] if _is_existing(scene) or _is_reached(scene) or _is_defied(scene) else []


def _is_existing(scene: Scene) -> bool:
    """Return whether "existing" goes with the number, no verb or sign between."""
    return _stands_before(scene, _EXISTING, _NEAR)


def _is_defied(scene: Scene) -> bool:
    """Return whether something is so despite a change: "despite tin's 27% decline"."""
    return scene.reading.quantities[scene.position].kind == "percent" and _stands_before(scene, _DESPITE, _NEAR)


def _stands_before(scene: Scene, words: frozenset[str], reach: int) -> bool:
    """Return whether one of some words stands before the number in its phrase."""
    reading = scene.reading
    for index in range(scene.k - 1, max(-1, scene.k - 1 - reach), -1):
        if reading.lows[index] in words:
            return True
        if reading.lows[index] in _STOPS or reading.tokens[index].tag in {VERB, "Q", "X"}:
            return False
    return False


def _is_reached(scene: Scene) -> bool:
    """Return whether a plan was met with the number: "reached its full planned capacity of 90,000 barrels"; not what it will or may reach."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    verb = scene.second if lows[verb] in _PLANNED else verb  # "reached its full planned capacity"
    if not 0 < k - verb <= _WITHIN or lows[verb] not in _REACHED or _PLANNED.isdisjoint(lows[verb + 1 : k]):
        return False
    before = lows[max(0, verb - _BEFORE) : verb]
    return MODALS.isdisjoint(before) and "to" not in before[-2:] and "be" not in before[-1:]
