"""No float crosses the boundary of units, currencies and quantities: none is taken, none comes out, none is written in the code."""

from __future__ import annotations

import ast
import decimal
import inspect
from collections.abc import Callable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest

from mineralclaims import Quantity, currencies, extract_claims, find_quantities, units
from mineralclaims.currencies import FixedEuroRates, Money, RateTable
from mineralclaims.lexicons.loader import load

DAY = date(2001, 6, 1)
SOURCES = sorted(Path(inspect.getfile(units)).parent.glob("normalize/*.py")) + sorted(
    Path(inspect.getfile(units)).parent.glob("quantities/*.py")
)
WRONG: Any = 1.5


def floats(value: object, seen: frozenset[int] = frozenset()) -> Iterator[object]:
    """Yield every float inside a value."""
    if id(value) in seen:
        return
    seen |= {id(value)}
    if isinstance(value, float):
        yield value
    elif isinstance(value, dict):
        yield from (found for pair in value.items() for one in pair for found in floats(one, seen))
    elif isinstance(value, list | tuple | set | frozenset):
        yield from (found for one in value for found in floats(one, seen))
    elif attrs.has(type(value)):
        yield from (found for field in _fields(value) for found in floats(getattr(value, field.name), seen))


def _fields(value: Any) -> tuple[Any, ...]:
    return tuple(attrs.fields(type(value)))


@pytest.mark.parametrize(
    "call",
    [
        lambda: units.convert(WRONG, "t", "kg"),
        lambda: units.convert_basis(WRONG, "Li2O", "Li"),
        lambda: Quantity(WRONG, None, "t"),
        lambda: Quantity(None, WRONG, "t"),
        lambda: Money(WRONG, "USD"),
        lambda: RateTable([(DAY, "EUR", "USD", WRONG)], source=""),
    ],
)
def test_no_float_goes_in(call: Callable[[], object]) -> None:
    with pytest.raises(TypeError, match="Decimal"):
        call()


@pytest.mark.parametrize(
    "call",
    [
        units.parse_unit,
        units.unit,
        units.compound,
        currencies.currency,
        currencies.parse_money,
        currencies.resolve,
        lambda wrong: Money(Decimal(1), wrong),
        lambda wrong: units.convert(Decimal(1), wrong, "t"),
    ],
)
@pytest.mark.parametrize("wrong", [5, None, b"t"])
def test_what_must_be_a_string(call: Callable[[Any], object], wrong: Any) -> None:
    with pytest.raises(TypeError, match=r"a str|the str"):
        call(wrong)


@pytest.mark.parametrize("name", ["units", "currencies", "stoichiometry"])
def test_no_float_in_the_tables(name: str) -> None:
    assert list(floats(load(name))) == []


def test_no_float_comes_out() -> None:
    ore = Quantity(Decimal(3), Decimal(7), "t", ton_kind="unstated")
    grade = Quantity(Decimal(1), Decimal(2), "%")
    text = "A third of the $5.25m went to a mine with 2.5 million tons at 1.75% copper, up 3.5%."
    results = [
        ore.to("lb", ton="interval"),
        ore.contained(grade),
        grade.to_basis("Li2CO3", "Li2O"),
        units.convert(1, "t", "long_ton"),
        units.convert_basis(1, "LCE", "Li"),
        units.parse_unit("kg/ha"),
        units.compound("Nd2O3"),
        units.unit("oz/short_ton"),
        currencies.parse_money("Rs 1,200.5 crore"),
        Money(Decimal(1), "DEM").to("FRF", on=DAY, rates=FixedEuroRates()),
        currencies.all_currencies(),
        [mention.quantity for mention in find_quantities(text)],
        extract_claims(text).to_dicts(),
    ]
    assert list(floats(results)) == []


TEXTS = [
    "A third of the 3,141.5926 million tons at 0.163 ounces per ton went for A$42.5m, two sevenths for 1,234.5678 pence a pound.",
    "Petrol in Kuwait costs 123.456789 fils; oil rose 12 3/8 cents to $71.0625 a barrel, and output by 2.8 bcf a day.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_an_application_context_changes_no_quantity(text: str) -> None:
    found = find_quantities(text)
    hostile = decimal.Context(prec=2, traps=[decimal.Inexact, decimal.Rounded, decimal.InvalidOperation])
    with decimal.localcontext(hostile):
        assert find_quantities(text) == found
        assert [str(mention.quantity) for mention in find_quantities(text)] == [str(mention.quantity) for mention in found]


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_float_in_the_code(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    constants = [node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, float)]
    named = [node.id for node in ast.walk(tree) if isinstance(node, ast.Name) and node.id == "float"]
    assert constants + named == []
