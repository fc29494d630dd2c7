"""Taxes that no goods pay at a border: on income, sales and profits, stamp and mining duties."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.claims.levels import RATES, TARIFFS, TAXES
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase

_INCOMES = frozenset({"income", "corporate", "corporation", "payroll", "sales", "inheritance", "windfall"})
_AT_HOME = _INCOMES | {"withholding", "value-added", "turnover", "profit", "profits", "property", "wealth", "dividend", "gains"}
_HOME_TAXES = frozenset({"vat", "gst"})
_HOME_DUTIES = frozenset({"stamp", "mining", "estate", "death", "gambling", "betting", "inheritance", "transfer", "probate"})
_BESIDE = frozenset({"of", "at", "to", "from"})
_ON_INCOME = frozenset({
    "revenue", "revenues", "profit", "profits", "income", "sales", "turnover", "withdrawals", "stakes", "wages",
    "dividends", "payrolls",
})  # fmt: skip
_MORE = frozenset({"more", "less", "higher", "lower"})
_ON_TRADE = TARIFFS | {
    "import", "imports", "imported", "importer", "importers", "export", "exports", "exported", "exporter", "exporters", "customs", "border",
    "goods", "shipments", "trade",
}  # fmt: skip


def is_about_income_tax(scene: Scene) -> bool:
    """Return whether the sentence names a tax on income or sales and none on trade."""
    tokens, lows = scene.reading.tokens, scene.reading.lows
    if not ("tax" in lows or "taxes" in lows or "vat" in lows):
        return False
    taxed = any(token.low in _INCOMES and after.low in TAXES for token, after in pairwise(tokens))
    return (taxed or any(token.low == "vat" for token in tokens)) and not any(token.low in TARIFFS for token in tokens)


def is_tax_bracket(scene: Scene) -> bool:
    """Return whether the number is the rate of a bracket: "20 percent on $50,000" in a sentence about income tax."""
    position, reading = scene.position, scene.reading
    if (
        reading.quantities[position].quantity.unit != "%"
        or position + 1 >= len(reading.quantities)
        or reading.quantities[position + 1].kind != "money"
    ):
        return False
    return reading.at[position + 1] - scene.k <= 3 and is_about_income_tax(scene)


def is_home_tax(scene: Scene) -> bool:
    """Return whether the number is the rate of a tax on income or sales, which no goods pay at a border ("a sales tax of 16%")."""
    reading, k = scene.reading, scene.k
    lows, at = reading.lows, k + 2 if reading.lows[k + 1 : k + 2] == ["-"] else k + 1
    if lows[at + 1 : at + 2] == ["tax"] and lows[at] in _AT_HOME:
        return True  # "a 2% withholding tax", which reads as a verb
    after = reading.phrase_from(k + 1)
    if (
        after is not None
        and after.first <= k + 2
        and _MORE.isdisjoint(reading.lows[k + 1 : after.last])
        and _is_home(reading, after)
    ):
        return True
    before = reading.phrase_ending(k - 2) if k > 1 and reading.lows[k - 1] in _BESIDE else None
    if before is None:
        return False
    return _is_home(reading, before) or (reading.lows[before.last] in TARIFFS and _is_on_income(reading, k))


def _is_on_income(reading: Reading, k: int) -> bool:
    """Return whether the number is levied "on" an income ("a levy of 3% on revenues")."""
    whole = reading.whole_from(k + 2) if reading.lows[k + 1 : k + 2] == ["on"] else None
    return whole is not None and reading.lows[whole.last] in _ON_INCOME


def _is_home(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase is a tax on income or sales."""
    lows, last = reading.lows, phrase.last
    if lows[last] in RATES and last > phrase.first:
        last -= 1
        if lows[last] in TAXES:
            return _ON_TRADE.isdisjoint(lows)  # "marginal tax rates of 50%", "a 20% tax rate"
    if lows[last] in TARIFFS:
        return lows[last - 1] in _HOME_DUTIES
    return lows[last] in _HOME_TAXES or (lows[last] in TAXES and not _AT_HOME.isdisjoint(lows[max(0, last - 2) : last]))
