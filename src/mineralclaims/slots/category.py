"""The reporting category of a reserve: which of the stated ones governs the number, by where they stand to it."""

from __future__ import annotations

from decimal import Decimal

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.categories import category_mentions
from mineralclaims.mentions.category_words import CODE, CategoryMention, in_order
from mineralclaims.slots.category_scope import REACH, CategoryScope
from mineralclaims.slots.headings import heading

Answer = tuple[str | None, tuple[int, int] | None]

NOTHING: Answer = (None, None)
_SUM_REACH, _PARTS_REACH, _TWO = 6, 9, 2
_ZERO, _ROUNDED = Decimal(0), 50  # parts are rounded: to two hundredths of their sum


def category_of(reading: Reading, position: int, claim_type: str) -> Answer:
    """Return the category stated for a reserve, and the tokens that state it (both ends included).

    The tokens are None where the heading of a list states it, which is another sentence.

    Args:
        reading: the sentence.
        position: which of its quantities.
        claim_type: the type of the claim; only a ``reserve`` has a category.
    """
    if claim_type != "reserve":
        return NOTHING
    scope = CategoryScope(reading, reading.at[position])
    if not scope.mentions:
        return _of_heading(reading, scope) or NOTHING
    whole = _added_up(reading, position, scope)
    if whole is not None:
        return whole
    after, before = scope.after(), scope.before()
    if after is not None and not (before is not None and scope.leads(before) == scope.k and scope.leads(after)):
        return after.name, (after.first, after.last)
    return _of_sum(scope) or (_own_before(scope, before) if before is not None else _made_of(scope)) or NOTHING


def _of_sum(scope: CategoryScope) -> Answer | None:
    """Return all categories before a number that is the sum of their amounts ("totalling 1.07 Mt")."""
    parts = [one for one in scope.mentions if one.last < scope.k]
    amounts = [at for at in scope.amounts if at < scope.k]
    if min(len(parts), len(amounts)) <= 1:
        return None
    near = scope.tokens[max(parts[-1].last + 1, scope.k - _SUM_REACH) : scope.k]
    return _joined(parts) if any(token.low in scope.words["sums"] for token in near) else None


def _added_up(reading: Reading, position: int, scope: CategoryScope) -> Answer | None:
    """Return all categories behind a number whose amounts add up to it ("9.1 Mt (measured 2.0 Mt, indicated 7.1 Mt)")."""
    parts = [one for one in scope.mentions if one.first > scope.k]
    if len(parts) < _TWO:
        return None
    own = reading.quantities[position].quantity
    total = _ZERO
    count = 0
    for at in range(position + 1, min(position + 1 + _PARTS_REACH, len(reading.at))):
        amount = reading.quantities[at].quantity
        if reading.at[at] < parts[0].first - 1 or amount.unit != own.unit or amount.low is None or amount.low != amount.high:
            continue
        total += amount.low
        count += 1
        if count == len(parts):
            break
    if own.low is None or own.low != own.high or count != len(parts):
        return None
    return _joined(parts) if abs(total - own.low) * _ROUNDED <= own.low else None


def _made_of(scope: CategoryScope) -> Answer | None:
    """Return the categories behind a number that are said to make it up ("comprising 3 Mt indicated and …")."""
    parts = [one for one in scope.mentions if one.first > scope.k]
    near = scope.tokens[scope.k + 1 : parts[0].first] if parts else []
    return _joined(parts) if any(token.low in scope.words["made_of"] for token in near) else None


def _joined(parts: list[CategoryMention]) -> Answer:
    """Return several categories as one."""
    names = in_order({name for one in parts for name in one.names})
    return "+".join(names), (parts[0].first, parts[-1].last)


def _own_before(scope: CategoryScope, mention: CategoryMention) -> Answer:
    """Return a category before the number, or the number's own of several ("1P and 2P reserves of 12 and 20 MMbbl")."""
    span = (mention.first, mention.last)
    later = range(scope.k, scope.end)
    told = next((at for at in later if scope.tokens[at].low == "respectively"), None)
    listed = sorted(at for at in scope.amounts if mention.last < at < (told or scope.end))
    if (told is not None or mention.family == CODE) and len(mention.names) == len(listed) and scope.k in listed:
        return mention.names[listed.index(scope.k)], span
    return mention.name, span


def _of_heading(reading: Reading, scope: CategoryScope) -> Answer | None:
    """Return the one category that the heading of a list states, if the line says nothing of resources itself."""
    before = scope.tokens[scope.begin : scope.k]
    above = None if any(token.low in scope.words["amounts"] for token in before) else heading(reading)
    if above is None:
        return None
    found = category_mentions(above.document.folded, above.tokens, 0, min(len(above.tokens), REACH))
    return (found[0].name, None) if len({one.name for one in found}) == 1 else None
