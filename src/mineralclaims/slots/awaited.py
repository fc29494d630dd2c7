"""Numbers that somebody expected, and numbers that an if-clause supposes."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.time_words import TIME_WORDS
from mineralclaims.slots.clause_words import DEFINITE
from mineralclaims.text.tags import INDEFINITE

_AWAITED = frozenset({
    "expected", "forecast", "forecasts", "forecasted", "predicted", "projected", "anticipated", "expecting", "expect",
    "consensus", "poll", "predicting", "estimated", "expectations", "expectation", "guidance", "outlook", "projection",
    "pencilled", "penciled",
})  # fmt: skip
_AWAITING = frozenset({
    "analyst", "analysts", "economists", "wall", "street", "reuters", "bloomberg", "lseg", "refinitiv", "factset",
    "investors", "traders", "brokers", "market", "markets", "we", "widely", "had", "were", "was", "on", "by", "in",
    "the", "previously", "originally", "initially", "it", "they", "company", "a", "an", "average", "consensus", "have",
    "economist", "that", "last", "previous", "earlier", "prior", "its", "their", "'s", "month", "week", "year",
    "quarter",
})  # fmt: skip
_MOVES = frozenset({
    "build", "cut", "decline", "decrease", "drawdown", "draw", "drop", "fall", "gain", "growth", "increase", "jump",
    "loss", "profit", "rise", "surplus", "deficit", "shortfall",
})  # fmt: skip
_FORECASTS = frozenset({
    "forecast", "forecasts", "guidance", "expectation", "expectations", "consensus", "outlook", "projection",
    "projections", "prediction", "predictions",
})  # fmt: skip
_FORESEEING = _FORECASTS | {"assumption", "assumptions"}
_BEFORE = frozenset({"of", "for", "a", "an", "the", "at", "earnings", "revenue", "profit", "sales"})
IFS = frozenset({"if", "unless"})
_ASKING = frozenset({
    "say", "said", "says", "decide", "decided", "ask", "asked", "asks", "know", "see", "doubt", "question", "as",
    "wonder", "clear", "even",
})  # fmt: skip
_NO_CLAUSE = frozenset({"not", "any", "anything", "otherwise", "so", "ever", "only"})
_DEFINITE = DEFINITE | {"your", "existing", "present"}
_WITHDRAWN = frozenset({"withdrew", "withdraw", "withdraws", "withdrawn", "scrapped", "abandoned", "dropped", "suspended"})
_MET = frozenset({"beat", "beats", "missed", "miss", "misses", "met", "topped", "exceeded", "matched", "forecast", "forecasts"})
_AGAINST = frozenset({"from", "against", "versus", "vs"})
_PASSED = frozenset({
    "just", "only", "barely", "merely", "mere", "total", "of", "current", "levels", "level", "record", "present",
    "as", "low", "high", "close", "about", "around",
})  # fmt: skip
_SUMS = frozenset({"total", "mere"})
_CLAUSE_ENDS = frozenset({",", ";", ":", '"', "(", "and", "but"})
_IF_REACH, _GOAL_REACH = 25, 9
_PASSED_AT_MOST = 6
_COMPARING = frozenset({"compare", "compares"})
_ESTIMATING = frozenset({"estimates", "estimate", "estimated", "reckons", "reckon", "calculates"})
_SET_APART = frozenset({";", ":", "while", "but"})
_BESIDE = 12
_TAKEN = frozenset({
    "cut", "cuts", "cutting", "reduce", "reduced", "reduces", "reducing", "raise", "raised", "raises", "raising", "lower", "lowered",
    "lowers", "lowering", "increase", "increased", "increases", "trim", "trimmed", "trimming", "slash", "slashed", "scaled", "boost",
    "boosted", "lift", "lifted", "lifts", "hiked", "sweetened", "revised", "improved", "upped", "pared", "halved", "doubled", "changed",
})  # fmt: skip
_PLANS = frozenset({
    "plan", "plans", "bid", "bids", "offer", "offers", "proposal", "request", "target", "targets", "goal", "goals",
})  # fmt: skip
_TARGETS = frozenset({"target", "targets"})
_DESCRIBING = frozenset({"N", "J"})
_GOALS = frozenset({"target", "targets", "goal", "goals"})
_REACHED = _MET | {"reached", "hit", "achieved", "surpassed", "passed"}
_ASKED = frozenset({"demand", "demands", "claim"})
_PLANNED = frozenset({"planned", "proposed", "targeted", "intended"})
_TAKEN_REACH = 16
_PROJECTED = frozenset({"projected", "expected", "anticipated", "forecast"})
_LEADING = INDEFINITE | {"with", "its", "their", "for", "has"}
_VAGUE = frozenset({"about", "around", "roughly", "approximately", "some", "nearly", "almost"})
_PARTS = frozenset({"V", "R", "Q"})
_NAMED_REACH, _FEW = 18, 3
_INVERTED = frozenset({"had", "were", "should"})
_WOULD = frozenset({"would", "could", "might"})
_REACH = 6
_CLAUSE_REACH = 30


def awaited(scene: Scene) -> list[str]:
    """Return whether the number is what somebody expected: "the $54m analysts had expected", "expectations of $54m", "an expected $54m"."""
    lows, k = scene.reading.lows, scene.k
    found: list[str] = ["awaited:of"] if _is_forecast_level(scene) or _is_of_projected(scene) else []
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
    link = k - 2 if lows[k - 1] in INDEFINITE else k - 1
    if (
        link > 0
        and lows[link] in {"of", "for"}
        and lows[link - 1] in _FORECASTS
        and scene.verb_word not in _WITHDRAWN
        and not supposed(scene)
    ):
        found.append("awaited:of")
    return found


def _is_of_projected(scene: Scene) -> bool:
    """Return whether the number is "of" what is called projected: "a projected 2027 EBITDA of $50 million"; "projected costs of", not "had projected a cost of"."""
    tokens, lows, k = scene.reading.tokens, scene.reading.lows, scene.k
    link = k - 1
    while link > 0 and k - link <= _PASSED_AT_MOST and lows[link] in _VAGUE:
        link -= 1
    if link < _FEW or lows[link] != "of":
        return False
    for index in range(link - 1, max(0, link - _NAMED_REACH), -1):
        if lows[index] in _PROJECTED:
            return lows[index - 1] in _LEADING
        if tokens[index].tag in _PARTS or lows[index] in _SET_APART:
            return False
    return False


def _is_forecast_level(scene: Scene) -> bool:
    """Return whether a forecast is taken to or from the number ("cut its price forecast for 2026 to $9,800 from $10,200")."""
    lows, k = scene.reading.lows, scene.k
    if scene.verb < 0 or lows[k - 1] not in {"to", "from", "at"}:
        return False
    phrase = scene.reading.phrase_from(scene.verb + 1)
    heads = {lows[one.last] for one in (phrase, scene.subject) if one is not None and one.last < k}
    return not heads.isdisjoint(_FORESEEING) and scene.verb_word not in _MET


def planned_level(scene: Scene) -> list[str]:
    """Return whether a plan, an offer or a demand is taken to or from the number: "cut planned spending from $280m to $200m", "raised its offer to $50"."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    lows = reading.lows
    if _is_target(scene):
        return ["planned:level"]
    if verb < 1 or lows[k - 1] not in {"to", "from"} or k - verb > _TAKEN_REACH:
        return []
    if lows[verb] in _PLANNED and lows[verb - 1] in _TAKEN:
        return ["planned:level"]
    begin = verb + 1 + (lows[verb + 1] == "that")
    phrase = reading.phrase_from(begin) if lows[verb] in _TAKEN else None
    if phrase is None or phrase.last > k:
        return []
    words = lows[begin : phrase.last + 1]
    money = reading.quantities[scene.position].kind == "money"
    asked = words[-1] in _ASKED and money  # demand in tonnes is what is used
    if "price" in words or not (asked or words[-1] in _PLANS or not _PLANNED.isdisjoint(words)):
        return []
    if money and words[-1] in _TARGETS:
        return []  # a broker's target is a forecast
    return ["planned:level"]


