"""Amounts of money that never mix two currencies, and their reading from a string such as ``"A$42.5m"``."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from functools import total_ordering

import attrs

from mineralclaims.errors import CurrencyError, MissingRateError
from mineralclaims.normalize.currencies import (
    Mark,
    by_country,
    currency,
    default_code,
    minor_ratio,
    prefix_marks,
    suffix_words,
)
from mineralclaims.normalize.decimals import CONTEXT, MAX_DIGITS, ratio, tidy
from mineralclaims.normalize.rates import Rates, as_day, checked

__all__ = ["Conversion", "Money", "parse_money"]

_NUMBER = re.compile(r"\d{1,3}(?:,\d{2,3})++(?:\.\d++)?|\d++(?:\.\d++)?|(?<![\w./])\.\d++", re.ASCII)
_MAGNITUDE = re.compile(
    r"\s?(?:(?P<k>k|thousand)|(?P<lakh>lakhs?|lacs?)|(?P<m>m|mn|mln|mm|million|millions)|(?P<crore>crores?|cr)"
    r"|(?P<b>b|bn|bln|billion|billions)|(?P<t>t|tn|trn|trln|trillion|trillions))(?![A-Za-z])",
    re.IGNORECASE,
)
_TIMES = {"k": 3, "lakh": 5, "m": 6, "crore": 7, "b": 9, "t": 12}
_LONGEST = 200


@attrs.frozen
class Conversion:
    """How an amount of money was converted.

    Attributes:
        original: the amount before.
        rate: how many of the new currency one of the old is.
        date: the day of the rate.
        source: where the rate comes from.
    """

    original: Money
    rate: Decimal
    date: date
    source: str


@total_ordering
@attrs.frozen(eq=False)
class Money:
    """An amount of money.

    Attributes:
        amount: how much, in the currency itself, never in its minor units; a finite ``Decimal``.
        currency: the ISO 4217 code.
        conversion: what it was converted from, at which rate, of which day and source; None for an amount as said. Not compared.

    Raises:
        TypeError: the amount is no ``Decimal``.
        UnknownCurrencyError: no currency has the code.
        CurrencyError: the amount is not finite; two amounts in different currencies are added, subtracted or ordered (they are
            merely unequal).
    """

    amount: Decimal = attrs.field()
    currency: str = attrs.field()
    conversion: Conversion | None = attrs.field(default=None, repr=False)

    def to(self, code: str, *, on: date, rates: Rates) -> Money:
        """Return the amount in another currency, at the rate of one day; ``conversion`` keeps rate, day and source.

        Args:
            code: the ISO 4217 code wanted.
            on: the day of the rate; no other day's is ever taken for it.
            rates: where the rate comes from, such as a :class:`RateTable` or :class:`EcbRates`.

        Raises:
            TypeError: ``on`` is no ``date``, or the source gives a rate that is no ``Decimal``.
            UnknownCurrencyError: no currency has the code.
            MissingRateError: the source has no rate for the two currencies on that day.
            CurrencyError: the source gives a rate that is not above zero.
        """
        currency(code)
        day = as_day(on)
        if code == self.currency:
            return self
        rate = rates.rate(self.currency, code, day)
        if rate is None:
            raise MissingRateError(f"no rate from {self.currency} to {code} on {day}: {rates.source}")
        return Money(ratio(self.amount, (checked(rate),), ()), code, Conversion(self, rate, day, rates.source))

    def rounded(self) -> Money:
        """Return the amount in whole minor units of the currency, halves to the even one."""
        digits = CONTEXT.quantize(self.amount, Decimal((0, (1,), -currency(self.currency).digits)))
        return Money(digits, self.currency, self.conversion)

    @amount.validator
    def _is_finite(self, _field: object, amount: object) -> None:
        if not isinstance(amount, Decimal):
            raise TypeError(f"an amount is a Decimal, not {type(amount).__name__}")
        if not amount.is_finite():
            raise CurrencyError(f"{amount} is no amount")

    @currency.validator
    def _is_known(self, _field: object, code: str) -> None:
        currency(code)

    def __add__(self, other: Money) -> Money:
        """Return the sum of two amounts in one currency."""
        return Money(CONTEXT.add(self.amount, self._same(other)), self.currency)

    def __sub__(self, other: Money) -> Money:
        """Return the difference of two amounts in one currency."""
        return Money(CONTEXT.subtract(self.amount, self._same(other)), self.currency)

    def __neg__(self) -> Money:
        """Return the amount with the other sign."""
        return Money(self.amount.copy_negate(), self.currency)

    def __eq__(self, other: object) -> bool:
        """Return whether both are the same amount in the same currency."""
        if not isinstance(other, Money):
            return NotImplemented
        return (self.amount, self.currency) == (other.amount, other.currency)

    def __lt__(self, other: Money) -> bool:
        """Return whether this is the smaller of two amounts in one currency."""
        return self.amount < self._same(other)

    def __hash__(self) -> int:
        """Return a hash that agrees with equality."""
        return hash((self.amount, self.currency))

    def __str__(self) -> str:
        """Return code and amount, such as ``AUD 42,500,000``."""
        return f"{self.currency} {self.amount:,f}"

    def _same(self, other: Money) -> Decimal:
        """Return the amount of another sum in this one's currency."""
        if not isinstance(other, Money):
            raise TypeError(f"an amount of money goes with another, not with {type(other).__name__}")
        if other.currency != self.currency:
            raise CurrencyError(f"{self.currency} and {other.currency} do not mix without a rate")
        return other.amount


