"""Whose tariff it is where its sentence does not say: that of the country which the text is about."""

from __future__ import annotations

from mineralclaims.claims.groups import NOTHING, Group
from mineralclaims.claims.scene import Scene
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.demonyms import in_its_own_name
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.parties import Option
from mineralclaims.spans import Mention

_TOWARDS = frozenset({"on", "from", "against", "for", "to", "into", "of"})
"""What leads to those whose goods are charged: "duties on steel from Kesh", "on Kesh's shipments"."""

_HOME = Group(("home",))


def at_home(subject: Option, scene: Scene, discourse: Discourse) -> Option:
    """Return the chosen subject of a tariff, the country that the text names most, its goods not charged, instead of nobody."""
    home = _home(scene, discourse) if subject.mention is None else None
    return subject if home is None else Option(_HOME, NOTHING, home, None)


def _home(scene: Scene, discourse: Discourse) -> Memory | None:
    """Return the country that the text names most but for those that the sentence says are charged, None where it names none."""
    reading = scene.reading
    cast = antecedents_of(reading.document).cast
    charged = {id(actor.whole) for word, actor in cast.led_to_in(reading.start, reading.end) if word in _TOWARDS}
    actor = next((one for one in cast.countries if id(one) not in charged), None)
    if actor is None:
        return None
    return discourse.focus(in_its_own_name(reading.document, Mention.at(reading.document.text, *actor.span)), "home")
