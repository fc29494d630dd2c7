"""Tariffs with a clause of their own behind what came of them: "mills have closed since the 25% levy took effect" says not who imposed it."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible
from mineralclaims.text.tags import DETERMINER

_OPENS = frozenset({"since", "after", "before", "when", "once", "until", "because", "as", "if"})
_STEPS = 3


def in_own_clause(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible parties of a tariff without those before the clause that the tariff itself opens."""
    opener = _opener(scene)
    if opener < 1:
        return options
    return [
        one for one in options if not (isinstance(one[2], Candidate) and one[2].reading is scene.reading and one[2].last < opener)
    ]


def _opener(scene: Scene) -> int:
    """Return the word that opens a clause right before the tariff, articles and "of" passed over; -1 for none."""
    tokens = scene.reading.tokens
    for index in range(scene.k - 1, max(-1, scene.k - 1 - _STEPS), -1):
        if tokens[index].low in _OPENS:
            return index
        if tokens[index].tag != DETERMINER and tokens[index].low != "of":
            return -1
    return -1
