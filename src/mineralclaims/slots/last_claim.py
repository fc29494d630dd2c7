"""What the claim before settled on, whether or not that was anything, and what a claim that is tied to it takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.ties import is_level_of, one_event, tie
from mineralclaims.spans import Mention

if TYPE_CHECKING:
    from mineralclaims.slots.commodity import CommodityOption
    from mineralclaims.slots.dates import DateOption
    from mineralclaims.slots.parties import Option


@attrs.define(eq=False)
class Settled:
    """The fields of a claim that the next number may share."""

    commodity: CommodityOption
    attribution: Option
    date: DateOption
    modality: str


@attrs.define(eq=False)
class LastClaim:
    """The claim before, by its place, its type, the words of its subject, and what it settled on."""

    sentence: int = -1
    position: int = -1
    type: str = ""
    subject: str = ""
    settled: Settled | None = None

    @property
    def commodity(self) -> str | None:
        """Its commodity."""
        return None if self.settled is None else self.settled.commodity.value

    def alike(self, claim_type: str, subject: Mention | None) -> str:
        """Return whether it was of this type, and of this subject, as two digits."""
        return f"{self.type == claim_type:d}{subject is not None and self.subject == subject.text:d}"

    def bearing(self, sentence: int, *, had: bool) -> str:
        """Return how it bears on a field of a claim in a sentence: it ``had`` one (c) or none (n), here (0), just before (1) or further up (2)."""
        return "" if self.sentence < 0 else f"{'c' if had else 'n'}{min(sentence - self.sentence, 2)}"

    def shared(self, reading: Reading, position: int) -> Shared:
        """Return what a quantity takes over from it: nothing, unless it is the quantity right before and a few words tie them."""
        if self.settled is None or self.sentence != reading.number or self.position != position - 1:
            return NOTHING_SHARED
        if not tie(reading, position):
            moved = self.type == "change" and is_level_of(reading, position)
            return Shared(self.settled.attribution) if moved else NOTHING_SHARED
        return Shared(self.settled.attribution, self.settled.modality if one_event(reading, position) else None)


@attrs.frozen
class Shared:
    """What a claim takes over from the one before it; None where it stands for itself."""

    attribution: Option | None = None
    modality: str | None = None


NOTHING_SHARED = Shared()
