"""Whose trade it is: the country that owns the noun of trade that a number stands with ("Chilean exports", "imports from Peru", "India's deficit")."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.groups import Group
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import country_words
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.goods_worth import goods_worth, who_trades
from mineralclaims.slots.parties import Possible, fitting, of_phrase
from mineralclaims.slots.proper_names import in_full
from mineralclaims.spans import Mention
from mineralclaims.text.tags import lemma
from mineralclaims.text.tokens import Token

_TRADED = frozenset({"export", "import", "trade", "surplus", "deficit", "gap", "shortfall", "shipment"})
_REACH = 25
_SENTENCES = 4
_LOOK_BACK = 80
_BESIDE = 5
_PARTNER = frozenset({"to", "with"})
SAID = Group(("traded",))
"""What is said of a country whose trade was spoken of before."""

_ORIGIN = frozenset({"from", "by"})
_SPAN = 8


def traders(options: list[Possible], scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the country whose exports, imports or balance the text says the number is of; else all options.

    The noun of trade has its owner with it ("Chilean exports"), or its owner was said with one just before ("Exports to Asia reached …").
    """
    trading = who_trades(scene)
    if trading is not None:
        return fitting(options, lambda candidate: candidate.phrase is trading)[:1] or options
    phrase = _trade(scene)
    if phrase is None:
        return options
    tokens = scene.reading.tokens
    owners = fitting(options, lambda candidate: _owns(candidate, phrase, tokens, scene.k))
    if owners:
        return owners[:1]
    if scene.reading.lows[phrase.last + 1 : phrase.last + 2] == ["between"]:
        return of_phrase(options, phrase)[:1] or options
    named = scene.subject is not None and scene.subject.name
    if named or phrase.possessor is not None or phrase.name or _goes_on(scene, phrase):
        return options
    owner = _owner_before(scene, discourse)
    if owner is None:
        return options
    return [(SAID, owner.bare, Memory(discourse.document, in_full(owner), "money", owner.reading.number, owner.bare), None)]


def _goes_on(scene: Scene, phrase: Phrase) -> bool:
    """Return whether the noun goes on, so that what is behind it may say whose trade it is: "exports from …"."""
    following = scene.reading.lows[phrase.last + 1 : phrase.last + 2]
    return following in (["from"], ["by"], ["and"])


def _owner_before(scene: Scene, discourse: Discourse) -> Candidate | None:
    """Return the country whose trade was spoken of last, in this sentence or the four before."""
    number = scene.reading.number
    for before in range(number, max(-1, number - 1 - _SENTENCES), -1):
        reading = discourse.document.reading(before)
        for candidate in candidates(reading)[: -_LOOK_BACK - 1 : -1]:
            if before == number and candidate.last >= scene.k:
                continue
            owned = (
                candidate.phrase if candidate.kind == "lead" else candidate.phrase.possessed if candidate.kind == "base" else None
            )
            if owned is not None and lemma(reading.lows[owned.last]) in _TRADED and _is_country(candidate):
                return candidate
    return None


def _trade(scene: Scene) -> Phrase | None:
    """Return the nearest noun phrase of trade before the number: its subject, most often."""
    reading = scene.reading
    for at in range(bisect_left(reading.phrase_ends, scene.k) - 1, -1, -1):
        phrase = reading.phrases[at]
        if scene.k - phrase.last > _REACH:
            break
        if lemma(reading.lows[phrase.last]) in _TRADED:
            return phrase
    return None


def _owns(candidate: Candidate, phrase: Phrase, tokens: list[Token], k: int) -> bool:
    """Return whether a phrase of trade is said to be of a country: "India's exports", "Chilean exports", "exports of ore from Gabon"."""
    if not _is_country(candidate):
        return False
    if candidate.kind != "base":
        return candidate.kind == "lead" and candidate.phrase is phrase
    if candidate.phrase is phrase.possessor:
        return True
    sends = candidate.phrase.before in _ORIGIN and "export" in tokens[phrase.last].cue
    return sends and phrase.last < candidate.first < min(k, phrase.last + _SPAN)


def _is_country(candidate: Candidate) -> bool:
    """Return whether a candidate is a country."""
    return candidate.words in country_words() or candidate.reading.lows[candidate.last] in country_words()


def traded(options: list[Possible], scene: Scene, trader: Mention | None) -> list[Possible]:
    """Return with whom a country trades where that is named behind the noun of trade, else the noun itself; else all options."""
    goods = goods_worth(scene)
    if goods is not None:
        return of_phrase(options, goods) or options
    phrase = _trade(scene) if trader is not None and trader.text.lower() in country_words() else None
    if phrase is None:
        return options
    partners = fitting(options, lambda candidate: candidate.kind == "base" and _is_partner(candidate, phrase, scene.k))
    return (partners or of_phrase(options, phrase))[:1] or options


def _is_partner(candidate: Candidate, phrase: Phrase, k: int) -> bool:
    """Return whether a candidate is with whom one trades: "exports to the European Union", "a surplus with Japan"."""
    if candidate.phrase.before not in _PARTNER or not candidate.phrase.name:
        return False
    return phrase.last < candidate.first <= min(k, phrase.last + _BESIDE)
