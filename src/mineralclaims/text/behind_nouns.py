"""Whether a word right behind a noun is its verb or goes with it: "figures show", "Chilean exports", "Kenya faces tariffs"."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load
from mineralclaims.text.moved_goods import MOVES_GOODS, are_goods
from mineralclaims.text.tags import (
    ADVERB,
    AUXILIARY,
    DETERMINER,
    NOUN,
    OWN,
    POSSESSIVE,
    PREPOSITION,
    QUANTITY,
    SIGN,
    VERB,
    words,
)
from mineralclaims.text.tokens import Token
from mineralclaims.text.verb_signs import (
    FLOWS,
    by_much,
    foretells,
    is_count,
    is_dated,
    is_done_by_several,
    is_finite,
    is_shown,
    is_survey,
    is_timed,
    strikes,
)

_OWNERS = OWN | {"the"}
_COUNTING = frozenset({"total", "average", "cost", "top", "near", "equal", "number", "hit", "net"})
_FOSSIL = frozenset({"fossil", "synthetic", "nuclear"})
"""What stands before "fuels" as a noun."""
_WORKS = frozenset({
    "mining", "refining", "smelting", "processing", "drilling", "recycling", "trading", "shipping", "milling", "leaching", "quarrying",
    "manufacturing", "fabricating", "enrichment", "smuggling", "dumping", "fracking", "casting", "forging", "farming", "logging",
})  # fmt: skip
_WORKERS = frozenset(
    {"miner", "producer", "giant", "refiner", "smelter", "maker", "man", "woman", "one", "that", "people", "state", "country"}
)
_COUNTS = frozenset({"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"})
_WON = frozenset({"korean", "korea", "the"})
_OF_ACCOUNTS = frozenset({"operating", "sustaining"})
_OPERATING = frozenset(
    {"profit", "profits", "income", "earnings", "loss", "losses", "margin", "margins", "cash", "cost", "costs", "expenses"}
)
_FACING = frozenset({"face", "faces", "carry", "bear", "attract", "incur", "pay"})
_ABROAD = frozenset({"foreign", "inward", "outward", "overseas", "chinese"})
_COMPANIES = frozenset({"company", "companies", "group", "firm", "firms"})
SAME_PAST = frozenset({"cut", "hit", "set", "put", "shed", "split", "spread", "let"})
_MOSTLY_NOUNS = frozenset({
    "prices", "shares", "stocks", "reserves", "profits", "rates", "stakes", "results", "tariffs", "levies", "sanctions",
    "values", "grades",
})  # fmt: skip
_FORETELL = frozenset({"estimates", "forecasts", "projects", "reports"})
_FORETOLD = frozenset(
    {"growth", "demand", "output", "production", "prices", "exports", "imports", "sales", "earnings", "revenue", "inflation"}
)
_PLANNED = _FORETOLD | {
    "capital", "spending", "capex", "expenditure", "investment", "investments", "shipments", "volumes", "deliveries", "throughput", "capacity",
    "savings", "cuts", "expansion", "drilling", "cash", "costs", "margins",
}  # fmt: skip
_PLANS, _PLANNED_WITHIN = frozenset({"targets", "plans", "budgets", "guides"}), 3
_ONE_WHO_PLANS = frozenset({
    "company", "firm", "group", "miner", "government", "ministry", "state", "country", "board", "bank", "producer", "utility", "refiner",
    "operator", "explorer", "developer", "venture", "consortium", "giant", "maker", "steelmaker", "partnership",
})  # fmt: skip
_DESCRIBED_BY, _DESCRIBING = 7, frozenset({NOUN, ADVERB, POSSESSIVE})
_INSIDE = frozenset({"of", "in", "with", "on", "for", "from"})
_MOVING = frozenset({"up", "down"})
_SHOWS = frozenset({"show", "shows"})
_BEFORE_PROFIT = _OF_ACCOUNTS | {
    "net",
    "gross",
    "pretax",
    "pre-tax",
    "underlying",
    "annual",
    "interim",
    "quarterly",
    "full-year",
    "half-year",
    "group",
}
_COSTED = frozenset({
    "cash", "unit", "production", "capital", "fuel", "energy", "labour", "labor", "input", "total", "mining", "processing", "transport", "freight",
    "power", "electricity", "sustaining", "operating", "shipping", "borrowing", "financing", "interest", "site", "aisc", "c1", "overhead",
    "maintenance", "exploration", "development", "construction", "logistics", "royalty", "treatment", "refining", "smelting", "lifting", "finding",
})  # fmt: skip
_COSTING = frozenset({"cut", "cost", "hit", "put", "set"})


def behind_noun(tokens: list[Token], index: int, kind: str, *, follows: bool) -> str:
    """Return VERB or NOUN for a word behind a noun, which an object may follow: "figures show", "Chilean exports", "Kenya faces tariffs"."""
    token, before = tokens[index], tokens[index - 1]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    counted = before.low in _COUNTS and kind == "s"  # "three blocks off the coast"
    if (
        counted
        or before.low in _FOSSIL
        or before.low in words().describing
        or (before.low in _BEFORE_PROFIT and token.low in _OPERATING)
        or (token.low == "costs" and before.low in _COSTED and (after is None or after.tag not in {QUANTITY, DETERMINER}))
    ):
        return NOUN  # "Statutory profit also fell", "sustaining costs per ounce"
    if (
        token.low in SAME_PAST
        and after is not None
        and (after.tag in {"D", "Q"} or by_much(tokens, index + 1) or strikes(tokens, index) or is_count(after))
    ):
        return VERB
    if token.low in {"put", "cut", "set"} and is_dated(tokens, index):
        return VERB
    if token.low == "forecast" and after is not None and (after.tag in {"D", "Q"} or is_dated(tokens, index)):
        return VERB  # "another dealer forecast a fall", "the ministry earlier this month forecast output at 5 tonnes"
    if token.low in _COSTING and not token.name and _befalls(tokens, index):
        return VERB
    if token.low in _SHOWS and is_shown(tokens, index, after):
        return VERB
    if token.low in _FORETELL and foretells(before, after):
        return VERB
    if token.low in _PLANS and (before.name or _is_one(tokens, index - 1)) and _is_planned(tokens, index):
        return VERB
    if token.low in FLOWS and is_timed(tokens, index):
        return NOUN  # "steel imports last month rose"
    named = before.name and not token.name and before.low not in _demonyms()
    if token.low in MOVES_GOODS and named and are_goods(tokens, index + 1):
        return VERB  # "Peru exports zinc to Spain"
    if token.low == "forecast" and before.name and after is not None and after.low in _FORETOLD:
        return VERB  # "the IEA forecast growth of 2%"
    if token.low == "forecast" and before.low in words().foretellers and after is not None and after.tag in {"D", "Q"}:
        return VERB  # "one trader forecast a fall of 2%"
    if kind == "base" and before.low in words().agents and _is_acted_on(after):
        return VERB  # "growers supply seed to", "ranchers face rises"
    faced = token.low in _FACING and after is not None and "tariff" in after.cue  # "Kenya and Uganda face tariffs"
    if faced or (kind == "base" and is_done_by_several(tokens, index)):
        return VERB
    if (
        token.low in FLOWS
        and after is not None
        and after.tag == ADVERB
        and is_finite(tokens[index + 2] if index + 2 < len(tokens) else None)
    ):
        return NOUN  # "tin exports also fell"
    if not follows or (token.low in _MOSTLY_NOUNS and after is not None and after.tag in {"P", "A"}):
        return NOUN
    if token.low in _COUNTING and after is not None and after.tag == QUANTITY:
        return VERB
    if kind in {"past", "ing"}:
        return VERB
    if before.low in _demonyms():
        return NOUN  # "Chilean exports": of a country only its name exports
    if kind == "s" and not before.name and index > 1 and _is_governed(tokens, index):
        return NOUN
    if kind == "base" and before.name and not before.low.endswith("s") and _definite_name(tokens, index - 1):
        return NOUN  # "for the Tirano mine to $3bn"
    plural_or_name = before.name or (before.low.endswith("s") and kind == "base")
    return VERB if plural_or_name or (kind == "s" and (not before.low.endswith("s") or before.low.endswith("ss"))) else NOUN


def _is_acted_on(after: Token | None) -> bool:
    """Return whether what follows can be the object of a verb in the plural: a noun or what opens one, no verb, sign or "of"."""
    if after is None or after.tag in {SIGN, AUXILIARY, "C", "R", POSSESSIVE} or after.low in {"of", "'s", "'"}:
        return False
    return words().verbs.get(after.low) != "past" or after.low in words().nouns_too


def _is_one(tokens: list[Token], index: int) -> bool:
    """Return whether a noun is one who plans, with an article before its phrase: "the Perth-based miner plans"."""
    if tokens[index].low not in _ONE_WHO_PLANS:
        return False
    first = index
    while first > 0 and tokens[first - 1].tag == NOUN:
        first -= 1
    return first > 0 and tokens[first - 1].tag == DETERMINER


def _is_planned(tokens: list[Token], index: int) -> bool:
    """Return whether what somebody plans follows: "Orwin targets production of", "Orwin plans zinc output"; not "Paris targets are", "Orwin plans"."""
    for token in tokens[index + 1 : index + 1 + _PLANNED_WITHIN]:
        if token.low in words().closed or token.tag in {SIGN, QUANTITY} or words().verbs.get(token.low) in {"s", "past"}:
            return False
        if token.low in _PLANNED:
            return True
    return False


def is_noun_behind(tokens: list[Token], index: int, after: Token | None) -> bool:
    """Return whether a word behind "and" or an adverb is a noun after all: "output fell, and exports by 3%", "Chile's overall exports to"."""
    previous, low = tokens[index - 1].tag, tokens[index].low
    owned = previous == ADVERB and tokens[index - 2].tag in {DETERMINER, POSSESSIVE}
    goes_on = previous == "C" and after is not None and after.tag == "P"
    return owned or (goes_on and low in FLOWS) or (previous == "C" and low in _MOSTLY_NOUNS)


def _is_governed(tokens: list[Token], index: int) -> bool:
    """Return whether a preposition before the noun before makes the two one phrase: "with copper exports down 6%", "36% of tin exports last year"."""
    before = tokens[index - 2]
    if before.low == "with" or _is_object(tokens, index):
        return True
    if (index > 2 and before.low in OWN) or before.low == "our":
        before = tokens[index - 3]  # "70% of its tin supplies from Bolivia"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return before.tag == PREPOSITION and tokens[index].low in FLOWS and (after is None or after.tag not in {QUANTITY, DETERMINER})


def _is_object(tokens: list[Token], index: int) -> bool:
    """Return whether a flow is what a verb before acts on, or a preposition leads to: "raised its tin exports by 5%", "80% of Kesh's raw tin imports from Peru", not "said the port exports"."""
    if tokens[index].low not in FLOWS or index + 1 >= len(tokens):
        return False
    at = _before_phrase(tokens, index - 1)
    governor, after = tokens[at], tokens[index + 1]
    if governor.low in _INSIDE:
        return after.tag == PREPOSITION
    if governor.tag != VERB or "say" in governor.cue:
        return False
    return after.tag == PREPOSITION or (after.tag == QUANTITY and not _MOVING.isdisjoint(governor.cue))


def _before_phrase(tokens: list[Token], last: int) -> int:
    """Return the token before the phrase that ends with one: "of" before "the EU's Russian tin"."""
    at, least = last, max(0, last - _DESCRIBED_BY)
    while at > least and tokens[at].tag in _DESCRIBING:
        at -= 1
    return at - (at > least and tokens[at].tag == DETERMINER)


def is_part_of_name(token: Token, before: Token | None, after: Token | None) -> bool:
    """Return whether a form of a verb belongs to what something is called: "holding company", "operating profit", "capital spending", "Korean won"."""
    if token.low in _OF_ACCOUNTS:
        return after is not None and after.low in _OPERATING
    if before is None:
        return False
    if token.low == "won":
        return before.low in _WON
    if before.tag != NOUN:
        return False
    worked = token.low in _WORKS and before.low not in words().foretellers and before.low not in _WORKERS
    return (
        is_survey(before, token)
        or (token.low == "direct" and before.low in _ABROAD and after is not None and after.low.startswith("investment"))
        or ((token.low == "spending" or worked) and _is_spent(before, after))
        or (token.low == "holding" and after is not None and after.low in _COMPANIES)
    )


def _befalls(tokens: list[Token], index: int) -> bool:
    """Return whether an owner, or a name with a number, stands behind a verb: "cost its owner", "cut Orwin's output", "cost Orwin 5 tonnes"."""
    after = tokens[index + 1 : index + 3]
    if after and after[0].low in _OWNERS:
        return tokens[index].low == "cost"
    if tokens[index].low == "cost" and any(token.tag == QUANTITY for token in tokens[index + 3 : index + 6]):
        return after[0].low not in words().closed and after[-1].low.endswith(
            "s"
        )  # "the ban cost small miners an estimated $2 billion"
    return len(after) > 1 and after[0].name and (after[1].tag == QUANTITY or after[1].low in {"'s", "'"})


def _definite_name(tokens: list[Token], last: int) -> bool:
    """Return whether a name has an article before it, as one has that only says which ("the Tirano mine")."""
    while last > 0 and tokens[last].name:
        last -= 1
    return tokens[last].tag == DETERMINER


def _is_spent(before: Token, after: Token | None) -> bool:
    """Return whether "spending" behind a noun is one too, rather than what the noun does: "capital spending from", not "Peru spending on"."""
    noun = not before.name and not before.low.endswith("s")
    return noun and (after is None or after.tag in {PREPOSITION, AUXILIARY, SIGN})


@cache
def _demonyms() -> frozenset[str]:
    """Return the demonyms that are no names of countries or people too."""
    countries = load("countries")["country"]
    names = {name.lower() for country in countries for name in (country["name"], *country.get("names", ()))}
    demonyms = {demonym.lower() for country in countries for demonym in country.get("demonyms", ())}
    return frozenset(word for word in demonyms - names if not word.endswith("s"))
