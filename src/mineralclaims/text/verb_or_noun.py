"""Word classes that the words around decide: verb or noun, and adverbs that are nouns elsewhere."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load
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
    by_much,
    closes_apposition,
    foretells,
    has_amount,
    is_count,
    is_dated,
    is_done_by_several,
    is_finite,
    is_nowadays,
    is_set_off,
    is_shown,
    is_survey,
    opens_clause,
    opens_object,
    resumes,
    strikes,
    verb_ahead,
)

_OWNERS = OWN | {"the"}
_WITH_PREPOSITION = frozenset(
    (form, preposition)
    for forms, preposition in (
        ("account accounts", "for"), ("range ranges", "from"), ("amount amounts", "to"), ("stand stands", "at"), ("range ranges", "between"), ("deal deals", "with"), ("point points", "to"),
        ("result results", "in"), ("focus focuses", "on"), ("rise rises", "to"), ("fall falls", "to"), ("rank ranks", "as"), ("trade trades", "at"), ("trail trails", "behind"),
        ("call calls", "for"), ("aim aims", "to"), ("hope hopes", "to"), ("plan plans", "to"), ("range ranged", "from"),
    )
    for form in forms.split()
)  # fmt: skip
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
_FLOWS = frozenset({"exports", "imports", "supplies", "purchases"})
_OF_ACCOUNTS = frozenset({"operating", "sustaining"})
_OPERATING = frozenset(
    {"profit", "profits", "income", "earnings", "loss", "losses", "margin", "margins", "cash", "cost", "costs", "expenses"}
)
_WITH_IS = frozenset({"he", "she", "it", "that", "there", "who", "what"})
_FACING = frozenset({"face", "faces", "carry", "bear", "attract", "incur", "pay"})
_COMPANIES = frozenset({"company", "companies", "group", "firm", "firms"})
_SAME_PAST = frozenset({"cut", "hit", "set", "put", "shed", "split", "spread", "let"})
_MOSTLY_NOUNS = frozenset({
    "prices", "shares", "stocks", "reserves", "profits", "rates", "stakes", "results", "tariffs", "levies", "sanctions",
    "values", "grades",
})  # fmt: skip
_BEFORE_VERBS = frozenset({"as", "than"})
_FORETELL = frozenset({"estimates", "forecasts", "projects", "reports"})
_FORETOLD = frozenset(
    {"growth", "demand", "output", "production", "prices", "exports", "imports", "sales", "earnings", "revenue", "inflation"}
)
_SHOWS = frozenset({"show", "shows"})
_HEIGHTS = frozenset({"high", "highs", "low", "lows", "level", "levels", "peak", "peaks", "heights"})
_WELLS = frozenset({
    "horizontal", "vertical", "appraisal", "exploration", "exploratory", "discovery", "wildcat", "gas", "injection",
    "first", "second",
})  # fmt: skip
_PROVED = frozenset({"proved", "indicated", "inferred", "measured"})
_IN_GROUND = frozenset({"reserve", "reserves", "resource", "resources"})
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
_COSTING = frozenset({"cut", "cost", "hit", "put", "set"})
_POINTS = frozenset({"*", "-", "•", "–"})
_SEVERAL, _EACH = frozenset({"these", "those"}), frozenset({"each", "both", "all"})
_ALONE = frozenset({"this", "that", "these", "those", "all", "each", "both", "some"})


def tag_of(tokens: list[Token], index: int, kind: str, *, noun_too: bool) -> str:
    """Return the tag of a token that :func:`word_class` leaves open; the tokens before it are tagged."""
    if kind == "first":  # "First Quantum"
        return NOUN if index + 1 < len(tokens) and tokens[index + 1].name else ADVERB
    if kind == "well":  # "a new well", "as well as"
        near = [token.tag for token in tokens[max(0, index - 3) : index]]
        bored = index > 0 and tokens[index - 1].low in _WELLS
        return NOUN if bored or near[-1:] == [DETERMINER] or near[-2:] == [DETERMINER, NOUN] else ADVERB
    if kind == "ly":
        return NOUN if index else ADVERB
    return _verb_or_noun(tokens, index, kind, noun_too=noun_too)


def _verb_or_noun(tokens: list[Token], index: int, kind: str, *, noun_too: bool) -> str:
    """Return VERB or NOUN for a word that can be a verb, by the words around it."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    previous = before.tag if before is not None else ""
    if token.name and index and not (before and before.tag == SIGN and before.low in {'"', "'", ":", "–"}):
        capitals_around = (before is not None and before.name) or (after is not None and after.name)
        if capitals_around or kind == "base":
            return NOUN
    if previous == "X" or (before is not None and before.low == "to" and kind == "base"):
        return NOUN if token.low == "record" and after is not None and after.low in _HEIGHTS else VERB
    if kind == "past" and after is not None and after.tag == QUANTITY and _only_describes(tokens, index, noun_too=noun_too):
        return ADVERB
    if previous == POSSESSIVE and kind == "ing" and index > 1 and tokens[index - 2].low in _WITH_IS:
        return VERB  # "he's targeting": "is", not whose
    if previous in "DS" and previous:
        alone = before is not None and before.low in (_ALONE if kind in {"s", "past"} else _SEVERAL if kind == "base" else ())
        return VERB if alone and not noun_too else NOUN
    if _is_part_of_name(token, before, after) or (token.low in _PROVED and after is not None and after.low in _IN_GROUND):
        return NOUN
    if kind == "past" and token.name and (not index or (before is not None and before.low in _POINTS)) and _is_plain(after):
        return NOUN  # "Adjusted net income was", "* Combined sales rose"
    if kind == "past" and not noun_too:
        # "refined copper": a participle between a determiner or preposition and a noun belongs to the noun.
        return (
            NOUN
            if previous in {"P", "D", "N"}
            and before is not None
            and before.tag in {"P", "D"}
            and after is not None
            and after.tag != QUANTITY
            and after.low[0].isalpha()
            and after.low not in words().closed
            else VERB
        )
    if kind in {"ing", "base"} and not index and token.name and (is_finite(after) or (noun_too and is_set_off(after))):
        return NOUN  # "Mining contributes", "Shell will", "Manufacturing, which"
    if kind == "ing" and not noun_too:
        return NOUN if previous in {"P", "D"} and after is not None and after.low in {"of", "in", "and"} else VERB
    if not noun_too:
        return NOUN if kind == "s" and previous == PREPOSITION and before is not None and before.low not in _BEFORE_VERBS else VERB
    if (
        previous == "N"
        and kind != "base"
        and before is not None
        and before.name
        and after is not None
        and after.name
        and not token.name
    ):
        return VERB
    if is_nowadays(tokens, index, kind) or (after is not None and (token.low, after.low) in _WITH_PREPOSITION and previous != "D"):
        return VERB
    if not index and token.low == "accounting" and after is not None and after.low == "for":
        return VERB
    follows = opens_object(after)
    if (
        token.low in _FLOWS
        and previous != "O"
        and follows
        and after is not None
        and after.tag == PREPOSITION
        and verb_ahead(tokens, index + 2)
    ):
        return NOUN  # "crude imports by the only refinery rose"
    if (
        previous == "R"
        and before is not None
        and before.low == "that"
        and kind != "past"
        and opens_clause(tokens, index, kind, after)
    ):
        return NOUN
    if previous in {"O", "R"} or (previous == ADVERB and kind != "ing" and index > 1 and tokens[index - 2].tag in {"O", "R"}):
        return VERB
    if previous in {"P", "#", "Q"}:
        spent = kind == "ing" and previous == PREPOSITION and after is not None and after.tag == QUANTITY
        return VERB if spent else NOUN  # "after spending $5m"
    if previous == "N":
        return _behind_noun(tokens, index, kind, follows=follows)
    if previous == SIGN and kind == "s" and (follows or has_amount(tokens, index + 1)) and resumes(tokens, index):
        return VERB  # "Orwin, owned by the Calder family, supplies a third"
    if (
        (previous in {"A", "C", ""} or (previous == SIGN and closes_apposition(tokens, index)))
        and follows
        and kind in {"s", "past"}
        and index
    ):
        return NOUN if _is_noun_behind(tokens, index, after) else VERB
    return NOUN