def _is_target(scene: Scene) -> bool:
    """Return whether an amount is called a target that is not yet met: "nears the 100,000-ounce target"; a broker's price target is a forecast."""
    lows, k = scene.reading.lows, scene.k
    if scene.reading.quantities[scene.position].kind != "amount" or (scene.verb >= 0 and scene.verb_word in _REACHED):
        return False
    if (lows[k + 1 : k + 2] and lows[k + 1] in _GOALS) or _is_goal_for(scene):
        return True
    return bool(lows[k + 2 : k + 3]) and lows[k + 2] in _GOALS and scene.reading.tokens[k + 1].tag in _DESCRIBING


def _is_goal_for(scene: Scene) -> bool:
    """Return whether the number stands behind a goal for something: "hit a target for annual shipments of 75 million tons"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k - 1] != "of" or not IFS.isdisjoint(lows[max(0, k - _IF_REACH) : k]):
        return False
    for index in range(k - 2, max(-1, k - _GOAL_REACH), -1):
        if lows[index] in _GOALS:
            return True
        if lows[index] in _CLAUSE_ENDS or scene.reading.tokens[index].tag in {"V", "Q"}:
            return False
    return False


def compared(scene: Scene) -> list[str]:
    """Return whether the number is what was so before, beside one that may come: "will rise to 20 from 15 million", "from 15 to 20", "last year's 15"."""
    reading, position, k = scene.reading, scene.position, scene.k
    lows, at = reading.lows, reading.at
    if k > 1 and lows[k - 1] == "'s" and lows[k - 2] in TIME_WORDS:
        return ["base"]
    if _is_measured_with(scene):
        return ["base"]
    link = _link_before(lows, k)
    from_here = link == "from" and position + 1 < len(at) and "to" in lows[max(k + 1, at[position + 1] - 1) : at[position + 1]]
    against = link in _AGAINST or (k > 1 and lows[k - 2] == "compared" and link in {"with", "to"})
    behind = against and position > 0 and k - at[position - 1] <= _BESIDE and _SET_APART.isdisjoint(lows[at[position - 1] : k])
    if not (from_here and at[position + 1] - k <= _BESIDE) and not behind:
        return []
    beside = [position + 1] if from_here and not behind else [one for one in (position - 1, position - 2) if one >= 0]
    if _is_old_forecast(scene):
        return ["awaited:of"]
    same = any(reading.quantities[one].kind == reading.quantities[position].kind for one in beside)
    if not same:
        return []
    return ["taken"] if _is_estimated_course(scene) else ["base"]


def _link_before(lows: list[str], k: int) -> str:
    """Return the word that leads to a number, past what only belittles or sums it: "from just 3", "against a total of 5"."""
    at = k - 1
    while at > 0 and k - at <= _PASSED_AT_MOST and lows[at] in _PASSED:
        at -= 1
    if lows[at] in INDEFINITE and not _SUMS.isdisjoint(lows[at:k]):
        at -= 1
    return (lows[at] if lows[at] in _AGAINST else lows[k - 1]) if k else ""


def _is_measured_with(scene: Scene) -> bool:
    """Return whether what will be is only measured with the number: "this would compare with a 2019 surplus of $9 billion"."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    return verb >= 0 and k - verb <= _TAKEN_REACH and lows[verb] in _COMPARING and lows[verb + 1 : verb + 2] in (["with"], ["to"])


