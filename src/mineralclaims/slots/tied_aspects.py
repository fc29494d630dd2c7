"""The aspect that a number has from the one it is tied to: "revenue rose to $5bn from $4bn", "petrol (12%), diesel (9%)"."""

from __future__ import annotations

from collections.abc import Sequence

from mineralclaims.claims.decide import ASPECTED
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.set_against import set_against
from mineralclaims.slots.ties import in_brackets, tie
from mineralclaims.text.tags import AUXILIARY, IS, NOUN, VERB, lemma

_ASPECTED = ASPECTED - {"change"}
_OF_ONE_MEASURE = frozenset({"from", "against", "to", "at", "("})
_LISTED_WITHIN = {"share": 16, "production": 8, "money": 9}
_BROUGHT = frozenset({"mined", "produced", "extracted", "recovered", "made", "pumped"})
_ORDERS = frozenset({"followed", "led", "including"})
_TWO_PARTS = 7
_REST = frozenset({"rest", "remainder"})
_JOINS = frozenset({"and", "or"})
_INCLUDES = frozenset({"include", "comprise", "contain", "be"})
_LINKS = frozenset({",", "and", "about", "some", "nearly", "around"})
_OPENS_PART = frozenset({"of", "to"})
_OTHER_MEASURES = frozenset({
    "exports", "imports", "production", "output", "consumption", "demand", "sales", "reserves", "capacity", "stocks", "inventories",
    "stockpile", "stockpiles", "quota", "quotas", "gdp", "gnp", "market", "revenue", "revenues", "purchases", "shipments", "surplus",
    "employment", "total", "debt", "cash", "equity", "capital", "loans", "exported", "imported", "target", "plant", "refinery", "smelter",
})  # fmt: skip

Said = Sequence[tuple[str, "str | None"]]
"""Type and aspect of each quantity before in a sentence."""


def tied_aspect(reading: Reading, position: int, claim_type: str, said: Said) -> str | None:
    """Return the aspect of a claim that only goes on from one before it, or None where it stands for itself.

    Args:
        reading: the sentence.
        position: the quantity.
        claim_type: its type.
        said: type and aspect of each quantity before it in the sentence.
    """
    if claim_type not in _ASPECTED or not position:
        return None
    base = set_against(reading, position)
    if base >= 0 and said[base][0] == claim_type:
        return said[base][1]
    listed = _listed_after(reading, position, claim_type, said)
    if listed >= 0:
        return said[listed][1]
    before = said[position - 1]
    if claim_type == "share" and _is_origin(reading, position):
        return next((aspect for kind, aspect in reversed(said) if kind == "production" and aspect == "production"), None)
    if before[0] != claim_type:
        return None
    one, other = reading.quantities[position - 1].quantity, reading.quantities[position].quantity
    link = tie(reading, position)
    if one.unit == other.unit and (link in _OF_ONE_MEASURE or (link == "or" and one.per == other.per)):
        return before[1]
    return before[1] if claim_type == "share" and in_brackets(reading, reading.at[position]) else None


def continued_aspect(scene: Scene, claim_type: str, last: dict[str, str]) -> str | None:
    """Return the aspect of the amount before where a sentence says what that includes: "Imports rose to 5 Mt. The total included 2 Mt from Chile"."""
    subject = scene.subject
    if (
        claim_type not in {"production", "reserve"}
        or subject is None
        or scene.reading.lows[subject.first : subject.last + 1] != ["total"]
    ):
        return None
    return last.get(claim_type) if lemma(scene.verb_word) in _INCLUDES else None


