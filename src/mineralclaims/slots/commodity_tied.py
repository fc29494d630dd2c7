"""The commodity of a change, a value or a share that its structure leaves no doubt of: "a 5% rise in copper output", "$3 billion worth of tin", "coffee 60%, tin 9%"."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.mentions.party_words import changes
from mineralclaims.mentions.word_lists import listed
from mineralclaims.slots.beside import joined_commodities
from mineralclaims.slots.coordination import respective_numbers
from mineralclaims.slots.last_claim import LastClaim
from mineralclaims.slots.named import OF_AMOUNT
from mineralclaims.slots.ties import one_event
from mineralclaims.text.tags import lemma

Tied = tuple[str | None, int, int]
"""The name of a commodity, None for none, with its first and last token in the sentence; -1 where it is not named there."""

_ACCOUNTING = frozenset({"account", "represent", "constitute", "contribute", "bring", "earn", "generate"})
_PARTS = 3
_PAIR = 2
_SET_AGAINST = frozenset({"change", "money"})
_JOINTS = frozenset({",", "and", "or"})
_IS_THAT = frozenset({"'s", "is", "was", "’s"})
_VALUED = frozenset({"worth", "valued", "value"})
_VALUED_REACH, _BEFORE_REACH = 14, 14
_ITEM_AFTER = frozenset({",", ";", ".", ")", "(", "and", "–", "-"})
_ITEM_BEFORE = frozenset({",", ";", ":", "-", "–", "("})
_OTHER_ITEM = _ITEM_BEFORE | {"and"}


def commodity_tied(scene: Scene, claim_type: str, last: LastClaim) -> Tied | None:
    """Return what a change is a change in, what a value is the value of, or what a share is the share of; None where that is open.

    Args:
        scene: the surroundings of the number.
        claim_type: the type of its claim.
        last: what the claim before settled on.
    """
    reading, k = scene.reading, scene.k
    told = _in_order(scene) or (_of_that(scene, last) if claim_type in _SET_AGAINST else None)
    if told is not None:
        return told
    if claim_type == "change":
        return _of_change(scene) or _of_each(reading, k) or _of_amount(scene)
    if claim_type == "money":
        if reading.lows[k + 1 : k + 3] == ["worth", "of"]:
            return _named(reading, k + 3)
        return _of_value(scene, last) or _earned(reading, k) or _quoted(reading, k)
    return _earned(reading, k) or _of_item(reading, k) or _of_maker(scene) or _of_sector(scene) if claim_type == "share" else None


def _in_order(scene: Scene) -> Tied | None:
    """Return which of the goods named before a number is of by "respectively": "tin and zinc output was 4 and 9 tonnes respectively"."""
    reading = scene.reading
    run = respective_numbers(scene)
    if len(run) < _PAIR:
        return None
    before = [one for one in reading.commodities if one.last < run[0]]
    goods = before[-len(run) :]
    if len(goods) != len(run) or len({one.name for one in goods}) != len(run) or is_name(reading, goods[0]):
        return None
    joined = all(_JOINTS.issuperset(reading.lows[one.last + 1 : other.first]) for one, other in pairwise(goods))
    behind = any(run[0] < one.first < scene.k + _PARTS for one in reading.commodities)
    if (
        not joined
        or behind
        or (len(before) > len(run) and _JOINTS.issuperset(reading.lows[before[-len(run) - 1].last + 1 : goods[0].first]))
    ):
        return None
    one = goods[run.index(scene.k)]
    return one.name, one.first, one.last


def _of_that(scene: Scene, last: LastClaim) -> Tied | None:
    """Return what the sentence before counted, where this one sets it against something: "That is up 20% from the average in June"."""
    reading, lows = scene.reading, scene.reading.lows
    if lows[:1] != ["that"] or lows[1:2] == [] or lows[1] not in _IS_THAT or scene.position or scene.k > _PARTS + 1:
        return None
    if last.commodity is None or last.sentence != reading.number - 1 or reading.commodities:
        return None
    return last.commodity, -1, -1


def _of_change(scene: Scene) -> Tied | None:
    """Return what stands in "a 5% rise in the price of crude", "a fall of 5% in copper output", "a doubling in gas exports"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    after, several = k + 1, reading.quantities[scene.position].kind == "multiple"
    moved = after < len(lows) and lows[after] in changes()
    after += moved
    if lows[after : after + 1] != ["in"] and not (several and lows[after : after + 1] == ["of"]):
        return None
    return _named(reading, after + 1) if moved or several or lows[k - 1] == "of" else None


def _named(reading: Reading, index: int) -> Tied | None:
    """Return the one commodity, or the co-ordination of some, that a phrase with all that belongs to it names."""
    phrase, whole = reading.phrase_from(index), reading.whole_from(index)
    if phrase is None or whole is None or phrase.time:
        return None
    end = max(phrase.last, whole.last)
    for _ in range(_PARTS):
        further = reading.phrase_from(end + 2) if reading.lows[end + 1 : end + 2] in (["of"], ["for"]) else None
        if further is None or further.time:
            break
        end = further.last
    inside = [one for one in reading.commodities if phrase.first <= one.first and one.last <= end]
    if not inside or any(is_name(reading, one) for one in inside):
        return None
    value, first, last = joined_commodities(reading, inside[0])
    return (value, first, last) if {one.name for one in inside}.issubset(value.split("; ")) else None


