"""Whom a text goes back to by "the company" or "it", and which country it is about: the best of the names before a place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Container
from functools import cached_property

import attrs

from mineralclaims.claims.document import Document
from mineralclaims.claims.reading import Reading
from mineralclaims.slots.actors import BODY, COMPANY, OTHER, PERSON, PLACE, Actor
from mineralclaims.slots.cast import ASIDE, Cast
from mineralclaims.slots.demonyms import in_its_own_name
from mineralclaims.spans import Mention

_LOOK_BACK = 24
_FAR = 12
_COUNTED = 4


Merits = tuple[float, float, float, float, float]
"""What speaks for a name that it is a company, that it is said often, that it acts; against it, that it only stands aside, that it only speaks."""


@attrs.frozen(eq=False)
class Weights:
    """What counts for and against a name that is gone back to; compared by identity, so that they are looked up fast."""

    gap: float
    company: float
    often: float
    acts: float
    here: float
    aside: float
    says: float
    first: float
    topic: float
    unseen: float
    places: bool


_COMPANY = Weights(-0.3, 3.5, 0.6, 0.5, 1.4, -2.7, -1.7, 0.8, 1.0, -2.4, places=False)
_THING = Weights(-1.0, 1.2, 0.2, 0.3, 1.7, -3.5, -0.5, 2.0, 1.5, 0.0, places=True)
_COUNTRY = Weights(-0.6, 0, 0.5, 0, 1.0, -1.5, 0, 0, 1.0, 0, places=True)


def antecedents_of(document: Document) -> Antecedents:
    """Return what goes back to what in a document, made when first asked for."""
    if document.antecedents is None:
        document.antecedents = Antecedents(Cast(document))
    return document.antecedents


_BESIDE_ANOTHER = frozenset(
    {
        "rival",
        "competitor",
        "peer",
        "subsidiary",
        "unit",
        "arm",
        "affiliate",
        "supplier",
        "customer",
        "partner",
        "shareholder",
        "target",
    }
)
"""What stands before a name that is only told of beside another: "its rival Orwin"."""


class Antecedents:
    """The names of a text as one goes back to them."""

    def __init__(self, cast: Cast) -> None:
        """Begin with the names."""
        self.cast = cast
        self._number = -1
        self._found: dict[tuple[int, Weights], Mention | None] = {}

    @cached_property
    def _main(self) -> Actor | None:
        """The company that the text names most, wherever it does so: an excerpt may name it only later."""
        fitting = [actor for actor in self.cast.actors.values() if actor.whole is actor and actor.acts and _fits(actor, _COMPANY)]
        return max(fitting, key=lambda actor: actor.count + 3 * (actor.kind == COMPANY), default=None)

    @cached_property
    def _first_country(self) -> Actor | None:
        """The country that the text names first."""
        return next((actor.whole for actor in self.cast.names if actor.whole.country), None)

    def company_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the company that the text is about at a token: whom "the company" would mean there."""
        return self._best(reading, first, _COMPANY)

    def thing_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the name that "it" would mean at a token."""
        return self._best(reading, first, _THING)

    def country_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the country that the text is about at a token."""
        found = self._best(reading, first, _COUNTRY)
        return None if found is None else in_its_own_name(reading.document, found)

    def country_named_most(self, besides: Container[Actor] = ()) -> Mention | None:
        """Return the country that the text names most, wherever it does so, but for some; None where it names no other."""
        actor = next((one for one in self.cast.countries if one not in besides), None)
        return None if actor is None else in_its_own_name(self.cast.document, Mention.at(self.cast.document.text, *actor.span))

    def _best(self, reading: Reading, first: int, weights: Weights) -> Mention | None:
        """Return the name that is gone back to, by the nearness, the role and the sort of its mentions before a token."""
        at = bisect_left(self.cast.starts, reading.tokens[first].start)
        if reading.number != self._number:
            self._number = reading.number
            self._found.clear()
        key = (at, weights)
        if key not in self._found:
            actor = self._look_back(at, reading.number, weights)
            if actor is not None and actor.mention is None:
                actor.mention = Mention.at(reading.document.text, *actor.span)
            self._found[key] = None if actor is None else actor.mention
        return self._found[key]

    def _look_back(self, at: int, number: int, weights: Weights) -> Actor | None:
        """Return the name that is gone back to from the name number ``at``."""
        best, top = None, 0.0
        for index in range(at - 1, max(-1, at - 1 - _LOOK_BACK), -1):
            word, acts, sentence = self.cast.roles[index]
            gap = number - sentence
            if gap > _FAR:
                break
            whole = self.cast.names[index].whole
            merits = whole.merits[weights] if weights in whole.merits else _merits(whole, weights)
            if merits is None:
                continue
            company, often, acting, unseen, says = merits
            score = weights.gap * gap + company + often
            score += acting + weights.here * acts + weights.aside * (word in ASIDE or (word in _BESIDE_ANOTHER and not acts))
            score = score + unseen + says + weights.first * (gap == 0)
            if whole is self.cast.topic or (weights is _COUNTRY and whole is self._first_country):
                score += weights.topic
            if best is None or score > top:
                best, top = whole, score
        return self._main if best is None and weights is _COMPANY else best


def _fits(whole: Actor, weights: Weights) -> bool:
    """Return whether a name can be gone back to at all."""
    if weights is _COUNTRY:
        return whole.country
    if whole.kind == PERSON or (whole.kind in {PLACE, BODY} and not weights.places):
        return False
    if whole.kind == COMPANY:
        return True
    return whole.initial < whole.count and whole.stands > 0


def _merits(whole: Actor, weights: Weights) -> Merits | None:
    """Return what counts for and against a name wherever it is said, found once; None where it cannot be gone back to."""
    whole.merits[weights] = None
    if _fits(whole, weights):
        whole.merits[weights] = (
            weights.company * (whole.kind == COMPANY),
            min(_COUNTED, whole.count) * weights.often,
            weights.acts * min(3, whole.acts),
            0.0 if whole.stands else weights.unseen,
            weights.says * (whole.kind == OTHER and whole.said > 0 and whole.said >= whole.acts),
        )
    return whole.merits[weights]
