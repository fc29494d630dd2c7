"""Which currency a mark means that several countries use: by the countries and the other amounts of the text."""

from __future__ import annotations

import re
from collections import Counter

from mineralclaims.mentions.countries import countries
from mineralclaims.normalize.currencies import by_country, default_code
from mineralclaims.quantities.pieces import Piece

_STERLING = re.compile(r"£|\bsterling\b|\bpence\b|\bGBP\b|\bBritish pounds?\b|\bstg\b")
_WEIGHED = re.compile(r"\s+of\b|\s+(?:a|per) (?:year|day|month|ton)|\s+(?:heavier|lighter)|\s?/", re.IGNORECASE)
_DOLLAR_COUNTRIES = frozenset({"CA", "AU", "NZ", "SG", "HK"})


def settle_currencies(text: str, pieces: list[Piece]) -> None:
    """Give every piece of money an ISO 4217 code, and pounds of money or mass their kind."""
    nouns = {piece.mark.noun for piece in pieces if piece.mark is not None and piece.mark.code is None and piece.mark.noun}
    codes = {noun: _code(text, pieces, noun) for noun in nouns}
    for piece in pieces:
        mark = piece.mark
        if mark is not None and mark.code is None and mark.noun:
            piece.unit = codes[mark.noun]
        elif piece.unit == "lb" and piece.kind == "amount" and _is_sterling(text, piece):
            piece.unit, piece.kind, piece.ton_kind = "GBP", "money", None


def _is_sterling(text: str, piece: Piece) -> bool:
    """Return whether "pounds" are money here."""
    if "pound" not in text[piece.start : piece.end].lower() or _WEIGHED.match(text, piece.end):
        return False
    return bool(_STERLING.search(text)) or text.strip() == text[piece.start : piece.end]


def _code(text: str, pieces: list[Piece], noun: str) -> str:
    """Return the currency of an ambiguous noun or sign in this text."""
    if noun == "dollar":
        return _dollar(text, pieces)
    said = Counter(by_country(noun, country) for country in countries(text))
    known = [(count, code) for code, count in said.items() if code]
    return max(known)[1] if known else default_code(noun)


def _dollar(text: str, pieces: list[Piece]) -> str:
    """Return the dollar that a bare "$" means: the U.S. one, unless the text itself counts in another.

    It does where U.S. dollars are marked as such beside bare ones and the text is about one dollar country,
    or where a text is about one dollar country alone and no other country's money or name appears.
    """
    codes = {piece.mark.code for piece in pieces if piece.mark is not None and piece.mark.code}
    about = countries(text)
    dollar_countries = [country for country in about if country in _DOLLAR_COUNTRIES]
    if not dollar_countries:
        return default_code("dollar")
    country = Counter(dollar_countries).most_common(1)[0][0]
    local = by_country("dollar", country) or default_code("dollar")
    if local in codes:
        return default_code("dollar")
    if "USD" in codes and "US" not in about:
        return local
    return default_code("dollar")
