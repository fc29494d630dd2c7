"""Which pounds are money, and whose: "a profit of 3.2 million pounds", "sold 3.2 million pounds of copper"."""

from __future__ import annotations

import re
from decimal import Decimal

from mineralclaims.quantities.currency_places import nearest, places_of
from mineralclaims.quantities.pieces import Piece

_STERLING = re.compile(r"£|\bsterling\b|\bpence\b|\bGBP\b|\bBritish pounds?\b|\bstg\b")
_RESTATED = re.compile(r"\s*\(\s*(?:US|A|C)?[$€¥]|\s*\([A-Z]{3} ?[0-9]")
_WEIGHED = re.compile(r"\s+of\b|\s+(?:a|per) (?:year|day|month|ton)|\s+(?:heavier|lighter)|\s?/", re.IGNORECASE)
_PAID = re.compile(
    r"\b(?:pa(?:y|ys|id|ying)|costs?|costing|spen[dt]s?|spending|invest(?:s|ed|ing|ments? of)?|worth|valu(?:ed?|es|ing)(?: (?:it|them|him|the [a-z]{3,12}|[A-Z][\w-]{2,20}))? (?:at|of)|earn(?:s|ed|ing)?"
    r"|profits? (?:of|was|were|to|at)|loss(?:es)? (?:of|was)|revenues? (?:of|was|to)|debts? of|loans? of|fined?|bids? of|budget of|takeover"
    r"|turnover (?:of|was)|compensation of|tax(?:es)? of|levy of|subsid(?:y|ies) of|support of|income of|surplus of|deficit of|pay ?out of|charges? of|costs? of|fees? of|stake for|grants? of|dividends? of|price of)"
    r"(?: (?:about|around|some|nearly|close to|almost|over|up to|at least|more than|less than|only|just|a|an|another|further|estimated|record|its|them)){0,3} \Z"
)
"""What shows that pounds right behind are money: "paid 3.2 million pounds", no "sold 3.2 million pounds"."""
_PAID_WITHIN = 48
_BOUGHT = re.compile(
    r"\b(?:b(?:uy|ought)|s(?:ell|old)|acquir|purchas|agreed|chang|tak(?:e|en)|took)[^.;,0-9\n]{0,70}\bfor (?:(?:about|around|some|nearly|almost|over|up to|a"
    r"|just|more than|less than) )?\Z|\b(?:fin|su)(?:e|ed|ing) [^.;,\n]{1,40} \Z|\bfor a (?:nominal|token|total|reported) \Z"
)
"""What shows by its verb that pounds right behind are money: "sell the field for 30 million pounds", "fined the firm 3 million pounds"."""
_BOUGHT_WITHIN = 96
_OWED = re.compile(
    r"\s+of (?:\w+ ){0,2}(?:debts?|assets|aid|loans?|taxes|tax|investments?|savings|revenues?|fund(?:s|ing)|spending|bonds?|shares|stock"
    r"|profits?|gilts|equity|capital|costs?|sales|orders|contracts|damage|public money|taxpayers' money|borrowing|(?:treasury )?bills|notes|exports|imports)\b"
)
"""What shows that pounds before it are money: "19 billion pounds of debt"."""
_FOR_A_MASS = re.compile(
    r"\s+(?:an?|per) (?:gram(?:me)?|tonne|ton|kilo(?:gram(?:me)?)?|ounce|barrel|gallon|lit(?:re|er)|head|share|hour|week|month)\b"
)
_FOR_A_SHARE = re.compile(r"\s+(?:a|per) share\b")
_SAID_OVER = re.compile(
    r"[$€][0-9.,]{1,12} ?(?:million|billion|trillion|bn|m|tn)?(?: an? \w+)?,? ?(?:or|\() ?(?:about |around |some |roughly |nearly )?\Z"
)
"""What shows that pounds say an amount of money over again: "$1.7 billion a month, or 85 billion pounds"."""
_POUND_DEAL = re.compile(
    r" (?:\w+ )?(?:approach|offer|bid|deal|takeover|loan|fund|project|plan|programme|investment|contract|stake|budget|package|refinery|plant"
    r"|windfall|tax|bill|fine|debt|profit|loss|charge|writedown|buyback|dividend|merger|acquisition|purchase|sale|grant|subsidy|bailout)\b"
)
"""What "pound" before it is money of: "a 38.6 billion pound approach"."""
_BY_MASS = re.compile(r"\b(?:lbs?|U3O8|(?:a|per|each) pound)\b")
_FOR_A_TIME = re.compile(r"\s+(?:an?|per|every|each) (?:year|day|month|week|hour|night)\b")
_OF_GOODS = re.compile(
    r"\b(?:produc\w+|process\w*|output|mine[ds]?|mining|milled|ship\w*|deliver\w*|sold|sales of|sell\w*|bought|export\w*|import\w*|contain\w*|resources?|reserves"
    r"|inventor\w+|stocks?|stockpil\w*|yellowcake|U3O8|uranium|copper|lithium|cobalt|nickel|zinc|molybdenum|tin|lead|vanadium|cocoa|sugar"
    r"|coffee|cotton|beef|tobacco|weigh\w*|harvest\w*|crop|capacity|emi\w+|carry\w*|load\w*|holds?|holding|recover\w*|catch\w*|lifted?)\b"
)
"""What may be counted in pounds of mass, and what is done with it."""
_GOODS_WITHIN = 70
_MOST_IN_A_TON = Decimal(2205)
_IN_MILLIONS, _IN_BILLIONS = 10**6, 10**9
_GRADES = frozenset({"lb/t", "lb/short_ton"})