def _is_estimated_course(scene: Scene) -> bool:
    """Return whether somebody estimates all of a course: "the bureau estimates that output rose from 3 to 5 tonnes"."""
    lows, second = scene.reading.lows, scene.second
    return second >= 0 and lows[second] in _ESTIMATING and lows[second + 1 : second + 2] == ["that"]


def _is_old_forecast(scene: Scene) -> bool:
    """Return whether the number is what a forecast was before it was changed: "raised its price target to $4,900 from $4,300"."""
    lows, verb = scene.reading.lows, scene.verb
    if verb < 0 or lows[verb] not in _TAKEN:
        return False
    changed = lows[verb : scene.k]
    money = scene.reading.quantities[scene.position].kind == "money"
    return not _FORECASTS.isdisjoint(changed) or "estimate" in changed or (money and not _TARGETS.isdisjoint(changed))


def supposed(scene: Scene) -> list[str]:
    """Return whether an if-clause supposes the number: not what it only speaks of, "if the $5bn project goes ahead"."""
    lows, breaks, k = scene.reading.lows, scene.reading.breaks, scene.k
    at = bisect_left(breaks, k)
    begin = max(breaks[at - 1] if at else 0, k - _CLAUSE_REACH, 0)
    if lows[0] in _INVERTED and _WOULD.intersection(lows) and "which" not in lows[max(0, k - 3) : k + 3]:
        return ["if:had"]
    place = next((index for index in range(k - 1, begin - 1, -1) if lows[index] in IFS), -1)
    if place < 0 or lows[place + 1] in _NO_CLAUSE or (place and lows[place - 1] in _ASKING):
        return []
    return ["if:the"] if not _DEFINITE.isdisjoint(lows[max(place, k - 2) : k]) else ["if:in"]
