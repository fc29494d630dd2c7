"""Rules that settle the type of a number by themselves, before any weighing: each with the name that explanations give.

Every rule looks at the words right beside the number and holds for the language; what they leave open, the weights decide.
"""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.clause_rules import is_kept_gold, splits_income
from mineralclaims.claims.levels import GRADES, STAKES, TARIFFS, head_of, is_level, is_rate_of_tariff, keeps_level, levelled
from mineralclaims.claims.owners import is_part_of_firm, is_partner
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.taxes import is_about_income_tax, is_home_tax, is_tax_bracket

NONE = "none"
TIMES = frozenset({"year", "quarter", "month", "week", "day", "hour"})
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
_BEING = frozenset({"is", "was", "are", "were", "be", "been", "stays", "stayed", "stay", "stands", "stood", "remains", "remained"})
_LEVELS = frozenset(
    {
        "irr",
        "inflation",
        "utilisation",
        "utilization",
        "coupon",
        "unemployment",
        "recovery",
        "recoveries",
        "occupancy",
        "humidity",
        "gearing",
        "turnout",
    }
)
_RECOVERING = frozenset({"recover", "recovers", "recovered", "recovering"})
_PEOPLE = frozenset({"population", "workforce", "electorate", "respondents", "voters", "households"})
_CROWDS = _PEOPLE | {
    "shareholders",
    "residents",
    "employees",
    "workers",
    "members",
    "inhabitants",
    "subscribers",
    "staff",
    "holders",
}
_TOTALS = _PEOPLE | frozenset(
    {"market", "gdp", "output", "production", "supply", "supplies", "demand", "consumption", "exports", "imports"}
)
_SHARE = frozenset({"share"})
_EQUITIES = frozenset({"attributable", "carried", "equity", "free", "working"})
_PARTED = frozenset(
    {"revenue", "revenues", "proceeds", "profits", "profit", "mine", "project", "venture", "field", "company", "royalties"}
)
_IN_THE_GROUND = frozenset({"resource", "resources", "reserve", "reserves"})
_CLASSED = frozenset(
    {"recoverable", "possible", "probable", "proven", "proved", "inferred", "indicated", "measured", "in-place", "mineable"}
)
_LYING_REACH = 7
_KEEPERS = frozenset({"bank", "banks", "foreign", "official", "strategic", "emergency", "currency", "vaults"})
_CHANCES = frozenset({"chance", "chances", "probability", "likelihood", "odds"})
_PAPERS = frozenset({"notes", "bonds", "debentures", "coupon", "convertible", "debenture", "bond", "senior"})
_GRADING = frozenset({"grading", "assaying", "graded", "assayed", "assays"})
_DISTANCES = frozenset({"miles", "mile", "kilometres", "kilometers", "km", "nautical"})
_LOADS = frozenset({"t", "kg", "short_ton", "long_ton", "lb", "g"})
_LIST_WORDS = frozenset({"and", "by", "with", "at"})
_LIST_REACH = 7
_RECOVERED_REACH = 3
_VOTES = frozenset({"vote", "votes", "ballots"})
_LOST_REACH = 4
_LOSING = frozenset({"lose", "loses", "lost", "losing", "shed", "sheds", "shedding"})
_OWN = frozenset({"its", "their", "his", "her"})
_RUN_AT = frozenset({"at", "to", "under", "below", "above", "ran", "run", "running", "operated", "operating", "operates"})
_EVERYWHERE = frozenset({"world", "world's", "global", "country's", "national", "refining", "smelting", "processing"})
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
    if "tariff" in possible and is_about_income_tax(scene):
        return tuple(one for one in possible if one != "tariff")
    if "stake" in possible and (_is_part_of_commodity(scene) or _is_part_of_people(scene)):
        return tuple(one for one in possible if one != "stake")
    return possible


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


def _is_part_of_people(scene: Scene) -> bool:
    """Return whether the number is a part of people: of the shareholders, the staff, the subscribers."""
    phrase = scene.reading.whole_from(scene.k + 2) if _words_after(scene, 1) == ["of"] else None
    return phrase is not None and scene.reading.lows[phrase.last] in _CROWDS


def _words_before(scene: Scene, count: int) -> list[str]:
    """Return the words right before the number, the nearest last."""
    return [token.low for token in scene.reading.tokens[max(0, scene.k - count) : scene.k]]


def _words_after(scene: Scene, count: int) -> list[str]:
    """Return the words right after the number."""
    return [token.low for token in scene.reading.tokens[scene.k + 1 : scene.k + 1 + count]]


def _names_tariff(scene: Scene, previous: str) -> str | None:
    """Return tariff for "a 25% import tariff", "tariffs of 25%" and "raise tariffs on steel from 10% to 25%"."""
    before = _words_before(scene, 2)
    if not TARIFFS.isdisjoint(levelled(scene)):
        return "tariff"
    if len(before) > 1 and before[1] == "of" and before[0] in TARIFFS:
        return "tariff"
    if _head_after(scene) in TARIFFS:
        return "tariff"
    return "tariff" if is_level(scene, TARIFFS) or is_rate_of_tariff(scene, previous) else None


