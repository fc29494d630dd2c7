"""Units: what a spelling means, exact conversion, and what is refused."""

from __future__ import annotations

import contextlib
import decimal
import subprocess
import sys
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import find_quantities
from mineralclaims.errors import SettingError, UnitError, UnknownUnitError
from mineralclaims.lexicons.loader import load
from mineralclaims.normalize.unit_table import units
from mineralclaims.normalize.units import Ton, convert, letter_forms, parse_unit, unit, word_forms

UNITS = sorted(symbol for symbol, known in units().items() if known.factor is not None)
PAIRS = [(one, other) for one in UNITS for other in UNITS if unit(one).dimension == unit(other).dimension]
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e15", max_value="1e15", places=6)

SPELLINGS = [
    ("tonnes", "t", 1, None, "metric"),
    ("MT", "t", 1, None, "metric"),
    ("tons", "t", 1, None, "unstated"),
    ("short tons", "short_ton", 1, None, "short"),
    ("long tons", "long_ton", 1, None, "long"),
    ("dmt", "t", 1, None, "metric"),
    ("Mt", "t", 10**6, None, "metric"),
    ("ktpa", "t", 1000, "year", "metric"),
    ("Mtpa", "t", 10**6, "year", "metric"),
    ("tpd", "t", 1, "day", "metric"),
    ("Moz", "oz_t", 10**6, None, None),
    ("kozs", "oz_t", 1000, None, None),
    ("Mct", "ct", 10**6, None, None),
    ("mlbs", "lb", 10**6, None, None),
    ("dmtu", "mtu", 1, None, "metric"),
    ("flasks", "flask", 1, None, None),
    ("bpd", "bbl", 1, "day", None),
    ("kb/d", "bbl", 1000, "day", None),
    ("mb/d", "bbl", 10**6, "day", None),
    ("MBbl", "bbl", 1000, None, None),
    ("MMbbl", "bbl", 10**6, None, None),
    ("mbpd", "bbl", 10**6, "day", None),
    ("Mbpd", "bbl", 1000, "day", None),
    ("barrels of oil equivalents", "boe", 1, None, None),
    ("MMboe", "boe", 10**6, None, None),
    ("Mtoe", "toe", 10**6, None, "metric"),
    ("tce", "tce", 1, None, "metric"),
    ("Mcf", "ft3", 1000, None, None),
    ("MMcf", "ft3", 10**6, None, None),
    ("Tcf", "ft3", 10**12, None, None),
    ("mmscfd", "ft3", 10**6, "day", None),
    ("bcm", "m3", 10**9, None, None),
    ("mcm/d", "m3", 10**6, "day", None),
    ("MMBtu", "Btu", 10**6, None, None),
    ("therm", "Btu", 10**5, None, None),
    ("GWh", "Wh", 10**9, None, None),
    ("megawatt-hours", "Wh", 10**6, None, None),
    ("PJ", "J", 10**15, None, None),
    ("gpt", "g/t", 1, None, "metric"),
    ("grams per ton", "g/t", 1, None, "unstated"),
    ("opt", "oz/short_ton", 1, None, "short"),
    ("ounces per tonne", "oz/t", 1, None, "metric"),
    ("cpht", "ct/t", Decimal("0.01"), None, "metric"),
    ("parts-per-million", "ppm", 1, None, None),
    ("per cent", "%", 1, None, None),
    ("percentage points", "pp", 1, None, None),
    ("bps", "bp", 1, None, None),
    ("lakh tonnes", "t", 10**5, None, "metric"),
    ("crore tons", "t", 10**7, None, "unstated"),
    ("kb", "bbl", 1000, None, None),
    ("mb", "bbl", 10**6, None, None),
    ("Gtce", "tce", 10**9, None, "metric"),
    ("quads", "Btu", 10**15, None, None),
    ("cwt", "cwt", 1, None, None),
    ("bags", "bag", 1, None, None),
    ("Mbcm", "m3", 10**6, None, None),
    ("‰", "permil", 1, None, None),
]


