"""Our units against Pint, UCUM and QUDT: every difference is known, and has its reason."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from fractions import Fraction
from importlib.metadata import version
from typing import Any

import pytest

from mineralclaims.normalize.unit_table import Unit, units
from mineralclaims.units import parse_unit, unit
from rows import HERE

PINT_BASES = {
    "mass": "kilogram",
    "volume": "meter**3",
    "energy": "joule",
    "length": "meter",
    "area": "meter**2",
    "ratio": "dimensionless",
    "density": "kilogram/meter**3",
    "grade thickness": "meter",
}
# What Pint calls a unit, where that is not its name with underscores.
PINT_NAMES = {
    "t": "metric_ton",
    "bbl": "oil_barrel",
    "Btu": "Btu_it",
    "cal": "international_calorie",
    "ppm": "ppm",
    "permil": "permille",
    "L": "liter",
    "m3": "meter**3",
    "m2": "meter**2",
    "km2": "kilometer**2",
    "Wh": "watt_hour",
    "g/t": "gram/metric_ton",
    "kg/t": "kilogram/metric_ton",
    "oz/t": "troy_ounce/metric_ton",
    "oz/short_ton": "troy_ounce/short_ton",
    "lb/short_ton": "pound/short_ton",
    "ct/t": "carat/metric_ton",
    "kg/m3": "kilogram/meter**3",
    "g/m3": "gram/meter**3",
    "mg/L": "milligram/liter",
    "g/L": "gram/liter",
    "t/m3": "metric_ton/meter**3",
    "%·m": "percent*meter",
    "g/t·m": "gram/metric_ton*meter",
}
NOT_IN_PINT = {"tola", "q", "flask", "mtu", "stu", "ltu", "tce", "boe", "ppb"}
# Points and multiples are no units there; its bag is one of coffee or cement, ours has no size.
NO_UNITS_THERE = {"pp", "bp", "x", "bag"}
# Before 0.26 Pint had the acre in U.S. survey feet; NIST has abandoned these (Federal Register 85 FR 62698, 2020), and so has Pint since.
SURVEY_FOOT = Fraction(1000000, 999998)
PINT_DIFFERS = {"acre": SURVEY_FOOT**2, "acre-foot": SURVEY_FOOT**3}
# What QUDT rounds, and our value as it rounds it.
QUDT_ROUNDS = {"BBL": "0.1589873", "CWT_LONG": "50.80235"}


def in_survey_feet() -> bool:
    """Return whether the Pint that is installed still has acres in survey feet."""
    return tuple(map(int, version("pint").split(".")[:2])) < (0, 26)


def size(known: Unit) -> Fraction:
    """Return how many base units one is."""
    assert known.factor is not None
    return Fraction(known.factor) / Fraction(known.over)


def table(name: str) -> dict[str, Any]:
    """Return a table of ``exact/``."""
    return tomllib.loads((HERE / "exact" / f"{name}.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def registry() -> Any:
    return pytest.importorskip("pint").UnitRegistry(non_int_type=Decimal)


def test_pint_knows_nothing_of_a_few(registry: Any) -> None:
    names = {unit(symbol).name.replace(" ", "_") for symbol in NOT_IN_PINT}
    assert [name for name in sorted(names) if name in registry] == []


@pytest.mark.parametrize("symbol", sorted(units().keys() - NOT_IN_PINT - NO_UNITS_THERE))
def test_as_pint_has_it(registry: Any, symbol: str) -> None:
    ours = unit(symbol)
    name = PINT_NAMES.get(symbol, ours.name.replace(" ", "_").replace("-", "_"))
    theirs = registry.Quantity(Decimal(1), registry.parse_expression(name).units).to(PINT_BASES[ours.dimension]).magnitude
    expected = size(ours) * (PINT_DIFFERS.get(symbol, 1) if in_survey_feet() else 1)
    assert abs(Fraction(theirs) / expected - 1) < Fraction(1, 10**25)  # Pint reckons to 28 digits


@pytest.mark.parametrize(
    ("ours", "theirs", "base"),
    [
        ("bpd", "oil_barrel/day", "meter**3/day"),
        ("MMcfd", "1e6*foot**3/day", "meter**3/day"),
        ("ktpa", "kilometric_ton/year", "kilogram/year"),
        ("GJ/t", "gigajoule/metric_ton", "joule/kilogram"),
        ("Btu/lb", "Btu_it/pound", "joule/kilogram"),
        ("lb/yd3", "pound/yard**3", "kilogram/meter**3"),
        ("kg/ha", "kilogram/hectare", "kilogram/meter**2"),
        ("million tonnes per annum", "megametric_ton/year", "kilogram/year"),
    ],
)
def test_put_together_as_pint_does(registry: Any, ours: str, theirs: str, base: str) -> None:
    assert abs(Fraction(registry.parse_expression(theirs).to(base).magnitude) / size(parse_unit(ours)) - 1) < Fraction(1, 10**25)


UCUM = table("ucum")
PREFIXES = {"k": 3, "h": 2, "d": -1, "c": -2, "m": -3, "u": -6}


def ucum(code: str) -> Fraction:
    """Return what a UCUM code says in kilograms, metres, seconds."""
    total, over = Fraction(1), False
    for piece in re.findall(r"[./]|(?:\[[^\]]*\]|[^./\[\]])+", code.replace("(", "").replace(")", "")):
        if piece in "./":
            over = piece == "/"
        else:
            total = total / atom(piece) if over else total * atom(piece)
    return total


def atom(piece: str) -> Fraction:
    """Return what one factor of a UCUM code says."""
    if piece.isdecimal():
        return Fraction(piece)
    if power_of_ten := re.fullmatch(r"10[*^](-?\d+)", piece):
        return Fraction(10) ** int(power_of_ten[1])
    if piece in UCUM:
        number, rest = UCUM[piece]
        return Fraction(number) * ucum(rest)
    if piece in {"m", "s", "1"}:
        return Fraction(1)
    if piece == "g":
        return Fraction(1, 1000)
    if powered := re.fullmatch(r"(.*[^\d+-])(-?\d)", piece):
        return atom(powered[1]) ** int(powered[2])
    assert piece[0] in PREFIXES, piece
    return Fraction(10) ** PREFIXES[piece[0]] * atom(piece[1:])


@pytest.mark.parametrize("symbol", sorted(symbol for symbol, known in units().items() if known.ucum))
def test_code_of_ucum_says_the_same(symbol: str) -> None:
    assert ucum(unit(symbol).ucum) == size(unit(symbol))


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("kt", "10*3.t"),
        ("MMBtu", "10*6.[Btu_IT]"),
        ("cpht", "10*-2.[car_m]/t"),
        ("10 kg", "10*1.kg"),
        ("lb/yd3", "[lb_av]/[cyd_i]"),
        ("flasks per acre", "76.[lb_av]/(43560.[sft_i])"),
    ],
)
def test_code_of_what_is_put_together(written: str, code: str) -> None:
    found = parse_unit(written)
    assert found.ucum == code
    if "(" not in code:
        assert ucum(code) == size(found)


def test_codes_of_rates() -> None:
    assert [parse_unit(written).ucum for written in ("bpd", "Mtpa", "tph", "tpm")] == ["[bbl_us]/d", "10*6.t/a", "t/h", "t/mo"]
    assert ucum("[bbl_us]/d") * 86400 == size(parse_unit("bpd"))


def test_what_has_no_code() -> None:
    without = {symbol for symbol, known in units().items() if not known.ucum}
    assert without == {"bag", "toe", "tce", "pp", "bp"}


def test_codes_of_qudt_say_the_same() -> None:
    theirs = table("qudt")
    ours = {known.qudt: known for known in units().values() if known.qudt}
    assert ours.keys() == theirs.keys()
    for code, multiplier in theirs.items():
        assert multiplier == QUDT_ROUNDS[code] if code in QUDT_ROUNDS else Fraction(multiplier) == size(ours[code]), code
        assert abs(Fraction(multiplier) / size(ours[code]) - 1) < Fraction(1, 10**6), code
