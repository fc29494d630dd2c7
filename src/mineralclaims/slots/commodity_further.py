"""Commodities that a number may be about though nothing names them beside it: what the text is about, all of a sentence together."""

from __future__ import annotations

from functools import cache

from mineralclaims.claims.groups import Group
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic, sites, suffixes
from mineralclaims.spans import Mention

Further = tuple[Group, str | None, int, int]
"""One possible commodity with its features; it stands nowhere in the sentence."""

About = tuple[tuple[str, ...], str]
"""What a claim is about: the head of the subject of its clause, and the sort of its object."""

_TOGETHER = 4
_MENTIONS_AT_MOST = 16
_ORE_WITHIN = 60
_VARIANTS = {"iron": "iron ore", "steel": "iron ore"}
_HYDROCARBONS = "oil; natural gas"


def about_what(scene: Scene, object_: Mention | None) -> About:
    """Return the head of the subject of the clause of a number by its cues, and what the last word of the object of its claim is."""
    sort = ""
    if object_ is not None:
        last = object_.text.rsplit(None, 1)[-1].lower()
        sort = "site" if last in sites() else "firm" if last in generic() or last in suffixes() else "other"
    if scene.subject is None:
        return (), sort
    head = scene.reading.tokens[scene.subject.last]
    found = ("name",) if head.name else head.cue[:2]
    return ((*found, f"bare_{found[0] if found else 'none'}") if scene.subject.first == scene.subject.last else found), sort


def about_features(label: str, about: About) -> list[str]:
    """Return the features of a commodity that is not named beside the number, or of there being none, by what the claim is about."""
    cues, sort = about
    return [*(f"{label}_gs:{cue}" for cue in cues), *[f"{label}_o={sort}"] * bool(sort)]


def further_options(
    scene: Scene, unit: str, context: tuple[bool, str, About], topics: tuple[str, ...], seen: set[str]
) -> list[Further]:
    """Return what else a number may be about; what is ``seen`` is an option already.

    Args:
        scene: the surroundings of the number.
        unit: its unit.
        context: whether its sentence names any commodity, the aspect of its claim, what that is about.
        topics: the commodities that the text so far names most.
        seen: the commodities that are options already; they are added to.
    """
    reading, (some, aspect, about) = scene.reading, context
    options: list[Further] = []
    for rank, value in enumerate(topics):
        if value not in seen:
            seen.add(value)
            options.append((_topical(rank, some, aspect, about), value, -1, -1))
    if unit == "boe" and _HYDROCARBONS not in seen:
        seen.add(_HYDROCARBONS)
        options.append((_formed("boe", some, aspect, about), _HYDROCARBONS, -1, -1))
    whole = _together(reading)
    if whole is not None and whole not in seen:
        seen.add(whole)
        options.append((_formed("all", some, aspect, about), whole, -1, -1))
    for name, variant in _VARIANTS.items():
        if (
            name in seen
            and variant not in seen
            and (variant != "iron ore" or not _ORES.isdisjoint(reading.lows[max(0, scene.k - _ORE_WITHIN) : scene.k + _ORE_WITHIN]))
        ):
            seen.add(variant)
            options.append((_formed(f"variant_{name}", some, aspect, about), variant, -1, -1))
    return options


_ORES = frozenset({"ore", "ores", "pellets", "fines", "lump", "mines", "mine", "miners", "seaborne", "pellet"})


def _together(reading: Reading) -> str | None:
    """Return all that a sentence names, in order, where that is several things."""
    names = dict.fromkeys([mention.name for mention in reading.commodities[:_MENTIONS_AT_MOST]])
    return "; ".join(names) if 1 < len(names) <= _TOGETHER and len(reading.commodities) <= _MENTIONS_AT_MOST else None


@cache
def _topical(rank: int, some: bool, aspect: str, about: About) -> Group:
    """Return the features of a commodity that the text has named often."""
    return Group((f"topic{rank}", f"topic{rank}_here{some:d}", f"topic_{aspect}", *about_features("t", about)))


@cache
def _formed(label: str, some: bool, aspect: str, about: About) -> Group:
    """Return the features of what is put together or made another of."""
    return Group((label, f"{label}_here{some:d}", f"{label}_{aspect}", *about_features("f", about)))
