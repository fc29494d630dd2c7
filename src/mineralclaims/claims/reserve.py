"""The claim type ``reserve``: how much of a mineral or fuel is in the ground: reserves, resources, deposits, contained metal."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.mineral import MineralClaim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class ReserveEstimate(MineralClaim):
    """How much of a mineral or fuel is in the ground: reserves, resources, deposits, contained metal."""

    type: ClassVar[str] = "reserve"
    aspects: ClassVar[tuple[str, ...]] = ("reserves", "resources", "deposit")

    @property
    def holder(self) -> Mention | None:
        """Return who or what has it: deposit, mine or project, else company, else country."""
        return self.subject

    @property
    def kind(self) -> str | None:
        """Return ``reserves``, ``resources`` or ``deposit``."""
        return self.aspect
