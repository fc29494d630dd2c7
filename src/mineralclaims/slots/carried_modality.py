"""The modality that a number takes over from the number before it: of a list without a verb of its own, of what restates it, of what goes with it."""

from __future__ import annotations

from bisect import bisect_right

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.time_words import TIME_WORDS
from mineralclaims.slots.hedged import along
from mineralclaims.slots.last_claim import LastClaim
from mineralclaims.slots.ties import in_brackets

_JOINTS = frozenset({"and", ",", ";", "or", "–", "-", "plus", "then"})
_APART = frozenset({
    "from", "than", "against", "versus", "vs", "compared", "below", "above", "beyond", "beside", "besides", "present", "current",
    "existing", "because", "although", "though", "while", "whereas", "which", "who", "if", "unless", "already", "ago", "now", "less",
    "more", "over", "under", "on", "up", "down", "earlier", "but", "excluding", "including", "after", "before", "since", "until", "as",
    "believe", "believes",
})  # fmt: skip
_LONGEST, _TAIL = 12, 8
_BRACKETS = frozenset({"(", ")", ":", '"'})
_BESIDE, _THING, _PRICE_REACH = 14, 4, 16
_ROUGHLY = frozenset(
    {"about", "around", "roughly", "some", "nearly", "almost", "approximately", "up", "to", "a", "further", "at", "least"}
)
_VERSUS, _WITH = frozenset({"versus", "vs", "against"}), frozenset({"with", "to"})
_WAYS, _WAY_REACH = frozenset({"up", "down"}), 6
_CARRIED = frozenset({"estimated", "forecast", "proposed", "conditional"})


def carried_modality(scene: Scene, claim_type: str, last: LastClaim) -> str | None:
    """Return the modality that the claim before hands on, None where the number stands for itself.

    "It is expected to cost $5 million this year and $7 million next", "an estimated 19% of output, followed by Ohio, 8%": the second
    number has no verb and no cue of its own.
    """
    reading, settled = scene.reading, last.settled
    if (
        settled is None
        or last.sentence != reading.number
        or last.position != scene.position - 1
        or settled.modality not in _CARRIED
    ):
        return None
    if _goes_along(scene) or (claim_type == "change" and _is_up_or_down(scene)):
        return settled.modality
    if claim_type == "money" and last.type == "stake" and _is_its_price(scene):
        return settled.modality
    one, other = reading.quantities[last.position], reading.quantities[scene.position]
    if last.type != claim_type or one.kind != other.kind or (one.quantity.unit != other.quantity.unit and one.kind != "money"):
        return None
    begin, k = reading.at[last.position], scene.k
    begin += in_brackets(reading, begin)  # "2 billion euros ($2.2 billion) and Peru 3 billion"
    between = _without_aside(reading.lows[begin + 1 : k])
    if settled.date.value is not None and set_beside(reading, scene.position):
        return settled.modality
    if (
        len(between) > _LONGEST
        or _JOINTS.isdisjoint(between)
        or not _APART.isdisjoint(between)
        or not _BRACKETS.isdisjoint(between)
    ):
        return None
    if _governed(reading, begin, k) or reading.verbs_between(begin + 1, k) > ("followed" in between):
        return None
    return None if _tail_governed(scene) else settled.modality


def _is_its_price(scene: Scene) -> bool:
    """Return whether a sum is only what the stake before it is to be had for: "is in talks to sell a 30% stake in the mine for $2 billion"."""
    reading, k = scene.reading, scene.k
    begin, at = reading.at[scene.position - 1], k - 1
    while at > begin and reading.lows[at] in _ROUGHLY:
        at -= 1
    between = reading.lows[begin + 1 : at]
    if reading.lows[at] != "for" or k - begin > _PRICE_REACH or not _APART.isdisjoint(between) or not _JOINTS.isdisjoint(between):
        return False
    return not reading.verbs_between(begin + 1, k) and not _governed(reading, begin, k)


def _without_aside(words: list[str]) -> list[str]:
    """Return words without what a pair of brackets among them adds: "(urea)" of "of carbamide (urea) and"."""
    if words.count("(") != 1 or words.count(")") != 1:
        return words
    begin, end = words.index("("), words.index(")")
    return words[:begin] + words[end + 1 :] if begin < end else words


def set_beside(reading: Reading, position: int) -> bool:
    """Return whether a number of one thing is only set beside that of another: "by 2034 sales may reach $17 billion, compared with $28 billion for zinc"."""
    k = reading.at[position]
    lows = reading.lows
    if position < 1 or lows[k + 1 : k + 2] != ["for"] or k - reading.at[position - 1] > _BESIDE:
        return False
    linked = lows[k - 1] in _VERSUS or (lows[k - 1] in _WITH and lows[k - 2] == "compared")
    if not linked or _governed(reading, reading.at[position - 1], k) or reading.verbs_between(reading.at[position - 1], k - 2):
        return False
    phrase = reading.phrase_from(k + 2)
    return phrase is not None and not phrase.time and TIME_WORDS.isdisjoint(lows[k + 2 : phrase.last + _THING])


def _governed(reading: Reading, begin: int, end: int) -> bool:
    """Return whether a word that puts a number forward stands between two tokens."""
    at = bisect_right(reading.governing, begin)
    return at < len(reading.governing) and reading.governing[at] < end


def _tail_governed(scene: Scene) -> bool:
    """Return whether what follows the number, up to the next one, puts it forward in its own way or tells it as past ("of which 5 Mt was shipped")."""
    reading, k = scene.reading, scene.k
    if reading.lows[k + 1 : k + 2] and reading.lows[k + 1] in _APART:
        return True
    at = reading.at
    end = min(at[scene.position + 1] if scene.position + 1 < len(at) else len(reading.tokens), k + _TAIL)
    return _governed(reading, k, end)


def _goes_along(scene: Scene) -> bool:
    """Return whether the number is said of what goes with the clause before: "will reach $6 billion, with fertilisers making up $3 billion"."""
    start = along(scene)
    begin = scene.reading.at[scene.position - 1]
    return begin < start and not _governed(scene.reading, begin, scene.k)


def _is_up_or_down(scene: Scene) -> bool:
    """Return whether a change only says how far the number before is above or below another: "is expected to earn $2 billion, down more than a third"."""
    reading, k = scene.reading, scene.k
    lows, begin = reading.lows, reading.at[scene.position - 1]
    for index in range(k - 1, max(begin + 1, k - _WAY_REACH), -1):
        if lows[index] == "from":
            return False
        if lows[index] in _WAYS:
            return lows[index - 1] == "," and index - begin <= _LONGEST and not reading.verbs_between(begin + 1, index)
    return False
