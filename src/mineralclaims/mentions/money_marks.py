"""Currency marks before a number ("US$", "Rs", "CNY") and currency words after it ("dlrs", "Canadian dollars", "p")."""

from __future__ import annotations

import re
from functools import cache

import attrs

from mineralclaims.normalize.currencies import Mark, prefix_marks, suffix_words

_WORD = re.compile(r"[\s-]?([€£¥$₹¢₽₩₺₴₸₦]|[A-Za-z][\w.]*)")
_AT_MOST = 3
_WINDOW = 12
_GLUED_ONLY = frozenset({"p", "c", "e", "k", "t"})
# The mark before a number may stand in brackets or be followed by one space.
_ADJECTIVE_MARK = re.compile(r"(?:U\.S\.|US|Canadian|Australian) \$\s?\Z")


@attrs.frozen
class MarkMatch:
    """A currency mark with the place where the whole expression begins or ends."""

    mark: Mark
    at: int


@cache
def _prefix_pattern() -> re.Pattern[str]:
    """Return the pattern of all marks that stand before a number, anchored at its end."""
    marks = sorted(prefix_marks(), key=len, reverse=True)
    alternatives = "|".join(re.escape(mark) for mark in marks)
    return re.compile(rf"(?:(?<![A-Za-z])|(?=[^A-Za-z]))\\?((?:{alternatives}))[ ]?[-+]?\Z")


def mark_before(text: str, start: int) -> MarkMatch | None:
    """Return the currency mark that ends right before ``start``."""
    before = text[start - 1] if start else ""
    if before == " " and start > 1:
        before = text[start - 2]
    if not before or not (before.isalpha() or before in "$€£¥₹₽₩₺₴₸₦.=-+"):
        return None
    low = max(0, start - _WINDOW)
    match = _prefix_pattern().search(text, low, start)
    if match is None:
        return None
    at = match.start(1)
    adjective = _ADJECTIVE_MARK.search(text, max(0, start - 16), start)
    if adjective and match.group(1) == "$":
        code = {"C": "C$", "A": "A$"}.get(adjective.group()[0], "US$")
        return MarkMatch(prefix_marks()[code], adjective.start())
    return MarkMatch(prefix_marks()[match.group(1)], at)


def mark_after(text: str, at: int) -> MarkMatch | None:
    """Return the currency word or sign that follows a number (with its magnitude) at ``at``."""
    words: list[tuple[str, int, bool]] = []
    position = at
    for _ in range(_AT_MOST):
        match = _WORD.match(text, position)
        if match is None:
            break
        words.append((match.group(1), match.end(), match.start(1) == position))
        position = match.end()
    known = suffix_words()
    for count in range(len(words), 0, -1):
        written = " ".join(word for word, _, _ in words[:count])
        for candidate, cut in ((written, 0), (written.rstrip("."), len(written) - len(written.rstrip(".")))):
            mark = known.get(candidate.lower())
            if mark is None:
                continue
            if candidate.lower() in _GLUED_ONLY and not words[0][2]:
                continue
            return MarkMatch(mark, words[count - 1][1] - cut)
    return None
