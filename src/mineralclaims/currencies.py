"""Currencies: ISO 4217 with the signs, abbreviations and names of English news.

>>> prefix_marks()["A$"].code, currency("AUD").name
('AUD', 'Australian dollar')
>>> default_code("dollar"), by_country("dollar", "CA")
('USD', 'CAD')
>>> parse_money("Rs 1,200 crore")
Money(amount=Decimal('12000000000'), currency='INR')
"""

from mineralclaims.normalize.currencies import (
    Currency,
    Mark,
    by_country,
    currency,
    default_code,
    is_currency,
    minor_ratio,
    prefix_marks,
    suffix_words,
)
from mineralclaims.normalize.currency_context import Context, Resolution, resolve
from mineralclaims.normalize.currency_table import all_currencies
from mineralclaims.normalize.ecb_rates import EcbRates
from mineralclaims.normalize.money import Conversion, Money, parse_money
from mineralclaims.normalize.rates import FixedEuroRates, Rates, RateTable

__all__ = [
    "Context",
    "Conversion",
    "Currency",
    "EcbRates",
    "FixedEuroRates",
    "Mark",
    "Money",
    "RateTable",
    "Rates",
    "Resolution",
    "all_currencies",
    "by_country",
    "currency",
    "default_code",
    "is_currency",
    "minor_ratio",
    "parse_money",
    "prefix_marks",
    "resolve",
    "suffix_words",
]
