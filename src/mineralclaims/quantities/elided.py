"""Numbers whose unit is written elsewhere: "to 3.5 from seven pct", "505,000 tonnes (504,000)", "Norway with 640,000"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

import attrs

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.elision_signs import FOLLOWING, Signs, is_label, signs_of
from mineralclaims.quantities.pieces import ONE, Piece

_LIST_LINK = re.compile(r"\s*,\s+|\s+(?:and|or)\s+|,\s+(?:and|or)\s+")
_LAST_LINK = re.compile(r"\s+(?:and|or|to)\s+|, and |/")
_TO_NEXT = re.compile(
    r"\s*(?:in [0-9]{4}\s*|,?\s*)?(?:from|to|and|versus|vs\.?|against|compared with|or|up from|down from)\s+"
    r"(?:(?:the|a|an|its|about|around|nearly|almost|over|previous|earlier|estimated|revised|current|record|some|just|only|projected)\s+){0,3}"
)
_OF_THE = re.compile(r"\s+(?:out )?of\s+(?:the|its|a total|some)\s+(?:[a-z]+\s+)?")
_BRACKET_CLOSES = re.compile(r"\)|\s+(?:a year|in|last|previously|vs|versus|the)\b")
_YEAR = re.compile(r"(?:1[5-9]|20|21)[0-9]{2}\Z|0[0-9]")
_NEAR = 160
_RECENT = 5
_LINK_AT_MOST = 40
_LIST_LINK_AT_MOST = 8
_THREE, _FIVE, _HUNDRED, _THOUSAND = Decimal(3), Decimal(5), Decimal(100), Decimal(1000)
_COMPARISONS = frozenset({"from", "against", "versus", "vs", "vs.", "than", "to", "compared", "at", "by"})
_COMPARED_WITH = frozenset({"from", "against", "versus", "vs", "vs.", "than", "with", "offered", "touching"})


@attrs.define
class _Around:
    """What stands around a bare number in its sentence: amounts before it, the percentage before it, what follows."""

    amounts: list[Piece]
    percent: Piece | None
    behind: Piece | None
    next_number: Piece | None
    earlier: Piece | None


def share_units(text: str, low: str, pieces: list[Piece], sentence_ends: list[int]) -> list[Piece]:
    """Return the pieces with bare numbers resolved; those that stay without a unit are left out."""
    if not any(piece.bare for piece in pieces):
        return pieces
    if all(piece.bare for piece in pieces):
        return []
    sentences = [bisect_right(sentence_ends, piece.start) for piece in pieces]
    following = _following(pieces, sentences)
    resolved: list[Piece] = []
    around = _Around([], None, None, None, None)
    for index, piece in enumerate(pieces):
        if index and sentences[index] != sentences[index - 1]:
            earlier = around.amounts[0] if around.amounts else None
            around = _Around([], None, None, None, earlier if sentences[index] == sentences[index - 1] + 1 else None)
        if piece.bare:
            same = index + 1 < len(pieces) and sentences[index + 1] == sentences[index]
            around.behind, around.next_number = following[index], pieces[index + 1] if same else None
            donor = _donor(text, low, piece, around)
            if donor is None:
                continue
            piece = _filled(piece, donor)
        resolved.append(piece)
        if piece.kind == "percent":
            around.percent = around.percent if piece.worded else piece
        elif piece.kind != "multiple" and (low[piece.start - 1 : piece.start] != "(" or not around.amounts):
            around.amounts.insert(0, piece)
            del around.amounts[_RECENT:]
    return resolved


def _following(pieces: list[Piece], sentences: list[int]) -> list[Piece | None]:
    """Return for each piece the next one of its sentence that has a unit."""
    following: list[Piece | None] = [None] * len(pieces)
    for index in range(len(pieces) - 2, -1, -1):
        if sentences[index] == sentences[index + 1]:
            later = pieces[index + 1]
            following[index] = following[index + 1] if later.bare else later
    return following


def _donor(text: str, low: str, bare: Piece, around: _Around) -> Piece | None:
    """Return the neighbour whose unit the bare number shares."""
    behind = around.behind
    if bare.magnitude == 1 and (_YEAR.match(low[bare.start : bare.end]) or is_label(low, bare.start)):
        return None
    if behind is not None and _in_list(low, bare, behind, around.next_number):
        return behind
    signs = signs_of(text, low, bare.start, bare.end)
    if signs.lead == "(":
        return _bracketed(low, bare, around)
    large = bare.magnitude != 1 or bare.grouped
    if behind is not None and large and _OF_THE.fullmatch(low, bare.end, behind.start) and _comparable(bare, behind, _THOUSAND):
        return behind
    if signs.follows == FOLLOWING.A_NOUN:
        return None
    if behind is not None and signs.lead in _COMPARISONS and _linked(low, bare, behind):
        return behind
    if large and signs.follows == FOLLOWING.OF_THEM:
        return _first(bare, around.amounts, _THOUSAND)
    if bare.magnitude != 1:
        return _with_magnitude(bare, around, counted=signs.counted)
    return _plain_amount(low, bare, around, signs) or _plain_percent(low, bare, around, signs)


def _in_list(low: str, bare: Piece, behind: Piece, next_number: Piece | None) -> bool:
    """Return whether the number is one of a list whose last member has the unit: "10, 20 and 30 per cent"."""
    if next_number is None or next_number.start - bare.end > _LIST_LINK_AT_MOST or behind.prefixed or behind.worded != bare.worded:
        return False
    if low.startswith("between ", max(0, bare.start - 8)):
        return False
    if next_number is behind:
        return behind.kind != "multiple" and _LAST_LINK.fullmatch(low, bare.end, behind.start) is not None and _comparable(bare, behind, _HUNDRED)
    near = behind.start - bare.end < 3 * _LIST_LINK_AT_MOST
    return near and next_number.bare and _LIST_LINK.fullmatch(low, bare.end, next_number.start) is not None


def _bracketed(low: str, bare: Piece, around: _Around) -> Piece | None:
    """Return the amount before a bracket that holds its counterpart ("505,000 tonnes (504,000)", "Mexico (61 million)")."""
    if bare.low < 1 or not _BRACKET_CLOSES.match(low, bare.end):
        return None
    precise = bare.magnitude != 1 or bare.grouped or "." in low[bare.start : bare.end]
    donor = _first(bare, around.amounts, _HUNDRED if precise else _FIVE)
    right_before = donor is not None and low[donor.end : bare.start].strip() == "("
    return donor if right_before or precise else None


def _linked(low: str, bare: Piece, behind: Piece) -> bool:
    """Return whether a word of comparison joins the number with the one behind it: "cut to 3.5 from seven pct"."""
    if behind.start - bare.end > _LINK_AT_MOST or behind.kind == "multiple" or not _TO_NEXT.fullmatch(low, bare.end, behind.start):
        return False
    if behind.kind == "percent":
        return bare.magnitude == 1 and bare.low < _THOUSAND
    precise = bare.magnitude != 1 or bare.grouped or bare.worded or "." in low[bare.start : bare.end]
    return not behind.prefixed or precise


def _with_magnitude(bare: Piece, around: _Around, *, counted: bool) -> Piece | None:
    """Return the neighbour of a number such as "41 million" that counts nothing itself."""
    if counted:
        return None
    same = [amount for amount in around.amounts if amount.magnitude == bare.magnitude]
    donor = _first(bare, same or around.amounts, _THOUSAND)
    if donor is not None:
        return donor
    if around.earlier is not None and around.earlier.magnitude >= _THOUSAND and _comparable(bare, around.earlier, _HUNDRED):
        return around.earlier
    behind = around.behind
    if behind is None or behind.kind not in {"amount", "money"} or behind.magnitude == 1 or behind.start - bare.end > _NEAR // 2:
        return None
    return behind if _comparable(bare, behind, _HUNDRED) else None


def _plain_amount(low: str, bare: Piece, around: _Around, signs: Signs) -> Piece | None:
    """Return the amount that a number without magnitude goes on from: words of comparison or a parallel must say so."""
    percent = around.percent
    if percent is not None and low[percent.end : bare.start].strip() in {"to", "at", "higher at", "lower at"}:
        return None
    if bare.grouped and signs.leads:
        donor = _first(bare, [amount for amount in around.amounts if amount.grouped or amount.magnitude != 1], _HUNDRED)
        if donor is not None:
            return donor
    decimal = "." in low[bare.start : bare.end]
    donor = _first(bare, around.amounts, _THREE, within=_NEAR // 2)
    if donor is None:
        moved = around.amounts and around.amounts[0].kind == "money" and low[around.amounts[0].end : bare.start] in {", up ", ", down "}
        return around.amounts[0] if moved and decimal else None
    compared = signs.lead in _COMPARED_WITH and (decimal or bare.grouped or bare.worded == donor.worded)
    return donor if compared or (decimal and signs.leads) else None


def _plain_percent(low: str, bare: Piece, around: _Around, signs: Signs) -> Piece | None:
    """Return the percentage that a small number goes on from: "7.2 pct from 6.8", "Europe 26 and Japan 15 pct"."""
    percent, behind = around.percent, around.behind
    if percent is None or bare.start - percent.end > _NEAR // 2 or bare.low > _HUNDRED or bare.grouped:
        return None
    if around.amounts and around.amounts[0].start > percent.start:
        return None
    between = low[percent.end : bare.start]
    if signs.lead in {"from", "against", "versus", "vs", "vs."} or (signs.lead == "with" and "compared with" in between):
        return percent if _comparable(bare, percent, _HUNDRED) else None
    decimal = "." in low[bare.start : bare.end]
    if signs.lead in {"by", "with"} and decimal and signs.follows == FOLLOWING.A_STOP and _comparable(bare, percent, _FIVE):
        return percent
    listed = behind is not None and behind.kind == "percent" and behind.start - bare.end < _NEAR // 2
    if signs.lead in {"for", "with"} and listed and signs.follows == FOLLOWING.A_STOP:
        return percent
    parallel = signs.leads == "name" and signs.follows == FOLLOWING.A_STOP and (decimal or _comparable(bare, percent, Decimal(40)))
    return percent if parallel else None


def _first(bare: Piece, donors: list[Piece], ratio: Decimal, within: int = _NEAR) -> Piece | None:
    """Return the nearest of the quantities before the number that is of about its order."""
    return next((donor for donor in donors if bare.start - donor.end <= within and _comparable(bare, donor, ratio)), None)


def _comparable(one: Piece, other: Piece, ratio: Decimal) -> bool:
    """Return whether two values are of about the same order, as written."""
    first, second = CONTEXT.abs(one.high), CONTEXT.abs(other.high)
    if not first or not second:
        return False
    unit = other.times if other.kind == "amount" else CONTEXT.divide(ONE, _HUNDRED) if other.mark is not None and other.mark.minor else ONE
    scaled = CONTEXT.multiply(first, unit) if unit != 1 else first
    return any(value < CONTEXT.multiply(second, ratio) and second < CONTEXT.multiply(value, ratio) for value in (scaled, first))


def _filled(bare: Piece, donor: Piece) -> Piece:
    """Return the bare number with the unit, denominator and mark of its neighbour."""
    piece = attrs.evolve(bare, cues=list(bare.cues))
    piece.unit, piece.kind, piece.mark, piece.per, piece.ton_kind = donor.unit, donor.kind, donor.mark, donor.per, donor.ton_kind
    piece.elided, piece.donor = True, donor
    factor = ONE
    if donor.mark is not None and donor.mark.minor and bare.magnitude == 1:
        factor = CONTEXT.divide(ONE, _HUNDRED)
    elif donor.times != 1 and CONTEXT.multiply(bare.high, _HUNDRED) < donor.high:
        factor = donor.times
    elif bare.magnitude == 1 and donor.start > bare.start and donor.magnitude >= _THOUSAND and bare.low < _THOUSAND:
        factor = donor.magnitude if CONTEXT.multiply(bare.low, _THOUSAND) < donor.low else ONE
    if factor != 1:
        piece.low, piece.high = CONTEXT.multiply(bare.low, factor), CONTEXT.multiply(bare.high, factor)
        piece.times = donor.times
    piece.cues.append(("unit", donor.start, donor.end))
    return piece
