"""Tariffs that may come: "could impose a 10% duty", "may hit back with tariffs of 25%", "duties of 15% might be slapped on tin"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import verbs
from mineralclaims.slots.awaited import IFS
from mineralclaims.slots.clause_words import STOPS
from mineralclaims.text.tags import ADVERB, lemma

_MAY = frozenset({"may", "might", "could"})
_ANSWERS = frozenset({"retaliate", "respond", "reply", "answer", "counter", "hit", "strike"})
_WITH_BACK = frozenset({"hit", "strike"})
_BLOWS, _BY = frozenset({"slap", "hit", "punish", "saddle", "wallop"}), frozenset({"with", "by"})
_RISES = frozenset(
    {"rise", "climb", "jump", "go", "double", "triple", "reach", "hit", "apply", "see", "add", "end", "be", "face", "impose"}
)
_IMPOSED = frozenset({"impose", "levy", "slap", "apply", "introduce", "add", "put", "charge", "reimpose", "set"})
_WARNS = frozenset({"warn", "threaten"})
_GIVEN = frozenset({"the", "its", "this", "that", "their", "current", "existing", "such"})
_WITHIN, _PASSIVE_WITHIN = 9, 8


def may_come(scene: Scene, claim_type: str) -> list[str]:
    """Return whether a tariff may only come: as an answer or by a warning ("tariff:threat"), or else ("tariff:may")."""
    if claim_type != "tariff" or not IFS.isdisjoint(scene.reading.lows) or _is_known(scene):
        return []
    return _governed(scene) or (["tariff:may"] if _is_imposed_behind(scene) else [])


def _governed(scene: Scene) -> list[str]:
    """Return what a verb before the number makes of a tariff, where "may", "might" or "could" stands with it."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if not 0 < k - verb <= _WITHIN or verb < 1 or not STOPS.isdisjoint(lows[verb:k]) or not _MAY.intersection(_before(scene, verb)):
        return []
    base = lemma(lows[verb])
    answers = base in _ANSWERS and (base not in _WITH_BACK or lows[verb + 1] == "back")
    struck = base in _BLOWS and lows[verb - 1] == "be" and lows[verb + 1] in _BY
    if answers or struck or _is_warned(scene):
        return ["tariff:threat"]
    known = base in _RISES or base in verbs("imposing") or base in verbs("facing")
    return ["tariff:may"] if known else []


def _is_known(scene: Scene) -> bool:
    """Return whether a tariff is one that there is: "the 5% duty", "its import duty of 5%"."""
    lows, k = scene.reading.lows, scene.k
    if not k or lows[k - 1] in _GIVEN:
        return k > 0
    rate = scene.reading.phrase_ending(k - 2) if k > 1 and lows[k - 1] == "of" else None
    return rate is not None and rate.first > 0 and lows[rate.first - 1] in _GIVEN


def _before(scene: Scene, verb: int) -> list[str]:
    """Return the words right before a verb, adverbs and "be" passed over: the modal verb among them."""
    tokens = scene.reading.tokens
    at = verb - 1
    while at > 0 and (tokens[at].tag == ADVERB or tokens[at].low == "be"):
        at -= 1
    return [tokens[at].low] if at >= 0 and not tokens[at].name else []


def _is_warned(scene: Scene) -> bool:
    """Return whether somebody warns of it: "has warned it may impose a 25% tariff"."""
    return scene.second >= 0 and lemma(scene.reading.lows[scene.second]) in _WARNS and scene.verb - scene.second <= _WITHIN


def _is_imposed_behind(scene: Scene) -> bool:
    """Return whether a verb behind the number says that the tariff may be imposed: "duties of 15% might be slapped on tin"."""
    lows, k = scene.reading.lows, scene.k
    for index in range(k + 1, min(len(lows) - 2, k + _PASSIVE_WITHIN)):
        if lows[index] in STOPS or lows[index] == "#":
            return False
        if lows[index] in _MAY:
            return lows[index + 1] == "be" and lemma(lows[index + 2]) in _IMPOSED
    return False
