"""The date behind a list of figures, which all of them have: "made 2 Mt of copper, 1 Mt of zinc and 200,000 tonnes of lead in 2023"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_LEADS = frozenset({"in", "during", "for"})
_JOINS = frozenset({",", "and", "plus"})
_APART = frozenset({
    "from", "than", "against", "versus", "compared", "while", "which", "who", "that", "where", "when", "but", ";", "(", ")", "after", "or", "to", "with",
})  # fmt: skip
_ITEM_AT_MOST, _BEHIND_LAST = 8, 8


def date_of_list(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the only time of a sentence where it closes the list that a number stands in, of three numbers or two, the last with "and"."""
    if len(here) != 1 or here[0].token <= scene.k or here[0].before not in _LEADS or here[0].said:
        return None
    reading, dated, k = scene.reading, here[0], scene.k
    lows, at = reading.lows, reading.at
    last = bisect_left(at, dated.token) - 1
    if last <= scene.position or dated.token - at[last] > _BEHIND_LAST or reading.verbs_between(k, dated.token):
        return None
    if not _APART.isdisjoint(lows[k + 1 : dated.token - 1]):
        return None
    kind = reading.quantities[scene.position].kind
    for position in range(scene.position + 1, last + 1):
        between = lows[at[position - 1] + 1 : at[position]]
        if reading.quantities[position].kind != kind or not 1 < len(between) <= _ITEM_AT_MOST or _JOINS.isdisjoint(between):
            return None
    return dated if "and" in lows[at[last - 1] + 1 : at[last]] else None
