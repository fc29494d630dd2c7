"""Aspects of an amount of money that its clause says: what a court awards, what investors deal in, what goods bring."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.measures import measure_aspect
from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import lemma

_EARNINGS = frozenset({"earnings", "receipts"})
_SERVICES = frozenset({"tourism", "transit", "shipping"})
_COURTS = frozenset({"tribunal", "court", "arbitrators", "arbitration", "jury", "judge"})
_AWARDS = frozenset({"award", "damages", "judgment", "judgement"})
_INVESTORS = frozenset({"investors", "funds", "foreigners", "institutions", "traders"})
_SECURITIES = frozenset({"shares", "stocks", "equities", "bonds", "securities"})
_DEALING = frozenset({"buy", "sell", "offload", "purchase", "dump", "unload"})
_DEAL_WITHIN = 7
_NET = frozenset({"net", "operating", "pretax", "pre-tax", "taxable"})
_LEADS = frozenset({"of", "to", "at", "was", "were", "totalled", "totaled", "reached"})
_LET_OFF = frozenset({
    "credit", "credits", "break", "breaks", "relief", "rebate", "rebates", "incentive", "incentives", "exemption",
    "exemptions",
})  # fmt: skip
_LEADS_TO_SUM = frozenset({"of", "worth", "totalling", "totaling", "up", "to", "about", "around", "some", "nearly"})
_LET_OFF_WITHIN = 4
_BOOKED = frozenset({
    "include", "includes", "including", "excludes", "excluding", "exclude", "net", "after", "before", "oper", "qtr",
    "extraordinary",
})  # fmt: skip
"""What makes a tax credit an item of accounts: "net includes a tax credit of 2 mln dlrs"."""
_TAKING = frozenset({"seize", "confiscate", "steal", "impound", "loot"})
_LEVIES = frozenset(
    {"duty", "duties", "tariff", "tariffs", "tax", "taxes", "levy", "levies", "royalties", "surcharge", "excise", "tolls"}
)
_RAISING = frozenset(
    {"raised", "raise", "raises", "brought", "bring", "brings", "yielded", "yields", "earned", "collected", "netted"}
)
_AT_HAND = frozenset({"cash", "equivalents", "liquidity"})
_RAISED_WITHIN = 3
_HARMS = frozenset({
    "theft", "thieves", "smuggling", "smugglers", "corruption", "fraud", "trade", "evasion", "outages", "vandalism", "piracy", "strikes",
    "spills", "leaks", "flooding", "sabotage", "bribery", "graft", "embezzlement",
})  # fmt: skip
_LOST_WITHIN = 7
_MOVED = frozenset({"rose", "fell", "grew", "climbed", "dropped", "slipped", "jumped", "came", "amounted", "stood"})
_VALUING = frozenset({"values", "value", "valuing"})
_WORTH = frozenset({"D", "N", "O", "A"})
_VALUED_WITHIN, _BEHIND, _BRACKET_WITHIN = 9, 2, 8
_SOLD = frozenset({"sales", "revenue", "revenues", "turnover"})
_BIDS = frozenset({"bid", "offer", "takeover", "acquisition", "buyout", "merger", "counterbid", "counteroffer"})
_IMPAIRED = frozenset({
    "impairment", "impairments", "writedown", "writedowns", "write-down", "write-downs", "writeoff", "writeoffs", "write-off", "write-offs",
})  # fmt: skip
_BUYING = frozenset({"buy", "buying"})
_WHO = frozenset({"it", "they", "he", "she"})
_THAT_WAS = {
    "lost": "profit",
    "made": "profit",
    "earned": "profit",
    "owes": "debt",
    "owe": "debt",
    "owed": "debt",
    "borrowed": "debt",
}


def money_aspect(scene: Scene) -> str | None:
    """Return the aspect of a sum by its measure, by what a court awards, by what investors deal in and by earnings from abroad."""
    return next((aspect for rule in _RULES if (aspect := rule(scene)) is not None), None)


def _let_off(scene: Scene) -> str | None:
    """Return aid for a tax that a state does without: "a tax credit of $45 a kilowatt-hour", "$7,500 tax credits", "$3 million in tax relief"."""
    lows, k = scene.reading.lows, scene.k
    before = k - 1
    while before > 0 and k - before <= _LET_OFF_WITHIN and lows[before] in _LEADS_TO_SUM:
        before -= 1
    behind = k + 2 + (lows[k + 1 : k + 2] == ["in"])
    tax = (before > 0 and lows[before - 1] == "tax" and lows[before] in _LET_OFF) or (
        behind < len(lows) and lows[behind - 1] == "tax" and lows[behind] in _LET_OFF
    )
    return "aid" if tax and _BOOKED.isdisjoint(lows[:k]) else None


def _levied(scene: Scene) -> str | None:
    """Return revenue for what a tax or a duty brings in: "customs duties raised $22 billion in May"."""
    subject, reading = scene.subject, scene.reading
    if subject is None or scene.passive or not 0 < scene.k - scene.verb <= _RAISED_WITHIN or scene.verb_word not in _RAISING:
        return None
    return "revenue" if subject.last < scene.verb and reading.lows[subject.last] in _LEVIES else None


def _lost_to(scene: Scene) -> str | None:
    """Return cost for what somebody loses to wrongdoers or mishap: "lost $2 billion to oil theft"; what a company loses in a quarter is its profit."""
    if lemma(scene.verb_word) != "lose":
        return None
    behind = scene.reading.lows[scene.k + 1 : scene.k + 1 + _LOST_WITHIN]
    return "cost" if "to" in behind and not _HARMS.isdisjoint(behind[behind.index("to") :]) else None


def _taken(scene: Scene) -> str | None:
    """Return valuation for what goods are worth that were seized or stolen: "thieves stole cable worth $4 million"."""
    worth = (
        scene.reading.lows[scene.k - 1] in {"worth", "about", "around", "some"}
        and "worth" in scene.reading.lows[max(0, scene.k - 2) : scene.k]
    )
    return "valuation" if worth and lemma(scene.verb_word) in _TAKING else None


def valued_at(scene: Scene) -> str | None:
    """Return valuation for what somebody says a thing is worth: "which values Orwin at $2.62 a share"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    begin = max(0, k - _VALUED_WITHIN, reading.at[scene.position - 1] + 1 if scene.position else 0)
    verb = next((index for index in range(k - 1, begin - 1, -1) if lows[index] in _VALUING), -1)
    if verb < 0 or reading.tokens[verb + 1].tag not in _WORTH or ";" in lows[verb:k]:
        return None
    return "valuation" if "at" in lows[verb + 2 : k] else None


