"""Whom a part of those asked goes on from: "Of the firms asked, 48% were hiring. Twenty per cent were cutting staff"."""

from __future__ import annotations

from mineralclaims.claims.percent_rules import answers_survey
from mineralclaims.claims.scene import Scene
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Possible, of_memory


def asked_before(options: list[Possible], scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the whole of the share before, where a part of those asked answers too without a whole of its own; else all options."""
    objects, last = discourse.objects, discourse.last_claim
    if not objects or objects[-1].type != "share" or answers_survey(scene, "") is None:
        return options
    if objects[-1].sentence != last.sentence or not 0 <= scene.reading.number - last.sentence <= 1:
        return options
    return of_memory(options, objects[-1])
