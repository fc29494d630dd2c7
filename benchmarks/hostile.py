"""Time texts made to be hard on patterns and rules at n, 2n, 4n and 8n characters, and say how fast the time grows.

    python benchmarks/hostile.py [--smallest 20] [--rounds 2] [--only WORD] [--markdown]

The shapes stand in hostile.toml. n is chosen for each, so that one call takes at least ``--smallest`` milliseconds of processor time
(but the longest text has at most four million characters). The exponent is the slope of a straight line through the logarithms: 1 is time in
proportion to length, 2 is time in proportion to its square. What is above the goal is timed again before it is said to be.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
import tomllib
from collections.abc import Callable
from functools import cache
from itertools import chain, cycle, islice
from pathlib import Path
from typing import Any

from mineralclaims import extract_claims
from mineralclaims.lexicons.loader import load

SHAPES = Path(__file__).with_name("hostile.toml")
GOAL = 1.1
AGAIN = 3
_LONGEST = 4_000_000
_FACTORS = (1, 2, 4, 8)


def shapes() -> list[dict[str, Any]]:
    """Return the shapes."""
    listed: list[dict[str, Any]] = tomllib.loads(SHAPES.read_text(encoding="utf-8"))["shape"]
    return listed


@cache
def names(lexicon: str) -> tuple[str, ...]:
    """Return all names of a word list."""
    tables = [table for table in load(lexicon).values() if isinstance(table, list)]
    entries = [entry for entry in chain.from_iterable(tables) if isinstance(entry, dict)]
    return tuple(chain.from_iterable([entry.get("name", ""), *entry.get("aliases", [])] for entry in entries))


def text_of(shape: dict[str, Any], length: int) -> str:
    """Return a text of a shape, about so many characters long."""
    repeat = shape["repeat"]
    pieces = repeat if isinstance(repeat, list) else [repeat]
    if "lexicon" in shape:
        pieces = [name + repeat for name in names(shape["lexicon"]) if name]
    close = shape.get("close", "")
    average = sum(map(len, pieces)) / len(pieces) + len(close)
    times = max(1, int(length / average))
    return "".join([shape.get("head", ""), *islice(cycle(pieces), times), shape.get("tail", ""), close * times])


def seconds(call: Callable[[str], object], text: str, rounds: int) -> float:
    """Return the processor time of the fastest of several calls, with the time that clearing up takes."""
    best = math.inf
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        call(text)
        best = min(best, time.process_time() - start)
    return best


def smallest(call: Callable[[str], object], shape: dict[str, Any], at_least: float) -> int:
    """Return the n whose text takes at least so many seconds, or the largest there may be."""
    length = 1_000
    while length < _LONGEST // _FACTORS[-1] and seconds(call, text_of(shape, length), 1) < at_least:
        length *= 2
    return min(length, _LONGEST // _FACTORS[-1])


def exponent(sizes: list[int], times: list[float]) -> float:
    """Return the slope of the straight line through the logarithms."""
    x = [math.log(size) for size in sizes]
    y = [math.log(max(each, 1e-7)) for each in times]
    middle_x, middle_y = sum(x) / len(x), sum(y) / len(y)
    return sum((a - middle_x) * (b - middle_y) for a, b in zip(x, y, strict=True)) / sum((a - middle_x) ** 2 for a in x)


def measure(call: Callable[[str], object], shape: dict[str, Any], at_least: float, rounds: int) -> tuple[int, list[float], float]:
    """Return n, the time of each length and the exponent; the time again and with more rounds where it seems to grow too fast."""
    size = smallest(call, shape, at_least)
    found: tuple[int, list[float], float] = (size, [], math.inf)
    for attempt in range(AGAIN):
        texts = [text_of(shape, size * factor) for factor in _FACTORS]
        times = [seconds(call, text, rounds + attempt) for text in texts]
        slope = exponent([len(text) for text in texts], times)
        if slope < found[2]:
            found = (size, times, slope)
        if found[2] <= GOAL:
            break
    return found


def main() -> None:
    """Print a line for each shape; fail where one grows too fast."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--smallest", type=float, default=20, help="milliseconds of the shortest text")
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--only", default="", help="only shapes whose name has this")
    parser.add_argument("--markdown", action="store_true", help="print the rows of a table for docs/safety.md")
    options = parser.parse_args()
    extract_claims("Output rose 5% to 3 million tonnes in 2024.")
    too_fast: list[str] = []
    for shape in shapes():
        if options.only not in shape["name"]:
            continue
        size, times, slope = measure(extract_claims, shape, options.smallest / 1000, options.rounds)
        per_megabyte = times[-1] / (size * _FACTORS[-1]) * 1e6
        if slope > GOAL:
            too_fast.append(shape["name"])
        shown = (
            f"| {shape['name']} | {size:,} | {slope:.2f} |"
            if options.markdown
            else f"{shape['name']:50} n {size:7,}  exponent {slope:5.2f}  {per_megabyte:6.1f} s/MB {'TOO FAST' if slope > GOAL else ''}"
        )
        print(shown, flush=True)
    print(
        f"{len(too_fast)} grow faster than n^{GOAL}: {', '.join(too_fast)}" if too_fast else f"all grow at most like n^{GOAL}",
        flush=True,
    )
    sys.exit(bool(too_fast))


if __name__ == "__main__":
    main()
