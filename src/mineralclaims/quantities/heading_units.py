"""Numbers without a unit behind a heading that says it in brackets: "Stocks (thousand tonnes): Japan 412, Korea 388"."""

from __future__ import annotations

import re
from bisect import bisect_left

from mineralclaims.mentions.magnitudes import WORDS
from mineralclaims.mentions.next_words import next_word
from mineralclaims.mentions.unit_words import UnitMatch, unit_after
from mineralclaims.normalize.decimals import CONTEXT, tidy
from mineralclaims.quantities.elision_signs import is_label
from mineralclaims.quantities.pieces import ONE, Piece
from mineralclaims.quantities.single import PERCENT_UNITS, make_amount

_HEADING = re.compile(
    r"\((?:all )?(?:in )?(?:(?P<scale>thousands?|millions?|billions?|mln|bln|'?000) (?:of )?)?(?P<unit>[A-Za-z][\w/.³ -]{0,24}|%)\)"
    r"(?: [a-z0-9 -]{1,20})?:(?=\s)"
)
_SCOPE_ENDS = re.compile(r"\n|[.] (?=[A-Z])|:(?=\s)")
_COUNTS_NOTHING = re.compile(r"\s*(?:[,;)(|]|\.(?![0-9])|\Z|\n|(?:and|in|vs|versus|from|against|compared|up|down)(?![a-z]))")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_THOUSAND = WORDS["thousand"]
_SCOPE_AT_MOST = 400


def fill_below_headings(text: str, low: str, pieces: list[Piece]) -> None:
    """Give the bare numbers behind a heading its unit; ``low`` is the text in lower case."""
    if ":" not in text or "(" not in text:
        return
    starts: list[int] = []
    for heading in _HEADING.finditer(text):
        unit = _unit_of(text, heading)
        if unit is None:
            continue
        starts = starts or [piece.start for piece in pieces]
        end = heading.end()
        stop = _SCOPE_ENDS.search(text, end, end + _SCOPE_AT_MOST)
        limit = stop.start() if stop else end + _SCOPE_AT_MOST
        for piece in pieces[bisect_left(starts, end) : bisect_left(starts, limit)]:
            if not piece.bare:
                break
            if _counts_nothing(low, piece):
                _fill(piece, unit, heading)


def _unit_of(text: str, heading: re.Match[str]) -> UnitMatch | None:
    """Return the unit that fills the whole bracket."""
    at = heading.start("unit")
    word = next_word(text, at)
    found = unit_after(text, at, word) if word is not None else None
    return found if found is not None and found.end == heading.end("unit") else None


def _counts_nothing(low: str, piece: Piece) -> bool:
    """Return whether a number counts no noun behind it, and is no year and no label."""
    written = low[piece.start : piece.end]
    return not (_YEAR.fullmatch(written) or is_label(low, piece.start)) and _COUNTS_NOTHING.match(low, piece.end) is not None


def _fill(piece: Piece, unit: UnitMatch, heading: re.Match[str]) -> None:
    """Fill in the unit, with the thousands or millions of the heading."""
    make_amount(piece, unit._replace(end=piece.end))
    scale = (heading.group("scale") or "").rstrip("s")
    factor = ONE if not scale else WORDS.get(scale, _THOUSAND)
    if factor != ONE and unit.form.unit not in PERCENT_UNITS:
        piece.low = piece.high = tidy(CONTEXT.multiply(piece.low, factor))
        piece.magnitude = CONTEXT.multiply(piece.magnitude, factor)
    piece.cues.append(("unit", heading.start("unit"), heading.end("unit")))
