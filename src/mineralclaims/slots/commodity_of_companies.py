"""No commodity where only the name of a company has one: "Orwin Oil shares fell 3%", "a 12% stake in Calder Coal Ltd"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.mentions.party_words import suffixes
from mineralclaims.slots.actors import COMPANY
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.commodity import CommodityOption
from mineralclaims.spans import Mention

_PAPERS = (" shares", " share price", " stock", " stocks", " units", " net profit", " profit", " profits", " earnings")
_OF_THE_COMPANY = frozenset({"profit", "revenue", "debt", "valuation"})
_OF_SHARES = frozenset({"shares", "share", "stock", "stocks", "scrip", "units", "dividend"})
_PRICES = frozenset({"price", "other"})


def of_company_alone(
    chosen: CommodityOption, scene: Scene, claim_type: str, aspect: str, parties: tuple[Mention | None, Mention | None]
) -> CommodityOption:
    """Return the chosen commodity, none where it is of a company by whose name alone the sentence has it.

    Args:
        chosen: the commodity chosen.
        scene: the number in its sentence.
        claim_type: the type of the claim.
        aspect: its aspect.
        parties: its subject and its object.
    """
    if chosen.value is None:
        return chosen
    party = _whose(scene, claim_type, aspect, parties)
    if party is None or not _is_company(scene.reading, party):
        return chosen
    wanted = set(chosen.value.split("; "))
    inside = [one for one in scene.reading.commodities if one.name in wanted]
    if not inside:  # the text told of goods before: they are not what the shares of a company are
        of_shares = claim_type != "stake" and not _OF_SHARES.isdisjoint(scene.reading.lows)
        return CommodityOption(None, chosen.features, -1, -1) if of_shares else chosen
    if {one.name for one in inside} != wanted or not all(_in_company(scene.reading, one) for one in inside):
        return chosen
    return CommodityOption(None, chosen.features, -1, -1)


def _whose(scene: Scene, claim_type: str, aspect: str, parties: tuple[Mention | None, Mention | None]) -> Mention | None:
    """Return the party that a claim is about whatever goods it deals in: what a stake is in, who earns, what shares are of."""
    subject, object_ = parties
    if claim_type == "stake":
        return object_
    if claim_type == "change":
        return subject
    if claim_type != "money":
        return None
    per = scene.reading.quantities[scene.position].quantity.per
    return subject if per in {None, "share", "year", "quarter"} and (aspect in _OF_THE_COMPANY or aspect in _PRICES) else None


def _is_company(reading: Reading, party: Mention) -> bool:
    """Return whether a party is a company, or its shares or profit."""
    words = next((party.text[: -len(end)] for end in _PAPERS if party.text.endswith(end)), party.text)
    words = words.removesuffix("'s").removesuffix("'")
    return _names_company(reading, words)


def _names_company(reading: Reading, words: str) -> bool:
    """Return whether words are the name of a company."""
    last = words.rsplit(None, 1)[-1].lower().rstrip(".") if words.split() else ""
    return last in suffixes() or " & " in words or antecedents_of(reading.document).cast.kind_of(words) == COMPANY


def _in_company(reading: Reading, one: CommodityMention) -> bool:
    """Return whether a commodity is a part of the name of a company: "Coal & Allied", "Orwin Oil Co"."""
    tokens, first, last = reading.tokens, one.first, one.last
    if not tokens[first].name:
        return False
    while first and (tokens[first - 1].name or (tokens[first - 1].low == "&" and first > 1 and tokens[first - 2].name)):
        first -= 1
    count = len(tokens)
    while last + 1 < count and (
        tokens[last + 1].name or (tokens[last + 1].low == "&" and last + 2 < count and tokens[last + 2].name)
    ):
        last += 1
    alone = first == one.first and last == one.last
    return not alone and _names_company(reading, reading.document.folded[tokens[first].start : tokens[last].end])
