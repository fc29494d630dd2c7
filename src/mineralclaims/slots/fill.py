"""All fields of one claim, one after the other: each from its options, by the chooser."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import Protocol, TypeVar

import attrs

from mineralclaims.claims.base import Modality
from mineralclaims.claims.decide import RESETTLED, settle_aspect
from mineralclaims.claims.linear import model
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots import commodity, dates
from mineralclaims.slots.answers import asked_before
from mineralclaims.slots.attribution import attribution_options
from mineralclaims.slots.base_subjects import as_compared
from mineralclaims.slots.beside import BESIDE, commodity_beside
from mineralclaims.slots.carried_modality import carried_modality
from mineralclaims.slots.charged import but_charged, is_charged, without_charged
from mineralclaims.slots.clause_roles import from_clause, marked, object_from_clause, settled_subject
from mineralclaims.slots.commodity import CommodityOption, commodity_options
from mineralclaims.slots.commodity_of_companies import of_company_alone
from mineralclaims.slots.commodity_of_items import commodity_of_item
from mineralclaims.slots.commodity_of_moved import commodity_of_moved
from mineralclaims.slots.commodity_of_sites import of_named_site
from mineralclaims.slots.commodity_tied import commodity_tied
from mineralclaims.slots.countable import countable
from mineralclaims.slots.dates import DateOption, date_options, remember_session
from mineralclaims.slots.discourse import Discourse
from mineralclaims.slots.for_persons import for_person
from mineralclaims.slots.handed import given_to
from mineralclaims.slots.home import at_home, domestic, gone_on_about
from mineralclaims.slots.home_countries import without_home
from mineralclaims.slots.houses import fit_subjects
from mineralclaims.slots.listed_parts import but_members
from mineralclaims.slots.listed_stakes import but_owners, in_the_same
from mineralclaims.slots.modality import RULED, modality_features
from mineralclaims.slots.money_for import given_as_before, label, obtained, paid_for, paid_to_get
from mineralclaims.slots.of_power import of_power
from mineralclaims.slots.only_saying import without_persons_saying
from mineralclaims.slots.owed import lent_to
from mineralclaims.slots.owned_there import as_owned, but_owned
from mineralclaims.slots.papers import paper
from mineralclaims.slots.parties import (
    HAS_OBJECT,
    NOT_NAMED,
    Option,
    Possible,
    object_options,
    phrase_options,
    subject_options,
    without,
    without_between,
    without_name,
)
from mineralclaims.slots.paying_pronouns import but_behind_pronoun
from mineralclaims.slots.purposes import purposes
from mineralclaims.slots.rates import antecedent, behind, faces, list_before
from mineralclaims.slots.remembering import remember
from mineralclaims.slots.roles import WITH_ROLE
from mineralclaims.slots.sole_commodity import only_one_told_of
from mineralclaims.slots.taking_effect import in_own_clause
from mineralclaims.slots.told_apart import listed_purposes
from mineralclaims.slots.trade import traded, traders
from mineralclaims.slots.unfit import changing_things, of_nobody, owners_of_goods, without_reporters, without_sources
from mineralclaims.slots.unit_prices import priced
from mineralclaims.slots.valued import worth
from mineralclaims.slots.wide import with_wide, with_wide_object
from mineralclaims.spans import Span
from mineralclaims.text.tags import lemma

MODALITIES = tuple(modality.value for modality in reversed(Modality))
"""The modalities, the plainest first: which comes first wins where two have the same score."""

_WHOLES: dict[str, Callable[[Scene], Phrase | None]] = {"share": antecedent, "tariff": faces, "stake": behind, "money": paid_to_get}
"""By type, what finds the object that stands where a subject may: it is none."""

_OF_GOODS = frozenset({"reserve", "production"})

_Placed = TypeVar("_Placed", commodity.Possible, dates.Possible)


class Chooser(Protocol):
    """Picks one option of a field; the default one by score, the trainer's by the gold record."""

    def party(self, field: str, options: list[Possible], claim_type: str, aspect: str) -> Option:
        """Return the chosen subject, object or attribution."""

    def commodity(self, options: list[commodity.Possible], claim_type: str) -> CommodityOption:
        """Return the chosen commodity."""

    def date(self, options: list[dates.Possible], claim_type: str) -> DateOption:
        """Return the chosen date."""

    def modality(self, features: list[str]) -> str:
        """Return the chosen modality."""

    def aspect(self, features: list[str], claim_type: str, first: str | None) -> str | None:
        """Return the aspect chosen with the parties known."""


