"""Time ``extract_many`` with one worker and with several on the same passages, in one run, and check that both give the same claims.

    python benchmarks/many.py [--passages 20000] [--workers 2] [--rounds 1]

The passages are those of tests/passages/, again and again with other digits, so that no number is seen twice too soon. What counts is the
ratio; another program that uses the processor meanwhile spoils it, so that the fastest of several rounds is the fairest.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from speed import texts

from mineralclaims import Claims, Extractor

PASSAGES = Path(__file__).parent.parent / "tests" / "passages"
_OTHER_DIGITS = str.maketrans("123456789", "234567891")


def passages(number: int) -> Iterator[str]:
    """Give so many passages: ours, with digits that change from round to round."""
    ours = texts([PASSAGES])

    def endless() -> Iterator[str]:
        while True:
            yield from ours
            ours[:] = [text.translate(_OTHER_DIGITS) for text in ours]

    return islice(endless(), number)


def fingerprint(claims: Claims) -> tuple[int, int]:
    """Return what two runs are compared by: how many claims there are, and a hash of all their fields."""
    return len(claims), hash(tuple(claims))


def run(number: int, workers: int) -> tuple[float, list[tuple[int, int]]]:
    """Return the seconds for all passages, and the fingerprints of their claims."""
    start = time.perf_counter()
    found = [fingerprint(claims) for claims in Extractor().extract_many(passages(number), workers=workers)]
    return time.perf_counter() - start, found


def main() -> None:
    """Print the seconds and the ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=20_000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--rounds", type=int, default=1)
    options = parser.parse_args()
    ratios: list[float] = []
    for _ in range(options.rounds):
        alone, first = run(options.passages, 1)
        together, second = run(options.passages, options.workers)
        if first != second:
            sys.exit("the claims differ")
        ratios.append(alone / together)
        print(
            f"{len(first):,} passages, {sum(number for number, _ in first):,} claims: {alone:.1f} s alone, {together:.1f} s together"
        )
    print(
        f"{options.workers} workers are {max(ratios):.2f} times as fast as one (of {', '.join(f'{ratio:.2f}' for ratio in ratios)})"
    )


if __name__ == "__main__":
    main()
