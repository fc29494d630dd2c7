"""The verb that closes a sentence behind whom it quotes ("…, exchange data show"), which by itself looks like a noun."""

from __future__ import annotations

from mineralclaims.mentions.saying_words import saying_kinds
from mineralclaims.text.tags import NOUN, VERB, lemma
from mineralclaims.text.tokens import Token

_LONGEST = 12
_END = frozenset({".", '"', "]", ")"})
_OF_PHRASE = frozenset({"N", "D", "A", "S", "#"})
_JOINS = frozenset({"of", "for", "and", "from", "at", "in", "by", "&", "-"})


def closing_verb(tokens: list[Token]) -> int:
    """Return the last word of a sentence where it is tagged as a noun but says that a phrase set off by a comma speaks; -1 for none."""
    last = len(tokens) - 1
    while last > 0 and tokens[last].low in _END:
        last -= 1
    if last < 2 or tokens[last].tag != NOUN or tokens[last].name or tokens[last - 1].tag != NOUN:
        return -1
    if lemma(tokens[last].low) not in saying_kinds():
        return -1
    for index in range(last - 1, max(0, last - _LONGEST), -1):
        token = tokens[index]
        if token.low in {",", '"'}:
            return last
        if token.tag not in _OF_PHRASE and token.low not in _JOINS:
            return -1
    return -1


def promote_closer(tokens: list[Token], verbs: list[int]) -> None:
    """Make a verb of the word that closes a sentence behind whom it quotes."""
    closer = closing_verb(tokens)
    if closer >= 0:
        tokens[closer].tag = VERB
        verbs.append(closer)
