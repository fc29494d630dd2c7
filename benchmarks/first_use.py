"""Time the first use of units and currencies against quantulum3's import and first parse, each in a fresh interpreter.

    python benchmarks/first_use.py [--rounds N]

The rounds go through all of them in turn, so that none has a quieter machine; the fastest of each counts. "first call" is the
first call alone, which reads the tables; "with import" also the import of the module, and with it of the package.
"""

from __future__ import annotations

import argparse
import subprocess
import sys

RUNS = {
    "quantulum3": ("import quantulum3.parser as tool", "tool.parse('5 tonnes')"),
    "units": ("import mineralclaims.units as tool", "tool.parse_unit('dry metric tons')"),
    "units, convert": ("import mineralclaims.units as tool; from decimal import Decimal", "tool.convert(Decimal(5), 'Moz', 't')"),
    "currencies": ("import mineralclaims.currencies as tool", "tool.parse_money('A$42.5m')"),
    "currencies, resolve": ("import mineralclaims.currencies as tool", "tool.resolve('pesos', 'Chile fined it 5 million pesos.')"),
}
TIMED = """
import time, warnings, logging
warnings.simplefilter("ignore"); logging.disable()
start = time.perf_counter()
{setup}
ready = time.perf_counter()
{call}
end = time.perf_counter()
print(end - ready, end - start)
"""
AT_MOST = 10


def seconds(setup: str, call: str) -> tuple[float, float]:
    """Return what the first call takes in a new interpreter, without and with the import."""
    code = TIMED.format(setup=setup, call=call)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)  # noqa: S603 - our own code
    alone, whole = map(float, done.stdout.split())
    return alone, whole


def main() -> None:
    """Print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5, help="how often each is started")
    options = parser.parse_args()
    times = [[seconds(*run) for run in RUNS.values()] for _ in range(options.rounds)]
    best = {name: tuple(map(min, zip(*runs, strict=True))) for name, runs in zip(RUNS, zip(*times, strict=True), strict=True)}
    theirs = best["quantulum3"][1]
    print(f"{'':20} {'first call':>12} {'with import':>12}   quantulum3 with import takes")
    for name, (alone, whole) in best.items():
        print(f"{name:20} {alone:10.3f} s {whole:10.3f} s   {theirs / alone:7.0f} and {theirs / whole:5.1f} times as long")
    slowest = max(alone for name, (alone, _) in best.items() if name != "quantulum3")
    print(
        f"the slowest first call takes 1/{theirs / slowest:.0f} of quantulum3's import and first parse; at most 1/{AT_MOST} is wanted"
    )


if __name__ == "__main__":
    main()
