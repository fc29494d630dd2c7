"""The arithmetic context of the package: an application's own decimal context changes nothing here."""

from __future__ import annotations

from decimal import ROUND_HALF_EVEN, Context

MAX_DIGITS = 38
"""A number of more digits is no quantity."""

CONTEXT = Context(prec=60, rounding=ROUND_HALF_EVEN, Emin=-999999, Emax=999999, traps=[])
"""Used through its methods (``CONTEXT.multiply``), never installed: it is shared and has no traps."""
