"""Numbers of what is refused, denied or done away with: "threw out a $70 million claim", "the $2 billion project was scrapped", "has no plans to sell 12%"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.clause_words import DEFINITE, NO_PART, STOPS
from mineralclaims.text.tags import BEEN, INDEFINITE

REFUSING = frozenset({
    "deny", "denies", "denied", "refuse", "refuses", "refused", "reject", "rejects", "rejected", "cancel", "cancels", "cancelled", "canceled",
    "scrap", "scrapped", "abandon", "abandoned", "withdrew", "withdrawn", "rebuffed", "shelved", "quashed", "overturned", "spurned", "vetoed",
    "blocked", "axed", "renounced",
})  # fmt: skip
"""Verbs by which somebody refuses what they govern, or does away with it."""

NOT = frozenset(
    {"not", "never", "cannot", "didn't", "won't", "wouldn't", "doesn't", "don't", "hasn't", "haven't", "couldn't", "can't"}
)

_DOING_AWAY = frozenset({
    "cancel", "cancels", "cancelled", "canceled", "scrap", "scrapped", "abandon", "abandoned", "withdrew", "withdrawn",
})  # fmt: skip
_WITH_WORD = {
    **dict.fromkeys(("throw", "throws", "threw", "thrown", "rule", "rules", "ruled"), ("out",)),
    **dict.fromkeys(("turn", "turns", "turned", "strike", "struck", "shot"), ("down",)),
    **dict.fromkeys(("vote", "votes", "voted", "decide", "decides", "decided", "opted"), ("against", "down")),
    **dict.fromkeys(("fought", "fended"), ("off",)),
}  # fmt: skip
_ENDING = {
    **dict.fromkeys(("pull", "pulls", "pulled", "back", "backs", "backed"), "out"),
    **dict.fromkeys(("walk", "walks", "walked"), "away"),
    **dict.fromkeys(("call", "calls", "called"), "off"),
    **dict.fromkeys(("drop", "drops", "dropped"), ""),
}  # fmt: skip
_REFUSED = frozenset({"declined", "refused", "denied", "rejected", "vetoed", "spurned", "rebuffed", "defeated"})
_DONE_AWAY = frozenset(
    {"cancelled", "canceled", "scrapped", "shelved", "abandoned", "dropped", "withdrawn", "axed", "dismissed", "called"}
)
_DONE_TO = _REFUSED | _DONE_AWAY | _WITH_WORD.keys()
_PROPOSALS = frozenset({
    "plan", "plans", "proposal", "proposals", "offer", "offers", "bid", "bids", "bill", "deal", "merger", "takeover", "option", "approach",
    "demand", "demands", "request", "requests", "claim", "claims", "motion", "project", "projects", "scheme", "offering", "purchase",
    "acquisition", "pursuit", "talks", "tender", "application", "applications", "dividend", "buyback",
})  # fmt: skip
_COLLAPSED = frozenset({"collapsed", "unravelled", "unraveled", "foundered", "lapsed"})
_FELL = frozenset({"fell", "fallen"})
_COLLAPSING = frozenset(
    {"deal", "merger", "takeover", "bid", "offer", "acquisition", "tie-up", "sale", "purchase", "buyout", "plan", "proposal"}
)
_SALES = frozenset(
    {"sale", "sales", "listing", "flotation", "placement", "issue", "float", "loan", "tie-up", "investment", "auction", "ipo"}
)
_BIDS = frozenset({"bid", "offer", "merger", "takeover", "deal", "approach", "pursuit", "buyback"})
_REPORTS = frozenset(
    {"reports", "report", "rumours", "rumors", "claims", "suggestions", "allegations", "speculation", "accusations", "talk"}
)
_DENYING = frozenset({
    "dismiss", "dismisses", "dismissed", "refuted", "refutes", "disputed", "disputes", "denial", "deny", "denies", "denied", "reject", "rejects",
    "rejected",
})  # fmt: skip
_GIVING = frozenset({
    "pay", "accept", "sell", "lend", "buy", "renew", "give", "contribute", "invest", "fund", "provide", "guarantee", "finance", "return",
    "repay", "cede", "extend", "grant", "approve",
})  # fmt: skip
_WILLING = frozenset({"will", "would", "can", "could"})
_INTENTIONS = frozenset({"plan", "plans", "intention", "wish", "desire"})
_DECLINING = frozenset({"declined", "declines", "decline"})
_PROVISOS = frozenset({"if", "unless", "until", "without"})
_NOT_OF_SUBJECT = frozenset({"when", "where", "if", "while"})
_CLAUSE_REACH, _DIRECT_REACH, _DENIED_REACH, _REPORT_REACH, _WORD_REACH, _BEHIND_REACH = 14, 10, 14, 9, 3, 4
_SUBJECT_REACH = 8


def undone(scene: Scene) -> list[str]:
    """Return whether the number is of what is refused or done away with, by more than one plain verb before it."""
    if _is_undone_behind(scene.reading, scene.k):
        return ["undone"]
    verb = scene.verb
    if verb < 1 or scene.k - verb > _DIRECT_REACH:
        return []
    return ["undone"] if _is_undone_before(scene) or _is_unwilling(scene) or _is_of_what_is_undone(scene) else []


def refusal(scene: Scene) -> str:
    """Return "reject" where what is refused is the number's, "cancel" where only so much of a thing is done away with, "past" where the verb has its object or is denied itself."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if scene.passive or "," in lows[verb:k] or lows[verb : verb + 2] == ["blocked", "out"] or _is_negated(lows, verb):
        return "past"
    return "cancel" if lows[verb] in _DOING_AWAY and lows[k - 1] not in INDEFINITE else "reject"


