"""Which currency a mark means that several countries use: by the countries and the other amounts of the text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from mineralclaims.mentions.countries import countries, country_places
from mineralclaims.mentions.money_places import cities, dollar_places
from mineralclaims.normalize.currencies import by_country, currency, default_code, minor_ratio, suffix_words
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.model import SettledBy
from mineralclaims.quantities.pieces import Piece

_STERLING = re.compile(r"£|\bsterling\b|\bpence\b|\bGBP\b|\bBritish pounds?\b|\bstg\b")
_RESTATED = re.compile(r"\s*\(\s*(?:US|A|C)?[$€¥]|\s*\([A-Z]{3} ?[0-9]")
_WEIGHED = re.compile(r"\s+of\b|\s+(?:a|per) (?:year|day|month|ton)|\s+(?:heavier|lighter)|\s?/", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|costs?|costing|spen[dt]s?|spending|invest(?:s|ed|ing|ments? of)?|worth|valued? (?:at|of)|earn(?:s|ed|ing)?"
    r"|profits? (?:of|was|were|to|at)|loss(?:es)? (?:of|was)|revenues? (?:of|was|to)|debts? of|loans? of|fined?|bids? of|budget of|takeover"
    r"|turnover (?:of|was)|compensation of|grants? of|dividends? of|price of)"
    r"(?: (?:about|around|some|nearly|almost|over|up to|at least|more than|less than|only|just|a|an|another|further|estimated|record|its|them)){0,3} \Z"
)
"""What shows that pounds right behind are money: "paid 3.2 million pounds", no "sold 3.2 million pounds"."""
_PAID_WITHIN = 48
_COMPARES = re.compile(
    r",? ?\s?(?:an? \w+ |per \w+ )?,? ?(?:up |down |compared |rising |falling )?(?:from|to|with|versus|against|vs\.?)\s(?:about |around |some |only )?"
)
_STATED = re.compile(r"\b(?:in|are) ((?:[A-Z][\w.]{0,20} (?:and )?){1,4})dollars\b(?! terms)")
_AUSTRALIAN = frozenset({"$US", "$A"})
"""How Australian papers mark dollars; a bare one is theirs."""

_AGENCIES = re.compile(r"\((?:Reuters|Bloomberg|AP|AFP)\)")
_PER_COMMODITY = frozenset({"bbl", "oz", "oz_t", "lb", "t", "short_ton", "gal"})
_POUNDS = frozenset({"pound", "penny"})
_CODES = {"CAD": "CA", "AUD": "AU", "NZD": "NZ", "SGD": "SG", "HKD": "HK"}
_DECISIVE = 3
_SENTENCE = 500
_MARKED_ONE_IN = 3
_HUNDRED = 100


class _Settled(NamedTuple):
    """A currency, what settled it, and whether that holds for world prices too."""

    code: str
    by: SettledBy
    holds: bool = True


def settle_currencies(text: str, pieces: list[Piece], country: str | None = None) -> None:
    """Give every piece of money an ISO 4217 code, and pounds of money or mass their kind.

    Args:
        text: the folded text.
        pieces: its pieces; what settles an open one is put down in it.
        country: the ISO 3166 code of the country whose money is meant where nothing in the text tells.
    """
    if any(piece.unit == "lb" and piece.kind == "amount" for piece in pieces):
        _settle_pounds(text, pieces)
    open_pieces = [piece for piece in pieces if piece.mark is not None and piece.mark.code is None and piece.mark.noun]
    if not open_pieces:
        return
    nouns = {piece.mark.noun for piece in open_pieces if piece.mark is not None}
    default = default_code("dollar")
    dollar = _local_dollar(text, pieces) if nouns & {"dollar", "cent"} else _Settled(default, "default")
    if dollar.by == "default" and country is not None and (own := by_country("dollar", country)) is not None:
        dollar = _Settled(own, "setting")
    local = dollar.code
    named = {noun: _places_of(text, noun) for noun in nouns - {"dollar", "cent"} if noun}
    unnamed = {noun: _by_amounts(noun, pieces, country) for noun, places in named.items() if not places}
    cents = _cents(pieces, local) if "cent" in nouns else local
    for piece in open_pieces:
        noun = piece.mark.noun if piece.mark is not None else None
        if noun in {"dollar", "cent"} and not dollar.holds and piece.per in _PER_COMMODITY:
            piece.unit, piece.settled_by = default, "default"
        elif noun in {"dollar", "cent"}:
            piece.unit = cents if noun == "cent" else local
            piece.settled_by = dollar.by if piece.unit == local else "amounts"
        else:
            places = named[noun or ""]
            settled = _Settled(_nearest(text, places, piece), "country") if places else unnamed[noun or ""]
            piece.unit, piece.settled_by = settled.code, settled.by
            _count_thousandths(piece)
    _follow_compared(text, pieces)
    if "cent" in nouns:
        _follow_neighbours(text, pieces)


def _follow_compared(text: str, pieces: list[Piece]) -> None:
    """Give a bare dollar the currency of the amount that it is compared with: "172 Australian dlrs an ounce from 155 dlrs"."""
    for before, piece in pairwise(pieces):
        if piece.mark is None or piece.mark.noun != "dollar" or before.mark is None or before.mark.code not in _CODES:
            continue
        if before.per == piece.per and _COMPARES.fullmatch(text, before.around_end, piece.start):
            piece.unit, piece.settled_by = before.unit, "amounts"


def _follow_neighbours(text: str, pieces: list[Piece]) -> None:
    """Give cents the currency of the level that they moved an amount to: "eased eight cents to 11.20 euros"."""
    for piece, level in pairwise(pieces):
        if piece.mark is None or piece.mark.noun != "cent" or level.mark is None or level.mark.minor or level.mark.code is None:
            continue
        if (
            text[piece.end : level.start].strip() in {"to", "at", "up to", "down to", "higher at", "lower at"}
            and "cent" in currency(level.unit).minors
        ):
            piece.unit, piece.settled_by = level.unit, "amounts"


def _count_thousandths(piece: Piece) -> None:
    """Make thousandths of what was read as hundredths, where the minor unit of the currency is one: fils of Kuwait."""
    ratio = minor_ratio(piece.unit)
    if piece.mark is not None and piece.mark.minor and ratio != _HUNDRED:
        piece.low, piece.high = (
            CONTEXT.divide(CONTEXT.multiply(end, Decimal(_HUNDRED)), Decimal(ratio)) for end in (piece.low, piece.high)
        )


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
    all_money = alone or any(_RESTATED.match(text, piece.end) for piece in pounds) or _STERLING.search(text) is not None
    for piece in pounds:
        if not _WEIGHED.match(text, piece.end) and (
            all_money or _PAID.search(text, max(0, piece.start - _PAID_WITHIN), piece.start)
        ):
            piece.unit, piece.kind, piece.ton_kind, piece.settled_by = "GBP", "money", None, "text"


def _places_of(text: str, noun: str) -> list[tuple[int, int, str]]:
    """Return from where to where a text names a country that has a currency called so, and that currency, in order."""
    named = sorted((*country_places(text), *cities(text)))
    found = [(start, end, code) for start, end, country in named if (code := by_country(noun, country)) is not None]
    return [place for place in found if currency(place[2]).until is None] if noun in _POUNDS else found


def _nearest(text: str, places: list[tuple[int, int, str]], piece: Piece) -> str:
    """Return the currency of the place nearest to a piece, one of its own sentence if there is one."""
    after = bisect_left(places, (piece.start, 0, ""))
    ranked = [
        (_gap(text, place[1], piece.start) if place[0] < piece.start else _gap(text, piece.end, place[0]), place[2])
        for place in places[max(0, after - 1) : after + 1]
    ]
    return min(ranked, key=lambda one: one[0])[1]


def _gap(text: str, start: int, end: int) -> int:
    """Return how far it is from one place to another, much farther where a sentence ends between."""
    gap = end - start
    return gap + _SENTENCE if gap < _SENTENCE and ((between := text[start:end]).count(". ") or "\n\n" in between) else gap


def _by_amounts(noun: str, pieces: list[Piece], country: str | None) -> _Settled:
    """Return the currency of an ambiguous noun or sign where no country is named: that of the other amounts, then of the setting."""
    marked = Counter(piece.mark.code for piece in pieces if piece.mark is not None and piece.mark.code is not None)
    alike = [code for code, _ in marked.most_common() if noun in (*currency(code).nouns, *currency(code).minors)]
    if alike:
        return _Settled(alike[0], "amounts")
    own = by_country(noun, country) if country is not None else None
    return _Settled(own, "setting") if own is not None else _Settled(default_code(noun), "default")


def _cents(pieces: list[Piece], dollar: str) -> str:
    """Return the currency of cents: the one marked in the text, where it has cents, else the text's dollar."""
    default = default_code("dollar")
    codes = [piece.mark.code for piece in pieces if piece.kind == "money" and piece.mark is not None and not piece.mark.minor]
    marked = Counter(code for code in codes if code is not None and code != default and "cent" in currency(code).minors)
    first = marked.most_common(1)[0][0] if marked else dollar
    return first if first in _CODES or None not in codes else dollar