class ByScore:
    """Picks the option with the highest sum of weights, the earlier one on a tie."""

    def party(self, field: str, options: list[Possible], claim_type: str, aspect: str) -> Option:
        """Return the best subject, object or attribution."""
        if len(options) == 1:
            return Option(*options[0][:4])
        table = model(field).table(claim_type, aspect if field == "subject" else "")
        scores = [option[0][table] + option[1][table] for option in options]
        return Option(*options[scores.index(max(scores))][:4])

    def commodity(self, options: list[commodity.Possible], claim_type: str) -> CommodityOption:
        """Return the best commodity."""
        group, value, first, last = _best("commodity", options, claim_type)
        return CommodityOption(value, group.names, first, last)

    def date(self, options: list[dates.Possible], claim_type: str) -> DateOption:
        """Return the best date."""
        group, value, start, end = _best("date", options, claim_type)
        return DateOption(value, group.names, Span(start, end) if start >= 0 else None)

    def modality(self, features: list[str]) -> str:
        """Return the modality that a verb of refusing or threatening settles, else the best one."""
        return next((RULED[name] for name in features if name in RULED), None) or model("modality").best(features, MODALITIES)

    def aspect(self, features: list[str], claim_type: str, first: str | None) -> str | None:
        """Return the best aspect."""
        return settle_aspect(claim_type, features, first)


def _best(field: str, options: list[_Placed], claim_type: str) -> _Placed:
    """Return the option with the highest score, the earlier one on a tie."""
    if len(options) == 1:
        return options[0]
    table = model(field).table(claim_type)
    scores = [option[0][table] for option in options]
    return options[scores.index(max(scores))]


@attrs.define(eq=False)
class Filled:
    """The fields of a claim as they were chosen."""

    subject: Option
    object: Option | None
    attribution: Option
    commodity: CommodityOption
    date: DateOption
    modality: str
    aspect: str | None
    modality_features: Callable[[], list[str]]
    category: tuple[str | None, tuple[int, int] | None] = (None, None)
    basis: tuple[str | None, tuple[int, int] | None] = (None, None)


def fill(
    scene: Scene,
    discourse: Discourse,
    published: date | None,
    claim_type: str,
    aspect: str | None,
    features: Sequence[str],
    previous_modality: str,
    chooser: Chooser,
) -> Filled:
    """Return all fields of a claim and remember them for the claims after it."""
    aspect_name = aspect or ""
    discourse.listen(scene.reading.number)
    subjects = _subjects(scene, discourse, claim_type, aspect_name)
    subject = _settled(chooser.party("subject", subjects, claim_type, aspect_name), scene, discourse, claim_type)
    object_ = None
    if claim_type in HAS_OBJECT:
        objects = _objects(scene, discourse, claim_type, aspect_name, subject)
        object_ = chooser.party("object", objects, claim_type, aspect_name)
    bought = object_.mention if object_ is not None else None
    others = without_charged(subjects, subject.mention, bought, scene) if claim_type == "tariff" else subjects
    if len(others) < len(subjects):
        other = chooser.party("subject", others or [NOT_NAMED], claim_type, aspect_name)
        settled = _settled(other, scene, discourse, claim_type)
        subject = other if is_charged(settled.mention, bought) else settled
    if claim_type in RESETTLED:
        aspect = chooser.aspect(
            [*features, *_party_features("s", subject), *(_party_features("o", object_) if object_ is not None else ())],
            claim_type,
            aspect,
        )
        aspect_name = aspect or ""
    last = discourse.last_claim
    shared = last.shared(scene.reading, scene.position)
    beside = (
        commodity_of_item(scene, claim_type, last)
        or commodity_beside(scene, claim_type, last)
        or commodity_tied(scene, claim_type, last)
        or commodity_of_moved(scene, claim_type, subject.mention)
    )
    if beside is not None:
        of_what = CommodityOption(beside[0], BESIDE, beside[1], beside[2])
    else:
        of_what = chooser.commodity(
            commodity_options(scene, discourse, (claim_type, aspect_name), subject.mention, bought), claim_type
        )
        of_what = countable(priced(of_what, scene, claim_type, discourse), scene, claim_type, discourse)
        of_what = only_one_told_of(of_what, scene, claim_type, subject.mention)
        of_what = of_company_alone(of_what, scene, claim_type, aspect_name, (subject.mention, bought))
        of_what = of_named_site(of_power(of_what, scene, claim_type, subject.mention, object_), scene, claim_type, bought)
    attribution = shared.attribution or chooser.party("attribution", attribution_options(scene, discourse), claim_type, aspect_name)
    governing = partial(modality_features, scene, claim_type, aspect, previous_modality)
    modality = shared.modality or carried_modality(scene, claim_type, last) or chooser.modality(governing())
    dated = chooser.date(
        date_options(scene, discourse, published, modality, last.alike(claim_type, subject.mention), aspect_name), claim_type
    )
    filled = Filled(subject, object_, attribution, of_what, dated, modality, aspect, governing)
    remember(discourse, scene, claim_type, filled)
    remember_session(scene, discourse, dated, aspect_name, published)
    scene.near = None
    return filled


