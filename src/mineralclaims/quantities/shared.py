"""Denominators that a number takes over from another of its sentence: "lead rose to $1,990 a ton, zinc to $2,838"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal
from itertools import pairwise

from mineralclaims.mentions.denominators import TIMES
from mineralclaims.quantities.cases import alike
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.ranges import same_currency

_BRACKET = re.compile(r" ?\((?:about |around |roughly |some |or )?")
# "742 yuan a tonne, or about $103", "1.2 bcm a year (42 bcf)".
_RESTATES = re.compile(
    r"(?:, or|,? (?:which is|equal to|(?:the )?equivalent (?:of|to)|i\.e\.)|,? \(|\s*/) ?"
    r"(?:about |around |roughly |some |nearly |almost |just over |just under )?"
)
# A move and the level that it led to: "gained 93 cents to $54.82 a barrel", "rose 3.0 cents, or 1.2%, to $2.638".
_MOVE = re.compile(r"(?:, or [0-9.]{1,6} ?(?:%|percent|per cent|pct),?)?(?:(?! and )[^.;()0-9]){0,40}\b(?:to|at)\s+(?:\w+\s+){0,2}")
# The same of an amount: "rose 150,000 barrels last week to a record".
_AMOUNT_MOVE = re.compile(
    r"(?: (?:last|this|in the|over the|on the) (?:latest |past |previous |same )?(?:week|month|quarter|year|day))?"
    r"(?: from the (?:previous|prior) (?:week|month|quarter|year|day))?,? to (?:(?:a|an|about|around|nearly|some|just|over|record|new|weekly|monthly|high|low|of) ){0,5}"
)
_ITEM = re.compile(r"\.?(?: (?:of|in) [a-z][a-z -]{1,24})?(?:,? (?P<last>and )|, )(?:(?:about|some|nearly|over) )?")
_MOVING = frozenset({
    "rose", "rise", "rises", "risen", "rising", "fell", "fall", "falls", "fallen", "falling", "climbed", "climbs", "climb", "dropped",
    "drops", "drop", "increased", "increases", "increase", "decreased", "decreases", "decrease", "declined", "declines", "decline",
    "jumped", "jumps", "jump", "slipped", "slips", "dipped", "dips", "gained", "gains", "lost", "grew", "grown", "grow", "grows",
    "shrank", "surged", "slid", "slumped", "soared", "plunged", "up", "down",
})  # fmt: skip
"""What leads to a move and then its level."""
_LIST_AT_MOST = 5
_SOLD_BY = frozenset({"lb", "oz", "oz_t", "t", "short_ton", "bbl", "ct", "kg", "g", "gal", "m3"})
_SALE = re.compile(
    r"\b(?:sold|sells?|selling|bought|buys?|buying|purchased|delivered|shipped|exported|sales? of|purchases? of|deliver(?:y|ies) of|shipped)\b[^.;]{0,24}\Z"
)
_AT_PRICE = re.compile(
    r"(?: of [a-z0-9][a-z0-9 -]{1,24})?(?:,? (?:was|were) sold| was| were)? ?(?:(?:to|from|in) [a-z][a-z .]{1,30} )?at (?:(?:a|an|the|its|our) )?"
    r"(?:(?:net|realized|realised|weighted|achieved) )?average (?:(?:net|realized|realised|sales|selling|contract|spot) )?prices? (?:of|averaging) (?:(?:about|around|some|nearly) )?"
)
_COMPARED = re.compile(
    r"\b(?:from|versus|vs|against|compared (?:with|to)|(?<!more )(?<!less )than|previously|after|short of|of which"
    r"|(?:rising|ramping up|growing|increasing|falling|climbing|up|back) to)\s+"
    r"(?:(?:the|a|an|about|around|nearly|some|just|only|its|over|more than|almost|loss|profit|projected|estimated"
    r"|earlier|previous|at|record)\s+){0,3}\Z|\A\s*to\s+\Z"
)
# Two goods of one rate: "5 Mt of ore and 2 Mt of pellets", "was 66 Mt and is projected to increase to 77 Mt".
_JOINED = re.compile(
    r" of [a-z][\w -]{1,24},? and (?:(?:about|some|nearly|over|up to|around) )?"
    r"|(?: of [a-z]\w{1,15})?(?: in [0-9]{4})?,? (?:and|but) (?:(?:is|was|are|were) )?(?:projected|expected|forecast|estimated|likely|set|planned) to "
    r"(?:increase|rise|grow|climb|expand|reach|fall|decline|drop|decrease)(?: to)? (?:(?:about|some|nearly|over|around) )?"
)
_UP = re.compile(r",? (?:up|down) \Z")
_ANOTHER_SUBJECT = re.compile(r"\b(?:while|whereas)\b")
_THREE, _NEAR, _FAR = Decimal(3), Decimal(12), Decimal(40)
_WITHIN = 260
_MOVE_WITHIN = 60
_WORDS_BACK = 48
_RECENT = 3


def share_denominators(low: str, pieces: list[Piece], sentence_ends: list[int]) -> None:
    """Fill in the denominators that other quantities of the same sentence say; ``low`` is the text in lower case."""
    last_sentence = -1
    given: list[Piece] = []
    for index, piece in enumerate(pieces):
        sentence = bisect_right(sentence_ends, piece.start)
        if sentence != last_sentence:
            given, last_sentence = [], sentence
        if piece.kind not in {"money", "amount"} or "/" in piece.unit:
            continue
        if piece.per is None:
            donor = _donor(low, pieces, index, given)
            sold = _sold(low, pieces, index) if donor is None else None
            if sold is not None:
                piece.per, piece.per_ton_kind = sold.unit, sold.ton_kind
            if donor is not None:
                piece.per, piece.per_ton_kind = donor.per, donor.per_ton_kind
                piece.cues.extend(cue for cue in donor.cues if cue[0] == "per")
        if piece.per is not None:
            given.insert(0, piece)
            del given[_RECENT:]


def _donor(low: str, pieces: list[Piece], index: int, given: list[Piece]) -> Piece | None:
    """Return the quantity whose denominator holds for ``pieces[index]`` too."""
    piece = pieces[index]
    if given and _is_level(low, given[0], piece):
        return given[0]
    if piece.donor is not None and piece.donor.per is not None and alike(piece.low, piece.donor.low, _FAR):
        of_a_year = piece.donor.per == "year" and not _COMPARED.search(low, max(0, piece.start - _WORDS_BACK), piece.start)
        return None if of_a_year else piece.donor
    return _behind(low, pieces, index) or next((one for one in given if _holds_on(low, one, piece)), None)


def _is_level(low: str, move: Piece, level: Piece) -> bool:
    """Return whether an amount is the level that another moved to: "raised its ceiling by 500,000 barrels a day to 27.5 million"."""
    if move.per not in TIMES or move.unit != level.unit or move.kind != level.kind or not low.endswith(" by ", 0, move.start):
        return False
    return low[move.around_end : level.start] == " to "


def _behind(low: str, pieces: list[Piece], index: int) -> Piece | None:
    """Return the quantity behind whose denominator holds here: a restatement, a level, the end of a pair."""
    piece = pieces[index]
    behind = next((later for later in pieces[index + 1 : index + 3] if later.kind != "percent"), None)
    listed = _end_of_list(low, pieces, index) if piece.kind == "amount" else None
    if listed is not None:
        return listed
    if behind is None or behind.per is None or behind.kind != piece.kind:
        return None
    between = low[piece.end : behind.start]
    if _BRACKET.fullmatch(between):
        if piece.unit == behind.unit:
            return behind if _like(piece, behind) else None  # "$112 million ($0.94 a share)"
        return behind if piece.kind == "money" or _is_behind_bracket(low, behind) else None
    joined = _JOINED.fullmatch(between) is not None and _like(piece, behind)
    if piece.kind == "amount" and behind.per in TIMES and (joined or _moves_to(low, piece, behind)):
        return behind
    if piece.kind != "money" or behind.per in TIMES or not _one_currency(piece, behind) or len(between) > _MOVE_WITHIN:
        return None
    if between == " and ":
        return behind
    return behind if piece.magnitude <= 1 and _MOVE.fullmatch(between) else None


def _sold(low: str, pieces: list[Piece], index: int) -> Piece | None:
    """Return the amount that is sold at a price, which is per its unit: "delivered 40,000 pounds of U3O8 for a mean price of $51.20"."""
    piece, before = pieces[index], pieces[index - 1] if index else None
    if (
        piece.kind != "money"
        or piece.magnitude > 1
        or before is None
        or before.kind != "amount"
        or before.per not in {None, *TIMES}
    ):
        return None
    if before.unit not in _SOLD_BY or before.end > piece.start or _AT_PRICE.fullmatch(low, before.end, piece.around_start) is None:
        return None
    return before if _SALE.search(low, max(0, before.around_start - _WORDS_BACK), before.around_start) else None


def _moves_to(low: str, piece: Piece, behind: Piece) -> bool:
    """Return whether an amount is the move to a rate: "rose 150,000 barrels last week to 9.1 million barrels a day"."""
    if piece.unit != behind.unit or piece.low > behind.low or _AMOUNT_MOVE.fullmatch(low, piece.end, behind.start) is None:
        return False
    words = low[max(0, piece.around_start - _WORDS_BACK) : piece.around_start].split()
    return bool(words) and words[-1 - (words[-1] == "by" and len(words) > 1)] in _MOVING


def _end_of_list(low: str, pieces: list[Piece], index: int) -> Piece | None:
    """Return the last of a list of amounts, which says what all are per: "4 million lb of zinc, 900 oz of gold and 2 million lb of lead a year"."""
    for one, other in pairwise(pieces[index : index + _LIST_AT_MOST]):
        match = _ITEM.fullmatch(low, one.end, other.around_start)
        if match is None or other.kind != "amount":
            return None
        if match["last"]:
            return other if other.per in TIMES else None
    return None


def _is_behind_bracket(low: str, piece: Piece) -> bool:
    """Return whether the denominator stands behind the bracket that the piece is in: "40 tonnes (88,000 pounds) a day"."""
    return any(field == "per" and ")" in low[piece.end : start + 1] for field, start, _ in piece.cues)


def _holds_on(low: str, given: Piece, piece: Piece) -> bool:
    """Return whether the denominator of a quantity before holds for this one too."""
    between = low[given.around_end : piece.start]
    if len(between) > _WITHIN:
        return False
    if given.kind == piece.kind == "money" and _UP.search(between) and _one_currency(piece, given):
        return True
    if not _like(piece, given):
        return piece.kind == given.kind and piece.unit != given.unit and _RESTATES.fullmatch(between) is not None
    if given.per not in TIMES:
        if ";" in between[:-6] and not (between.count(";") == 1 and given.per != "share" and alike(piece.low, given.low, _THREE)):
            return False
        return _ANOTHER_SUBJECT.search(between) is None
    if given.unit == piece.unit and _JOINED.fullmatch(between) is not None:
        return True
    compared = _COMPARED.search(between[-_WORDS_BACK:]) is not None or (
        low.endswith("by ", 0, given.start) and between.endswith(" to ")
    )
    return compared and len(between) < _WITHIN // 2 and ";" not in between and given.unit == piece.unit


def _like(one: Piece, other: Piece) -> bool:
    """Return whether two quantities can have the same denominator: one kind, one unit, about one order."""
    if one.kind != other.kind:
        return False
    if one.kind == "amount":
        return one.unit == other.unit and alike(one.low, other.low, _FAR)
    if not _one_currency(one, other):
        return False
    minors = [piece.mark is not None and piece.mark.minor for piece in (one, other)]
    if minors[0] != minors[1]:
        return one.magnitude <= 1 and other.magnitude <= 1
    return one.magnitude == other.magnitude and alike(one.low, other.low, _NEAR)


def _one_currency(one: Piece, other: Piece) -> bool:
    """Return whether two amounts are in one currency, cents beside dollars allowed."""
    return same_currency(one, other) or (one.mark is not None and one.mark.minor) or (other.mark is not None and other.mark.minor)
