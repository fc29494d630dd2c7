"""Claims built by hand, for tests of what is done with claims; no test by itself."""

from __future__ import annotations

from decimal import Decimal

from mineralclaims._claims import Claims
from mineralclaims.claims.base import Modality
from mineralclaims.claims.money import MonetaryValue
from mineralclaims.claims.production import ProductionVolume
from mineralclaims.claims.reserve import ReserveEstimate
from mineralclaims.claims.stake import OwnershipStake
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.quantities.model import Quantity
from mineralclaims.spans import Mention, Span

TEXT = (
    "Kola Ridge holds about 28.70 million tons of ore, the ministry said. "
    "Acme <Corp> & Sons may buy up to 50% of it for $2,634.50. "
    "It shipped 3.8 Mt in the third quarter of 2024."
)
FIRST, SECOND, THIRD = Span(0, 68), Span(69, 127), Span(128, len(TEXT))


def at(words: str) -> Mention:
    """Return the first mention of these words in TEXT."""
    start = TEXT.index(words)
    return Mention.at(TEXT, start, start + len(words))


RESERVE = ReserveEstimate(
    span=at("28.70 million tons").span,
    text="28.70 million tons",
    sentence=FIRST,
    quantity=Quantity(Decimal("28.70E+6"), Decimal("28.70E+6"), "t", approximate=True, ton_kind="unstated"),
    subject=at("Kola Ridge"),
    aspect="reserves",
    attribution=at("the ministry"),
    modality=Modality.ESTIMATED,
    category="measured+indicated",
    basis="ore",
)
STAKE = OwnershipStake(
    span=at("50%").span,
    text="50%",
    sentence=SECOND,
    quantity=Quantity(None, Decimal(50), "%"),
    subject=at("Acme <Corp> & Sons"),
    object=at("it"),
    aspect="equity",
    modality=Modality.CONDITIONAL,
)
MONEY = MonetaryValue(
    span=at("$2,634.50").span,
    text="$2,634.50",
    sentence=SECOND,
    quantity=Quantity(Decimal("2634.50"), Decimal("2634.50"), "USD"),
    aspect="price",
)
PRODUCTION = ProductionVolume(
    span=at("3.8 Mt").span,
    text="3.8 Mt",
    sentence=THIRD,
    quantity=Quantity(Decimal("3.8E+6"), None, "t", per="year", ton_kind="metric"),
    commodity="iron ore",
    date=PartialDate(2024, quarter=3),
)
CLAIMS = Claims((RESERVE, STAKE, MONEY, PRODUCTION), TEXT)
NONE = Claims((), "Nothing.")
