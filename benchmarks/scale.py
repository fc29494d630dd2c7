"""Measure how time and memory grow with one text, what the start costs, and how we stand against other readers; ratios in one run.

    python benchmarks/scale.py [PATH] [--parts 5000] [--megabytes 10] [--rounds 3]

PATH is a text of general news; without one, such a text is made up here, with about one claim in each kilobyte. It is fed to all
tools in parts of so many characters, quantulum3 gets only some of them. spaCy's blank English tokenizer is asked where it is installed.
Memory is that of a process of its own, which holds the text, then the claims too (the largest resident set, POSIX only).
"""

from __future__ import annotations

import argparse
import gc
import logging
import random
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from functools import partial
from pathlib import Path

_WORD = re.compile(r"\w+")
_PLAIN = (
    "The mayor said that the bridge over the river would open again before the winter, once the last of the cables were replaced.",
    "Residents of the old quarter have long asked for a second crossing, and many of them came to the meeting on Tuesday evening.",
    "“We have waited for this since my children went to school,” said one woman, who keeps a shop near the station.",
    "A spokesman for the ministry of transport declined to say when the work would be paid for.",
    "The team lost its captain to an injury in the first half and never found its way back into the match.",
    "Critics praised the film for its quiet pace, its fine cast and the way in which it looks at a family that falls apart.",
    "In the north of the country, heavy rain closed several roads, and schools in three districts stayed shut.",
    "The court is expected to hear the appeal next month, after both sides asked for more time to read the papers.",
)
_CLAIMS = (
    "Copper output at the Orla mine rose {a}.{b}% to {c},000 tonnes last year, the company said.",
    "Halden Mining paid ${a}.{b} million for a {c}% stake in the lithium project.",
    "The government put a {c}% tariff on steel from its neighbours on Monday.",
    "The deposit holds reserves of {a}.{b} million tonnes at {b}.{a} g/t gold.",
)
_A_CLAIM_IN = 1_700  # characters: half of these sentences have two claims
_QUANTULUM_PARTS = 20
_FEWEST_ROUNDS = 2  # the same for the two largest texts: of one run alone the time varies by a tenth
_GOALS = {"quantulum3": 150, "import": 2.0, "first": 10, "tenfold": 10.5, "words": 5, "memory": 50}
_IMPORT = "import time; start = time.perf_counter(); import {what}; print(time.perf_counter() - start)"
_FIRST = """
import logging, time, warnings
warnings.simplefilter("ignore"); logging.disable()
{before}
start = time.perf_counter()
{code}
print(time.perf_counter() - start)
"""
_MEMORY = """
import resource, sys
from mineralclaims import extract_claims
def peak(): return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 ** 2)
def held():
    with open("/proc/self/statm", encoding="ascii") as file: return int(file.read().split()[1]) * resource.getpagesize() / 2**20
text = sys.stdin.buffer.read().decode("utf-8")
extract_claims("Output rose 5% to 3 million tonnes in 2024.")
before = held()
claims = extract_claims(text)
most = peak()
import gc
gc.collect()
print(most - before, held() - before, len(claims))
"""


def made_up(characters: int) -> str:
    """Return general news of so many characters, the same each time, with a claim in about each kilobyte.

    The kinds of claims take turns, so that a part is like the whole.
    """
    chance = random.Random(7)
    pieces: list[str] = []
    length = claims = 0
    while length < characters:
        due = length // _A_CLAIM_IN >= claims
        numbers = {name: chance.randint(2, 98) for name in "abc"}
        sentence = _CLAIMS[claims % len(_CLAIMS)].format(**numbers) if due else chance.choice(_PLAIN)
        claims += due
        pieces.append(sentence + ("\n\n" if chance.random() < 1 / 6 else " "))
        length += len(pieces[-1])
    return "".join(pieces)[:characters]


def best(call: Callable[[], object], rounds: int) -> float:
    """Return the seconds of processor time of the fastest of several calls."""
    seconds: list[float] = []
    for _ in range(rounds):
        gc.collect()
        start = time.process_time()
        call()
        seconds.append(time.process_time() - start)
    return min(seconds)


def fresh(code: str, rounds: int) -> float:
    """Return the fewest seconds that code says it took in fresh interpreters."""
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout  # noqa: S603 - our own
        for _ in range(rounds)
    ]
    return min(map(float, runs))


def report(measure: str, figure: str, goal: str) -> None:
    """Print a row of a table."""
    print(f"| {measure} | {figure} | {goal} |", flush=True)


