"""HTML entities that were left in a text: the text without them, and where its characters stand in the one with them."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

import attrs

_ENTITY = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")


@attrs.frozen
class Decoded:
    """A text whose entities are the characters that they stand for.

    Attributes:
        text: the text with the characters.
        ends: where each of these characters ends in it.
        longer: by how much the text with entities is longer, up to each of these ends.
    """

    text: str
    ends: list[int]
    longer: list[int]

    def source(self, position: int) -> int:
        """Return a place of the text with entities: before an entity for the place before its character, behind it for that behind."""
        passed = bisect_right(self.ends, position)
        return position + self.longer[passed - 1] if passed else position

    def position(self, source: int) -> int:
        """Return the place in this text of a place of the text with entities; that of its character for one inside an entity."""
        passed = bisect_right([end + more for end, more in zip(self.ends, self.longer, strict=True)], source)
        position = source - self.longer[passed - 1] if passed else source
        return min(position, self.ends[passed] - 1) if passed < len(self.ends) else position


def decoded(text: str) -> Decoded | None:
    """Return a text without entities, or None where it has none; those that stand for several characters or none stay as they are."""
    if "&" not in text or ";" not in text:
        return None
    pieces: list[str] = []
    ends: list[int] = []
    longer: list[int] = []
    begin = length = 0
    for match in _ENTITY.finditer(text):
        character = html.unescape(match.group())
        if len(character) != 1:
            continue
        pieces += (text[begin : match.start()], character)
        length += match.start() - begin + 1
        begin = match.end()
        ends.append(length)
        longer.append(begin - length)
    return Decoded("".join([*pieces, text[begin:]]), ends, longer) if ends else None
