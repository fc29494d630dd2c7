"""Whose a sum is where words right beside it tell it apart from the sum before: "$20 million, compared with $36 million for solder"."""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.parties import Possible, of_memory
from mineralclaims.slots.ties import lead_of
from mineralclaims.text.tags import DETERMINER, IS, NOUN, VERB

_GOES_ON = frozenset({"and", ","})
_LISTED = frozenset({"and", ",", ";"})
_AGAINST = frozenset({"against"})


def against_another(scene: Scene) -> Phrase | None:
    """Return what "for" behind a sum that another is compared with says that it is the sum of, or behind the sums listed after that."""
    reading, position = scene.reading, scene.position
    if not position or not _compared(scene):
        return None
    behind = goes_on(scene)
    if reading.lows[behind : behind + 1] != ["for"]:
        return None
    phrase = reading.whole_from(behind + 1)
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.first > behind + 2 else phrase


def _compared(scene: Scene) -> bool:
    """Return whether a sum is compared with the one before, or is listed behind such a one."""
    reading = scene.reading
    if lead_of(reading, scene.k) in _AGAINST:
        return True
    before = reading.at[scene.position - 1]
    listed = reading.lows[scene.k - 1] in _GOES_ON and reading.lows[before + 1 : before + 2] == ["for"]
    return listed and lead_of(reading, before) in _AGAINST


def listed_purposes(options: list[Possible], scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return whose the sum before is, or nobody, where each sum of a list is told for what, or to whom it goes.

    So it is in "$3 million to build a mill and $2 million to mend it" and "$6 billion is to states and $3 billion to bondholders".
    """
    reading, position, last = scene.reading, scene.position, discourse.last_claim
    if not position or last.sentence != reading.number or last.type != "money" or reading.lows[scene.k - 1] not in _LISTED:
        return options
    places = (goes_on(scene), reading.at[position - 1] + 1)
    if any(not _is_purpose(scene, at) for at in places) and any(not _is_recipient(scene, at) for at in places):
        return options
    if not last.subject:
        return [option for option in options if option[2] is None and option[3] is None] or options
    return of_memory(options, discourse.subjects[-1])


def _is_recipient(scene: Scene, at: int) -> bool:
    """Return whether "to", perhaps behind "is", and somebody stand at a token."""
    tokens = scene.reading.tokens
    at += at < len(tokens) and tokens[at].low in IS
    return at + 1 < len(tokens) and tokens[at].low == "to" and tokens[at + 1].tag in {NOUN, DETERMINER}


def _is_purpose(scene: Scene, at: int) -> bool:
    """Return whether "to" and a verb stand at a token."""
    tokens = scene.reading.tokens
    return at + 1 < len(tokens) and tokens[at].low == "to" and tokens[at + 1].tag == VERB
