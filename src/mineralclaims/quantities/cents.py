"""Whose cents are meant, and whose dollars the price of a share is in: by the amounts near by and the exchange."""

from __future__ import annotations

import re
from bisect import bisect
from decimal import Decimal

from mineralclaims.normalize.currencies import by_country, currency
from mineralclaims.quantities.currency_places import SENTENCE, gap
from mineralclaims.quantities.dollars import DEFAULT, RESTATES, WORLD_PRICED
from mineralclaims.quantities.pieces import Piece

_EXCHANGES = {
    "AU": re.compile(r"\bASX\b|\b[Ii]n Sydney\b|\bSydney(?:-listed| (?:market|exchange|trad))"),
    "CA": re.compile(r"\bTSXV?\b|\b[Ii]n Toronto\b|\b(?:the )?Toronto(?:-listed| (?:\w+ )?(?:market|exchange|trad))"),
    "NZ": re.compile(r"\bNZX\b|\b[Ii]n Wellington\b"),
}
"""Where shares are traded in a dollar of the country's own, with its ISO 3166 code."""
_WITHIN, _AROUND = 400, 8
_CITIES = ("ASX", "Sydney", "TSX", "Toronto", "NZX", "Wellington")
_SHARES = re.compile(
    r"\b(?:shares?|stocks?)\b[^.]*\b(?:clos|end|finish|trad|rose|fell|gain|lost|add|up|down|higher|lower|slip|slid|jump|climb|drop|at)|\bclosed\b"
)
_ELSEWHERE = re.compile(r"\bNew York\b|\bNYSE\b|\bNasdaq\b|\bLondon\b|US\$")
_SMALL_CHANGE, _DEAREST = Decimal("0.001"), Decimal(1000)


def give_share_prices(text: str, pieces: list[Piece]) -> None:
    """Give bare prices of shares the currency of the one exchange that their sentence names: "the stock closed at $41.36 in Sydney"."""
    if not any(name in text for name in _CITIES):
        return
    for piece in pieces:
        if piece.mark is None or piece.mark.noun not in {"dollar", "cent"} or piece.per not in {None, "share"}:
            continue
        if piece.magnitude != 1 or piece.grouped or not _SMALL_CHANGE <= piece.low < _DEAREST:
            continue
        start, end = _sentence(text, piece)
        named = [country for country, exchange in _EXCHANGES.items() if exchange.search(text, start, end)]
        if len(named) == 1 and _SHARES.search(text, start, end) and not _ELSEWHERE.search(text, start, end):
            piece.unit, piece.settled_by = by_country("dollar", named[0]) or DEFAULT, "country"


def _sentence(text: str, piece: Piece) -> tuple[int, int]:
    """Return from where to where the sentence of a piece goes, as far as it is near."""
    low, high = max(0, piece.start - _WITHIN), min(len(text), piece.end + _WITHIN)
    start = max(text.rfind(". ", low, piece.start), text.rfind("\n\n", low, piece.start), low - 1) + 1
    return start, min(
        (at for at in (text.find(". ", piece.end, high), text.find("\n\n", piece.end, high)) if at >= 0), default=high
    )


def give_cents(text: str, pieces: list[Piece]) -> None:
    """Give cents that are no world price the currency of the amount nearest to them that has cents."""
    money = [piece for piece in pieces if piece.kind == "money" and piece.mark is not None and _has_cents(piece)]
    others = any(one.unit != DEFAULT for one in money)
    starts = [one.start for one in money]
    for at, piece in enumerate(pieces):
        if piece.mark is None or piece.mark.noun != "cent":
            continue
        if piece.per not in WORLD_PRICED and others:
            place = bisect(starts, piece.start)
            known = [one for one in money[max(0, place - _AROUND) : place + _AROUND] if not _is_elsewhere(text, one, piece)]
            near = min(known, key=lambda one: _far(text, one, piece), default=None)
            if near is not None and near.unit != piece.unit:
                piece.unit, piece.settled_by = near.unit, "amounts"
        level = pieces[at + 1] if at + 1 < len(pieces) else None
        if level is not None and _is_level(text, piece, level):
            piece.unit, piece.settled_by = level.unit, "amounts"


def _is_elsewhere(text: str, money: Piece, cents: Piece) -> bool:
    """Return whether an amount cannot tell whose cents are meant, as those marked as U.S. dollars, or said over again in cents."""
    if money.mark is not None and money.mark.code == DEFAULT and not (money.mark.minor and _far(text, money, cents) < SENTENCE):
        return True
    return money.end < cents.start and RESTATES.fullmatch(text, money.end, cents.start) is not None


def _has_cents(piece: Piece) -> bool:
    """Return whether an amount that is settled is one of a currency with cents, and no bare cents itself."""
    if piece.mark is None or piece.mark.noun == "cent":
        return False
    return piece.mark.noun == "dollar" or "cent" in currency(piece.unit).minors


def _is_level(text: str, moved: Piece, level: Piece) -> bool:
    """Return whether cents moved an amount to a level: "eased eight cents to 11.20 euros"."""
    if level.mark is None or level.mark.minor or level.mark.code is None:
        return False
    between = text[moved.end : level.start].strip()
    return between in {"to", "at", "up to", "down to", "higher at", "lower at"} and "cent" in currency(level.unit).minors


def _far(text: str, money: Piece, cents: Piece) -> int:
    """Return how far an amount is from cents, much farther where a sentence ends between, above all before the amount."""
    if money.start < cents.start:
        return gap(text, money.end, cents.start)
    length = gap(text, cents.end, money.start)
    return length if length < SENTENCE else length + 2 * SENTENCE
