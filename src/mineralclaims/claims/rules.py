"""Rules that settle the type of a number by themselves, before any weighing: each with the name that explanations give.

Every rule looks at the words right beside the number and holds for the language; what they leave open, the weights decide.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from mineralclaims.claims.clause_rules import is_kept_gold, splits_income
from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import BE

NONE = "none"
TIMES = frozenset({"year", "quarter", "month", "week", "day", "hour"})
_TARIFFS = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
_OWNING = frozenset(
    {
        "hold",
        "holds",
        "held",
        "holding",
        "own",
        "owns",
        "owned",
        "owning",
        "acquire",
        "acquired",
        "acquires",
        "acquiring",
        "bought",
        "buys",
        "buy",
        "buying",
        "sold",
        "selling",
    }
)
_BEING = BE | frozenset({"been", "stays", "stayed", "stay", "stands", "stood", "remains", "remained"})
_STAKES = frozenset({"stake", "stakes", "shareholding", "shareholdings", "holding", "ownership"})
_LEVELS = frozenset(
    {"irr", "inflation", "utilisation", "utilization", "coupon", "unemployment", "recovery", "recoveries", "occupancy", "humidity"}
)
_RECOVERING = frozenset({"recover", "recovers", "recovered", "recovering"})
_INCOMES = frozenset({"income", "corporate", "corporation", "payroll", "sales", "inheritance", "windfall"})
_PEOPLE = frozenset({"population", "workforce", "electorate", "respondents", "voters", "households"})
_TOTALS = _PEOPLE | frozenset(
    {"market", "gdp", "output", "production", "supply", "supplies", "demand", "consumption", "exports", "imports"}
)
_IN_THE_GROUND = frozenset({"resource", "resources", "reserve", "reserves"})
_KEEPERS = frozenset({"bank", "banks", "foreign", "official", "strategic", "emergency", "currency", "vaults"})
_CHANCES = frozenset({"chance", "chances", "probability", "likelihood", "odds"})
_PAPERS = frozenset({"notes", "bonds", "debentures", "coupon", "convertible", "debenture", "bond", "senior"})
_GRADING = frozenset({"grading", "assaying", "graded", "assayed", "assays"})
_DISTANCES = frozenset({"miles", "mile", "kilometres", "kilometers", "km", "nautical"})
_LOADS = frozenset({"t", "kg", "short_ton", "long_ton", "lb", "g"})
_LIST_WORDS = frozenset({"and", "by", "with", "at"})
_LIST_REACH = 7
_GOODS_REACH = 4


def ruled_type(scene: Scene, previous: str) -> tuple[str, str] | None:
    """Return (type, rule) where a rule settles the type of a quantity, or None.

    Args:
        scene: the quantity in its sentence.
        previous: the type of the quantity before it in the sentence, "" for the first.
    """
    kind = scene.reading.quantities[scene.position].kind
    for name, applies in _RULES.get(kind, ()):
        settled = applies(scene, previous)
        if settled is not None:
            return settled, name
    return None


def still_possible(scene: Scene, possible: tuple[str, ...]) -> tuple[str, ...]:
    """Return the types that remain: an amount per day is no reserve, an income tax no tariff, "80% of the oil" no stake."""
    if "reserve" in possible and scene.reading.quantities[scene.position].quantity.per in TIMES:
        return tuple(one for one in possible if one != "reserve")
    if "tariff" in possible and _is_about_income_tax(scene):
        return tuple(one for one in possible if one != "tariff")
    if "stake" in possible and _is_part_of_commodity(scene):
        return tuple(one for one in possible if one != "stake")
    return possible


def _is_about_income_tax(scene: Scene) -> bool:
    """Return whether the sentence names a tax on income or sales and none on trade."""
    tokens, lows = scene.reading.tokens, scene.reading.lows
    if not ("tax" in lows or "taxes" in lows or "vat" in lows):
        return False
    taxed = any(token.low in _INCOMES and after.low in {"tax", "taxes"} for token, after in pairwise(tokens))
    return (taxed or any(token.low == "vat" for token in tokens)) and not any(token.low in _TARIFFS for token in tokens)


def _is_tax_bracket(scene: Scene) -> bool:
    """Return whether the number is the rate of a bracket: "20 percent on $50,000" in a sentence about income tax."""
    position, reading = scene.position, scene.reading
    if position + 1 >= len(reading.quantities) or reading.quantities[position + 1].kind != "money":
        return False
    return reading.at[position + 1] - scene.k <= 3 and _is_about_income_tax(scene)


def _is_part_of_commodity(scene: Scene) -> bool:
    """Return whether the number is a part "of" a commodity itself, not of something with a name."""
    reading = scene.reading
    if _words_after(scene, 1) != ["of"]:
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


def _words_before(scene: Scene, count: int) -> list[str]:
    """Return the words right before the number, the nearest last."""
    return [token.low for token in scene.reading.tokens[max(0, scene.k - count) : scene.k]]


def _words_after(scene: Scene, count: int) -> list[str]:
    """Return the words right after the number."""
    return [token.low for token in scene.reading.tokens[scene.k + 1 : scene.k + 1 + count]]


def _names_tariff(scene: Scene, _previous: str) -> str | None:
    """Return tariff for "a 25% import tariff", "tariffs of 25%" and "raise tariffs on steel from 10% to 25%"."""
    before = _words_before(scene, 2)
    if not _TARIFFS.isdisjoint(_levelled(scene)):
        return "tariff"
    if len(before) > 1 and before[1] == "of" and before[0] in _TARIFFS:
        return "tariff"
    if _head_after(scene) in _TARIFFS:
        return "tariff"
    is_level = scene.verb_word in _BEING and _subject_head(scene) in _TARIFFS and scene.k - scene.verb <= 3
    return "tariff" if is_level else None


def _levelled(scene: Scene) -> set[str]:
    """Return what the verb takes to or from the level that the number is: the heads of its subject and of its object."""
    tokens, verb = scene.reading.tokens, scene.verb
    unit = scene.reading.quantities[scene.position].quantity.unit
    if verb < 0 or not scene.k or tokens[scene.k - 1].low not in ({"to", "from", "by"} if unit == "pp" else {"to", "from"}):
        return set()
    found = {_subject_head(scene)}
    phrase = scene.reading.phrase_from(verb + 1) if verb < scene.k else None
    return found if phrase is None or phrase.first > verb + 2 else found | {tokens[phrase.last].low}


def _names_stake(scene: Scene, _previous: str) -> str | None:
    """Return stake for "a 30% stake", "a 10% interest in", "51%-owned", "lowered its stake from 60% to 51%"."""
    if not _STAKES.isdisjoint(_levelled(scene)):
        return "stake"
    after = _words_after(scene, 2)
    if after and (after[0] in {"owned", "controlled"} or after[:2] in (["-", "owned"], ["-", "controlled"])):
        return "stake"
    if after[:1] == ["of"] and scene.verb_word in _OWNING and scene.k - scene.verb <= 3:
        whole = scene.reading.phrase_from(scene.k + 2)
        if (
            whole is not None
            and whole.possessed is None
            and scene.reading.tokens[whole.last].name
            and whole.last not in scene.reading.commodity_tokens
        ):
            return "stake"
    phrase = scene.reading.phrase_from(scene.k + 1)
    if phrase is None or phrase.first - scene.k > 2:
        return None
    head = scene.reading.tokens[phrase.last].low
    if head in _STAKES:
        return "stake"
    following = scene.reading.tokens[phrase.last + 1].low if phrase.last + 1 < len(scene.reading.tokens) else ""
    return "stake" if head in {"interest", "interests"} and following == "in" else None


def _names_grade(scene: Scene, _previous: str) -> str | None:
    """Return grade for "1.2% Li2O", "grading 1.2%" and "a grade of 1.2%"."""
    reading, k = scene.reading, scene.k
    if any(mention.symbol and mention.first == k + 1 for mention in reading.commodities):
        return "grade"
    if _words_after(scene, 1) == ["purity"]:
        return "grade"
    before = _words_before(scene, 2)
    if before and (before[-1] in _GRADING or (len(before) > 1 and before[1] == "of" and before[0] in {"grade", "grades"})):
        return "grade"
    return "grade" if scene.verb_word in _BEING and _subject_head(scene) in {"grade", "grades"} else None


def _names_reserve(scene: Scene, _previous: str) -> str | None:
    """Return reserve for "a resource of 40 tonnes", but not for what banks and states keep in vaults and tanks."""
    before = _words_before(scene, 2)
    if len(before) < 2 or before[1] != "of" or before[0] not in _IN_THE_GROUND:
        return None
    return None if any(token.low in _KEEPERS for token in scene.reading.tokens) else "reserve"


def _takes_share(scene: Scene) -> bool:
    """Return whether a share "of" something is, or comes to, the number: "its share of supply was 34%", "up from 20%"."""
    if scene.verb < 0 or _subject_head(scene) != "share":
        return False
    return _words_before(scene, 1) in (["to"], ["from"]) or (scene.verb_word in _BEING and scene.k - scene.verb <= 2)


def _names_share(scene: Scene, _previous: str) -> str | None:
    """Return share for a part "of" a total (of GDP, of the world's output) and for a "market share"."""
    if _takes_share(scene):
        return "share"
    tokens, of = scene.reading.tokens, scene.k + 1
    if _words_after(scene, 1) != ["of"]:
        if is_market_share(scene):
            return "share"
        phrase = scene.reading.phrase_from(of)
        if phrase is not None and _head_after(scene) == "share":
            of = phrase.last + 1
    if of >= len(tokens) or tokens[of].low != "of":
        return None
    whole = scene.reading.whole_from(of + 1)
    return "share" if whole is not None and tokens[whole.last].low in _TOTALS else None


def is_market_share(scene: Scene) -> bool:
    """Return whether the number stands before "market share"."""
    tokens, phrase = scene.reading.tokens, scene.reading.phrase_from(scene.k + 1)
    return phrase is not None and _head_after(scene) == "share" and tokens[phrase.last - 1].low == "market"


def _compares_times(scene: Scene, _previous: str) -> str | None:
    """Return change for "-2% on the week" and "up 4% year on year"."""
    after = _words_after(scene, 3)
    is_compared = (after[:2] == ["on", "the"] and after[2:] and after[2] in TIMES) or (
        after[1:2] == ["on"] and set(after[::2]) <= TIMES
    )
    return "change" if is_compared else None


def _names_level(scene: Scene, _previous: str) -> str | None:
    """Return none for inflation, utilisation, recovery, return, coupon, chance: levels that are no claims."""
    after = _words_after(scene, 1)
    if after and (after[0] in _CHANCES or after[0] in _PAPERS or after[0] in _LEVELS):
        return NONE
    before = _words_before(scene, 3)
    is_level = before[-2:] == ["return", "of"] or _is_tax_bracket(scene) or (after[:1] == ["of"] and scene.verb_word in _RECOVERING)
    return NONE if is_level or not _LEVELS.isdisjoint(before) else None


def _goes_on_in_list(scene: Scene, previous: str) -> str | None:
    """Return the type before in a list of bare pairs: "gold rose 1.4%, silver 1.2% and zinc 0.7%"."""
    position, reading = scene.position, scene.reading
    if not previous or not position:
        return None
    mention, before = reading.quantities[position], reading.quantities[position - 1]
    if mention.kind != before.kind or mention.quantity.unit != before.quantity.unit:
        return None
    between = reading.tokens[reading.at[position - 1] + 1 : scene.k]
    if not 2 <= len(between) <= _LIST_REACH or between[0].low not in {",", "and", ")", ";"}:
        return None
    if not any(token.tag == "N" for token in between) or any(
        token.tag not in "N,D" and token.low not in _LIST_WORDS for token in between
    ):
        return None
    return previous if _words_after(scene, 1) not in (["of"], ["-"]) and _head_after(scene) not in _TARIFFS else None


def _counts_other_goods(scene: Scene, _previous: str) -> str | None:
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


def _is_carriage(scene: Scene, _previous: str) -> str | None:
    """Return none for tonne-miles and tonne-kilometres."""
    after = _words_after(scene, 2)
    return NONE if after and (after[0] in _DISTANCES or (after[0] == "-" and after[1:] and after[1] in _DISTANCES)) else None


def _subject_head(scene: Scene) -> str:
    """Return the head of the subject of the governing verb, "" where it has none."""
    return scene.reading.tokens[scene.subject.last].low if scene.subject is not None else ""


def _head_after(scene: Scene) -> str:
    """Return the head of the noun phrase that follows the number directly, "" where none does."""
    phrase = scene.reading.phrase_from(scene.k + 1)
    return scene.reading.tokens[phrase.last].low if phrase is not None and phrase.first - scene.k <= 2 else ""


_Rule = Callable[[Scene, str], str | None]
_RULES: dict[str, tuple[tuple[str, _Rule], ...]] = {
    "percent": (
        ("a level, no claim", _names_level),
        ("names a tariff", _names_tariff),
        ("names a stake", _names_stake),
        ("splits an income", splits_income),
        ("names a grade", _names_grade),
        ("names a share", _names_share),
        ("compares times", _compares_times),
        ("goes on in a list", _goes_on_in_list),
    ),
    "amount": (
        ("carriage, no claim", _is_carriage),
        ("other goods, no claim", _counts_other_goods),
        ("gold that a bank keeps", is_kept_gold),
        ("names a reserve", _names_reserve),
        ("goes on in a list", _goes_on_in_list),
    ),
}