def starting(rounds: int) -> None:
    """Say what the import and the first call take."""
    ours = fresh(_IMPORT.format(what="mineralclaims"), rounds)
    base = fresh(_IMPORT.format(what="attrs, regex"), rounds)
    report("`import mineralclaims` against `import attrs, regex`", f"{ours / base:.2f} times", f"at most {_GOALS['import']:.0f}")
    text = "Zinc output rose 5% to 3 million tonnes in 2024, the company said."
    first = fresh(_FIRST.format(before="from mineralclaims import extract_claims", code=f"extract_claims({text!r})"), rounds)
    theirs = fresh(_FIRST.format(before="", code="import quantulum3; from quantulum3 import parser; parser.parse('1 t')"), rounds)
    report(
        "first call, import apart, against import and first call of quantulum3", f"1:{theirs / first:.0f}", f"1:{_GOALS['first']}"
    )


def reading(parts: list[str], rounds: int) -> None:
    """Say how long reading takes against other readers, part by part."""
    from mineralclaims import extract_claims  # noqa: PLC0415 - after the start was measured

    size = sum(map(len, parts))
    found = sum(len(extract_claims(part)) for part in parts)
    print(f"\n{size:,} characters in {len(parts)} parts, {found / size * 1000:.2f} claims a thousand characters\n")
    ours = best(lambda: [extract_claims(part) for part in parts], rounds)
    words = best(lambda: [_WORD.findall(part) for part in parts], rounds)
    report(r"`extract_claims` against `re.findall(r'\w+')`", f"{ours / words:.1f} times its time", f"at most {_GOALS['words']}")
    try:
        import spacy  # noqa: PLC0415 - may not be installed
    except ImportError:
        report("against spaCy's blank English tokenizer", "not installed", "faster")
    else:
        tokenizer = spacy.blank("en").tokenizer
        theirs = best(lambda: [tokenizer(part) for part in parts], rounds)
        report("against spaCy's blank English tokenizer", f"{theirs / ours:.2f} times as fast", "faster")
    from quantulum3.parser import parse  # noqa: PLC0415 - slow to import

    some = parts[:: max(1, len(parts) // _QUANTULUM_PARTS)][:_QUANTULUM_PARTS]
    parse("1 t")
    ours = best(lambda: [extract_claims(part) for part in some], rounds)

    def ask() -> None:
        for part in some:
            try:
                parse(part)
            except Exception:  # noqa: BLE001, S112 - whatever another library raises; its time until then counts
                continue

    report("against `quantulum3.parser.parse`", f"{best(ask, 1) / ours:.0f} times as fast", f"at least {_GOALS['quantulum3']}")


def growing(text: str, largest: int, rounds: int) -> None:
    """Say how much longer a text ten times as long takes, as one string; Python's garbage collector has a share of its own in it."""
    from mineralclaims import extract_claims  # noqa: PLC0415 - after the start was measured

    before, size = (0.0, 0.0), 1_000
    while size <= largest:
        call = partial(extract_claims, (text * (size // len(text) + 1))[:size])
        times = max(_FEWEST_ROUNDS, rounds * 100_000 // size)
        collected = best(call, times)
        gc.disable()
        paused = best(call, times)
        gc.enable()
        if before[0]:
            figure = f"{collected / before[0]:.1f} times, {paused / before[1]:.1f} with the garbage collector paused"
            report(f"a text of {size:,} against {size // 10:,} characters", figure, f"at most {_GOALS['tenfold']}")
        before, size = (collected, paused), size * 10


def remembering(text: str, size: int) -> None:
    """Say how much memory one text takes beside itself."""
    string = (text * (size // len(text) + 1))[:size]
    done = subprocess.run([sys.executable, "-c", _MEMORY], input=string.encode(), capture_output=True, check=True)  # noqa: S603 - our own
    most, results, claims = map(float, done.stdout.split())
    report(
        f"peak memory of a text of {size:,} characters with {claims:,.0f} claims, beside the text",
        f"{most:.0f} MB, of which {results:.0f} MB stay with the results",
        f"results plus {_GOALS['memory']} MB",
    )


def main() -> None:
    """Print the tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", nargs="?", type=Path, help="a text of general news")
    parser.add_argument("--parts", type=int, default=5_000, help="characters of a part")
    parser.add_argument("--megabytes", type=int, default=10, help="the largest text")
    parser.add_argument("--rounds", type=int, default=3)
    options = parser.parse_args()
    warnings.simplefilter("ignore")
    logging.disable(logging.CRITICAL)
    text = made_up(1_000_000) if options.path is None else options.path.read_text(encoding="utf-8")
    print("| measure | figure | goal |\n|---|---|---|")
    starting(2 * options.rounds)
    growing(text, options.megabytes * 1_000_000, options.rounds)
    remembering(text, options.megabytes * 1_000_000)
    reading([text[at : at + options.parts] for at in range(0, len(text), options.parts)], options.rounds)


if __name__ == "__main__":
    main()
