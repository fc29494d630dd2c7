"""The settings of Extractor: what they return, and what they refuse."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from mineralclaims import Extractor, MineralClaimsError, extract_claims

TEXT = "Halden owns 40% of the Sable mine. Zinc prices rose 5%, and Brazil put a 25% tariff on imported steel."


def test_only_the_types_asked_for_are_returned() -> None:
    claims = extract_claims(TEXT)
    assert [claim.type for claim in claims] == ["stake", "change", "tariff"]
    assert list(Extractor(types={"tariff", "stake"}).extract(TEXT)) == [claims[0], claims[2]]
    assert Extractor().extract(TEXT) == claims


def test_an_extractor_survives_pickling() -> None:
    extractor = Extractor(types={"change"})
    assert pickle.loads(pickle.dumps(extractor)) == extractor  # noqa: S301 - just written


@pytest.mark.parametrize(("types", "named"), [(["rock"], "'rock'"), ([], "nothing"), ("ore", "'ore'"), ([3], "3")])
def test_types_that_are_none_are_refused(types: Any, named: str) -> None:
    with pytest.raises(MineralClaimsError, match=rf"{named}; accepted are reserve, production"):
        Extractor(types=types)
