"""Units as they are written after a number: "tonnes", "g/t", "-ton", "(metric) tons", "gold equivalent ounces"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from typing import Any, NamedTuple

from mineralclaims.mentions.next_words import NextWord, longest, next_word, split_form
from mineralclaims.mentions.tries import tree_of
from mineralclaims.normalize.units import Form, letter_forms, unit, word_forms

_NOT_SCANNED = frozenset({"length", "area", "time", "power", "temperature"})
"""What the normalizer knows but never is a quantity of ours in running text."""

_NOT_READ = frozenset({"% m", "%m", "%·m"})
"""Spellings that running text has for something else: "up 0.3% m-o-m"."""

FILLERS = frozenset({
    "daily", "annual", "more", "additional", "extra", "further", "new", "imported", "standard",
    "fine", "net", "gross", "equivalent", "contained", "recoverable", "payable", "attributable", "saleable",
    "refined", "crude", "dry", "wet", "measured", "indicated", "inferred", "proven", "proved", "probable", "possible",
    "gold", "silver", "platinum", "palladium", "copper", "nickel", "zinc", "lead", "uranium", "lithium",
    "pgm", "2e", "3e", "4e", "6e", "aueq", "ageq", "cueq", "gold-equivalent", "silver-equivalent",
})  # fmt: skip
"""Words that may stand between a number and its unit: "3,000 more tonnes", "5,110 gold equivalent ounces"."""

_CLASSES = frozenset({"measured", "indicated", "proven", "proved"})
"""Fillers to which "and" joins another."""

_AFTER_FILLERS = frozenset({"mass", "volume", "energy"})
_FILLERS_AT_MOST = 3
# What makes another thing of a unit: torque, freight, "5 t-shirts".
_ANOTHER = re.compile(
    r"[- ](?:f(?:oo|ee)?t|force|miles?|kilomet\w{2,4}|km|shirts?)(?!\w)"
    r"| (?:of pressure|of thrust|of torque|per square)(?!\w)|·",
    re.IGNORECASE,
)
_BEFORE_ANOTHER = frozenset("- ·")
_LETTER_IN_A_NAME = re.compile(r" [A-Z][a-z]")
_YEAR = re.compile(r"(?<![\d,.])(?:19|20)\d\d\Z")


class UnitMatch(NamedTuple):
    """A unit found in the text: its form, where it ends, and whether "daily" stands before it."""

    form: Form
    end: int
    daily: bool = False


@cache
def _trees() -> tuple[dict[str, Any], dict[str, Any]]:
    """Return the scanned forms as trees of words: those in fixed case, and the others."""
    return _tree(letter_forms()), _tree(word_forms())


def _tree(forms: Mapping[str, Form]) -> dict[str, Any]:
    """Return the forms of units that running text is scanned for, as a tree of their words."""
    read = [form for form in forms.values() if form.read and form.text not in _NOT_READ]
    scanned = [form for form in read if unit(form.unit).dimension not in _NOT_SCANNED]
    return tree_of((split_form(form.text), form) for form in scanned)


@cache
def first_words() -> frozenset[str]:
    """Return in lower case every word with which a unit, or what may stand before it, begins."""
    letters, words = _trees()
    return frozenset({word.lower() for word in letters} | set(words) | FILLERS)


def unit_after(text: str, at: int, first: NextWord | None = None) -> UnitMatch | None:
    """Return the longest unit that begins at ``at``, where ``first`` is the word already read there."""
    word = first or next_word(text, at)
    if word is None or word.low not in first_words():
        return None
    found = _unit_at(text, at, word)
    if found is not None:
        return found
    daily = False
    for _ in range(_FILLERS_AT_MOST):
        if word.low not in FILLERS:
            return None
        daily = daily or word.low == "daily"
        at, following = word.end, next_word(text, word.end)
        if following is not None and following.low == "and" and word.low in _CLASSES:
            following = next_word(text, following.end)  # "2 million measured and indicated tonnes"
        if following is None:
            return None
        word = following
        found = _unit_at(text, at, word) if word.low in first_words() else None
        if found is not None:
            return found._replace(daily=daily) if unit(found.form.unit).dimension in _AFTER_FILLERS else None
    return None


def _unit_at(text: str, at: int, word: NextWord) -> UnitMatch | None:
    """Return the longest unit that begins with ``word``, where nothing makes another thing of it."""
    letters, words = _trees()
    exact, caseless = longest(text, word, letters, exact=True), longest(text, word, words, exact=False)
    best = exact if caseless is None or (exact is not None and exact[1] >= caseless[1]) else caseless
    if best is None:
        return None
    form, end = best
    if form.unit == "x" and (word.gap not in {"", "-"} or text[end : end + 1].isalnum() or text[end : end + 2].strip().isdigit()):
        return None
    if text[end : end + 1] in _BEFORE_ANOTHER and _ANOTHER.match(text, end):
        return None
    if form.case and word.gap == " " and _YEAR.search(text, max(0, at - 5), at) and _LETTER_IN_A_NAME.match(text, end):
        return None
    return UnitMatch(form, end)
