"""Whose amount it is by an owner: of the number, what is owned being understood ("and Peru's 3 tonnes"), or of the flow that the clause is about."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import ADVERB, BE, POSSESSIVE, lemma

_REACHING = frozenset({"to", "at", "of", "with", "worth", "only", "just", "the"})
_WITHIN, _BEHIND = 4, 2
_FLOWS = frozenset({
    "output", "production", "export", "import", "sale", "shipment", "delivery", "consumption", "stock", "inventory", "stockpile", "throughput",
    "capacity", "demand", "purchase", "off-take", "offtake", "volume", "usage", "holding",
})  # fmt: skip
_OF_OWNERS = frozenset(
    {"output", "production", "export", "reserve", "resource", "capacity", "stock", "stockpile", "inventory", "holding"}
)
_AREAS = frozenset({"in", "within", "across", "throughout"})
_LEADS = frozenset({"to", "at", "from", "by"})


def owner_alone(scene: Scene) -> Phrase | None:
    """Return the name that owns the number, nothing else: "and Peru's to 3 tonnes", "against Calder's $2 million", not "Calder's $2 million pit"."""
    reading, k = scene.reading, scene.k
    at = k - 1
    while (
        at > 0
        and k - at < _WITHIN
        and (reading.tokens[at].tag == ADVERB or reading.lows[at] in BE or reading.lows[at] in _REACHING)
    ):
        at -= 1
    if at < 1 or reading.tokens[at].tag != POSSESSIVE:
        return None
    owner = reading.phrase_ending(at - 1)
    if owner is None or owner.time or not reading.tokens[owner.last].name or owner.last in reading.commodity_tokens:
        return None
    behind = reading.phrase_from(k + 1)
    return owner if behind is None or behind.time or behind.first > k + _BEHIND else None


def owner_of_flow(scene: Scene) -> Phrase | None:
    """Return who owns the flow that a clause is about: "the company's tin output from its mines in Peru fell 8% to 5 tonnes", not "the year's output"."""
    reading, position, led = scene.reading, scene.position, scene.reading.lows[scene.k - 1] in _LEADS
    flow = scene.subject
    if led and 0 <= scene.verb < scene.k and not scene.passive:
        moved = reading.whole_from(scene.verb + 1)  # "pushed Kenya's output in May to 5 tonnes"
        flow = moved if moved is not None and moved.possessor is not None and moved.last < scene.k else flow
    if flow is None or scene.verb > scene.k or (flow.last >= scene.verb and flow is scene.subject):
        return None
    if lemma(reading.lows[flow.last]) not in _FLOWS:
        return None
    owner = flow.possessor if flow.possessor is not None else _owner_behind(reading, flow)
    if owner is None or not _may_own(reading, owner):
        return None
    return owner if led or not position or reading.at[position - 1] < scene.verb else None


def reserves_of(scene: Scene) -> Phrase | None:
    """Return who has the reserves that a clause is about: "reserves of Orwin in Peru are 5 tonnes"."""
    reserves = scene.subject
    if reserves is None or reserves.last >= scene.verb or scene.verb > scene.k:
        return None
    owner = _owner_behind(scene.reading, reserves)
    return owner if owner is not None and scene.reading.lows[owner.last + 1] in _AREAS and _may_own(scene.reading, owner) else None


def _owner_behind(reading: Reading, owned: Phrase) -> Phrase | None:
    """Return what stands behind the "of" of a flow or of reserves, None where that is no owner ("purchases of Orwin")."""
    if lemma(reading.lows[owned.last]) not in _OF_OWNERS or reading.lows[owned.last + 1] != "of":
        return None
    return reading.whole_from(owned.last + 2)


def _may_own(reading: Reading, owner: Phrase) -> bool:
    """Return whether a phrase is a party, by its name or as "the company", nothing that is itself mined."""
    if owner.time or not reading.commodity_tokens.isdisjoint(range(owner.first, owner.last + 1)):
        return False
    end = reading.tokens[owner.last]
    return end.name or end.low in generic()
