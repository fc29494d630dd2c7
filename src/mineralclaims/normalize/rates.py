"""Where exchange rates come from: a protocol, a table of the user's own, the fixed rates of currencies that the euro replaced.

A rate holds for its day. What a source does not have is missing: nothing is carried over from another day.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from types import MappingProxyType
from typing import Protocol

import attrs

from mineralclaims.errors import CurrencyError
from mineralclaims.normalize.currency_table import currency
from mineralclaims.normalize.decimals import ratio

__all__ = ["FixedEuroRates", "RateTable", "Rates", "as_day", "checked"]

_ONE = Decimal(1)
_EURO = "EUR"

Rows = Mapping[tuple[date, str, str], Decimal]


class Rates(Protocol):
    """A source of exchange rates; any object with these two will do."""

    @property
    def source(self) -> str:
        """What the rates are and whose, for people to read."""

    def rate(self, base: str, quote: str, on: date) -> Decimal | None:
        """Return how many of ``quote`` one of ``base`` was on a day (both ISO 4217 codes), or None if that is not known."""


def as_day(on: date) -> date:
    """Return a date without a time of day.

    Raises:
        TypeError: it is no ``date``.
    """
    if not isinstance(on, date):
        raise TypeError(f"a day is a datetime.date, not {type(on).__name__}")
    return on.date() if isinstance(on, datetime) else on


def checked(rate: object) -> Decimal:
    """Return a rate that can be one.

    Raises:
        TypeError: it is no ``Decimal``.
        CurrencyError: it is not finite, or not above zero.
    """
    if not isinstance(rate, Decimal):
        raise TypeError(f"a rate is a Decimal, not {type(rate).__name__}")
    if not rate.is_finite() or rate <= 0:
        raise CurrencyError(f"{rate} is no rate: it must be above zero")
    return rate


def _as_rows(rows: Iterable[tuple[date, str, str, Decimal]]) -> Rows:
    """Return rows by day and pair, after a check of each."""
    table: dict[tuple[date, str, str], Decimal] = {}
    for on, base, quote, rate in rows:
        key = as_day(on), currency(base).code, currency(quote).code
        if table.setdefault(key, checked(rate)) != rate:
            raise CurrencyError(f"two rates from {base} to {quote} on {on}: {table[key]} and {rate}")
    return MappingProxyType(table)


@attrs.frozen
class RateTable:
    """Rates that the user gives, one row a day and pair; the other way round they are inverted.

    Attributes:
        rows: rows of day, base, quote and rate: how many of the quote one of the base was.
        source: what the rates are and whose.
        through: the currency through which pairs that no row has are reckoned, as a table against the euro needs; None for no
            reckoning.

    Raises:
        TypeError: a day that is no ``date``, a rate that is no ``Decimal``.
        CurrencyError: a rate that is not above zero, or two for one pair and day.
        UnknownCurrencyError: a code that no currency has.
    """

    rows: Rows = attrs.field(converter=_as_rows, repr=False)
    source: str
    through: str | None = None

    def rate(self, base: str, quote: str, on: date) -> Decimal | None:
        """Return how many of ``quote`` one of ``base`` was on a day; None where the table does not say it."""
        found = self._said(base, quote, on)
        if found is None and self.through is not None:
            here, there = self._said(base, self.through, on), self._said(self.through, quote, on)
            return ratio(here, (there,), ()) if here is not None and there is not None else None
        return found

    def _said(self, base: str, quote: str, on: date) -> Decimal | None:
        """Return a rate that a row has, either way round."""
        found = self.rows.get((on, base, quote))
        if found is not None or base == quote:
            return found or _ONE
        inverse = self.rows.get((on, quote, base))
        return None if inverse is None else ratio(_ONE, (), (inverse,))


@attrs.frozen
class FixedEuroRates:
    """The rates at which the euro replaced other currencies: fixed for ever, from the day of each on.

    Between two replaced currencies they are reckoned through the euro.

    Attributes:
        source: Council Regulation (EC) No 2866/98, as amended up to 2025.
    """

    source: str = attrs.field(default="Council Regulation (EC) No 2866/98, as amended up to 2025", init=False)

    def rate(self, base: str, quote: str, on: date) -> Decimal | None:
        """Return how many of ``quote`` one of ``base`` is; None where one of them was not fixed yet, or never."""
        here, there = _per_euro(base, on), _per_euro(quote, on)
        return ratio(there, (), (here,)) if here is not None and there is not None else None


def _per_euro(code: str, on: date) -> Decimal | None:
    """Return how many of a currency are one euro on a day, where that is fixed."""
    if code == _EURO:
        return _ONE
    known = currency(code)
    return known.per_euro if known.euro_from is not None and on >= known.euro_from else None
