"""The public names of the package, and the one list of them: what ``mineralclaims`` gives when it is asked for it."""

from mineralclaims._claims import Claims
from mineralclaims._pipeline import Extractor, extract_claims
from mineralclaims._version import __version__
from mineralclaims._why_not import why_not
from mineralclaims.claims.base import Claim, Modality
from mineralclaims.claims.change import RelativeChange
from mineralclaims.claims.grade import OreGrade
from mineralclaims.claims.money import MonetaryValue
from mineralclaims.claims.production import ProductionVolume
from mineralclaims.claims.reserve import ReserveEstimate
from mineralclaims.claims.share import ShareOfTotal
from mineralclaims.claims.stake import OwnershipStake
from mineralclaims.claims.tariff import TariffRate
from mineralclaims.errors import (
    BasisError,
    CurrencyError,
    DateError,
    InterchangeError,
    MineralClaimsError,
    MissingRateError,
    ReattachError,
    RecordError,
    SettingError,
    UnitError,
    UnknownCurrencyError,
    UnknownUnitError,
    VocabularyError,
)
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.quantities.find import find_quantities
from mineralclaims.quantities.model import Quantity, QuantityMention
from mineralclaims.spans import Mention, Span

__all__ = [
    "BasisError",
    "Claim",
    "Claims",
    "CurrencyError",
    "DateError",
    "Extractor",
    "InterchangeError",
    "Mention",
    "MineralClaimsError",
    "MissingRateError",
    "Modality",
    "MonetaryValue",
    "OreGrade",
    "OwnershipStake",
    "PartialDate",
    "ProductionVolume",
    "Quantity",
    "QuantityMention",
    "ReattachError",
    "RecordError",
    "RelativeChange",
    "ReserveEstimate",
    "SettingError",
    "ShareOfTotal",
    "Span",
    "TariffRate",
    "UnitError",
    "UnknownCurrencyError",
    "UnknownUnitError",
    "VocabularyError",
    "__version__",
    "extract_claims",
    "find_quantities",
    "why_not",
]