def parse_money(text: str, *, country: str | None = None) -> Money:
    """Return the amount that a string says: ``"A$42.5m"``, ``"Rs 1,200 crore"``, ``"3 bln Canadian dlrs"``.

    Args:
        text: one amount and nothing else.
        country: an ISO 3166 code; "$", "pounds", "crowns" … are its own where it has such a currency, else the default.

    Raises:
        TypeError: ``text`` is no ``str``.
        CurrencyError: the string is no single amount of money, or has more than 38 digits.
    """
    if not isinstance(text, str):
        raise TypeError(f"an amount of money to read is a str, not {type(text).__name__}")
    number = _NUMBER.search(text) if len(text) <= _LONGEST else None
    if number is None:
        raise CurrencyError(f"no amount of money: {text[:60]!r}")
    before, sign = _unsigned(text[: number.start()])
    magnitude = _MAGNITUDE.match(text, number.end())
    after = text[magnitude.end() if magnitude else number.end() :].strip()
    marks = [*_looked_up(before, after, text)]
    code = _one_code(marks, country, text)
    digits = number.group().replace(",", "")
    if len(digits.replace(".", "")) > MAX_DIGITS:
        raise CurrencyError(f"more than {MAX_DIGITS} digits are no amount: {text[:60]!r}")
    exponent = _TIMES[str(magnitude.lastgroup)] if magnitude else 0
    amount = CONTEXT.multiply(Decimal(digits), Decimal(sign * 10**exponent))
    amount = tidy(amount) if exponent else amount
    if marks[-1].minor:
        amount = CONTEXT.divide(amount, Decimal(minor_ratio(code)))
    return Money(amount, code)


def _unsigned(before: str) -> tuple[str, int]:
    """Return what stands before the number without its sign, and the sign."""
    bare = re.sub(r"minus\b|[-\u2212+]", " ", before, flags=re.IGNORECASE).strip()
    return bare, -1 if re.search(r"minus\b|[-\u2212]", before, re.IGNORECASE) else 1


def _looked_up(before: str, after: str, text: str) -> list[Mark]:
    """Return the marks before and after the number; both must be known, and one must be there."""
    marks = prefix_marks()
    found = [marks.get(before)] if before else []
    if after:
        found.append(suffix_words().get(" ".join(after.lower().split())) or marks.get(after))
    known = [mark for mark in found if mark is not None]
    if len(known) < len(found) or not known:
        raise CurrencyError(f"no single amount of money: {text[:60]!r}")
    return known


def _one_code(marks: list[Mark], country: str | None, text: str) -> str:
    """Return the currency that the marks agree on."""
    codes = {mark.code for mark in marks if mark.code}
    if len(codes) > 1:
        raise CurrencyError(f"two currencies in one amount: {text[:60]!r}")
    if codes:
        return str(codes.pop())
    noun = marks[-1].noun or ""
    return (by_country(noun, country) if country else None) or default_code(noun)
