"""Who pays or earns by a pronoun: "it sold its smelter in Kesh for $5 million" is of whom "it" stands for, nobody named behind it."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible
from mineralclaims.text.tags import lemma

_PAYING = frozenset({
    "pay", "buy", "acquire", "purchase", "repurchase", "owe", "get", "lose", "spend", "earn", "realise", "realize", "sell", "take", "invest",
    "borrow", "repay", "save", "own", "hold", "complete", "lend", "supply", "provide", "produce", "ship", "make", "mine", "pump", "export",
})  # fmt: skip
_PRONOUNS = frozenset({"it", "he", "she", "they"})
_PRICED = frozenset({"at", "of", "worth", "average", "averaging"})
_EACH = frozenset({"a", "an", "per", "each", "every", "on", "cheap"})
_FROM = frozenset({"from", "of", "in", "at", "on", "by", "through"})


def but_behind_pronoun(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the options but those behind a pronoun that is said to pay, earn or own; all where the sum is a price of goods, or no other is left."""
    subject, reading = scene.subject, scene.reading
    if subject is None or subject.kind != "pronoun" or scene.passive or not subject.last < scene.verb < scene.k:
        return options
    if reading.lows[subject.last] not in _PRONOUNS or lemma(scene.verb_word) not in _PAYING or _is_price(scene):
        return options
    return [option for option in options if not _stands_behind(option, scene, subject.last)] or options


def _is_price(scene: Scene) -> bool:
    """Return whether the sum is what goods are worth or fetch ("sold oil worth $5 million", "paying $5 a kilo"), or somebody else may pay it ("sold to")."""
    lows, k = scene.reading.lows, scene.k
    if lows[k - 1] in _PRICED or not _EACH.isdisjoint(lows[k + 1 : k + 2]):
        return True
    return lemma(scene.verb_word) == "sell" and ("to" in lows[scene.verb : k] or "worth" in lows[scene.verb : k])


def _stands_behind(option: Possible, scene: Scene, pronoun: int) -> bool:
    """Return whether an option is a phrase between the pronoun and the number, or one that is tied to it ("for $5 million from Orwin")."""
    source = option[2]
    if not isinstance(source, Candidate) or source.reading is not scene.reading or source.first <= pronoun:
        return False
    return source.first < scene.k or source.phrase.before in _FROM
