"""The first word of a sentence: its capital makes it no name where the word is an ordinary one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mineralclaims.mentions.cues import cue_classes
from mineralclaims.mentions.party_words import callings, country_words, ends_company
from mineralclaims.text.tags import DETERMINER, NOUN, SIGN, words
from mineralclaims.text.tokens import Token

if TYPE_CHECKING:
    from mineralclaims.claims.document import Document

_OPENERS_AT_MOST = 3
_ORDINARY = (
    "ion", "ions", "ment", "ments", "ing", "ings", "ity", "ness", "ers", "ists", "ance", "ally", "ical", "ages", "age",
    "ive", "ous", "ful", "able", "ures", "ure", "ies",
)  # fmt: skip
_OF_MEASURES = frozenset({
    "cumulative", "accumulated", "combined", "aggregate", "average", "overall", "outstanding", "unpaid", "estimated", "projected",
    "reported", "provisional", "preliminary", "nonfarm", "net", "gross", "domestic", "monthly", "quarterly", "annual", "daily",
})  # fmt: skip
"""What describes the size of something, and no country."""

_ADJECTIVAL = ("ory", "al", "ic", "ar")
_NO_ADJECTIVES = frozenset(
    {"pacific", "atlantic", "arctic", "baltic", "antarctic", "adriatic", "zanzibar", "dakar", "gibraltar", "montreal"}
)


def demote_opener(document: Document, tokens: list[Token]) -> None:
    """Take the capital of a sentence's first word for no name where the word is an ordinary one."""
    for index, token in enumerate(tokens[:_OPENERS_AT_MOST]):
        if token.name and tokens[index + 1 : index + 2] and tokens[index + 1].low == ":":
            continue  # the place that a text was sent from: "PERTH: Gold miner Orwin"
        if token.name:
            token.name = not _is_demoted(document, tokens, index)
            return
        if token.tag not in {SIGN, DETERMINER}:
            return


def _is_demoted(document: Document, tokens: list[Token], index: int) -> bool:
    """Return whether the first word with a capital is no name: written as words are, and known or made as ordinary ones are."""
    token, low = tokens[index], tokens[index].low
    written = document.folded[token.start : token.end]
    if (written.isupper() and len(low) > 1) or not written[1:].islower():
        return False
    if index + 1 < len(tokens) and tokens[index + 1].name:
        if low in _OF_MEASURES and tokens[index + 1].low in country_words():
            return True  # "Cumulative U.S. exports"
        return (low in cue_classes() and token.tag != NOUN) or (low in callings() and not ends_company(tokens[index + 1].low))
    return _is_ordinary(document, tokens, index) or low in cue_classes()


def _is_ordinary(document: Document, tokens: list[Token], index: int) -> bool:
    """Return whether the first word of a sentence is an ordinary word by its ending, its class or the rest of the text."""
    low = tokens[index].low
    if low.endswith(_ORDINARY) or tokens[index].tag != NOUN or low in words().adjectives or document.lower_case(low):
        return True
    if "-" in low and low.endswith("ed"):
        return True  # "Own-sourced production", "London-listed Orwin"
    before_noun = index + 1 < len(tokens) and tokens[index + 1].tag == NOUN
    if not before_noun and tokens[index + 1 : index + 2] and tokens[index + 1].low in {"and", "or"} and index + 2 < len(tokens):
        before_noun = not tokens[index + 2].name  # "Metallurgical and energy coal"
    return before_noun and low.endswith(_ADJECTIVAL) and low not in _NO_ADJECTIVES and low not in country_words()
