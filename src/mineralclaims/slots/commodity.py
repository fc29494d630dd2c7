"""Which mineral, metal or fuel a number is about: named in its phrase, its sentence, or just before."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import attrs

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.mentions.party_words import country_words, suffixes
from mineralclaims.quantities.model import Quantity
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.ties import first_of_event, last_of_event, tie
from mineralclaims.spans import Mention

_JOINTS = frozenset({",", "and", "or", "&", "/", "-", "the"})
_CLOSE, _FURTHER = 4, 17
_NEAR = ("1", "1", "2", "3", "3", *["4"] * 4, *["5"] * 8)
_LINKING = frozenset({"P", ","})

Possible = tuple[Group, str | None, int, int]
"""One possible commodity as it is compared: its features, its value, its first and last token (-1: not in this sentence)."""


@attrs.define(eq=False)
class CommodityOption:
    """One possible commodity (several joined in text order), None for none, with its features and where it stands."""

    value: str | None
    features: tuple[str, ...]
    first: int = -1
    last: int = -1


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
    """Return on which sides a commodity goes on as a name ("Century Aluminum", "Shell Oil Co"): l, r, lr, with s for "Co" and the like; "" for none."""
    tokens = reading.tokens
    if not tokens[first].name:
        return ""
    left = first > 0 and tokens[first - 1].name and tokens[first - 1].low not in country_words()
    right = last + 1 < len(tokens) and tokens[last + 1].name
    if not left and not right:
        return ""
    if 2 * sum([token.name for token in tokens]) > len(tokens):
        return ""  # a headline, every word with a capital
    return f"{'l' * left}{'r' * right}{'s' * (right and tokens[last + 1].low in suffixes())}"


# What is counted so is that, unless something else is named.
_OF_UNIT = {
    "amount": {"bbl": "oil", "boe": "oil", "toe": "oil", "ft3": "natural gas", "m3": "natural gas", "Btu": "natural gas", "ct": "diamonds"},
    "per": {"bbl": "oil", "1000 ft3": "natural gas", "1000 m3": "natural gas", "1000000 Btu": "natural gas", "100000 Btu": "natural gas"},
}  # fmt: skip
_OIL_PLANTS = frozenset({"refinery", "refineries", "refiner", "refiners"})
_COUNTED = frozenset({"reserve", "production"})


def implied_by_unit(quantity: Quantity, claim_type: str) -> str | None:
    """Return the commodity that a unit or denominator is the usual one of, or None."""
    if claim_type in _COUNTED:
        return _OF_UNIT["amount"].get(quantity.unit)
    return _OF_UNIT["per"].get(quantity.per) if claim_type == "money" and quantity.per is not None else None


def commodity_options(
    scene: Scene, discourse: Discourse, kind: tuple[str, str], subject: Mention | None, object_: Mention | None
) -> list[Possible]:
    """Return the possible commodities of a claim of a kind (its type and aspect)."""
    reading, last = scene.reading, discourse.last_claim
    claim_type, aspect = kind
    named, here = _named(reading)
    implied = implied_by_unit(reading.quantities[scene.position].quantity, claim_type)
    if implied is None and claim_type == "production" and not _OIL_PLANTS.isdisjoint(reading.lows):
        implied = "oil"
    options: list[Possible] = [
        (_placed(scene, one, (subject, object_), len(here), implied, aspect), one.value, one.first, one.last) for one in named
    ]
    bearing = last.bearing(reading.number, had=last.commodity is not None)
    if bearing.endswith("0"):
        bearing += tie(reading, scene.position)
    alike = last.alike(claim_type, subject)
    some, later, memories = bool(named), scene.position > 0, discourse.commodities
    seen = set(here)
    for rank, (value, sentence) in enumerate(memories[-1:-4:-1]):
        if value not in seen:
            seen.add(value)
            gap = min(reading.number - sentence, 3)
            going_on = (bearing, alike) if rank == 0 else ("", "")
            options.append((_remembered(rank, gap, later, some, aspect, going_on, value == implied), value, -1, -1))
    if not named or not memories:
        for number in range(reading.number - 1, max(-1, reading.number - 3), -1):
            for one in _named(reading.document.reading(number))[0][:2]:
                if one.value not in seen:
                    seen.add(one.value)
                    options.append((_said_before(reading.number - number, some, aspect), one.value, -1, -1))
    if implied is not None and implied not in seen:
        options.append((_by_unit(claim_type, some, bool(memories)), implied, -1, -1))
    besides = subject is not None and not any([one.within(subject) for one in named])
    apart = object_ is not None and not any([one.within(object_) for one in named])
    head = scene.reading.tokens[scene.subject.last].cue[:2] if scene.subject is not None else ()
    options.append(
        (
            _NULLS[
                min(len(here), 2),
                some,
                aspect,
                bool(memories),
                later,
                besides,
                scene.verb_cues,
                apart,
                head,
                bearing,
                alike,
                implied is not None,
            ],
            None,
            -1,
            -1,
        )
    )
    return options


@cache
def _remembered(rank: int, gap: int, later: bool, some: bool, aspect: str, going_on: tuple[str, str], implied: bool) -> Group:
    """Return the features of the commodity of an earlier claim."""
    found = [f"m{rank}", f"m{rank}_{gap}", f"m_{gap}_q{later:d}", f"m_here{some:d}_{gap}", f"m_{aspect}"]
    bearing, alike = going_on
    if bearing:
        found += [f"m_{bearing}", f"m_{bearing}_{alike}", f"m_{bearing}_here{some:d}"]
    return Group((*found, *["implied", "m_implied"] * implied))


@cache
def _by_unit(claim_type: str, some: bool, remembered: bool) -> Group:
    """Return the features of the commodity that the unit implies."""
    return Group(("implied", "unit", f"unit_here{some:d}", f"unit_mem{remembered:d}", f"unit_{claim_type}"))


@cache
def _said_before(gap: int, some: bool, aspect: str) -> Group:
    """Return the features of a commodity that a sentence before names."""
    return Group((f"s{gap}", f"s_here{some:d}", f"s_{aspect}"))


_NullKey = tuple[int, bool, str, bool, bool, bool, tuple[str, ...], bool, tuple[str, ...], str, str, bool]


def _null(key: _NullKey) -> Group:
    """Return the features of there being none."""
    here, some, aspect, remembered, later, besides, cues, apart, head, bearing, alike, implied = key
    names = [
        "null",
        f"null_here{here}",
        f"null_{aspect}",
        f"null_{aspect}_here{some:d}",
        f"null_mem{remembered:d}",
        f"null_q{later:d}",
    ]
    if bearing:
        names += [f"null_{bearing}", f"null_{bearing}_{alike}", f"null_{bearing}_here{some:d}"]
    names += ["null_subj"] * besides + ["null_obj", f"null_obj_{aspect}"] * apart + ["null_implied"] * implied
    return Group((*names, *(f"null_v:{cue}" for cue in cues), *(f"null_gs:{cue}" for cue in head)))


_NULLS: Groups[_NullKey] = Groups(_null)


def _named(reading: Reading) -> tuple[list[Named], frozenset[str]]:
    """Return single mentions and co-ordinations of them, the co-ordinations first, and all their names; found once."""
    if reading.named is None:
        runs: list[list[CommodityMention]] = []
        for mention in reading.commodities:
            if runs and _joined(reading, runs[-1][-1], mention):
                runs[-1].append(mention)
            else:
                runs.append([mention])
        lists = [run for run in runs if len(run) > 1 and len({m.name for m in run}) > 1]
        listed = {mention for run in lists for mention in run}
        found = [Named(reading, tuple(run), of_list=False) for run in lists]
        found += [Named(reading, (mention,), of_list=mention in listed) for mention in reading.commodities]
        reading.named = (found, frozenset([one.value for one in found]))
    return reading.named


def _joined(reading: Reading, one: CommodityMention, other: CommodityMention) -> bool:
    """Return whether only a comma, "and" or a slash stands between two mentions."""
    between = reading.lows[one.last + 1 : other.first]
    return len(between) <= 3 and _JOINTS.issuperset(between)


def group_value(group: tuple[CommodityMention, ...]) -> str:
    """Return the canonical names of a group in text order, each once."""
    return group[0].name if len(group) == 1 else "; ".join(dict.fromkeys([mention.name for mention in group]))


_Key = tuple[bool, str, int, bool, int, bool, str, bool, bool, bool, tuple[str, ...], bool, str, bool, str, int]


def _placed(
    scene: Scene,
    one: Named,
    parties: tuple[Mention | None, Mention | None],
    distinct: int,
    implied: str | None,
    aspect: str,
) -> Group:
    """Return the features of a commodity of the sentence by how it stands to the number and its parties."""
    subject, object_ = parties
    reading, k = scene.reading, scene.k
    first, last = one.first, one.last
    left = last < k
    link = ""
    if left:
        gap = k - last
        crossed = scene.position - bisect_left(reading.at, last) if scene.position else 0
    else:
        gap = first - k
        crossed = bisect_left(reading.at, first) - bisect_left(reading.at, k + 1)
        if gap <= _CLOSE:
            following = reading.tokens[min(k + 1, len(reading.tokens) - 1)]
            link = following.low if following.tag in _LINKING else "w"
    events = crossed
    if crossed:
        events -= min(crossed, scene.position - first_of_event(reading, scene.position) if left else last_of_event(reading, scene.position) - scene.position)  # fmt: skip
    governs = scene.subject is not None and scene.subject.first <= first and last <= scene.subject.last
    return _PLACED[
        left, _NEAR[max(gap, 0)] if gap < _FURTHER else "6", min(2, crossed), one.several, min(3, distinct), one.symbol,
        link, one.within(subject), one.within(object_), governs, one.what_follows, one.of_list, one.in_name, one.value == implied, aspect, min(2, events),
    ]  # fmt: skip


def _place(key: _Key) -> Group:
    """Return the features of a commodity at a place."""
    (
        left,
        near,
        crossed,
        several,
        distinct,
        symbol,
        link,
        in_subject,
        in_object,
        governs,
        what_follows,
        of_list,
        in_name,
        implied,
        aspect,
        events,
    ) = key
    side, size = "L" if left else "R", "g" if several else "s"
    found = [
        f"{side}{near}",
        f"{side}{near}{size}",
        f"{side}x{crossed}",
        f"{side}x{crossed}{size}",
        size,
        f"d{distinct}",
        f"d{distinct}_{side}x{crossed}",
        f"p={aspect}_d{distinct}",
        f"p={aspect}_{side}",
        f"{side}e{events}",
        f"d{distinct}_{side}e{events}",
    ]
    found += [f"p={aspect}_insubj"] * in_subject + [f"p={aspect}_inobj"] * in_object
    found += ["symbol", f"symbol_{side}{near}"] * symbol + [f"R_{link}{near}"] * bool(link)
    found += ["insubj", f"insubj{size}"] * in_subject + ["inobj", f"inobj{size}"] * in_object + ["ings"] * governs
    found += ["inname", f"inname{in_name}", f"inname_{side}"] * bool(in_name) + ["implied"] * implied
    return Group((*found, *(f"a:{cue}" for cue in what_follows), *["partofgroup"] * of_list))


_PLACED: Groups[_Key] = Groups(_place)