@pytest.mark.parametrize(("text", "symbol", "times", "per", "ton_kind"), SPELLINGS)
def test_spelling(text: str, symbol: str, times: int | Decimal, per: str | None, ton_kind: str | None) -> None:
    form = letter_forms().get(text) or word_forms()[text.lower()]
    assert (form.unit, form.times, form.per, form.ton_kind) == (symbol, times, per, ton_kind)


CONVERSIONS = [
    ("1", "lb", "kg", "0.45359237"),
    ("1", "oz_t", "g", "31.1034768"),
    ("1", "short_ton", "lb", "2000"),
    ("1", "long_ton", "lb", "2240"),
    ("1", "bbl", "gal", "42"),
    ("1", "flask", "lb", "76"),
    ("1", "mtu", "kg", "10"),
    ("1", "q", "kg", "100"),
    ("1", "oz_t", "dwt", "20"),
    ("1", "dwt", "gr", "24"),
    ("1", "acre-foot", "ft3", "43560"),
    ("1", "boe", "Btu", "5800000"),
    ("1", "toe", "J", "41868000000"),
    ("7", "tce", "toe", "4.9"),
    ("1.2", "%", "kg/t", "12"),
    ("3.5", "oz/short_ton", "g/t", "120"),
    ("1", "oz/t", "g/t", "31.1034768"),
    ("2", "lb/short_ton", "kg/t", "1"),
    ("5", "ct/t", "ppm", "1"),
    ("40", "bp", "pp", "0.4"),
    ("11.2", "Moz", "t", "348.35894016"),
    ("2", "Tcf", "bcm", "56.633693184"),
    ("24", "tpd", "tph", "1"),
    ("1.2", "ktpa", "tpm", "100"),
    ("600", "mg/L", "g/m3", "600"),
]


@pytest.mark.parametrize(("value", "source", "target", "expected"), CONVERSIONS)
def test_conversion_is_exact(value: str, source: str, target: str, expected: str) -> None:
    assert convert(Decimal(value), source, target) == Decimal(expected)


@pytest.mark.parametrize(
    ("source", "target"),
    [("t", "bbl"), ("%", "pp"), ("%", "x"), ("bpd", "bbl"), ("tpa", "tpd"), ("kg/m3", "g/t"), ("megawatts", "watts")],
)
def test_what_measures_something_else_is_refused(source: str, target: str) -> None:
    with pytest.raises(UnitError):
        convert(Decimal(1), source, target)


