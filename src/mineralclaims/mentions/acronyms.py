"""Long names that an acronym behind them spells out: "Zinc and Lead Mining Company (ZLMC)" is one name, its "and" joins no two.

What the law adds to a name need not be spelled out: "Halden Telegraph and Telephone Corp (HTT)", in old wire style with signs around it.
"""

from __future__ import annotations

from mineralclaims.mentions.party_words import suffixes
from mineralclaims.text.tags import NOUN
from mineralclaims.text.tokens import Token

_SKIPPED = frozenset({"and", "of", "for", "the", "de", "du", "do", "da", "&", "-", "on", "in"})
_SHORTEST, _LONGEST = 3, 8


def spelled_out(tokens: list[Token]) -> dict[int, int]:
    """Return the names of a sentence that an acronym in brackets spells out: the first token of each, with its last."""
    found: dict[int, int] = {}
    for index in range(2, len(tokens) - 2):
        if tokens[index].low == "(" and tokens[index + 2].low == ")" and tokens[index + 1].name:
            low = tokens[index + 1].low
            if _SHORTEST <= len(low) <= _LONGEST and low.isalpha():
                last = index - 1 - (tokens[index - 1].low == ">")
                first = _first_of(tokens, last, low)
                if first < 0 and tokens[last].low in suffixes():
                    first = _first_of(tokens, last - 1, low)
                if first >= 0:
                    found[first] = last
    return found


def _first_of(tokens: list[Token], last: int, acronym: str) -> int:
    """Return the first of the words up to ``last`` whose capitals spell an acronym, -1 where they don't."""
    left, first = len(acronym), -1
    index = last
    while left and index >= 0:
        token = tokens[index]
        if token.name and token.low[0] == acronym[left - 1] and token.tag in {NOUN, "V"}:
            left, first = left - 1, index
        elif token.low not in _SKIPPED:
            return -1
        index -= 1
    return first if not left else -1
