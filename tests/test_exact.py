"""Quantities in other units, at a grade, and counted as another substance: exact, and nothing guessed."""

from __future__ import annotations

import contextlib
import decimal
import tomllib
from decimal import Decimal
from fractions import Fraction
from typing import Any, get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import (
    BasisError,
    Extractor,
    MineralClaimsError,
    OreGrade,
    Quantity,
    ReserveEstimate,
    SettingError,
    UnitError,
    extract_claims,
    find_quantities,
)
from mineralclaims.lexicons.loader import load
from mineralclaims.quantities.model import TonReading
from mineralclaims.units import compound, convert_basis, parse_unit
from rows import HERE

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value=0, max_value="1e15", places=6)
FORMULAS = sorted({entry["formula"] for entry in load("stoichiometry")["compound"]})
SIX = decimal.Context(prec=6, rounding=decimal.ROUND_HALF_EVEN)


def rows(name: str) -> list[Any]:
    """Return the rows of a file of ``exact/`` as test parameters."""
    listed = tomllib.loads((HERE / "exact" / f"{name}.toml").read_text(encoding="utf-8"))["row"]
    return [pytest.param(row, id=row.get("text") or f"{row['source']} as {row['target']}") for row in listed]


def one(low: str | None, high: str | None, unit: str, **more: Any) -> Quantity:
    """Return a quantity with bounds written as strings."""
    bounds = [None if bound is None else Decimal(bound) for bound in (low, high)]
    return Quantity(bounds[0], bounds[1], unit, **more)


@pytest.mark.parametrize("row", rows("contained"))
def test_contained(row: dict[str, str]) -> None:
    ore, grade = (mention.quantity for mention in find_quantities(row["text"]))
    ton: Any = row.get("ton")
    if "error" in row:
        with pytest.raises(MineralClaimsError) as refused:
            ore.contained(grade, ton=ton)
        assert row["error"] in str(refused.value)
    else:
        ends, unit = row["gives"].rsplit(" ", 1)
        low, high = (None if end == "…" else end for end in ends.split())
        assert ore.contained(grade, ton=ton) == one(low, high, unit)


@pytest.mark.parametrize("row", rows("basis"))
def test_basis(row: dict[str, str]) -> None:
    if "error" in row:
        with pytest.raises(BasisError) as refused:
            convert_basis(1, row["source"], row["target"])
        assert row["error"] in str(refused.value)
    else:
        assert SIX.plus(convert_basis(1, row["source"], row["target"])) == Decimal(row["factor"])


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["formula"]) for entry in load("stoichiometry")["compound"]])
def test_compound(entry: dict[str, Any]) -> None:
    for name in entry["names"]:
        known = compound(name)
        assert (known.formula, known.content) == (entry["formula"], Decimal(entry.get("content", 1)))
        assert known.atoms == compound(entry["formula"]).atoms
    assert any(said.lower() in entry["example"].lower() for said in (entry["formula"], *entry["names"]))


def test_every_mixture_says_what_is_missing() -> None:
    for entry in load("stoichiometry")["mixture"]:
        assert any(name in entry["example"] for name in entry["names"])
        for name in entry["names"]:
            with pytest.raises(BasisError, match="no composition of its own"):
                compound(name)


def test_commodities_of_compounds_are_those_of_claims() -> None:
    names = {entry["name"] for entry in load("commodities")["commodity"]}
    pairs = [(entry["commodity"], entry["basis"]) for entry in load("stoichiometry")["compound"] if "basis" in entry]
    assert {name for name, _ in pairs} <= names
    assert len(pairs) == len(set(pairs))


@given(AMOUNTS, st.sampled_from(FORMULAS))
def test_counted_as_elements_and_back(value: Decimal, formula: str) -> None:
    for symbol in compound(formula).atoms:
        if symbol not in {"O", "H"}:
            assert convert_basis(convert_basis(value, formula, symbol), symbol, formula) == value


@given(AMOUNTS, AMOUNTS, st.sampled_from(FORMULAS))
def test_counting_keeps_order_and_makes_no_metal(less: Decimal, more: Decimal, formula: str) -> None:
    symbol = max(compound(formula).atoms, key=lambda name: (name not in {"O", "H"}, name))
    there = [convert_basis(value, formula, symbol) for value in (less, more)]
    assert (there[0] < there[1], there[0] == there[1]) == (less < more, less == more)
    assert there[0] <= less


@given(st.text(max_size=30))
def test_any_string_is_a_substance_or_an_error(text: str) -> None:
    with contextlib.suppress(BasisError):
        assert compound(text).weight > 0