def settle_pounds(text: str, pieces: list[Piece]) -> None:
    """Make money of pounds that are no mass, of the country whose pounds they are."""
    grades = [piece for piece in pieces if piece.unit in _GRADES and piece.low > _MOST_IN_A_TON]
    for piece in grades:  # "6,900 pounds a tonne"
        piece.per = piece.per or "t"
    pounds = [
        piece
        for piece in pieces
        if piece.unit == "lb" and piece.kind == "amount" and "pound" in text[piece.start : piece.end].lower()
    ]
    if not pounds and not grades:
        return
    places = places_of(text, "pound")
    alone = len(pounds) == 1 and text.strip() == text[pounds[0].start : pounds[0].end]
    sterling = _STERLING.search(text) is not None
    told = alone or sterling or any(_RESTATED.match(text, piece.end) for piece in pounds)
    weighed = any(text.startswith(" of ", piece.end) and not _OWED.match(text, piece.end) for piece in pounds)
    if not told and not weighed and _BY_MASS.search(text) is None:
        told = any(_is_paid(text, piece) for piece in pounds)
    paid = [*grades, *(piece for piece in pounds if _is_money(text, piece, told=told, sterling=sterling, at_home=bool(places)))]
    sharing: dict[int, list[Piece]] = {}
    for piece in pieces:
        if piece.donor is not None and piece.unit == "lb":
            first = piece.donor if piece.donor.donor is None else piece.donor.donor
            sharing.setdefault(id(first), []).append(piece)
    for piece in paid:
        code = nearest(text, places, piece) if places and not sterling else "GBP"
        for one in (piece, *sharing.get(id(piece), ())):
            one.unit, one.kind, one.ton_kind, one.settled_by = code, "money", None, "text"


def _is_money(text: str, piece: Piece, *, told: bool, sterling: bool, at_home: bool) -> bool:
    """Return whether pounds are money.

    Args:
        text: the folded text.
        piece: the pounds.
        told: whether the text shows that it counts money in pounds.
        sterling: whether it does so in so many words.
        at_home: whether it names a country that does.
    """
    if _is_paid(text, piece):
        return True
    weighed = _WEIGHED.match(text, piece.end) is not None
    if text.startswith((" of ", "\nof "), piece.end) or not (told or at_home):
        return False
    if _FOR_A_MASS.match(text, piece.end):
        return at_home
    start = max(0, piece.start - _GOODS_WITHIN)
    if _OF_GOODS.search(text[start : piece.start].rsplit(". ", 1)[-1]):
        return sterling and not weighed
    return not weighed or (not _IN_MILLIONS <= piece.low < _IN_BILLIONS and _FOR_A_TIME.match(text, piece.end) is not None)


def _is_paid(text: str, piece: Piece) -> bool:
    """Return whether the words right around pounds tell of a payment or a debt."""
    if _OWED.match(text, piece.end) or _RESTATED.match(text, piece.end) or _FOR_A_SHARE.match(text, piece.end):
        return True
    if text.endswith("pound", piece.start, piece.end) and _POUND_DEAL.match(text, piece.end):
        return True
    if _WEIGHED.match(text, piece.end) and not _FOR_A_TIME.match(text, piece.end):
        return False
    paid = _PAID.search(text, max(0, piece.start - _PAID_WITHIN), piece.start)
    if _SAID_OVER.search(text, max(0, piece.start - _PAID_WITHIN), piece.start):
        return True
    return paid is not None or _BOUGHT.search(text, max(0, piece.start - _BOUGHT_WITHIN), piece.start) is not None