def is_denied(scene: Scene) -> bool:
    """Return whether the clause of the number is what a report says that somebody denies ("denied reports that it would sell 12%")."""
    lows, verb = scene.reading.lows, scene.verb
    last = max(1, verb - _DENIED_REACH)
    if "that" not in lows[last + 1 : verb]:
        return False
    for that in range(verb - 1, last, -1):
        if lows[that] in STOPS:
            return False
        if lows[that] == "that" and lows[that - 1] in _REPORTS:
            said = lows[max(0, that - _REPORT_REACH) : that - 1]
            return any(low in REFUSING or low in _DENYING for low in said)
    return False


def _is_negated(lows: list[str], verb: int) -> bool:
    """Return whether a verb is said not to be: "did not deny"."""
    return not NOT.isdisjoint(lows[max(0, verb - 2) : verb])


def _undoes(lows: list[str], verb: int) -> str:
    """Return "refuses" where a verb refuses what it governs, "ends" where it only does so with a proposal, "" for others."""
    low = lows[verb]
    behind = lows[verb + 1 : verb + _WORD_REACH]
    if low in _WITH_WORD:
        return "refuses" if any(word in behind for word in _WITH_WORD[low]) else ""
    if low in _ENDING:
        return "ends" if not _ENDING[low] or _ENDING[low] in behind else ""
    if low in _DOING_AWAY:
        return "ends"
    return "refuses" if low in REFUSING else ""


def _is_undone_behind(reading: Reading, k: int) -> bool:
    """Return whether the number stands in the subject of a refusal: "a request for $20 million was declined", "plans for a $2bn smelter were dropped"."""
    at = bisect_left(reading.verbs, k + 1)
    if at == len(reading.verbs):
        return False
    verb, lows = reading.verbs[at], reading.lows
    if verb - k <= _SUBJECT_REACH and _collapses(lows, verb):
        return NO_PART.isdisjoint(lows[k + 1 : verb]) and not _COLLAPSING.isdisjoint(lows[k + 1 : verb])
    if verb - k > _CLAUSE_REACH or lows[verb] not in _DONE_TO:
        return False
    around = lows[max(k, verb - 3) : verb]
    if BEEN.isdisjoint(around) or not MODALS.isdisjoint(around):
        return False
    if not NO_PART.isdisjoint(lows[k + 1 : verb]) or any(token.tag in {"Q", "G"} for token in reading.tokens[k + 1 : verb]):
        return False
    begin = _subject_begin(reading, at, k)
    if begin < 0:
        return False
    if lows[verb] in _DONE_AWAY:
        return not _PROPOSALS.isdisjoint(lows[begin:verb]) and (lows[verb] != "called" or lows[verb + 1 : verb + 2] == ["off"])
    return lows[verb] in _REFUSED or bool(_undoes(lows, verb))


