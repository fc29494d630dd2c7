"""Many texts in order, by one process or several, without having them all in memory."""

from __future__ import annotations

import gc
import sys
from collections.abc import Iterator
from datetime import date
from typing import Any

import attrs
import pytest

from building import CLAIMS
from mineralclaims import Claims, Extractor, MineralClaimsError, SettingError, _many, extract_claims
from mineralclaims.output import packing
from rows import passages

TEXTS = [str(row["text"]) for row in passages()[::9]]
DATED = "Output at the Orla mine fell 3% last year."


@pytest.fixture(scope="module")
def alone() -> list[Claims]:
    return [extract_claims(text) for text in TEXTS]


def test_one_process_gives_the_claims_of_each_text(alone: list[Claims]) -> None:
    assert list(Extractor().extract_many(TEXTS)) == alone
    assert list(Extractor().extract_many([])) == []


def test_several_processes_give_the_same(alone: list[Claims]) -> None:
    together = list(Extractor().extract_many(iter(TEXTS), workers=2))
    assert together == alone
    assert sum(map(len, together)) > 500
    assert [str(claim.explain()) for claim in together[1]] == [str(claim.explain()) for claim in alone[1]]
    for here, there in zip(alone, together, strict=True):
        assert [attrs.asdict(claim.quantity) for claim in there] == [attrs.asdict(claim.quantity) for claim in here]


def test_the_settings_reach_the_workers() -> None:
    extractor = Extractor(types={"tariff"})
    days = [date(2020 + number % 5, 6, 1) for number in range(70)]
    found = list(
        extractor.extract_many(
            [f"A {number}% tariff on steel was imposed last year." for number in range(70)], published=days, workers=2
        )
    )
    assert [claims.published for claims in found] == days
    assert [str(claims[0].date) for claims in found[1:]] == [str(day.year - 1) for day in days[1:]]


@pytest.mark.parametrize("workers", [1, 2])
def test_what_comes_before_a_bad_text_is_given(workers: int) -> None:
    texts: list[Any] = [DATED, DATED, None, DATED]
    found = Extractor().extract_many(texts, workers=workers)
    assert [len(next(found)), len(next(found))] == [1, 1]
    with pytest.raises(TypeError, match="str, not NoneType"):
        next(found)


@pytest.mark.parametrize("workers", [1, 2])
def test_what_comes_before_a_source_fails_is_given(workers: int) -> None:
    def source() -> Iterator[str]:
        yield DATED
        raise OSError("the disk is gone")

    found = Extractor().extract_many(source(), workers=workers)
    assert len(next(found)) == 1
    with pytest.raises(OSError, match="the disk is gone"):
        next(found)


def test_texts_are_taken_as_they_are_needed() -> None:
    taken = 0

    def source() -> Iterator[str]:
        nonlocal taken
        while True:
            taken += 1
            yield "Zinc rose 5%."

    found = Extractor().extract_many(source(), workers=2)
    next(found)
    assert taken < 1000
    found.close()  # type: ignore[attr-defined]
    with pytest.raises(StopIteration):
        next(found)


@pytest.mark.parametrize(
    ("settings", "error", "message"),
    [
        ({"workers": 0}, SettingError, "workers is 0"),
        ({"workers": -2}, SettingError, "workers is -2"),
        ({"workers": 1.5}, TypeError, "float"),
        ({"workers": True}, TypeError, "bool"),
        ({"texts": "one text"}, TypeError, "not one str"),
    ],
)
def test_wrong_settings_are_refused_at_once(settings: dict[str, Any], error: type[Exception], message: str) -> None:
    with pytest.raises(error, match=message):
        Extractor().extract_many(**{"texts": [DATED], **settings})


@pytest.mark.parametrize(("days", "named"), [(1, "fewer"), (3, "more")])
def test_as_many_days_as_texts(days: int, named: str) -> None:
    with pytest.raises(MineralClaimsError, match=f"{named} days than there are texts"):
        list(Extractor().extract_many([DATED] * 2, published=[date(2025, 1, 1)] * days))


def test_one_day_can_hold_for_all() -> None:
    assert {str(claims[0].date) for claims in Extractor().extract_many([DATED] * 3, published=date(2025, 1, 1))} == {"2024"}


def test_a_bar_shows_progress(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("tqdm")
    assert len(list(Extractor().extract_many([DATED] * 3, progress=True))) == 3
    assert "3/3" in capsys.readouterr().err


def test_without_tqdm_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "tqdm", None)
    with pytest.raises(ImportError, match=r"pip install 'mineralclaims\[progress\]'"):
        Extractor().extract_many([DATED], progress=True)


def test_packed_claims_lack_nothing_but_the_explanation() -> None:
    for one, packed in zip(CLAIMS, packing.unpack(packing.pack(CLAIMS)), strict=True):
        again = packing.claim(packed, one.explain())
        assert attrs.asdict(again, recurse=False) | {"explanation": None} == attrs.asdict(one, recurse=False)
        assert again.quantity.ton_kind == one.quantity.ton_kind


class _Tells:
    """An extractor that only says how often the garbage collector of its process looks."""

    def extract(self, text: str, *, published: date | None = None) -> Claims:
        raise ValueError(f"{text} {published} {gc.get_threshold()[0]}")


def test_the_collector_is_set_in_workers_only() -> None:
    before = gc.get_threshold()
    with pytest.raises(ValueError, match="a text None 50000"):
        list(_many.extract_many(_Tells(), ["a text"], None, workers=2, progress=False))
    assert len(list(Extractor().extract_many(TEXTS[:1]))) == 1
    assert gc.get_threshold() == before
