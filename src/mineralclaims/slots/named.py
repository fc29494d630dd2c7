"""The commodities that a sentence names, alone and joined, and what a unit implies."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.mentions.party_words import bodies, country_words, suffixes
from mineralclaims.slots.ties import one_event
from mineralclaims.spans import Mention

_JOINTS = frozenset({",", "and", "or", "&", "/", "-", "the"})


_AMONG = frozenset({"among", "in", "like", "of", "as", "for"})
_OPENING = 3
_CLASSES = frozenset({"precious metals", "base metals", "metals", "critical minerals", "platinum group metals"})


class Named:
    """A commodity that a sentence names, or a co-ordination of them, with what is known of it whichever number is asked about."""

    __slots__ = ("end", "first", "in_name", "last", "of_list", "several", "start", "symbol", "value", "what_follows")

    def __init__(self, reading: Reading, mentions: tuple[CommodityMention, ...], *, of_list: bool) -> None:
        """Look at mentions; ``of_list`` says that they are a part of a longer co-ordination."""
        tokens = reading.tokens
        self.first, self.last = mentions[0].first, mentions[-1].last
        self.start, self.end = tokens[self.first].start, tokens[self.last].end
        self.value = group_value(mentions)
        self.several = len(mentions) > 1
        self.symbol = mentions[0].symbol
        self.of_list = of_list
        self.in_name = _in_name(reading, self.first, self.last)
        after = tokens[self.last + 1] if self.last + 1 < len(tokens) else None
        self.what_follows: tuple[str, ...] = ()
        if after is not None:
            self.what_follows = after.cue[:2] or (("noun",) if after.tag == "N" else ())

    def within(self, mention: Mention | None) -> bool:
        """Return whether a phrase of the text holds it."""
        return mention is not None and mention.span.start <= self.start and self.end <= mention.span.end


def _in_name(reading: Reading, first: int, last: int) -> str:
    """Return on which sides a commodity goes on as a name ("Century Aluminum", "Shell Oil Co"): l, r, lr, with s for "Co", b for "Institute" and the like; "" for none."""
    tokens = reading.tokens
    if not tokens[first].name:
        return ""
    left = first > 0 and tokens[first - 1].name and tokens[first - 1].low not in country_words()
    right = last + 1 < len(tokens) and tokens[last + 1].name
    if not left and not right:
        return ""
    if 2 * sum([token.name for token in tokens]) > len(tokens):
        return ""  # a headline, every word with a capital
    following = tokens[last + 1].low if right else ""
    return f"{'l' * left}{'r' * right}{'s' * (following in suffixes())}{'b' * (following in bodies())}"


# What is counted so is that, unless something else is named.
OF_AMOUNT = {
    "bbl": "oil",
    "boe": "oil",
    "toe": "oil",
    "ft3": "natural gas",
    "m3": "natural gas",
    "Btu": "natural gas",
    "ct": "diamonds",
}
_PER = {
    "bbl": "oil",
    "1000 ft3": "natural gas",
    "1000 m3": "natural gas",
    "1000000 Btu": "natural gas",
    "100000 Btu": "natural gas",
}
_OIL_PLANTS = frozenset({"refinery", "refineries", "refiner", "refiners"})
_COUNTED = frozenset({"reserve", "production"})


def implied(reading: Reading, position: int, claim_type: str) -> str | None:
    """Return the commodity that a unit or denominator is the usual one of, or a plant of the sentence works on, or None.

    Of a change it is the unit of the amount that it leads to ("rose 35% to 910,000 boe").
    """
    quantity = reading.quantities[position].quantity
    found = None
    if claim_type == "change" and position + 1 < len(reading.at) and one_event(reading, position + 1):
        return OF_AMOUNT.get(reading.quantities[position + 1].quantity.unit)
    if claim_type in _COUNTED:
        found = OF_AMOUNT.get(quantity.unit)
    elif claim_type == "money" and quantity.per is not None:
        found = _PER.get(quantity.per)
    if found is None and claim_type == "production" and not _OIL_PLANTS.isdisjoint(reading.lows):
        return "oil" if reading.document.names_petroleum() else None
    return found


def named_in(reading: Reading) -> tuple[list[Named], frozenset[str]]:
    """Return single mentions and co-ordinations of them, the co-ordinations first, and all their names; found once."""
    if reading.named is None:
        runs: list[list[CommodityMention]] = []
        for mention in reading.commodities:
            if _is_class(reading, mention):
                continue
            if runs and _joined(reading, runs[-1][-1], mention):
                runs[-1].append(mention)
            else:
                runs.append([mention])
        lists = [run for run in runs if len(run) > 1 and len({m.name for m in run}) > 1]
        listed = {mention for run in lists for mention in run}
        found = [Named(reading, tuple(run), of_list=False) for run in lists]
        found += [Named(reading, (mention,), of_list=mention in listed) for run in runs for mention in run]
        reading.named = (found, frozenset([one.value for one in found]))
    return reading.named


def _is_class(reading: Reading, mention: CommodityMention) -> bool:
    """Return whether a sentence opens with the kind that what it tells of belongs to: "Among other base metals, tin rose"."""
    lows, first, last = reading.lows, mention.first, mention.last
    if not 0 < first <= _OPENING or lows[0] not in _AMONG or lows[last + 1 : last + 2] != [","]:
        return False
    return (lows[first - 1] == "other" or mention.name in _CLASSES) and reading.commodities[-1].first > last + 1


def _joined(reading: Reading, one: CommodityMention, other: CommodityMention) -> bool:
    """Return whether only a comma, "and" or a slash stands between two mentions."""
    between = reading.lows[one.last + 1 : other.first]
    return len(between) <= 3 and _JOINTS.issuperset(between)


def group_value(group: tuple[CommodityMention, ...]) -> str:
    """Return the canonical names of a group in text order, each once."""
    return group[0].name if len(group) == 1 else "; ".join(dict.fromkeys([mention.name for mention in group]))
