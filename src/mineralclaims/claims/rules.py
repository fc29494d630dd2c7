"""Rules that settle the type of a number by themselves, before any weighing: each with the name that explanations give.

Every rule looks at the words right beside the number and holds for the language; what they leave open, the weights decide.
"""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.besides import bracket_of, head_after, words_after, words_before
from mineralclaims.claims.clause_rules import is_kept_gold, splits_income
from mineralclaims.claims.ground_rules import is_contained, is_stored, lies_in_ground, names_deposit, names_reserve
from mineralclaims.claims.levels import (
    GRADES,
    INTERESTS,
    STAKES,
    TARIFFS,
    is_interest_after,
    is_level,
    is_rate_of_tariff,
    keeps_level,
    levelled,
)
from mineralclaims.claims.no_claims import (
    counts_other_goods,
    is_carriage,
    is_exposure_limit,
    is_piece_of_paper,
    is_priced_unit,
    names_level,
)
from mineralclaims.claims.owners import is_part_of_firm, is_part_of_royalty, is_partner
from mineralclaims.claims.percent_rules import (
    answers_survey,
    is_owned_part,
    is_part_of_stock,
    is_proportion,
    is_respective,
    names_growth,
)
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.set_against import set_against
from mineralclaims.claims.share_rules import loses_part, names_share, raises_pay, relies, uses_part
from mineralclaims.claims.trade_lists import names_trade_part
from mineralclaims.mentions.denominators import TIMES
from mineralclaims.mentions.party_words import country_words

_OWNING = frozenset({
    "hold", "holds", "held", "holding", "own", "owns", "owned", "owning", "acquire", "acquired", "acquires",
    "acquiring", "bought", "buys", "buy", "buying", "sold", "selling",
})  # fmt: skip
_ONE_PART = frozenset({"a", "an", "its", "their", "additional", "remaining", "further", "'s"})
_ON_DEBT = frozenset({"rate", "rates", "on", "payment", "payments", "charge", "charges", "-"})
_CHARGING = frozenset({
    "pay", "pays", "paid", "paying", "charge", "charges", "charged", "charging", "bear", "bears", "bearing", "carry", "carries",
    "carrying", "carried", "accrue", "accrues", "accruing", "lend", "lends", "lent", "borrow", "borrowed",
})  # fmt: skip
_CHARGED = frozenset(
    {"impose", "imposes", "imposed", "levies", "levied", "levy", "apply", "applies", "charge", "charges", "charged"}
)
_FREE = frozenset({"duty-free", "tariff-free"})
_VALUED_REACH = 7
_ON_HOLDINGS = frozenset({"royalty", "royalties", "property"})
_CONCENTRATES = frozenset({"concentrate", "concentrates", "ore"})
_GRADING = frozenset({"grading", "assaying", "graded", "assayed", "assays"})
_LIST_WORDS = frozenset({"and", "by", "with", "at"})
_LIST_REACH = 7


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


def _names_tariff(scene: Scene, previous: str) -> str | None:
    """Return tariff for "a 25% import tariff", "tariffs of 25%" and "raise tariffs on steel from 10% to 25%"."""
    before = words_before(scene, 2)
    if not TARIFFS.isdisjoint(levelled(scene)):
        return "tariff"
    if before[1:] == ["of"] and before[0] in TARIFFS:
        return "tariff"  # "India has tariffs of 25%", where the noun is taken for a verb
    if head_after(scene) in TARIFFS or _is_ad_valorem(scene):
        return "tariff"
    return "tariff" if is_level(scene, TARIFFS) or is_rate_of_tariff(scene, previous) else None


def _is_listed_tariff(scene: Scene, _previous: str) -> str | None:
    """Return tariff for a rate in brackets behind a country where countries charge: "Peru (18 percent) and Chile impose higher duties"."""
    lows, opens = scene.reading.lows, bracket_of(scene)
    if opens < 0 or lows[opens - 1] not in country_words():
        return None
    charged = not _CHARGED.isdisjoint(lows) and (not TARIFFS.isdisjoint(lows) or scene.reading.previous_type == "tariff")
    return "tariff" if charged or not _FREE.isdisjoint(lows) else None


def _is_ad_valorem(scene: Scene) -> bool:
    """Return whether the number is a rate by value: "an ad valorem rate of 3%", "2.9% ad valorem"; a royalty by value is none."""
    near = scene.reading.lows[max(0, scene.k - _VALUED_REACH) : scene.k + _VALUED_REACH]
    return "valorem" in near and _ON_HOLDINGS.isdisjoint(near)


