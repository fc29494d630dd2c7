"""The claim types in order: everything that walks over types walks over this tuple."""

from __future__ import annotations

from mineralclaims.claims.base import Claim
from mineralclaims.claims.change import RelativeChange
from mineralclaims.claims.grade import OreGrade
from mineralclaims.claims.money import MonetaryValue
from mineralclaims.claims.production import ProductionVolume
from mineralclaims.claims.reserve import ReserveEstimate
from mineralclaims.claims.share import ShareOfTotal
from mineralclaims.claims.stake import OwnershipStake
from mineralclaims.claims.tariff import TariffRate

CLAIM_TYPES: tuple[type[Claim], ...] = (
    ReserveEstimate,
    ProductionVolume,
    OreGrade,
    OwnershipStake,
    ShareOfTotal,
    MonetaryValue,
    TariffRate,
    RelativeChange,
)
BY_NAME: dict[str, type[Claim]] = {claim_type.type: claim_type for claim_type in CLAIM_TYPES}
