"""Words and signs of a sentence, with their places."""

from __future__ import annotations

import re

# A word keeps inner hyphens, stops, slashes and apostrophes ("copper-gold", "U.S.", "b/d", "S&P"); the possessive stands alone.
TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}"
    r"|'(?:s|ll|ve|re|d|m)(?![^\W\d_])|(?<=s)'(?=\s)"
    r"|\d[\d,.]*\d(?!\w)|\w+(?:(?:[-./]|'(?!(?:s|ll|ve|re|d|m)\b)|&(?=\w))\w+)*"
    r"|[^\w\s]"
)


class Token:
    """One word or sign: where it stands, in lower case, and what a stage has found out about it."""

    __slots__ = ("cue", "end", "low", "name", "start", "tag")

    def __init__(self, start: int, end: int, low: str, *, name: bool) -> None:
        """Make a token; ``tag`` and ``cue`` are filled in by the tagger."""
        self.start = start
        self.end = end
        self.low = low
        self.name = name
        self.tag = ""
        self.cue: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return the token for people who debug."""
        return f"{self.low}/{self.tag}"


def tokenize(text: str, start: int, end: int) -> list[Token]:
    """Return the tokens of ``text[start:end]`` (a folded text)."""
    tokens = []
    for match in TOKEN.finditer(text, start, end):
        word = match.group()
        first = word[0]
        tokens.append(Token(match.start(), match.end(), word.lower(), name=first.isupper() or (first.isdigit() and not word[-1].isdigit() and word[-1].isupper())))
    return tokens
