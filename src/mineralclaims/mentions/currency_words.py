"""Currency words and signs after a number: "dlrs", "Canadian dollars", "p", "20€", "5 million CAD"."""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from mineralclaims.mentions.money_marks import MarkMatch
from mineralclaims.mentions.next_words import NextWord, before_slash, longest, next_word, split_form
from mineralclaims.mentions.tries import tree_of
from mineralclaims.mentions.word_lists import words
from mineralclaims.normalize.currencies import prefix_marks, suffix_words

_GLUED_ONLY = frozenset({"p", "c", "e", "k", "t"})
_PRICED = re.compile(
    r" (?:(?:an?|per) (?:metric |short |long )?(?:ton(?:ne)?|barrel|ounce|kilo(?:gram)?|kg|lit(?:re|er)|gallon|share|kilowatt|megawatt|kWh|MWh|month|day)"
    r"|(?:for|on) each (?:share|lit(?:re|er)|tonne?|barrel))\b"
)
"""What makes money of a small number of marks or crowns: "90 marks a tonne"."""
_NO_MONEY = ("-f", " of pressure", " of thrust", " per square")
"""What shows that pounds are no money."""
_NEVER_BEHIND = frozenset({"PS"})
_MIXED_CASE = frozenset({"Rs", "Kr"})
_GO_ON = frozenset({"per", "a", "an", "in", "for", "to", "and", "or", "at", "from", "on", "by", "each"})
# "3 CAD 3 cents": the code belongs to the number before it, though another follows.
_MINOR_BEHIND = re.compile(r" [0-9]{1,2} ?(?:cents?|c|pence|penn(?:y|ies)|kop[a-z]{2,6}|sen|centimes?)(?![a-z])")


@cache
def _tree() -> dict[str, Any]:
    """Return the currency words after a number as a tree of words."""
    return tree_of((split_form(text), mark) for text, mark in suffix_words().items())


@cache
def _first_words() -> frozenset[str]:
    """Return in lower case every word with which a currency after a number begins."""
    return frozenset({*_tree(), *(mark.lower() for mark in prefix_marks())})


def mark_after(text: str, at: int, first: NextWord | None = None, *, large: bool = True) -> MarkMatch | None:
    """Return the currency word or sign that follows a number (with its magnitude) at ``at``.

    Args:
        text: the folded text.
        at: where the number ends.
        first: the word at ``at``, where it has been read already.
        large: whether the number is large enough to make money of an English word.
    """
    word = first or next_word(text, at)
    if word is not None and "/" in word.written and word.low not in _first_words():
        word = before_slash(word)
    if word is None or word.low not in _first_words():
        return None
    found = longest(text, word, _tree(), exact=False)
    if found is None:
        return _sign_after(text, word)
    mark, end = found
    if mark.text in _GLUED_ONLY and (word.gap or not word.written.islower()):
        return None
    if mark.text in words("english") and not large and not _PRICED.match(text, end):
        return None
    return None if mark.noun == "pound" and text.startswith(_NO_MONEY, end) else MarkMatch(mark, end)


def _sign_after(text: str, word: NextWord) -> MarkMatch | None:
    """Return a mark that mostly stands before numbers where it stands behind: "20€", "10k$", "42RM", "108.79 JPY="."""
    sign = prefix_marks().get(word.written)
    if sign is None or word.gap not in {"", " "}:
        return None
    if text[word.end : word.end + 2].strip()[:1].isdigit() and not _MINOR_BEHIND.match(text, word.end):
        return None
    if not word.written.isalpha():
        return MarkMatch(sign, word.end)
    capitals = word.written.isupper() and len(word.written) > 1 and word.written not in _NEVER_BEHIND
    if not capitals and word.written not in _MIXED_CASE:
        return None
    return MarkMatch(sign, word.end + text.startswith("=", word.end))


def adjective_after(text: str, at: int) -> MarkMatch | None:
    """Return what says behind an amount in "$" whose dollars they are: "$75 U.S. per barrel", "$5 million Cdn"."""
    word = next_word(text, at)
    if word is None or word.gap != " " or not word.written[:1].isupper():
        return None
    whose = suffix_words().get(f"{word.low} dollar") or suffix_words().get(f"{word.low}. dollar")
    if whose is None:
        return None
    end = word.end + ("." in word.written and text.startswith(".", word.end))
    after = next_word(text, end)
    return MarkMatch(whose, end) if after is None or after.low in _GO_ON else None
