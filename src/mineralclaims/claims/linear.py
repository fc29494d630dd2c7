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
from itertools import repeat
from typing import Any

import attrs

RANK = "+"


_REMEMBER_AT_MOST = 50_000
_LANE = 40
_HALF = 1 << (_LANE - 1)
_MASK = (1 << _LANE) - 1
_ZEROS = repeat(0)


@attrs.frozen
class Model:
    """A linear decision: its labels and, for each feature, the weight of each label.

    For speed the weights of all labels of a feature are packed into one integer, forty bits a label: adding such integers
    adds all labels at once, exactly. (Weights are thousandths, so that sums stay far below the half of a lane.)
    """

    labels: tuple[str, ...]
    weights: dict[str, dict[str, int]]
    _packed: dict[str, int] = attrs.field(eq=False, repr=False, init=False)
    _tables: dict[str, dict[str, int]] = attrs.field(factory=dict, eq=False, repr=False, init=False)

    _remembered: dict[str, dict[Any, int]] = attrs.field(factory=dict, eq=False, repr=False, init=False)

    def __attrs_post_init__(self) -> None:
        """Pack the weights."""
        lanes = {label: _LANE * number for number, label in enumerate(self.labels)}
        packed = {name: sum(weight << lanes[label] if weight >= 0 else -(-weight << lanes[label]) for label, weight in by_label.items()) for name, by_label in self.weights.items()}
        object.__setattr__(self, "_packed", packed)

    def scores(self, names: Iterable[str]) -> dict[str, int]:
        """Return the score of every label for the given features."""
        total = sum(map(self._packed.get, names, _ZEROS))
        found = {}
        for label in self.labels:
            score = ((total + _HALF) & _MASK) - _HALF
            found[label] = score
            total = (total - score) >> _LANE
        return found

    def best(self, names: Iterable[str], allowed: tuple[str, ...] | None = None) -> str:
        """Return the label with the highest score, the first in order on a tie."""
        totals = self.scores(names)
        return max(allowed or self.labels, key=totals.__getitem__)

    def remembered(self, claim_type: str) -> dict[Any, int]:
        """Return the scores of whole keys that were worked out before, for one claim type; emptied when it grows large."""
        known = self._remembered.setdefault(claim_type, {})
        if len(known) > _REMEMBER_AT_MOST:
            known.clear()
        return known

    def of(self, claim_type: str) -> dict[str, int]:
        """Return the rank weights for one claim type: what holds for all types, and what the type adds.

        A feature that holds for one type only is written ``type|feature``.
        """
        table = self._tables.get(claim_type)
        if table is None:
            table = self._tables[claim_type] = {}
            prefix = f"{claim_type}|"
            for name, by_label in self.weights.items():
                plain = name.removeprefix(prefix)
                if plain != name or "|" not in name:
                    table[plain] = table.get(plain, 0) + by_label[RANK]
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
    return Model(tuple(data["labels"]), data["weights"])
