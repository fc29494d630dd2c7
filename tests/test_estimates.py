"""Several estimates of one thing: which claims go together, and how they are drawn."""

from __future__ import annotations

import re
from decimal import Decimal
from xml.etree import ElementTree as ET

import attrs
import pytest

from building import PRODUCTION, RESERVE, TEXT, at
from mineralclaims import Claims, PartialDate, Quantity, report
from mineralclaims.claims.base import Claim


def amount(low: str | None, high: str | None, unit: str = "t", *, approximate: bool = False) -> Quantity:
    return Quantity(None if low is None else Decimal(low), None if high is None else Decimal(high), unit, approximate=approximate)


MINISTRY = attrs.evolve(RESERVE, quantity=amount("100", "120"))
SURVEY = attrs.evolve(RESERVE, quantity=amount("80000", "80000", "kg"), attribution=at("Acme <Corp> & Sons"))


def of(*claims: Claim) -> list[report.Estimates]:
    return report.estimates(Claims(claims, TEXT))


def test_two_sources_disagree() -> None:
    (group,) = of(MINISTRY, SURVEY)
    assert (group.type, group.unit, group.per, len(group)) == ("reserve", "t", None, 2)
    assert [(each.source, each.low, each.high) for each in group] == [
        ("Acme <Corp> & Sons", Decimal(80), Decimal(80)),
        ("the ministry", Decimal(100), Decimal(120)),
    ]
    assert group.thing == "Kola Ridge: reserves, measured+indicated, ore"
    assert group[0] is group.estimates[0]


@pytest.mark.parametrize(
    "other",
    [
        MINISTRY,
        attrs.evolve(SURVEY, subject=at("it")),
        attrs.evolve(SURVEY, subject=None),
        attrs.evolve(SURVEY, commodity="gold"),
        attrs.evolve(SURVEY, aspect="resources"),
        attrs.evolve(SURVEY, category="inferred"),
        attrs.evolve(SURVEY, basis="contained"),
        attrs.evolve(SURVEY, quantity=amount("80", "80", "bbl")),
        attrs.evolve(SURVEY, quantity=amount("80", "80", "never heard of")),
        attrs.evolve(PRODUCTION, subject=at("Kola Ridge")),
    ],
)
def test_other_things_and_the_same_said_twice_are_no_disagreement(other: Claim) -> None:
    assert of(MINISTRY, other) == []


def test_sources_that_agree_are_no_disagreement_but_shown_in_one() -> None:
    agreeing = attrs.evolve(MINISTRY, attribution=at("Acme <Corp> & Sons"))
    assert of(MINISTRY, agreeing) == []
    assert len(of(MINISTRY, agreeing, SURVEY)[0]) == 3


def test_names_are_compared_without_article_and_case() -> None:
    ridge = attrs.evolve(MINISTRY, subject=attrs.evolve(at("Kola Ridge"), text="the kola  Ridge"))
    assert len(of(ridge, SURVEY)[0]) == 2


def test_names_with_the_same_own_id_are_the_same() -> None:
    renamed = attrs.evolve(SURVEY, subject=at("it"), entry_ids=(("subject", "mine:1"),))
    assert len(of(attrs.evolve(MINISTRY, entry_ids=(("subject", "mine:1"),)), renamed)[0]) == 2
    assert of(MINISTRY, renamed) == []


def test_estimates_are_ordered_by_date_then_source() -> None:
    later, earlier = (attrs.evolve(MINISTRY, date=PartialDate(year), quantity=amount("1", "1")) for year in (2024, 2019))
    assert [each.date for each in of(later, earlier, MINISTRY)[0]] == ["", "2019", "2024"]


def test_a_document_stands_for_a_source_that_the_text_does_not_name() -> None:
    silent = attrs.evolve(MINISTRY, attribution=None)
    (group,) = report.estimates({"a.txt": Claims((silent,), TEXT), "b.txt": Claims((SURVEY,), TEXT)})
    assert [each.source for each in group] == ["a.txt", "Acme <Corp> & Sons"]
    assert [each.document for each in group] == ["a.txt", "b.txt"]


def bars(svg: str) -> list[tuple[float, float]]:
    root = ET.fromstring(svg)  # noqa: S314 - just drawn
    found = [element for element in root.iter() if element.get("stroke-width") == "5"]
    return [(float(element.get("x1", "")), float(element.get("x2", ""))) for element in found]


def test_bars_stand_at_their_bounds() -> None:
    (group,) = of(MINISTRY, SURVEY)
    (survey, survey_end), (ministry, ministry_end) = bars(group.to_svg())
    assert survey == survey_end < ministry < ministry_end
    # 80 is where the axis begins, 120 where it ends: 100 stands half-way
    assert ministry == pytest.approx((survey + ministry_end) / 2, abs=0.1)


def test_open_bounds_end_in_an_arrow_and_approximate_ones_are_dashed() -> None:
    (group,) = of(
        attrs.evolve(MINISTRY, quantity=amount("100", None)), attrs.evolve(SURVEY, quantity=amount("80", "90", approximate=True))
    )
    svg = group.to_svg()
    assert svg.count("<path") == 1
    assert svg.count("stroke-dasharray") == 1
    assert bars(svg)[1][1] == max(end for _, end in bars(svg))


@pytest.mark.parametrize(("low", "high"), [("0", "9"), ("-5", "5"), ("1e30", "3e30"), ("0.000001", "0.000002"), ("7", "7.0000001")])
def test_any_numbers_make_an_axis(low: str, high: str) -> None:
    (group,) = of(attrs.evolve(MINISTRY, quantity=amount(low, low)), attrs.evolve(SURVEY, quantity=amount(high, high)))
    svg = group.to_svg()
    places = [place for bar in bars(svg) for place in bar]
    assert 0 <= min(places) <= max(places) <= 560
    assert 2 <= len(re.findall(r'font-size="12"', svg)) <= 12


def test_two_open_ends_at_nought_make_an_axis() -> None:
    (group,) = of(attrs.evolve(MINISTRY, quantity=amount("0", None)), attrs.evolve(SURVEY, quantity=amount(None, "0")))
    assert group.to_svg().count("<path") == 2


def test_names_in_a_drawing_are_escaped() -> None:
    svg = of(MINISTRY, SURVEY)[0].to_svg()
    assert "Acme &lt;Corp&gt; &amp; Sons" in svg
    assert "Acme &lt;Corp&gt; &amp; Sons" in of(MINISTRY, SURVEY)[0]._repr_html_()
