"""Denominators said once for several prices: "lead rose to $1,990 a ton, zinc to $2,838"; "$3.20 a share, up from $2.90"."""

from __future__ import annotations

from decimal import Decimal

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.mentions.denominators import TIMES
from mineralclaims.normalize.decimals import CONTEXT

_PRICED = frozenset({"price", "cost", "profit", "other"})
# Commodities that are quoted to the same unit on the same market, so that a list of them states it once.
_FAMILIES: dict[str, str] = {
    **dict.fromkeys(("aluminium", "copper", "zinc", "lead", "tin", "nickel"), "base metals"),
    **dict.fromkeys(("gold", "silver", "platinum", "palladium", "rhodium"), "precious metals"),
}
_LIST_REACH = 4
_SAME_REACH = 12
_CLOSE = (Decimal("0.2"), Decimal(5))
_COMPARABLE = (Decimal("0.0004"), Decimal(2500))
_SPREAD = {"base metals": (Decimal("0.02"), Decimal(50)), "precious metals": (Decimal("0.005"), Decimal(200))}
"""How many times the price of one another's may be: gold costs a hundred times as much as silver."""


def share_denominators(claims: list[Claim]) -> list[Claim]:
    """Return the claims with elided denominators of prices filled in from the prices around them."""
    if not any(_gives(claim) for claim in claims):
        return claims
    order = {start: number for number, start in enumerate(sorted({claim.sentence.start for claim in claims}))}
    sentences = [order[claim.sentence.start] for claim in claims]
    shared = list(claims)
    for index, claim in enumerate(claims):
        if not _lacks(claim):
            continue
        donor = _donor(shared, index, sentences)
        if donor is not None:
            shared[index] = attrs.evolve(claim, quantity=attrs.evolve(claim.quantity, per=donor.quantity.per))
    return shared


def _gives(claim: Claim) -> bool:
    """Return whether a claim is money to a unit that others may share."""
    return claim.type == "money" and claim.quantity.per is not None and claim.quantity.per not in TIMES


def _lacks(claim: Claim) -> bool:
    """Return whether a claim is a price that may have a denominator that is not said."""
    return claim.type == "money" and claim.quantity.per is None and claim.aspect in _PRICED


def _donor(claims: list[Claim], index: int, sentences: list[int]) -> Claim | None:
    """Return the nearest price whose denominator holds for the claim at ``index`` too: before it if any, else after it."""
    for numbers in (range(index - 1, -1, -1), range(index + 1, len(claims))):
        for number in numbers:
            if abs(sentences[number] - sentences[index]) > _SAME_REACH:
                break
            if _gives(claims[number]) and _holds(
                claims[index], claims[number], abs(sentences[number] - sentences[index]), after=number > index
            ):
                return claims[number]
    return None


def _holds(claim: Claim, donor: Claim, gap: int, *, after: bool) -> bool:
    """Return whether the donor's denominator is understood for the claim."""
    if claim.quantity.unit != donor.quantity.unit:
        return False
    ratio = _ratio(claim, donor)
    if ratio is None:
        return False
    priced = {claim.aspect, donor.aspect} <= {"price", "cost"}
    if donor.quantity.per == "share" or not priced or claim.commodity is None:
        return (
            gap == 0
            and not after
            and claim.commodity == donor.commodity
            and claim.aspect == donor.aspect
            and _CLOSE[0] < ratio < _CLOSE[1]
        )
    if claim.commodity == donor.commodity:
        return _COMPARABLE[0] < ratio < _COMPARABLE[1]
    family = _FAMILIES.get(claim.commodity)
    return (
        family is not None
        and family == _FAMILIES.get(donor.commodity or "")
        and gap <= _LIST_REACH
        and not after
        and _SPREAD[family][0] < ratio < _SPREAD[family][1]
    )


def _ratio(claim: Claim, donor: Claim) -> Decimal | None:
    """Return how many times the donor's value a claim's value is, or None where that says nothing."""
    one = claim.quantity.low if claim.quantity.low is not None else claim.quantity.high
    other = donor.quantity.low if donor.quantity.low is not None else donor.quantity.high
    if one is None or other is None or not other:
        return None
    return CONTEXT.abs(CONTEXT.divide(one, other))
