"""The claim type ``change``: a relative change over time or against something else: percent, points, basis points, a multiple."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.base import Claim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class RelativeChange(Claim):
    """A relative change over time or against something else: percent, points, basis points, a multiple."""

    type: ClassVar[str] = "change"
    aspects: ClassVar[tuple[str, ...]] = ("increase", "decrease")

    @property
    def measure(self) -> Mention | None:
        """Return what changes."""
        return self.subject

    @property
    def direction(self) -> str | None:
        """Return ``increase`` or ``decrease``."""
        return self.aspect
