"""Who gives money and who gets it, by a verb with two objects ("the ministry gave the smelter a grant of 18 million euros")."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.doers import is_somebody
from mineralclaims.text.tags import DETERMINER, NOUN, lemma

_HANDING = frozenset({"give", "grant", "award", "lend", "offer", "hand", "owe", "promise", "pay", "loan", "advance"})
_LENDERS = frozenset({"bank", "banks", "lender", "lenders", "fund", "court"})
_ARTICLE, _FOR_WITHIN, _CLAUSE_WITHIN = 2, 12, 7
_LOOSE = frozenset({DETERMINER, "A"})


def giver(scene: Scene) -> Phrase | None:
    """Return the subject of a verb of giving that has somebody and the money behind it."""
    subject = scene.subject
    if subject is None or subject.time or _receiver(scene) is None or _said_of(scene):
        return None
    return subject if is_somebody(scene, subject) or scene.reading.lows[subject.last] in _LENDERS else None


def _said_of(scene: Scene) -> bool:
    """Return whether a clause behind the number says whose money it is ("the 14.9 billion in liquidity that banks asked for")."""
    if scene.reading.lows[scene.k - 1] == "(":
        return True  # "by the bank, which lent $58 million, and Orwin ($29 million)"
    tokens = scene.reading.tokens[scene.k + 1 : scene.k + 1 + _CLAUSE_WITHIN]
    for token, following in pairwise(tokens):
        if token.tag == "Q" or token.low in {",", ";"}:
            return False
        if token.low in {"that", "which"} and token.tag == "R":
            return following.tag in {NOUN, "O", DETERMINER}
    return False


def given_to(scene: Scene) -> Phrase | None:
    """Return who stands between a verb of giving and the money, where nothing behind says what the money is for."""
    behind = scene.reading.lows[scene.k + 1 : scene.k + 1 + _FOR_WITHIN]
    return _receiver(scene) if giver(scene) is not None and "for" not in behind else None


def _receiver(scene: Scene) -> Phrase | None:
    """Return the phrase right behind a verb of giving, with nothing but the money, or what sort of money it is, behind it."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    if verb < 0 or scene.passive or lemma(scene.verb_word) not in _HANDING:
        return None
    phrase = reading.phrase_from(verb + 1)
    if (
        phrase is None
        or phrase.time
        or phrase.first - verb > _ARTICLE
        or phrase.last >= k
        or phrase.last in reading.commodity_tokens
    ):
        return None
    between = reading.tokens[phrase.last + 1 : k]
    if between and between[-1].low == "of":  # "a grant of"
        sort = between[:-1]
        plain = bool(sort) and sort[0].tag == DETERMINER and all(token.tag in {NOUN, "A", DETERMINER, "V"} for token in sort)
        return phrase if plain else None
    return phrase if all(token.tag in _LOOSE for token in between) else None
