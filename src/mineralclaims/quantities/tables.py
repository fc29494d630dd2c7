"""Tables with bars: a number alone in its cell has the unit of the column's heading ("Au (g/t)", "Tonnes (kt)")."""

from __future__ import annotations

import re
from bisect import bisect_left

from mineralclaims.mentions.next_words import next_word
from mineralclaims.mentions.unit_words import UnitMatch, unit_after
from mineralclaims.quantities.pieces import Piece
from mineralclaims.quantities.single import make_amount

_HEADING_UNIT = re.compile(r"[ \n]?[(\[]?(?P<unit>[A-Za-z%][\w/%.³-]{0,15})[)\]]?\s*\Z")
_BARS_AT_LEAST = 2
_CELL_AT_MOST = 60


def fill_tables(text: str, pieces: list[Piece]) -> None:
    """Give the bare numbers of tables their columns' units."""
    if text.count("|") < 2 * _BARS_AT_LEAST:
        return
    starts = [piece.start for piece in pieces]
    columns: list[UnitMatch | None] = []
    begin = 0
    while begin <= len(text):
        end = text.find("\n", begin)
        end = len(text) if end < 0 else end
        bars = text.count("|", begin, end)
        if bars < _BARS_AT_LEAST:
            columns = []
        else:
            cells = _cells(text, begin, end)
            if len(cells) != len(columns):
                columns = [_unit_of(text, *cell) for cell in cells]
            else:
                _fill(pieces, starts, cells, columns)
        begin = end + 1


def _cells(text: str, begin: int, end: int) -> list[tuple[int, int]]:
    """Return the cells of a row, without the white space around them."""
    cells = []
    for cell in text[begin:end].split("|"):
        left = len(cell) - len(cell.lstrip())
        cells.append((begin + left, begin + left + len(cell.strip())))
        begin += len(cell) + 1
    return cells


def _unit_of(text: str, begin: int, end: int) -> UnitMatch | None:
    """Return the unit at the end of a heading."""
    heading = text[begin:end]
    if not heading or len(heading) > _CELL_AT_MOST:
        return None
    match = _HEADING_UNIT.search(heading)
    if match is None:
        return None
    at = begin + match.start()
    word = next_word(text, at)
    return unit_after(text, at, word) if word is not None else None


def _fill(pieces: list[Piece], starts: list[int], cells: list[tuple[int, int]], columns: list[UnitMatch | None]) -> None:
    """Fill in the units of one row."""
    for (begin, end), unit in zip(cells, columns, strict=True):
        index = bisect_left(starts, begin)
        if unit is None or index == len(pieces):
            continue
        piece = pieces[index]
        if piece.bare and (piece.start, piece.end) == (begin, end):
            make_amount(piece, unit._replace(end=end))
