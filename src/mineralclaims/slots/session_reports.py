"""The day of a session that a market report goes on about: "Stocks closed lower on Monday. … Pelham lost 8%. … Tin slid 1.3% to $30,200"."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODALS
from mineralclaims.mentions.word_lists import listed
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.change_dates import CHANGES

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

Session = tuple[PartialDate, int]
"""The day of a session, and the sentence that was last about it."""

MOVES = CHANGES | {"price"}
"""The aspects of what a session does to a price."""
_DAYS = frozenset({"weekday", "day"})
_THEN = frozenset({"after", "following", "since", "before", "from"})
_CLAUSE_REACH = 14
_GOES_ON = 6
_NEWS = 3  # over a weekend


def session_day(
    scene: Scene, aspect: str, here: Sequence[Dated], session: Session | None, published: date | None
) -> PartialDate | None:
    """Return the day of the session that a move without a time of its own belongs to, None where the text is about no session or something else than prices."""
    reading = scene.reading
    if session is None or aspect not in MOVES or reading.number - session[1] > _GOES_ON or not _moves(scene):
        return None
    if published is None or not 0 <= (published - session[0].first).days <= _NEWS or any([not one.said for one in here]):
        return None
    if not listed("times", "accounts").isdisjoint(reading.lows):
        return None
    return None if reading.document.quoted(reading.quantities[scene.position].span.start) else session[0]


def session_after(
    scene: Scene, aspect: str, value: PartialDate | None, place: int, here: Sequence[Dated], session: Session | None
) -> Session | None:
    """Return the session that a text is about once a claim is dated: another one where the claim tells a move of a later day.

    Args:
        scene: the surroundings of the number.
        aspect: the aspect of its claim.
        value: its date.
        place: where that was found, -1 where it was remembered.
        here: the times of its sentence.
        session: the session so far.
    """
    number = scene.reading.number
    if aspect not in MOVES or value is None or value.day is None or not _moves(scene):
        return session
    if session is not None and value == session[0]:
        return value, number
    named = next((one for one in (*here, *(one for _, one in scene.reading.heard or ())) if one.start == place), None)
    if named is None or named.kind not in _DAYS or named.said or named.owns:
        return session
    if session is not None and value.first < session[0].first and number - session[1] <= _GOES_ON:
        return session
    return (value, number) if listed("times", "accounts").isdisjoint(scene.reading.lows) else session


def _moves(scene: Scene) -> bool:
    """Return whether the verb of a number tells how a price moved: "plunged 8%", "was up 5%", "closed at $9"; not "could fall 8%"."""
    reading, verb = scene.reading, scene.verb
    if verb < 0 or scene.k - verb > _CLAUSE_REACH or reading.lows[verb] not in listed("times", "session_moves"):
        return False
    if not _THEN.isdisjoint(reading.lows[max(0, verb - 2) : scene.k]):
        return False  # "after climbing 3%"
    return MODALS.isdisjoint(reading.lows[max(0, verb - 2) : verb])
