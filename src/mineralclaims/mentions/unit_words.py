"""Units as they are written after a number: "million tonnes", "g/t", "-ton", "(metric) tons", "barrels of oil equivalent"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

import attrs

from mineralclaims.normalize.units import Form, letter_forms, unit, word_forms

# What can be a quantity of ours; lengths, areas, times and powers are known to the normalizer but never taken from running text.
SCANNED = frozenset({"mass", "volume", "energy", "fraction", "grade", "mass_fraction", "density", "multiple", "points", "ratio"})
_NOT_SCANNED_DIMENSIONS = frozenset({"length", "area", "time", "power", "temperature"})
_WORD = re.compile(r"[\s-]?([%°]|[(\[<{]?[A-Za-zµ][\w³.]*[)\]>}]?(?:/[A-Za-z][\w³]*)?)")
_AT_MOST = 5
_FILLERS = frozenset({"daily", "more", "additional", "new", "fine", "net", "gross", "net", "equivalent", "crude"})


@attrs.frozen
class UnitMatch:
    """A unit found in the text."""

    form: Form
    end: int
    daily: bool = False


@cache
def _words() -> Mapping[str, Form]:
    """Return the forms whose letters have no case, without the units that are never scanned."""
    return {text: form for text, form in word_forms().items() if unit(form.unit).dimension not in _NOT_SCANNED_DIMENSIONS}


@cache
def _letters() -> Mapping[str, Form]:
    """Return the forms that are written in fixed case, without the units that are never scanned."""
    return {text: form for text, form in letter_forms().items() if unit(form.unit).dimension not in _NOT_SCANNED_DIMENSIONS}


def unit_after(text: str, at: int) -> UnitMatch | None:
    """Return the longest unit that begins at ``at``, white space or a hyphen between allowed."""
    words: list[tuple[str, int]] = []
    position = at
    for _ in range(_AT_MOST):
        match = _WORD.match(text, position)
        if match is None:
            break
        words.append((match.group(1), match.end()))
        position = match.end()
    if not words:
        return None
    found = _longest(words)
    if found is None and len(words) > 1 and words[0][0].lower() in _FILLERS:
        found = _longest(words[1:])
        if found is not None:
            return UnitMatch(found.form, found.end, daily=words[0][0].lower() == "daily")
    return found


def _longest(words: list[tuple[str, int]]) -> UnitMatch | None:
    """Return the unit made of most words from the first on."""
    known, letters = _words(), _letters()
    for count in range(len(words), 0, -1):
        end = words[count - 1][1]
        written = " ".join(word for word, _ in words[:count])
        for candidate, cut in _variants(written):
            form = letters.get(candidate) or known.get(candidate.lower())
            if form is not None:
                return UnitMatch(form, end - cut)
    return None


def _variants(written: str) -> list[tuple[str, int]]:
    """Return the spellings to look up, each with the number of characters that it leaves out at the end."""
    variants = [(written, 0)]
    if written.endswith("."):
        variants.append((written[:-1], 1))
    if written[0] in "([<{" or written[-1] in ")]>}":
        plain = written.translate(_NO_BRACKETS)
        unclosed = written[-1] in ")]>}" and written[0] not in "([<{" and "(" not in written
        variants.append((plain, 1 if unclosed else 0))
    return variants


_NO_BRACKETS = {ord(c): None for c in "()[]<>{}"}
