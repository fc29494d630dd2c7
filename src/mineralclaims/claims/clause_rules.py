"""Rules for types that read the clause: who gets which part of an income, and gold that banks keep."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import country_words, verbs
from mineralclaims.text.tags import OWN, QUANTITY, VERB, lemma

_INCOMES = frozenset({"revenue", "revenues", "proceeds", "profits", "royalties", "takings", "rents", "dividends"})
_PAID_OUT = frozenset({"dividends", "royalties", "proceeds"})
"""What comes from somebody and is split all the same: "34% of dividends from the mine"."""
_HANDING = frozenset({"contribute", "transfer", "remit", "cede", "surrender", "turn"})
_SPLIT = frozenset({"profit oil", "profit gas", "profit petroleum"})
_TAKES = frozenset({"take", "cut", "entitlement"})
_GOLD = frozenset({"gold", "bullion"})
_REACH = 60
_BANKS = frozenset({"bank", "banks", "vaults", "vault"})
_KEEPING = frozenset(
    {"reserves", "reserve", "holdings", "holding", "holds", "hold", "held", "owns", "own", "owned", "keeps", "kept", "has", "had"}
)
_DIGGING = frozenset({
    "mine", "mines", "mined", "mining", "produced", "output", "production", "deposit", "ore", "bought", "buy", "buys",
    "sold", "sells",
})  # fmt: skip
_AFTER_VERB = 12


def splits_income(scene: Scene, _previous: str = "") -> str | None:
    """Return stake for a part of an income that somebody gets: "half of the revenues go to the fund", "60% of profit oil"."""
    tokens, k = scene.reading.tokens, scene.k
    bare = tokens[k].tag == QUANTITY and scene.reading.lows[k + 1 : k + 2] == ["the"]  # "half the profits go to the state"
    if k + 1 >= len(tokens) or (tokens[k + 1].low != "of" and not bare):
        return _share_of_split(scene)
    phrase = scene.reading.whole_from(k + 2 - bare)
    if phrase is None:
        return None
    words = " ".join(scene.reading.lows[max(phrase.first, phrase.last - 1) : phrase.last + 1])
    if words in _SPLIT:
        return "stake"
    before, after = scene.reading.lows[k + 2 : phrase.first], scene.reading.lows[phrase.last + 1 : phrase.last + 2]
    income = tokens[phrase.last].low
    if income not in _INCOMES:
        return None
    if _is_handed_on(scene, phrase.last):
        return "stake"
    bare = after == ["from"] and "the" not in before and income not in _PAID_OUT
    if bare or not OWN.isdisjoint(before):  # "gets 5% of its revenue from the airport"
        return None
    if scene.subject is not None and tokens[scene.subject.last].low in _TAKES:
        return "stake"
    behind = next((t.low for t in tokens[phrase.last + 1 : phrase.last + 1 + _AFTER_VERB] if t.tag == VERB), "")
    return "stake" if not verbs("getting").isdisjoint((lemma(scene.verb_word), lemma(behind))) else None


def _is_handed_on(scene: Scene, income: int) -> bool:
    """Return whether somebody with a name gives up the part: "Peru will contribute half of revenues from new wells to the fund"."""
    reading, subject = scene.reading, scene.subject
    if lemma(scene.verb_word) not in _HANDING or subject is None or not reading.tokens[subject.last].name:
        return False
    if subject.last == 0 and reading.lows[0] not in country_words():
        return False  # "Tourism contributes"
    return subject.last not in reading.commodity_tokens and "to" in reading.lows[income + 1 : income + 1 + _AFTER_VERB]


def _share_of_split(scene: Scene) -> str | None:
    """Return stake for what the subject's share of profit oil is or comes to ("the state's share of profit oil is 70%")."""
    share, lows = scene.subject, scene.reading.lows
    if share is None or lows[share.last] != "share" or lows[share.last + 1 : share.last + 2] != ["of"]:
        return None
    whole = scene.reading.phrase_from(share.last + 2)
    return "stake" if whole is not None and " ".join(lows[whole.last - 1 : whole.last + 1]) in _SPLIT else None


def is_kept_gold(scene: Scene, _previous: str = "") -> str | None:
    """Return production for bullion that a bank keeps: "the central bank's gold reserves rose to 800 tonnes"."""
    reading = scene.reading
    words = set(reading.lows[max(0, scene.k - _REACH) : scene.k + _REACH])
    if words.isdisjoint(_GOLD):
        return None
    return "production" if words & _BANKS and words & _KEEPING and not words & _DIGGING else None
