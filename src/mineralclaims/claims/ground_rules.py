"""Amounts whose type their clause settles: what lies in the ground, what tanks and states keep above it."""

from __future__ import annotations

from mineralclaims.claims.besides import head_after, words_before
from mineralclaims.claims.scene import Scene

_STORED = frozenset({"facility", "terminal", "depot", "cavern", "caverns", "tank", "tanks"})
_STATE_RESERVE = frozenset({"strategic", "petroleum", "emergency"})
_IN_THE_GROUND = frozenset({"resource", "resources", "reserve", "reserves"})
_CLASSED = frozenset(
    {"recoverable", "possible", "probable", "proven", "proved", "inferred", "indicated", "measured", "in-place", "mineable"}
)
_LYING_REACH = 7
_KEEPERS = frozenset({"bank", "banks", "foreign", "official", "strategic", "emergency", "currency", "vaults"})
_HOSTING = frozenset({"hold", "holds", "held", "contain", "contains", "contained", "host", "hosts", "hosted"})
_GROUND = frozenset({
    "mine", "deposit", "field", "orebody", "prospect", "lode", "seam", "vein", "project", "property", "block", "discovery",
    "basin", "formation", "resource",
})  # fmt: skip
_BURIED = frozenset({"deposit", "prospect", "discovery", "orebody", "find", "reservoir", "lode", "accumulation"})
_TO_BE_MINED = frozenset({"project", "property"})
_OUNCES = frozenset({"oz", "oz_t"})
_HOSTED_WITHIN = 3


def lies_in_ground(scene: Scene, _previous: str) -> str | None:
    """Return reserve for "the mine holds 5 million tonnes of zinc"."""
    subject, lows = scene.subject, scene.reading.lows
    if subject is None or scene.passive or scene.verb_word not in _HOSTING or scene.k - scene.verb > _HOSTED_WITHIN:
        return None
    return "reserve" if lows[subject.last] in _GROUND and subject.last < scene.verb else None


def is_contained(scene: Scene, _previous: str) -> str | None:
    """Return reserve for what a resource contains, where that is what the clause is about: "contained copper rose 32% to 618 million pounds"."""
    subject = scene.subject
    if subject is None or scene.passive or scene.reading.quantities[scene.position].quantity.per is not None:
        return None
    return "reserve" if scene.reading.lows[subject.first] == "contained" and subject.last < scene.verb else None


def is_stored(scene: Scene, _previous: str) -> str | None:
    """Return production for the size of tanks and of a state's reserve above ground: "a 2 million-ton strategic petroleum reserve"."""
    head = head_after(scene)
    if head in _STORED:
        return "production"
    phrase = scene.reading.phrase_from(scene.k + 1) if head == "reserve" else None
    named = phrase is not None and not _STATE_RESERVE.isdisjoint(scene.reading.lows[phrase.first : phrase.last])
    return "production" if named else None


def names_deposit(scene: Scene, _previous: str) -> str | None:
    """Return reserve for what a deposit is said to be of, right before its name: "the 4 billion barrel Kesh prospect", "its 2 million ounce Talla project"."""
    head = head_after(scene)
    if head in _BURIED:
        return "reserve"
    unit = scene.reading.quantities[scene.position].quantity
    return "reserve" if head in _TO_BE_MINED and unit.unit in _OUNCES and unit.per is None else None


def _lies_there(scene: Scene) -> bool:
    """Return whether the number is of something in the ground: "90,000 carats in the ground", "4 tons of gold contained in reserves", "9 mln tonnes of possible ore"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k + 1 : k + 2] != ["of"]:
        return False
    near = lows[k + 2 : k + 2 + _LYING_REACH]
    if "contained" in near and not _IN_THE_GROUND.isdisjoint(near[near.index("contained") :]):
        return True  # "40 tons of gold contained in Canadian mine reserves"
    return not _CLASSED.isdisjoint(near[:1]) or any(near[at : at + 3] == ["in", "the", "ground"] for at in range(len(near)))


def _is_class_raised(scene: Scene) -> bool:
    """Return whether the number is what resources of a class came to: "raised its inferred resources by 40% to 320,000 ounces"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k - 1] != "to" or scene.reading.quantities[scene.position].quantity.per is not None:
        return False
    at = k - 4 if lows[k - 3 : k - 1] == ["by", "#"] else k - 2
    return at > 0 and lows[at] in _IN_THE_GROUND and lows[at - 1] in _CLASSED


def names_reserve(scene: Scene, _previous: str) -> str | None:
    """Return reserve for "a resource of 40 tonnes", but not for what banks and states keep in vaults and tanks."""
    before = words_before(scene, 2)
    if _lies_there(scene) or _is_class_raised(scene):
        return "reserve"
    if before[1:] != ["of"] or before[0] not in _IN_THE_GROUND:
        return None
    return None if any(token.low in _KEEPERS for token in scene.reading.tokens) else "reserve"
