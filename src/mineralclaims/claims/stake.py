"""The claim type ``stake``: a part of the ownership of, or of the economic interest in, a company, project or revenue."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.base import Claim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class OwnershipStake(Claim):
    """A part of the ownership of, or of the economic interest in, a company, project or revenue."""

    type: ClassVar[str] = "stake"
    aspects: ClassVar[tuple[str, ...]] = ("equity", "royalty", "revenue")

    @property
    def holder(self) -> Mention | None:
        """Return who holds or gets the stake."""
        return self.subject

    @property
    def target(self) -> Mention | None:
        """Return what the stake is in."""
        return self.object

    @property
    def interest(self) -> str | None:
        """Return ``equity``, ``royalty`` or ``revenue``."""
        return self.aspect
