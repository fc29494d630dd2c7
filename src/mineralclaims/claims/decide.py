"""Which type a quantity is, if any, and which aspect: by what the number can measure, then by the cues around it."""

from __future__ import annotations

import attrs

from mineralclaims.claims.exclusions import still_possible
from mineralclaims.claims.linear import model
from mineralclaims.claims.no_claims import NONE
from mineralclaims.claims.rules import ruled_type
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.type_features import type_features
from mineralclaims.quantities.model import QuantityMention

GRADE_UNITS = frozenset({"ppm", "ppb", "g/t", "oz/short_ton", "oz/t", "kg/t", "lb/short_ton", "ct/t", "kg/m3", "mg/L"})
PERCENT_TYPES = ("change", "share", "tariff", "stake", "grade", NONE)
AMOUNT_TYPES = ("production", "reserve", NONE)
MULTIPLE_TYPES = ("change", NONE)
RESETTLED = frozenset({"share"})
ASPECTED = frozenset({"reserve", "production", "stake", "share", "money", "change"})
FIRST_ASPECTED = ASPECTED - RESETTLED
"""Types whose aspect does not wait for the parties."""

_KINDS = {"money": "money", "percent": "a percentage", "amount": "an amount", "multiple": "a multiple"}


@attrs.define(eq=False)
class Decision:
    """What a quantity is: its type (``none`` for no claim), and the rule that said so.

    Attributes:
        type: the type.
        rule: the rule, in words.
        scene: the quantity in its sentence; None where the one before settles all.
        previous: the type of the quantity before it.
    """

    type: str
    rule: str
    scene: Scene | None = None
    previous: str = ""
    _features: list[str] | None = None

    @property
    def features(self) -> list[str]:
        """The features of the quantity, found when first asked for: a rule needs none."""
        if self._features is None:
            self._features = [] if self.scene is None else type_features(self.scene, self.previous)
        return self._features


def possible_types(mention: QuantityMention) -> tuple[str, ...]:
    """Return the types that a quantity can have by its kind and unit."""
    if mention.kind == "money":
        return ("money", NONE)
    if mention.kind == "multiple":
        return MULTIPLE_TYPES
    if mention.kind == "percent":
        return PERCENT_TYPES
    return ("grade",) if mention.quantity.unit in GRADE_UNITS else AMOUNT_TYPES


def decide_type(scene: Scene, previous: str) -> Decision:
    """Return the type of the quantity of a scene; ``previous`` is the type of the one before it."""
    mention = scene.reading.quantities[scene.position]
    possible = possible_types(mention)
    ruled = ruled_type(scene, previous)
    if ruled is not None and (ruled[0] in possible or ruled[0] == NONE):
        return Decision(ruled[0], ruled[1], scene, previous)
    possible = still_possible(scene, possible)
    if len(possible) == 1:
        return Decision(possible[0], f"unit {mention.quantity.unit}", scene, previous)
    features = type_features(scene, previous)
    decided = model("type").best(features, possible)
    return Decision(decided, f"cues around {_KINDS[mention.kind]}", scene, previous, features)


def decide_aspect(claim_type: str, features: list[str], previous: str) -> str | None:
    """Return the aspect of a claim by the features of its quantity, None where the parties must be known first; ``previous`` is the aspect of the same type before it."""
    if claim_type not in FIRST_ASPECTED:
        return None
    return model(f"aspect_{claim_type}").best([*features, *aspect_context(previous)])


def settle_aspect(claim_type: str, features: list[str], first: str | None) -> str | None:
    """Return the aspect once the parties are known; ``first`` is what was decided without them."""
    if claim_type not in RESETTLED:
        return first
    return model(f"settled_{claim_type}").best([*features, f"first={first}"])


def aspect_context(previous: str) -> list[str]:
    """Return the features that the aspect of the claim before gives."""
    return [f"pa={previous}"] if previous else []
