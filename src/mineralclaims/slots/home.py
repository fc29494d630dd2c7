"""Whose tariff or domestic output it is where its sentence does not say: that of the country which the text is about."""

from __future__ import annotations

from mineralclaims.claims.groups import NOTHING, Group
from mineralclaims.claims.scene import Scene
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.charged import charged_beside
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.parties import Option
from mineralclaims.slots.rates import faces, list_before

_TOWARDS = frozenset({"on", "from", "against", "for", "to", "into", "of"})
"""What leads to those whose goods are charged: "duties on steel from Kesh", "on Kesh's shipments"."""

_DOMESTIC = frozenset({"domestic", "domestically"})

_KNOWN = frozenset({"the", "that", "this", "these", "those"})
_SENTENCES_BACK = 2

_HOME = Group(("home",))


def at_home(subject: Option, scene: Scene, discourse: Discourse) -> Option:
    """Return the chosen subject of a tariff, the country that the text names most, its goods not charged, instead of nobody."""
    home = _home(scene, discourse) if subject.mention is None else None
    return subject if home is None else Option(_HOME, NOTHING, home, None)


def gone_on_about(subject: Option, scene: Scene, discourse: Discourse) -> Option:
    """Return the chosen subject of a tariff, instead of nobody who imposes the one before, where "the duty" or "the rate" goes on about that."""
    last, reading, governed = discourse.last_claim, scene.reading, scene.subject
    if subject.mention is not None or governed is None or last.type != "tariff" or not last.subject or not discourse.subjects:
        return subject
    known = governed.first > 0 and reading.lows[governed.first - 1] in _KNOWN and governed.of is None and governed.possessor is None
    if not known or reading.number - last.sentence > _SENTENCES_BACK or "tariff" not in reading.tokens[governed.last].cue:
        return subject
    return Option(_HOME, NOTHING, discourse.subjects[-1], None)


def domestic(subject: Option, scene: Scene, discourse: Discourse) -> Option:
    """Return the chosen subject of an amount, instead of nobody the country that the text is about where the amount is a domestic one."""
    if subject.mention is not None or _DOMESTIC.isdisjoint(scene.reading.lows):
        return subject
    country = antecedents_of(scene.reading.document).country_named_most()
    return subject if country is None else Option(_HOME, NOTHING, discourse.focus(country, "home"), None)


def _home(scene: Scene, discourse: Discourse) -> Memory | None:
    """Return the country that the text names most but for those that the sentence says are charged, None where it names none."""
    reading = scene.reading
    known = antecedents_of(reading.document)
    charged = {actor.whole for word, actor in known.cast.led_to_in(reading.start, reading.end) if word in _TOWARDS}
    facing, beside, tokens = faces(scene), charged_beside(scene), reading.tokens
    if facing is not None:
        beside.append((list_before(reading, facing), facing.last))
    for first, last in beside:
        charged.update(actor.whole for actor in known.cast.named_in(tokens[first].start, tokens[last].end))
    country = known.country_named_most(besides=charged)
    return None if country is None else discourse.focus(country, "home")
