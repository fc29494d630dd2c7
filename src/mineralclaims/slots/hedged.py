"""Words right beside a number, or in the phrase it is said of, that put it forward as estimated, asked for or plain; and words that only look so."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.clause_words import NO_PART

_BRACKET_REACH, _LIST_REACH = 8, 60
_IN_BRACKETS = {
    "est": "est", "estimate": "est", "estimated": "est", "estimates": "est", "forecast": "forecast", "proj": "forecast",
    "projected": "forecast", "projection": "forecast", "planned": "plan", "target": "plan", "proposed": "plan",
}  # fmt: skip
_ESTIMATED = frozenset({"estimated"})
_LIKELY = frozenset({"probably", "perhaps", "maybe", "possibly"})
_ABOUT = frozenset({"a", "about", "around", "some", "roughly", "only", "just", "over"})
_ROUGHLY = frozenset({"approximately", "more", "than", "nearly", "almost", "up", "to", "least"})
_VAGUE = _ABOUT | _ROUGHLY
_ESTIMATED_THINGS = frozenset({"cost", "reserve", "resource", "deposit"})
_PERIODIC = frozenset({
    "full-year", "annual", "yearly", "quarterly", "first-quarter", "second-quarter", "third-quarter",
    "fourth-quarter", "analysts", "consensus",
})  # fmt: skip
_BEFORE_ADJECTIVE = frozenset({"D", "P", "C", "S", ",", "N"})
_GOVERNED_REACH = 25
_LINKS = frozenset({"of", "at", "to", "by", "about"})
_REACHING = frozenset({
    "reach", "hit", "close", "end", "finish", "settle", "touch", "total", "stand", "average", "trade", "become", "peak",
})  # fmt: skip
_MOVED = frozenset({
    "rose", "fell", "climbed", "gained", "lost", "jumped", "surged", "soared", "dropped", "slid", "slipped", "tumbled",
    "plunged", "slumped", "advanced", "rallied", "rebounded", "recovered", "grew", "increased", "decreased", "declined",
    "sank", "shed", "added", "eased", "edged", "dipped", "retreated", "shrank", "widened", "narrowed", "doubled", "tripled",
    "swung", "rocketed", "ticked", "leapt", "crept", "firmed", "strengthened", "weakened", "expanded", "contracted",
})  # fmt: skip
_SEEN = frozenset({"seen", "recorded", "registered", "reported", "posted", "logged", "achieved", "reached", "booked"})
_THEN = frozenset({"in", "during", "last", "a", "at", "over", "for", "the", "earlier", "previously", ",", "."})
_POLLS = frozenset({"poll", "survey", "polls", "surveys", "forecast", "forecasts"})
_SEEN_REACH, _OFFER_REACH = 5, 6
_AS_FORESEEN = frozenset({"planned", "expected", "scheduled", "intended", "promised", "agreed", "anticipated"})
_REASONS = frozenset({"since", "because"})
_WAYS = frozenset({"up", "down"})
_CLAUSE_REACH = 14
_CALLED = frozenset({"called", "call", "calls", "calling", "asked", "asking", "pressed", "pressing", "pushed", "pushing", "lobbied", "campaigned"})  # fmt: skip
_CALL_REACH = 8
_MADE = frozenset(
    {"designed", "built", "able", "equipped", "licensed", "licenced", "permitted", "configured", "sized", "rated", "engineered"}
)
_CHAIN, _BESIDE, _FRAME_REACH = 4, 2, 7
_FRAMES = {
    **dict.fromkeys(("proposal", "proposals", "plan", "plans", "bill", "offer", "legislation", "draft", "scheme", "bid", "option", "amendment"), "plan"),
    **dict.fromkeys(("deal", "agreement", "terms", "contract", "accord", "arrangement", "pact", "settlement", "memorandum", "law"), "deal"),
}  # fmt: skip
_ACTS = frozenset({
    "cut", "reduce", "raise", "increase", "lower", "limit", "pay", "invest", "spend", "take", "try", "give", "buy", "sell", "set", "impose",
    "hold", "keep", "allow", "stop", "build", "aim", "strive", "seek", "receive", "own", "control", "remain", "exceed", "ban", "levy", "curb",
})  # fmt: skip
_NOT_SO = frozenset({"expected", "forecast", "had", "have", "analysts", "economists", "was", "were", "been", "originally", "initially", "previously", "the", "market", "first"})  # fmt: skip


def hedged(scene: Scene) -> list[str]:
    """Return what settles how a number is put forward: "(1993 est.)", "the estimated price rose 5%", "called for $5 million", "rose to reach $60"."""
    reading, k = scene.reading, scene.k
    found = _bracketed(reading, k)
    if _is_estimated(scene) or _is_likely(reading, k) or _is_estimate_of(reading, k):
        found.append("hedge:est")
    if scene.verb >= 0 and _calls_for(scene):
        found.append("hedge:call")
    start = along(scene)
    if start > 0 and "will" in reading.lows[max(0, start - _CLAUSE_REACH) : start]:
        found.append("hedge:along")
    if _is_made_for(scene):
        found.append("hedge:made")
    if _is_result(scene) or _was_seen(reading.lows, k) or _is_offered_at(reading.lows, k) or _is_reason(scene):
        found.append("hedge:plain")
    return found


def _bracketed(reading: Reading, k: int) -> list[str]:
    """Return what the brackets behind a number, or behind the list that it stands in, say of it: "$44 million (1993 est.)", "coffee 60%, tea 5% (est.)"."""
    lows, opened = reading.lows, -1
    at = bisect_left(reading.verbs, k + 1)
    verb = reading.verbs[at] if at < len(reading.verbs) else -1
    for index in range(k + 1, min(k + _LIST_REACH, len(lows))):
        low = lows[index]
        if low == "(":
            if opened >= 0:
                break
            opened = index
        elif low == ")":
            break
        elif opened >= 0:
            if index - opened > _BRACKET_REACH:
                break
            if low in _IN_BRACKETS:
                return [f"hedge:{_IN_BRACKETS[low]}"]
        elif low in {";", ":"} or (low == "." and index + 1 < len(lows)) or index == verb:
            break
    return []


def _is_estimated(scene: Scene) -> bool:
    """Return whether the noun that the number is said of is called estimated: "an estimated capacity of 5 tons", "estimated output fell 5%"."""
    reading, k, subject = scene.reading, scene.k, scene.subject
    called = -1
    if k > 1 and reading.lows[k - 1] in _LINKS:
        phrase = reading.phrase_ending(k - 2)
        called = -1 if phrase is None else _called(reading, phrase)
    if called < 0 and subject is not None and subject.last < scene.verb and "and" not in reading.lows[subject.first : subject.last]:
        called = _called(reading, subject)
    if called < 0:
        return False
    places = reading.governing
    around = places[bisect_left(places, k - _GOVERNED_REACH) : bisect_left(places, k)]
    return all(index == called for index in around)


def _is_estimate_of(reading: Reading, k: int) -> bool:
    """Return whether the number is what an estimate of a stock or of a cost comes to: "a resource estimate of 5 Mt"; a full-year one is a forecast."""
    lows, at = reading.lows, k - 1
    while at > 2 and lows[at] in _VAGUE:
        at -= 1
    if at < 2 or lows[at] not in {"of", "at"} or lows[at - 1] not in {"estimate", "estimates"}:
        return False
    return not _ESTIMATED_THINGS.isdisjoint(reading.tokens[at - 2].cue) and _PERIODIC.isdisjoint(
        lows[max(0, at - _FRAME_REACH) : at]
    )


def _is_likely(reading: Reading, k: int) -> bool:
    """Return whether a number is only thought likely, with no verb before it that says more: "it has probably 3 million tonnes"."""
    at = k - 1
    while at > 0 and reading.lows[at] in _ABOUT:
        at -= 1
    if at < 0 or reading.lows[at] not in _LIKELY:
        return False
    places = reading.governing
    return bisect_left(places, max(0, at - _CLAUSE_REACH)) == bisect_left(places, at)


def _called(reading: Reading, phrase: Phrase) -> int:
    """Return the word by which a noun is called estimated, in its phrase or right before it; -1 for none."""
    lows, tokens = reading.lows, reading.tokens
    for index in range(max(0, phrase.first - 1), phrase.last):
        if lows[index] in _ESTIMATED and (index == 0 or tokens[index - 1].tag in _BEFORE_ADJECTIVE):
            return index
    return -1


def along(scene: Scene) -> int:
    """Return where what goes with the clause before begins, with the number in it (", with China accounting for a fifth", ", with coal down 5%"); -1 for none."""
    lows, k = scene.reading.lows, scene.k
    for index in range(k - 1, max(0, k - _CLAUSE_REACH), -1):
        if lows[index] == "with" and lows[index - 1] == ",":
            return index if any(low in _WAYS or low.endswith("ing") for low in lows[index:k]) else -1
        if lows[index] in NO_PART:
            return -1
    return -1


def _is_result(scene: Scene) -> bool:
    """Return whether the number is where a move ended: "rose 2% to reach $60", "fell to close at $80"; not "is set to rise to reach"."""
    lows, verb = scene.reading.lows, scene.verb
    if verb < 1 or lows[verb] not in _REACHING or lows[verb - 1] != "to" or scene.second < 0:
        return False
    moved = scene.second
    return lows[moved] in _MOVED and verb - moved <= _CLAUSE_REACH and MODALS.isdisjoint(lows[max(0, moved - 3) : moved])


def _calls_for(scene: Scene) -> bool:
    """Return whether the number is what somebody calls for: "called for a $10 billion cap"; not "calls for 5 Mt next year were met"."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    return lows[verb] in _CALLED and lows[verb + 1 : verb + 2] == ["for"] and k - verb <= _CALL_REACH and not scene.passive


