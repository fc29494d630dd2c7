"""Numbers whose unit is written elsewhere in the sentence: "to 3.5 from seven pct", "505,000 tonnes (504,000)", "Norway with 640,000"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

import attrs

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.elision_signs import follows_no_noun, is_counted, is_label, lead_of, leads_on
from mineralclaims.quantities.pieces import Piece

_BRACKET_CLOSES = re.compile(r"\)|\s+(?:a year|in|last|previously|vs|versus|the)\b")
_LIST_LINK = re.compile(r"\s*,\s+|\s+(?:and|or)\s+|,\s+(?:and|or)\s+")
_LAST_LINK = re.compile(r",?\s+(?:and|or|to)\s+|/")
_TO_NEXT = re.compile(r"\s*(?:in [0-9]{4}\s*|,?\s*)?(?:from|to|and|versus|vs\.?|against|compared with|or|up from|down from)\s+(?:[\w']+\s+){0,3}")
_OF_THE = re.compile(r"\s+(?:out )?of\s+(?:the|its|a total|some)\s+(?:[a-z]+\s+)?")
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}\Z|0[0-9]")
_NEAR = 160
_LIST_LINK_AT_MOST = 8
_SMALL, _THOUSAND, _HUNDRED = Decimal(100), Decimal(1000), Decimal(100)
_COMPARISONS = frozenset({"from", "against", "versus", "vs", "vs.", "than", "to", "compared"})


def share_units(text: str, low: str, pieces: list[Piece], sentence_ends: list[int]) -> list[Piece]:
    """Return the pieces with bare numbers resolved; those that stay without a unit are left out."""
    if not any(piece.bare for piece in pieces):
        return pieces
    if all(piece.bare for piece in pieces):
        return []
    sentence_of = [bisect_right(sentence_ends, piece.start) for piece in pieces]
    following: list[Piece | None] = [None] * len(pieces)
    for index in range(len(pieces) - 2, -1, -1):
        later = pieces[index + 1]
        following[index] = following[index + 1] if later.bare else later
        if sentence_of[index] != sentence_of[index + 1]:
            following[index] = None
    resolved: list[Piece] = []
    last_sentence = -1
    previous: Piece | None = None
    percent: Piece | None = None
    for index, piece in enumerate(pieces):
        if sentence_of[index] != last_sentence:
            previous = percent = None
            last_sentence = sentence_of[index]
        if piece.bare:
            behind = pieces[index + 1] if index + 1 < len(pieces) and sentence_of[index + 1] == last_sentence else None
            donor = _donor(text, low, piece, (previous, percent, following[index], behind))
            if donor is None:
                continue
            piece = _filled(piece, donor)
        resolved.append(piece)
        if piece.kind == "percent" and not piece.worded:
            percent = piece
        elif piece.kind in {"amount", "money"}:
            previous = piece
    return resolved


_Neighbours = tuple[Piece | None, Piece | None, Piece | None, Piece | None]


def _donor(text: str, low: str, bare: Piece, neighbours: _Neighbours) -> Piece | None:
    """Return the neighbour whose unit the bare number shares: (amount before, percentage before, piece behind, number behind)."""
    amount, percent, behind, next_number = neighbours
    written = low[bare.start : bare.end]
    if bare.magnitude == 1 and (_YEAR.match(written) or is_label(low, bare.start)):
        return None
    if behind is not None and _in_list(low, bare, behind, next_number):
        return behind
    lead = lead_of(low, bare.start)
    if lead == "(":
        return _bracketed(low, bare, amount)
    precise = bare.magnitude != 1 or bare.grouped
    if behind is not None and precise and (_OF_THE.fullmatch(low, bare.end, behind.start) and _comparable(bare, behind, _THOUSAND)):
        return behind
    if not follows_no_noun(text, low, bare.end):
        return None
    if behind is not None and lead in _COMPARISONS | {"at", "by"} and _linked(low, bare, behind):
        return behind
    if bare.magnitude != 1:
        return _with_magnitude(low, bare, amount, behind)
    return _plain(text, low, bare, (amount, percent), lead)


def _in_list(low: str, bare: Piece, behind: Piece, next_number: Piece | None) -> bool:
    """Return whether the number is one of a list whose last member has the unit: "10, 20 and 30 per cent"."""
    if next_number is None or next_number.start - bare.end > _LIST_LINK_AT_MOST or behind.prefixed or not bare.single or behind.worded != bare.worded:
        return False
    if low.startswith("between ", max(0, bare.start - 8)):
        return False
    if next_number is behind:
        return _LAST_LINK.fullmatch(low, bare.end, behind.start) is not None and _comparable(bare, behind, _HUNDRED) and behind.kind != "multiple"
    return next_number.bare and _LIST_LINK.fullmatch(low, bare.end, next_number.start) is not None and behind.start - bare.end < 3 * _LIST_LINK_AT_MOST


def _bracketed(low: str, bare: Piece, donor: Piece | None) -> Piece | None:
    """Return the amount before a bracket that holds its counterpart ("505,000 tonnes (504,000)", "Mexico (61 million)")."""
    if donor is None or not _BRACKET_CLOSES.match(low, bare.end) or bare.start - donor.end > _NEAR:
        return None
    right_before = low[donor.end : bare.start].strip() == "("
    precise = bare.magnitude != 1 or bare.grouped or "." in low[bare.start : bare.end]
    return donor if (right_before or precise) and bare.low >= 1 and _comparable(bare, donor, _HUNDRED if precise else Decimal(5)) else None


def _linked(low: str, bare: Piece, behind: Piece) -> bool:
    """Return whether a word of comparison joins the number with the one behind it: "cut to 3.5 from seven pct"."""
    if behind.start - bare.end > 40 or behind.kind == "multiple" or not _TO_NEXT.fullmatch(low, bare.end, behind.start):  # noqa: PLR2004
        return False
    precise = bare.magnitude != 1 or bare.grouped or bare.worded or "." in low[bare.start : bare.end]
    return not behind.prefixed or precise


def _with_magnitude(low: str, bare: Piece, amount: Piece | None, behind: Piece | None) -> Piece | None:
    """Return the neighbour of a number such as "41 million" that counts nothing itself."""
    if amount is not None and bare.start - amount.end <= _NEAR and _comparable(bare, amount, _THOUSAND):
        return amount
    near = behind is not None and behind.kind in {"amount", "money"} and behind.start - bare.end <= _NEAR // 2 and not is_counted(low, bare.start)
    return behind if near and behind is not None and behind.magnitude != 1 and _comparable(bare, behind, _HUNDRED) else None


def _plain(text: str, low: str, bare: Piece, donors: tuple[Piece | None, Piece | None], lead: str) -> Piece | None:
    """Return the neighbour of a number without magnitude: only words of comparison or a parallel make it one of them."""
    amount, percent = donors
    written = low[bare.start : bare.end]
    decimal = "." in written
    after_percent = amount is not None and percent is not None and percent.start > amount.start and low[percent.end : bare.start].strip() in {"to", "at", "higher at", "lower at"}
    if amount is not None and bare.start - amount.end <= _NEAR and not after_percent:
        if bare.grouped and amount.grouped and _comparable(bare, amount, _HUNDRED) and leads_on(text, low, bare.start, lead):
            return amount
        near = _comparable(bare, amount, Decimal(3)) and bare.start - amount.end <= _NEAR // 2
        if near and (decimal or bare.grouped or bare.worded == amount.worded) and lead in {"from", "against", "versus", "vs", "vs.", "than", "with", "offered", "touching"}:
            return amount
        if near and decimal and leads_on(text, low, bare.start, lead):
            return amount
    if percent is None or bare.start - percent.end > _NEAR // 2 or bare.low > _SMALL or bare.grouped:
        return None
    if lead in {"from", "against", "versus", "vs", "vs."} or (lead == "with" and "compared with" in low[percent.end : bare.start]):
        return percent
    name = leads_on(text, low, bare.start, lead) == "name"
    parallel = name and (decimal or _comparable(bare, percent, Decimal(40)))
    return percent if parallel and (amount is None or amount.start < percent.start) else None


def _comparable(one: Piece, other: Piece, ratio: Decimal) -> bool:
    """Return whether two values are of about the same order."""
    first, second = CONTEXT.abs(one.low), CONTEXT.abs(other.low)
    if not first or not second:
        return False
    return first < CONTEXT.multiply(second, ratio) and second < CONTEXT.multiply(first, ratio)


def _filled(bare: Piece, donor: Piece) -> Piece:
    """Return the bare number with the unit, denominator and mark of its neighbour."""
    piece = attrs.evolve(bare, cues=list(bare.cues))
    piece.unit, piece.kind, piece.mark, piece.per, piece.ton_kind = donor.unit, donor.kind, donor.mark, donor.per, donor.ton_kind
    piece.elided, piece.donor = True, donor
    if donor.mark is not None and donor.mark.minor and bare.magnitude == 1:
        piece.low, piece.high = CONTEXT.divide(bare.low, _HUNDRED), CONTEXT.divide(bare.high, _HUNDRED)
    elif bare.magnitude == 1 and donor.start > bare.start and donor.magnitude >= _THOUSAND and bare.low < _THOUSAND:
        scaled = CONTEXT.multiply(bare.low, donor.magnitude)
        if CONTEXT.multiply(bare.low, _THOUSAND) < donor.low and scaled <= CONTEXT.multiply(donor.high, _HUNDRED):
            piece.low = piece.high = scaled
    piece.cues.append(("unit", donor.start, donor.end))
    return piece
