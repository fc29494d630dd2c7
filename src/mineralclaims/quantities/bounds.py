"""Qualifiers and denominators attached to each piece, and shared along a co-ordination."""

from __future__ import annotations

import re

from mineralclaims.mentions.denominators import denominator_after, denominator_before, denominator_behind
from mineralclaims.mentions.hedges import qualifiers
from mineralclaims.quantities.pieces import Piece

# "about 627,000 ounces of gold and 265 mln pounds", "more than $60bn (£31.7bn)": the qualifier holds for the second as well.
_CARRIES = re.compile(r"\s*\(|(?:\s+(?:of\s+)?(?:[A-Za-z-]+\s+){0,4})?(?:and|or)\s+|,? or ", re.IGNORECASE)
_CARRY_WITHIN = 48
_RESTATED = re.compile(r"\s*[(/]|\s*,? or (?:about )?\Z", re.IGNORECASE)


def attach(text: str, pieces: list[Piece]) -> None:
    """Fill in denominators, bounds, approximation and the range that all of it covers."""
    previous: Piece | None = None
    for piece in pieces:
        _denominator(text, piece)
        found = qualifiers(text, piece.start, piece.end, piece.around_end)
        piece.around_start, piece.around_end = min(found.start, piece.start), max(found.end, piece.around_end)
        if found.any:
            piece.own_qualifier = True
            _apply(piece, low=found.low_only, high=found.high_only, about=found.approximate)
            piece.cues.extend(("approximate" if effect == "about" else "bounds", start, end) for effect, start, end in found.cues)
        elif previous is not None and _carried(text, previous, piece):
            _apply(piece, low=previous.low_only, high=previous.high_only, about=previous.approximate)
            piece.cues.extend(cue for cue in previous.cues if cue[0] in {"bounds", "approximate"})
            piece.own_qualifier = True
        previous = piece


def _denominator(text: str, piece: Piece) -> None:
    """Fill in the denominator that follows the piece."""
    piece.around_end = piece.end
    if piece.kind == "multiple":
        return
    articles = piece.kind != "percent"
    found = denominator_after(text, piece.end, articles=articles or bool(re.match(r"\s+an?\s+(?:year|month|week|quarter|day)\b", text[piece.end : piece.end + 12])))
    if found is None and piece.kind in {"amount", "money"} and piece.per is None:
        found = denominator_behind(text, piece.end) if piece.kind == "amount" else None
        if found is None:
            early = denominator_before(text, piece.around_start if piece.around_start >= 0 else piece.start)
            if early is not None and (piece.kind == "money" or early.per in {"year", "day", "month", "week"}):
                piece.per, piece.per_ton_kind = early.per, early.ton_kind
                piece.cues.append(("per", early.start, early.end))
            return
    if found is None:
        return
    if piece.kind == "percent" and found.per is not None and found.per not in {"year", "month", "quarter", "week", "day"}:
        return
    piece.around_end = found.end
    if found.per is not None and piece.per is None:
        piece.per, piece.per_ton_kind = found.per, found.ton_kind
        piece.cues.append(("per", found.start, found.end))


def _apply(piece: Piece, *, low: bool, high: bool, about: bool) -> None:
    """Set the flags of a piece; a range keeps both of its ends."""
    piece.approximate = piece.approximate or about
    if piece.low == piece.high:
        piece.low_only, piece.high_only = low, high and not low


def _carried(text: str, previous: Piece, piece: Piece) -> bool:
    """Return whether the qualifier of the previous quantity covers this one."""
    if not previous.own_qualifier or previous.kind != piece.kind or piece.start - previous.around_end > _CARRY_WITHIN or piece.start < previous.around_end:
        return False
    between = text[previous.around_end : piece.start]
    if previous.kind == "percent" and "(" not in between and "or" not in between.split():
        return "of" in between.split() and bool(re.fullmatch(r"[^.,;:()0-9]*\band\s+", between))
    if any(mark in between for mark in ".;:") or re.search(r"\b(?:to|from|at|but|while|than|with|against|versus|is|was|were|had|has)\b", between):
        return False
    return bool(_RESTATED.match(between)) or bool(re.fullmatch(r"[^,;()0-9]*\b(?:and|or)\s+", between))
