"""Types that the words of a number rule out."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.besides import words_after
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.share_rules import PEOPLE
from mineralclaims.claims.taxes import is_about_income_tax
from mineralclaims.mentions.denominators import TIMES

_CROWDS = PEOPLE | {"shareholders", "residents", "members", "inhabitants", "subscribers", "holders"}


def still_possible(scene: Scene, possible: tuple[str, ...]) -> tuple[str, ...]:
    """Return the types that remain: an amount per day is no reserve, an income tax no tariff, "80% of the oil" no stake."""
    for name, rules_out in _RULING_OUT:
        if name in possible and rules_out(scene):
            return tuple(one for one in possible if one != name)
    return possible


def _is_of_a_time(scene: Scene) -> bool:
    """Return whether the number is an amount a day, a year and so on."""
    return scene.reading.quantities[scene.position].quantity.per in TIMES


def _is_part_of_commodity(scene: Scene) -> bool:
    """Return whether the number is a part "of" a commodity itself, not of something with a name."""
    reading = scene.reading
    if words_after(scene, 1) != ["of"]:
        return False
    phrase = reading.phrase_from(scene.k + 2)
    if phrase is not None and phrase.possessed is not None:
        phrase = phrase.possessed
    return (
        phrase is not None
        and phrase.last in reading.commodity_tokens
        and not reading.tokens[phrase.last].name
        and not any("royalty" in token.cue for token in reading.tokens)
    )


def _is_part_of_people(scene: Scene) -> bool:
    """Return whether the number is a part of people: of the shareholders, the staff, the subscribers."""
    phrase = scene.reading.whole_from(scene.k + 2) if words_after(scene, 1) == ["of"] else None
    return phrase is not None and scene.reading.lows[phrase.last] in _CROWDS


_RULING_OUT: tuple[tuple[str, Callable[[Scene], bool]], ...] = (
    ("reserve", _is_of_a_time),
    ("tariff", is_about_income_tax),
    ("stake", _is_part_of_commodity),
    ("stake", _is_part_of_people),
)
"""Types, each with what rules it out; the first that does is enough."""