def _of_each(reading: Reading, k: int) -> Tied | None:
    """Return what a change is given for in a list of several: "rose by 5% for tin, by 3% for zinc"."""
    phrase = reading.phrase_from(k + 2) if reading.lows[k + 1 : k + 2] == ["for"] else None
    if phrase is None or reading.lows[phrase.last + 1 : phrase.last + 2] in (["of"], ["to"], ["from"]):
        return None
    found = next((one for one in reading.commodities if one.first == phrase.first and one.last == phrase.last), None)
    return None if found is None or is_name(reading, found) else joined_commodities(reading, found)


def is_name(reading: Reading, one: CommodityMention) -> bool:
    """Return whether a commodity is a part of a name ("a 3% drop in Orwin Cement")."""
    tokens = reading.tokens
    around = [tokens[index] for index in (one.first - 1, one.last + 1) if 0 <= index < len(tokens)]
    return tokens[one.first].name and any(token.name for token in around)


def _of_amount(scene: Scene) -> Tied | None:
    """Return what the barrels are of that a change leads to, where nothing is named before it: "output rose 11% to 8.4 million barrels"."""
    reading, position = scene.reading, scene.position
    if position + 1 >= len(reading.at) or not one_event(reading, position + 1):
        return None
    unit = reading.quantities[position + 1].quantity.unit
    if unit != "bbl" or any(scene.k - _BEFORE_REACH < one.last < reading.at[position + 1] + _PARTS for one in reading.commodities):
        return None
    return OF_AMOUNT[unit], -1, -1


def _of_value(scene: Scene, last: LastClaim) -> Tied | None:
    """Return what the amount before is of that is worth so much: "5,000 tonnes of tin were made and were valued at $90 million"."""
    reading, position = scene.reading, scene.position
    if last.type != "production" or last.sentence != reading.number or last.position != position - 1 or last.commodity is None:
        return None
    begin = reading.at[position - 1]
    between = reading.lows[begin + 1 : scene.k]
    if len(between) > _VALUED_REACH or _VALUED.isdisjoint(between):
        return None
    verbs = reading.verbs_between(begin + 1, scene.k) - ("valued" in between)
    goes_on = "valued" in between and "and" in between[max(0, between.index("valued") - 2) : between.index("valued")]
    if verbs > goes_on or any(begin + _PARTS < one.first < scene.k for one in reading.commodities):
        return None
    return last.commodity, -1, -1


def _earned(reading: Reading, k: int) -> Tied | None:
    """Return what a sum comes from: "made $20 million from zinc and $12 million from lead", "30% from tin"."""
    if reading.lows[k + 1 : k + 2] != ["from"]:
        return None
    phrase = reading.phrase_from(k + 2)
    if phrase is None or reading.lows[phrase.last + 1 : phrase.last + 2] in (["of"], ["to"]):
        return None
    found = next((one for one in reading.commodities if one.first == phrase.first and one.last == phrase.last), None)
    return None if found is None or is_name(reading, found) else joined_commodities(reading, found)


def _quoted(reading: Reading, k: int) -> Tied | None:
    """Return what is priced in a list of prices: "nickel traded at $16,500 a tonne, cobalt at $11 a pound"."""
    if k < _PARTS or reading.lows[k - 1] != "at":
        return None
    found = next((one for one in reading.commodities if one.last == k - 2), None)
    if found is None or found.first < 1 or reading.lows[found.first - 1] not in _OTHER_ITEM:
        return None
    return None if is_name(reading, found) else (found.name, found.first, found.last)


def item_before(reading: Reading, k: int) -> int:
    """Return the first token of the item of a list that a number stands right behind ("coffee 60%, tea and tin 9%"); -1 for none."""
    phrase = reading.phrase_ending(k - 1)
    if phrase is None or phrase.time or (reading.lows[k + 1 : k + 2] and reading.lows[k + 1] not in _ITEM_AFTER):
        return -1
    first, link = phrase.first, reading.link_before(phrase)
    while link > 0 and reading.lows[link] == "and":
        other = reading.phrase_ending(link - 1)
        if other is None:
            break
        first, link = other.first, reading.link_before(other)
    return first if link >= 0 and reading.lows[link] in _ITEM_BEFORE else -1


def _of_item(reading: Reading, k: int) -> Tied | None:
    """Return the commodities of the item of a list that a share stands right behind."""
    first = item_before(reading, k) if reading.commodities else -1
    inside = [one for one in reading.commodities if first <= one.first and one.last < k] if first >= 0 else []
    if not inside or any(is_name(reading, one) for one in inside):
        return None
    return "; ".join(dict.fromkeys([one.name for one in inside])), inside[0].first, inside[-1].last


def _of_maker(scene: Scene) -> Tied | None:
    """Return the goods that make up several parts one after the other: "oil and gas account for 40% of GDP, but only 5% of employment"."""
    subject, reading = scene.subject, scene.reading
    if (
        subject is None
        or scene.position == 0
        or lemma(scene.verb_word) not in _ACCOUNTING
        or reading.at[scene.position - 1] < scene.verb
    ):
        return None
    if subject.last not in reading.commodity_tokens:
        return None
    several = (joined_commodities(reading, one) for one in reading.commodities[:_PARTS] if one.last < subject.first)
    return next((joined for joined in several if joined[2] == subject.last), None)


def _of_sector(scene: Scene) -> Tied | None:
    """Return that a share is of no commodity where it is told of a branch that deals in none: "farming employs 75% of the people"."""
    subject, reading = scene.subject, scene.reading
    if subject is None or listed("nouns", "sector").isdisjoint(reading.lows[subject.first : subject.last + 1]):
        return None
    return None if any(subject.first <= one.first < scene.k + _PARTS for one in reading.commodities) else (None, -1, -1)
