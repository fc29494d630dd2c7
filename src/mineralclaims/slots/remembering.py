"""What a claim leaves in mind for those after it: its parties, its commodity, its date, and itself as the last one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.dates import is_of_then
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.joined_subjects import joined_with
from mineralclaims.slots.last_claim import LastClaim, Settled
from mineralclaims.slots.wording import object_mention

if TYPE_CHECKING:
    from mineralclaims.slots.fill import Filled


def remember(discourse: Discourse, scene: Scene, claim_type: str, filled: Filled) -> None:
    """Remember the fields of a claim for the claims after it."""
    number, subject, object_, attribution = scene.reading.number, filled.subject, filled.object, filled.attribution
    if subject.mention is not None:
        joined = None if subject.candidate is None else joined_with(subject.candidate, scene)
        discourse.subjects.append(discourse.remember(joined or subject.mention, claim_type, number, subject.known))
    said = None if object_ is None else object_mention(object_, claim_type)
    if object_ is not None and said is not None:
        discourse.objects.append(discourse.remember(said, claim_type, number, object_.known))
    if attribution.mention is not None:
        discourse.speakers.append(discourse.remember(attribution.mention, claim_type, number, attribution.known))
    if filled.commodity.value is not None:
        discourse.commodities.append((filled.commodity.value, number))
    if filled.date.value is not None and not is_of_then(filled.date, scene.reading, scene.k):
        discourse.remember_date(filled.date.value, number)
    words = subject.mention.text if subject.mention is not None else ""
    settled = Settled(filled.commodity, attribution, filled.date, filled.modality)
    discourse.last_claim = LastClaim(number, scene.position, claim_type, words, settled)
