"""Whose a figure is that another is only compared with: of "made 5 tonnes, the bank said, up from 4 tonnes" both are one maker's."""

from __future__ import annotations

from mineralclaims.claims.groups import Group
from mineralclaims.claims.scene import Scene
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Possible
from mineralclaims.slots.ties import one_event, tie

_AGAINST = frozenset({"against", "versus", "vs"})
_PAIRS = {
    "from": frozenset(
        {"up", "down", "rising", "falling", "higher", "lower", "increase", "rise", "decline", "drop", "fall", "sharply"}
    ),
    "with": frozenset({"compared"}),
    "to": frozenset({"compared"}),
}
_PASSED = frozenset({
    "a", "an", "the", "about", "just", "some", "only", "around", "nearly", "record", "estimated", "previous", "earlier", "roughly", "almost",
})  # fmt: skip
_ITS_OWN = frozenset({"for", "at", "by", "of", "from", "to", "'s", "in"})
"""What may stand behind a figure and say that it is another's."""

_AGAIN = frozenset({"or", "("})
_PASSED_AT_MOST, _WITHIN = 3, 26
_AS_BEFORE = Group(("as_before",))


def as_compared(options: list[Possible], scene: Scene, discourse: Discourse, claim_type: str) -> list[Possible]:
    """Return the subject of the claim before where the number is what that is compared with, or says it over again; else all options."""
    reading, position, last = scene.reading, scene.position, discourse.last_claim
    if (
        not position
        or not last.subject
        or last.type != claim_type
        or (last.sentence, last.position) != (reading.number, position - 1)
    ):
        return options
    again = tie(reading, position) in _AGAIN and one_event(reading, position)
    if not again and (not _is_base(scene, reading.at[position - 1]) or _is_of_another(scene)):
        return options
    memory = discourse.subjects[-1]
    return [(_AS_BEFORE, memory.group, memory, None)]


def _is_of_another(scene: Scene) -> bool:
    """Return whether words behind a number may say whose it is, and no time: "against 45% for its rival", not "in 2022"."""
    reading, behind = scene.reading, scene.k + 1
    if _ITS_OWN.isdisjoint(reading.lows[behind : behind + 1]):
        return False
    phrase = reading.phrase_from(behind + 1)
    dated = reading.lows[behind + 1 : behind + 2]
    return not (dated and dated[0].isdigit()) and (phrase is None or not phrase.time)


def _is_base(scene: Scene, before: int) -> bool:
    """Return whether words lead up to a number that set it against the one at a token before it."""
    lows, at = scene.reading.lows, scene.k - 1
    for _ in range(_PASSED_AT_MOST):
        at -= lows[at] in _PASSED
    if at <= before or scene.k - before > _WITHIN or ";" in lows[before:at]:
        return False
    return lows[at] in _AGAINST or (at - 1 > before and lows[at - 1] in _PAIRS.get(lows[at], ()))
