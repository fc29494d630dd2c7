"""Which mineral, metal or fuel a number is about: named in its phrase, its sentence, or just before."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.slots.discourse import Discourse
from mineralclaims.claims.scene import Scene
from mineralclaims.spans import Mention

_JOINTS = frozenset({",", "and", "or", "&", "/", "-", "the"})


@attrs.frozen
class CommodityOption:
    """One possible commodity (several joined in text order), None for none, with its features and where it stands."""

    value: str | None
    features: tuple[str, ...]
    first: int = -1
    last: int = -1


def commodity_options(scene: Scene, discourse: Discourse, claim_type: str, aspect: str, subject: Mention | None, object_: Mention | None) -> list[CommodityOption]:
    """Return the possible commodities of a claim."""
    reading, k = scene.reading, scene.k
    options: list[CommodityOption] = []
    groups = _groups(reading)
    here = {group_value(group) for group in groups}
    for group in groups:
        options.append(_option(scene, group, subject, object_, len(here)))
    quantity_gap = f"q{scene.position > 0:d}"
    seen = set(here)
    for rank, (value, sentence) in enumerate(discourse.commodities[-1:-4:-1]):
        if value in seen:
            continue
        seen.add(value)
        gap = min(reading.number - sentence, 3)
        options.append(CommodityOption(value, (f"m{rank}", f"m{rank}_{gap}", f"m_{gap}_{quantity_gap}", f"m_here{bool(groups):d}_{gap}", f"m_{aspect}")))
    for number in range(reading.number - 1, max(-1, reading.number - 3), -1) if not groups or not discourse.commodities else ():
        for group in _groups(reading.document.reading(number))[:2]:
            value = group_value(group)
            if value not in seen:
                seen.add(value)
                options.append(CommodityOption(value, (f"s{reading.number - number}", f"s_here{bool(groups):d}", f"s_{aspect}")))
    names = ["null", f"null_here{min(len(here), 2)}", f"null_{aspect}", f"null_{aspect}_here{bool(groups):d}", f"null_mem{bool(discourse.commodities):d}", f"null_{quantity_gap}"]
    if subject is not None and not any(_covers(reading, group, subject) for group in groups):
        names.append("null_subj")
    names += [f"null_v:{cue}" for cue in scene.verb_cues]
    options.append(CommodityOption(None, tuple(names)))
    return options


def _groups(reading: Reading) -> list[tuple[CommodityMention, ...]]:
    """Return single mentions and co-ordinations of them, joined mentions first."""
    if reading.commodity_groups is None:
        runs: list[list[CommodityMention]] = []
        for mention in reading.commodities:
            if runs and _joined(reading, runs[-1][-1], mention):
                runs[-1].append(mention)
            else:
                runs.append([mention])
        groups = [tuple(run) for run in runs if len({m.name for m in run}) > 1]
        singles = [(mention,) for mention in reading.commodities]
        reading.commodity_groups = [*groups, *singles]
    return reading.commodity_groups


def _joined(reading: Reading, one: CommodityMention, other: CommodityMention) -> bool:
    """Return whether only a comma, "and" or a slash stands between two mentions."""
    between = reading.tokens[one.last + 1 : other.first]
    return len(between) <= 3 and all(token.low in _JOINTS for token in between)


def group_value(group: tuple[CommodityMention, ...]) -> str:
    """Return the canonical names of a group in text order, each once."""
    return "; ".join(dict.fromkeys(mention.name for mention in group))


def _covers(reading: Reading, group: tuple[CommodityMention, ...], mention: Mention) -> bool:
    """Return whether a phrase of the text holds the group."""
    tokens = reading.tokens
    return mention.span.start <= tokens[group[0].first].start and tokens[group[-1].last].end <= mention.span.end


def _option(scene: Scene, group: tuple[CommodityMention, ...], subject: Mention | None, object_: Mention | None, distinct: int) -> CommodityOption:
    """Return a group with its features."""
    reading, k = scene.reading, scene.k
    first, last = group[0].first, group[-1].last
    left = last < k
    side = "L" if left else "R"
    gap = k - last if left else first - k
    near = "1" if gap <= 1 else "2" if gap == 2 else "3" if gap <= 4 else "4" if gap <= 8 else "5" if gap <= 16 else "6"
    at = reading.at
    crossed = bisect_left(at, k) - bisect_left(at, last) if left else bisect_left(at, first) - bisect_left(at, k + 1)
    size = "g" if len(group) > 1 else "s"
    found = list(_placed(side, near, min(crossed, 2), size, min(distinct, 3)))
    if group[0].symbol:
        found += ["symbol", f"symbol_{side}{near}"]
    link = reading.tokens[k + 1].low if k + 1 < len(reading.tokens) else "$"
    if not left and gap <= 4:
        found.append(f"R_{link if reading.tokens[min(k + 1, len(reading.tokens) - 1)].tag in 'P,' else 'w'}{near}")
    if subject is not None and _covers(reading, group, subject):
        found += ["insubj", f"insubj{size}"]
    if object_ is not None and _covers(reading, group, object_):
        found += ["inobj", f"inobj{size}"]
    if scene.subject is not None and scene.subject.first <= first and last <= scene.subject.last:
        found.append("ings")
    after = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if after is not None:
        found += [f"a:{cue}" for cue in after.cue[:2]]
        if after.tag == "N" and not after.cue:
            found.append("a:noun")
    whole = len(group) == 1 and any(len(other) > 1 and group[0] in other for other in _groups(reading) if len(other) > 1)
    if whole:
        found.append("partofgroup")
    return CommodityOption(group_value(group), tuple(found), first, last)


@cache
def _placed(side: str, near: str, crossed: int, size: str, distinct: int) -> tuple[str, ...]:
    """Return the features of a group at a place."""
    return (f"{side}{near}", f"{side}{near}{size}", f"{side}x{crossed}", f"{side}x{crossed}{size}", size, f"d{distinct}", f"d{distinct}_{side}x{crossed}")