def _behind_noun(tokens: list[Token], index: int, kind: str, *, follows: bool) -> str:
    """Return VERB or NOUN for a word behind a noun, which an object may follow: "figures show", "Chilean exports", "Kenya faces tariffs"."""
    token, before = tokens[index], tokens[index - 1]
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    counted = before.low in _COUNTS and kind == "s"  # "three blocks off the coast"
    if (
        counted
        or before.low in _FOSSIL
        or before.low in words().adjectives
        or (before.low in _BEFORE_PROFIT and token.low in _OPERATING)
    ):
        return NOUN  # "Statutory profit also fell", "sustaining costs per ounce"
    if (
        token.low in _SAME_PAST
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
    if token.low == "forecast" and before.name and after is not None and after.low in _FORETOLD:
        return VERB  # "the IEA forecast growth of 2%"
    if token.low == "forecast" and before.low in words().foretellers and after is not None and after.tag in {"D", "Q"}:
        return VERB  # "one trader forecast a fall of 2%"
    faced = token.low in _FACING and after is not None and "tariff" in after.cue  # "Kenya and Uganda face tariffs"
    if faced or (kind == "base" and is_done_by_several(tokens, index)):
        return VERB
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


def _is_noun_behind(tokens: list[Token], index: int, after: Token | None) -> bool:
    """Return whether a word behind "and" or an adverb is a noun after all: "output fell, and exports by 3%", "Chile's overall exports to"."""
    previous, low = tokens[index - 1].tag, tokens[index].low
    owned = previous == ADVERB and tokens[index - 2].tag in {DETERMINER, POSSESSIVE}
    goes_on = previous == "C" and after is not None and after.tag == "P"
    return owned or (goes_on and low in _FLOWS) or (previous == "C" and low in _MOSTLY_NOUNS)


def _is_governed(tokens: list[Token], index: int) -> bool:
    """Return whether a preposition before the noun before makes the two one phrase: "with copper exports down 6%", "36% of tin exports last year"."""
    before = tokens[index - 2]
    if before.low == "with":
        return True
    if (index > 2 and before.low in OWN) or before.low == "our":
        before = tokens[index - 3]  # "70% of its tin supplies from Bolivia"
    after = tokens[index + 1] if index + 1 < len(tokens) else None
    return before.tag == PREPOSITION and tokens[index].low in _FLOWS and (after is None or after.tag not in {QUANTITY, DETERMINER})


def _is_part_of_name(token: Token, before: Token | None, after: Token | None) -> bool:
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
        or ((token.low == "spending" or worked) and _is_spent(before, after))
        or (token.low == "holding" and after is not None and after.low in _COMPANIES)
    )


def _only_describes(tokens: list[Token], index: int, *, noun_too: bool) -> bool:
    """Return whether a participle before a number only describes it: "a reported $46", "pays a heavily subsidised $46"."""
    if index and tokens[index - 1].tag == DETERMINER:
        each = index > 1 and tokens[index - 1].low in _EACH and tokens[index - 2].tag == NOUN
        return not noun_too and not each  # "Orwin and Calder each produced 5 tonnes"
    return index > 1 and tokens[index - 1].tag == ADVERB and tokens[index - 2].tag == DETERMINER


def _befalls(tokens: list[Token], index: int) -> bool:
    """Return whether an owner, or a name with a number, stands behind a verb: "cost its owner", "cut Orwin's output", "cost Orwin 5 tonnes"."""
    after = tokens[index + 1 : index + 3]
    if after and after[0].low in _OWNERS:
        return tokens[index].low == "cost"
    return len(after) > 1 and after[0].name and (after[1].tag == QUANTITY or after[1].low in {"'s", "'"})


def _is_plain(after: Token | None) -> bool:
    """Return whether a word follows that may be a noun or what describes one: no name, no word of grammar, no number."""
    return after is not None and after.low[0].isalpha() and not after.name and after.low not in words().closed


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
