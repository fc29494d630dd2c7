"""Verbs that a name has bare goods behind: "Peru exports zinc to Spain", not "Peru exports data show"."""

from __future__ import annotations

from mineralclaims.text.tags import PREPOSITION, SIGN, words
from mineralclaims.text.tokens import Token
from mineralclaims.text.verb_signs import verb_ahead

MOVES_GOODS = frozenset(
    {"buys", "ships", "imports", "exports", "mines", "needs", "uses", "holds", "sells", "supplies", "purchases", "processes"}
)
_BEHIND_GOODS = frozenset({"worth", "there", "abroad", "valued"})
_NO_GOODS = frozenset({
    "data", "ministry", "minister", "figures", "statistics", "agency", "department", "body", "association", "output", "production", "capacity",
    "growth", "volume", "volumes", "demand", "price", "prices", "revenue", "revenues", "value", "union", "workers", "chief", "unit", "control",
    "firm", "company", "group", "operator", "operators", "tax", "duty", "tariff", "tariffs", "ban", "bans", "quota", "quotas", "share",
})  # fmt: skip


def are_goods(tokens: list[Token], index: int) -> bool:
    """Return whether one plain word is all that a verb moves: "zinc" of "exports zinc to Spain", not "exports data"; no other verb follows soon."""
    if index >= len(tokens) - 1:
        return index < len(tokens) and _is_goods(tokens[index])
    following = tokens[index + 1]
    ends = following.tag in {PREPOSITION, SIGN, "C"} or following.low in _BEHIND_GOODS
    return ends and following.low != "of" and _is_goods(tokens[index]) and not verb_ahead(tokens, index + 1)


def _is_goods(token: Token) -> bool:
    """Return whether a word may be goods that are moved: without a capital, no word of grammar, of figures or of offices."""
    low = token.low
    return low.isalpha() and not token.name and low not in words().closed and low not in words().verbs and low not in _NO_GOODS
