"""Times that date what another verb behind the number tells: "will cost $24 million and could be at work by 2026", "$200 million of aid to restore it by 2027"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.move_bases import is_start_of_move
from mineralclaims.slots.ties import lead_of
from mineralclaims.text.tags import AUXILIARY, NOUN, OWN

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_JOINS = frozenset({"and", "but"})
_LINKS = AUXILIARY, "A"
_COMPARING = frozenset({"from", "than", "over", "on", "with", "to", "against", "versus", "vs"})
_OPENS_LABEL = frozenset({"(", ";", ",", "["})
_BASE_WITHIN = 4
_ON_DAY = frozenset({"on", "late", "early", "last", "this"})
_OPENS_CLAUSE = frozenset({"N", "D", "O", "A"})
_OWNED, _WHOSE = frozenset({"equity", "royalty"}), OWN | {"the", "'s", "a"}
_PERIODS = frozenset({"ended", "quarter", "yq", "half"})
_FROM_WITHIN = 3
_OF_BASES = frozenset({"in", "of", "at"})
_LIMITS = frozenset({"by", "until", "before", "in", "from"})


def dates_other(scene: Scene, dated: Dated, aspect: str) -> bool:
    """Return whether a time of the sentence dates something else than the number; ``aspect`` is that of its claim, "" for none."""
    return (
        _is_of_other_verb(scene, dated)
        or is_start_of_move(scene, dated)
        or _is_base_of_other(scene, dated)
        or _labels_other(scene, dated)
        or _dates_base(scene, dated)
        or starts_from(scene, dated)
        or _is_of_saying(scene, dated)
        or _describes_other(scene, dated, aspect)
    )


def _is_of_other_verb(scene: Scene, dated: Dated) -> bool:
    """Return whether a time behind a number goes with a verb that "and" joins to that of the number, so that no other number stands between."""
    reading, k = scene.reading, scene.k
    if dated.token <= k or dated.before not in _LIMITS:
        return False
    if scene.position + 1 < len(reading.at) and reading.at[scene.position + 1] < dated.token:
        return False
    verbs = reading.verbs
    first = bisect_right(verbs, k)
    if first == len(verbs) or bisect_left(verbs, dated.token) != first + 1:
        return False
    at = verbs[first] - 1
    while at > k and (reading.tokens[at].tag in _LINKS or reading.lows[at] in MODALS or reading.lows[at] == "to"):
        at -= 1
    return at > k and reading.lows[at] in _JOINS


def _is_base_of_other(scene: Scene, dated: Dated) -> bool:
    """Return whether a time is what the number before compares with, so that it dates none behind it: "jumped 22% from a year earlier to 40 tonnes"."""
    reading = scene.reading
    if dated.kind != "ago" or dated.before not in _COMPARING or dated.token > scene.k or not scene.position:
        return False
    before = reading.at[scene.position - 1]
    return before < dated.token and dated.token - before <= _BASE_WITHIN and not dated.expression.match.group("an")


def _dates_base(scene: Scene, dated: Dated) -> bool:
    """Return whether a time stands right behind what the number is compared with, and is its time: "to make 5 tonnes, against 4 in 1986"."""
    reading, following = scene.reading, scene.position + 1
    if following >= len(reading.at) or dated.kind == "ago":
        return False
    base = reading.at[following]
    if not base < dated.token <= base + _BASE_WITHIN or "," in reading.lows[base : dated.token]:
        return False
    return lead_of(reading, base) == "against"


def starts_from(scene: Scene, dated: Dated) -> bool:
    """Return whether a time is that of what a number came from: "fell from 5 tonnes in 2021 to 2", the 2021 for the 2."""
    reading, k, position = scene.reading, scene.k, scene.position
    if not position or reading.lows[k - 1] != "to" or not reading.at[position - 1] < dated.token < k:
        return False
    base = reading.at[position - 1]
    source = next((index for index in range(base - 1, max(-1, base - 1 - _FROM_WITHIN), -1) if reading.lows[index] == "from"), -1)
    return dated.before in _OF_BASES and source >= 0 and not reading.verbs_between(source, base)


def _is_of_saying(scene: Scene, dated: Dated) -> bool:
    """Return whether a time is that of saying what follows: "said on Monday output fell 3%", "earlier this month said it would pay $5m"."""
    reading = scene.reading
    if (
        dated.last + 1 < scene.k
        and dated.last > dated.token
        and dated.kind not in _PERIODS
        and _opens_saying(scene, dated.last + 1)
    ):
        return True
    if dated.kind != "weekday" or dated.last >= scene.k:
        return False
    at = dated.token - 1
    while at > 0 and reading.lows[at] in _ON_DAY:
        at -= 1
    if "say" not in reading.tokens[at].cue or reading.tokens[at].tag != "V":
        return False
    return reading.tokens[dated.last + 1].tag in _OPENS_CLAUSE and scene.verb > dated.last


def _describes_other(scene: Scene, dated: Dated, aspect: str) -> bool:
    """Return whether a year only describes what else is told of than a part that is owned: "results of its 2024 drilling at the 60%-owned Pelham mine"."""
    if aspect not in _OWNED or dated.kind != "year" or dated.last >= scene.k:
        return False
    tokens = scene.reading.tokens
    return dated.token > 0 and tokens[dated.token - 1].low in _WHOSE and tokens[dated.last + 1].tag == NOUN


def _opens_saying(scene: Scene, at: int) -> bool:
    """Return whether a verb of saying stands at a token with a clause behind it that has the verb of the number: "said it would pay"."""
    reading = scene.reading
    if reading.tokens[at].tag != "V" or "say" not in reading.tokens[at].cue or scene.verb <= at:
        return False
    behind = reading.tokens[at + 1]
    return behind.low == "that" or behind.tag in _OPENS_CLAUSE


def _labels_other(scene: Scene, dated: Dated) -> bool:
    """Return whether a time behind a number is the label of another in brackets: "was $120 million (2022: $98 million; 2021: $76 million)"."""
    lows = scene.reading.lows
    return dated.token > scene.k and lows[dated.token - 1] in _OPENS_LABEL and lows[dated.last + 1 : dated.last + 2] == [":"]