def _subjects(scene: Scene, discourse: Discourse, claim_type: str, aspect: str) -> list[Possible]:
    """Return the subjects that remain possible once the verb and the clause have been asked: where the clause settles it, only its phrase is looked at."""
    role = WITH_ROLE.get(claim_type)
    settled = settled_subject(scene, claim_type) if role is None else None
    options = phrase_options(scene, discourse, *settled) if settled is not None else []
    if not options:
        options = subject_options(scene, discourse, claim_type, aspect)
        if role is not None:
            options = role(options, scene)
            if claim_type == "money" and aspect == "trade":
                options = traders(without_sources(options, scene), scene, discourse)
            elif claim_type == "money" and aspect == "valuation":
                options = worth(options, scene)
            settled_in = from_clause(options, scene, claim_type)
            options = but_behind_pronoun(options, scene) if settled_in is options else settled_in
            if claim_type == "money":
                options = listed_purposes(options, scene, discourse)
        else:
            options = marked(changing_things(options, scene) if claim_type == "change" else options, scene, claim_type)
    if claim_type in _OF_GOODS:
        options = without_home(without_reporters(owners_of_goods(options), scene), scene)
    if claim_type != "tariff":
        options = without_persons_saying(options, scene)
    options = fit_subjects(options, scene, claim_type, aspect)
    asks_whole = _WHOLES.get(claim_type)
    whole = None if asks_whole is None else asks_whole(scene)
    # "imports, 20% of which pass through Peru", "exporters face a 10% levy": these are the object
    if claim_type == "stake":
        options = but_owned(options, scene)
    if claim_type == "tariff":
        options = but_charged(in_own_clause(without_name(options, whole, scene), scene), scene)
        if whole is not None:
            options = without_between(options, scene.reading, list_before(scene.reading, whole), whole.last)
    options = with_wide(without(options or [NOT_NAMED], whole), scene, claim_type)
    return as_compared(options, scene, discourse, claim_type)


def _settled(subject: Option, scene: Scene, discourse: Discourse, claim_type: str) -> Option:
    """Return the subject that was chosen, or what it comes to: a tariff that is nobody's is the country's, goods have no amount of their own."""
    if claim_type == "tariff":
        return at_home(gone_on_about(subject, scene, discourse), scene, discourse)
    subject = for_person(subject, scene, discourse, claim_type)
    return domestic(of_nobody(subject), scene, discourse) if claim_type == "production" else subject


def _objects(scene: Scene, discourse: Discourse, claim_type: str, aspect: str, subject: Option) -> list[Possible]:
    """Return the possible objects: those that the trade, the purpose or the clause settles, else all."""
    objects = object_options(scene, discourse, aspect, subject)
    if claim_type == "money":
        objects = _of_money(without(objects, label(scene)), scene, discourse, aspect, subject)
    elif claim_type == "share":
        objects = but_members(asked_before(objects, scene, discourse), scene)
    elif claim_type == "stake":
        objects = without(as_owned(in_the_same(but_owners(objects, scene, subject), scene, discourse), scene), paper(scene))
    elif claim_type == "tariff":
        objects = in_own_clause(objects, scene)
    return with_wide_object(object_from_clause(objects or [NOT_NAMED], scene, claim_type), scene, claim_type)


def _of_money(objects: list[Possible], scene: Scene, discourse: Discourse, aspect: str, payer: Option) -> list[Possible]:
    """Return what the trade is in, or what is said of a sum behind it, by the verb or before, as the first of these says; else all options."""
    if aspect == "trade":
        return traded(objects, scene, payer.mention)
    given = purposes(objects, scene, aspect)
    if given is not objects or given_to(scene) is not None or lent_to(scene) is not None:
        return given
    found = paid_for(objects, scene, aspect, payer)
    found = obtained(objects, scene, aspect, payer) if found is objects else found
    return given_as_before(objects, scene, discourse, aspect) if found is objects else found


def _party_features(label: str, option: Option) -> list[str]:
    """Return what a chosen party says of the aspect: the cues of its words, its head, whether there is one."""
    candidate = option.candidate
    if candidate is None:
        return [f"{label}none" if option.mention is None else f"{label}before"]
    tokens = candidate.reading.tokens[candidate.first : candidate.last + 1]
    found = [f"{label}h={lemma(tokens[-1].low) if not tokens[-1].name else 'NAME'}"]
    found += [f"{label}c:{cue}" for cue in dict.fromkeys(cue for token in tokens for cue in token.cue)]
    head = candidate.reading.tokens[candidate.phrase.last]
    found += [f"{label}hc:{cue}" for cue in head.cue]
    return found