def _names_stake(scene: Scene, _previous: str) -> str | None:
    """Return stake for "a 30% stake", "a 10% interest in", "51%-owned", "lowered its stake from 60% to 51%"."""
    if not STAKES.isdisjoint(levelled(scene)) or is_level(scene, STAKES):
        return "stake"
    if is_interest_after(scene.reading, scene.k):
        return "stake"
    after = words_after(scene, 2)
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
    if is_part_of_royalty(scene):
        return "stake"
    phrase = scene.reading.phrase_from(scene.k + 1)
    if phrase is None or phrase.first - scene.k > 2:
        return None
    head = scene.reading.tokens[phrase.last].low
    if head_after(scene) in STAKES:
        return "stake"
    following = scene.reading.tokens[phrase.last + 1].low if phrase.last + 1 < len(scene.reading.tokens) else ""
    if head not in INTERESTS:
        return None
    before = words_before(scene, 1)
    earned = phrase.last == scene.k + 1 and before and before[0] in _ONE_PART and following not in _ON_DEBT
    return "stake" if following == "in" or (earned and scene.verb_word not in _CHARGING) else None


def _keeps_amount(scene: Scene, previous: str) -> str | None:
    """Return the type before for an amount of the same unit that it is only set against: "143 Mt instead of the reported 151 Mt"."""
    reading, position = scene.reading, scene.position
    return previous if previous in {"production", "reserve"} and set_against(reading, position) == position - 1 else None


def _names_grade(scene: Scene, _previous: str) -> str | None:
    """Return grade for "1.2% Li2O", "grading 1.2%" and "a grade of 1.2%"."""
    reading, k = scene.reading, scene.k
    if any(mention.symbol and mention.first == k + 1 for mention in reading.commodities):
        return "grade"
    if words_after(scene, 1) in (["purity"], ["pure"]) or (
        words_before(scene, 1) == ["for"] and head_after(scene) in _CONCENTRATES
    ):
        return "grade"  # "$550 a unit for 65% concentrate"
    if not GRADES.isdisjoint(levelled(scene)):
        return "grade"
    before = words_before(scene, 2)
    if before and (before[-1] in _GRADING or (before[1:] == ["of"] and before[0] in GRADES)):
        return "grade"  # also "the zone has grades of 1.2%", where the noun is taken for a verb
    return "grade" if is_level(scene, GRADES) else None


def _compares_times(scene: Scene, _previous: str) -> str | None:
    """Return change for "-2% on the week" and "up 4% year on year"."""
    after = words_after(scene, 3)
    is_compared = (after[:2] == ["on", "the"] and after[2:] and after[2] in TIMES) or (
        after[1:2] == ["on"] and set(after[::2]) <= TIMES
    )
    return "change" if is_compared else None


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
    return previous if words_after(scene, 1) not in (["of"], ["-"]) and head_after(scene) not in TARIFFS else None


_Rule = Callable[[Scene, str], str | None]
_RULES: dict[str, tuple[tuple[str, _Rule], ...]] = {
    "percent": (
        ("a level, no claim", names_level),
        ("a part of one share, no claim", is_piece_of_paper),
        ("names a tariff", _names_tariff),
        ("a tariff in a list", _is_listed_tariff),
        ("a part of a trade", names_trade_part),
        ("two numbers, one noun", is_respective),
        ("a part of stocks", is_part_of_stock),
        ("a part used up", uses_part),
        ("names a stake", _names_stake),
        ("a part that is owned", is_owned_part),
        ("a partner's part", is_partner),
        ("a part of a company", is_part_of_firm),
        ("splits an income", splits_income),
        ("names a grade", _names_grade),
        ("names growth", names_growth),
        ("loses a part", loses_part),
        ("raises pay", raises_pay),
        ("names a share", names_share),
        ("a part from elsewhere", relies),
        ("a proportion", is_proportion),
        ("answers of people asked", answers_survey),
        ("compares times", _compares_times),
        ("the other end of a way", keeps_level),
        ("goes on in a list", _goes_on_in_list),
    ),
    "amount": (
        ("carriage, no claim", is_carriage),
        ("what a price is for, no claim", is_priced_unit),
        ("what people may breathe, no claim", is_exposure_limit),
        ("other goods, no claim", counts_other_goods),
        ("gold that a bank keeps", is_kept_gold),
        ("stored above ground", is_stored),
        ("names a reserve", names_reserve),
        ("lies in the ground", lies_in_ground),
        ("contained metal", is_contained),
        ("names a deposit", names_deposit),
        ("set against the amount before", _keeps_amount),
        ("goes on in a list", _goes_on_in_list),
    ),
}
