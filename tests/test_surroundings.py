"""The same claims in threads, in other processes, on another machine and another day; nothing is fetched."""

from __future__ import annotations

import hashlib
import multiprocessing
import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from datetime import date
from functools import partial

import pytest

from mineralclaims import Claims, Extractor, find_quantities
from rows import passages

TEXTS = [str(row["text"]) for row in passages()[::40]]
PUBLISHED = date(2024, 6, 3)
STATED = """
import hashlib, sys
from datetime import date
{setup}
from mineralclaims import Extractor, extract_claims
texts = sys.stdin.buffer.read().decode("utf-8").split("\\0")
found = [extract_claims(text, published=day).to_json() for text in texts for day in (None, date(2024, 6, 3))]
found.append(extract_claims("Output rose 5% three weeks ago and 6% two hours ago.", published=date(2024, 6, 3)).to_json())
print(hashlib.sha256("\\n".join(found).encode()).hexdigest(), sum(map(len, found)))
"""
FROZEN = """
import time, datetime
class Day(datetime.datetime):
    @classmethod
    def now(cls, tz=None):
        return cls(1999, 12, 31, 23, 59, 59, tzinfo=tz)
    utcnow = today = now
datetime.datetime = Day
time.time = lambda: 946684799.0
"""
NO_NETWORK = """
import sys
def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.", "ftplib.", "smtplib.")) or event in {"os.system", "subprocess.Popen", "os.exec"}:
        raise SystemExit(f"{event} {arguments}")
sys.addaudithook(refuse)
"""


def fingerprint(extractor: Extractor, text: str) -> str:
    """Return a hash of the claims of a text."""
    return hashlib.sha256(extractor.extract(text, published=PUBLISHED).to_json().encode()).hexdigest()


@pytest.fixture(scope="module")
def alone() -> list[str]:
    return [fingerprint(Extractor(), text) for text in TEXTS]


def stated(setup: str, **environment: str) -> list[str]:
    """Return what a fresh interpreter says of the texts."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", STATED.format(setup=setup)],
        input="\0".join(TEXTS[:12]).encode(),
        env=os.environ | environment,
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout.decode().split()


@pytest.fixture(scope="module")
def plainly() -> list[str]:
    return stated("")


def test_eight_threads_with_one_extractor_give_what_one_gives(alone: list[str]) -> None:
    extractor = Extractor()
    before = sys.getswitchinterval()
    sys.setswitchinterval(1e-5)
    try:
        with ThreadPoolExecutor(8) as pool:
            found = list(pool.map(partial(fingerprint, extractor), TEXTS * 8))
    finally:
        sys.setswitchinterval(before)
    assert found == alone * 8


def test_threads_that_load_the_word_lists_together_give_the_same(plainly: list[str]) -> None:
    rush = """
import threading, mineralclaims
gate = threading.Barrier(8)
def use(number):
    gate.wait()
    mineralclaims.extract_claims(f"Zinc output fell {number}% to 3 million blargs, about $5 a tonne, last year.")
threads = [threading.Thread(target=use, args=(number,)) for number in range(8)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
    assert stated(rush) == plainly


@pytest.mark.parametrize("how", sorted(set(multiprocessing.get_all_start_methods()) & {"fork", "spawn"}))
def test_other_processes_give_the_same(how: str, alone: list[str]) -> None:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context(how)) as pool:
        assert list(pool.map(partial(fingerprint, Extractor()), TEXTS)) == alone


def pickled() -> Iterator[object]:
    """Yield one of each thing that users hold."""
    text = TEXTS[1]
    claims = Extractor().extract(text, published=PUBLISHED)
    yield Extractor(types={"grade", "money"}, ton="interval", country="AU")
    yield claims
    yield claims[0]
    yield claims[0].quantity
    yield find_quantities(text)


@pytest.mark.parametrize("protocol", range(pickle.HIGHEST_PROTOCOL + 1))
def test_pickles_come_back_equal(protocol: int) -> None:
    for one in pickled():
        assert pickle.loads(pickle.dumps(one, protocol)) == one  # noqa: S301 - just written


def test_a_pickled_claim_still_says_why() -> None:
    claims = Extractor().extract(TEXTS[1])
    again: Claims = pickle.loads(pickle.dumps(claims))  # noqa: S301 - just written
    assert [str(claim.explain()) for claim in again] == [str(claim.explain()) for claim in claims]


@pytest.mark.parametrize(
    "environment",
    [
        {"PYTHONHASHSEED": "1"},
        {"PYTHONHASHSEED": "4294967295"},
        {"LC_ALL": "C", "PYTHONUTF8": "0"},
        {"LC_ALL": "tr_TR.UTF-8", "LANG": "de_DE.UTF-8"},
        {"TZ": "Pacific/Kiritimati"},
        {"TZ": "Pacific/Pago_Pago"},
        {"PYTHONOPTIMIZE": "2"},
    ],
    ids=lambda environment: ", ".join(f"{key}={value}" for key, value in environment.items()),
)
def test_the_machine_changes_nothing(environment: dict[str, str], plainly: list[str]) -> None:
    assert stated("", **environment) == plainly


@pytest.mark.parametrize("setup", [FROZEN, "import random; random.seed(7)", "import locale; locale.setlocale(locale.LC_ALL, '')"])
def test_neither_the_day_nor_settings_of_the_process_change_anything(setup: str, plainly: list[str]) -> None:
    assert int(plainly[1]) > 10_000
    assert stated(setup) == plainly


def test_nothing_is_fetched_or_started(plainly: list[str]) -> None:
    assert stated(NO_NETWORK) == plainly


def test_the_watch_on_the_network_would_see_it() -> None:
    code = NO_NETWORK + "import socket\nsocket.create_connection(('127.0.0.1', 9))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert "socket." in done.stderr
