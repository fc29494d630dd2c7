"""Subjects and objects that the clause of a number settles: which rules may say so for which type of claim."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.coordination import gapped, listed, respective
from mineralclaims.slots.doers import agent, contains, flows_from, handled_by, handles, holds, is_part, makes_up, receives, shows
from mineralclaims.slots.moved import change_in, moves, multiplied, turned
from mineralclaims.slots.parties import Possible
from mineralclaims.slots.rates import behind, charged, tariff_of

Settles = Callable[[Scene], "tuple[Phrase, str] | Phrase | None"]
"""A rule: the phrase that it settles, with the kind of candidate where that is not the whole phrase; None where it says nothing."""


def from_clause(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options of the phrase that the clause settles, and those that say what it refers to; else all options."""
    return _settled(options, scene, _RULES.get(claim_type, ()))


def object_from_clause(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options of the phrase that "of" or "in" behind the number makes its object; else all options."""
    return _settled(options, scene, _OBJECT_RULES.get(claim_type, ()))


def _settled(options: list[Possible], scene: Scene, rules: tuple[Settles, ...]) -> list[Possible]:
    """Return the options of the phrase that the first rule settles; else all options."""
    for rule in rules:
        found = rule(scene)
        if found is not None:
            phrase, kind = found if isinstance(found, tuple) else (found, "")
            settled = [
                option
                for option in options
                if isinstance(option[2], Candidate)
                and option[2].phrase is phrase
                and option[2].kind in ({kind} if kind else _WHOLE)
            ]
            return settled or options
    return options


_WHOLE = frozenset({"base", "trail", "pronoun"})
_RULES: dict[str, tuple[Settles, ...]] = {
    "change": (respective, gapped, turned, change_in, multiplied, moves),
    "production": (respective, listed, receives, flows_from, handled_by, handles),
    "share": (respective, listed, gapped, receives, is_part, agent, makes_up),
    "stake": (respective, listed, gapped, receives, agent, holds),
    "reserve": (receives, contains),
    "grade": (shows,),
    "tariff": (tariff_of,),
}
"""For claim types whose clauses settle the subject: what may, in order."""
_OBJECT_RULES: dict[str, tuple[Settles, ...]] = {"share": (behind,), "stake": (behind,), "tariff": (charged,)}
"""For claim types whose number is followed by its object: what finds it."""
