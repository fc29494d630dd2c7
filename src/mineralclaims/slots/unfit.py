"""Candidates of the sentence that a claim of some types cannot be about, though they stand where its subject does."""

from __future__ import annotations

import re

from mineralclaims.claims.groups import NOTHING
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.noun_classes import noun_class
from mineralclaims.mentions.party_words import bodies, changes
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.discourse import Memory
from mineralclaims.slots.parties import Option, Possible, is_of, without_name
from mineralclaims.text.tags import OWN, lemma

_CHANGE_TOO = frozenset({"growth", "loss", "expansion"})
_FLOWS = frozenset({
    "stock", "inventory", "stockpile", "demand", "supply", "output", "production", "consumption", "export", "import", "shipment",
    "delivery", "sale", "harvest", "crop", "throughput", "run", "usage", "requirement", "capacity", "volume", "holding",
})  # fmt: skip
_SHOWING = frozenset({"show", "suggest", "indicate", "reveal", "put", "confirm"})
_BANKS = frozenset({"bank"})
_REPORTING = frozenset({"say", "forecast", "estimate"})
_HOLES = ("hole", "drill hole", "drillhole", "borehole", "trench", "channel", "intercept", "sample")
_WHOLE = frozenset({"base", "trail"})
_NONE = frozenset[str]()
_NEVER = {
    "grade": frozenset({
        "result", "results", "findings", "highlights", "grades", "intercepts", "intersections", "intervals", "values", "composition",
        "program", "programme", "estimate", "estimates", "grade", "cut-off", "cutoff", "concentration", "concentrations", "abundance",
        "content", "yields", "metals", "elements", "basis", "surface", "incl", "prices", "assays", "tonnes", "tons",
        "sampling", "drilling", "trenching", "assaying", "bulk", "nature",
    }),
    "reserve": frozenset({"reserves", "resources", "balance", "update", "model", "calculations", "estimate", "estimates", "price", "prices", "rates"}),
    "production": frozenset({
        "reduction", "reductions", "cut", "cuts", "curbs", "stage", "economy", "contracts", "prices", "prospects", "size", "rate", "build", "builds",
        "draw", "draws", "drawdown", "withdrawal", "expectations", "expectation", "estimates", "estimate", "forecasts", "forecast", "decline",
        "drop", "rise", "fall", "increase", "decrease", "averages", "jump", "figures", "data", "statistics",
        "change", "changes", "trend", "trends", "event", "events", "maximum", "minimum", "degrees", "weather", "storm", "storms", "drought", "floods",
        "shortage", "shortages", "sanctions", "restrictions", "policy", "policies", "life-of-mine", "synthetic", "final", "war", "wars", "rules",
        "strike", "strikes", "accident", "accidents", "outage", "outages", "improvements", "conditions", "factors", "reasons", "problems", "efforts",
    }),
    "tariff": frozenset({
        "rate", "rates", "tariff", "tariffs", "duty", "duties", "levy", "levies", "surcharge", "imports", "import", "goods", "products",
    }),
    "change": frozenset({
        "government", "governments", "producers", "exporters", "importers", "regulator", "treasury", "unions", "investors", "officials",
        "agreement", "prediction", "model", "rule",
    }),
    "share": frozenset({"enough", "reliance", "data", "deal"}),
    "money": frozenset({
        "payment", "payments", "payout", "expenditure", "outlay", "tag", "reason", "forecast", "year", "quarter", "month", "record", "high", "low",
        "peak",
    }),
    "valuation": frozenset({"npv", "value", "values", "capitalisation", "capitalization", "estimate", "estimates"}),
    "cost": frozenset({"cash", "price", "prices", "expenditure", "impairment", "impairments", "write-down", "write-downs", "writedown", "writedowns", "write-off", "write-offs"}),
    "debt": frozenset({"reduction", "reductions", "repayment", "repayments", "equivalents", "facility", "facilities", "cash", "flow"}),
    "money other": frozenset({"price", "prices", "cash", "equivalents", "liquidity", "gdp", "gnp"}),
    "price": frozenset({"share", "shares", "stock", "scrip", "counter"}),
    "profit": frozenset({
        "price", "prices", "profit", "profits", "earnings", "income", "loss", "losses", "ebitda", "ebit", "sales", "revenue", "revenues", "revs",
        "turnover", "result", "results", "items", "valuations", "valuation", "cash", "charge", "charges", "oper",
    }),
}  # fmt: skip
"""By type, aspect or both, what never has such a number: findings no grade, but what they are of; shares no price, but the company."""

_OF_GOODS, _PAPERS = frozenset({"production", "reserve", "grade"}), ("shares ", "stock in ", "bonds ")
_MAKES_NOTHING, _BEHIND_HEAD = frozenset({"measure", "stuff"}), re.compile(r" (?:of|for|in|on|from|to) ")
_OF_SOMEBODY = frozenset({"profit", "debt", "revenue"})
_TAKINGS = frozenset({"revs", "revenue", "revenues", "sales", "turnover"})
_IN_ALL = frozenset({"oper", "operating", "total", "net", "gross", "group", "annual", "quarterly"})
"""Aspects whose measures are never what a sum is of: where nobody is named, it is nobody's."""

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


