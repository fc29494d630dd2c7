"""Which currency a mark means that several countries use: by the countries and the other amounts of the text."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise

from mineralclaims.normalize.currencies import by_country, currency, default_code, is_currency, minor_ratio, of_year
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.cents import give_cents, give_share_prices
from mineralclaims.quantities.currency_places import nearest, places_of
from mineralclaims.quantities.dollars import DEFAULT, HOMES, Settled, local_dollars
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.pounds import settle_pounds

_YEAR = re.compile(r"(?<![0-9.,])(?:19[0-9]{2}|20[0-4][0-9])(?![0-9]|[.,][0-9])")
_COMPARES = re.compile(
    r",? ?\s?(?:an? \w+ |per \w+ )?,? ?(?:up |down |compared |rising |falling )?(?:from|to|with|versus|against|vs\.?)\s(?:about |around |some |only )?"
)
_HUNDRED = 100
_US = Settled(DEFAULT, "default")


def settle_currencies(text: str, pieces: list[Piece], country: str | None = None, year: int | None = None) -> None:
    """Give every piece of money an ISO 4217 code, and pounds of money or mass their kind.

    Args:
        text: the folded text.
        pieces: its pieces; what settles an open one is put down in it.
        country: the ISO 3166 code of the country whose money is meant where nothing in the text tells.
        year: the year of the text, if known; else the last one that it names.
    """
    settle_pounds(text, pieces)
    _settle_open(text, pieces, country)
    _take_those_of_the_year(text, pieces, year)


def _take_those_of_the_year(text: str, pieces: list[Piece], year: int | None) -> None:
    """Make amounts in a currency that was another one when the text was written amounts in that one."""
    named = [piece for piece in pieces if piece.kind == "money" and piece.mark is not None and piece.mark.text != piece.unit]
    named = [piece for piece in named if piece.unit != DEFAULT]
    if not named:
        return
    then = year or max((int(said) for said in _YEAR.findall(text)), default=None)
    for piece in named:
        if then is not None and is_currency(piece.unit):
            piece.unit = of_year(piece.unit, then)


def _settle_open(text: str, pieces: list[Piece], country: str | None) -> None:
    """Give money whose mark several currencies share the one that the text, or else the setting, tells."""
    open_pieces = [piece for piece in pieces if piece.mark is not None and piece.mark.code is None and piece.mark.noun]
    if not open_pieces:
        return
    nouns = {piece.mark.noun for piece in open_pieces if piece.mark is not None}
    signs, words = _dollars(text, pieces, country) if nouns & {"dollar", "cent"} else (_US, _US)
    named = {noun: places_of(text, noun) for noun in nouns - {"dollar", "cent"} if noun}
    unnamed = {noun: _by_amounts(noun, pieces, country) for noun, places in named.items() if not places}
    for piece in open_pieces:
        noun = piece.mark.noun if piece.mark is not None else None
        if noun in {"dollar", "cent"}:
            dollar = signs if piece.prefixed else words
            known = dollar if piece.per not in dollar.but_per else _US
            piece.unit, piece.settled_by = known.code, known.by
        else:
            places = named[noun or ""]
            settled = Settled(nearest(text, places, piece), "country") if places else unnamed[noun or ""]
            piece.unit, piece.settled_by = settled.code, settled.by
            _count_thousandths(piece)
    _follow_compared(text, pieces)
    if "cent" in nouns:
        give_cents(text, pieces)
    if nouns & {"dollar", "cent"}:
        give_share_prices(text, pieces)


def _dollars(text: str, pieces: list[Piece], country: str | None) -> tuple[Settled, Settled]:
    """Return what a bare "$" and bare "dollars" mean: those of the setting where nothing in the text tells."""
    own = by_country("dollar", country) if country is not None else None
    found = local_dollars(text, pieces)
    if own is None:
        return found
    signs, words = (Settled(own, "setting") if one.by == "default" else one for one in found)
    return signs, words


def _follow_compared(text: str, pieces: list[Piece]) -> None:
    """Give a bare dollar the currency of the amount that it is compared with: "172 Australian dlrs an ounce from 155 dlrs"."""
    for before, piece in pairwise(pieces):
        if piece.mark is None or piece.mark.noun != "dollar" or before.mark is None or before.mark.code not in HOMES:
            continue
        if before.per == piece.per and _COMPARES.fullmatch(text, before.around_end, piece.start):
            piece.unit, piece.settled_by = before.unit, "amounts"


def _count_thousandths(piece: Piece) -> None:
    """Make thousandths of what was read as hundredths, where the minor unit of the currency is one: fils of Kuwait."""
    ratio = minor_ratio(piece.unit)
    if piece.mark is not None and piece.mark.minor and ratio != _HUNDRED:
        piece.low, piece.high = (
            CONTEXT.divide(CONTEXT.multiply(end, Decimal(_HUNDRED)), Decimal(ratio)) for end in (piece.low, piece.high)
        )


def _by_amounts(noun: str, pieces: list[Piece], country: str | None) -> Settled:
    """Return the currency of an ambiguous noun or sign where no country is named: that of the other amounts, then of the setting."""
    marked = Counter(piece.mark.code for piece in pieces if piece.mark is not None and piece.mark.code is not None)
    alike = [code for code, _ in marked.most_common() if noun in (*currency(code).nouns, *currency(code).minors)]
    if alike:
        return Settled(alike[0], "amounts")
    own = by_country(noun, country) if country is not None else None
    return Settled(own, "setting") if own is not None else Settled(default_code(noun), "default")
