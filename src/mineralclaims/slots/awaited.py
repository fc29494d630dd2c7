"""Numbers that somebody expected, and numbers that an if-clause supposes."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene

_AWAITED = frozenset(
    {
        "expected",
        "forecast",
        "forecasts",
        "forecasted",
        "predicted",
        "projected",
        "anticipated",
        "expecting",
        "expect",
        "consensus",
        "predicting",
        "estimated",
        "expectations",
        "expectation",
        "guidance",
        "outlook",
        "projection",
    }
)
_AWAITING = frozenset(
    {
        "analyst",
        "analysts",
        "economists",
        "wall",
        "street",
        "investors",
        "traders",
        "market",
        "markets",
        "we",
        "widely",
        "had",
        "were",
        "was",
        "on",
        "by",
        "in",
        "the",
        "previously",
        "originally",
        "initially",
        "it",
        "they",
        "company",
        "a",
        "an",
        "average",
        "consensus",
        "have",
        "economist",
        "that",
        "last",
        "previous",
        "earlier",
        "prior",
        "its",
        "their",
        "'s",
        "month",
        "week",
        "year",
        "quarter",
    }
)
_MOVES = frozenset(
    {
        "build",
        "cut",
        "decline",
        "decrease",
        "drawdown",
        "draw",
        "drop",
        "fall",
        "gain",
        "growth",
        "increase",
        "jump",
        "loss",
        "profit",
        "rise",
        "surplus",
        "deficit",
        "shortfall",
    }
)
_FORECASTS = frozenset(
    {
        "forecast",
        "forecasts",
        "guidance",
        "expectation",
        "expectations",
        "consensus",
        "outlook",
        "projection",
        "projections",
        "prediction",
        "predictions",
    }
)
_BEFORE = frozenset({"of", "for", "a", "an", "the", "at", "earnings", "revenue", "profit", "sales"})
_IFS = frozenset({"if", "unless"})
_ASKING = frozenset(
    {
        "say",
        "said",
        "says",
        "decide",
        "decided",
        "ask",
        "asked",
        "asks",
        "know",
        "see",
        "doubt",
        "question",
        "as",
        "wonder",
        "clear",
        "even",
    }
)
_NO_CLAUSE = frozenset({"not", "any", "anything", "otherwise", "so", "ever", "only"})
_DEFINITE = frozenset(
    {
        "the",
        "its",
        "their",
        "his",
        "her",
        "this",
        "that",
        "those",
        "these",
        "'s",
        "our",
        "your",
        "current",
        "own",
        "existing",
        "present",
    }
)
_WITHDRAWN = frozenset({"withdrew", "withdraw", "withdraws", "withdrawn", "scrapped", "abandoned", "dropped", "suspended"})
_REACH = 6
_CLAUSE_REACH = 30


def awaited(scene: Scene) -> list[str]:
    """Return whether the number is what somebody expected: "the $54m analysts had expected", "expectations of $54m", "an expected $54m"."""
    lows, k = scene.reading.lows, scene.k
    found: list[str] = []
    if scene.reading.quantities[scene.position].kind == "multiple":
        return found  # "halved its forecast"
    moved = k + 1 < len(lows) and lows[k + 1] in _MOVES
    begin = k + 1 + moved
    for index in range(begin, min(begin + _REACH, len(lows))):
        if lows[index] in _AWAITED:
            if not (moved and lows[index + 1 : index + 2] == ["to"]):
                found.append("estimated>" if lows[index] == "estimated" else "awaited>")
            break
        if lows[index] not in _AWAITING:
            break
    for index in range(k - 1, max(-1, k - 4), -1):
        if lows[index] in _AWAITED:
            found += ("awaited<", f"awaited<{lows[index]}")
            break
        if lows[index] not in _BEFORE:
            break
    if (
        k > 1
        and lows[k - 1] in {"of", "for"}
        and lows[k - 2] in _FORECASTS
        and scene.verb_word not in _WITHDRAWN
        and not supposed(scene)
    ):
        found.append("awaited:of")
    return found


def supposed(scene: Scene) -> list[str]:
    """Return whether an if-clause supposes the number: not what it only speaks of, "if the $5bn project goes ahead"."""
    lows, breaks, k = scene.reading.lows, scene.reading.breaks, scene.k
    at = bisect_left(breaks, k)
    begin = max(breaks[at - 1] if at else 0, k - _CLAUSE_REACH, 0)
    place = next((index for index in range(k - 1, begin - 1, -1) if lows[index] in _IFS), -1)
    if place < 0 or lows[place + 1] in _NO_CLAUSE or (place and lows[place - 1] in _ASKING):
        return []
    return ["if:the"] if not _DEFINITE.isdisjoint(lows[max(place, k - 2) : k]) else ["if:in"]
