"""The claim type ``grade``: how much of a commodity is in ore, concentrate or product."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.mineral import MineralClaim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class OreGrade(MineralClaim):
    """How much of a commodity is in ore, concentrate or product."""

    type: ClassVar[str] = "grade"
    aspects: ClassVar[tuple[str, ...]] = ()

    @property
    def deposit(self) -> Mention | None:
        """Return the deposit, project, hole or sample."""
        return self.subject
