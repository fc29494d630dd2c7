"""Marks in a text: neighbours beside each other, nested ones inside each other, crossing ones cut where they cross."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple

from mineralclaims.output.escape import escaped
from mineralclaims.spans import Span

_BLOCK = 2_000
"""A block ends at the first line end after so many characters: browsers lay out only the blocks in view."""


class Mark(NamedTuple):
    """A mark, or a piece of one: where it stands, its number, and whether it is the first piece of its mark."""

    start: int
    end: int
    number: int
    first: bool


def nested(spans: Sequence[Span], length: int) -> Iterator[tuple[Mark, int]]:
    """Give the marks of spans so that each lies inside or outside any other, and how many marks are to be closed before it.

    Args:
        spans: where the marks stand; what reaches beyond the text is cut off, what is empty is left out.
        length: how long the text is.
    """
    queue = [(span.start, -min(span.end, length), number, True) for number, span in enumerate(spans)]
    heapify(queue)
    open_ends: list[int] = []
    while queue:
        start, negative_end, number, first = heappop(queue)
        end, closed = -negative_end, 0
        if not 0 <= start < end:
            continue
        while open_ends and open_ends[-1] <= start:
            open_ends.pop()
            closed += 1
        if open_ends and open_ends[-1] < end:
            heappush(queue, (open_ends[-1], -end, number, False))
            end = open_ends[-1]
        open_ends.append(end)
        yield Mark(start, end, number, first), closed


def marked(text: str, spans: Sequence[Span], opening: Callable[[Mark], str], closing: Callable[[Mark], str]) -> str:
    """Return a text as HTML blocks with marks in it; the characters of the blocks are those of the text, in order.

    Args:
        text: the text.
        spans: where the marks stand.
        opening: what to write before a piece of a mark.
        closing: what to write after it.
    """
    parts: list[str] = ['<div class="mc-block" style="white-space:pre-wrap">']
    stack: list[Mark] = []
    at = block = 0

    def write(end: int) -> None:
        nonlocal at, block
        while not stack and end - block > _BLOCK:
            line_end = text.find("\n", max(at, block + _BLOCK), end) + 1
            if not line_end:
                break
            parts.extend((escaped(text[at:line_end]), '</div><div class="mc-block" style="white-space:pre-wrap">'))
            at = block = line_end
        parts.append(escaped(text[at:end]))
        at = end

    def close() -> None:
        write(stack[-1].end)
        parts.append(closing(stack.pop()))

    for mark, closed in nested(spans, len(text)):
        for _ in range(closed):
            close()
        write(mark.start)
        parts.append(opening(mark))
        stack.append(mark)
    while stack:
        close()
    write(len(text))
    parts.append("</div>")
    return "".join(parts)
