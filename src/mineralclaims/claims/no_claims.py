"""Rules for numbers that are no claim: levels, chances, coupons, rates of use, votes, carriage, the weight of other goods."""

from __future__ import annotations

from mineralclaims.claims.besides import head_after, subject_head, words_after, words_before
from mineralclaims.claims.levels import levelled
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.taxes import is_home_tax, is_tax_bracket
from mineralclaims.normalize.unit_table import TONS
from mineralclaims.text.tags import VERB, lemma

NONE = "none"
_RATIOS = frozenset({"gearing", "turnout", "irr", "occupancy", "utilisation", "utilization"})
_LEVELS = _RATIOS | {"inflation", "coupon", "unemployment", "recovery", "recoveries", "humidity", "replacement", "reliability"}
_RECOVERING = frozenset({"recover", "recovers", "recovered", "recovering"})
_CHANCES = frozenset({"chance", "chances", "probability", "likelihood", "odds"})
_NOTHING = _CHANCES | {"contingency", "contingencies"}
_PAPERS = frozenset({"notes", "bonds", "debentures", "coupon", "convertible", "debenture", "bond", "senior"})
_PAPER_REACH = 7
_DISTANCES = frozenset({"miles", "mile", "kilometres", "kilometers", "km", "nautical"})
_LOADS = frozenset(TONS) | {"kg", "lb", "g"}
_DILUTE = frozenset({"ppm", "ppb", "mg/L"})
_BREATHED = frozenset({"exposure", "drinking", "blood", "atmosphere", "atmospheric", "inhaled", "inhalation"})
_GOODS_REACH = 4
_PRICED_AT_MOST = 1000
_RECOVERED_REACH = 3
_METAL = frozenset({"metal", "metals", "ounces", "content", "values", "mineral", "minerals", "it"})
_LATELY = frozenset({"last", "past", "next", "first", "previous", "recent", "straight", "consecutive", "coming"})
_PAYING_INTEREST = frozenset({"pay", "earn", "charge", "bear", "carry", "accrue", "collect", "owe"})
_LENDING = frozenset({"lend", "borrow", "refinance"})
_INTEREST_WITHIN = 8
_TOWARDS = frozenset({"to", "from", "at"})
_DISCOUNTING = frozenset({"factor", "factors", "rate", "rates"})
_VALUES = frozenset({"npv", "npvs", "nav", "npv5", "npv8"})
_WEIGHING = frozenset({"weigh", "weighs", "weighed", "weighing"})
_ONE = (["a"], ["an"], ["one"], ["each"])
_PIECES = frozenset({"share", "warrant", "ads", "adr"})
_VOTES = frozenset({"vote", "votes", "ballots"})
_OWNED = frozenset(
    {"stake", "stakes", "shareholding", "interest", "holding", "owner", "shareholder", "owned", "share", "ownership", "-"}
)
_RUN_AT = frozenset({"at", "to", "under", "below", "above", "ran", "run", "running", "operated", "operating", "operates"})
_WORKING = frozenset({"use", "uses", "used", "using", "work", "works", "worked", "working", "been", "be", "averaged", "averaging"})
_WORKED_WITHIN = 3
_EVERYWHERE = frozenset({"world", "world's", "global", "country's", "national", "refining", "smelting", "processing"})


def names_level(scene: Scene, _previous: str) -> str | None:
    """Return none for inflation, utilisation, recovery, return, coupon, chance: levels that are no claims."""
    before = words_before(scene, 3)
    is_level = (
        _is_named_behind(scene)
        or _is_named_before(before)
        or _is_of_time(scene, before)
        or _is_recovery(scene)
        or is_home_tax(scene)
        or is_tax_bracket(scene)
        or _is_run_rate(scene)
        or _is_vote(scene)
        or _is_interest_paid(scene)
        or _is_interest_charged(scene)
        or _is_lent_at(scene)
        or _is_discounted(scene)
    )
    return NONE if is_level else None


def _is_named_behind(scene: Scene) -> bool:
    """Return whether a level, a chance or a bond stands right behind the number: "a 5% coupon", "a 30% chance of default"."""
    after = words_after(scene, 1)
    if after == [","] and not _PAPERS.isdisjoint(dated := words_after(scene, _PAPER_REACH)):
        return any(word.endswith(("-year", "-yr", "year")) for word in dated[1:4])  # "7.5%, 10-year notes"
    return bool(after) and (after[0] in _CHANCES or after[0] in _PAPERS or after[0] in _LEVELS or head_after(scene) in _NOTHING)


def _is_discounted(scene: Scene) -> bool:
    """Return whether the number is the rate at which what is to come is valued: "a discount factor of 5%", "an NPV of $90 million (at 8% discount)"."""
    lows, after = scene.reading.lows, words_after(scene, 2)
    if after[:1] != ["discount"]:
        return False
    if after[1:] and after[1] in _DISCOUNTING:
        return True
    return after[1:] not in (["to"], ["from"], ["on"]) and (not _VALUES.isdisjoint(lows) or "net present value" in " ".join(lows))


def _is_interest_paid(scene: Scene) -> bool:
    """Return whether the number is the interest on a debt, not an interest in something: "pays 8% interest", "earns 5% interest on deposits"."""
    after, verb = words_after(scene, 2), lemma(scene.verb_word)
    if after[:1] != ["interest"] or after[1:] == ["in"] or verb not in _PAYING_INTEREST:
        return False
    return verb != "earn" or words_before(scene, 1)[:1] not in (["a"], ["an"], ["its"])  # "can earn a 51% interest"


