"""The sequence of claims, and what it is turned into."""

from __future__ import annotations

import pickle
import re
from collections.abc import Sequence
from datetime import date
from html.parser import HTMLParser
from pathlib import Path
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
from mineralclaims.output.html import COLOURS
from mineralclaims.output.terminal import STYLES
from mineralclaims.spans import Span


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
    assert (
        repr(STAKE) == "<OwnershipStake '50%', ≤ 50 %, equity, subject='Acme <Corp> & Sons', object='it', conditional>"
    )


def test_every_type_has_a_colour() -> None:
    names = {each.type for each in CLAIM_TYPES}
    assert set(COLOURS) == names
    assert names <= set(STYLES)


class Page(HTMLParser):
    """Collects the text of a page, its marks and its tags; refuses tags that do not close."""

    def __init__(self) -> None:
        """Start with nothing."""
        super().__init__()
        self.open: list[str] = []
        self.seen: list[str] = []
        self.text: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        """Note a tag."""
        self.seen.append(tag)
        if tag != "meta":
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        """Close a tag."""
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        """Add text to its tag."""
        self.text[self.open[-1] if self.open else ""] = self.text.get(self.open[-1] if self.open else "", "") + data


def test_html_marks_the_claims(tmp_path: Path) -> None:
    page = CLAIMS.to_html(tmp_path / "claims.html")
    assert (tmp_path / "claims.html").read_text(encoding="utf-8") == page
    parsed = Page()
    parsed.feed(page)
    parsed.close()
    assert parsed.open == []
    assert parsed.text["mark"] == "28.70 million tons50%$2,634.503.8 Mt"
    assert parsed.text["sup"] == "1234"
    assert parsed.seen.count("tr") == 1 + len(CLAIMS)
    assert not {"script", "corp", "img", "link"} & set(parsed.seen)


def test_hostile_text_is_escaped() -> None:
    text = "</div><script>alert('x')</script> & \x00\ud800 \"50%\" <img src=x onerror=alert(1)>"
    start = text.index("50%")
    claim = attrs.evolve(STAKE, span=Span(start, start + 3), commodity="<b>gold</b>", aspect="<i>")
    for page in (Claims((claim,), text).to_html(), Claims((claim,), text)._repr_html_()):
        assert page.encode("utf-8")
        assert not re.search(r"<(?:script|img|b|i)\b", page)
        assert "\x00" not in page


def test_overlapping_claims_are_marked_once() -> None:
    claims = Claims((RESERVE, attrs.evolve(RESERVE, span=Span(25, 30), text="0 mil")), TEXT)
    parsed = Page()
    parsed.feed(claims._repr_html_())
    assert parsed.text["mark"] == "28.70 million tons"
    assert parsed.seen.count("tr") == 3
