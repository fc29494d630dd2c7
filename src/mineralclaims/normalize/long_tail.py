"""The only door to quantulum3: units that our own tables do not have.

It is asked about one unit string at a time, imported on first need, and distrusted: it answers "dimensionless" for
words that it does not know, takes words apart into units that nobody meant, and of several units with one symbol it takes
another one from run to run. Its units carry no factors.
"""

from __future__ import annotations

import logging
import re
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import Any

import attrs

_LONGEST = 40
_MECHANICAL = {"length", "area", "volume", "mass", "density", "energy", "power", "pressure", "speed"}
_DIMENSIONS = frozenset({*_MECHANICAL, "time", "frequency", "temperature"})
"""Its entities that mean what we mean by a dimension."""

_SAYS_PER = re.compile(r"/| per ")
_OPERATORS = frozenset("/*·.^-+ ")
_WORDS = re.compile(r"[^\W\d_]+")


@attrs.frozen
class RareUnit:
    """A unit that quantulum3 knows.

    Attributes:
        symbol: the string asked about.
        name: its name there, in words.
        dimension: what it measures; None for a quotient, which its parts must settle.
        parts: the names of the units that it is made of, each with its power.
    """

    symbol: str
    name: str
    dimension: str | None
    parts: tuple[tuple[str, int], ...]


@lru_cache(maxsize=1024)
def look_up(text: str) -> RareUnit | None:
    """Return what quantulum3 takes ``text`` for, or None where it knows nothing that can be trusted."""
    if not 0 < len(text) <= _LONGEST or not any(letter.isalpha() for letter in text) or text[-1] in _OPERATORS:
        return None
    answers = _ask(f"3 {text}")
    if len(answers) != 1 or answers[0].surface.split() != ["3", *text.split()] or _ambiguous(text):
        return None
    answer = answers[0].unit
    parts = tuple((str(part["base"]), int(part["power"])) for part in answer.dimensions)
    if answer.entity.name in _DIMENSIONS:
        return RareUnit(text, answer.name, answer.entity.name, parts)
    if _SAYS_PER.search(text):
        return RareUnit(text, answer.name, None, parts)
    return None


def _ask(text: str) -> list[Any]:
    """Return the quantities that quantulum3 finds in ``text``; none where it fails."""
    with _kept_in():
        from quantulum3 import parser  # noqa: PLC0415

        try:
            return list(parser.parse(text))
        except Exception:  # noqa: BLE001  whatever it stumbles over is no unit to us
            return []


def _ambiguous(text: str) -> bool:
    """Return whether a word of ``text`` is no certain unit of it.

    It is not if several of its units are written so, of which it takes any, or if only symbols in other cases are: an M is no metre.
    """
    from quantulum3 import load  # noqa: PLC0415

    known = load.units("en_US")
    for word in _WORDS.findall(text):
        low = word.lower()
        meant = known.symbols.get(word) or known.surfaces.get(word) or known.surfaces_lower.get(low) or ()
        if len(meant) > 1 or (not meant and known.symbols_lower.get(low)):
            return True
    return False


@contextmanager
def _kept_in() -> Iterator[None]:
    """Keep in its warning at import, and its ``logging.basicConfig``: that does nothing where there is a handler."""
    root, shield = logging.getLogger(), logging.NullHandler()
    root.addHandler(shield)
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            yield
    finally:
        root.removeHandler(shield)