def test_a_claim_counted_as_metal() -> None:
    (claim,) = extract_claims("The deposit holds resources of 4.1 Mt LCE.")
    assert isinstance(claim, ReserveEstimate)
    assert claim.basis == "carbonate_equivalent"
    assert claim.to_basis("Li") == Quantity(
        convert_basis(Decimal("4.1e6"), "Li2CO3", "Li"), convert_basis(4100000, "LCE", "Li"), "t"
    )


def test_a_claim_that_does_not_say_what_it_counts_is_refused() -> None:
    (grade,) = extract_claims("Drilling returned 12 metres grading 1.1% nickel.")
    assert isinstance(grade, OreGrade)
    with pytest.raises(BasisError, match="missing is what the number counts: the claim has commodity 'nickel', basis None"):
        grade.to_basis("Ni")
    assert SIX.plus(grade.to_basis("NiSO4·6H2O", source="Ni").low or 0) == Decimal("4.92599")
    (ore,) = extract_claims("The company mined 3 million tonnes of copper ore in 2024.")
    with pytest.raises(BasisError, match="missing is the grade"):
        ore.to_basis("Cu")  # type: ignore[attr-defined]


def test_only_masses_and_grades_count_substances() -> None:
    with pytest.raises(BasisError, match="'bbl' measures volume"):
        one("5", "5", "bbl").to_basis("Li", "Li2O")
    with pytest.raises(UnitError, match="USD is a currency"):
        one("5", "5", "USD").to_basis("Li", "Li2O")


UNSTATED = find_quantities("The pit holds 5 million tons of ore.")[0].quantity


@pytest.mark.parametrize(
    ("ton", "low", "high"),
    [
        (None, "5000000000", "5000000000"),
        ("metric", "5000000000", "5000000000"),
        ("short", "4535923700", "4535923700"),
        ("long", "5080234544", "5080234544"),
        ("interval", "4535923700", "5080234544"),
    ],
)
def test_unstated_ton(ton: TonReading | None, low: str, high: str) -> None:
    assert (UNSTATED.unit, UNSTATED.ton_kind) == ("t", "unstated")
    there = UNSTATED.to("kg", ton=ton)
    assert there == one(low, high, "kg")
    assert there.to("kg", ton="long") == there


def test_a_stated_ton_is_never_another() -> None:
    stated = find_quantities("It holds 5 tonnes, 3 short tons and 2 long tons.")
    for ton in get_args(TonReading):
        assert [mention.quantity.to("kg", ton=ton).low for mention in stated] == [
            Decimal(5000),
            Decimal("2721.55422"),
            Decimal("2032.0938176"),
        ]
    assert one("5", "5", "t").to("kg", ton="short") == one("5000", "5000", "kg")


def test_open_bounds_and_negative_ones() -> None:
    assert one(None, "-2", "t", ton_kind="unstated").to("kg", ton="interval") == one(None, "-1814.36948", "kg")
    assert one("-2", None, "t", ton_kind="unstated").to("kg", ton="interval") == one("-2032.0938176", None, "kg")
    grade = one("7", "7", "g/t", ton_kind="unstated").to("ppm", ton="interval")
    assert (SIX.plus(grade.low or 0), SIX.plus(grade.high or 0)) == (Decimal("6.88945"), Decimal("7.71618"))


def test_rates_convert_into_rates() -> None:
    flow = one("40000", "40000", "bbl", per="day")
    assert flow.to("kb/d") == one("40", "40", "kb/d")
    assert flow.to("gal") == one("1680000", "1680000", "gal", per="day")
    assert one("12", "12", "t", per="month", ton_kind="unstated").to("tpa", ton="short").low == Decimal("130.63460256")
    with pytest.raises(UnitError, match="measures volume per day, 'bbl/year' measures volume per year"):
        flow.to("bbl/year")


PRICES = [
    ("Lead cost $2,204.6226218487757 per tonne.", "lb", None, "1", None),
    ("Scrap cost $50 a ton.", "kg", None, "0.05", "unstated"),
    ("Scrap cost $907.18474 a ton.", "kg", "short", "1", "unstated"),
    ("Coal cost $40 per short ton.", "short_ton", None, "40", "short"),
    ("It dug 5 million short tons of coal, sold at $40 a ton.", "lb", None, "0.02", "short"),
    ("Gas cost $3 per MMBtu.", "therm", None, "0.3", None),
    ("Gas cost $200 per 1,000 cubic metres.", "m3", None, "0.2", None),
    ("Ore cost A$42.5 per kilogram.", "t", None, "42500", None),
]


