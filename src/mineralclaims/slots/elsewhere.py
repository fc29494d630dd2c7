"""Parties that a text names elsewhere, before or after a number: the countries, the site and the goods that it is about."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from mineralclaims.claims.groups import Group
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic, sites
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, about_name, candidates
from mineralclaims.slots.cast import Actor
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.parties import Possible
from mineralclaims.spans import Mention

_COUNTRIES_AT_MOST = 3
_SENTENCES_BACK = 3
_OF_SITES = frozenset({"reserve", "grade", "production", "money"})
_OF_SELVES = frozenset({"money", "stake", "production", "reserve"})
_ITSELF = Group(("itself",), head="company")
_OF_GOODS = frozenset({"money"})


def with_elsewhere(options: list[Possible], scene: Scene, discourse: Discourse, claim_type: str) -> list[Possible]:
    """Return the options with the names and nouns of other sentences that are none of them yet."""
    known = {mention.text for one in options if (mention := one[3] or (one[2].mention if one[2] is not None else None)) is not None}
    added: list[Possible] = []
    for kind, rank, memory in _elsewhere(scene, discourse, claim_type):
        if memory.mention.text not in known:
            known.add(memory.mention.text)
            later = memory.sentence > scene.reading.number
            added.append((_said(kind, rank, later, scene.subject is not None, memory.group.head), memory.group, memory, None))
    return [*options[:-1], *added, options[-1]]


def _elsewhere(scene: Scene, discourse: Discourse, claim_type: str) -> list[tuple[str, int, Memory]]:
    """Return what other sentences offer, each with its kind and rank."""
    reading = scene.reading
    antecedents = antecedents_of(reading.document)
    cast = antecedents.cast
    found: list[tuple[str, int, Memory]] = []
    if claim_type == "tariff":
        actors = [(f"land{rank}", actor) for rank, actor in enumerate(cast.countries[:_COUNTRIES_AT_MOST])]
        actors += [("ruler", actor) for actor in cast.persons[:1]]
    elif antecedents.country_before(reading, scene.k) is None:
        actors = [("land", actor) for actor in cast.countries[:1]]
    else:
        actors = []
    if claim_type in _OF_SITES:
        actors += [("site", actor) for actor in cast.sites[:1]]
    found += [(kind, 0, _remembered(actor, discourse)) for kind, actor in actors]
    if claim_type in _OF_SELVES and (own := cast.itself) is not None:
        found.append(("itself", 0, Memory(own, "elsewhere", discourse.document.sentence_of(own.span.start), _ITSELF)))
    if claim_type in _OF_SITES:
        found += _nearest("noun", scene, _is_site)
    if claim_type in _OF_GOODS:
        found += _nearest("goods", scene, _is_goods)
    return found


def _remembered(actor: Actor, discourse: Discourse) -> Memory:
    """Return a name of the text as it is remembered."""
    document = discourse.document
    mention = Mention.at(document.text, *actor.span)
    return Memory(mention, "elsewhere", document.sentence_of(actor.span[0]), about_name(mention.text, actor.known))


def _nearest(kind: str, scene: Scene, fits: Callable[[Candidate], bool]) -> list[tuple[str, int, Memory]]:
    """Return the nearest noun phrase of the sentences with numbers before that fits."""
    document, number = scene.reading.document, scene.reading.number
    for before in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
        first, end = document.quantity_range(before)
        if first == end:
            continue
        for candidate in reversed(candidates(document.reading(before))):
            if candidate.kind == "base" and fits(candidate):
                return [(kind, number - before, Memory(candidate.mention, "elsewhere", before, candidate.bare))]
    return []


def _is_site(candidate: Candidate) -> bool:
    """Return whether a candidate is a site or a company without a name: "the mine", "the refiner"."""
    head = candidate.reading.tokens[candidate.last]
    return (head.low in sites() or head.low in generic()) and not head.name


def _is_goods(candidate: Candidate) -> bool:
    """Return whether a candidate is a commodity."""
    return candidate.last in candidate.reading.commodity_tokens


@cache
def _said(kind: str, rank: int, later: bool, governed: bool, head: str) -> Group:
    """Return the features of what another sentence offers."""
    place = "later" if later else "before"
    return Group(
        (f"else_{kind}", f"else_{kind}_{place}", f"else_{kind}_{rank}", f"else_{kind}_gs{governed:d}", f"else~{head}"),
        (f"else_{kind}", f"else_{kind}_{place}"),
    )
