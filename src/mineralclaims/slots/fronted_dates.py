"""The period that a sentence opens with, for what its main clause tells: "In 2004, Orwin agreed to invest $600 million in the field"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from operator import attrgetter
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.saying_words import saying_kinds, speaking_words
from mineralclaims.slots.clause_words import NO_PART
from mineralclaims.text.tags import lemma

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_TOKEN = attrgetter("token")
_OPENERS = frozenset({"in", "on", "by", "during", "for", "at", "as", "of", "the", "end", "last"})
_OPENED_BY = 4
_BASES = frozenset({"versus", "vs", "against", "compared", "than"})
_AGREEING = frozenset({"agreed", "contracted", "undertook", "undertaken", "arranged", "closed", "exercised"})
_NO_PART = NO_PART - {",", "and"} | {
    ":", '"', "while", "when", "where", "whose", "after", "before", "as", "since", "because", "to", "for",
}  # fmt: skip
_FARTHEST = 40


def fronted_date(scene: Scene, here: Sequence[Dated]) -> Dated | None:
    """Return the time that opens the sentence where nothing but the main clause leads from it to the number, and no time follows that."""
    reading, k = scene.reading, scene.k
    dated = here[0]
    if dated.value is None or dated.said or dated.owns or dated.token > _OPENED_BY or k - dated.last > _FARTHEST:
        return None
    if not dated.last < scene.verb < k or not _is_adjunct(scene, dated):
        return None
    behind = reading.at[scene.position + 1] if scene.position + 1 < len(reading.at) else len(reading.lows)
    other = bisect_right(here, dated.token, key=_TOKEN)
    if other < len(here) and here[other].token < behind:
        return None
    return dated if _leads(scene, dated.last + 1) else None


def _is_adjunct(scene: Scene, dated: Dated) -> bool:
    """Return whether a time stands by itself before the clause: "In 2004, …", "In May the firm …"; not "Second-quarter sales"."""
    reading = scene.reading
    if not dated.token or not _OPENERS.issuperset(reading.lows[: dated.token]):
        return False
    following = reading.tokens[dated.last + 1]
    return following.low == "," or following.tag == "D" or following.name


def _leads(scene: Scene, begin: int) -> bool:
    """Return whether one clause reaches from a token to the number, which nobody only says."""
    reading, lows = scene.reading, scene.reading.lows
    verbs = reading.verbs[bisect_left(reading.verbs, begin) : bisect_left(reading.verbs, scene.k)]
    if not verbs or any(lemma(lows[verb]) in saying_kinds() or lows[verb] in speaking_words() for verb in verbs):
        return False
    begin += lows[begin] == ","
    agreed = _AGREEING.intersection(lows[begin : scene.verb])
    barring = _NO_PART - {"to"} if agreed else _NO_PART
    return barring.isdisjoint(lows[begin : scene.k - 1]) and _BASES.isdisjoint(lows[begin : scene.k])
