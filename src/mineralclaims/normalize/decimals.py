"""The arithmetic of the package, in a context of its own: an application's own decimal context changes nothing here."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context, Decimal
from functools import reduce

MAX_DIGITS = 38
"""A number of more digits is no quantity."""

CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, traps=[])
"""Used through its methods (``CONTEXT.multiply``), never installed: it is shared and has no traps."""

_SHORT = Context(prec=40, rounding=CONTEXT.rounding, Emin=CONTEXT.Emin, Emax=CONTEXT.Emax, traps=[])
_SETTLED = Decimal("1e-54")
"""The relative error that a few roundings to 60 digits can leave."""

_ONE = Decimal(1)


def ratio(value: Decimal, above: tuple[Decimal, ...], below: tuple[Decimal, ...]) -> Decimal:
    """Return ``value`` times all of ``above`` over all of ``below``, exact where the result has at most 60 digits.

    A result that differs from a number of 40 digits only by what roundings leave becomes that number, so that a
    conversion there and back gives the value that it started from.
    """
    result = CONTEXT.divide(reduce(CONTEXT.multiply, above, value), reduce(CONTEXT.multiply, below, _ONE))
    short = _SHORT.normalize(result)
    error = CONTEXT.abs(CONTEXT.subtract(result, short))
    return tidy(short) if error <= CONTEXT.multiply(_SETTLED, CONTEXT.abs(result)) else result


def tidy(number: Decimal) -> Decimal:
    """Return a whole number without exponent and without zeros behind a point; other numbers as they are."""
    whole = CONTEXT.quantize(number, _ONE)
    return whole if whole == number else number
