"""The claim type ``share``: the part that something has in a named whole, without owning it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.base import Claim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class ShareOfTotal(Claim):
    """The part that something has in a named whole, without owning it."""

    type: ClassVar[str] = "share"
    aspects: ClassVar[tuple[str, ...]] = (
        "production",
        "reserves",
        "processing",
        "export",
        "import",
        "consumption",
        "market",
        "other",
    )

    @property
    def holder(self) -> Mention | None:
        """Return who or what has the share."""
        return self.subject

    @property
    def whole(self) -> Mention | None:
        """Return the whole."""
        return self.object

    @property
    def measure(self) -> str | None:
        """Return what the part does: ``production``, ``reserves``, ``processing``, ``export``, ``import``, ``consumption``, ``market`` or ``other``."""
        return self.aspect
