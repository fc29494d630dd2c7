"""Denominators that a number takes over from another of its sentence: "lead rose to $1,990 a ton, zinc to $2,838"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

from mineralclaims.mentions.denominators import TIMES
from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.ranges import same_currency

_BRACKET = re.compile(r" ?\((?:about |around |roughly |some |or )?")
# A move and the level that it led to: "gained 93 cents to $54.82 a barrel", "rose 3.0 cents, or 1.2%, to $2.638".
_MOVE = re.compile(r"(?:, or [0-9.]{1,6} ?(?:%|percent|per cent|pct),?)?[^.;()0-9]{0,40}\b(?:to|at)\s+(?:\w+\s+){0,2}")
_COMPARED = re.compile(
    r"\b(?:from|versus|vs|against|compared (?:with|to)|than|previously|after|short of|(?:rising|ramping up|growing|increasing|falling|climbing|up|back) to)\s+"
    r"(?:(?:the|a|an|about|around|nearly|some|just|only|its|over|more than|almost|loss|profit|projected|estimated|earlier|previous|at|record)\s+){0,3}\Z|\A\s*to\s+\Z"
)
_UP = re.compile(r",? (?:up|down) \Z")
_ANOTHER_SUBJECT = re.compile(r"\b(?:while|whereas)\b")
_NEAR, _FAR = Decimal(12), Decimal(40)
_WITHIN = 260
_MOVE_WITHIN = 60


def share_denominators(low: str, pieces: list[Piece], sentence_ends: list[int]) -> None:
    """Fill in the denominators that other quantities of the same sentence say; ``low`` is the text in lower case."""
    last_sentence = -1
    given: Piece | None = None
    for index, piece in enumerate(pieces):
        sentence = bisect_right(sentence_ends, piece.start)
        if sentence != last_sentence:
            given, last_sentence = None, sentence
        if piece.kind not in {"money", "amount"}:
            continue
        if piece.per is None and "/" not in piece.unit:
            donor = _donor(low, pieces, index, given)
            if donor is not None:
                piece.per, piece.per_ton_kind = donor.per, donor.per_ton_kind
                piece.cues.extend(cue for cue in donor.cues if cue[0] == "per")
        if piece.per is not None:
            given = piece


def _donor(low: str, pieces: list[Piece], index: int, given: Piece | None) -> Piece | None:
    """Return the quantity whose denominator holds for ``pieces[index]`` too."""
    piece = pieces[index]
    if piece.donor is not None and piece.donor.per is not None and _ratio_below(piece, piece.donor, _FAR):
        return piece.donor
    behind = next((later for later in pieces[index + 1 : index + 3] if later.kind != "percent"), None)
    if behind is not None and behind.per is not None and behind.kind == piece.kind:
        between = low[piece.end : behind.start]
        if _BRACKET.fullmatch(between):
            return behind
        moved = piece.kind == "money" and behind.per not in TIMES and _one_currency(piece, behind) and len(between) <= _MOVE_WITHIN
        if moved and _MOVE.fullmatch(between):
            return behind
    if given is None or piece.start - given.around_end > _WITHIN:
        return None
    between = low[given.around_end : piece.start]
    if given.kind == piece.kind == "money" and _UP.search(between) and _one_currency(piece, given):
        return given
    if not _like(piece, given):
        return None
    if given.per not in TIMES:
        return given if _ANOTHER_SUBJECT.search(between) is None and ";" not in between[:-6] else None
    compared = _COMPARED.search(between[-48:]) is not None and len(between) < _WITHIN // 2
    return given if compared and given.unit == piece.unit else None


def _like(one: Piece, other: Piece) -> bool:
    """Return whether two quantities can have the same denominator: one kind, one unit, about one order."""
    if one.kind != other.kind:
        return False
    if one.kind == "amount":
        return one.unit == other.unit and _ratio_below(one, other, _FAR)
    if not _one_currency(one, other):
        return False
    minor = one.mark is not None and one.mark.minor and not (other.mark is not None and other.mark.minor)
    return minor or (one.magnitude == other.magnitude and _ratio_below(one, other, _NEAR))


def _one_currency(one: Piece, other: Piece) -> bool:
    """Return whether two amounts are in one currency, cents beside dollars allowed."""
    return same_currency(one, other) or (one.mark is not None and one.mark.minor) or (other.mark is not None and other.mark.minor)


def _ratio_below(one: Piece, other: Piece, ratio: Decimal) -> bool:
    """Return whether neither of two values is ``ratio`` times the other."""
    first, second = CONTEXT.abs(one.low), CONTEXT.abs(other.low)
    return first < CONTEXT.multiply(second, ratio) and second < CONTEXT.multiply(first, ratio)