def _listed_after(reading: Reading, position: int, claim_type: str, said: Said) -> int:
    """Return the quantity of the same type and unit that a quantity goes on from in a list without another verb or measure; else -1.

    "Capacity of 3 Mt of potash and 1 Mt of salt", "Kesh, 9%; Arden, 6%", "Kesh, 7 Mct (18%); Arden, 5 Mct (14%)".
    """
    within = _LISTED_WITHIN.get(claim_type, 0)
    if not within:
        return -1
    k, lows = reading.at[position], reading.lows
    if claim_type == "production" and said[position - 1][0] == claim_type and lows[k - 2 : k] == [",", "with"]:
        return position - 1 if _is_part_there(reading, position) else -1
    if claim_type == "share" and lows[k + 1 : k + 2] and lows[k + 1] in _OPENS_PART:
        return position - 1 if said[position - 1][0] == "share" and _is_part_alike(reading, position) else -1
    if claim_type == "money" and not _joined_alike(reading, position):
        return -1
    first = max(0, position - 2) if claim_type == "share" else position - 1
    for before in range(position - 1, first - 1, -1):
        if said[before][0] != claim_type:
            continue
        if (
            k - reading.at[before] > within
            or reading.quantities[before].quantity.unit != reading.quantities[position].quantity.unit
        ):
            return -1
        return before if _is_list(reading, reading.at[before] + 1, k) else -1
    return -1


def _is_part_alike(reading: Reading, position: int) -> bool:
    """Return whether a part is one of a list of parts of goods: "made 14% of the world's copper, 55% of its aluminium and 90% of its gallium"."""
    lows, k, before = reading.lows, reading.at[position], reading.at[position - 1]
    if lows[k + 1] != "of" or lows[before + 1 : before + 2] != ["of"] or k - before > _LISTED_WITHIN["production"]:
        return False
    if lows[k - 1] not in _LINKS:
        return False
    wholes = (reading.whole_from(before + 2), reading.whole_from(k + 2))
    if any(whole is None or whole.last not in reading.commodity_tokens for whole in wholes):
        return False
    return _is_list(reading, before + 1, k)


def _is_origin(reading: Reading, position: int) -> bool:
    """Return whether a part "with" others says where an amount comes from: "60 tonnes were mined, with 78% from Peru and 10% from Chile"."""
    lows, k = reading.lows, reading.at[position]
    if lows[k + 1 : k + 2] != ["from"]:
        return False
    first = reading.at[0]
    return reading.quantities[0].kind == "amount" and "with" in lows[first:k] and not _BROUGHT.isdisjoint(lows[first:k])


def _is_part_there(reading: Reading, position: int) -> bool:
    """Return whether an amount is the part of the one before that is somewhere: "capacity was 52 Mt, with 29 Mt in China"."""
    one, other = reading.quantities[position - 1].quantity, reading.quantities[position].quantity
    behind = reading.lows[reading.at[position] + 1 : reading.at[position] + 3]
    if one.unit != other.unit or (behind[:1] != ["in"] and behind != ["located", "in"]):
        return False
    return one.high is not None and other.low is not None and other.low <= one.high


def _joined_alike(reading: Reading, position: int) -> bool:
    """Return whether "and" joins a sum to the one before, both with the same preposition: "$5m in farms and $3m in timber"."""
    lows, k = reading.lows, reading.at[position]
    before = reading.at[position - 1]
    follows = lows[k + 1 : k + 2]
    return lows[k - 1] in _JOINS and follows in (["in"], ["to"], ["on"]) and follows[0] in lows[before + 1 : k]


def _is_list(reading: Reading, first: int, k: int) -> bool:
    """Return whether a stretch before a number only names more things: no verb, no measure, a comma or "and" in it."""
    tokens = reading.tokens[first:k]
    if any(token.low in _REST for token in tokens) and reading.lows[k - 1] in {",", "(", "for"}:
        return True  # "the rest went into paint, 21%"
    if not any(token.low in {",", ";", "and"} for token in tokens) or not any(token.tag == NOUN for token in tokens):
        return False
    if any(token.tag in {VERB, AUXILIARY} and token.low not in _ORDERS for token in tokens):
        return tokens[-1].low == "and" and len(tokens) <= _TWO_PARTS and not IS.isdisjoint([token.low for token in tokens])
    last = max((at for at, token in enumerate(tokens) if token.low in {",", ";", "and"}), default=0)
    after = {token.low for token in reading.tokens[k + 1 : k + 4]}
    return _OTHER_MEASURES.isdisjoint({token.low for token in tokens[last:]} | after)
