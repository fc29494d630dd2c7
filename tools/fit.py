"""Fits small linear models: multinomial and ranking logistic regression with AdaGrad, by numpy; the same data give the same weights."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

SCALE = 1000
RANK = "+"
EPOCHS = 8
AVERAGED_FROM = 2
"""The weights are the means over the epochs from this one on: they depend less on the order of the rows than the last ones."""

_RATE, _DECAY, _DROPPED = 0.1, 1e-3, 0.3
_LEAST_SEEN = 3
_LEAST_RANK, _LEAST_CLASS = 220, 350
"""Weights below this many thousandths hardly ever decide; without them the files are a third smaller."""
_STEP = 10
"""Weights are written to the nearest of so many thousandths: the third digit decides nothing and fills the wheel."""

_NO_STEP = 1e-4
Floats = NDArray[np.float64]
Indices = NDArray[np.int64]


class Weights:
    """Weights by feature and label with their AdaGrad state, and the mean over the later epochs."""

    def __init__(self, features: int, labels: int) -> None:
        """Begin with zeros."""
        self.now = np.zeros((features, labels))
        self._squares = np.full((features, labels), 1e-6)
        self._sum = np.zeros((features, labels))
        self._epochs = 0

    def step(self, rows: Indices, gradient: Floats) -> None:
        """Take one AdaGrad step with decay; ``rows`` are distinct, with the gradient of each."""
        moved = np.abs(gradient) >= _NO_STEP
        full = np.where(moved, gradient + _DECAY * self.now[rows], 0.0)
        self._squares[rows] += full * full
        self.now[rows] -= _RATE * full / np.sqrt(self._squares[rows])

    def end_epoch(self, epoch: int) -> None:
        """Count the weights of an epoch in, once they have settled."""
        if epoch >= AVERAGED_FROM:
            self._sum += self.now
            self._epochs += 1

    def integers(self, names: list[str], labels: list[str], least: int) -> dict[str, dict[str, int]]:
        """Return the means as thousandths, to the nearest ``_STEP``, the ones below ``least`` left out."""
        whole = np.rint(self._sum / max(1, self._epochs) * SCALE).astype(int)
        table: dict[str, dict[str, int]] = {}
        for row, column in zip(*np.nonzero(np.abs(whole) >= least), strict=True):
            table.setdefault(names[row], {})[labels[column]] = round(int(whole[row, column]) / _STEP) * _STEP
        return table


def fit_classes(rows: list[tuple[list[str], str, tuple[str, ...]]]) -> dict[str, dict[str, int]]:
    """Return feature weights for rows of (features, label, allowed labels)."""
    names = _often(name for features, _, _ in rows for name in set(features))
    labels = sorted({one for _, _, allowed in rows for one in allowed})
    place = {label: index for index, label in enumerate(labels)}
    known = {name: index for index, name in enumerate(names)}
    data = [
        (_indices(features, known), np.array([place[one] for one in allowed]), allowed.index(label))
        for features, label, allowed in rows
    ]
    weights = Weights(len(names), len(labels))
    for row in _shuffled(len(data), weights):
        features, allowed, right = data[row.number]
        kept = features[row.chance.random(len(features)) >= _DROPPED]
        if not len(kept):
            continue
        distinct, times = np.unique(kept, return_counts=True)
        scores = (weights.now[np.ix_(distinct, allowed)] * times[:, None]).sum(axis=0)
        share = _softmax(scores)
        share[right] -= 1.0
        gradient = np.zeros((len(distinct), len(labels)))
        gradient[:, allowed] = share
        weights.step(distinct, gradient * times[:, None])
    return weights.integers(names, labels, _LEAST_CLASS)


def fit_ranks(groups: list[tuple[list[list[str]], set[int]]]) -> dict[str, dict[str, int]]:
    """Return feature weights for groups of (candidates' features, right candidates)."""
    groups = [(candidates, right) for candidates, right in groups if right]
    names = _often(name for candidates, _ in groups for name in {name for features in candidates for name in features})
    known = {name: index for index, name in enumerate(names)}
    data = [(_joined(candidates, known), sorted(right)) for candidates, right in groups]
    weights = Weights(len(names), 1)
    for row in _shuffled(len(data), weights):
        (distinct, which, owner, count), right = data[row.number]
        kept = row.chance.random(len(distinct)) >= _DROPPED
        used = kept[which]
        scores = np.bincount(owner, np.where(used, weights.now[distinct[which], 0], 0.0), count)
        share = _softmax(scores)
        aim = np.zeros(count)
        aim[right] = share[right] / share[right].sum()
        slope = np.bincount(which, np.where(used, (share - aim)[owner], 0.0), len(distinct))
        weights.step(distinct[kept], slope[kept][:, None])
    return weights.integers(names, [RANK], _LEAST_RANK)


class Row:
    """A row to learn from, and the source of chance."""

    __slots__ = ("chance", "number")

    def __init__(self, number: int, chance: np.random.Generator) -> None:
        """Name a row."""
        self.number = number
        self.chance = chance


def _shuffled(count: int, weights: Weights) -> Iterator[Row]:
    """Yield all rows in a new order each epoch; close the epoch behind the last of them."""
    chance = np.random.Generator(np.random.PCG64(1))
    for epoch in range(EPOCHS):
        for number in chance.permutation(count):
            yield Row(int(number), chance)
        weights.end_epoch(epoch)


def _often(names: Iterable[str]) -> list[str]:
    """Return the names that occur often enough to learn from, in order."""
    return sorted(name for name, count in Counter(names).items() if count >= _LEAST_SEEN)


def _indices(features: Iterable[str], known: dict[str, int]) -> Indices:
    """Return the numbers of the features that are known."""
    return np.array([known[name] for name in features if name in known], dtype=np.int64)


def _joined(candidates: list[list[str]], known: dict[str, int]) -> tuple[Indices, Indices, Indices, int]:
    """Return the distinct features of all candidates, for each occurrence which it is and whose, and how many candidates there are."""
    each = [_indices(features, known) for features in candidates]
    owner = np.repeat(np.arange(len(each)), [len(one) for one in each])
    distinct, which = np.unique(np.concatenate(each) if each else np.zeros(0, dtype=np.int64), return_inverse=True)
    return distinct, which, owner, len(each)


def _softmax(scores: Floats) -> Floats:
    """Return scores as shares of one."""
    powers: Any = np.exp(scores - scores.max())
    share: Floats = powers / powers.sum()
    return share


def write(path: Path, labels: list[str], weights: dict[str, dict[str, int]]) -> None:
    """Write a decision file, one feature a line, in order; the weights of the single label of a ranking as plain numbers."""
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(by_label[RANK] if labels == [RANK] else dict(sorted(by_label.items())))}"
        for name, by_label in sorted(weights.items())
    ]
    body = ",\n".join(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"labels": {json.dumps(labels)}, "weights": {{\n{body}\n}}}}\n', encoding="utf-8")