def _collapses(lows: list[str], verb: int) -> bool:
    """Return whether a proposal comes to nothing by a verb of its own: "collapsed", "fell through", "has fallen apart"; not "could collapse"."""
    if not MODALS.isdisjoint(lows[max(0, verb - 2) : verb]):
        return False
    return lows[verb] in _COLLAPSED or (lows[verb] in _FELL and lows[verb + 1 : verb + 2] in (["through"], ["apart"]))


def _subject_begin(reading: Reading, at: int, k: int) -> int:
    """Return from where on the subject of a verb behind a number can begin, -1 where the number is of another verb's clause."""
    lows, begin = reading.lows, max(0, k - _CLAUSE_REACH)
    for verb in reversed(reading.verbs[max(0, at - 3) : at]):
        if verb < begin:
            break
        if not {",", "that"}.isdisjoint(lows[verb:k]):
            begin = verb
            break
        noun = lows[verb].endswith("ing") and lows[verb + 1] == "of"  # "a planned offering of"
        if not noun and (not verb or lows[verb - 1] != "to"):  # "plans to double output to"
            return -1
    return begin if _NOT_OF_SUBJECT.isdisjoint(lows[begin:k]) else -1


def _is_undone_before(scene: Scene) -> bool:
    """Return whether the verb with its particle refuses the number ("voted down a 10% levy"), ends a proposal of it ("pulled out of a $1bn deal") or denies reports of it."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    lows = reading.lows
    if scene.passive or "," in lows[verb:k] or _is_negated(lows, verb):
        return False
    if lows[verb] in _DENYING:
        return any(low in _REPORTS and lows[index + 1] == "of" for index, low in enumerate(lows[verb + 1 : k], verb + 1))
    how = "" if lows[verb] in REFUSING else _undoes(lows, verb)
    if how != "ends":
        return how == "refuses"
    if lows[verb + 1] == "off":
        return not (_PROPOSALS | _SALES).isdisjoint(lows[verb : k + _BEHIND_REACH])
    phrase = reading.phrase_from(k + 1)
    behind = lows[phrase.first : phrase.last + 1] if phrase is not None and phrase.first - k <= _WORD_REACH - 1 else []
    ended = _BIDS if lows[k - 1] in DEFINITE else _PROPOSALS
    return not ended.isdisjoint(lows[verb:k] + behind)


def _is_of_what_is_undone(scene: Scene) -> bool:
    """Return whether the number is of what a proposal was for that is refused: "scrapped plans to invest $2bn", "vetoed a bill that would spend $8m"."""
    lows, verb, verbs = scene.reading.lows, scene.verb, scene.reading.verbs
    if verb < _WORD_REACH:
        return False
    infinitive = lows[verb - 1] == "to" and lows[verb - 2] in _PROPOSALS
    if not infinitive and not (lows[verb - 1] in {"would", "have"} and not {"that", "which"}.isdisjoint(lows[verb - 3 : verb - 1])):
        return False
    end = verb - 1 if infinitive else verb - 2
    at = bisect_left(verbs, verb - 2) - 1  # "plans" may be taken for a verb
    if at < 0 or end - verbs[at] > _DIRECT_REACH:
        return False
    named = lows[verbs[at] + 1 : end]
    if not STOPS.isdisjoint(named[:-1]) or _PROPOSALS.isdisjoint(named):
        return False
    return bool(_undoes(lows, verbs[at])) and not _is_negated(lows, verbs[at])


def _is_unwilling(scene: Scene) -> bool:
    """Return whether somebody will not do it: "would not renew a contract for 5 Mt", "declined to extend a $60m loan", "has no plans to sell 12%"."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if verb < _WORD_REACH:
        return False
    low, before, ahead = lows[verb], lows[verb - 1], lows[verb - 2]
    if before in {"to", "of"} and ahead in _INTENTIONS and lows[k - 1] not in DEFINITE:
        return "no" in lows[max(0, verb - 4) : verb - 2]
    if low not in _GIVING:
        return False
    if before == "to":
        return ahead in _DECLINING
    if before in {"won't", "wouldn't"} or (before in NOT and ahead in _WILLING):
        return _PROVISOS.isdisjoint(lows[max(0, verb - _CLAUSE_REACH) : k + _CLAUSE_REACH])
    return False