@pytest.mark.parametrize(("text", "unit", "ton", "price", "kind"), PRICES)
def test_price_by_another_unit(text: str, unit: str, ton: TonReading | None, price: str, kind: str | None) -> None:
    said = find_quantities(text)[-1].quantity
    found = said.per_unit(unit, ton=ton)
    assert abs((found.low or 0) - Decimal(price)) < Decimal("1e-15")
    assert said.per_ton_kind == kind or (kind is None and said.per_ton_kind == "metric")
    assert found.per_unit(said.per or "", ton=ton) == said or ton is not None


def test_price_by_a_ton_of_open_kind() -> None:
    price = find_quantities("Scrap cost $50 a ton.")[0].quantity
    open_price = price.per_unit("t", ton="interval")
    assert open_price.low is not None
    assert open_price.high is not None
    assert (SIX.plus(open_price.low), SIX.plus(open_price.high)) == (Decimal("49.2103"), Decimal("55.1156"))
    assert Extractor(ton="long").extract("The company sold the scrap at $50 a ton.")[0].quantity.ton == "long"


@pytest.mark.parametrize(
    ("text", "unit", "words"),
    [
        ("Lead cost $2,838.", "t", "no denominator to convert"),
        ("Lead cost $2,838 a tonne.", "bbl", "measures volume"),
        ("The company made $5 million per year.", "t", "measures mass, 'year' measures time"),
    ],
)
def test_no_price_by_that(text: str, unit: str, words: str) -> None:
    with pytest.raises(UnitError, match=words):
        find_quantities(text)[0].quantity.per_unit(unit)


def test_the_setting_of_an_extractor() -> None:
    text = "The mine produced 200 tons of tin and 10 tonnes of tungsten in 2023."
    unset, short = extract_claims(text), Extractor(ton="short").extract(text)
    assert list(unset) == list(short)
    assert unset.to_dicts() == short.to_dicts()
    assert [claim.quantity.to("kg").low for claim in unset] == [Decimal(200000), Decimal(10000)]
    assert [claim.quantity.to("kg").low for claim in short] == [Decimal("181436.948"), Decimal(10000)]
    assert short[0].quantity.to("kg", ton="metric").low == Decimal(200000)
    assert "unstated ton, converts as short" in str(short[0].explain())
    assert "metric ton" in str(short[1].explain())


@pytest.mark.parametrize("ton", ["", "tonne", "unstated", None, 2])
def test_other_tons_are_refused(ton: Any) -> None:
    with pytest.raises(SettingError, match="accepted are metric, short, long, interval"):
        Extractor(ton=ton)
    if ton:
        with pytest.raises(SettingError, match="accepted are metric, short, long, interval"):
            UNSTATED.to("kg", ton=ton)


@given(AMOUNTS, st.sampled_from(["%", "g/t", "oz/short_ton", "kg/t", "ct/t", "ppm"]), st.sampled_from(["t", "short_ton"]))
def test_contained_metal_is_the_product(grade: Decimal, unit: str, ton: str) -> None:
    kind = parse_unit(unit).ton_kind
    if kind is not None and kind != parse_unit(ton).ton_kind:
        return
    metal = one("875000", "875000", ton).contained(Quantity(grade, grade, unit))
    size, part, whole = (parse_unit(name) for name in (metal.unit, unit, ton))
    assert size.factor is not None
    assert part.factor is not None
    assert whole.factor is not None
    exact = Fraction(grade) * 875000 * Fraction(part.factor) / Fraction(part.over) * Fraction(whole.factor) / Fraction(size.factor)
    assert Fraction(metal.low or 0) == exact


def test_an_application_context_changes_nothing() -> None:
    with decimal.localcontext(decimal.Context(prec=3, traps=[decimal.Inexact])):
        assert UNSTATED.to("kg", ton="short").low == Decimal(4535923700)
        assert UNSTATED.contained(one("2.345", "2.345", "g/t", ton_kind="unstated")).low == Decimal(11725000)
        assert convert_basis(Decimal(73888), "LCE", "Li") == Decimal(13880)


def test_floats_are_refused() -> None:
    wrong: Any = 1.5
    for call in (
        lambda: Quantity(wrong, None, "t"),
        lambda: Quantity(None, wrong, "t"),
        lambda: convert_basis(wrong, "Li2O", "Li"),
    ):
        with pytest.raises(TypeError, match="not float"):
            call()
