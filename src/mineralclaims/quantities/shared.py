"""Denominators that a number takes over from another of its sentence: "lead rose to $1,990 a ton, zinc to $2,838"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

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
            if donor is not None:
                piece.per, piece.per_ton_kind = donor.per, donor.per_ton_kind
                piece.cues.extend(cue for cue in donor.cues if cue[0] == "per")
        if piece.per is not None:
            given.insert(0, piece)
            del given[_RECENT:]


def _donor(low: str, pieces: list[Piece], index: int, given: list[Piece]) -> Piece | None:
    """Return the quantity whose denominator holds for ``pieces[index]`` too."""
    piece = pieces[index]
    if piece.donor is not None and piece.donor.per is not None and alike(piece.low, piece.donor.low, _FAR):
        of_a_year = piece.donor.per == "year" and not _COMPARED.search(low, max(0, piece.start - _WORDS_BACK), piece.start)
        return None if of_a_year else piece.donor
    return _behind(low, pieces, index) or next((one for one in given if _holds_on(low, one, piece)), None)


def _behind(low: str, pieces: list[Piece], index: int) -> Piece | None:
    """Return the quantity behind whose denominator holds here: a restatement, a level, the end of a pair."""
    piece = pieces[index]
    behind = next((later for later in pieces[index + 1 : index + 3] if later.kind != "percent"), None)
    if behind is None or behind.per is None or behind.kind != piece.kind:
        return None
    between = low[piece.end : behind.start]
    if _BRACKET.fullmatch(between):
        if piece.unit == behind.unit:
            return behind if _like(piece, behind) else None  # "$112 million ($0.94 a share)"
        return behind if piece.kind == "money" or _is_behind_bracket(low, behind) else None
    if piece.kind == "amount" and behind.per in TIMES and _JOINED.fullmatch(between) and _like(piece, behind):
        return behind
    if piece.kind != "money" or behind.per in TIMES or not _one_currency(piece, behind) or len(between) > _MOVE_WITHIN:
        return None
    if between == " and ":
        return behind
    return behind if piece.magnitude <= 1 and _MOVE.fullmatch(between) else None


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
