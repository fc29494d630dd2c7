"""Clauses with a verb of their own between a verb and its second number: "climbed 16% since the tax took effect, to $984 a ton"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading

_OPENS = frozenset({"since", "after", "when", "as", "while", "before", "once", "because"})
_TO = frozenset({"to", "from"})
_FAR, _FEW = 16, 3


def past_inserted(reading: Reading, position: int) -> int:
    """Return the token before which the verb of a quantity stands: its own, or the number's before an inserted clause."""
    at = reading.at
    k = at[position]
    for _ in range(_FEW):
        if position and not reading.verbs_between(at[position - 1], at[position]):
            position -= 1  # "…, to $984 a ton, against $690"
    start, end = at[position - 1] + 1 if position else 0, at[position]
    if not position or end - start > _FAR or reading.lows[end - 2] != "," or reading.lows[end - 1] not in _TO:
        return k
    return start - 1 if reading.lows[start] in _OPENS or reading.lows[start + 1] in _OPENS else k
