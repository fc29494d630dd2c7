"""Numbers that somebody looks forward to, or takes to be so: "analysts were looking for $20 million", "is on course to make 5 Mt", "cost it $45 million, officials estimate"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.saying_words import foreseers
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.awaited import IFS
from mineralclaims.slots.clause_words import DEFINITE, NO_PART, STOPS
from mineralclaims.slots.undone import NOT
from mineralclaims.text.tags import BEEN

_LOOKING = frozenset({"look", "looks", "looked", "looking"})
_READY = {
    **dict.fromkeys(("pencilled", "penciled", "pencilling"), "in"),
    **dict.fromkeys(("braced", "bracing"), "for"),
}
_PROSPECTS = frozenset({"prospect", "prospects", "likelihood"})
_OPENS_SUBJECT = frozenset({",", "and", "but", "that", "while", '"', "of", "about", "almost", "some"})
_ANOTHER_SUBJECT = NO_PART | {"he", "she", "it", "they", "we", "i", "you", "what", "is", "are", "was", "were", "has", "have", "had"}
_MAYBE = frozenset({"may", "might", "could"})
_COURSES = frozenset({"course", "track"})
_HEADING = frozenset({"headed", "heading"})
_TOWARDS = frozenset({"for", "to", "towards", "toward"})
_AWAITED = frozenset({"expected", "forecast", "projected", "scheduled", "anticipated", "slated", "predicted", "foreseen"})
_FORESEEING = frozenset({"predicting", "forecasting", "projecting", "anticipating", "expecting", "envisaging"})
_TAKING = frozenset({
    "reckon", "reckons", "reckoned", "believe", "believes", "believed", "suspect", "suspects", "suspected", "think", "thinks",
})  # fmt: skip
_TAKEN = _TAKING | {"estimate", "estimates", "estimated", "calculate", "calculates", "calculated"}
_LIKELY = frozenset({"probably", "presumably", "possibly", "perhaps"})
_LIKELY_TO_HAVE = ["likely", "to", "have"]
_SOME = frozenset({"some", "one", "most", "other"})
_ACCOUNTS = frozenset({"estimates", "estimate", "accounts", "account", "reckoning"})
_OPEN = MODALS | {"to"}
_NO_TAIL = NO_PART - {",", "that"} | {"while"}
_ANOTHER = frozenset({"and", "or", "after", "before", "because", "when", "since"})
_CLOSERS = frozenset({".", ",", '"'})
_DIRECT_REACH, _CLAUSE_REACH, _TAIL, _SOURCE, _CHAIN = 8, 14, 20, 8, 4
_SEEMS = frozenset({"is", "are", "was", "were", "looks", "seems", "remains", "appears", "look", "seem", "looked", "seemed"})
_POSSIBLE = frozenset(
    {"possible", "likely", "probable", "conceivable", "feasible", "inevitable", "certain", "unavoidable", "plausible"}
)
_POSSIBLE_WITHIN = 12
_LIFE_WITHIN = 8
_YIELDED = frozenset({"was", "were", "totalled", "totaled", "reached", "produced", "yielded"})


def foreseen(scene: Scene) -> list[str]:
    """Return whether the number is looked forward to, or taken to be so by somebody's reckoning."""
    if (
        _is_looked_for(scene)
        or _is_on_course(scene)
        or _is_awaited_behind(scene)
        or _is_in_prospect(scene)
        or _is_by_then(scene)
        or _will_be_done(scene)
        or _is_over_life(scene)
        or _is_possible(scene)
        or _is_being_foreseen(scene)
    ):
        return ["foreseen"]
    return ["taken"] if _is_taken_behind(scene) or _is_taken(scene) or _is_by_accounts(scene) else []


def _is_being_foreseen(scene: Scene) -> bool:
    """Return whether somebody was foreseeing the number: "analysts had been predicting a profit of $3 million"."""
    lows, verb = scene.reading.lows, scene.verb
    return verb > 0 and lows[verb] in _FORESEEING and lows[verb - 1] in BEEN and scene.k - verb <= _DIRECT_REACH


