"""Candidates of the sentence that a claim of some types cannot be about, though they stand where its subject does."""

from __future__ import annotations

from mineralclaims.claims.groups import NOTHING
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import changes, of_changes, sites
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.discourse import Memory
from mineralclaims.slots.parties import Option, Possible
from mineralclaims.text.tags import lemma, words

_CHANGE_TOO = frozenset({"growth", "loss", "expansion"})
_FLOWS = frozenset({
    "stock", "inventory", "stockpile", "demand", "supply", "output", "production", "consumption", "export", "import", "shipment",
    "delivery", "sale", "harvest", "crop", "throughput", "run", "usage", "requirement", "capacity", "volume", "holding",
})  # fmt: skip
_SORTS = frozenset({"combined", "installed", "operating", "apparent", "idle", "spare", "nameplate", "raw", "primary", "refined"})
_NONE = frozenset[str]()
_NEVER = {
    "grade": frozenset({
        "result", "results", "findings", "highlights", "grades", "intercepts", "intersections", "intervals", "values", "composition",
        "program", "programme", "estimate", "estimates", "grade", "cut-off", "cutoff", "concentration", "concentrations", "abundance",
        "content", "yields", "metals", "elements", "basis", "surface", "incl", "prices", "assays", "tonnes", "tons",
    }),
    "reserve": frozenset({"reserves", "resources", "balance", "update", "model", "calculations", "estimate", "estimates"}),
    "production": frozenset({"reduction", "reductions", "cut", "cuts", "curbs", "stage", "economy", "contracts", "prices"}),
    "change": frozenset({
        "government", "governments", "producers", "exporters", "importers", "regulator", "treasury", "unions", "investors", "officials",
        "agreement", "prediction", "model", "rule",
    }),
    "share": frozenset({"enough", "reliance", "data", "deal"}),
    "money": frozenset({
        "payment", "payments", "payout", "expenditure", "outlay", "tag", "reason", "forecast", "year", "quarter", "month",
    }),
    "price": frozenset({"share", "shares", "stock"}),
    "profit": frozenset({"profit", "profits", "earnings", "income", "loss", "losses", "ebitda"}),
}  # fmt: skip
"""By type or aspect, what never has such a number: findings no grade, but what they are of; shares no price, but the company."""

_PACES = frozenset({"rate", "pace", "clip", "growth", "expansion"})


def changing_things(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible subjects of a change without the nouns that only say that something rose or fell, and those for its pace."""
    kept = [option for option in options if not _only_says_so(option[2], scene)]
    return kept if len(kept) > 1 else options


def _only_says_so(source: Candidate | Memory | None, scene: Scene) -> bool:
    """Return whether a candidate is a rise or a fall itself ("a rise of 15%"), or the pace behind the number ("a 5% growth rate")."""
    if not isinstance(source, Candidate) or source.kind in {"part", "pronoun"}:
        return False
    low = lemma(source.reading.lows[source.last])
    return (low in changes() and low not in _CHANGE_TOO) or (low in _PACES and source.first == scene.k + 1)


def owners_of_goods(options: list[Possible]) -> list[Possible]:
    """Return the possible subjects of an amount without the goods of a name ("Karsk lithium") where the name itself is one of them."""
    named = {id(option[2].phrase) for option in options if isinstance(option[2], Candidate) and option[2].kind == "lead"}
    return [option for option in options if not _is_goods_of(option[2], named)] if named else options


def of_nobody(subject: Option) -> Option:
    """Return the chosen subject of an amount, nobody where that is only what there is of goods: "crude stocks fell", "demand rose"."""
    return Option(subject.own, NOTHING, None, None) if _is_bare_flow(subject.candidate, subject) else subject


def _is_bare_flow(source: Candidate | None, subject: Option) -> bool:
    """Return whether a candidate is a flow or a stock of goods that nobody is said to have."""
    if source is None or source.kind != "base" or subject.mention is not source.mention:
        return False
    reading, phrase = source.reading, source.phrase
    if lemma(reading.lows[source.last]) not in _FLOWS or phrase.possessor is not None or reading.tokens[source.last].name:
        return False
    if phrase.of is not None and not phrase.of.time and phrase.of.last not in reading.commodity_tokens:
        return False
    return all(at in reading.commodity_tokens or _is_plain(reading.lows[at]) for at in range(source.first, source.last))


def _is_plain(low: str) -> bool:
    """Return whether a word before a flow or a stock does not say whose it is: "total", "domestic", "smelter"."""
    return low in words().adjectives or low in of_changes() or low in _FLOWS or low in _SORTS or low in sites()


def fit_for(options: list[Possible], claim_type: str, aspect: str) -> list[Possible]:
    """Return the possible subjects without the nouns that never have such a number, where anybody else may be meant."""
    unfit = _NEVER.get(claim_type, _NONE) | _NEVER.get(aspect, _NONE)
    kept = [option for option in options if not _is_said_by(option[2], unfit)]
    return kept if any(option[2] is not None for option in kept) else options


def _is_said_by(source: Candidate | Memory | None, nouns: frozenset[str]) -> bool:
    """Return whether a candidate without a name ends with one of some nouns, another word behind it or not."""
    if not isinstance(source, Candidate) or source.kind != "base" or source.reading.tokens[source.last].name:
        return False
    return not nouns.isdisjoint(source.reading.lows[max(source.first, source.last - 1) : source.last + 1])


def _is_goods_of(source: Candidate | Memory | None, named: set[int]) -> bool:
    """Return whether a candidate is the goods of one of the names."""
    if not isinstance(source, Candidate) or source.kind != "base" or id(source.phrase) not in named:
        return False
    return source.last in source.reading.commodity_tokens and not source.reading.tokens[source.last].name
