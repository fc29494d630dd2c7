"""Whose output, demand or stocks a number is that stands right behind them without a verb: "with world demand at 5 Mt and supply at 4 Mt"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import country_words
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import WORLD

_FLOW = frozenset({"produce", "export", "import", "consume", "stock", "sell", "capacity"})
_AT = frozenset({"at", "of"})
_BESIDE = 2
_JOINS = frozenset({"and", ",", "with", "but", "while", ")", "("})
_BETWEEN = 5


def flow_at(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return whose flow the number is right behind it, or that of the number before where one list goes on."""
    reading, position = scene.reading, scene.position
    while position >= 0:
        flow = _flow_before(reading, reading.at[position])
        if flow is None:
            return None
        owner = _owner(reading, flow)
        if owner is not None or not _goes_on(reading, flow, position):
            return owner
        position -= 1
    return None


def _flow_before(reading: Reading, k: int) -> Phrase | None:
    """Return the flow that a number stands right behind: "output of 5 Mt", "stocks at 5 Mt"."""
    flow = reading.phrase_ending(k - 2) if k >= _BESIDE and reading.lows[k - 1] in _AT else None
    return flow if flow is not None and not _FLOW.isdisjoint(reading.tokens[flow.last].cue) else None


def _owner(reading: Reading, flow: Phrase) -> tuple[Phrase, str] | Phrase | None:
    """Return the world, the country or the named owner that opens a phrase."""
    owner = flow.possessor
    if owner is not None:
        return owner if reading.tokens[owner.last].name and not owner.time else None
    named = (low in country_words() or low in WORLD for low in reading.lows[flow.first : flow.last])
    return (flow, "lead") if any(named) else None


def _goes_on(reading: Reading, flow: Phrase, position: int) -> bool:
    """Return whether a bare flow is joined to the number before: "demand at 5 Mt and production at 4 Mt"."""
    if position == 0 or flow.first != flow.last:
        return False
    between = reading.lows[reading.at[position - 1] + 1 : flow.first]
    return 0 < len(between) <= _BETWEEN and _JOINS.issuperset(between)
