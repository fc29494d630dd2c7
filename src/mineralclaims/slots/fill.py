"""All fields of one claim, one after the other: each from its options, by the chooser."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import repeat
from typing import Protocol

import attrs

from mineralclaims.claims.decide import settle_aspect
from mineralclaims.claims.linear import model
from mineralclaims.slots.attribution import attribution_options
from mineralclaims.slots.commodity import CommodityOption, commodity_options
from mineralclaims.slots.dates import DateOption, date_options
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.modality import modality_features
from mineralclaims.text.tags import lemma
from mineralclaims.slots.relations import relation_names
from mineralclaims.slots.parties import HAS_OBJECT, Option, aspect_features, object_options, subject_options
from mineralclaims.claims.scene import Scene

_ZEROS = repeat(0)
MODALITIES = ("asserted", "estimated", "forecast", "proposed", "conditional", "rejected")


class Chooser(Protocol):
    """Picks one option of a field; the default one by score, the trainer's by the gold record."""

    def party(self, field: str, options: list[Option], claim_type: str, aspect: str) -> Option:
        """Return the chosen subject, object or attribution."""

    def commodity(self, options: list[CommodityOption], claim_type: str) -> CommodityOption:
        """Return the chosen commodity."""

    def date(self, options: list[DateOption], claim_type: str) -> DateOption:
        """Return the chosen date."""

    def modality(self, features: list[str]) -> str:
        """Return the chosen modality."""

    def aspect(self, features: list[str], claim_type: str, first: str | None) -> str | None:
        """Return the aspect chosen with the parties known."""


class ByScore:
    """Picks the option with the highest sum of weights, the earlier one on a tie."""

    def party(self, field: str, options: list[Option], claim_type: str, aspect: str) -> Option:
        """Return the best subject, object or attribution."""
        decided = model(field)
        get = decided.of(claim_type).get
        remembered = decided.remembered(claim_type)
        winner, top = options[-1], -(10**12)
        key = (field, claim_type)
        with_aspect = field == "subject" and bool(aspect)
        for option in options:
            source = option.candidate or option.memory
            relation = option.key
            score = sum(map(get, option.own, _ZEROS)) if option.own else 0
            if relation is not None:
                stands = remembered.get(relation)
                if stands is None:
                    stands = remembered[relation] = sum(map(get, relation_names(relation), _ZEROS))
                score += stands
            if source is not None:
                known = source.scores.get(key)
                if known is None:
                    known = source.scores[key] = sum(map(get, source.static, _ZEROS))
                score += known
            if with_aspect:
                one, two, three = aspect_features(option, aspect)
                score += get(one, 0) + get(two, 0) + get(three, 0)
            if score > top:
                winner, top = option, score
        return winner

    def commodity(self, options: list[CommodityOption], claim_type: str) -> CommodityOption:
        """Return the best commodity."""
        return options[_best("commodity", [option.features for option in options], claim_type)]

    def date(self, options: list[DateOption], claim_type: str) -> DateOption:
        """Return the best date."""
        return options[_best("date", [option.features for option in options], claim_type)]

    def modality(self, features: list[str]) -> str:
        """Return the best modality."""
        return model("modality").best(features, MODALITIES)

    def aspect(self, features: list[str], claim_type: str, first: str | None) -> str | None:
        """Return the best aspect."""
        return settle_aspect(claim_type, features, first)


def _best(decision: str, options: Sequence[tuple[str, ...]], claim_type: str) -> int:
    """Return the index of the option with the highest score."""
    get = model(decision).of(claim_type).get
    winner, top = 0, -(10**12)
    for index, names in enumerate(options):
        score = sum(map(get, names, _ZEROS))
        if score > top:
            winner, top = index, score
    return winner


@attrs.define
class Filled:
    """The fields of a claim as they were chosen."""

    subject: Option
    object: Option | None
    attribution: Option
    commodity: CommodityOption
    date: DateOption
    modality: str
    aspect: str | None
    modality_features: list[str]
    category: tuple[str | None, tuple[int, int] | None] = (None, None)
    basis: tuple[str | None, tuple[int, int] | None] = (None, None)


def fill(
    scene: Scene, discourse: Discourse, published: date | None, claim_type: str, aspect: str | None, features: Sequence[str], previous_modality: str, chooser: Chooser
) -> Filled:
    """Return all fields of a claim and remember them for the claims after it."""
    aspect_name = aspect or ""
    discourse.listen(scene.reading.number)
    number = scene.reading.number
    subject = chooser.party("subject", subject_options(scene, discourse, claim_type, aspect_name), claim_type, aspect_name)
    object_ = None
    if claim_type in HAS_OBJECT:
        object_ = chooser.party("object", object_options(scene, discourse, aspect_name, subject.mention), claim_type, aspect_name)
    object_mention = object_.mention if object_ is not None else None
    aspect = chooser.aspect([*features, *_party_features("s", subject), *(_party_features("o", object_) if object_ is not None else ())], claim_type, aspect)
    aspect_name = aspect or ""
    commodity = chooser.commodity(commodity_options(scene, discourse, claim_type, aspect_name, subject.mention, object_mention), claim_type)
    attribution = chooser.party("attribution", attribution_options(scene, discourse), claim_type, aspect_name)
    governing = modality_features(scene, claim_type, aspect, previous_modality)
    modality = chooser.modality(governing)
    dated = chooser.date(date_options(scene, discourse, published, claim_type, modality), claim_type)
    if subject.mention is not None:
        discourse.subjects.append(Memory(subject.mention, claim_type, number, subject.static))
    if object_ is not None and object_.mention is not None:
        discourse.objects.append(Memory(object_.mention, claim_type, number, object_.static))
    if attribution.mention is not None:
        discourse.speakers.append(Memory(attribution.mention, claim_type, number, attribution.static))
    if commodity.value is not None:
        discourse.commodities.append((commodity.value, number))
    if dated.value is not None:
        discourse.dates.append((dated.value, number))
    return Filled(subject, object_, attribution, commodity, dated, modality, aspect, governing)


def _party_features(label: str, option: Option) -> list[str]:
    """Return what a chosen party says of the aspect: the cues of its words, its head, whether there is one."""
    candidate = option.candidate
    if candidate is None:
        return [f"{label}none" if option.mention is None else f"{label}before"]
    tokens = candidate.reading.tokens[candidate.first : candidate.last + 1]
    found = [f"{label}h={lemma(tokens[-1].low) if not tokens[-1].name else 'NAME'}"]
    found += [f"{label}c:{cue}" for cue in {cue for token in tokens for cue in token.cue}]
    head = candidate.reading.tokens[candidate.phrase.last]
    found += [f"{label}hc:{cue}" for cue in head.cue]
    return found
