"""Verbs by which a tariff is said to meet its subject: "face a levy", "will be subject to a levy", "were hit with a levy"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import verbs
from mineralclaims.text.tags import BEEN, lemma

_MET_BY = {
    "subject": frozenset({"to"}), "subjected": frozenset({"to"}), "exposed": frozenset({"to"}), "liable": frozenset({"to", "for"}),
    "hit": frozenset({"with", "by"}), "slapped": frozenset({"with"}), "saddled": frozenset({"with"}), "struck": frozenset({"by", "with"}),
    "burdened": frozenset({"with", "by"}), "targeted": frozenset({"by", "with"}), "clobbered": frozenset({"with", "by"}),
}  # fmt: skip
"""What its subject suffers by a passive verb or an adjective, with the prepositions that lead to the tariff."""

_APART = frozenset({"V", "R", ",", "Q"})
_BEFORE = 3
_GETTING = frozenset({"got", "get", "gets", "getting"})
_SUFFERING = BEEN | _GETTING


def meets(scene: Scene) -> bool:
    """Return whether the verb says that its subject is charged; by a passive verb only where no clause or comma stands between the two."""
    reading, verb = scene.reading, scene.verb
    verb += scene.verb_word in _GETTING  # "got hit with", where the participle is taken for a noun
    following = reading.lows[verb + 1 : verb + 2]
    if verb < 0 or not following or following[0] not in _MET_BY.get(reading.lows[verb], ()):
        return not scene.passive and lemma(scene.verb_word) in verbs("facing")
    if scene.subject is None or _SUFFERING.isdisjoint(reading.lows[max(0, verb - _BEFORE) : verb]):
        return False
    return _APART.isdisjoint([token.tag for token in reading.tokens[scene.subject.last + 1 : scene.verb]])
