"""Parts in a list of owners: all of them are in one thing ("its owners were Orwin (34%) and the state (20%)")."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Possible, of_memory
from mineralclaims.text.tags import AUXILIARY, VERB

_CLOSES = frozenset({")", ",", ";", ".", "and"})
_LEADS = frozenset({"(", "with", "-", "–"})
_WITHIN = 16


def in_the_same(options: list[Possible], scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the object of the stake before it in a list of owners with their parts; else all options."""
    last, objects, reading, k = discourse.last_claim, discourse.objects, scene.reading, scene.k
    before = scene.position - 1
    if not objects or last.type != "stake" or (last.sentence, last.position) != (reading.number, before):
        return options
    if objects[-1].sentence != reading.number or objects[-1].type != "stake" or k - reading.at[before] > _WITHIN:
        return options
    closed = all(reading.lows[at + 1 : at + 2] == [] or reading.lows[at + 1] in _CLOSES for at in (reading.at[before], k))
    between = reading.tokens[reading.at[before] + 1 : k]
    bare = reading.lows[k - 1] in _LEADS and not any(
        token.tag in {VERB, AUXILIARY} or token.low in {"of", "in"} for token in between
    )
    if not closed or not bare:
        return options
    return of_memory(options, objects[-1])
