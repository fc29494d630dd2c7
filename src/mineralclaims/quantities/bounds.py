"""Qualifiers and denominators attached to each piece, and shared along a co-ordination."""

from __future__ import annotations

import re

from mineralclaims.mentions.denominators import TIMES, Denominator, denominator_after, denominator_behind
from mineralclaims.mentions.early_denominators import denominator_before
from mineralclaims.mentions.hedges import qualifiers
from mineralclaims.quantities.pieces import Piece

# "about 50,000 ounces of gold and 30 mln pounds", "more than $60bn (£31.7bn)": it holds for the second as well.
_CARRY_WITHIN = 48
_WORDS_BETWEEN = 3
_RESTATED = re.compile(r"\s*[(/;]|\s*,? or (?:about )?\Z")
_COORDINATED = re.compile(r"[^,;()0-9]*\b(?:and|or)\s+")
_ENUMERATED = re.compile(r" of [a-z][a-z -]{2,24}(?:, (?:and )?| and )")
# After "about 46%" it goes on " of A, 83% of B and 65% of C".
_SERIES = re.compile(r" of [a-z][a-z' -]{1,40}(?:, (?:and )?|(?P<last> and ))")
_COMPARING = re.compile(
    r"(?:much |far |slightly |well )?(?:lower|higher|smaller|larger|bigger|greater|better|worse) than (?:the )?"
)
_THAN_BEFORE = re.compile(r",\s*(?:but |and |still |which (?:is|was) )?\Z")
_DOTTED = re.compile(r"\.(?= (?:annually|yearly|daily|monthly|weekly|per [a-z]|an? (?:year|day|month|week)\b))")
_LISTED = re.compile(r",? (?:(?:and|or) )?")
_NEW_STATEMENT = frozenset(
    {"to", "from", "at", "but", "while", "than", "with", "against", "versus", "is", "was", "were", "had", "has"}
)
_YEARLY = re.compile(r"\s+an?\s+(?:year|month|week|quarter|day)\b")
# "its 10% daily limit": how far a price may go on a day is no rate.
_CAP = re.compile(r"\s+(?:price |trading |upper |lower )?(?:limits?|caps?|bands?|ceilings?|trading|maximum|range)\b", re.IGNORECASE)
_SPENT = frozenset({"", "of", "of its", "spent", "paid", "earned", "lost", "raised", "invested", "saved"})
_EACH = (" each", " apiece")
_SHARES_WITHIN = 60
_CLOSED = re.compile(r"(?:[;/,] ?[^()\n]{1,20})?\)")


def attach(text: str, low: str, pieces: list[Piece]) -> list[Piece]:
    """Return the pieces with denominators, bounds, approximation and the range that all of it covers.

    Numbers that are part of a denominator ("per 1,000 cubic metres") are left out; ``low`` is the text in lower case.
    """
    previous: Piece | None = None
    kept: list[Piece] = []
    for piece in pieces:
        if previous is not None and piece.start < previous.around_end:
            continue
        kept.append(piece)
        piece.around_start, piece.around_end = piece.start, piece.end
        if piece.kind != "multiple":
            _denominator(text, piece, piece.end)
        found = qualifiers(low, piece.start, piece.end, piece.around_end)
        if found is not None and previous is not None and _compares(low, previous, piece, found.start):
            found = None
        if found is not None:
            piece.around_start, piece.around_end = min(found.start, piece.start), max(found.end, piece.around_end)
            _apply(piece, low=found.low_only, high=found.high_only, about=found.approximate)
            piece.cues.extend(("approximate" if effect == "about" else "bounds", start, end) for effect, start, end in found.cues)
            piece.own_qualifier = True
            if piece.per is None and piece.kind != "multiple" and found.end > piece.end:
                _denominator(text, piece, found.end)
        elif previous is not None and not piece.own_qualifier and _carried(low, previous, piece):
            _apply(piece, low=previous.low_only, high=previous.high_only, about=previous.approximate)
            piece.cues.extend(cue for cue in previous.cues if cue[0] in {"bounds", "approximate"})
            piece.own_qualifier = True
        previous = piece
    return kept


