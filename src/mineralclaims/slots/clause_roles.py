"""Subjects and objects that the clause of a number settles: which rules may say so for which type of claim."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.trade_lists import listed_flow
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.amounts_of_sites import at_named_hub, of_its_year, reported_for, total_of_world, with_capacity
from mineralclaims.slots.best_and_worst import best_or_worst
from mineralclaims.slots.coordination import gapped, gapped_name, listed, priced_on, respective, respective_owner, that_in
from mineralclaims.slots.doers import (
    agent,
    apposed_part,
    at_site,
    contains,
    flows_from,
    handled_by,
    handles,
    holds,
    is_part,
    labelled,
    makes_up,
    named_contains,
    of_world,
    owner_of_rate,
    placed,
    receives,
    shows,
    to_come,
)
from mineralclaims.slots.done_by import done_by
from mineralclaims.slots.flows_at import flow_at
from mineralclaims.slots.governed import (
    able_to,
    collected,
    described_holder,
    does,
    doing,
    keeps,
    made_by,
    output_behind,
    owner_said,
    site_behind,
    steers,
)
from mineralclaims.slots.handed import given_to, giver
from mineralclaims.slots.imposers import imposition_of
from mineralclaims.slots.listed_parts import listed_part
from mineralclaims.slots.moved import change_in, changing, more_of, moves, multiplied, part_of, turned
from mineralclaims.slots.owed import charged_with, costing, costs, lender, lends, lent_to, named_lender
from mineralclaims.slots.owned_there import owned_in_which
from mineralclaims.slots.owner_alone import owner_alone, owner_of_flow, reserves_of
from mineralclaims.slots.parties import Possible, is_of, of_phrase
from mineralclaims.slots.planned import planned_for, planner
from mineralclaims.slots.price_nouns import price_of, priced_behind
from mineralclaims.slots.pushed import pushed
from mineralclaims.slots.rates import (
    behind,
    charged,
    charged_in_list,
    entered,
    faces,
    faces_respectively,
    fronted,
    goods_first,
    in_brackets_of,
    tariff_of,
)
from mineralclaims.slots.takeovers import bought, buyer
from mineralclaims.slots.told_apart import against_another
from mineralclaims.slots.valued import valued_on

Settled = tuple[Phrase, frozenset[str]]
"""A phrase that a rule settles, with the kinds of candidates that it can be."""

Settles = Callable[[Scene], "tuple[Phrase, str] | Phrase | None"]
"""A rule: the phrase that it settles, with the kind of candidate where that is not the whole phrase; None where it says nothing."""


def settled_subject(scene: Scene, claim_type: str) -> Settled | None:
    """Return the phrase that the clause settles as the subject, with the kinds of candidates that it can be."""
    return _first(scene, _RULES.get(claim_type, ()))


def from_clause(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options of the phrase that the clause settles; else all, those marked that the clause speaks for."""
    settled = _settled(options, settled_subject(scene, claim_type))
    return marked(options, scene, claim_type) if settled is options else settled


def object_from_clause(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options of the phrase that the clause makes the object of the number; else all options."""
    return _settled(options, _first(scene, _OBJECT_RULES.get(claim_type, ())))


def _settled(options: list[Possible], settled: Settled | None) -> list[Possible]:
    """Return the options of the phrase that a rule settles; else all options."""
    return options if settled is None else of_phrase(options, *settled) or options


def _first(scene: Scene, rules: tuple[Settles, ...]) -> Settled | None:
    """Return the phrase that the first rule settles that says anything; None where that is a pronoun, which settles nothing."""
    for rule in rules:
        found = rule(scene)
        if found is not None:
            phrase, kinds = _with_kinds(found)
            return None if phrase.kind == "pronoun" else (phrase, kinds)
    return None


def _with_kinds(found: tuple[Phrase, str] | Phrase) -> Settled:
    """Return the phrase that a rule settles, with the kinds of candidates that it can be."""
    return (found[0], frozenset({found[1]})) if isinstance(found, tuple) else (found, _WHOLE)


def marked(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options, those of the phrase that the clause speaks for with the rule that says so as one more feature."""
    for name, rule in _TENDENCIES.get(claim_type, ()):
        found = rule(scene)
        if found is not None:
            phrase, kinds = _with_kinds(found)
            return [
                (_MARKS[option[0].names, option[0].joined, option[0].head, name], *option[1:])
                if is_of(option, phrase, kinds)
                else option
                for option in options
            ]
    return options


_MarkKey = tuple[tuple[str, ...], tuple[str, ...], str, str]


def _mark(key: _MarkKey) -> Group:
    """Return the features of a phrase that a rule speaks for."""
    names, joined, head, rule = key
    return Group((*names, "clause", f"clause={rule}"), joined, head)


_MARKS: Groups[_MarkKey] = Groups(_mark)

_WHOLE = frozenset({"base", "trail", "pronoun"})
_RULES: dict[str, tuple[Settles, ...]] = {
    "change": (respective, gapped, best_or_worst, turned, change_in, changing, multiplied, part_of, pushed, moves),
    "money": (
        respective,
        that_in,
        against_another,
        owner_alone,
        valued_on,
        priced_on,
        priced_behind,
        price_of,
        gapped_name,
        giver,
        planner,
        charged_with,
        costs,
        lends,
        lender,
        named_lender,
        buyer,
        collected,
        keeps,
        to_come,
    ),
    "production": (
        respective,
        in_brackets_of,
        total_of_world,
        with_capacity,
        of_its_year,
        at_named_hub,
        able_to,
        owner_alone,
        listed,
        that_in,
        gapped,
        at_site,
        flow_at,
        output_behind,
        site_behind,
        made_by,
        doing,
        does,
        steers,
        owner_said,
        owner_of_flow,
        placed,
        of_world,
    ),
    "share": (respective, owner_alone, listed_part, listed, gapped, apposed_part, placed, is_part, agent, done_by, to_come),
    "stake": (respective, listed, gapped, owner_of_rate, agent, described_holder),
    "reserve": (
        respective_owner,
        in_brackets_of,
        owner_alone,
        gapped,
        total_of_world,
        reported_for,
        of_its_year,
        reserves_of,
        named_contains,
        at_site,
        of_world,
    ),
    "grade": (reported_for,),
    "tariff": (imposition_of, tariff_of, entered),
}
"""For claim types whose clauses settle the subject: what may, in order."""
_TENDENCIES: dict[str, tuple[tuple[str, Settles], ...]] = {
    "change": (("labelled", labelled), ("more_of", more_of), ("moves", moves)),
    "money": (("labelled", labelled),),
    "production": (
        ("labelled", labelled),
        ("receives", receives),
        ("flows_from", flows_from),
        ("handled_by", handled_by),
        ("handles", handles),
    ),
    "share": (("labelled", labelled), ("receives", receives), ("makes_up", makes_up)),
    "stake": (("receives", receives), ("holds", holds)),
    "reserve": (("labelled", labelled), ("receives", receives), ("contains", contains)),
    "grade": (("shows", shows),),
}
"""What a clause says that is no more than likely, with its name in the weights: "it", "the mine" and the like may stand for another name."""
_OBJECT_RULES: dict[str, tuple[Settles, ...]] = {
    "share": (listed_flow, fronted, behind),
    "stake": (owned_in_which, behind),
    "tariff": (faces_respectively, charged_in_list, charged, goods_first, faces),
    "money": (given_to, lent_to, bought, costing, planned_for),
}
"""For claim types whose clauses settle the object: what finds it, behind the number or between the verb and the money."""
