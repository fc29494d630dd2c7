"""Word lists in the form that is fast to look up: a pattern that shares beginnings, and a tree of whole words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

END = ""
"""The key under which a node of a tree of words holds its value; no word is empty."""


def pattern_of(words: Iterable[str]) -> str:
    """Return a pattern that matches the longest of the words; words with a common beginning share it.

    >>> pattern_of(["ten", "tenth", "two"])
    't(?:en(?:th)?|wo)'
    """
    letters: dict[str, Any] = {}
    for word in words:
        node = letters
        for letter in word:
            node = node.setdefault(letter, {})
        node[END] = True
    return _written(letters)


def _written(letters: dict[str, Any]) -> str:
    """Return the pattern of a tree of letters."""
    choices = [re.escape(letter) + _written(node) for letter, node in letters.items() if letter != END]
    if not choices:
        return ""
    if END in letters:
        return f"(?:{'|'.join(choices)})?"
    return choices[0] if len(choices) == 1 else f"(?:{'|'.join(choices)})"


def tree_of(phrases: Iterable[tuple[Sequence[str], Any]]) -> dict[str, Any]:
    """Return a tree of words in which each phrase leads to its value; where two phrases are one, the first counts."""
    tree: dict[str, Any] = {}
    for words, value in phrases:
        node = tree
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault(END, value)
    return tree
