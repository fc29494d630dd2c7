"""Parties that a text names elsewhere, before or after a number: the countries, the site, the company and the goods that it is about."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache
from itertools import islice

from mineralclaims.claims.groups import Group
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic, sites
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.cast import Actor
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.parties import Possible

_SENTENCES_BACK = 3
_ITSELF = Group(("itself",), head="company")
Offer = tuple[str, int, Memory]
"""What another sentence offers: of what kind it is, how many sentences before it was said (0 where that does not matter), and itself."""


def with_elsewhere(options: list[Possible], scene: Scene, discourse: Discourse, offers: tuple[Offers, ...]) -> list[Possible]:
    """Return the options with the names and nouns of other sentences that are none of them yet; the last option stays the last."""
    known = {_words(one) for one in options}
    added: list[Possible] = []
    for offer in offers:
        for kind, rank, memory in offer(scene, discourse):
            if memory.words not in known:
                known.add(memory.words)
                later = memory.sentence > scene.reading.number
                added.append((_said(kind, rank, later, scene.subject is not None, memory.group.head), memory.group, memory, None))
    return [*options[:-1], *added, options[-1]]


def _words(option: Possible) -> str:
    """Return the words that an option would put in the field."""
    _, _, source, mention, *_ = option
    if mention is not None:
        return mention.text
    if isinstance(source, Candidate):
        return source.reading.document.text[source.start : source.end]
    return "" if source is None else source.words


def _actors(kind: str, found: list[Actor], discourse: Discourse, at_most: int) -> Iterator[Offer]:
    """Give the first names of a list as they are remembered."""
    for rank, actor in enumerate(islice(found, at_most)):
        yield f"{kind}{rank}", 0, discourse.elsewhere(actor.span)


def lands(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the countries that the text names most."""
    return _actors("land", antecedents_of(scene.reading.document).cast.countries, discourse, 3)


def only_land(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the country that the text names most, where none was named yet."""
    antecedents = antecedents_of(scene.reading.document)
    if antecedents.country_before(scene.reading, scene.k) is None:
        yield from _actors("only", antecedents.cast.countries, discourse, 1)


def ruler(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the person that the text names most."""
    return _actors("ruler", antecedents_of(scene.reading.document).cast.persons, discourse, 1)


def named_sites(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the mines, projects and fields that the text names most."""
    return _actors("site", antecedents_of(scene.reading.document).cast.sites, discourse, 2)


def itself(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give what a company calls itself in its own release."""
    own = antecedents_of(scene.reading.document).cast.itself
    if own is not None:
        document = discourse.document
        yield "itself", 0, Memory(document, own, "elsewhere", document.sentence_of(own[0]), _ITSELF)


def company(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the company that the text is about at the number."""
    mention = antecedents_of(scene.reading.document).company_before(scene.reading, scene.k)
    if mention is not None:
        yield "company", 0, discourse.focus(mention, "focus")


def objects_before(scene: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the objects of the claims before the last one with an object."""
    for rank, memory in enumerate(discourse.objects[-2:-5:-1]):
        yield f"object{rank}", min(3, scene.reading.number - memory.sentence), memory


def topics(_: Scene, discourse: Discourse) -> Iterator[Offer]:
    """Give the first name of the text, and the one that it is about."""
    for kind, memory in (("topic", discourse.topic()), ("most", discourse.protagonist())):
        if memory is not None:
            yield kind, 0, memory


def nameless_site(scene: Scene, _: Discourse) -> Iterator[Offer]:
    """Give the nearest site or company without a name in the sentences with numbers before: "the mine", "the refiner"."""
    return _nearest("noun", scene, _is_site)


def goods(scene: Scene, _: Discourse) -> Iterator[Offer]:
    """Give the nearest commodity in the sentences with numbers before."""
    return _nearest("goods", scene, _is_goods)


def _is_site(candidate: Candidate) -> bool:
    """Return whether a candidate is a site or a company without a name."""
    head = candidate.reading.tokens[candidate.last]
    return (head.low in sites() or head.low in generic()) and not head.name


def _is_goods(candidate: Candidate) -> bool:
    """Return whether a candidate is a commodity."""
    return candidate.last in candidate.reading.commodity_tokens


def _nearest(kind: str, scene: Scene, fits: Callable[[Candidate], bool]) -> Iterator[Offer]:
    """Give the nearest noun phrase of the sentences with numbers before that fits."""
    document, number = scene.reading.document, scene.reading.number
    for before in range(number - 1, max(-1, number - 1 - _SENTENCES_BACK), -1):
        first, end = document.quantity_range(before)
        candidate = _last_of(document.reading(before), kind, fits) if first < end else None
        if candidate is not None:
            yield kind, number - before, Memory(document, (candidate.start, candidate.end), "elsewhere", before, candidate.bare)
            return


def _last_of(reading: Reading, kind: str, fits: Callable[[Candidate], bool]) -> Candidate | None:
    """Return the last noun phrase of a sentence that fits, found once."""
    if kind not in reading.offered:
        found = (candidate for candidate in reversed(candidates(reading)) if candidate.kind == "base" and fits(candidate))
        reading.offered[kind] = next(found, None)
    return reading.offered[kind]


@cache
def _said(kind: str, rank: int, later: bool, governed: bool, head: str) -> Group:
    """Return the features of what another sentence offers."""
    place = "later" if later else "before"
    return Group(
        (f"else_{kind}", f"else_{kind}_{place}", f"else_{kind}_{rank}", f"else_{kind}_gs{governed:d}", f"else~{head}"),
        (f"else_{kind}", f"else_{kind}_{place}"),
    )


Offers = Callable[[Scene, Discourse], Iterator[Offer]]
SUBJECTS: dict[str, tuple[Offers, ...]] = {
    "tariff": (lands, ruler),
    "reserve": (only_land, named_sites, itself, nameless_site),
    "grade": (only_land, named_sites, nameless_site),
    "production": (only_land, named_sites, itself, nameless_site),
    "money": (only_land, named_sites, itself, nameless_site, goods),
    "stake": (only_land, itself),
    "share": (only_land,),
    "change": (only_land,),
}
OBJECTS: dict[str, tuple[Offers, ...]] = {
    "tariff": (objects_before, goods),
    "money": (objects_before, named_sites, nameless_site, topics),
    "stake": (objects_before, named_sites, company, topics, nameless_site),
    "share": (objects_before,),
}
"""What other sentences may offer as a subject and as an object, by claim type."""
