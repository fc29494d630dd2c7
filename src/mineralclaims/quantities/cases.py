"""A bare number with all that tells whose unit it shares."""

from __future__ import annotations

from decimal import Decimal
from functools import cached_property

import attrs

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.quantities.elision_signs import Following, Signs, signs_of
from mineralclaims.quantities.pieces import ONE, Piece

NEAR = 160
"""How far, in characters, a quantity may stand from the number that goes on from it."""

_LEVELS = frozenset({"to", "at", "higher at", "lower at"})
_FIVE, _HUNDRED, _THOUSAND = Decimal(5), Decimal(100), Decimal(1000)


@attrs.define
class Around:
    """The quantities around a bare number.

    Attributes:
        amounts: amounts and money before it in its sentence, the nearest first.
        percent: the percentage before it in its sentence.
        behind: the next quantity of its sentence.
        next_number: the next number of its sentence, with a unit or without.
        earlier: the last amount of the sentences right before.
        money: the last money of the sentences right before.
        sentence_end: where its sentence ends.
    """

    amounts: list[Piece] = attrs.Factory(list)
    percent: Piece | None = None
    behind: Piece | None = None
    next_number: Piece | None = None
    earlier: Piece | None = None
    money: Piece | None = None
    sentence_end: int = 0


class Case:
    """A bare number with all that tells whose unit it shares."""

    def __init__(self, text: str, low: str, bare: Piece, around: Around) -> None:
        """Take the folded text, the same in lower case, the number and the quantities around it."""
        self.text, self.low, self.bare, self.around = text, low, bare, around
        self.written = low[bare.start : bare.end]

    @cached_property
    def signs(self) -> Signs:
        """What the words around the number say."""
        since = self.around.amounts[0].end if self.around.amounts else -1
        return signs_of(self.text, self.low, self.bare, since, self.around.sentence_end)

    @property
    def large(self) -> bool:
        """Whether the number has a magnitude, or thousands that are set off."""
        return self.bare.magnitude != 1 or self.bare.grouped

    @property
    def decimal(self) -> bool:
        """Whether the number has decimals."""
        return "." in self.written

    @property
    def counts_a_noun(self) -> bool:
        """Whether what follows may be what the number counts, or a bracket opens before it."""
        return self.signs.lead == "(" or self.signs.follows == Following.A_NOUN

    @property
    def after_percent(self) -> bool:
        """Whether the number is the level that a percentage led to ("rose 2% to 3,450"): perhaps of an index."""
        percent = self.around.percent
        return percent is not None and self.low[percent.end : self.bare.start].strip() in _LEVELS

    @cached_property
    def primary(self) -> list[Piece]:
        """The amounts before it, without those that only say another over again in a bracket that has been closed."""
        amounts = self.around.amounts
        return [amount for amount in amounts if not self._restates(amount)] or amounts

    @property
    def beside(self) -> Piece | None:
        """The amount right before the bracket in which the number stands."""
        amounts = self.around.amounts[:2]
        return next((one for one in amounts if self.low[one.end : self.bare.start].strip() == "("), None)

    def first(self, ratio: Decimal, within: int = NEAR, donors: list[Piece] | None = None) -> Piece | None:
        """Return the nearest amount before that is of about the number's order, as it stands or in its written unit."""
        bare, known = self.bare, self.primary if donors is None else donors
        near = [donor for donor in known if bare.start - donor.end <= within]
        return next(
            (donor for donor in near if not _is_minor(donor) and comparable(bare, donor, ratio)),
            next((donor for donor in near if comparable(bare, donor, ratio)), None),
        )

    def _restates(self, donor: Piece) -> bool:
        """Return whether a donor stands in a bracket of its own that has been closed."""
        return self.low.endswith("(", 0, donor.start) and ")" in self.low[donor.end : self.bare.start]


def comparable(one: Piece, other: Piece, ratio: Decimal) -> bool:
    """Return whether two values are of about the same order, as they stand or in the written unit of the second."""
    if alike(one.high, other.high, ratio):
        return True
    unit = CONTEXT.divide(ONE, _HUNDRED) if _is_minor(other) else other.times
    return unit != 1 and alike(CONTEXT.multiply(one.high, unit), other.high, ratio)


def said_once(one: Piece, other: Piece) -> bool:
    """Return whether a bare number leaves out the magnitude of an amount before it: "$2.4bn (2.1)"."""
    unscaled = one.magnitude == 1 and other.magnitude >= _THOUSAND and one.start > other.start
    return unscaled and alike(CONTEXT.multiply(one.high, other.magnitude), other.high, _FIVE)


def _is_minor(piece: Piece) -> bool:
    """Return whether an amount is in cents or the like."""
    return piece.mark is not None and piece.mark.minor


def alike(one: Decimal, other: Decimal, ratio: Decimal) -> bool:
    """Return whether neither of two numbers is ``ratio`` times the other, and none of them 0."""
    first, second = CONTEXT.abs(one), CONTEXT.abs(other)
    return first < CONTEXT.multiply(second, ratio) and second < CONTEXT.multiply(first, ratio)