def _lost_on_sales(scene: Scene) -> str | None:
    """Return revenue for the sales on which somebody earned or lost so much: "lost $57 million on $1.2 billion in sales"."""
    reading, k = scene.reading, scene.k
    if k < 1 or reading.lows[k - 1] != "on" or reading.lows[k + 1 : k + 2] not in (["in"], ["of"]):
        return None
    sold = reading.phrase_from(k + _BEHIND)
    return "revenue" if sold is not None and reading.lows[sold.last] in _SOLD else None


def _bid(scene: Scene) -> str | None:
    """Return price for a sum that a bid is of, the same in other money in brackets: "a hostile 7.4bn dollar ($5.8bn; £3bn) bid"."""
    reading, k = scene.reading, scene.k
    at = k + 1
    lows = reading.lows
    if lows[at : at + 1] == ["("] or (k and lows[k - 1] in {"(", ";"}):
        close = next((index for index in range(at, min(len(lows), at + _BRACKET_WITHIN)) if lows[index] == ")"), -1)
        at = close + 1
    if not at:
        return None
    bid = reading.phrase_from(at)
    return "price" if bid is not None and bid.first - at < _BEHIND and lows[bid.last] in _BIDS else None


def _that_was(scene: Scene) -> str | None:
    """Return what the clause right behind a sum says of it: "the $200 million it lost on futures", "the $3 million they owe"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k + 1 : k + _BEHIND] and lows[k + 1] in _WHO:
        return _THAT_WAS.get("".join(lows[k + _BEHIND : k + _BEHIND + 1]))
    return None


def _net_income(scene: Scene) -> str | None:
    """Return profit for what is left of an income: "sales of $112 million and net income of $3 million", "operating income rose to $9 million"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k - 1] not in _LEADS:
        return None
    at = k - 2 - (lows[k - 2] in _MOVED)
    return "profit" if at > 0 and lows[at] == "income" and lows[at - 1] in _NET else None


def _awarded(scene: Scene) -> str | None:
    """Return penalty for what a court awards: "the tribunal made an award of $6 billion"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k - 1] != "of" or lows[k - 2] not in _AWARDS:
        return None
    return None if _COURTS.isdisjoint(lows) else "penalty"


def _dealt(scene: Scene) -> str | None:
    """Return other for securities that investors buy or sell: "foreign investors offloaded stocks worth 109 million rupees"."""
    reading, k = scene.reading, scene.k
    if scene.subject is None or reading.lows[scene.subject.last] not in _INVESTORS or lemma(scene.verb_word) not in _DEALING:
        return None
    near = reading.lows[scene.verb : k + _DEAL_WITHIN]
    return "other" if k - scene.verb <= _DEAL_WITHIN and not _SECURITIES.isdisjoint(near) else None


def _earned(scene: Scene) -> str | None:
    """Return what a country's goods or services bring: "coffee earnings fell to $110 million"."""
    subject, reading = scene.subject, scene.reading
    if (
        subject is None
        or subject.first == subject.last
        or reading.lows[subject.last] not in _EARNINGS
        or scene.verb != subject.last + 1
    ):
        return None
    before = subject.last - 1
    named = before in reading.commodity_tokens or any(good.last == before for good in reading.goods)
    return "revenue" if named or reading.lows[before] in _SERVICES else None


def _written_off(scene: Scene) -> str | None:
    """Return cost for what is written off: "a $300 million impairment charge", "write-downs of $40 million"."""
    reading, k = scene.reading, scene.k
    charge = reading.phrase_from(k + 1)
    if (
        charge is not None
        and charge.first - k <= _BEHIND
        and not _IMPAIRED.isdisjoint(reading.lows[charge.first : charge.last + 1])
    ):
        return "cost"
    return (
        "cost" if k > 1 and reading.lows[k - 1] == "of" and not _IMPAIRED.isdisjoint(reading.lows[max(0, k - 4) : k - 1]) else None
    )


def _bought_back(scene: Scene) -> str | None:
    """Return other for what a company buys its own shares back for: "spent $1 billion buying back shares"."""
    behind = scene.reading.lows[scene.k + 1 : scene.k + 5]
    return "other" if "back" in behind and not _BUYING.isdisjoint(behind) else None


def _cash(scene: Scene) -> str | None:
    """Return other for money that somebody has at hand: "cash of $94 million and no debt"."""
    lows, k = scene.reading.lows, scene.k
    return "other" if k > 1 and lows[k - 2] in _AT_HAND and lows[k - 1] in _LEADS else None


_RULES: tuple[Callable[[Scene], str | None], ...] = (
    measure_aspect,
    _net_income,
    _awarded,
    _dealt,
    _earned,
    _let_off,
    _taken,
    _lost_to,
    _levied,
    _lost_on_sales,
    _bid,
    _that_was,
    _written_off,
    _bought_back,
    _cash,
)
"""What says the aspect of a sum, the first that does."""
