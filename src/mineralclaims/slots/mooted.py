"""Numbers of what is only talked about: "is exploring a cut of 25%", "talks on a $5 billion loan", "its $38 billion offer", "should impose a 10% duty"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.clause_words import DEFINITE, NO_PART, STOPS
from mineralclaims.slots.undone import REFUSING
from mineralclaims.text.tags import BE, IS

_TALKING = frozenset({
    "exploring", "debating", "discussing", "examining", "studying", "considering", "weighing", "contemplating", "mulling", "debated", "discussed",
    "debates", "discuss", "debate", "eyeing",
})  # fmt: skip
_ADVISING = frozenset({"suggested", "suggests", "suggest", "recommended", "recommends", "recommend", "proposed", "proposes"})
_ACTS = frozenset({"impose", "levy", "pay", "invest", "spend", "limit", "ban", "stop", "try", "aim", "curb", "take"})
_FLOATED = frozenset({"floated", "floats", "float", "floating", "touted", "touts"})
_MOVES = frozenset({"cut", "reduce", "lower", "raise", "increase", "set"})
_MOVED = frozenset({"raised", "cut", "lowered", "set", "reduced", "increased", "imposed"})
_OFFERS = frozenset({"offer", "bid", "approach", "proposal", "offers", "bids"})
_SETTLED = REFUSING | {"turned", "fought", "threw", "won", "lapsed", "completed", "accepted"}
_PLANS = frozenset({"plan", "plans", "proposal", "proposals", "request", "requests"})
_DEMANDS = frozenset({"demand", "demands", "call", "calls"})
_PEOPLE = frozenset({
    "miners", "producers", "members", "government", "governments", "ministers", "country", "countries", "lawmakers", "owners", "companies",
    "states", "regulators", "parliament", "cartel", "union", "it", "they", "we",
})  # fmt: skip
_PROPOSED = frozenset({
    "planned", "proposed", "considered", "discussed", "studied", "negotiated", "recommended", "sought", "debated", "envisaged", "mooted",
})  # fmt: skip
_STUDIES = (["consideration"], ["discussion"], ["review"], ["study"], ["negotiation"])
_SAYING = frozenset({"said", "says", "added"})
_BEING = frozenset({"is", "are", "been", "was", "were"})
_STILL = frozenset({"being", "now", "also", "still"})
_LEFT = frozenset({"from", "remaining"})
_IS_OF = frozenset({"of", "is", "at"})
_ASKING = frozenset({"ask", "asks", "asked", "asking", "petition", "petitioned", "applied", "lobbied", "pleaded", "appealed"})
_ON = frozenset({"on", "over", "about"})
_OF_TALK = frozenset({"of", "about"})
_SPEAKING = frozenset(
    {"talk", "talks", "talked", "talking", "speak", "speaks", "spoke", "spoken", "speaking", "muse", "mused", "muses"}
)
_AMOUNT = frozenset({"a", "an", "about", "up", "to", "some", "further", "another"})
_DEFINITE = DEFINITE | {"against"}
_STOPS = STOPS | {"than"}
_SPOKEN_OF, _GIVEN, _IS_OR_BEEN = _TALKING | _ADVISING, _DEFINITE | _LEFT, IS | {"been", "'s"}
_DIRECT_REACH, _NOUN_REACH, _SENTENCE_REACH, _CHAIN, _CLAUSE_REACH, _BRACKET_REACH = 8, 6, 25, 4, 14, 8


def mooted(scene: Scene, aspect: str | None) -> list[str]:
    """Return whether the number is of what somebody talks about doing, asks for or advises, or is budgeted to invest."""
    lows, k = scene.reading.lows, scene.k
    if aspect is None and _is_floated(scene):
        return ["mooted"]
    if aspect == "investment" and k > 1 and lows[k - 2] == "budget" and lows[k - 1] in _IS_OF:
        return ["mooted"]
    if _is_proposed_behind(scene) or _is_talked_about(scene) or _is_advised(scene) or _is_offered(scene) or _is_asked_for(scene):
        return ["mooted"]
    return []


def _is_floated(scene: Scene) -> bool:
    """Return whether a rate is one that somebody has put about: "floated a 60% levy on all goods"."""
    verb = scene.verb
    return scene.verb_word in _FLOATED and 0 < scene.k - verb <= _CHAIN and STOPS.isdisjoint(scene.reading.lows[verb : scene.k])


def _is_talked_about(scene: Scene) -> bool:
    """Return whether a verb of talking governs the number or what is done by it, or talks or a decision are about it."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if lows[k - 1] in _DEFINITE:
        return _is_about(lows, k, "investment", "decision")
    if verb >= 0 and lows[verb] in BE and lows[verb + 1].endswith("ing"):
        verb += 1  # "are debating a levy", where it is taken for a noun
    if verb > 0 and k - verb <= _DIRECT_REACH and _STOPS.isdisjoint(lows[verb:k]):
        if lows[verb] in _TALKING and not scene.passive:
            return True
        if lows[verb].endswith("ing") and lows[verb - 1] in _SPOKEN_OF:
            return True
        if lows[verb] == "targeting" and not _IS_OR_BEEN.isdisjoint(lows[max(0, verb - 2) : verb]):
            return True
    return _is_about(lows, k, "talks") or _is_about(lows, k, "investment", "decision") or _is_spoken_of(lows, k)


