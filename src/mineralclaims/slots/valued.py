"""What thing is worth a sum by the verb: "the mine's ore was valued at $4 million", "the stake, which was worth $9 million"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.parties import Possible, of_phrase
from mineralclaims.text.tags import BE, lemma

_VALUING = frozenset({"value", "appraise"})
_AT, _WORTH = frozenset({"at", "by", "between"}), frozenset({"worth"})
_LOOSE = frozenset({"A", "D", "X", "G"})
_OFFERS = frozenset({"offer", "bid", "proposal", "price", "takeover"})
_BESIDE = 6
_PUTTING = frozenset({"put", "place", "set", "pin", "hang", "slap", "stick"})
_WORTHS = frozenset({"value", "valuation", "price", "tag"})
_BEHIND = 4


def valued_on(scene: Scene) -> Phrase | None:
    """Return what somebody puts a value on: "put a value of $5 million on the field", "a $5 million price tag on Orwin"."""
    reading, k, verb = scene.reading, scene.k, scene.verb
    if scene.passive or not 0 <= verb < k or lemma(scene.verb_word) not in _PUTTING:
        return None
    behind = reading.lows[k + 1 : k + 1 + _BEHIND]
    if "on" not in behind or "at" in reading.lows[verb:k]:
        return None
    on = behind.index("on")
    if _WORTHS.isdisjoint([*reading.lows[verb + 1 : k], *behind[:on]]):
        return None
    found = reading.whole_from(k + 2 + on)
    return None if found is None or found.time or reading.lows[found.last] in generic() else found


def worth(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return what the verb says is worth a sum; else all options."""
    phrase = _valued(scene)
    return options if phrase is None else of_phrase(options, phrase) or options


def _valued(scene: Scene) -> Phrase | None:
    """Return the subject of a verb that says what it is worth: "was valued at", "is worth"."""
    reading, verb, subject = scene.reading, scene.verb, scene.subject
    if subject is None or subject.time or subject.name or subject.last > verb or not 0 < scene.k - verb <= _BESIDE:
        return None
    head = reading.lows[subject.last]
    if head in _OFFERS or reading.lows[subject.first][0].isdigit() or reading.lows[verb - 1] == "to":
        return None
    between = reading.lows[verb + 1 : scene.k]
    if scene.passive and lemma(scene.verb_word) in _VALUING:
        return None if _AT.isdisjoint(between) else subject
    if scene.verb_word not in BE or _WORTH.isdisjoint(between):
        return None
    return subject if all(token.low == "worth" or token.tag in _LOOSE for token in reading.tokens[verb + 1 : scene.k]) else None
