"""Aspects that the noun beside the number says by itself: "a fine of $2 million", "exports of 5 Mt", "12% of GDP"."""

from __future__ import annotations

from mineralclaims.claims.clause_rules import is_kept_gold, splits_income
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.share_rules import is_market_share

_REACH = 3
_PER_SHARE = frozenset({
    "dividend", "dividends", "payout", "earnings", "earned", "earn", "earns", "profit", "profits", "loss", "losses",
    "lost", "net", "income", "eps", "cash-flow", "distribution", "revenue", "revenues", "expected", "expects",
})  # fmt: skip
"""What else than a price is said per share."""


def _table(**words: str) -> dict[str, str]:
    """Return each word with its aspect."""
    return {word: aspect for aspect, listed in words.items() for word in listed.split()}


# The noun right before the number, two words between at most.
_BEFORE = {
    "money": _table(
        penalty="fine fines penalty penalties",
        aid="grant grants aid assistance subsidy subsidies donation",
        revenue="revenue revenues turnover",
        profit="profit profits earnings loss losses ebitda ebit",
        debt="debt debts loan loans borrowings",
        cost="cost costs capex aisc expenses",
        valuation="npv capitalisation capitalization valuation",
        price="price prices",
    ),
    "production": _table(
        quota="quota quotas",
        stockpile="stocks inventories stockpile stockpiles",
        export="exports exported",
        capacity="capacity",
        **{"import": "imports imported"},
    ),
    "stake": _table(royalty="royalty royalties"),
}
# Changes in one word that says the direction too.
_CHANGES = {
    **dict.fromkeys(("halve", "halves", "halved", "halving"), "decrease"),
    **dict.fromkeys(("doubled", "tripled", "trebled", "quadrupled", "quintupled", "doubling", "tripling", "trebling"), "increase"),
}
# The way of a change, right before its number and right behind.
_WAYS = _table(increase="up", decrease="down off")
_WAYS_BEHIND = _table(increase="higher up more larger bigger dearer", decrease="lower down less fewer smaller cheaper")
# The noun right behind the number ("a $300 million loan").
_AFTER = {
    "production": _table(
        capacity="plant plants terminal refinery smelter mill facility pipeline",
        stockpile="stockpile stockpiles inventory surplus",
        quota="quota",
    ),
    "money": _table(penalty="fine penalty", aid="grant", debt="loan debt", revenue="revenue", profit="profit loss"),
}
# The head of the subject of the verb that governs the number, with nothing between them ("stocks fell by 5 tonnes").
_HEADS = {
    "production": _table(
        stockpile="stocks inventories stockpile stockpiles",
        export="exports",
        quota="quota quotas",
        capacity="capacity",
        production="output production",
        consumption="consumption demand",
        sales="sales",
        **{"import": "imports"},
    ),
    "money": _table(
        revenue="revenue revenues turnover",
        profit="profit profits ebitda loss",
        debt="debt debts",
        trade="surplus deficit",
        price="price prices futures",
        cost="cost costs",
    ),
}
# The head of what an amount of money is "in" ("$2 billion in new investment").
_IN = {
    "money": _table(
        investment="investment investments",
        debt="debt debts loans credit",
        revenue="revenue revenues sales",
        profit="profit profits earnings losses",
        aid="aid assistance grants subsidies",
        penalty="fines penalties",
    )
}
# The head of what a share is "of".
_OF = {
    "share": _table(
        export="exports",
        reserves="reserves",
        processing="processing refining",
        market="market markets",
        other="gdp population workforce electorate respondents",
        **{"import": "imports"},
    )
}


def ruled_aspect(scene: Scene, claim_type: str) -> str | None:
    """Return the aspect that a noun beside the number settles, or None where none does."""
    tokens, k = scene.reading.tokens, scene.k
    if claim_type == "change":
        span = scene.reading.quantities[scene.position].span
        return _CHANGES.get(scene.reading.document.folded[span.start : span.end].lower()) or _direction(scene)
    if claim_type == "stake":
        return _said_before(scene, claim_type) or ("revenue" if splits_income(scene) is not None else None)
    if claim_type == "production" and is_kept_gold(scene) is not None:
        return "stockpile"
    if claim_type == "money" and _is_share_price(scene):
        return "price"
    before = _said_before(scene, claim_type)
    if before is not None:
        return before
    if claim_type in _IN and k + 1 < len(tokens) and tokens[k + 1].low == "in":
        phrase = scene.reading.phrase_from(k + 2)
        return _IN[claim_type].get(tokens[phrase.last].low) if phrase is not None and phrase.first - k <= 4 else None
    after = _AFTER.get(claim_type)
    if after is not None:
        phrase = scene.reading.phrase_from(k + 1)
        behind = after.get(tokens[phrase.last].low) if phrase is not None and phrase.first - k <= 2 else None
        return behind or _by_subject(scene, claim_type)
    if claim_type == "share" and is_market_share(scene):
        return "market"
    of = _OF.get(claim_type)
    if of is not None and k + 1 < len(tokens) and tokens[k + 1].low == "of":
        phrase = scene.reading.whole_from(k + 2)
        if phrase is None:
            return None
        # "rare earth processing": the tagger may take the last word for a verb
        behind = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else ""
        return of.get(behind if behind in {"processing", "refining"} else tokens[phrase.last].low)
    return None


def _said_before(scene: Scene, claim_type: str) -> str | None:
    """Return the aspect that a noun says a few words before the number, no verb or number between."""
    words = _BEFORE.get(claim_type)
    if words is None:
        return None
    for token in scene.reading.tokens[max(0, scene.k - _REACH) : scene.k][::-1]:
        if token.tag in {"Q", "V"}:
            break
        if token.low in words:
            return words[token.low]
    return None


def _direction(scene: Scene) -> str | None:
    """Return the direction of a change that the word right beside its number says: "up 9%", "down about 3%", "4% lower"."""
    tokens, k = scene.reading.tokens, scene.k
    before = k - 1
    while before > 0 and (tokens[before].tag == "A" and tokens[before].low not in _WAYS):
        before -= 1
    after = tokens[k + 1].low if k + 1 < len(tokens) else ""
    return (_WAYS.get(tokens[before].low) if before >= 0 else None) or _WAYS_BEHIND.get(after)


def _by_subject(scene: Scene, claim_type: str) -> str | None:
    """Return the aspect that the subject names, where its verb stands right behind it and no other number before this one."""
    subject, reading = scene.subject, scene.reading
    if subject is None or claim_type not in _HEADS or scene.verb != subject.last + 1:
        return None
    if scene.position and reading.at[scene.position - 1] > scene.verb:
        return None
    return _HEADS[claim_type].get(reading.lows[subject.last])


def _is_share_price(scene: Scene) -> bool:
    """Return whether an amount per share is what one costs: nothing in the sentence is earned, lost or distributed."""
    quantity = scene.reading.quantities[scene.position].quantity
    return quantity.per == "share" and _PER_SHARE.isdisjoint(scene.reading.lows)
