"""Gold passages: every span holds, and type, bounds and unit are right often enough."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from typing import Any

import pytest

from mineralclaims import Claim, extract_claims
from rows import Row, passages, same, span_of

LEAST_F1 = 0.93  # the weights have seen these passages: a floor against regressions, no measure of accuracy
DOCUMENTS = passages()
_OVERLAP = 0.5  # intersection over union from which two spans are the same expression


def extracted(document: Row) -> list[Claim]:
    published = document.get("published")
    return list(extract_claims(document["text"], published=date.fromisoformat(published) if published else None))


def overlap(gold: tuple[int, int], found: tuple[int, int]) -> float:
    """Return intersection over union, at least a half where the two start together."""
    shared = min(gold[1], found[1]) - max(gold[0], found[0])
    if shared <= 0:
        return 0.0
    union = max(gold[1], found[1]) - min(gold[0], found[0])
    return max(shared / union, _OVERLAP if gold[0] == found[0] else 0.0)


def pairs(text: str, gold: Sequence[Row], claims: Sequence[Claim]) -> list[tuple[int, int]]:
    """Return one-to-one pairs of gold and found claims, best overlap and same type first."""
    edges = [
        (overlap(span_of(text, wanted), (claim.span.start, claim.span.end)), wanted["type"] == claim.type, i, j)
        for i, wanted in enumerate(gold)
        for j, claim in enumerate(claims)
    ]
    chosen: list[tuple[int, int]] = []
    for share, _, i, j in sorted(edges, key=lambda edge: (-edge[0], -edge[1])):
        if share >= _OVERLAP and all(i != left and j != right for left, right in chosen):
            chosen.append((i, j))
    return chosen


def right(gold: Row, record: dict[str, Any]) -> bool:
    return gold["type"] == record["type"] and all(same(key, gold[key], record[key]) for key in ("low", "high", "unit"))


def tally(document: Row) -> tuple[int, int, int]:
    """Return how many claims are right, wanted and found, the optional ones left out."""
    gold, claims = document["claims"], extracted(document)
    paired = pairs(document["text"], gold, claims)
    skipped = sum(bool(gold[i].get("optional")) for i, _ in paired)
    hits = sum(right(gold[i], claims[j].to_dict()) for i, j in paired if not gold[i].get("optional"))
    return hits, sum(not claim.get("optional") for claim in gold), len(claims) - skipped


@pytest.mark.parametrize("document", [pytest.param(document, id=document["id"]) for document in DOCUMENTS])
def test_spans_hold(document: Row) -> None:
    text = document["text"]
    for claim in extracted(document):
        assert claim.span.of(text) == claim.text
        for _, part in claim.parts():
            assert part is None or part.span.of(text) == part.text


@pytest.mark.parametrize("document", [pytest.param(document, id=document["id"]) for document in DOCUMENTS])
def test_a_text_may_end_anywhere(document: Row) -> None:
    text = document["text"]
    for end in [match.start() for match in re.finditer(r"[.,]\s", text)][::4]:
        claims = extract_claims(text[:end])
        assert all(claim.span.end <= end and claim.span.of(text) == claim.text for claim in claims)


_RULES = re.compile(r"unit \S+|[A-Za-z' ,()-]+")  # no name of a feature


@pytest.mark.parametrize("document", [pytest.param(document, id=document["id"]) for document in DOCUMENTS])
def test_every_reason_is_in_words(document: Row) -> None:
    text = document["text"]
    for claim in extracted(document):
        for reason in claim.explain():
            assert _RULES.fullmatch(reason.rule), reason
            assert reason.value is not None
            assert all(cue.span.of(text) == cue.text for cue in reason.cues)


def test_claims_are_right() -> None:
    if not DOCUMENTS:
        pytest.skip("no passages")
    hits, gold, found = (sum(column) for column in zip(*map(tally, DOCUMENTS), strict=True))
    f1 = 2 * hits / (gold + found)
    assert f1 >= LEAST_F1, f"F1 {f1:.3f}: {hits} right of {gold} wanted and {found} found"