def _compares(low: str, previous: Piece, piece: Piece, start: int) -> bool:
    """Return whether a number is what the one before is compared with: "fell to 56 bn, lower than the 115 bn spent last year"."""
    if previous.kind != piece.kind or not 0 <= start - previous.end <= _CARRY_WITHIN:
        return False
    if previous.unit != piece.unit and not low.startswith(")", previous.end):
        return False
    return _COMPARING.fullmatch(low, start, piece.start) is not None and _THAN_BEFORE.search(low, previous.end, start) is not None


def _denominator(text: str, piece: Piece, end: int) -> None:
    """Fill in the denominator of an amount, an amount of money or a percentage, whose expression ends at ``end``."""
    if piece.kind == "percent":
        found = denominator_after(text, end, articles=_YEARLY.match(text, end) is not None)
        if found is not None and (found.per not in TIMES or _CAP.match(text, found.end)):
            return
    else:
        found = denominator_after(text, end)
        if found is None and _DOTTED.match(text, end):
            found = denominator_after(text, end + 1)  # "200,000 oz. annually"
        if found is None and piece.per is None:
            found = _elsewhere(text, piece, end)
    if found is None:
        return
    if found.start - end in {0, 1} or text[end : found.start].isspace():
        piece.around_end = max(piece.around_end, found.end)
    if found.per is not None and piece.per is None:
        piece.per, piece.per_ton_kind = found.per, found.ton_kind
        piece.cues.append(("per", found.start, found.end))


def _elsewhere(text: str, piece: Piece, end: int) -> Denominator | None:
    """Return a denominator behind a bracket, behind the thing counted, or before the number."""
    if text[end : end + 1] in {")", ";", "/"}:
        closed = _CLOSED.match(text, end)
        found = denominator_after(text, closed.end()) if closed else None
        if found is not None and (piece.kind == "money" or found.per in TIMES):
            return found
    each = next((word for word in _EACH if text.startswith(word, end)), None) if piece.kind == "money" else None
    if each is not None and "share" in text[max(0, piece.start - _SHARES_WITHIN) : piece.start]:
        return Denominator("share", end, end + len(each))
    found = denominator_behind(text, end + text.startswith(". of ", end))  # "40 million lb. of zinc a year"
    if found is not None and (piece.kind != "money" or text[end : found.start].strip() in _SPENT):
        return found
    early = denominator_before(text, piece.start)
    return early if early is not None and (piece.kind == "money" or early.per in TIMES) else None


def _apply(piece: Piece, *, low: bool, high: bool, about: bool) -> None:
    """Set the flags of a piece; a range keeps both of its ends."""
    piece.approximate = piece.approximate or about
    if piece.single:
        if piece.kind == "multiple" and piece.low < 1:
            low, high = high, low  # "more than halved"
        piece.low_only = low or piece.low_only
        piece.high_only = high and not piece.low_only


def _carried(low: str, previous: Piece, piece: Piece) -> bool:
    """Return whether the qualifier of the previous quantity covers this one."""
    if not previous.own_qualifier or previous.kind != piece.kind or not 0 <= piece.start - previous.around_end <= _CARRY_WITHIN:
        return False
    between = low[previous.around_end : piece.start]
    if previous.donor is not None and previous.donor in (piece, piece.donor) and _LISTED.fullmatch(between):
        return True
    if previous.kind == "percent" and "(" not in between:
        words = between.split()
        series = _SERIES.fullmatch(between) if previous.approximate and previous.single else None
        if series is not None and not (previous.low_only or previous.high_only):
            return series.group("last") is None or low.endswith(", ", 0, previous.start)
        return words == ["or"] or (
            len(words) <= _WORDS_BETWEEN and words[-1:] == ["and"] and "of" not in words and not previous.approximate
        )
    if "." in between or ":" in between or not _NEW_STATEMENT.isdisjoint(between.split()):
        return False
    if previous.unit == piece.unit and _ENUMERATED.fullmatch(between):
        return True
    return bool(_RESTATED.match(between)) or bool(_COORDINATED.fullmatch(between))
