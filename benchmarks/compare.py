"""Compare mineralclaims with quantulum3 and, where it is installed, spaCy's blank English tokenizer, on the test passages.

    python benchmarks/compare.py

For each annotated claim: does a tool find a quantity at its place; is one of its bounds right, up to a power of ten, so that a
multiple in the unit ("kt") counts as right; is the unit a unit at all (no bare number). The passages are our own, mineralclaims was
developed on them and the others were not: the figures show what is read, not how well a new text would fare. The time is that of
the fastest of three rounds over all passages, each tool warmed up.
"""

from __future__ import annotations

import json
import logging
import time
import warnings
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

from mineralclaims import extract_claims, find_quantities

PASSAGES = Path(__file__).parent.parent / "tests" / "passages"
Found = list[tuple[int, int, set[Decimal], bool]]
"""Of each quantity: where it begins and ends, its bounds, whether it has a unit."""
ROUNDS = 3


def ours(text: str) -> Found:
    """Return what ``find_quantities`` finds."""
    mentions = find_quantities(text)
    bounds = [{bound for bound in (each.quantity.low, each.quantity.high) if bound is not None} for each in mentions]
    return [(each.span.start, each.span.end, values, True) for each, values in zip(mentions, bounds, strict=True)]


def theirs(text: str) -> Found:
    """Return what quantulum3 finds."""
    from quantulum3 import parser  # noqa: PLC0415 - loads long

    found: Found = []
    for each in parser.parse(text):
        spread = each.uncertainty or 0
        values = {Decimal(repr(float(value))) for value in (each.value, each.value - spread, each.value + spread)}
        found.append((*each.span, values, each.unit.name != "dimensionless"))
    return found


def same_digits(one: Decimal, other: Decimal) -> bool:
    """Return whether two numbers are the same up to a power of ten and to a rounding in the ninth digit."""
    if not one or not other:
        return one == other
    ratio = abs(one / other)
    return abs(ratio.scaleb(-ratio.adjusted()) - 1) < Decimal("1e-9") or abs(ratio.scaleb(-ratio.adjusted() - 1) - 1) < Decimal(
        "1e-9"
    )


def place_of(text: str, claim: dict[str, Any]) -> tuple[int, int]:
    """Return where an annotated claim stands."""
    start = -1
    for _ in range(claim["nth"]):
        start = text.index(claim["quote"], start + 1)
    return start, start + len(claim["quote"])


def tally(read: Callable[[str], Found], documents: list[dict[str, Any]]) -> tuple[int, int, int, int, int]:
    """Return how many claims there are, are found, have a right bound, and a unit too; and on how many texts the tool raised."""
    wanted = found = valued = united = raised = 0
    for document in documents:
        try:
            quantities = read(document["text"])
        except Exception:  # noqa: BLE001 - whatever another library raises
            quantities, raised = [], raised + 1
        for claim in document["claims"]:
            start, end = place_of(document["text"], claim)
            here = [each for each in quantities if each[0] < end and start < each[1]]
            bounds = [Decimal(claim[key]) for key in ("low", "high") if claim[key] is not None]
            right = [each for each in here if any(same_digits(one, other) for one in bounds for other in each[2])]
            wanted, found, valued = wanted + 1, found + bool(here), valued + bool(right)
            united += any(each[3] for each in right)
    return wanted, found, valued, united, raised


def seconds(call: Callable[[str], object], texts: list[str]) -> float:
    """Return the seconds of the fastest round over all texts."""
    best = float("inf")
    for _ in range(ROUNDS):
        start = time.perf_counter()
        for text in texts:
            try:
                call(text)
            except Exception:  # noqa: BLE001, S112 - whatever another library raises; counted by tally
                continue
        best = min(best, time.perf_counter() - start)
    return best


def blank_english() -> Callable[[str], object] | None:
    """Return spaCy's tokenizer, None where spaCy is not installed."""
    try:
        import spacy  # noqa: PLC0415 - optional
    except ImportError:
        return None
    tokenizer: Callable[[str], object] = spacy.blank("en").tokenizer
    return tokenizer


def main() -> None:
    """Print both comparisons."""
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    lines = [line for path in sorted(PASSAGES.glob("*.jsonl")) for line in path.read_text(encoding="utf-8").split("\n")]
    documents = [json.loads(line, parse_float=Decimal) for line in lines if line.strip()]
    for name, read in (("find_quantities", ours), ("quantulum3", theirs)):
        wanted, found, valued, united, raised = tally(read, documents)
        parts = ", ".join(
            f"{label} {count / wanted:.1%}" for label, count in (("found", found), ("bound", valued), ("and unit", united))
        )
        print(f"{name:16} of {wanted} claims: {parts}; raised on {raised} of {len(documents)} texts")
    texts = [document["text"] for document in documents]
    calls: dict[str, Callable[[str], object] | None] = {
        "extract_claims": extract_claims,
        "find_quantities": find_quantities,
        "quantulum3": theirs,
        "spaCy tokenizer": blank_english(),
    }
    own = 0.0
    for name, call in calls.items():
        took = seconds(call, texts) if call is not None else 0.0
        own = own or took
        print(f"{name:16} {took:.2f} s, {took / own:.2f} times extract_claims" if call else f"{name:16} is not installed")


if __name__ == "__main__":
    main()
