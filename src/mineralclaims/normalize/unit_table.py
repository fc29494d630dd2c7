"""What the lexicon ``units.toml`` says: units and their spellings, as read-only tables built on first use."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from functools import cache
from types import MappingProxyType
from typing import Any, Literal

import attrs

from mineralclaims.lexicons.loader import load

ONE = Decimal(1)
TonKind = Literal["metric", "short", "long", "unstated"]
"""Which ton a word says: ``unstated`` where only the text around it can tell."""


@attrs.frozen
class Unit:
    """A unit.

    Attributes:
        symbol: the code that records hold (``t``, ``oz_t``, ``g/t``).
        name: its name in words, singular.
        dimension: what it measures; only units of one dimension convert into one another.
        factor: base units of the dimension (kg, m3, J, m, m2 …) in one of it; None where nobody gives an exact one.
        over: what ``factor`` is to be divided by, where the quotient has no finite decimals; else 1.
        ucum: its UCUM code, or "".
        qudt: its QUDT code, the part after ``http://qudt.org/vocab/unit/``, or "".
        source: where the factor comes from, with the year.
        ton_kind: which ton the words say that the unit was read from; None where they say none. Not compared.
        ton_power: 1 for an amount of tons, -1 where the ton is the denominator, 0 without a ton. Not compared.
    """

    symbol: str
    name: str
    dimension: str
    factor: Decimal | None
    ucum: str = ""
    qudt: str = ""
    source: str = ""
    over: Decimal = ONE
    ton_kind: TonKind | None = attrs.field(default=None, eq=False)
    ton_power: int = attrs.field(default=0, eq=False)


@attrs.frozen
class Form:
    """One way that a unit is written.

    Attributes:
        text: the spelling; lower case unless ``case``.
        unit: the symbol of the unit that it means.
        times: how many of the unit one of it is (1000000 for ``Mt``).
        per: the denominator of a rate that the spelling includes (``day`` for ``bpd``), or None.
        ton_kind: ``metric``, ``short``, ``long`` or ``unstated`` for spellings that say ton, else None.
        case: whether upper and lower case matter.
        read: whether running text is searched for it.
    """

    text: str
    unit: str
    times: Decimal = ONE
    per: str | None = None
    ton_kind: TonKind | None = None
    case: bool = False
    read: bool = True


@cache
def units() -> Mapping[str, Unit]:
    """Return the units by their symbol."""
    return MappingProxyType({entry["symbol"]: _unit(entry) for entry in load("units")["unit"]})


def all_units() -> tuple[Unit, ...]:
    """Return all units of the lexicon."""
    return tuple(units().values())


@cache
def names() -> Mapping[str, Unit]:
    """Return the units by their lower-case name."""
    return MappingProxyType({known.name.lower(): known for known in units().values()})


def word_forms() -> Mapping[str, Form]:
    """Return the spellings in which case does not matter, by their lower-case text, singular and plural."""
    return _forms()[0]


def letter_forms() -> Mapping[str, Form]:
    """Return the spellings in which case matters, by their exact text (``Mt``, ``GJ``, ``g``)."""
    return _forms()[1]


@cache
def _forms() -> tuple[Mapping[str, Form], Mapping[str, Form]]:
    forms = [form for entry in load("units")["form"] for form in _spellings(entry)]
    words = MappingProxyType({form.text: form for form in forms if not form.case})
    letters = MappingProxyType({form.text: form for form in forms if form.case})
    return words, letters


def _unit(entry: Mapping[str, Any]) -> Unit:
    factor = Decimal(entry["factor"]) if "factor" in entry else None
    said = {key: value for key, value in entry.items() if key != "example"}
    said |= {"factor": factor, "over": Decimal(entry.get("over", ONE)), **_ton(entry["symbol"])}
    return Unit(**said)


TONS: Mapping[str, TonKind] = {"t": "metric", "short_ton": "short", "long_ton": "long"}
"""The units that are called a ton, each with its kind."""


def _ton(symbol: str) -> Mapping[str, Any]:
    """Return which ton a unit's symbol says, and to which power it stands there."""
    above, _, below = symbol.partition("/")
    return {"ton_kind": TONS.get(above) or TONS.get(below), "ton_power": (above in TONS) - (below in TONS)}


def _spellings(entry: Mapping[str, Any]) -> list[Form]:
    said = {key: value for key, value in entry.items() if key not in {"text", "times", "example"}}
    times = Decimal(entry.get("times", ONE))
    texts = entry["text"] if entry.get("case") else [text.lower() for text in entry["text"]]
    return [Form(text=text, times=times, **said) for text in texts]
