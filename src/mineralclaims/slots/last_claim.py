"""What the claim before settled on, whether or not that was anything, and what a claim that is tied to it takes over."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.slots.ties import one_event, tie
from mineralclaims.spans import Mention

if TYPE_CHECKING:
    from mineralclaims.slots.commodity import CommodityOption
    from mineralclaims.slots.dates import DateOption
    from mineralclaims.slots.parties import Option

_OF_ONE_THING = frozenset({"(", "against", "at", "from", "or", "to"})


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
        link = tie(reading, position)
        if not link:
            return NOTHING_SHARED
        settled = self.settled
        apart = "respectively" in reading.lows  # of "zinc and tin gained 0.4% and 1.1% respectively" each has its own
        together = one_event(reading, position)
        return Shared(
            commodity=settled.commodity if link in _OF_ONE_THING and not apart else None,
            attribution=settled.attribution,
            date=settled.date if together and not _names_year(reading, position) else None,
            modality=settled.modality if together else None,
        )


@attrs.frozen
class Shared:
    """What a claim takes over from the one before it; None where it stands for itself."""

    commodity: CommodityOption | None = None
    attribution: Option | None = None
    date: DateOption | None = None
    modality: str | None = None


NOTHING_SHARED = Shared()


def _names_year(reading: Reading, position: int) -> bool:
    """Return whether a year stands between a quantity and the one before it."""
    return any(low.isdigit() for low in reading.lows[reading.at[position - 1] + 1 : reading.at[position]])
