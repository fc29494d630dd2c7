"""Currencies: ISO 4217 with the signs, abbreviations and names of English news.

>>> prefix_marks()["A$"].code, currency("AUD").name
('AUD', 'Australian dollar')
>>> default_code("dollar"), by_country("dollar", "CA")
('USD', 'CAD')
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

__all__ = [
    "Currency",
    "Mark",
    "by_country",
    "currency",
    "default_code",
    "is_currency",
    "minor_ratio",
    "prefix_marks",
    "suffix_words",
]