def without_reporters(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible subjects of an amount without the body that only reports it: "the Geological Survey said that output fell"."""
    reporter = _reporter(scene)
    if reporter is None:
        return options
    return without_name([option for option in options if not is_of(option, reporter, _WHOLE)], reporter, scene)


def without_sources(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible traders without those that only say what is traded: "the central bank said exports fell", "the Bank of Kesh's data show that"."""
    said_by = _reporter(scene, named=False)
    for source in (said_by, said_by and said_by.possessor, said_by and said_by.of):
        if source is not None and (_is_body(scene, source) or not _BANKS.isdisjoint(_ends(scene, source))):
            options = without_name([option for option in options if not is_of(option, source, _WHOLE)], source, scene)
    return options


def _is_body(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a phrase is a body that is no company, by its name or its noun."""
    return not bodies().isdisjoint(_ends(scene, phrase))


def _ends(scene: Scene, phrase: Phrase) -> set[str]:
    """Return the first and the last word of a phrase."""
    return {scene.reading.lows[phrase.first], scene.reading.lows[phrase.last]}


def _reporter(scene: Scene, *, named: bool = True) -> Phrase | None:
    """Return the body, no company, that says what a clause with a subject of its own tells; without a name too, or its data, if wanted."""
    main, subject, reading = scene.main, scene.subject, scene.reading
    if main is None or subject is None or scene.second < 0:
        return None
    if _REPORTING.isdisjoint(reading.tokens[scene.second].cue) and (named or lemma(reading.lows[scene.second]) not in _SHOWING):
        return None
    if main.last >= scene.second or subject.first <= scene.second or reading.lows[subject.first - 1] in OWN:
        return None
    return main if not named or (reading.tokens[main.last].name and _is_body(scene, main)) else None


def of_nobody(subject: Option) -> Option:
    """Return the chosen subject of an amount, nobody where that is only the goods or what there is of them: "crude stocks fell", "demand rose"."""
    source = subject.candidate
    if source is not None and source.kind == "pronoun" and subject.mention is not None and _is_bare(subject.mention.text):
        return Option(subject.own, NOTHING, None, None)
    if source is not None and source.kind == "lead" and _is_goods(source):
        return Option(subject.own, NOTHING, None, None)  # "Gasoline" of "gasoline stocks"
    if source is None or source.kind != "base" or subject.mention is not source.mention or source.phrase.possessor is not None:
        return subject
    tokens, goods = source.reading.tokens, source.reading.commodity_tokens
    named = any(tokens[at].name and at not in goods and not is_time(tokens[at].low) for at in range(source.first, source.last + 1))
    return Option(subject.own, NOTHING, None, None) if not named and (_is_goods(source) or _is_bare_flow(source)) else subject


def _is_bare(words: str) -> bool:
    """Return whether what "it" goes back to is a flow that nobody is said to have: "Output fell in May. In June it rose"."""
    return words[1:].islower() and " of " not in words and lemma(words.rsplit(" ", 1)[-1].lower()) in _FLOWS


def _is_goods(source: Candidate) -> bool:
    """Return whether a candidate is nothing but goods."""
    return source.reading.commodity_tokens.issuperset(range(source.first, source.last + 1))


def _is_bare_flow(source: Candidate) -> bool:
    """Return whether a candidate is a flow or a stock of goods that nobody is said to have."""
    whole = source.phrase.of
    if whole is not None and not whole.time and whole.last not in source.reading.commodity_tokens:
        return False
    return lemma(source.reading.lows[source.last]) in _FLOWS


def fit_for(options: list[Possible], claim_type: str, aspect: str) -> list[Possible]:
    """Return the possible subjects without the nouns that never have such a number, where anybody else may be meant; a profit is no profit's."""
    unfit = _NEVER.get(claim_type, _NONE) | _NEVER.get(aspect, _NONE) | _NEVER.get(f"{claim_type} {aspect}", _NONE)
    kept = [
        option
        for option in options
        if not _is_said_by(option[2], unfit)
        and not (claim_type in _OF_GOODS and _makes_nothing(option[2]))
        and not (aspect == "revenue" and _is_takings(option[2]))
        and not (claim_type == "reserve" and _is_hole(option[2]))
    ]
    return kept if aspect in _OF_SOMEBODY or any(option[2] is not None for option in kept) else options


def _makes_nothing(source: Candidate | Memory | None) -> bool:
    """Return whether a text told before of shares or of a measure, which make nothing: "Shares in Orwin", "ore from two pits"."""
    if not isinstance(source, Memory):
        return False
    head = _BEHIND_HEAD.split(source.words, maxsplit=1)[0].rpartition(" ")[2]
    return source.words.lower().startswith(_PAPERS) or noun_class(head) in _MAKES_NOTHING  # names have capitals, and no class


def _is_takings(source: Candidate | Memory | None) -> bool:
    """Return whether a candidate is but what somebody takes, at the head of a line too: "Revs 5 mln dlrs", "Total sales"; not "oil revenues"."""
    if source is None or (isinstance(source, Candidate) and (source.kind not in _WHOLE or source.phrase.after == "of")):
        return False
    *before, last = source.words.lower().split()
    return last in _TAKINGS and _IN_ALL.issuperset(before)


def _is_hole(source: Candidate | Memory | None) -> bool:
    """Return whether a party is a hole or a sample, in which no reserve lies though it cut some of it."""
    return source is not None and source.words.lower().startswith(_HOLES)


def _is_said_by(source: Candidate | Memory | None, nouns: frozenset[str]) -> bool:
    """Return whether a candidate without a name ends with one of some nouns, another word behind it or not, or what was told of before is but one."""
    if isinstance(source, Memory):
        return source.words.lower() in nouns
    if not isinstance(source, Candidate) or source.kind != "base" or source.reading.tokens[source.last].name:
        return False
    return not nouns.isdisjoint(source.reading.lows[max(source.first, source.last - 1) : source.last + 1])


def _is_goods_of(source: Candidate | Memory | None, named: set[int]) -> bool:
    """Return whether a candidate is the goods of one of the names."""
    if not isinstance(source, Candidate) or source.kind != "base" or id(source.phrase) not in named:
        return False
    return source.last in source.reading.commodity_tokens and not source.reading.tokens[source.last].name
