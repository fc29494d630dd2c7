"""What a number is not: levels, loads of other goods and the like, which are no claims, and types that its words rule out."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mineralclaims.claims.around import words_after, words_before
from mineralclaims.claims.scene import Scene

NONE = "none"
TIMES = frozenset({"year", "quarter", "month", "week", "day", "hour"})
TARIFFS = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
_LEVELS = frozenset(
    {"irr", "inflation", "utilisation", "utilization", "coupon", "unemployment", "recovery", "recoveries", "occupancy", "humidity"}
)
_RECOVERING = frozenset({"recover", "recovers", "recovered", "recovering"})
_INCOMES = frozenset({"income", "corporate", "corporation", "payroll", "sales", "inheritance", "windfall"})
_CHANCES = frozenset({"chance", "chances", "probability", "likelihood", "odds"})
_PAPERS = frozenset({"notes", "bonds", "debentures", "coupon", "convertible", "debenture", "bond", "senior"})
_DISTANCES = frozenset({"miles", "mile", "kilometres", "kilometers", "km", "nautical"})
_LOADS = frozenset({"t", "kg", "short_ton", "long_ton", "lb", "g"})
_GOODS_REACH = 4


def still_possible(scene: Scene, possible: tuple[str, ...]) -> tuple[str, ...]:
    """Return the types that remain: an amount per day is no reserve, an income tax no tariff, "80% of the oil" no stake."""
    for name, rules_out in _RULING_OUT:
        if name in possible and rules_out(scene):
            return tuple(one for one in possible if one != name)
    return possible


def _is_of_a_time(scene: Scene) -> bool:
    """Return whether the number is an amount a day, a year and so on."""
    return scene.reading.quantities[scene.position].quantity.per in TIMES


def _is_about_income_tax(scene: Scene) -> bool:
    """Return whether the sentence names a tax on income or sales and none on trade."""
    tokens, lows = scene.reading.tokens, scene.reading.lows
    if not ("tax" in lows or "taxes" in lows or "vat" in lows):
        return False
    taxed = any(token.low in _INCOMES and after.low in {"tax", "taxes"} for token, after in pairwise(tokens))
    return (taxed or any(token.low == "vat" for token in tokens)) and not any(token.low in TARIFFS for token in tokens)


def _is_part_of_commodity(scene: Scene) -> bool:
    """Return whether the number is a part "of" a commodity itself, not of something with a name."""
    reading = scene.reading
    if words_after(scene, 1) != ["of"]:
        return False
    phrase = reading.phrase_from(scene.k + 2)
    if phrase is not None and phrase.possessed is not None:
        phrase = phrase.possessed
    return (
        phrase is not None
        and phrase.last in reading.commodity_tokens
        and not reading.tokens[phrase.last].name
        and not any("royalty" in token.cue for token in reading.tokens)
    )


def names_level(scene: Scene, _previous: str) -> str | None:
    """Return none for inflation, utilisation, recovery, return, coupon, chance: levels that are no claims."""
    after = words_after(scene, 1)
    if after and (after[0] in _CHANCES or after[0] in _PAPERS or after[0] in _LEVELS):
        return NONE
    before = words_before(scene, 3)
    is_level = before[-2:] == ["return", "of"] or _is_tax_bracket(scene) or (after[:1] == ["of"] and scene.verb_word in _RECOVERING)
    return NONE if is_level or not _LEVELS.isdisjoint(before) else None


def _is_tax_bracket(scene: Scene) -> bool:
    """Return whether the number is the rate of a bracket: "20 percent on $50,000" in a sentence about income tax."""
    position, reading = scene.position, scene.reading
    if position + 1 >= len(reading.quantities) or reading.quantities[position + 1].kind != "money":
        return False
    return reading.at[position + 1] - scene.k <= 3 and _is_about_income_tax(scene)


def counts_other_goods(scene: Scene, _previous: str) -> str | None:
    """Return none for a weight of other goods: wheat, sugar, carbon dioxide; also where they are named in the sentence before."""
    reading = scene.reading
    if reading.quantities[scene.position].quantity.unit not in _LOADS:
        return None
    if reading.goods:
        other = min(abs(mention.first - scene.k) for mention in reading.goods)
        near = min((abs(mention.first - scene.k) for mention in reading.commodities), default=None)
        return NONE if near is None or (other < near and other <= _GOODS_REACH) else None
    if not reading.commodities and reading.document.goods_before(reading.number) == "goods":
        return NONE
    return None


def is_carriage(scene: Scene, _previous: str) -> str | None:
    """Return none for tonne-miles and tonne-kilometres."""
    after = words_after(scene, 2)
    return NONE if after and (after[0] in _DISTANCES or (after[0] == "-" and after[1:] and after[1] in _DISTANCES)) else None


_RULING_OUT: tuple[tuple[str, Callable[[Scene], bool]], ...] = (
    ("reserve", _is_of_a_time),
    ("tariff", _is_about_income_tax),
    ("stake", _is_part_of_commodity),
)
"""Types, each with what rules it out; the first that does is enough."""
