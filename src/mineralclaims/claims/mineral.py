"""What claims have in common that count a mineral: reserves, production and grades."""

from __future__ import annotations

from typing import TYPE_CHECKING

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.normalize.stoichiometry import basis_of_claim

if TYPE_CHECKING:
    from mineralclaims.quantities.model import Quantity


@attrs.frozen(kw_only=True, repr=False)
class MineralClaim(Claim):
    """A claim that counts a mineral, as ore, as metal or as a compound."""

    def to_basis(self, target: str, *, source: str | None = None) -> Quantity:
        """Return the quantity counted as ``target``, by stoichiometry from the atomic weights of IUPAC (2021).

        Args:
            target: what to count: an element (``"Li"``), a formula (``"Li2O"``) or a name of the trade (``"LCE"``).
            source: what the claim counts, likewise; what its commodity and ``basis`` say if None.

        Raises:
            BasisError: what the claim counts is not known, or does not convert; the message names what is missing.
        """
        return self.quantity.to_basis(target, source or basis_of_claim(self.commodity, self.basis))
