"""Magnitudes behind a number: words ("million", "mln", "lakh crore") and letters ("bn", "m", "k")."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from mineralclaims.normalize.decimals import CONTEXT

WORDS: dict[str, Decimal] = {
    word: Decimal(10**power if power else 12)
    for power, words in (
        (0, ("dozen", "dozens")),
        (2, ("hundred",)),
        (3, ("thousand", "thousands")),
        (5, ("lakh", "lakhs", "lac", "lacs")),
        (6, ("million", "millions", "mln", "mn", "mio")),
        (7, ("crore", "crores")),
        (9, ("billion", "billions", "bln", "milliard")),
        (12, ("trillion", "trillions", "tln", "trln")),
        (15, ("quadrillion",)),
    )
    for word in words
}
# "m", "b", "t" are magnitudes only for money or before a unit; "bn", "mn", "tn" and "k" also stand on their own.
_LETTERS: dict[str, Decimal] = {
    letters: Decimal(10**power)
    for power, written in (
        (3, ("k", "K")),
        (5, ("L",)),
        (6, ("m", "M", "mm", "MM", "Mn", "MN", "mil")),
        (7, ("cr", "Cr")),
        (9, ("b", "B", "bn", "Bn", "BN", "bil")),
        (12, ("t", "T", "tn", "Tn", "TN", "trn", "tr")),
    )
    for letters in written
}
_BY_THEMSELVES = frozenset({"bn", "Bn", "BN", "Mn", "MN", "tn", "trn", "k", "K"})
_AFTER_A_SPACE = frozenset({"m", "M", "b", "B", "bn", "Bn", "BN", "mn", "Mn", "tn", "trn", "cr", "Cr", "mil", "bil"})
_WRITTEN_APART = frozenset({"bn", "tn", "trn"})
"""Letters that behind a space or a hyphen are what "mln" is: a magnitude on its own, and no letter of a unit."""
_FACTORS = frozenset({Decimal(100), Decimal(1000), Decimal(100000), Decimal(1000000)})
_NEXT = re.compile(r"(-| {1,13})?([A-Za-z]{1,11})(?![\w/])")


class Magnitude(NamedTuple):
    """A magnitude: where it ends, what it multiplies with, whether it is one whatever the number counts, and whether it is letters."""

    end: int
    factor: Decimal
    sure: bool = True
    lettered: bool = False


def magnitude_after(text: str, at: int, *, money: bool) -> Magnitude | None:
    """Return the magnitude at ``at``; behind an amount with a currency mark (``money``) letters are always one."""
    match = _NEXT.match(text, at)
    if match is None:
        return None
    between, written = match.groups()
    factor = WORDS.get(written.lower())
    if factor is not None:
        if factor in _FACTORS and (again := _NEXT.match(text, match.end())):
            more = WORDS.get(again.group(2).lower())
            if more is not None and more >= 1000:
                return Magnitude(again.end(), CONTEXT.multiply(factor, more))
        return Magnitude(match.end(), factor)
    factor = _LETTERS.get(written)
    if factor is not None and between and written in _WRITTEN_APART:
        return Magnitude(match.end(), factor)
    if factor is None or (between and (between == "-" or written not in _AFTER_A_SPACE)):
        return None
    return Magnitude(match.end(), factor, money or (written in _BY_THEMSELVES and not between), lettered=True)
