"""Currency marks before a number: "US$", "Rs", "CNY", "Canadian $", "rupees"."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from mineralclaims.mentions.word_lists import words
from mineralclaims.normalize.currencies import Mark, prefix_marks, suffix_words

_AFTER_A_NUMBER = re.compile(r"[0-9](?:[mkM]|bn|mn|m|tn)?-\Z")
"""What stands before the mark of the second number of a range: "R6.5bn-R7bn"."""
_ARTICLE = "A $"
_ENDS = frozenset(".!?:\"'(")
_LONGEST = 8
_INDENT = 14
_ADJECTIVE_AT_MOST = 16
_LETTERS_IN_A_CODE = 3


class MarkMatch(NamedTuple):
    """A currency mark, where the whole expression begins or ends, and whether the mark alone proves little."""

    mark: Mark
    at: int
    weak: bool = False


@cache
def _last_letters() -> frozenset[str]:
    """Return every character with which a mark before a number can end."""
    return frozenset(mark[-1] for mark in (*prefix_marks(), *words("noun_before")))


def mark_before(text: str, start: int) -> MarkMatch | None:
    """Return the currency mark that ends right before ``start``, with a sign or a space (a line's indent) between."""
    at = start
    if at and text[at - 1] in "-+":
        at -= 1
    glued = at > 0 and text[at - 1] != " "
    if glued and at < start and text[at] == "-" and text[at - 1].isalpha():
        return None  # "drill hole KD-12"
    if not glued:
        low = max(0, at - _INDENT)
        at = low + len(text[low:at].rstrip(" "))
    if at <= 0 or text[at - 1] not in _last_letters():
        return None
    if text[at - 1].isalpha() or text[at - 1] == ".":
        return _letters_before(text, at, glued=glued)
    return _sign_before(text, at)


def _sign_before(text: str, at: int) -> MarkMatch | None:
    """Return the longest mark that ends with the sign before ``at``, with an adjective that says whose it is."""
    marks = prefix_marks()
    for length in range(min(_LONGEST, at), 0, -1):
        mark = marks.get(text[at - length : at])
        begin = at - length
        if mark is None or (mark.text[0].isalpha() and begin and text[begin - 1].isalnum()):
            continue
        if mark.text == _ARTICLE and (
            not begin or text[begin - 1] == "\n" or text[max(0, begin - 3) : begin].rstrip()[-1:] in _ENDS
        ):
            continue  # "A $1.4 billion smelter"
        if mark.text == "$" and begin > 1 and text[begin - 1] == " ":
            word = text[max(0, begin - _ADJECTIVE_AT_MOST) : begin - 1].rsplit(" ", 1)[-1].lstrip("(")
            whose = suffix_words().get(f"{word} dollar".lower()) if word[:1].isupper() and word != "A" else None
            if whose is not None:
                return MarkMatch(whose, begin - 1 - len(word))
        return MarkMatch(mark, begin)
    return None


def _letters_before(text: str, at: int, *, glued: bool) -> MarkMatch | None:
    """Return the mark of letters that ends at ``at``: an abbreviation, an ISO code, or a noun such as "rupees"."""
    begin, low = at, max(0, at - _LONGEST - 2)
    last = text[low:at].rpartition(" ")[2]
    if last.isalpha() and last not in prefix_marks() and last.lower() not in words("noun_before"):
        return None  # a word like any other
    while begin > low and (text[begin - 1].isalpha() or text[begin - 1] in ".£$/"):
        begin -= 1
    if (
        begin
        and (text[begin - 1].isalnum() or text[begin - 1] in "-/")
        and not _AFTER_A_NUMBER.search(text, max(0, begin - 6), begin)
    ):
        return None
    word = text[begin:at]
    if "/" in word and word not in prefix_marks():
        word = word.rsplit("/", 1)[1]
        begin = at - len(word)
    mark = prefix_marks().get(word)
    if mark is None:
        noun = suffix_words().get(word.lower()) if not glued and word.lower() in words("noun_before") else None
        return MarkMatch(noun, _with_adjective(text, begin, word), weak=True) if noun is not None else None
    return MarkMatch(mark, begin, weak=_is_weak(mark, word, glued=glued))


def _is_weak(mark: Mark, word: str, *, glued: bool) -> bool:
    """Return whether a mark of letters proves little: "R 2", "PS5", "COP26"; only a number like money makes it one."""
    if len(word) == _LETTERS_IN_A_CODE and word == mark.code:
        return glued and word in words("other_code")
    return word.isalpha() and word not in words("strong_mark")


def _with_adjective(text: str, begin: int, noun: str) -> int:
    """Return where a noun before a number begins with its adjective ("Malaysian ringgit 42")."""
    space = text.rfind(" ", max(0, begin - _ADJECTIVE_AT_MOST), max(0, begin - 1)) + 1
    return space if f"{text[space:begin].strip()} {noun}".lower() in suffix_words() else begin
