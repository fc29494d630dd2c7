"""Banks and brokers that foresee what others make and earn: "Calder Bank had been expecting output of 5 tonnes" is no output of the bank."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene, find_subject
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.parties import BASE, Possible, is_of, without_name
from mineralclaims.slots.told_why import without_reasons
from mineralclaims.slots.unfit import fit_for
from mineralclaims.text.tags import BE, VERB, lemma

_HOUSES = frozenset({
    "bank", "securities", "capital", "research", "brokerage", "broker", "markets", "analytics", "intelligence", "consultancy", "sachs",
    "goldman", "chase", "jpmorgan", "stanley", "ubs", "citi", "citigroup", "jefferies", "barclays", "hsbc", "macquarie", "bmo", "rbc", "nomura",
    "bernstein", "canaccord", "genuity", "berenberg", "scotiabank", "suisse", "lynch", "bofa", "rystad", "mackenzie", "woodmac", "fastmarkets",
    "platts", "argus", "kpler", "vortexa", "refinitiv", "factset", "fitch", "moody's", "exane", "liberum", "peel", "investec", "standard",
    "commerzbank", "ing", "natixis", "rabobank", "westpac", "anz", "cba",
})  # fmt: skip
"""How the names of houses end that foresee and count for others."""

_THINKING = frozenset(
    {"expect", "project", "predict", "forecast", "anticipate", "foresee", "envisage", "estimate", "reckon", "see", "model"}
)
_REACH, _FROM = 14, 2
_STOPS = frozenset({";", ":", '"', "(", ")"})
_OTHERS = frozenset({"production", "money", "reserve"})


def fit_subjects(options: list[Possible], scene: Scene, claim_type: str, aspect: str) -> list[Possible]:
    """Return the possible subjects without those that never have such a number, the house that foresees it, and who only tells why."""
    return fit_for(without_reasons(without_house(options, scene, claim_type), scene, claim_type), claim_type, aspect)


def without_house(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the possible subjects of an amount or a sum without the house that only foresees it."""
    house = foretelling_house(scene) if claim_type in _OTHERS else None
    if house is None:
        return options
    return without_name([option for option in options if not is_of(option, house, BASE)], house, scene)


def foretelling_house(scene: Scene) -> Phrase | None:
    """Return the bank or broker that is the subject of the verb of foreseeing before a number."""
    reading = scene.reading
    for at in range(scene.k - 1, max(_FROM, scene.k - _REACH) - 1, -1):
        if reading.lows[at] in _STOPS:
            return None
        if reading.tokens[at].tag != VERB:
            continue
        passive = not BE.isdisjoint(reading.lows[at - _FROM : at]) and not reading.lows[at].endswith("ing")
        if lemma(reading.lows[at]) not in _THINKING or passive:
            if reading.lows[at - 1] == "to":
                continue  # "had forecast the company to report"
            return None
        subject = find_subject(reading, at)
        if subject is None or subject.last > at or not reading.tokens[subject.last].name:
            return None
        return subject if not _HOUSES.isdisjoint(reading.lows[max(subject.first, subject.last - 1) : subject.last + 1]) else None
    return None
