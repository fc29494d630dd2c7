"""Fits small linear models: multinomial and ranking logistic regression with AdaGrad; plain Python, the same everywhere."""

from __future__ import annotations

import json
import math
import random
from collections import Counter, defaultdict
from pathlib import Path

SCALE = 1000
RANK = "+"


def fit_classes(
    rows: list[tuple[list[str], str, tuple[str, ...]]],
    *,
    epochs: int = 8,
    rate: float = 0.1,
    decay: float = 1e-3,
    least: int = 3,
    dropped: float = 0.3,
) -> dict[str, dict[str, int]]:
    """Return feature weights for rows of (features, label, allowed labels)."""
    known = Counter(name for features, _, _ in rows for name in set(features))
    rows = [([name for name in features if known[name] >= least], label, allowed) for features, label, allowed in rows]
    weights: dict[tuple[str, str], float] = defaultdict(float)
    squares: dict[tuple[str, str], float] = defaultdict(lambda: 1e-6)
    order = list(range(len(rows)))
    chance = random.Random(1)
    for _ in range(epochs):
        chance.shuffle(order)
        for row in order:
            features, label, allowed = rows[row]
            if dropped:
                features = [name for name in features if chance.random() >= dropped]
            scores = {one: sum(weights[name, one] for name in features) for one in allowed}
            top = max(scores.values())
            exps = {one: math.exp(score - top) for one, score in scores.items()}
            total = sum(exps.values())
            for one in allowed:
                gradient = exps[one] / total - (one == label)
                if abs(gradient) < 1e-4:
                    continue
                for name in features:
                    _step(weights, squares, (name, one), gradient, rate, decay)
    return _integers(weights)


def fit_ranks(
    groups: list[tuple[list[list[str]], set[int]]],
    *,
    epochs: int = 8,
    rate: float = 0.1,
    decay: float = 1e-3,
    least: int = 3,
    dropped: float = 0.3,
) -> dict[str, dict[str, int]]:
    """Return feature weights for groups of (candidates' features, right candidates)."""
    known = Counter(name for candidates, _ in groups for name in {name for features in candidates for name in features})
    groups = [
        ([[name for name in features if known[name] >= least] for features in candidates], right)
        for candidates, right in groups
        if right
    ]
    weights: dict[tuple[str, str], float] = defaultdict(float)
    squares: dict[tuple[str, str], float] = defaultdict(lambda: 1e-6)
    order = list(range(len(groups)))
    chance = random.Random(1)
    for _ in range(epochs):
        chance.shuffle(order)
        for group in order:
            candidates, right = groups[group]
            if dropped:
                gone = {name for features in candidates for name in features if chance.random() < dropped}
                candidates = [[name for name in features if name not in gone] for features in candidates]
            scores = [sum(weights[name, "+"] for name in features) for features in candidates]
            top = max(scores)
            exps = [math.exp(score - top) for score in scores]
            total = sum(exps)
            rightly = sum(exps[i] for i in right)
            for i, features in enumerate(candidates):
                gradient = exps[i] / total - (exps[i] / rightly if i in right and rightly else 0.0)
                if abs(gradient) < 1e-4:
                    continue
                for name in features:
                    _step(weights, squares, (name, "+"), gradient, rate, decay)
    return _integers(weights)


def _step(
    weights: dict[tuple[str, str], float],
    squares: dict[tuple[str, str], float],
    key: tuple[str, str],
    gradient: float,
    rate: float,
    decay: float,
) -> None:
    """Take one AdaGrad step with decay."""
    gradient += decay * weights[key]
    squares[key] += gradient * gradient
    weights[key] -= rate * gradient / math.sqrt(squares[key])


def _integers(weights: dict[tuple[str, str], float], least: int = 130) -> dict[str, dict[str, int]]:
    """Return the weights as thousandths, the ones that hardly matter left out."""
    table: dict[str, dict[str, int]] = {}
    for (name, label), weight in weights.items():
        whole = round(weight * SCALE)
        if abs(whole) >= least:
            table.setdefault(name, {})[label] = whole
    return table


def write(path: Path, labels: list[str], weights: dict[str, dict[str, int]]) -> None:
    """Write a decision file, one feature a line, in order."""
    lines = [
        f"{json.dumps(name, ensure_ascii=False)}: {json.dumps(dict(sorted(by_label.items())))}"
        for name, by_label in sorted(weights.items())
    ]
    body = ",\n".join(lines)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f'{{"labels": {json.dumps(labels)}, "weights": {{\n{body}\n}}}}\n', encoding="utf-8")
