"""Numbers whose unit is written elsewhere: "to 3.5 from seven pct", "505,000 tonnes (504,000)", "from 123.6 mln in 1985"."""

from __future__ import annotations

import re
from bisect import bisect_right
from decimal import Decimal

import attrs

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.pieces import Piece

# What may stand between a bare number and the neighbour whose unit it shares.
_COMPARED = re.compile(
    r"(?:\bfrom|\bagainst|\bversus|\bvs\.?|\bcompared (?:with|to)|\bup from|\bdown from|\bthan|\bto|\band|\bof|\bat|\bwas|\bor)"
    r"\s+(?:the\s+|a\s+|an\s+|its\s+|about\s+|around\s+|nearly\s+|over\s+|just\s+|some\s+|an? (?:revised|estimated|previous|earlier|projected|provisional)\s+|only\s+)?\Z",
    re.IGNORECASE,
)
_FOLLOWED = re.compile(r"\s*(?:[.,;:)]|$|–|(?:in|on|at|from|to|for|by|a|the|last|this|year|and|or|when|while|but|during|previously|earlier|before|versus|vs|against|compared|per|respectively|as|over|with|since|if|prior|next|of (?:ore|gold|silver|copper|it|them))\b)", re.IGNORECASE)
_YEAR = re.compile(r"(?:1[6-9]|20|21)\d\d\Z")
_NEAR = 110
_RATIO_LOW, _RATIO_HIGH = Decimal("0.005"), Decimal(200)
_SMALL = Decimal(1000)


def share_units(text: str, pieces: list[Piece], sentence_ends: list[int]) -> list[Piece]:
    """Return the pieces with bare numbers resolved; those that stay without a unit are left out."""
    units = [piece for piece in pieces if not piece.bare]
    starts = [piece.start for piece in units]
    resolved: list[Piece] = []
    for piece in pieces:
        if not piece.bare:
            resolved.append(piece)
            continue
        position = bisect_right(starts, piece.start)
        neighbours = [units[i] for i in (position - 1, position) if 0 <= i < len(units)]
        donor = _donor(text, piece, neighbours, sentence_ends)
        if donor is not None:
            resolved.append(_filled(piece, donor))
    return resolved


def _donor(text: str, bare: Piece, neighbours: list[Piece], ends: list[int]) -> Piece | None:
    """Return the neighbour whose unit the bare number shares."""
    written = text[bare.start : bare.end]
    if _YEAR.match(written) and bare.magnitude == 1:
        return None
    sentence = bisect_right(ends, bare.start)
    near = [n for n in neighbours if bisect_right(ends, n.start) == sentence and _gap(bare, n) <= _NEAR and n.kind != "multiple"]
    if not near:
        return None
    in_brackets = text[bare.start - 1 : bare.start] == "("
    if in_brackets:
        return _bracket_donor(text, bare, near[0])
    before = text[max(0, bare.start - 44) : bare.start]
    compared = _COMPARED.search(before)
    if compared is None or not _FOLLOWED.match(text, bare.end):
        return None
    word = compared.group().split()[0].lower()
    for donor in sorted(near, key=lambda n: (n.start < bare.start, _gap(bare, n))):
        if _fits(text, bare, donor, word):
            return donor
    return None


def _bracket_donor(text: str, bare: Piece, donor: Piece) -> Piece | None:
    """Return the amount right before a bracket that holds its counterpart ("505,000 tonnes (504,000)")."""
    right_before = donor.end <= bare.start and text[donor.end : bare.start].strip() == "("
    closes = re.match(r"\)|\s+(?:a year|in|last|previously|vs|versus)\b", text[bare.end : bare.end + 12])
    return donor if right_before and _comparable(bare.low, donor.low) and closes and donor.kind in {"amount", "money"} and bare.low >= 1 else None


def _fits(text: str, bare: Piece, donor: Piece, word: str) -> bool:
    """Return whether a comparison word joins the two numbers."""
    between = text[min(bare.end, donor.end) : max(bare.start, donor.start)]
    if any(mark in between for mark in ";:!?\n\n") and "\n\n" in between:
        return False
    precise = bare.magnitude != 1 or bare.grouped or "." in text[bare.start : bare.end] or bare.worded
    if donor.start > bare.start:
        linked = re.fullmatch(r"\s*(?:in \d{4}\s*|,?\s*)?(?:from|to|and|versus|vs\.?|against|compared with|or|up from|down from)\s+(?:\w+\s+){0,3}", between, re.IGNORECASE)
        if linked is None:
            return False
        return donor.kind != "money" or not donor.prefixed or precise
    if donor.kind == "percent":
        return word in {"from", "against", "versus", "vs", "vs.", "compared"} and bare.low < _SMALL and not bare.grouped
    if word in {"to", "and", "of", "at", "was", "or", "than"}:
        if bare.magnitude == 1 and not (bare.grouped and donor.magnitude == 1 and donor.kind == "amount"):
            return False
        if word in {"and", "or"} and not re.match(r"\s+(?:in|from|for)\b", text[bare.end : bare.end + 6]):
            return False
    elif not precise and donor.kind != "money":
        return False
    return _comparable(bare.low, donor.low)


def _comparable(one: Decimal, other: Decimal) -> bool:
    """Return whether two values are of about the same order."""
    if not other:
        return False
    return _RATIO_LOW < CONTEXT.abs(CONTEXT.divide(one, other)) < _RATIO_HIGH


def _gap(one: Piece, other: Piece) -> int:
    """Return the number of characters between two pieces."""
    return max(one.start, other.start) - min(one.end, other.end)


def _filled(bare: Piece, donor: Piece) -> Piece:
    """Return the bare number with the unit, denominator and mark of its neighbour."""
    piece = attrs.evolve(bare, cues=list(bare.cues))
    piece.unit, piece.kind, piece.mark, piece.per, piece.ton_kind, piece.elided = donor.unit, donor.kind, donor.mark, donor.per, donor.ton_kind, True
    piece.cues.append(("unit", donor.start, donor.end))
    return piece