def _is_spoken_of(lows: list[str], k: int) -> bool:
    """Return whether the number is what somebody speaks of doing: "has talked about a 70% tax", "spoke of buying 12%"; not "spoke of losses of $5m"."""
    for index in range(k - 1, max(0, k - _CHAIN), -1):
        if lows[index] in _OF_TALK and lows[index - 1] in _SPEAKING:
            return True
        if lows[index] not in _AMOUNT and not lows[index].endswith("ing"):
            return False
    return False


def _is_proposed_behind(scene: Scene) -> bool:
    """Return whether the number stands in the subject of what is proposed: "a 40% duty is being considered", "a second stage costing $5m is under study"."""
    reading, k = scene.reading, scene.k
    lows, tokens = reading.lows, reading.tokens
    if lows[k - 1] in _GIVEN:
        return False
    at = bisect_left(reading.verbs, k)
    before = reading.verbs[at - 1] if at else -1
    if (
        before >= 0
        and lows[before] not in _SAYING
        and k - before <= _CLAUSE_REACH
        and "," not in lows[before:k]
        and not lows[before].endswith("ing")
    ):
        return False
    for index in range(k + 1, min(k + _CLAUSE_REACH, len(lows) - 2)):
        if lows[index] in NO_PART or tokens[index].tag in {"Q", "G"}:
            return False
        if lows[index] in _BEING:
            ahead = index + 1 + (lows[index + 1] in _STILL)
            word, following = lows[ahead], lows[ahead + 1 : ahead + 2]
            return (word in _PROPOSED and following not in (["at"], ["for"])) or (word == "under" and following[:1] in _STUDIES)
    return False


def _is_about(lows: list[str], k: int, *nouns: str) -> bool:
    """Return whether a number closely follows what is about it: "talks on a $5 billion loan"."""
    if _ON.isdisjoint(lows[max(0, k - _NOUN_REACH) : k]):
        return False
    wanted = list(nouns)
    return any(
        lows[index] in _ON and lows[max(0, index - len(wanted)) : index] == wanted
        for index in range(k - 1, max(0, k - _NOUN_REACH), -1)
    )


def _is_advised(scene: Scene) -> bool:
    """Return whether somebody should do it: "OPEC should cut output by 5%", "the duty should be set at 10%"; not "exports should reach 5 Mt"."""
    lows, verb = scene.reading.lows, scene.verb
    if verb < 1 or "should" not in lows[max(0, verb - _CHAIN) : verb] or lows[scene.k - 1] in _DEFINITE:
        return False
    if "be" in lows[max(0, verb - 2) : verb]:
        return lows[verb] in _MOVED
    if lows[verb] in _MOVES:
        subject = scene.subject
        return subject is not None and (scene.reading.tokens[subject.last].name or lows[subject.last] in _PEOPLE)
    return lows[verb] in _ACTS and lows[verb + 1] != "off"


def _is_offered(scene: Scene) -> bool:
    """Return whether the number is what an offer is worth that nobody has answered yet: "its $38 billion takeover bid for the miner"."""
    lows, k = scene.reading.lows, scene.k
    behind = _behind_bracket(lows, k + 1)
    phrase = scene.reading.phrase_from(behind)
    if phrase is None or phrase.first > behind + 1 or lows[phrase.last] not in _OFFERS:
        return False
    return _SETTLED.isdisjoint(lows[max(0, k - _SENTENCE_REACH) : k + _SENTENCE_REACH])


def _behind_bracket(lows: list[str], index: int) -> int:
    """Return what follows a number and the same in other money: "a $7.4bn (£3bn) bid"; the token itself where no bracket opens there."""
    if lows[index : index + 1] != ["("]:
        return index
    near = lows[index : index + _BRACKET_REACH]
    return index + near.index(")") + 1 if ")" in near else index


def _is_asked_for(scene: Scene) -> bool:
    """Return whether the number is what a plan, a request or a demand is for: "plans for a $5bn plant", "a demand for a 9% rise"."""
    lows, index = scene.reading.lows, scene.k - 1
    while index > 0 and lows[index] in _AMOUNT:
        index -= 1
    if (
        index < 1
        or lows[index] != "for"
        or not _SETTLED.isdisjoint(lows[max(0, index - _SENTENCE_REACH) : index + _SENTENCE_REACH])
    ):
        return False
    if lows[scene.verb] in _ASKING and 0 <= scene.verb < index:
        return True  # "asked the state for a 40% tariff"
    asked = scene.reading.quantities[scene.position].kind == "percent"  # a demand for 5 tonnes is what is used
    return lows[index - 1] in _PLANS or (asked and lows[index - 1] in _DEMANDS)
