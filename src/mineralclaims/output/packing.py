"""Claims on their way from one process to another: all their fields but the explanation, in a third of the time of plain pickling."""

from __future__ import annotations

import copyreg
import io
import pickle
from collections.abc import Callable, Iterable
from decimal import Decimal
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any

import attrs

from mineralclaims.claims.base import Claim
from mineralclaims.claims.types import BY_NAME
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.quantities.model import Quantity
from mineralclaims.spans import Mention, Span

if TYPE_CHECKING:
    from mineralclaims.claims.explanation import Explainable

Packed = tuple[str, tuple[Any, ...]]
"""The type of a claim and its fields in the order of ``_fields``."""


def pack(claims: Iterable[Claim]) -> bytes:
    """Return the claims of a text as bytes."""
    data = io.BytesIO()
    pickler = pickle.Pickler(data, pickle.HIGHEST_PROTOCOL)
    pickler.dispatch_table = _reducers()
    pickler.dump([(claim.type, _values(claim.type)(claim)) for claim in claims])
    return data.getvalue()


def unpack(data: bytes) -> list[Packed]:
    """Return what :func:`pack` has packed, which must come from a process that this one trusts."""
    packed: list[Packed] = pickle.loads(data)  # noqa: S301 - said above
    return packed


def claim(packed: Packed, explanation: Explainable) -> Claim:
    """Return a claim, equal to the one that was packed, that is explained by ``explanation``."""
    name, values = packed
    return BY_NAME[name](**dict(zip(_fields(name), values, strict=True)), explanation=explanation)


@cache
def _fields(name: str) -> tuple[str, ...]:
    return tuple(field.name for field in attrs.fields(BY_NAME[name]) if field.name != "explanation")


@cache
def _values(name: str) -> Callable[[Claim], tuple[Any, ...]]:
    return attrgetter(*_fields(name))


@cache
def _reducers() -> dict[type, Callable[[Any], Any]]:
    """Return how the parts of claims are pickled: as a call with their fields, which pickle is quickest with."""
    table: dict[type, Callable[[Any], Any]] = dict(copyreg.dispatch_table)
    for part in (Span, Mention, Quantity, PartialDate):
        table[part] = _call(part, attrgetter(*(field.name for field in attrs.fields(part))))
    table[Decimal] = lambda number: (Decimal, (str(number),))
    return table


def _call(part: type, values: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda one: (part, values(one))
