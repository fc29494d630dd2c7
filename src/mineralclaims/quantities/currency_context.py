"""Which currency a mark means that several countries use: by the countries and the other amounts of the text."""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from mineralclaims.mentions.countries import countries
from mineralclaims.mentions.dollar_places import dollar_places
from mineralclaims.normalize.currencies import by_country, currency, default_code, suffix_words
from mineralclaims.quantities.pieces import Piece

_STERLING = re.compile(r"£|\bsterling\b|\bpence\b|\bGBP\b|\bBritish pounds?\b|\bstg\b")
_RESTATED = re.compile(r"\s*\(\s*(?:US|A|C)?[$€¥]|\s*\([A-Z]{3} ?[0-9]")
_WEIGHED = re.compile(r"\s+of\b|\s+(?:a|per) (?:year|day|month|ton)|\s+(?:heavier|lighter)|\s?/", re.IGNORECASE)
_STATED = re.compile(r"\b(?:in|are) ((?:[A-Z][\w.]{0,20} (?:and )?){1,4})dollars\b(?! terms)")
_AUSTRALIAN = frozenset({"$US", "$A"})
"""How Australian papers mark dollars; a bare one is theirs."""

_AGENCIES = re.compile(r"\((?:Reuters|Bloomberg|AP|AFP)\)")
_PER_COMMODITY = frozenset({"bbl", "oz", "oz_t", "lb", "t", "short_ton", "gal"})
_POUNDS = frozenset({"pound", "penny"})
_CODES = {"CAD": "CA", "AUD": "AU", "NZD": "NZ", "SGD": "SG", "HKD": "HK"}
_DECISIVE = 3
_MARKED_ONE_IN = 3


def settle_currencies(text: str, pieces: list[Piece]) -> None:
    """Give every piece of money an ISO 4217 code, and pounds of money or mass their kind."""
    if any(piece.unit == "lb" and piece.kind == "amount" for piece in pieces):
        _settle_pounds(text, pieces)
    open_pieces = [piece for piece in pieces if piece.mark is not None and piece.mark.code is None and piece.mark.noun]
    if not open_pieces:
        return
    nouns = {piece.mark.noun for piece in open_pieces if piece.mark is not None}
    default = default_code("dollar")
    local, stated = _local_dollar(text, pieces) if nouns & {"dollar", "cent"} else (default, True)
    codes = {noun: _by_countries(text, noun) for noun in nouns - {"dollar", "cent"} if noun}
    cents = _cents(pieces, local) if "cent" in nouns else local
    for piece in open_pieces:
        noun = piece.mark.noun if piece.mark is not None else None
        if noun in {"dollar", "cent"} and not stated and piece.per in _PER_COMMODITY:
            piece.unit = default
        else:
            piece.unit = cents if noun == "cent" else local if noun == "dollar" else codes[noun or ""]
    if "cent" in nouns:
        _follow_neighbours(text, pieces)


def _follow_neighbours(text: str, pieces: list[Piece]) -> None:
    """Give cents the currency of the level that they moved an amount to: "eased eight cents to 11.20 euros"."""
    for piece, level in pairwise(pieces):
        if piece.mark is None or piece.mark.noun != "cent" or level.mark is None or level.mark.minor or level.mark.code is None:
            continue
        if (
            text[piece.end : level.start].strip() in {"to", "at", "up to", "down to", "higher at", "lower at"}
            and "cent" in currency(level.unit).minors
        ):
            piece.unit = level.unit


def _settle_pounds(text: str, pieces: list[Piece]) -> None:
    """Make money of pounds that are no mass."""
    pounds = [
        piece
        for piece in pieces
        if piece.unit == "lb" and piece.kind == "amount" and "pound" in text[piece.start : piece.end].lower()
    ]
    if not pounds:
        return
    alone = len(pounds) == 1 and text.strip() == text[pounds[0].start : pounds[0].end]
    if not (alone or any(_RESTATED.match(text, piece.end) for piece in pounds) or _STERLING.search(text)):
        return
    for piece in pounds:
        if not _WEIGHED.match(text, piece.end):
            piece.unit, piece.kind, piece.ton_kind = "GBP", "money", None


def _by_countries(text: str, noun: str) -> str:
    """Return the currency of an ambiguous noun or sign: of the country named most, the first of equals."""
    said = Counter(code for country in countries(text) if (code := by_country(noun, country)) is not None)
    if noun in _POUNDS:
        said = Counter({code: count for code, count in said.items() if currency(code).until is None})
    return said.most_common(1)[0][0] if said else default_code(noun)


def _cents(pieces: list[Piece], dollar: str) -> str:
    """Return the currency of cents: the one marked in the text, where it has cents, else the text's dollar."""
    default = default_code("dollar")
    codes = [piece.mark.code for piece in pieces if piece.kind == "money" and piece.mark is not None and not piece.mark.minor]
    marked = Counter(code for code in codes if code is not None and code != default and "cent" in currency(code).minors)
    first = marked.most_common(1)[0][0] if marked else dollar
    return first if first in _CODES or None not in codes else dollar


def _local_dollar(text: str, pieces: list[Piece]) -> tuple[str, bool]:
    """Return the dollar that a bare "$" means, and whether the text says so, so that it holds for world prices too.

    It is the U.S. one, unless the text itself counts in another: it says so; it marks U.S. dollars as such beside bare
    ones, or marks the other dollar as often, and is at home there; or it names places there and hardly any elsewhere.
    """
    default = default_code("dollar")
    stated = _STATED.search(text) if "ollars" in text else None
    if stated is not None and (said := suffix_words().get(f"{stated.group(1).strip()} dollars".lower())) is not None and said.code:
        return said.code, True
    marked = [piece.mark for piece in pieces if piece.mark is not None]
    if any(mark.text in _AUSTRALIAN for mark in marked):
        return "AUD", False
    codes = Counter(mark.code for mark in marked if mark.code)
    places = dollar_places(text)
    for code in codes:
        if code in _CODES:
            places.setdefault(_CODES[code], 0)
    if not places or _AGENCIES.search(text) or _restates(text, pieces):
        return default, True
    country = max(places, key=lambda one: (places[one], one))
    local, here = by_country("dollar", country) or default, places[country]
    others = [code for code in countries(text) if code != country]
    if codes[default]:
        at_home = here > others.count("US")
    elif codes[local]:
        foreign = len(set(others)) + sum(code not in {None, local} for code in (mark.code for mark in marked))
        bare = sum(mark.noun == "dollar" for mark in marked)
        at_home = codes[local] * _MARKED_ONE_IN >= bare and (
            here > foreign or not foreign or (here == foreign and codes[local] > 1)
        )
    else:
        at_home = here >= _DECISIVE and here > len(set(others))
    return (local if at_home else default), False


def _restates(text: str, pieces: list[Piece]) -> bool:
    """Return whether a bare "$" in brackets says an amount over again: "A$373 million ($234.8 million)"."""
    for one, other in pairwise(pieces):
        if one.kind != "money" or other.mark is None or other.mark.noun != "dollar":
            continue
        if text[one.end : other.start].strip() == "(" and (one.mark is None or one.mark.noun != "dollar"):
            return True
    return False
