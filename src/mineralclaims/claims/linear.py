"""Small linear models over cues: integer weights from a readable file, summed exactly.

A decision file holds, for every feature, the weight of each label in their order: ``{"labels": [...], "weights": {feature: [weight, ...]}}``.
Ranking decisions have the single label ``"+"``, and for every feature its weight alone: ``{feature: weight}``. Weights are integers (thousandths), so that sums are exact and the same everywhere.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

import attrs

RANK = "+"

_LANE = 30
_HALF = 1 << (_LANE - 1)
_MASK = (1 << _LANE) - 1


class Table:
    """The rank weights of one field for one claim type, and for one aspect where the field looks at it; compared by identity."""

    __slots__ = ("joined", "weights")

    def __init__(self, weights: dict[str, int], joined: dict[str, int]) -> None:
        """Make a table of weights that hold for a claim type, and of those that count together with an aspect."""
        self.weights = weights
        self.joined = joined

    def score(self, names: Iterable[str], joined: tuple[str, ...] = ()) -> int:
        """Return the sum of the weights of features; ``joined`` are those that also count together with the aspect."""
        total = sum(filter(None, map(self.weights.get, names)))
        return total + sum(filter(None, map(self.joined.get, joined))) if self.joined else total


class _Lanes:
    """The weights of some labels against the first of them, packed: one integer a feature, thirty bits a label, so that adding adds all at once.

    Weights are thousandths, so that the sum of any sentence's features stays far below the half of a lane; up to three labels fit a
    machine word.
    """

    __slots__ = ("_bias", "_labels", "_packed", "_shifts")

    def __init__(self, labels: tuple[str, ...], weights: dict[str, dict[str, int]]) -> None:
        """Pack the weights of the labels."""
        self._labels = labels
        self._shifts = tuple(range(0, _LANE * (len(labels) - 1), _LANE))
        self._bias = sum(_HALF << shift for shift in self._shifts)
        self._packed: dict[str, int] = {}
        for name, by_label in weights.items():
            first, *others = [by_label.get(label, 0) for label in labels]
            packed = sum((weight - first) << shift for weight, shift in zip(others, self._shifts, strict=True))
            if packed:
                self._packed[name] = packed

    def best(self, names: Iterable[str]) -> str:
        """Return the label with the highest sum, the first in order on a tie."""
        total = sum(filter(None, map(self._packed.get, names))) + self._bias
        winner, top = 0, _HALF
        for lane, shift in enumerate(self._shifts, 1):
            score = total >> shift & _MASK
            if score > top:
                winner, top = lane, score
        return self._labels[winner]


@attrs.define
class Model:
    """A linear decision: its labels and, for each feature, the weight of each label; of a ranking one weight for each feature."""

    labels: tuple[str, ...]
    weights: dict[str, dict[str, int]]
    ranks: dict[str, int]
    _lanes: dict[tuple[str, ...], _Lanes] = attrs.field(factory=dict, eq=False, repr=False, init=False)
    _typed: dict[str, dict[str, int]] = attrs.field(factory=dict, eq=False, repr=False, init=False)
    _by_type: dict[str, dict[str, int]] | None = attrs.field(default=None, eq=False, repr=False, init=False)
    _by_aspect: dict[str, dict[str, dict[str, int]]] = attrs.field(factory=dict, eq=False, repr=False, init=False)
    _tables: dict[tuple[str, str], Table] = attrs.field(factory=dict, eq=False, repr=False, init=False)

    def best(self, names: Iterable[str], allowed: tuple[str, ...] | None = None) -> str:
        """Return the label with the highest score among those allowed, the first in order on a tie."""
        labels = self.labels if allowed is None else allowed
        lanes = self._lanes.get(labels)
        if lanes is None:
            lanes = self._lanes[labels] = _Lanes(labels, self.weights)
        return lanes.best(names)

    def of(self, claim_type: str) -> dict[str, int]:
        """Return the rank weights for one claim type: what holds for all types, and what the type adds.

        A feature that holds for one type only is written ``type|feature``.
        """
        typed = self._typed.get(claim_type)
        if typed is None:
            if self._by_type is None:
                self._by_type = _by_type(self.ranks)
            typed = dict(self._by_type.get("", {}))
            for name, weight in self._by_type.get(claim_type, {}).items():
                typed[name] = typed.get(name, 0) + weight
            self._typed[claim_type] = typed
        return typed

    def table(self, claim_type: str, aspect: str = "") -> Table:
        """Return the rank weights for one claim type and aspect, always the same object for the same question."""
        table = self._tables.get((claim_type, aspect))
        if table is None:
            joined = self._joined(claim_type).get(aspect, {}) if aspect else {}
            table = self._tables.setdefault((claim_type, aspect), Table(self.of(claim_type), joined))
        return table

    def _joined(self, claim_type: str) -> dict[str, dict[str, int]]:
        """Return the rank weights for one claim type that count together with an aspect, by that: they are written ``aspect^feature``."""
        known = self._by_aspect.get(claim_type)
        if known is None:
            known = {}
            for name, weight in self.of(claim_type).items():
                aspect, mark, plain = name.partition("^")
                if mark:
                    known.setdefault(aspect, {})[plain] = weight
            self._by_aspect[claim_type] = known
        return known


def _by_type(ranks: dict[str, int]) -> dict[str, dict[str, int]]:
    """Return rank weights by the claim type that they hold for, "" for all."""
    found: dict[str, dict[str, int]] = {}
    for name, weight in ranks.items():
        claim_type, bar, plain = name.partition("|")
        found.setdefault(claim_type if bar else "", {})[plain if bar else name] = weight
    return found


_folder: Traversable = files("mineralclaims.claims").joinpath("weights")


@contextmanager
def weights_from(folder: Traversable) -> Iterator[None]:
    """Use the weights of another folder, for training and comparing; not for use from several threads."""
    global _folder  # noqa: PLW0603 - the one switch, used by the training script only
    before, _folder = _folder, folder
    model.cache_clear()
    try:
        yield
    finally:
        _folder = before
        model.cache_clear()


@cache
def model(name: str) -> Model:
    """Return the decision ``name``, read once from ``claims/weights/<name>.json``."""
    data = json.loads(_folder.joinpath(f"{name}.json").read_text(encoding="utf-8"))
    labels = tuple(data["labels"])
    ranking = labels == (RANK,)
    weights = data["weights"]
    if ranking:
        return Model(labels, {}, weights)
    by_label = {name: {label: weight for label, weight in zip(labels, row, strict=True) if weight} for name, row in weights.items()}
    return Model(labels, by_label, {})
