"""Small linear models over cues: integer weights from a readable file, summed exactly.

A decision file holds, for every feature, the weight of each label: ``{"labels": [...], "weights": {feature: {label: weight}}}``.
Ranking decisions have the single label ``"+"``. Weights are integers (thousandths), so that sums are exact and the same everywhere.
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


@attrs.frozen
class Feature:
    """One cue that speaks for or against a decision: its name and the tokens where it stands (-1: nowhere)."""

    name: str
    token: int = -1


@attrs.frozen
class Model:
    """A linear decision: its labels and, for each feature, (label, weight) pairs."""

    labels: tuple[str, ...]
    weights: dict[str, tuple[tuple[str, int], ...]]
    _tables: dict[str, dict[str, int]] = attrs.field(factory=dict, eq=False, repr=False)

    def scores(self, names: Iterable[str]) -> dict[str, int]:
        """Return the score of every label for the given features."""
        totals = dict.fromkeys(self.labels, 0)
        for pairs in filter(None, map(self.weights.get, names)):
            for label, weight in pairs:
                totals[label] += weight
        return totals

    def best(self, names: Iterable[str], allowed: tuple[str, ...] | None = None) -> str:
        """Return the label with the highest score, the first in order on a tie."""
        totals = self.scores(names)
        return max(allowed or self.labels, key=lambda label: totals.get(label, 0))

    def of(self, claim_type: str) -> dict[str, int]:
        """Return the rank weights for one claim type: what holds for all types, and what the type adds.

        A feature that holds for one type only is written ``type|feature``.
        """
        table = self._tables.get(claim_type)
        if table is None:
            table = {}
            prefix = f"{claim_type}|"
            for name, ((_, weight), *_) in self.weights.items():
                if name.startswith(prefix):
                    table[name[len(prefix) :]] = table.get(name[len(prefix) :], 0) + weight
                elif "|" not in name:
                    table[name] = table.get(name, 0) + weight
            self._tables[claim_type] = table
        return table


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
    path = _folder.joinpath(f"{name}.json")
    if not path.is_file():
        return Model((RANK,), {})
    data = json.loads(path.read_text(encoding="utf-8"))
    weights = {feature: tuple(by_label.items()) for feature, by_label in data["weights"].items()}
    return Model(tuple(data["labels"]), weights)
