"""The claim type ``money``: an amount of money, whatever it is for, unit prices included."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.base import Claim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class MonetaryValue(Claim):
    """An amount of money, whatever it is for, unit prices included."""

    type: ClassVar[str] = "money"
    aspects: ClassVar[tuple[str, ...]] = (
        "investment",
        "valuation",
        "price",
        "revenue",
        "profit",
        "cost",
        "debt",
        "aid",
        "trade",
        "penalty",
        "other",
    )

    @property
    def payer(self) -> Mention | None:
        """Return who pays, earns, invests, or what is worth it."""
        return self.subject

    @property
    def purpose(self) -> Mention | None:
        """Return what the money is for or who gets it."""
        return self.object

    @property
    def role(self) -> str | None:
        """Return ``investment``, ``valuation``, ``price``, ``revenue``, ``profit``, ``cost``, ``debt``, ``aid``, ``trade``, ``penalty`` or ``other``."""
        return self.aspect
