"""Whose goods they are that a person speaks of: nobody mines 5 tonnes himself, but the company or country he speaks for does."""

from __future__ import annotations

from mineralclaims.claims.groups import NOTHING, Group
from mineralclaims.claims.scene import Scene
from mineralclaims.slots.actors import PERSON
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Option

_OF_STATE = frozenset(
    {"minister", "president", "premier", "chancellor", "governor", "king", "emir", "prince", "senator", "secretary"}
)
_OFFICES = frozenset({"officer", "executive", "chairman", "chairwoman", "ceo", "director", "spokesman", "spokeswoman", "analyst"})
_OF_GOODS = frozenset({"production", "reserve", "grade"})
_BODY = Group(("for_person",))


def for_person(subject: Option, scene: Scene, discourse: Discourse, claim_type: str) -> Option:
    """Return the chosen subject of goods, instead of a person the company that the text is about there, the country of one who governs, or nobody."""
    mention = subject.mention
    if mention is None or claim_type not in _OF_GOODS:
        return subject
    known = antecedents_of(scene.reading.document)
    words = mention.text.lower().split()
    governs = not _OF_STATE.isdisjoint(words)
    if not governs and known.cast.kind_of(mention.text) != PERSON and _OFFICES.isdisjoint(words[:-1]):
        return subject
    if governs:
        body = known.country_before(scene.reading, scene.k) or known.country_named_most()
    else:
        body = known.company_before(scene.reading, scene.k)
    if body is None or body.text == mention.text:
        person = known.cast.kind_of(mention.text) == PERSON
        return Option(subject.own, NOTHING, None, None) if person else subject
    return Option(_BODY, NOTHING, discourse.focus(body, "for_person"), None)
