"""The commodity of a change by what changes: the goods that its subject ends with or that have a price there, none for a workforce or a currency."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.mentions.word_lists import listed
from mineralclaims.slots.beside import joined_commodities
from mineralclaims.slots.commodity_tied import Tied, is_name
from mineralclaims.spans import Mention

_PRICED = frozenset({
    "price", "prices", "futures", "output", "production", "exports", "imports", "shipments", "stocks", "inventories", "demand", "supply",
    "consumption", "deliveries", "reserves",
})  # fmt: skip
_JOINTS = frozenset({"and", "or", ",", "&"})
_HANGING = frozenset({"at", "in", "of", "for", "from", "on", "with", "to", "by"})
_FROM_GOODS = frozenset({"taxes", "profit", "profits", "earnings", "ebitda", "income", "incomes", "emissions", "traffic"})
"""What goods bring, which is of them where it is said to be: "profit from tin"."""


def commodity_of_moved(scene: Scene, claim_type: str, moved: Mention | None) -> Tied | None:
    """Return the goods that change by the words of the subject, none for what is of no goods; None where that is open.

    So it is tin in "wheat rose 2%, tin 1%", and none of the two in "tin exports rose 6% and GDP 7%".
    """
    reading = scene.reading
    if claim_type != "change" or moved is None or not reading.start <= moved.span.start < reading.end:
        return None
    inside = [one for one in reading.commodities if _holds(reading, moved, one)]
    last = moved.text.rsplit(None, 1)[-1].lower()
    if _is_of_none(moved):
        return None, -1, -1
    if not inside:
        none = last in listed("parties", "of_no_goods") or any(_holds(reading, moved, one) for one in reading.goods)
        return (None, -1, -1) if none else None
    if any(is_name(reading, one) for one in inside) or _is_open(scene, moved):
        return None
    if last not in _PRICED and reading.tokens[inside[-1].last].end != moved.span.end:
        return None
    value, first, end = joined_commodities(reading, _first_of_list(reading, inside[0]))
    return (value, first, end) if {one.name for one in inside}.issubset(value.split("; ")) and end == inside[-1].last else None


def _is_of_none(moved: Mention) -> bool:
    """Return whether the head of the subject is of no goods, whatever hangs on it: "wages at the tin mine", "electricity prices"."""
    words = moved.text.lower().split()
    end = next((at for at, word in enumerate(words) if word in _HANGING), len(words))
    head = words[end - 1] if end else ""
    if head == "index" and "price" in words[:end]:
        return False  # "the price index for tin"
    return "electricity" in words[:end] or (head in listed("parties", "of_no_goods") and head not in _FROM_GOODS)


def _first_of_list(reading: Reading, last: CommodityMention) -> CommodityMention:
    """Return the first of the goods that "and" and commas join to some: lead in "lead and zinc were down"."""
    at = reading.commodities.index(last)
    while at and _JOINTS.issuperset(reading.lows[reading.commodities[at - 1].last + 1 : reading.commodities[at].first]):
        at -= 1
    return reading.commodities[at]


def _is_open(scene: Scene, moved: Mention) -> bool:
    """Return whether other goods stand between the subject and the number: "output of oil fell, that of gas by 5%"."""
    reading = scene.reading
    between = (one for one in reading.commodities if moved.span.end <= reading.tokens[one.first].start and one.last < scene.k)
    return any(reading.lows[one.first - 1] != "than" for one in between)


def _holds(reading: Reading, phrase: Mention, one: CommodityMention) -> bool:
    """Return whether a piece of the text holds goods that its sentence names."""
    return phrase.span.start <= reading.tokens[one.first].start and reading.tokens[one.last].end <= phrase.span.end
