"""The date that the form of the sentence leaves no doubt of."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from mineralclaims.claims.groups import Group
from mineralclaims.claims.scene import Scene
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.caused_by import date_of_moved
from mineralclaims.slots.change_dates import CHANGES
from mineralclaims.slots.dates_in_brackets import bracketed_date
from mineralclaims.slots.dates_in_turn import date_in_turn
from mineralclaims.slots.deal_dates import date_of_deal
from mineralclaims.slots.figures_of_then import figure_of_then
from mineralclaims.slots.fronted_dates import fronted_date
from mineralclaims.slots.listed_dates import date_of_list
from mineralclaims.slots.owning_dates import owning_date
from mineralclaims.slots.paired_dates import paired_date
from mineralclaims.slots.pointed_dates import date_from_told, stretch_behind, when_date, year_after_base, year_of_phrase
from mineralclaims.slots.session_moves import day_of_session
from mineralclaims.slots.session_reports import MOVES
from mineralclaims.slots.subjects_period import period_of_subject
from mineralclaims.slots.undated import is_undated

if TYPE_CHECKING:
    from mineralclaims.slots.dated import Dated

_FLOWING = MOVES | {
    "production", "export", "import", "consumption", "sales", "revenue", "profit", "trade", "cost", "investment", "processing",
}  # fmt: skip
_RULES = (
    (bracketed_date, frozenset[str]()),
    (when_date, frozenset[str]()),
    (stretch_behind, frozenset[str]()),
    (year_of_phrase, frozenset[str]()),
    (owning_date, frozenset[str]()),
    (date_of_list, frozenset[str]()),
    (date_of_moved, CHANGES),
    (date_of_deal, frozenset({"price"})),
    (period_of_subject, _FLOWING),
    (day_of_session, MOVES),
    (fronted_date, frozenset[str]()),
)
"""The rules that settle a time of the sentence, with the aspects of the claims that they hold for; none: all."""
BY_FORM = Group(("by_form",))
OF_THEN = Group(("of_then",))
SESSION = Group(("session",))
"""The feature of a date that the form settles; that of a figure of another period than the text is about; that of a session gone on about."""


def date_by_form(
    scene: Scene,
    aspect: str,
    here: Sequence[Dated],
    last: PartialDate | None,
    taken: tuple[int, PartialDate] | None,
    published: date | None,
) -> tuple[Group, PartialDate | None, int, int] | None:
    """Return the settled date of a number, if it has any, and where it stands; None where the form says nothing.

    Args:
        scene: the surroundings of the number.
        aspect: the aspect of its claim.
        here: the times of its sentence.
        last: the date that the text told last.
        taken: where the number before found its date in this sentence, and what that is.
        published: the day of publication.
    """
    if not here:
        return None
    if is_undated(scene, here):
        return BY_FORM, None, -1, -1
    pair = date_in_turn(scene, here) or paired_date(scene, here)
    if pair is not None:
        return (BY_FORM, *pair)
    for rule, aspects in _RULES:
        dated = rule(scene, here) if not aspects or aspect in aspects else None
        if dated is not None and dated.value is not None:
            return BY_FORM, dated.value, dated.start, dated.end
    after = year_after_base(scene, here) or date_from_told(scene, here)
    if after is not None:
        return BY_FORM, after, -1, -1
    found = figure_of_then(scene, here, last, taken, published)
    return None if found is None else (OF_THEN, *found)