def _is_possible(scene: Scene) -> bool:
    """Return whether the number is of what is said to be possible or likely: "a rise to $850 was possible", not "Orwin said 5% was lost"."""
    reading, k, verb = scene.reading, scene.k, scene.verb
    if 0 <= verb < k and ("say" not in reading.tokens[verb].cue or reading.lows[verb] in _TAKEN):
        return False
    for index in range(k + 1, min(len(reading.lows) - 1, k + _POSSIBLE_WITHIN)):
        low = reading.lows[index]
        if low in STOPS or low == "#":
            return False
        if low in _SEEMS:
            return not _POSSIBLE.isdisjoint(reading.lows[index + 1 : index + 3]) and NOT.isdisjoint(reading.lows[index : index + 3])
    return False


def _is_over_life(scene: Scene) -> bool:
    """Return whether the number is what a mine yields in all its life, which a study says before it: "life-of-mine production of 1.2 million ounces"."""
    lows, k = scene.reading.lows, scene.k
    if scene.reading.quantities[scene.position].kind != "amount" or scene.verb_word in _YIELDED:
        return False
    near = lows[max(0, k - _LIFE_WITHIN) : k]
    whole = "lom" in near or "life-of-mine" in near
    return (whole or any(near[at : at + 3] == ["life", "of", "mine"] for at in range(len(near) - 2))) and "of" in near[-2:]


def _is_looked_for(scene: Scene) -> bool:
    """Return whether those who watch a market look for the number, or somebody has pencilled it in."""
    lows, verb, subject = scene.reading.lows, scene.verb, scene.subject
    if verb < 0 or scene.k - verb > _DIRECT_REACH + 1:
        return False
    if lows[verb] in BEEN and lows[verb + 1].endswith("ing"):
        verb += 1  # "were looking for", where it is taken for a noun
    word = _READY.get(lows[verb])
    if word is not None:
        return word in lows[verb + 1 : verb + 3]
    if lows[verb] not in _LOOKING or lows[verb + 1] != "for" or subject is None:
        return False
    return not foreseers().isdisjoint(lows[subject.first : subject.last + 1])


def _is_on_course(scene: Scene) -> bool:
    """Return whether something is on course for the number, or headed for it."""
    lows, k = scene.reading.lows, scene.k
    if lows[k - 1] in DEFINITE:
        return False
    for index in range(k - 2, max(0, k - _CLAUSE_REACH), -1):
        low = lows[index]
        if low in STOPS:
            return False
        if low in _COURSES and lows[index - 1] == "on" and lows[index + 1] in _TOWARDS:
            return True
        if low in _HEADING and lows[index + 1] in _TOWARDS:
            return k - index <= _CHAIN + 1
    return False


def _is_in_prospect(scene: Scene) -> bool:
    """Return whether the number is what there are prospects of: "prospects of output of 5 tonnes"."""
    lows, k = scene.reading.lows, scene.k
    for index in range(k - 2, max(0, k - _DIRECT_REACH), -1):
        if lows[index] in _PROSPECTS:
            return lows[index + 1] == "of"
        if lows[index] in STOPS or scene.reading.tokens[index].tag == "V":
            return False
    return False


def _is_by_then(scene: Scene) -> bool:
    """Return whether something may be so by a time that opens the sentence: "By 2035, the market may be worth $20 billion"."""
    reading, verb = scene.reading, scene.verb
    lows = reading.lows
    if lows[0] != "by" or verb < 1 or not reading.times or reading.tokens[1].start != reading.times[0].start:
        return False
    return (
        not _MAYBE.isdisjoint(lows[max(0, verb - _CHAIN + 1) : verb]) and scene.k - verb <= _DIRECT_REACH and IFS.isdisjoint(lows)
    )


