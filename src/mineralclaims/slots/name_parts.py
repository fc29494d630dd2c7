"""The name that a phrase begins or ends with: "U.S." in "U.S. crude stocks", the analyst's name in "analyst Jason Kenney"."""

from __future__ import annotations

from mineralclaims.mentions.party_words import bodies, country_words, suffixes, titles
from mineralclaims.mentions.phrases import DESCRIBED, Phrase
from mineralclaims.slots.name_words import company_nouns
from mineralclaims.text.tokens import Token

_LEGAL = frozenset({"plc", "inc", "ltd", "ag", "sa", "nv", "llc"})
_JOINS = frozenset({"of", "and", "for", "&", "the"})
"""What joins the parts of one name."""


def lead(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the last token of the name or country that a phrase begins with ("U.S. crude stocks")."""
    last = phrase.first
    if tokens[last].low in country_words() and not _is_of_body(tokens, phrase):
        return last
    while last + 1 <= phrase.last and (tokens[last + 1].name or tokens[last + 1].low == "of" or tokens[last + 1].low in _LEGAL):
        last += 1
    last += last + 1 < phrase.last and tokens[last + 1].low == "world"  # "Western world tin demand"
    return last if last < phrase.last and tokens[last + 1].low not in _JOINS else None


def _is_of_body(tokens: list[Token], phrase: Phrase) -> bool:
    """Return whether a phrase that begins with a country goes on with the name of a body: "Australian Bureau of Statistics data"."""
    at = phrase.first + 1
    while at < phrase.last and (tokens[at].name or tokens[at].low == "of"):
        if tokens[at].low in bodies():
            return True
        at += 1
    return False


def described_name(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the first token of the name that a phrase ends with, where what stands before it says what sort of company it is."""
    if not tokens[phrase.last].name or phrase.first == phrase.last:
        return None
    first = phrase.last
    while first > phrase.first and tokens[first - 1].name and not tokens[first - 1].low.endswith(DESCRIBED):
        first -= 1
    if first == phrase.first:
        return None
    before = tokens[first - 1]
    sort = before.low.rsplit("-", 1)[-1]  # "gold-miner Orwin"
    return first if before.low.endswith(DESCRIBED) or (not before.name and sort in company_nouns()) else None


def trail(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the first token of the name that a phrase ends with ("analyst Jason Kenney")."""
    first = phrase.last
    while (
        first > phrase.first
        and (tokens[first - 1].name or tokens[first - 1].low == "of")
        and tokens[first - 1].low not in titles()
        and tokens[first].low not in suffixes()
    ):
        first -= 1
    while first > phrase.first and tokens[first].low in suffixes():
        first -= 1
        while first > phrase.first and tokens[first - 1].name and tokens[first - 1].low not in titles():
            first -= 1
    return first if first > phrase.first and tokens[first - 1].low not in _JOINS else None
