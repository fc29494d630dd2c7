"""Why a number is no claim: the rule that turned it away, and agreement with what is extracted."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import MineralClaimsError, Span, extract_claims, find_quantities, why_not
from rows import HERE, toml_rows

CASES = toml_rows(HERE / "why_not.toml", "case")


@pytest.mark.parametrize("case", CASES)
def test_the_rule_is_named(case: dict[str, Any]) -> None:
    text, start = case["text"], case["text"].index(case["quote"])
    for place in (Span(start, start + len(case["quote"])), start):
        told = why_not(text, place)
        assert (told[0].rule if told else "") == case["rule"]
        assert not told or (told[0].field, told[0].value) == ("type", "none")
        if "cues" in case:
            assert [cue.text for cue in told[0].cues] == case["cues"]
            assert all(cue.span.of(text) == cue.text for cue in told[0].cues)


def test_what_it_could_have_been_is_told() -> None:
    told = why_not("Inflation stood at 3% in May.", 19)
    possible = told.of("possible")
    assert possible is not None
    assert (possible.value, possible.rule) == ("change, share, tariff, stake, grade", "kind percent, unit %")


WORDS = [
    "Inflation",
    "copper",
    "output",
    "of",
    "rose",
    "3%",
    "40 tonnes",
    "wheat",
    "a",
    "12%",
    "stake",
    "stood at",
    "$5m",
    "($4.2 million)",
    "(44 short tons)",
    "and",
    "in 2024",
    ",",
    ".",
    "\n\n",
]


@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join))
def test_it_agrees_with_what_is_extracted(text: str) -> None:
    claimed = {claim.span for claim in extract_claims(text)}
    for mention in find_quantities(text):
        assert (len(why_not(text, mention.span)) == 0) == (mention.span in claimed)


@given(st.text(max_size=40), st.integers(0, 39))
def test_any_place_of_any_text_has_an_answer(text: str, place: int) -> None:
    if place < len(text):
        told = why_not(text, place)
        assert len(told) == 0 or told[0].rule


@pytest.mark.parametrize("place", [-1, 9, Span(0, 10), Span(4, 4), Span(5, 3)])
def test_places_outside_the_text_are_refused(place: Any) -> None:
    with pytest.raises(MineralClaimsError, match="no place in a text of 9 characters"):
        why_not("It is 5%.", place)


@pytest.mark.parametrize(("text", "place"), [(b"5%", 0), ("5%", "0"), ("5%", True), ("5%", None)])
def test_wrong_types_are_refused(text: Any, place: Any) -> None:
    with pytest.raises(TypeError, match=r"not (bytes|str|bool|NoneType)"):
        why_not(text, place)