def _is_made_for(scene: Scene) -> bool:
    """Return whether the number is what a thing that stands is made for: "is designed to process 5,000 tonnes a day"."""
    reading, verb = scene.reading, scene.verb
    if verb < 2 or reading.lows[verb - 1] != "to" or reading.lows[verb - 2] not in _MADE:
        return False
    places = reading.governing
    around = places[bisect_left(places, verb - _GOVERNED_REACH) : bisect_left(places, scene.k)]
    return all(index == verb - 1 for index in around)


def _is_offered_at(lows: list[str], k: int) -> bool:
    """Return whether the number is the price that goods are offered at: "is offered at 31 dlrs a tonne"."""
    if k < 2 or lows[k - 1] != "at" or lows[k - 2] != "offered":
        return False
    return MODALS.isdisjoint(lows[max(0, k - _OFFER_REACH) : k - 2]) and "to" not in lows[max(0, k - _OFFER_REACH) : k - 2]


def _is_reason(scene: Scene) -> bool:
    """Return whether the number is of the reason for something that will be, and so already: "it will be shipped since demand here is 5 Mt"."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    lows = reading.lows
    if verb < 2 or _REASONS.isdisjoint(lows[max(0, verb - _CLAUSE_REACH) : verb]):
        return False
    index = verb - 1
    while index >= 0 and lows[index] not in _REASONS:
        if lows[index] in NO_PART or index < verb - _CLAUSE_REACH:
            return False
        index -= 1
    if index < 1 or "to" in lows[index:k] or not MODALS.isdisjoint(lows[index:k]):
        return False
    if reading.tokens[index + 1].tag == "#" or not NO_PART.isdisjoint(lows[verb:k]):
        return False
    places = reading.governing
    return all(is_no_cue(reading, place) for place in places[bisect_left(places, index + 1) : bisect_left(places, k)])


def _was_seen(lows: list[str], k: int) -> bool:
    """Return whether the number is called what was seen before: "near the 4.1% growth rate seen in March"."""
    if not k or lows[k - 1] != "the":
        return False
    for index in range(k + 1, min(k + _SEEN_REACH, len(lows))):
        if lows[index] in _SEEN:
            return (index + 1 == len(lows) or lows[index + 1] in _THEN) and _POLLS.isdisjoint(lows[index : index + _CLAUSE_REACH])
        if not lows[index].isalpha():
            break
    return False


def framed(scene: Scene) -> list[str]:
    """Return under what plan or deal the clause stands, or whose: "under the proposal, output would …", "a bill that would …"; what "should" asks or expects."""
    lows, verb = scene.reading.lows, scene.verb
    found = _predicate(scene.reading, scene.k)
    if lows[0] == "under":
        found += [f"under:{_FRAMES[low]}" for low in lows[1:_FRAME_REACH] if low in _FRAMES][:1]
    if verb < 1:
        return found
    if "under:plan" in found and "would" in lows[max(0, verb - _BESIDE) : verb]:
        found.append("under:would")
    near = lows[max(0, verb - _CHAIN) : verb]
    if "would" in near and scene.subject is not None and lows[scene.subject.last] in _FRAMES:
        found.append(f"would:{_FRAMES[lows[scene.subject.last]]}")
    if "should" in near:
        found.append("should:act" if lows[verb] in _ACTS else "should:be")
    return found


def _predicate(reading: Reading, k: int) -> list[str]:
    """Return the modal verb of the clause that a number is the subject of: "60% will be owned by the state"."""
    lows, at = reading.lows, bisect_left(reading.verbs, k + 1)
    verb = reading.verbs[at] if at < len(reading.verbs) else len(lows)
    if verb - k > _CLAUSE_REACH or not NO_PART.isdisjoint(lows[k + 1 : verb]):
        return []
    following = bisect_left(reading.at, k + 1)
    if following < len(reading.at) and reading.at[following] < verb:
        return []
    return [f"pred={low}" for low in lows[max(k + 1, verb - _CHAIN) : verb] if low in MODALS]


def is_no_cue(reading: Reading, index: int) -> bool:
    """Return whether a word that can govern a number does not: "demand" for goods, "due to" a cause, what moved more "than expected"."""
    tokens, low = reading.tokens, reading.lows[index]
    if low == "demand":
        return tokens[index].tag != "V"
    if low in _AS_FORESEEN and index and reading.lows[index - 1] == "as":
        return reading.lows[index + 1 : index + 2] != ["by"]  # "was finished as planned, at a cost of"
    if low == "due":
        return reading.lows[index + 1 : index + 2] == ["to"] and not (index + 2 < len(tokens) and tokens[index + 2].tag == "V")
    if low in {"expected", "forecast", "anticipated", "predicted", "estimated", "expect", "thought", "projected"}:
        at = index - 1
        while at >= 0 and index - at <= 4 and reading.lows[at] in _NOT_SO:
            at -= 1
        return at >= 0 and reading.lows[at] == "than" and not any(tokens[one].tag == "Q" for one in range(at, index))
    return False
