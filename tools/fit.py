"""Fits small linear models: multinomial and ranking logistic regression with a quadratic penalty, to the optimum, by L-BFGS.

Both problems are convex: the weights depend on the data alone, not on the order of the rows nor on chance.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

RANK = "+"
_STEP, _SCALE = 10, 1000
_LEAST_SEEN = 5
_STEPS = 100
_NEVER = -1e9

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]


def fit_classes(
    rows: Sequence[tuple[Sequence[str], str, tuple[str, ...]]], penalty: float, least: int
) -> dict[str, dict[str, int]]:
    """Return feature weights in thousandths for rows of (features, label, allowed labels), those below ``least`` left out."""
    names = _often(set(features) for features, _, _ in rows)
    labels = sorted({one for _, _, allowed in rows for one in allowed})
    table = _table([features for features, _, _ in rows], names)
    right = np.array([labels.index(label) for _, label, _ in rows])
    allowed = np.array([[0.0 if one in among else _NEVER for one in labels] for _, _, among in rows])
    turned, all_rows = table.T.tocsr(), np.arange(len(rows))

    def loss(flat: Floats) -> tuple[float, Floats]:
        """Return the loss of weights and its slope."""
        scores = table @ flat.reshape(len(names), len(labels)) + allowed
        scores -= scores.max(axis=1, keepdims=True)
        shares = np.exp(scores)
        total = shares.sum(axis=1)
        missed = float((np.log(total) - scores[all_rows, right]).sum())
        shares /= total[:, None]
        shares[all_rows, right] -= 1.0
        return missed, (turned @ shares).ravel()

    return _written(_least_loss(loss, len(names) * len(labels), penalty).reshape(len(names), len(labels)), names, labels, least)


def fit_ranks(groups: Sequence[tuple[Sequence[Sequence[str]], set[int]]], penalty: float, least: int) -> dict[str, dict[str, int]]:
    """Return feature weights in thousandths for groups of (candidates' features, right candidates), those below ``least`` left out."""
    groups = [(candidates, right) for candidates, right in groups if right]
    names = _often({name for features in candidates for name in features} for candidates, _ in groups)
    table = _table([features for candidates, _ in groups for features in candidates], names)
    turned = table.T.tocsr()
    owner = np.repeat(np.arange(len(groups)), [len(candidates) for candidates, _ in groups])
    first = np.searchsorted(owner, np.arange(len(groups)))
    right = np.array([index in among for candidates, among in groups for index in range(len(candidates))], dtype=float)

    def loss(weights: Floats) -> tuple[float, Floats]:
        """Return the loss of weights and its slope."""
        scores = table @ weights
        powers = np.exp(scores - np.maximum.reduceat(scores, first)[owner])
        total, aimed = np.add.reduceat(powers, first), np.add.reduceat(powers * right, first)
        slope = powers / total[owner] - powers * right / aimed[owner]
        return float((np.log(total) - np.log(aimed)).sum()), turned @ slope

    return _written(_least_loss(loss, len(names), penalty)[:, None], names, [RANK], least)


def _least_loss(loss: Callable[[Floats], tuple[float, Floats]], size: int, penalty: float) -> Floats:
    """Return the weights at which the loss and the penalty on their squares are least together."""

    def penalised(weights: Floats) -> tuple[float, Floats]:
        """Return the loss with the penalty, and its slope."""
        missed, slope = loss(weights)
        return missed + penalty / 2 * float(weights @ weights), slope + penalty * weights

    found: Floats = minimize(penalised, np.zeros(size), jac=True, method="L-BFGS-B", options={"maxiter": _STEPS}).x
    return found


def _written(weights: Floats, names: list[str], labels: list[str], least: int) -> dict[str, dict[str, int]]:
    """Return weights by feature and label as thousandths, to the nearest ten, the ones below ``least`` left out."""
    whole = np.rint(weights * (_SCALE / _STEP)).astype(int) * _STEP
    table: dict[str, dict[str, int]] = {}
    for row, column in zip(*np.nonzero(np.abs(whole) >= least), strict=True):
        table.setdefault(names[row], {})[labels[column]] = int(whole[row, column])
    return table


def _often(rows: Iterable[set[str]]) -> list[str]:
    """Return the names that occur in enough rows to learn from, in order."""
    return sorted(name for name, count in Counter(name for row in rows for name in row).items() if count >= _LEAST_SEEN)


def _table(rows: Sequence[Sequence[str]], names: list[str]) -> csr_matrix:
    """Return how often each row has each of the names."""
    known = {name: index for index, name in enumerate(names)}
    indices: list[int] = []
    ends = [0]
    for row in rows:
        indices.extend([known[name] for name in row if name in known])
        ends.append(len(indices))
    table = csr_matrix((np.ones(len(indices)), indices, ends), shape=(len(rows), len(names)))
    table.sum_duplicates()
    return table


def write(path: Path, labels: list[str], weights: dict[str, dict[str, int]]) -> None:
    """Write a decision file, one feature a line, in order: the weights in the order of the labels, of a ranking the one as a plain number."""
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: "
        + json.dumps(by_label[RANK] if labels == [RANK] else [by_label.get(label, 0) for label in labels], separators=(",", ":"))
        for name, by_label in sorted(weights.items())
    ]
    body = ",\n".join(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"labels": {json.dumps(labels)}, "weights": {{\n{body}\n}}}}\n', encoding="utf-8")
