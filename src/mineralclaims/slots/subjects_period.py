"""The period that stands before the noun of which a number is told: "June coal imports rose 12%", "its 2014 output was 3 tonnes"."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.noun_classes import noun_class
from mineralclaims.slots.ties import BASE_LEADS, first_of_event, lead_of

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_PERIODS = frozenset({"my", "year", "quarter", "half", "yq", "fiscal", "relative"})
_WIDEST = 5
_FIRST_FEW = 3
_WITHIN = frozenset({"N", "A", "S", "#"})
_UNSAID = frozenset({"ago", "same"})
_BARE = frozenset({"w", "^", "the", "its"})  # no preposition before it


def period_of_subject(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the period in the phrase that is the subject of the number's verb, where the sentence tells no other one for the number."""
    subject, reading = scene.subject, scene.reading
    if subject is None or not subject.last < scene.verb < scene.k or noun_class(reading.lows[subject.last]) == "act":
        return None
    if lead_of(reading, reading.at[first_of_event(reading, scene.position)]) in BASE_LEADS:
        return None  # "from 9 million, or 44 cents a share"
    found = None
    for dated in here[:_FIRST_FEW]:
        if dated.last < subject.last:
            within = dated.kind in _PERIODS and dated.value is not None and subject.last - dated.last <= _WIDEST
            tokens = reading.tokens[dated.last + 1 : subject.last + 1]
            found = dated if within and dated.before in _BARE and _WITHIN.issuperset([token.tag for token in tokens]) else None
        elif dated.kind not in _UNSAID:
            return None
    return found
