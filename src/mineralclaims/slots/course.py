"""How a claim goes on from the one before it, as far as that bears on when it holds."""

from __future__ import annotations

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.slots.last_claim import LastClaim
from mineralclaims.slots.ties import lead_of
from mineralclaims.text.tags import lemma

_TO_COME = MODALS - {"can"}  # what can be is so now
_PRESENT = frozenset({"is", "are", "has", "have", "'s", "'re", "'ve", "am", "does", "do"})
_PAST = frozenset({"was", "were", "had", "did"})
_LOOKED_AT = 3


@attrs.frozen
class Course:
    """What comes before a claim and governs it.

    Attributes:
        bearing: whether the claim before had a date (c) or not (n), and how far back it is: 0 here, 1 just before, 2 further up; "" for none.
        alike: whether that is of the same type, and of the same subject, as two digits.
        lead: the word that leads up to the number.
        tense: that of the governing verb.
        opens: whether the sentence begins a paragraph.
        aspect: the aspect of the claim.
    """

    bearing: str
    alike: str
    lead: str
    tense: str
    opens: bool
    aspect: str


def course_of(scene: Scene, last: LastClaim, alike: str, aspect: str) -> Course:
    """Return how a claim goes on from the last one."""
    reading = scene.reading
    had = last.settled is not None and last.settled.date.value is not None
    bearing = last.bearing(reading.number, had=had)
    return Course(bearing, alike, lead_of(reading, scene.k), tense_of(scene), opens_paragraph(reading), aspect)


def opens_paragraph(reading: Reading) -> bool:
    """Return whether a sentence begins a paragraph."""
    return "\n" in reading.document.folded[max(0, reading.start - 2) : reading.start]


def tense_of(scene: Scene) -> str:
    """Return the tense of the verb that governs a number: will, past, present, ing, to, or none."""
    if scene.verb < 0:
        return "none"
    lows = scene.reading.lows
    before = lows[max(0, scene.verb - _LOOKED_AT) : scene.verb]
    if not _TO_COME.isdisjoint(before):
        return "will"
    if "to" in before[-2:]:
        return "to"
    low = lows[scene.verb]
    if not _PRESENT.isdisjoint(before) or low in _PRESENT:
        return "present"
    if not _PAST.isdisjoint(before) or low in _PAST:
        return "past"
    if low.endswith("ing"):
        return "ing"
    return "past" if low.endswith("ed") or (lemma(low) != low and not low.endswith("s")) else "present"