def _local_dollar(text: str, pieces: list[Piece]) -> _Settled:
    """Return the dollar that a bare "$" means, and what settles it.

    It is the U.S. one, unless the text itself counts in another: it says so; it marks U.S. dollars as such beside bare
    ones, or marks the other dollar as often, and is at home there; or it names places there and hardly any elsewhere.
    """
    default = default_code("dollar")
    stated = _STATED.search(text) if "ollars" in text else None
    if stated is not None and (said := suffix_words().get(f"{stated.group(1).strip()} dollars".lower())) is not None and said.code:
        return _Settled(said.code, "text")
    marked = [piece.mark for piece in pieces if piece.mark is not None]
    if any(mark.text in _AUSTRALIAN for mark in marked):
        return _Settled("AUD", "amounts", holds=False)
    codes = Counter(mark.code for mark in marked if mark.code)
    places = dollar_places(text)
    for code in codes:
        if code in _CODES:
            places.setdefault(_CODES[code], 0)
    if not places:
        return _Settled(default, "default")
    if _AGENCIES.search(text) or _restates(text, pieces):
        return _Settled(default, "text")
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
    if not at_home:
        return _Settled(default, "default", holds=False)
    return _Settled(local, "amounts" if codes[local] else "country", holds=False)


def _restates(text: str, pieces: list[Piece]) -> bool:
    """Return whether a bare "$" in brackets says an amount over again: "A$373 million ($234.8 million)"."""
    for one, other in pairwise(pieces):
        if one.kind != "money" or other.mark is None or other.mark.noun != "dollar":
            continue
        if text[one.end : other.start].strip() == "(" and (one.mark is None or one.mark.noun != "dollar"):
            return True
    return False
