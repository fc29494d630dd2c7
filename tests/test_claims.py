"""The sequence of claims, and what it is turned into."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from datetime import date
from typing import Any

import attrs
import pytest

from building import CLAIMS, MONEY, NONE, PRODUCTION, RESERVE, STAKE, TEXT
from mineralclaims._claims import Claims
from mineralclaims.claims.base import Claim
from mineralclaims.claims.grade import OreGrade
from mineralclaims.claims.money import MonetaryValue
from mineralclaims.claims.reserve import ReserveEstimate
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.output.palette import LOOKS
from mineralclaims.output.terminal import STYLES


def test_claims_are_an_immutable_sequence() -> None:
    assert isinstance(CLAIMS, Sequence)
    assert (len(CLAIMS), CLAIMS[0], CLAIMS[-1], list(CLAIMS)) == (
        4,
        RESERVE,
        PRODUCTION,
        [RESERVE, STAKE, MONEY, PRODUCTION],
    )
    assert STAKE in CLAIMS
    assert CLAIMS.index(MONEY) == 2
    assert CLAIMS[1:3] == Claims((STAKE, MONEY), TEXT)
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        CLAIMS.text = ""  # type: ignore[misc]
    with pytest.raises(IndexError):
        CLAIMS[4]


def test_equal_claims_have_equal_hashes() -> None:
    same = Claims([*CLAIMS], TEXT)
    assert same == CLAIMS
    assert hash(same) == hash(CLAIMS)
    assert Claims(CLAIMS.claims, TEXT, date(2025, 3, 31)) != CLAIMS
    assert CLAIMS[:2] != CLAIMS
    assert pickle.loads(pickle.dumps(CLAIMS)) == CLAIMS  # noqa: S301 - just written


def test_claims_of_a_type() -> None:
    assert list(CLAIMS.of(ReserveEstimate)) == [RESERVE]
    assert list(CLAIMS.of(MonetaryValue, ReserveEstimate)) == [RESERVE, MONEY]
    assert list(CLAIMS.of(OreGrade)) == []
    assert CLAIMS.of(Claim) == CLAIMS
    assert CLAIMS.of(ReserveEstimate).text == TEXT


@pytest.mark.parametrize("wrong", ["reserve", 5, None, int, RESERVE])
def test_only_claim_types_are_asked_for(wrong: Any) -> None:
    with pytest.raises(TypeError, match="claim classes"):
        CLAIMS.of(wrong)


def test_repr_is_short() -> None:
    assert repr(CLAIMS) == "<Claims 4: 1 reserve, 1 production, 1 stake, 1 money>"
    assert repr(NONE) == "<Claims 0>"
    assert repr(STAKE) == "<OwnershipStake '50%', ≤ 50 %, equity, subject='Acme <Corp> & Sons', object='it', conditional>"


def test_every_type_has_a_colour() -> None:
    names = {each.type for each in CLAIM_TYPES}
    assert set(LOOKS) == names
    assert names <= set(STYLES)
