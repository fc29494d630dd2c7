"""Time mineralclaims, a bare tokenizer and quantulum3 on the same passages, one by one, in one run.

    python benchmarks/speed.py [PATH ...]

PATH is a file of JSON Lines with a "text" in each line, a text file, or a folder of either; tests/passages/ if there is
none. Each tool is warmed up on the first passage, so that loading its tables counts for nothing. quantulum3 raises on
some texts; these are counted, and their time until then counts too.
"""

from __future__ import annotations

import argparse
import json
import logging
import re
import time
import warnings
from collections.abc import Callable
from pathlib import Path

PASSAGES = Path(__file__).parent.parent / "tests" / "passages"
_TOKEN = re.compile(r"\w+|[^\w\s]")


def texts(paths: list[Path]) -> list[str]:
    """Return the passages of all paths."""
    found: list[str] = []
    for path in paths:
        if path.is_dir():
            found += texts(sorted(inner for inner in path.iterdir() if inner.suffix in {".jsonl", ".txt"}))
        elif path.suffix == ".jsonl":
            lines = path.read_text(encoding="utf-8").split("\n")
            found += [json.loads(line)["text"] for line in lines if line.strip()]
        else:
            found.append(path.read_text(encoding="utf-8"))
    return found


def timed(call: Callable[[str], object], passages: list[str], rounds: int) -> tuple[float, int]:
    """Return the seconds of the fastest round over all passages, and on how many the call raised."""
    best, raised = float("inf"), 0
    attempt(call, passages[0])
    for _ in range(rounds):
        start = time.perf_counter()
        raised = sum(not attempt(call, passage) for passage in passages)
        best = min(best, time.perf_counter() - start)
    return best, raised


def attempt(call: Callable[[str], object], passage: str) -> bool:
    """Return whether the call gave an answer."""
    try:
        call(passage)
    except Exception:  # noqa: BLE001 - whatever another library raises
        return False
    return True


def main() -> None:
    """Print a line for each tool, and the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("paths", nargs="*", type=Path, default=[PASSAGES])
    parser.add_argument("--rounds", type=int, default=3, help="rounds of each tool but quantulum3, which gets one")
    options = parser.parse_args()
    passages = texts(options.paths)
    if not passages:
        parser.error("no passages")
    size = sum(map(len, passages))
    print(f"{len(passages)} passages, {size:,} characters")

    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    from quantulum3.parser import parse  # noqa: PLC0415 - slow to import, which is not what is timed

    from mineralclaims import extract_claims  # noqa: PLC0415

    seconds: dict[str, float] = {}
    for name, call, rounds in (
        ("mineralclaims", extract_claims, options.rounds),
        ("bare tokenizer", _TOKEN.findall, options.rounds),
        ("quantulum3", parse, 1),
    ):
        seconds[name], raised = timed(call, passages, rounds)
        failures = f"   raised on {raised}" if raised else ""
        print(f"{name:15} {seconds[name]:9.3f} s  {size / seconds[name] / 1e6:9.3f} MB/s{failures}")
    ours = seconds["mineralclaims"]
    print(f"mineralclaims is {seconds['quantulum3'] / ours:.1f} times as fast as quantulum3")
    print(f"and takes {ours / seconds['bare tokenizer']:.1f} times as long as the bare tokenizer")


if __name__ == "__main__":
    main()
