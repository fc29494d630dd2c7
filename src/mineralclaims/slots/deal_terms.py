"""Terms of a deal that is not closed yet: "will grant it a 2% royalty on exercise of the option", "may repurchase half for $1 million"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.word_lists import listed

_TYPES = frozenset({"stake", "money"})
_ON = frozenset({"on", "upon", "following", "at", "after", "by", "until", "once"})
_SHALL = frozenset({"will", "shall", "would", "may", "can", "must", "could", "'ll"})
_ALLOWED = frozenset({"may", "can", "could", "might", "shall"})
_ENTITLED = frozenset({"right", "option", "entitled", "election", "elect", "privilege"})
_BACK = frozenset({"repurchase", "repurchased", "reacquire", "reacquired", "exercise", "exercised", "extinguish", "extinguished"})
_OPTIONAL = frozenset({"option", "options", "earn-in"})
_EARNED = frozenset({"earn", "earned", "earning"})
_AFTER_MODAL = 4
_CLAUSE_REACH = 28
_OF_REACH = 5


def deal_terms(scene: Scene, claim_type: str) -> list[str]:
    """Return whether the clause of a number says what parties to an open deal get or give: by right, by an option, once it closes."""
    if claim_type not in _TYPES or scene.verb < 0:
        return []
    lows, verb = scene.reading.lows, scene.verb
    modal = next((index for index in range(verb - 1, max(-1, verb - 1 - _AFTER_MODAL), -1) if lows[index] in _SHALL), -1)
    found = []
    dealing = lows[verb] in listed("deals", "acts")
    if dealing and modal >= 0 and lows[modal] in _ALLOWED:
        found.append("deal:may" if claim_type == "stake" or lows[verb] in _BACK else "deal:could")
    if dealing and lows[verb - 1] == "to" and not _ENTITLED.isdisjoint(lows[max(0, verb - 4) : verb - 1]):
        found.append("deal:right")
    if modal >= 0 and lows[verb] in _EARNED and claim_type == "stake":
        found.append("deal:earn")
    begin, end = max(0, verb - _CLAUSE_REACH), min(len(lows), scene.k + _CLAUSE_REACH)
    if modal >= 0 and _on_closing(lows, begin, end):
        found.append("deal:option" if not _OPTIONAL.isdisjoint(lows[begin:end]) and claim_type == "stake" else "deal:closing")
    return found


def _on_closing(lows: list[str], begin: int, end: int) -> bool:
    """Return whether words name the closing of a deal: "upon exercise of the option", "on completion of the sale"."""
    steps, deals = listed("deals", "steps"), listed("deals", "deals")
    for index in range(begin, end):
        if lows[index] not in steps or not index:
            continue
        if lows[index - 1] not in _ON and not (index > 1 and lows[index - 2] in _ON):
            continue
        behind = lows[index + 1 : index + 1 + _OF_REACH]
        if behind[:1] == ["of"] and not deals.isdisjoint(behind):
            return True
        if lows[index] in {"closing", "exercise"} and behind[:1] != ["of"]:
            return True
    return False
