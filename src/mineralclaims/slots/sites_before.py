"""Which mine, deposit or plant is meant by "the mine" where its name alone was said: "Orwin bought Pelham in 2019. The mine yields 5 tonnes"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import country_words, site_sorts
from mineralclaims.slots.actors import BODY, COMPANY, PERSON
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.proper_names import is_party
from mineralclaims.spans import Mention
from mineralclaims.text.tags import AUXILIARY, BE, QUANTITY, lemma

_ANY_SITE = frozenset({"operation", "facility", "site", "asset", "complex", "property", "project"})
"""Words that any mine or plant is called by."""

_DEALT_WITH = frozenset({
    "own", "buy", "run", "operate", "acquire", "sell", "develop", "purchase", "build", "reopen", "restart", "close", "shut", "open",
    "expand", "mothball", "commission", "explore", "drill", "permit", "advance", "idle", "suspend", "optioned", "option", "restore",
})  # fmt: skip
_LIES = frozenset(
    {"lie", "sit", "own", "operate", "locate", "situate", "run", "discover", "host", "reopen", "open", "close", "develop"}
)
_WORK = frozenset({
    "work", "works", "production", "output", "mining", "drilling", "operations", "smelter", "mine", "refinery", "plant", "mill", "pit",
    "processing", "construction", "exploration", "strike", "accident", "deposit", "project", "well", "test", "tests", "grades", "reserves", "resources",
})  # fmt: skip
_SENTENCES_BACK, _BEHIND = 2, 3


def site_before(reading: Reading, first: int, word: str) -> Mention | None:
    """Return the name said last before a token that "the mine" (or another such word) would mean."""
    if word not in site_sorts() and word not in _ANY_SITE:
        return None
    document = reading.document
    for number in range(reading.number, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        for candidate in reversed(candidates(document.reading(number))):
            if number == reading.number and candidate.last >= first:
                continue
            if candidate.kind == "base" and (_is_dealt_with(candidate) or (word in _ANY_SITE and _says_site(candidate))):
                return candidate.mention
    return None


def _says_site(candidate: Candidate) -> bool:
    """Return whether a candidate is a name that says that it is a mine or plant: "the Pelham smelter"."""
    tokens = candidate.reading.tokens[candidate.first : candidate.last + 1]
    named = len(tokens) > 1 and tokens[0].name and tokens[0].low not in country_words()
    return named and tokens[-1].low in site_sorts()


def _is_dealt_with(candidate: Candidate) -> bool:
    """Return whether a candidate is a bare name that somebody owns, runs, buys or works at, or that lies somewhere."""
    reading, first, last = candidate.reading, candidate.first, candidate.last
    if last in reading.commodity_tokens or candidate.phrase.possessed is not None:
        return False  # "5 tonnes of U3O8", "bought Orwin's unit"
    before = lemma(reading.lows[first - 1]) if first else ""
    holder = candidate.phrase.holder
    dealt = (
        before in _DEALT_WITH
        or (before == "at" and holder is not None and reading.lows[holder.last] in _WORK)
        or (before == "of" and first > 1 and reading.tokens[first - 2].tag == QUANTITY)
    )
    return (dealt or _lies(reading, last + 1)) and _may_be_site(candidate)


def _lies(reading: Reading, at: int) -> bool:
    """Return whether a verb at a token says where its subject is, or whose: "lies", "is owned by", "was discovered"."""
    tokens = reading.tokens
    behind = at
    while behind < len(tokens) and behind - at < _BEHIND and (tokens[behind].tag in {AUXILIARY, "A"} or tokens[behind].low in BE):
        behind += 1
    if behind >= len(tokens) or lemma(tokens[behind].low) not in _LIES:
        return False
    return behind > at or lemma(tokens[at].low) in {"lie", "sit", "host"}


def _may_be_site(candidate: Candidate) -> bool:
    """Return whether a name may be a mine's: no company, person, body or country."""
    if not is_party(candidate) or candidate.last != candidate.phrase.last or candidate.words in country_words():
        return False
    actor = antecedents_of(candidate.reading.document).cast
    return "country" not in candidate.bare.names and actor.kind_of(candidate.mention.text) not in {COMPANY, PERSON, BODY}
