"""What an amount of money is the size of: the noun that a verb or a preposition takes to it, or that stands right behind it.

"The trade gap widened 5% to $42 billion", "estimates crop losses at $80 million", "a per capita GDP of $400", "a $4 billion budget".
"""

from __future__ import annotations

from bisect import bisect_right
from functools import cache
from itertools import pairwise

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.denominators import TIMES
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.word_lists import listed
from mineralclaims.text.tags import BE, lemma

_BY_LEVEL = frozenset({"to", "from", "at", "by", "near", "above", "below", "around"})
_BY_NOUN = frozenset({"of", ":", "at"})
_LOOSE = frozenset({"A", "D"})
_INSIDE = frozenset({"of", "in", "on", "for", "to", "from", "per", "by", "with"})
_CHAIN_AT_MOST, _DIRECT, _BEHIND = 3, 3, 3
_STATES = frozenset({"government", "governments", "treasury", "council", "city", "ministry"})
_CAPITAL = frozenset({"capital", "investment", "exploration", "drilling"})
PLANS = frozenset({"plan", "plans", "target", "targets", "estimate", "estimates", "forecast"})
_BE = BE | {"been"}
_BALANCE_IS = (("of_trade", "trade"), ("of_budget", "other"))


def words_of(name: str) -> frozenset[str]:
    """Return a list of nouns of measures, or of words before them."""
    return listed("measures", name)


@cache
def _measures() -> frozenset[str]:
    """Return all nouns that a sum can be the size of."""
    return frozenset().union(
        *map(words_of, ("balances", "outlays", "incomes", "harms", "losses", "sums", "worths", "charges", "holdings"))
    )


def measured(scene: Scene) -> Phrase | None:
    """Return the phrase that an amount of money is the size of; None where no noun of a measure is."""
    reading, k = scene.reading, scene.k
    behind = reading.phrase_from(k + 1)
    if behind is not None and behind.first - k <= _BEHIND - 1 and _is_measure(reading, behind):
        return behind
    at = k - 1
    while at > 0 and reading.tokens[at].tag in _LOOSE:
        at -= 1
    lead = reading.lows[at] if at >= 0 else ""
    if lead in _BY_NOUN:
        found = _chain_before(reading, at - 1)
        if found is not None:
            return found
    if lead in _BY_LEVEL or k - scene.verb <= _DIRECT:
        return _of_verb(scene, led=lead in _BY_LEVEL)
    return None


def measure_aspect(scene: Scene) -> str | None:
    """Return the aspect that the measure of an amount of money settles; None where it leaves that open."""
    phrase = measured(scene)
    if phrase is None:
        return None
    lows = scene.reading.lows
    head, before = lows[phrase.last], frozenset(lows[max(0, phrase.first - 1) : phrase.last])
    if head in words_of("balances"):
        if scene.subject is not None and lows[scene.subject.last] in _STATES and words_of("of_trade").isdisjoint(before):
            return "other"  # "the government ran a deficit"
        return next((aspect for name, aspect in _BALANCE_IS if not before.isdisjoint(words_of(name))), None)
    if head in words_of("incomes"):
        return "other" if head in {"gdp", "gnp", "gni"} or is_by_head(scene.reading, phrase) else None
    if head in words_of("losses"):
        behind = lows[phrase.last + 1 : phrase.last + 2] == ["to"] and phrase.last + 2 < scene.k
        return "cost" if behind or not before.isdisjoint(words_of("lost")) else None
    if head in words_of("charges"):
        per = scene.reading.quantities[scene.position].quantity.per
        return "other" if per is not None and per not in TIMES and "transit" not in before else None
    if head in words_of("harms"):
        return "cost"
    if head in words_of("outlays") or head in PLANS:
        return "investment" if not _CAPITAL.isdisjoint(before) else None
    if head in words_of("worths"):
        return "valuation" if "net" in before else None
    return "other" if head in words_of("sums") or head == "deposits" else None


def is_by_head(reading: Reading, phrase: Phrase) -> bool:
    """Return whether an income is one for each inhabitant: "per capita income", "income per head"."""
    near = reading.lows[max(0, phrase.first - 2) : phrase.last + 3]
    return any(one == "per" and other in words_of("by_head") for one, other in pairwise(near))


def _is_measure(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase is a measure that a sum can be the size of."""
    lows, last = reading.lows, phrase.last
    if phrase.possessed is not None or phrase.time:
        return False
    if lows[last] == "deposits":
        return lows[last - 1] in words_of("of_banks")
    return lows[last] in _measures() or (lows[last] in PLANS and last > phrase.first and lows[last - 1] in words_of("outlays"))


def _chain_before(reading: Reading, last: int) -> Phrase | None:
    """Return the measure that ends at a token, or that what ends there hangs on: "losses to the airline", "GDP per capita"."""
    for _ in range(_CHAIN_AT_MOST):
        phrase = reading.phrase_ending(last)
        if phrase is None:
            return None
        if _is_measure(reading, phrase):
            return phrase
        link = reading.link_before(phrase)
        if link < 1 or reading.lows[link] not in _INSIDE:
            return None
        last = link - 1
    return None


def _of_verb(scene: Scene, *, led: bool) -> Phrase | None:
    """Return the measure that is the object of the verb before an amount ("put losses at"), or else its subject."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    if verb < 0 or _others_between(scene):
        return None
    is_so = scene.verb_word in _BE
    phrase = None if is_so else reading.phrase_from(verb + 1)
    if phrase is not None and phrase.last < k - 1:
        owned = phrase.possessed or phrase
        return owned if _is_measure(reading, owned) and owned.last < k else None
    subject = scene.subject
    return subject if subject is not None and _is_measure(reading, subject) and (is_so or _is_level(scene, led=led)) else None


def _is_level(scene: Scene, *, led: bool) -> bool:
    """Return whether the verb says that its subject is, becomes or is made so much."""
    verb = lemma(scene.verb_word)
    if verb in words_of("levels") or (led and verb in words_of("moves")):
        return True
    return led and scene.passive and verb in words_of("settings")


def _others_between(scene: Scene) -> bool:
    """Return whether another sum than one that is left behind ("from $3m to") stands between the verb and the amount."""
    reading = scene.reading
    first = bisect_right(reading.at, scene.verb)
    between = [at for at in range(first, scene.position) if reading.quantities[at].kind != "percent"]
    return any(reading.lows[reading.at[at] - 1] not in _BY_LEVEL | {"("} for at in between)
