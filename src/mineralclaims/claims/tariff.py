"""The claim type ``tariff``: the rate of a tariff, duty, levy or export tax on traded goods, in percent."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

import attrs

from mineralclaims.claims.base import Claim

if TYPE_CHECKING:
    from mineralclaims.spans import Mention


@attrs.frozen(kw_only=True, repr=False)
class TariffRate(Claim):
    """The rate of a tariff, duty, levy or export tax on traded goods, in percent."""

    type: ClassVar[str] = "tariff"
    aspects: ClassVar[tuple[str, ...]] = ()

    @property
    def imposer(self) -> Mention | None:
        """Return who imposes it."""
        return self.subject

    @property
    def target(self) -> Mention | None:
        """Return the goods or the parties charged."""
        return self.object