def _is_interest_charged(scene: Scene) -> bool:
    """Return whether bare interest, as no part in anything is, is taken to or from the number: "raised interest to 9 pct", not "raised its interest"."""
    if "interest" not in levelled(scene):
        return False
    lows, low = scene.reading.lows, max(0, scene.k - _INTEREST_WITHIN)
    near = lows[low : scene.k]
    if "interest" not in near:
        return False
    at = low + len(near) - 1 - near[::-1].index("interest")
    before = scene.reading.tokens[at - 1] if at else None
    return lows[at + 1] in _TOWARDS and before is not None and (before.low == "of" or before.tag == VERB)


def _is_lent_at(scene: Scene) -> bool:
    """Return whether the number is the interest at which somebody lends: "lent its partner two-thirds of the costs at 8%"."""
    return scene.reading.lows[scene.k - 1] == "at" and lemma(scene.verb_word) in _LENDING


def _is_named_before(before: list[str]) -> bool:
    """Return whether a level stands before the number: "inflation of 5%", "a return of 12%"; a smelter's return is a royalty."""
    return not _LEVELS.isdisjoint(before) or (before[-2:] == ["return", "of"] and before[0] != "smelter")


def _is_recovery(scene: Scene) -> bool:
    """Return whether the number is what was recovered of a metal, or what a ratio is: "recovered 92% of the gold", "turnout was 60%"."""
    if scene.k - scene.verb > _RECOVERED_REACH:
        return False
    recovered = scene.verb_word in _RECOVERING and _is_of_metal(scene)
    return recovered or (scene.subject is not None and subject_head(scene) in _RATIOS)


def _is_of_metal(scene: Scene) -> bool:
    """Return whether the number is a part of a metal itself, as recoveries are: "recovered 92% of the gold"."""
    reading = scene.reading
    phrase = reading.phrase_from(scene.k + 2) if words_after(scene, 1) == ["of"] else None
    return (
        phrase is not None
        and phrase.possessed is None
        and (phrase.last in reading.commodity_tokens or reading.lows[phrase.last] in _METAL)
    )


def _is_of_time(scene: Scene, before: list[str]) -> bool:
    """Return whether quarters that read as parts of a whole are of a year: "two quarters", "the last three quarters of 1987"."""
    words = scene.reading.quantities[scene.position].text.lower().split()
    if words[-1] != "quarters":
        return False
    return words[0] == "two" or not _LATELY.isdisjoint(before[-1:])


def _is_run_rate(scene: Scene) -> bool:
    """Return whether the number is how much of a capacity is used: "ran at 83 pct of capacity"."""
    lows, k = scene.reading.lows, scene.k
    if lows[k + 1 : k + 2] != ["of"] or not k:
        return False
    if lows[k + 2 + (lows[k + 2 : k + 3] in (["its"], ["their"])) :][:1] == ["capacity"] and scene.verb_word in _WORKING:
        return k - scene.verb <= _WORKED_WITHIN
    if lows[k - 1] not in _RUN_AT:
        return False
    whole = scene.reading.phrase_from(k + 2)
    return whole is not None and lows[whole.last] == "capacity" and _EVERYWHERE.isdisjoint(lows[k + 2 : whole.last])


def _is_vote(scene: Scene) -> bool:
    """Return whether the number is a part of votes, not of votes and capital."""
    lows = scene.reading.lows
    if lows[scene.k + 1 : scene.k + 2] == ["majority"] and _OWNED.isdisjoint(lows[scene.k + 2 : scene.k + 4]):
        return True  # "a two-thirds majority in Congress"
    phrase = scene.reading.phrase_from(scene.k + 2) if words_after(scene, 1) == ["of"] else None
    return phrase is not None and lows[phrase.last] in _VOTES and lows[phrase.last + 1 : phrase.last + 2] != ["and"]


def is_piece_of_paper(scene: Scene, _previous: str) -> str | None:
    """Return none for a part of one share or warrant: "0.4 of a Calder share for each Orwin share", "one-half of one warrant"."""
    reading = scene.reading
    after = words_after(scene, 2)
    at = scene.k + 1 + (after[:1] == ["of"])
    if reading.quantities[scene.position].kind != "percent" or reading.lows[at : at + 1] not in _ONE:
        return None
    phrase = reading.phrase_from(at + 1)
    near = phrase is not None and phrase.first - at <= 1
    return NONE if near and phrase is not None and reading.lows[phrase.last] in _PIECES else None


def counts_other_goods(scene: Scene, _previous: str) -> str | None:
    """Return none for a weight of other goods: wheat, sugar, carbon dioxide; also where they are named in the sentence before."""
    reading = scene.reading
    if reading.quantities[scene.position].quantity.unit not in _LOADS:
        return None
    if scene.verb_word in _WEIGHING and scene.verb < scene.k and not reading.commodities:
        return NONE  # "the excavator weighs 400 tonnes"
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


def is_priced_unit(scene: Scene, _previous: str) -> str | None:
    """Return none for what a price is for one of: "the price of ten grams of gold", not "the price of 2 million tonnes of coal"."""
    high = scene.reading.quantities[scene.position].quantity.high
    if words_before(scene, 2) != ["price", "of"] or high is None or high > _PRICED_AT_MOST:
        return None
    return NONE


def is_exposure_limit(scene: Scene, _previous: str) -> str | None:
    """Return none for what people may breathe or drink: "a permissible exposure limit of 0.1 ppm", "0.3 ppm in drinking water"."""
    if scene.reading.quantities[scene.position].quantity.unit not in _DILUTE:
        return None
    return None if _BREATHED.isdisjoint(scene.reading.lows) else NONE