def _names_stake(scene: Scene, _previous: str) -> str | None:
    """Return stake for "a 30% stake", "a 10% interest in", "51%-owned", "lowered its stake from 60% to 51%"."""
    if not STAKES.isdisjoint(levelled(scene)) or is_level(scene, STAKES):
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
    if head in STAKES:
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
    if not GRADES.isdisjoint(levelled(scene)):
        return "grade"
    before = _words_before(scene, 2)
    if before and (before[-1] in _GRADING or (len(before) > 1 and before[1] == "of" and before[0] in {"grade", "grades"})):
        return "grade"
    return "grade" if is_level(scene, GRADES) else None


def _names_reserve(scene: Scene, _previous: str) -> str | None:
    """Return reserve for "a resource of 40 tonnes", but not for what banks and states keep in vaults and tanks."""
    before = _words_before(scene, 2)
    if _lies_there(scene):
        return "reserve"
    if len(before) < 2 or before[1] != "of" or before[0] not in _IN_THE_GROUND:
        return None
    return None if any(token.low in _KEEPERS for token in scene.reading.tokens) else "reserve"


def _lies_there(scene: Scene) -> bool:
    """Return whether the number is of something in the ground: "275,000 ounces of gold in the ground", "9 mln tonnes of possible ore"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k + 1 : k + 2] != ["of"]:
        return False
    near = lows[k + 2 : k + 2 + _LYING_REACH]
    return not _CLASSED.isdisjoint(near[:1]) or any(near[at : at + 3] == ["in", "the", "ground"] for at in range(len(near)))


def _takes_share(scene: Scene) -> bool:
    """Return whether a share "of" something is, or comes to, the number: "its share of supply was 34%", "up from 20%"."""
    if scene.verb < 0:
        return False
    by_verb = _words_before(scene, 1) in (["to"], ["from"]) and "share" in levelled(scene)
    if not by_verb and not is_level(scene, _SHARE):
        return False
    share = scene.subject if _subject_head(scene) == "share" else scene.reading.phrase_from(scene.verb + 1)
    if share is None or not _EQUITIES.isdisjoint(scene.reading.lows[share.first : share.last]):
        return False
    of = scene.reading.lows[share.last + 1 : share.last + 2]
    whole = scene.reading.whole_from(share.last + 2) if of in (["of"], ["in"]) else None
    head = scene.reading.lows[whole.last] if whole is not None else ""
    if of == ["in"]:
        return head in _TOTALS
    return (of == ["of"] and head not in _PARTED) or scene.reading.lows[share.last - 1] == "market"


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
    if is_home_tax(scene):
        return NONE
    if (
        (before[-2:] == ["return", "of"] and before[0] != "smelter")
        or is_tax_bracket(scene)
        or _is_run_rate(scene)
        or _is_vote(scene)
    ):
        return NONE
    recovered = after[:1] == ["of"] and scene.verb_word in _RECOVERING and scene.k - scene.verb <= _RECOVERED_REACH
    return NONE if recovered or not _LEVELS.isdisjoint(before) else None


def _is_run_rate(scene: Scene) -> bool:
    """Return whether the number is how much of a capacity is used: "ran at 83 pct of capacity"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k + 1 : k + 2] != ["of"] or not k or lows[k - 1] not in _RUN_AT:
        return False
    whole = scene.reading.phrase_from(k + 2)
    return whole is not None and lows[whole.last] == "capacity" and _EVERYWHERE.isdisjoint(lows[k + 2 : whole.last])


def _is_vote(scene: Scene) -> bool:
    """Return whether the number is a part of votes, not of votes and capital."""
    lows = scene.reading.lows
    phrase = scene.reading.phrase_from(scene.k + 2) if _words_after(scene, 1) == ["of"] else None
    return phrase is not None and lows[phrase.last] in _VOTES and lows[phrase.last + 1 : phrase.last + 2] != ["and"]


def _loses_part(scene: Scene, _previous: str) -> str | None:
    """Return change for a part "of" its own that something loses: "shed a third of their employees"."""
    lost = scene.verb_word in _LOSING and scene.k - scene.verb <= _LOST_REACH and _words_after(scene, 1) == ["of"]
    return "change" if lost and not _OWN.isdisjoint(_words_after(scene, 2)) else None


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
    return previous if _words_after(scene, 1) not in (["of"], ["-"]) and _head_after(scene) not in TARIFFS else None


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
    return head_of(scene.reading, scene.subject) if scene.subject is not None else ""


def _head_after(scene: Scene) -> str:
    """Return the head of the noun phrase that follows the number directly, "" where none does."""
    phrase = scene.reading.phrase_from(scene.k + 1)
    return head_of(scene.reading, phrase) if phrase is not None and phrase.first - scene.k <= 2 else ""


_Rule = Callable[[Scene, str], str | None]
_RULES: dict[str, tuple[tuple[str, _Rule], ...]] = {
    "percent": (
        ("a level, no claim", _names_level),
        ("names a tariff", _names_tariff),
        ("names a stake", _names_stake),
        ("a partner's part", is_partner),
        ("a part of a company", is_part_of_firm),
        ("splits an income", splits_income),
        ("names a grade", _names_grade),
        ("loses a part", _loses_part),
        ("names a share", _names_share),
        ("compares times", _compares_times),
        ("the other end of a way", keeps_level),
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
