"""Words and signs of a sentence, with their places."""

from __future__ import annotations

import re

# A word keeps inner hyphens, stops, slashes and apostrophes ("copper-gold", "U.S.", "b/d", "S&P"); the possessive stands alone,
# and so does the number of a footnote ("in Canada.2 The").
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|'(?:[sS]|ll|ve|re|d|m)(?![^\W\d_])|(?<=[sS])'(?=\s)"
    r"|\d[\d,.]*\d(?!\w)|\w+(?:(?:[-/]|\.(?!(?<=[a-z]{3}\.)\d{1,2}(?![\w.]))|'(?!(?:[sS]|ll|ve|re|d|m)\b)|&(?=\w))\w+)*"
    r"|[^\w\s]"
)


class Token:
    """One word or sign of a sentence: where it stands, and what is known of it.

    Attributes:
        start: where it begins in the text.
        end: where it ends.
        low: the word in lower case; ``#`` for a quantity.
        name: whether it is written as a name.
        tag: its word class.
        cue: the cue classes of the word.
    """

    __slots__ = ("cue", "end", "low", "name", "start", "tag")

    start: int
    end: int
    low: str
    name: bool
    tag: str
    cue: tuple[str, ...]

    def __repr__(self) -> str:
        """Return the token for people who debug."""
        return f"{self.low}/{self.tag}"