def _will_be_done(scene: Scene) -> bool:
    """Return whether something will be done with a part that is the subject: "a third of the ore will be shipped to Japan"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    if reading.quantities[scene.position].kind != "percent" or lows[k + 1 : k + 2] not in (["of"], ["that"]):
        return False
    if k and lows[k - 1] not in _OPENS_SUBJECT:
        return False
    behind = lows[k + 2 : k + _CLAUSE_REACH]
    if "will" not in behind or not IFS.isdisjoint(lows):
        return False
    return _ANOTHER_SUBJECT.isdisjoint(behind[: behind.index("will")])


def _is_awaited_behind(scene: Scene) -> bool:
    """Return whether the number stands in the subject of what is expected: "first output of 5 tonnes is expected in May"."""
    reading, k = scene.reading, scene.k
    lows, verbs = reading.lows, reading.verbs
    at = bisect_left(verbs, k + 1)
    if at == len(verbs) or lows[verbs[at]] not in _AWAITED or verbs[at] - k > _CLAUSE_REACH or lows[k - 1] in DEFINITE:
        return False
    verb = verbs[at]
    if BEEN.isdisjoint(lows[max(k, verb - 3) : verb]) or not NO_PART.isdisjoint(lows[k + 1 : verb]):
        return False
    if any(token.tag in {"Q", "G"} for token in reading.tokens[k + 1 : verb]):
        return False
    return not at or verbs[at - 1] < k - _CLAUSE_REACH or "," in lows[verbs[at - 1] : k]


def _is_taken_behind(scene: Scene) -> bool:
    """Return whether the sentence ends with who reckons so: "the lost cargoes cost it $650 million, officials estimate"."""
    reading, k = scene.reading, scene.k
    lows, verbs = reading.lows, reading.verbs
    at = bisect_left(verbs, k + 1)
    if at == len(verbs) or lows[verbs[at]] not in _TAKEN or verbs[at] - k > _TAIL or _is_open(scene):
        return False
    verb = verbs[at]
    if verb + 1 < len(lows) and lows[verb + 1] not in _CLOSERS:
        return False
    return "," in lows[max(k, verb - _SOURCE) : verb] and _NO_TAIL.isdisjoint(lows[k + 1 : verb])


def _is_taken(scene: Scene) -> bool:
    """Return whether somebody takes it to be so, or it probably is: "reckon the stock holds 5 tonnes", "probably cost $45 million"."""
    lows, verb, second, k = scene.reading.lows, scene.verb, scene.second, scene.k
    if verb > 2 and k - verb <= _DIRECT_REACH and lows[verb - 3 : verb] == _LIKELY_TO_HAVE and STOPS.isdisjoint(lows[verb:k]):
        return True
    if verb < 1 or k - verb > _DIRECT_REACH or _is_open(scene) or not STOPS.isdisjoint(lows[verb:k]):
        return False
    if lows[verb - 1] in _LIKELY or lows[verb + 1] in _LIKELY:
        return True
    if (
        second < 0
        or lows[second] not in _TAKING
        or verb - second > _CLAUSE_REACH
        or lows[verb].endswith("ing")
        or "than" in lows[second:k]
    ):
        return False
    between = lows[second + 1 : verb]
    if between[:1] == ["in"] or not _ANOTHER.isdisjoint(between):
        return False
    return STOPS.isdisjoint(between) and _OPEN.isdisjoint(between) and BEEN.isdisjoint(lows[max(0, second - 2) : second])


def _is_by_accounts(scene: Scene) -> bool:
    """Return whether it is so by what some reckon: "a third, by some estimates"."""
    lows, k = scene.reading.lows, scene.k
    for index in range(max(0, k - _CLAUSE_REACH), min(k + _CLAUSE_REACH, len(lows) - 2)):
        if lows[index] == "by" and lows[index + 1] in _SOME and lows[index + 2] in _ACCOUNTS:
            return not _is_open(scene)
    return False


def _is_open(scene: Scene) -> bool:
    """Return whether a modal verb or an infinitive governs the number."""
    return scene.verb > 0 and not _OPEN.isdisjoint(scene.reading.lows[max(0, scene.verb - _CHAIN) : scene.verb])
