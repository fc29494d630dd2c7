"""What the words that an infinitive or gerund hangs on make of its number: "stands to receive $2 billion", "is committed to halving the deficit"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.mentions.word_lists import listed
from mineralclaims.slots.awaited import IFS
from mineralclaims.slots.clause_words import STOPS
from mineralclaims.slots.undone import NOT, REFUSING
from mineralclaims.text.tags import INDEFINITE

_COMMITTED = frozenset({"committed", "committing", "commits", "commit", "meant", "intended", "designed"})
_COUNTING = frozenset({"counting", "banking", "relying", "betting", "counts", "banks", "relies"})
_EXPECTING = frozenset({"expects", "expect"})
_STUDIES = frozenset({
    "study", "studies", "proposal", "proposals", "bid", "push", "drive", "campaign", "effort", "efforts", "attempt", "plan", "plans", "scheme", "aim",
    "goal", "ambition", "intention", "pledge", "promise",
})  # fmt: skip
_AGREED = frozenset({"agreed", "agrees"})
_SEALED = frozenset({"closed", "exercised", "exercises", "exercising", "exercise"})
_PURSUED = frozenset({"expected", "due", "scheduled", "slated", "projected", "forecast", "set", "poised", "likely"})
_BESIDE = frozenset(
    {"saying", "adding", "citing", "noting", "including", "according", "following", "excluding", "pending", "using", "depending"}
)
_PAYING = frozenset({"pay", "repay", "settle", "retire", "clear", "cover", "meet", "service"})
_RAISING = frozenset(
    {"sold", "used", "raised", "spent", "borrowed", "issued", "auctioned", "mortgaged", "tapped", "diverted", "seized"}
)
_DEBTS = frozenset({
    "bill", "debt", "debts", "loan", "loans", "fine", "fines", "penalty", "arrears", "liabilities", "overdraft",
    "mortgage", "obligation",
})  # fmt: skip
_DIRECT_REACH, _SENT, _NEAR, _CLAUSE_REACH, _DEAL = 9, 8, 3, 14, 4


def governed_by(scene: Scene) -> list[str]:
    """Return whether a number is of what somebody is bound to do or have ("bound"), or means to ("meant"), or settled ("sealed"), by the word that its verb hangs on."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    multiple = scene.reading.quantities[scene.position].kind == "multiple"
    if multiple and k > 1 and lows[k - 1] == "to":  # "to halve", which is the verb itself
        return ["meant"] if lows[k - 2] in _COMMITTED or lows[k - 2] in _STUDIES else _by_head(lows, k)
    if verb < 0 or k - verb > _DIRECT_REACH or not STOPS.isdisjoint(lows[verb:k]):
        return []
    if lows[verb] in _AGREED:
        return ["meant"] if _is_deal(scene) else []
    if _is_along(scene) or ("to" in lows[verb - 1 : k] and _is_counted_on(lows, k)):
        return ["bound"] if _is_plain(lows, verb) else []
    if verb < _NEAR or lows[verb - 1] != "to":
        return []
    return ["sealed"] if _is_owed(scene) else _by_head(lows, verb)


def _by_head(lows: list[str], verb: int) -> list[str]:
    """Return what the word before "to" and a verb makes of the number."""
    head = lows[verb - 2]
    if head in listed("deals", "bound") or head in _EXPECTING:
        found = "bound"
    elif head in listed("deals", "meaning") or (head in _COMMITTED and lows[verb].endswith("ing")):
        found = "meant"
    elif head in {"option", "options"} and not _SEALED.isdisjoint(lows[max(0, verb - 2 - _NEAR) : verb - 2]):
        return ["sealed"] if "to" not in lows[max(0, verb - 2 - _DEAL) : verb - 2] else []
    else:
        return []
    return [found] if _is_plain(lows, verb - 2) else []


def _is_plain(lows: list[str], head: int) -> bool:
    """Return whether nothing denies a word that governs a verb, and no condition stands beside it."""
    if not NOT.isdisjoint(lows[max(0, head - _NEAR) : head]) or "no" in lows[max(0, head - 2) : head]:
        return False
    return IFS.isdisjoint(lows) and REFUSING.isdisjoint(lows[max(0, head - _SENT) : head])


def _is_counted_on(lows: list[str], k: int) -> bool:
    """Return whether somebody counts on others to do it: "is banking on growers to cut 5 tonnes"."""
    for index in range(k - 2, max(0, k - _CLAUSE_REACH), -1):
        if lows[index] in STOPS:
            return False
        if lows[index] == "on" and lows[index - 1] in _COUNTING:
            return "to" in lows[index:k]
    return False


def _is_deal(scene: Scene) -> bool:
    """Return whether a deal of that size is agreed and may still fail: "agreed a $2 billion takeover by Orwin"."""
    reading, k = scene.reading, scene.k
    if reading.lows[k - 1] not in INDEFINITE or k - scene.verb > _NEAR:
        return False
    behind = goes_on(scene)
    noun = reading.phrase_from(behind)
    return (
        noun is not None
        and noun.first - behind < _NEAR
        and not listed("deals", "deals").isdisjoint(reading.lows[noun.first : noun.last + 1])
    )


def _is_owed(scene: Scene) -> bool:
    """Return whether the number is a debt that something was done to pay: "was sold to pay a $27 million tax bill"; not "plans to repay a loan"."""
    lows, verb, main = scene.reading.lows, scene.verb, scene.second
    if lows[verb] not in _PAYING or main < 0 or lows[main] not in _RAISING:
        return False
    behind = goes_on(scene)
    noun = scene.reading.phrase_from(behind)
    if noun is None or noun.first - behind >= _NEAR or lows[noun.last] not in _DEBTS:
        return False
    return MODALS.isdisjoint(lows[max(0, main - _NEAR) : main])


def _main_before(scene: Scene) -> int:
    """Return the verb before that of a number, past what is only called so ("is to join the venture, dubbed Salto, in May, taking 5 tonnes"); -1 for none."""
    reading, main = scene.reading, scene.second
    if main > 0 and reading.lows[main - 1] == "," and reading.lows[main].endswith("ed"):
        at = bisect_left(reading.verbs, main)
        return reading.verbs[at - 1] if at else -1
    return main


def _stands_aside(scene: Scene) -> bool:
    """Return whether a participle only says who said it or how: ", adding that"; not ", adding 5 tonnes a year"."""
    word = scene.reading.lows[scene.verb]
    return word in _BESIDE and not (word == "adding" and scene.k - scene.verb < _NEAR)


def _is_along(scene: Scene) -> bool:
    """Return whether a participle goes along with what is expected: "is expected to join on Monday, taking 5 tonnes a year"."""
    lows, verb, main = scene.reading.lows, scene.verb, _main_before(scene)
    if main < _NEAR or lows[verb - 1] != "," or not lows[verb].endswith("ing") or _stands_aside(scene):
        return False
    to = main - 1 - (lows[main - 1] == "be")  # "is projected to be completed in May, adding"
    return lows[to] == "to" and lows[to - 1] in _PURSUED and '"' not in lows[main:verb]
