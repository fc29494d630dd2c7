"""Subjects that the verb settles: who imposes a tariff, whose money it is."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import authorities, verbs
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible, fitting
from mineralclaims.text.tags import lemma

_CLAIMED_WITHIN = 8


def imposers(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return whoever a verb of imposing has as its subject, where that is a name or an authority; else all options."""
    phrase = scene.subject
    if phrase is None or scene.passive or lemma(scene.verb_word) not in verbs("imposing"):
        return options
    if not phrase.name and scene.reading.lows[phrase.last] not in authorities():
        return options
    return fitting(options, lambda candidate: candidate.phrase is phrase) or options


def payers(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return whose money it is, where the clause says so by its verb; else all options.

    It is from whom money is sought ("seeks $2 billion from the insurers"), and whose name stands right before a verb of paying
    ("Halden bought the mine for $90 million").
    """
    verb = lemma(scene.verb_word)
    fits = None if scene.passive else next((fits for does, fits in _PAYERS if verb in verbs(does)), None)
    if fits is None:
        return options
    return fitting(options, lambda candidate: fits(scene, candidate))[:1] or options


def _pays(scene: Scene, candidate: Candidate) -> bool:
    """Return whether a candidate is a name that is the subject of the verb."""
    phrase = scene.subject
    return phrase is not None and candidate.phrase is phrase and candidate.kind == "base" and scene.reading.tokens[phrase.last].name


def _sought_from(scene: Scene, candidate: Candidate) -> bool:
    """Return whether a candidate follows the number with "from", nothing but a purpose between."""
    following = scene.reading.at[scene.position + 1] if scene.position + 1 < len(scene.reading.at) else len(scene.reading.tokens)
    near = scene.k < candidate.first < following and candidate.first - scene.k <= _CLAIMED_WITHIN
    return near and candidate.kind == "base" and candidate.phrase.before == "from"


_PAYERS: tuple[tuple[str, Callable[[Scene, Candidate], bool]], ...] = (("claiming", _sought_from), ("paying", _pays))
"""Classes of verbs, each with who of the options pays."""
WITH_ROLE: dict[str, Callable[[list[Possible], Scene], list[Possible]]] = {"tariff": imposers, "money": payers}
"""For claim types whose verbs settle the subject: what picks it out of the options."""
