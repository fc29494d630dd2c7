"""Which mineral, metal or fuel a number is about: named in its phrase, its sentence, or just before."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache
from operator import attrgetter

import attrs

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MINERAL
from mineralclaims.slots.commodity_about import About, about_features, about_what
from mineralclaims.slots.commodity_tied import item_before
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.named import Named, implied, named_in
from mineralclaims.slots.ties import first_of_event, last_of_event, tie
from mineralclaims.spans import Mention

_CLOSE, _FURTHER = 4, 17
_AROUND = 12
_TOGETHER, _MENTIONS_AT_MOST = 4, 16
_FIRST = attrgetter("first")
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


def commodity_options(
    scene: Scene, discourse: Discourse, kind: tuple[str, str], subject: Mention | None, object_: Mention | None
) -> list[Possible]:
    """Return the possible commodities of a claim of a kind (its type and aspect)."""
    reading, last = scene.reading, discourse.last_claim
    claim_type, aspect = kind
    named, here = named_in(reading)
    usual = implied(reading, scene.position, claim_type)
    at = bisect_left(named, scene.k, key=_FIRST) if len(named) > _AROUND else 0
    around = named[max(0, at - _AROUND) : at + _AROUND]
    in_subject = [one.within(subject) for one in around]
    in_object = [one.within(object_) for one in around]
    options: list[Possible] = [
        (_placed(scene, one, inside, len(here), usual, aspect), one.value, one.first, one.last)
        for one, inside in zip(around, zip(in_subject, in_object, strict=True), strict=True)
    ]
    bearing = last.bearing(reading.number, had=last.commodity is not None)
    if bearing.endswith("0"):
        bearing += tie(reading, scene.position)
    alike = last.alike(claim_type, subject)
    some, later, memories = bool(named), scene.position > 0, discourse.commodities
    seen = set(here)
    about, topic = about_what(scene, object_), discourse.topic_commodity
    for rank, (value, sentence) in enumerate(memories[-1:-4:-1]):
        if value not in seen:
            seen.add(value)
            gap = min(reading.number - sentence, 3)
            going_on = (bearing, alike) if rank == 0 else ("", "")
            said = (value == usual, value == topic)
            options.append((_remembered(rank, gap, later, some, aspect, going_on, said, about), value, -1, -1))
    if not named or not memories:
        options += _from_before(scene, some, aspect, seen, topic, about)
    if usual is not None and usual not in seen:
        seen.add(usual)
        options.append((_by_unit(claim_type, some, bool(memories)), usual, -1, -1))
    whole = _together(reading)
    if whole is not None and whole not in seen:
        options.append((_all(some, aspect, about), whole, -1, -1))
    besides = subject is not None and not any(in_subject)
    apart = object_ is not None and not any(in_object)
    none = _NULLS[
        min(len(here), 2), some, aspect, bool(memories), later, besides, scene.verb_cues, apart, about, bearing, alike, usual is not None,
        claim_type == "share" and item_before(reading, scene.k) >= 0,
    ]  # fmt: skip
    options.append((none, None, -1, -1))
    return options


def _from_before(scene: Scene, some: bool, aspect: str, seen: set[str], topic: str | None, about: About) -> list[Possible]:
    """Return the commodities that the two sentences before name and that are not among those seen; they are added to these."""
    reading = scene.reading
    options: list[Possible] = []
    for number in range(reading.number - 1, max(-1, reading.number - 3), -1):
        earlier = reading.document.reading_with_goods(number, MINERAL)
        for one in named_in(earlier)[0][:2] if earlier is not None else ():
            if one.value not in seen:
                seen.add(one.value)
                options.append((_said_before(reading.number - number, some, aspect, one.value == topic, about), one.value, -1, -1))
    return options


def _together(reading: Reading) -> str | None:
    """Return all that a sentence names, in order, where that is several things."""
    names = dict.fromkeys([mention.name for mention in reading.commodities[:_MENTIONS_AT_MOST]])
    return "; ".join(names) if 1 < len(names) <= _TOGETHER and len(reading.commodities) <= _MENTIONS_AT_MOST else None


@cache
def _remembered(
    rank: int, gap: int, later: bool, some: bool, aspect: str, going_on: tuple[str, str], said: tuple[bool, bool], about: About
) -> Group:
    """Return the features of the commodity of an earlier claim; ``said`` whether the unit implies it, and whether it is the topic."""
    implied, topic = said
    found = [f"m{rank}", f"m{rank}_{gap}", f"m_{gap}_q{later:d}", f"m_here{some:d}_{gap}", f"m_{aspect}"]
    bearing, alike = going_on
    if bearing:
        found += [f"m_{bearing}", f"m_{bearing}_{alike}", f"m_{bearing}_here{some:d}"]
    found += ["m_topic", f"m{rank}_topic", f"m_topic_here{some:d}"] * topic
    return Group((*found, *["implied", "m_implied"] * implied, *about_features("m", about)))


@cache
def _by_unit(claim_type: str, some: bool, remembered: bool) -> Group:
    """Return the features of the commodity that the unit implies."""
    return Group(("implied", "unit", f"unit_here{some:d}", f"unit_mem{remembered:d}", f"unit_{claim_type}"))


@cache
def _said_before(gap: int, some: bool, aspect: str, topic: bool, about: About) -> Group:
    """Return the features of a commodity that a sentence before names."""
    return Group((f"s{gap}", f"s_here{some:d}", f"s_{aspect}", *["s_topic"] * topic, *about_features("s", about)))


@cache
def _all(some: bool, aspect: str, about: About) -> Group:
    """Return the features of all that a sentence names together."""
    return Group(("all", f"all_here{some:d}", f"all_{aspect}", *about_features("f", about)))


_NullKey = tuple[int, bool, str, bool, bool, bool, tuple[str, ...], bool, About, str, str, bool, bool]


def _null(key: _NullKey) -> Group:
    """Return the features of there being none."""
    here, some, aspect, remembered, later, besides, cues, apart, about, bearing, alike, implied, item = key
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
    names += ["null_item", f"null_item_{aspect}"] * item
    return Group((*names, *(f"null_v:{cue}" for cue in cues), *about_features("null", about)))


_NULLS: Groups[_NullKey] = Groups(_null)


_Key = tuple[bool, str, int, bool, int, bool, str, bool, bool, bool, tuple[str, ...], bool, str, bool, str, int]


def _placed(
    scene: Scene,
    one: Named,
    inside: tuple[bool, bool],
    distinct: int,
    implied: str | None,
    aspect: str,
) -> Group:
    """Return the features of a commodity of the sentence by how it stands to the number and its parties."""
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
        link, *inside, governs, one.what_follows, one.of_list, one.in_name, one.value == implied, aspect, min(2, events),
    ]  # fmt: skip


def _place(key: _Key) -> Group:
    """Return the features of a commodity at a place."""
    (
        left, near, crossed, several, distinct, symbol, link, in_subject, in_object,
        governs, what_follows, of_list, in_name, implied, aspect, events,
    ) = key  # fmt: skip
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
