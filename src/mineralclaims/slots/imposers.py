"""Who imposes a tariff where a noun tells of it, or a list goes on to another: "the imposition by Kesh of a 5% duty", "and Peru a 5% one"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import authorities
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.coordination import gapped
from mineralclaims.slots.parties import BASE
from mineralclaims.text.tags import POSSESSIVE

_IMPOSING = frozenset({
    "imposition", "reimposition", "introduction", "announcement", "threat", "application", "adoption", "enactment", "decision", "plan",
    "move", "proposal", "imposing", "doubling", "levying",
})  # fmt: skip
_DECIDING = _IMPOSING | {
    "offer", "pledge", "vow", "intention", "promise", "order", "bid", "bill", "agreement", "resolve", "warning", "ambition", "motion",
    "vote", "effort", "attempt", "intent", "idea", "determination", "willingness", "readiness", "refusal", "plans", "threats",
}  # fmt: skip
_SHORTEST = 3
_LEAD = frozenset({"lead"})
_OF, _ONE = frozenset({"of", "for", "to"}), frozenset({"a", "an", "one"})
_WITHIN = 8


def imposition_of(scene: Scene) -> Phrase | None:
    """Return who is behind the noun for imposing that "of" and the number hang on: "the imposition by Kesh of a 5% duty"."""
    reading, k = scene.reading, scene.k
    at = k - 1
    while at > 0 and reading.lows[at] in _ONE:
        at -= 1
    phrase = reading.phrase_ending(at - 1) if at > 1 and reading.lows[at] in _OF else None
    if phrase is None or phrase.before != "by" or phrase.time or phrase.link < 1 or at - phrase.link > _WITHIN:
        return None
    return phrase if phrase.name and reading.lows[phrase.link - 1] in _IMPOSING else None


def decider(scene: Scene) -> tuple[Phrase, frozenset[str]] | None:
    """Return who has decided, planned or threatened what the verb of the tariff says, and how it stands in its phrase: "Velno's plan to raise duties to 5%"."""
    reading, verb, before = scene.reading, scene.verb, scene.position - 1
    if before >= 0 and reading.quantities[before].kind == "multiple":
        verb = reading.at[before]  # "its decision to double the duty to 5%"
    if verb < _SHORTEST or verb > scene.k or reading.lows[verb - 1] != "to":
        return None
    phrase = reading.phrase_ending(verb - 2)
    if phrase is None or reading.lows[phrase.last] not in _DECIDING:
        return None
    owner = phrase.possessor
    if owner is None:
        return (phrase, _LEAD) if phrase.first < phrase.last and reading.tokens[phrase.first].name else None
    return (owner, BASE) if owner.name or reading.lows[owner.last] in authorities() else None


def owner_before(scene: Scene) -> Phrase | None:
    """Return the name whose tariff it is right before the number, whatever the sentence is about: "after Velno's 25% tariff on tin"."""
    reading, k = scene.reading, scene.k
    phrase = reading.phrase_ending(k - 2) if k > 1 and reading.tokens[k - 1].tag == POSSESSIVE else None
    return phrase if phrase is not None and not phrase.time and reading.tokens[phrase.last].name else None


def another_imposer(scene: Scene) -> Phrase | None:
    """Return the name whose tariff goes on a list without its verb: "Kesh imposed a 5% duty and Peru a 7% one"."""
    if scene.reading.lows[scene.k - 1] not in _ONE:
        return None
    phrase = gapped(scene)
    return phrase if phrase is not None and scene.reading.tokens[phrase.last].name else None
