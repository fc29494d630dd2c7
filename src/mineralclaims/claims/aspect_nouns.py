"""The nouns that say an aspect by themselves, by where they stand to the number: right before and behind it, as subject, after "in" and "of"."""

from __future__ import annotations


def table(**words: str) -> dict[str, str]:
    """Return each word with its aspect."""
    return {word: aspect for aspect, listed in words.items() for word in listed.split()}


# The noun right before the number, two words between at most.
BEFORE = {
    "money": table(
        penalty="fine fines penalty penalties",
        aid="grant grants aid assistance subsidy subsidies donation",
        revenue="revenue revenues turnover",
        profit="profit profits earnings loss losses ebitda ebit shr eps",
        debt="debt debts loan loans borrowings",
        cost="cost costs capex aisc expense expenses",
        valuation="npv capitalisation capitalization valuation",
        price="price prices",
        other="dividend dividends payout div divs",
    ),
    "production": table(
        quota="quota quotas",
        stockpile="stocks inventories stockpile stockpiles",
        export="exports exported",
        capacity="capacity",
        **{"import": "imports imported"},
    ),
    "stake": table(royalty="royalty royalties"),
}
# The noun right behind the number ("a $300 million loan").
AFTER = {
    "production": table(
        capacity="plant plants terminal refinery smelter mill facility pipeline",
        stockpile="stockpile stockpiles inventory surplus",
        quota="quota",
    ),
    "money": table(
        penalty="fine penalty",
        cost="provision",
        aid="grant",
        debt="loan debt bond bonds eurobond eurobonds debenture debentures sukuk",
        revenue="revenue",
        profit="profit loss",
        price="transaction takeover",
        valuation="npv value",
    ),
}
# The head of the subject of the verb that governs the number, with nothing between them ("stocks fell by 5 tonnes").
HEADS = {
    "production": table(
        stockpile="stocks inventories stockpile stockpiles",
        export="exports",
        quota="quota quotas",
        capacity="capacity",
        production="output production",
        consumption="consumption demand",
        sales="sales deliveries",
        **{"import": "imports"},
    ),
    "money": table(
        revenue="revenue revenues turnover taxation receipts takings",
        profit="profit profits ebitda loss",
        debt="debt debts",
        trade="surplus deficit",
        price="price prices futures",
        cost="cost costs",
        valuation="stake stakes shareholding",
        other="dividend dividends payout cash equivalents",
    ),
}
_SUMS = "buybacks buyback repurchases"
# The head of what an amount of money is "in" ("$2 billion in new investment").
IN = {
    "money": table(
        investment="investment investments",
        debt="debt debts loans credit",
        revenue="revenue revenues sales",
        profit="profit profits earnings losses",
        aid="aid assistance grants subsidies",
        penalty="fines penalties damages",
        cost="damage wages salaries",
        trade="exports imports",
        other=_SUMS,
    )
}
OF_SUMS = frozenset(_SUMS.split())
# The head of what a share is "of".
OF = {
    "share": table(
        export="exports",
        reserves="reserves",
        processing="processing refining",
        production="mining",
        market="market markets",
        other="gdp gnp population workforce electorate respondents employment jobs labour labor inhabitants budget",
        **{"import": "imports"},
    )
}