@pytest.mark.parametrize("wrong", [5, None, b"t"])
def test_a_unit_is_a_string(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a unit is a str"):
        parse_unit(wrong)


@pytest.mark.parametrize("text", ["", "   ", "frobs", "dlrs", "stone", "per ton of", "US$1.2bn", "t" * 5000])
def test_what_nobody_knows_is_refused(text: str) -> None:
    with pytest.raises(UnknownUnitError):
        parse_unit(text)


PUT_TOGETHER = [
    ("million tonnes per annum", "mass per year", "1000000000", "metric", 1),
    ("thousand barrels a day", "volume per day", "158.987294928", None, 0),
    ("tons per day", "mass per day", "1000", "unstated", 1),
    ("litres per second", "volume per day", "86.4", None, 0),
    ("gallons a minute", "volume per day", "5.45099296896", None, 0),
    ("GJ/t", "energy per mass", "1000000", "metric", -1),
    ("Btu per short ton", "energy per mass", None, "short", -1),
    ("1,000 cubic metres", "volume", "1000", None, 0),
    ("10 kg", "mass", "10", None, 0),
    ("lakh tons", "mass", "100000000", "unstated", 1),
    ("g/kg", "ratio", "0.001", None, 0),
    ("litres per cubic metre", "ratio", "0.001", None, 0),
    ("µg/L", "density", "0.000001", None, 0),
    ("pounds per dry ton", "ratio", "0.00045359237", "unstated", -1),
    ("tonnes per tonne", "ratio", "1", None, 0),
    ("tons per ton", "ratio", "1", None, 0),
    ("short tons per ton", "ratio", "0.90718474", "unstated", -1),
    ("short tons per tonne", "ratio", "0.90718474", None, 0),
    ("bags per day", "mass per day", None, None, 0),
]


@pytest.mark.parametrize(("text", "dimension", "factor", "ton_kind", "ton_power"), PUT_TOGETHER)
def test_put_together(text: str, dimension: str, factor: str | None, ton_kind: str | None, ton_power: int) -> None:
    found = parse_unit(text)
    assert (found.dimension, found.ton_kind, found.ton_power) == (dimension, ton_kind, ton_power)
    if factor is not None:
        assert found.factor is not None
        assert found.factor / found.over == Decimal(factor)


@pytest.mark.parametrize(
    "text",
    [
        "3 5 tonnes",
        "bpd per day",
        "kg per bpd",
        "GJ/t per day",
        "tonnes per frob",
        "frobs per tonne",
        "000 tonnes",
        "per tonne",
        "t/",
    ],
)
def test_what_does_not_go_together(text: str) -> None:
    with pytest.raises(UnknownUnitError):
        parse_unit(text)


TONS = [
    ("tons", "kg", "short", "907.18474"),
    ("tons", "kg", "long", "1016.0469088"),
    ("tons", "kg", "metric", "1000"),
    ("tonnes", "kg", "short", "1000"),
    ("t", "kg", "long", "1000"),
    ("short tons", "kg", "long", "907.18474"),
    ("lakh tons per year", "tpa", "short", "90718.474"),
    ("pounds per dry ton", "kg/t", "short", "0.5"),
    ("tons", "tons", "short", "1"),
    ("short tons", "tons", "short", "1"),
]


@pytest.mark.parametrize(("source", "target", "ton", "expected"), TONS)
def test_kinds_of_ton(source: str, target: str, ton: Ton, expected: str) -> None:
    assert convert(1, source, target, ton=ton) == Decimal(expected)


@pytest.mark.parametrize("ton", ["interval", "", None, "unstated"])
def test_other_kinds_of_ton_are_refused(ton: Any) -> None:
    with pytest.raises(SettingError, match="accepted are metric, short, long"):
        convert(1, "tons", "kg", ton=ton)


OUNCES = [
    ("oz", "gold", "oz_t", "0.0311034768"),
    ("ounces", "silver", "oz_t", "0.0311034768"),
    ("million ounces", "platinum", "million ounces", "31103.4768"),
    ("ounces per year", "palladium", "ounces per year", "0.0311034768"),
    ("ounces", "copper", "oz", "0.028349523125"),
    ("koz", "gold", "koz", "31.1034768"),
    ("tonnes", "gold", "t", "1000"),
]


@pytest.mark.parametrize(("text", "commodity", "symbol", "factor"), OUNCES)
def test_ounces_by_commodity(text: str, commodity: str, symbol: str, factor: str) -> None:
    found = parse_unit(text, commodity)
    assert (found.symbol, found.factor) == (symbol, Decimal(factor))


def test_unknown_commodity() -> None:
    with pytest.raises(SettingError, match="commodity is 'Gold', which none is called; near: gold"):
        parse_unit("oz", "Gold")


def test_what_has_no_size_converts_into_nothing() -> None:
    with pytest.raises(UnitError, match="no exact factor is known between 'bags' and 'kg'"):
        convert(5, "bags", "kg")
    assert convert(5, "bag", "bag") == Decimal(5)


@pytest.mark.parametrize("value", [Decimal("NaN"), Decimal("Infinity"), Decimal("-Infinity")])
def test_what_is_no_amount_is_refused(value: Decimal) -> None:
    with pytest.raises(UnitError, match="is no amount"):
        convert(value, "t", "kg")


def test_running_text_is_not_searched_for_some_words() -> None:
    found = find_quantities("They sold 400 bags, 12 mb of disk, 3 quads, 10 tolas, 7 cwt and 5 tonnes.")
    assert [mention.text for mention in found] == ["5 tonnes"]


def test_message_names_near_matches() -> None:
    with pytest.raises(UnknownUnitError, match="near: tonnes"):
        parse_unit("tonnnes")
    with pytest.raises(UnknownUnitError, match="EUR is a currency"):
        convert(Decimal(1), "EUR", "USD")


def test_same_unit_leaves_the_value_as_it_is() -> None:
    value = Decimal("1.50")
    assert convert(value, "USD", "USD") is value


def test_an_application_context_changes_nothing() -> None:
    with decimal.localcontext(decimal.Context(prec=3, traps=[decimal.Inexact])):
        assert convert(Decimal("11.2"), "Moz", "t") == Decimal("348.35894016")


@pytest.mark.parametrize("wrong", [1.5, "1.5", True, None])
def test_only_exact_numbers_convert(wrong: Any) -> None:
    with pytest.raises(TypeError, match="a Decimal or an int, not"):
        convert(wrong, "t", "kg")


@given(AMOUNTS, st.sampled_from(PAIRS))
def test_there_and_back(value: Decimal, pair: tuple[str, str]) -> None:
    source, target = pair
    assert convert(convert(value, source, target), target, source) == value


@given(AMOUNTS, AMOUNTS, st.sampled_from(PAIRS))
def test_conversion_is_additive(one: Decimal, other: Decimal, pair: tuple[str, str]) -> None:
    parts = [Fraction(convert(value, *pair)) for value in (one, other)]
    whole = Fraction(convert(decimal.Context(prec=40).add(one, other), *pair))
    here, there = (unit(symbol) for symbol in pair)
    size = Fraction(here.factor or 0) * Fraction(there.over) / Fraction(here.over) / Fraction(there.factor or 1)
    # exact where the quotient has finite decimals, else to the 60 digits that it has
    finite = 10**200 % size.denominator == 0
    assert abs(sum(parts) - whole) <= (0 if finite else sum(map(abs, parts)) / 10**58)


@given(AMOUNTS, AMOUNTS, st.sampled_from(PAIRS))
def test_order_is_kept(one: Decimal, other: Decimal, pair: tuple[str, str]) -> None:
    there = [convert(value, *pair) for value in (one, other)]
    assert (there[0] < there[1], there[0] == there[1]) == (one < other, one == other)


@given(AMOUNTS, st.sampled_from(PAIRS))
def test_as_fractions_say(value: Decimal, pair: tuple[str, str]) -> None:
    here, there = (unit(symbol) for symbol in pair)
    assert here.factor is not None
    assert there.factor is not None
    exact = Fraction(value) * Fraction(here.factor) * Fraction(there.over) / Fraction(here.over) / Fraction(there.factor)
    assert abs(Fraction(convert(value, *pair)) - exact) <= abs(exact) / 10**50


@given(st.text(max_size=60))
def test_any_string_is_a_unit_or_an_error(text: str) -> None:
    with contextlib.suppress(UnknownUnitError):
        assert parse_unit(text).symbol


@pytest.mark.parametrize(
    ("text", "dimension", "factor"),
    [("kg/ha", "mass per area", "0.0001"), ("cubic inches", "volume", "0.000016387064")],
)
def test_long_tail_has_our_own_factors(text: str, dimension: str, factor: str) -> None:
    found = parse_unit(text)
    assert found.factor is not None
    assert (found.dimension, found.factor / found.over) == (dimension, Decimal(factor))


@pytest.mark.parametrize("text", ["t/", "kg·", "b", "Mb", "Gb", "M", "mT"])
def test_long_tail_does_not_throw_dice(text: str) -> None:
    with pytest.raises(UnknownUnitError):
        parse_unit(text)


def test_long_tail_keeps_its_logging_and_warnings_in() -> None:
    code = (
        "import logging, warnings; warnings.simplefilter('error');"
        "from mineralclaims.normalize.units import parse_unit; parse_unit('kg/ha'); print(logging.getLogger().handlers)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert (done.stdout.strip(), done.stderr) == ("[]", "")


def test_tables_do_not_import_the_long_tail() -> None:
    code = (
        "import sys; from decimal import Decimal; from mineralclaims.normalize.units import convert, parse_unit;"
        "parse_unit('dry metric tons'); convert(Decimal(1), 'Moz', 't');"
        "print({'quantulum3', 'dateparser', 'mineralclaims._pipeline'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"


def test_every_factor_is_a_decimal_string() -> None:
    sizes = [entry for entry in load("units")["unit"] if entry["symbol"] != "bag"]
    assert len(sizes) == len(UNITS)
    for entry in sizes:
        assert isinstance(entry["factor"], str)
        assert isinstance(entry.get("over", "1"), str)
