"""The claim type ``production``: an amount of a mineral, metal, ore or fuel that flows, moves or is held above ground."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.mineral import MineralClaim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class ProductionVolume(MineralClaim):
    """An amount of a mineral, metal, ore or fuel that flows, moves or is held above ground."""

    type: ClassVar[str] = "production"
    aspects: ClassVar[tuple[str, ...]] = (
        "production",
        "capacity",
        "export",
        "import",
        "consumption",
        "sales",
        "stockpile",
        "quota",
    )

    @property
    def producer(self) -> Mention | None:
        """Return who produces, exports, imports, consumes or holds."""
        return self.subject

    @property
    def flow(self) -> str | None:
        """Return ``production``, ``capacity``, ``export``, ``import``, ``consumption``, ``sales``, ``stockpile`` or ``quota``."""
        return self.aspect
