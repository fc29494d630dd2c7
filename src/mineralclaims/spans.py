"""Where things stand in the text: half-open character ranges and quoted pieces of it."""

from __future__ import annotations

import attrs


@attrs.frozen(order=True)
class Span:
    """A half-open range of code points, ``text[start:end]`` (a W3C text position selector)."""

    start: int
    end: int

    def __len__(self) -> int:
        """Return the number of code points covered."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the piece of ``text`` that the span covers."""
        return text[self.start : self.end]

    def overlaps(self, other: Span) -> bool:
        """Return whether the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end

    def shifted(self, by: int) -> Span:
        """Return the span moved to the right by ``by`` code points."""
        return Span(self.start + by, self.end + by)


@attrs.frozen
class Mention:
    """A verbatim piece of the text together with its place."""

    text: str
    span: Span

    @classmethod
    def at(cls, text: str, start: int, end: int) -> Mention:
        """Return the mention of ``text[start:end]``."""
        return cls(text[start:end], Span(start, end))

    def __str__(self) -> str:
        """Return the words themselves."""
        return self.text
