"""The kernel: batches of texts in, batches of claims out, a bad row an error and never a lost batch."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import mineralclaims.arrow
from mineralclaims import Claims, Extractor, MineralClaimsError, extract_claims
from mineralclaims.arrow import batch_schema, claim_schema, extract_batches, extract_table, read_records

pa = pytest.importorskip("pyarrow")

TEXT = "Halden owns 40% of the Sable mine. Zinc prices rose 5%, and Brazil put a 25% tariff on imported steel."
DULL = "Nothing of note."
DATED = "Output at the Orla mine fell 3% last year."


def batch(**columns: Any) -> Any:
    """Return a batch of texts."""
    return pa.RecordBatch.from_pydict(columns)


def table(*batches: Any, **settings: Any) -> Any:
    """Return the claims of batches as one table."""
    return extract_table(pa.Table.from_batches(batches), **{"text_column": "text", "id_column": "id", **settings})


def rows(*batches: Any, columns: list[str], **settings: Any) -> list[tuple[Any, ...]]:
    """Return some columns of the claims of batches, row by row."""
    return [tuple(row.values()) for row in table(*batches, **settings).select(columns).to_pylist()]


class Fails:
    """An extractor that goes wrong at one text."""

    def extract(self, text: str, *, published: date | None = None) -> Claims:
        """Return the claims of a text."""
        if text == DULL:
            raise RecursionError("too deep")
        return extract_claims(text, published=published)


def test_each_claim_is_a_row_with_the_id_of_its_text() -> None:
    found = table(batch(id=["a", "b"], text=[TEXT, DULL]), batch(id=["c"], text=[DATED]))
    assert found.column("id").to_pylist() == ["a", "a", "a", "c"]
    assert found.column("error").null_count == found.num_rows
    first = found.slice(0, 3)
    assert Claims.from_dicts(read_records(first), TEXT) == extract_claims(TEXT)
    assert {record["id"] for record in read_records(first)} == {"a"}  # type: ignore[typeddict-item, unused-ignore]


def test_the_schema_is_the_announced_one_whatever_the_texts() -> None:
    for texts in ([TEXT], [DULL], [None], []):
        given_batch = batch(text=pa.array(texts, pa.string()), id=pa.array([1] * len(texts), pa.int16()))
        (found,) = extract_batches([given_batch], text_column="text", id_column="id")
        assert found.schema.equals(batch_schema(given_batch.schema, id_column="id"), check_metadata=True)
        assert found.schema.field("id").type == pa.int16()
        found.validate(full=True)
    plain = table(batch(id=[1], text=[TEXT]), dictionary=False)
    assert plain.schema.field("type").type == pa.string()
    assert plain.drop_columns(["id"]).schema == claim_schema(dictionary=False)
    assert plain.to_pylist() == table(batch(id=[1], text=[TEXT])).to_pylist()


@pytest.mark.parametrize(
    ("texts", "error"),
    [
        (pa.array([TEXT, None, TEXT]), "the text is null"),
        (pa.array([b"rose 5%", b"", b""]), "the text is no text but bytes"),
        (pa.array([5, 6, 7]), "the text is no text but int"),
        (pa.Array.from_buffers(pa.string(), 1, pa.array([b"\xff rose 5%"]).buffers()), "the text is no text but bytes"),
    ],
    ids=["null", "bytes", "int", "not UTF-8"],
)
def test_a_bad_row_is_a_row_with_an_error(texts: Any, error: str) -> None:
    bad = [place for place, text in enumerate(pylist(texts)) if text != TEXT]
    found = rows(batch(id=list(range(len(texts))), text=texts), columns=["id", "type", "error"])
    assert [row for row in found if row[2] is not None] == [(place, None, error) for place in bad]
    assert len(found) == len(bad) + 3 * (len(texts) - len(bad))


def pylist(texts: Any) -> list[object]:
    """Return the texts of a column, None for one that is no UTF-8."""
    try:
        return list(texts.to_pylist())
    except UnicodeDecodeError:
        return [None] * len(texts)


def test_whatever_goes_wrong_at_one_text_is_its_row() -> None:
    found = rows(batch(id=[1, 2, 3], text=[DATED, DULL, DATED]), columns=["id", "error"], extractor=Fails())
    assert found == [(1, None), (2, "RecursionError: too deep"), (3, None)]


def test_the_day_of_publication_comes_from_a_column() -> None:
    days = [date(2025, 3, 31), None, date(2021, 1, 1)]
    for column in (pa.array(days), pa.array([day and str(day) for day in days]), pa.array(days).cast(pa.timestamp("s"))):
        found = rows(batch(id=[1, 2, 3], text=[DATED] * 3, day=column), columns=["id", "date"], published_column="day")
        assert found == [(1, "2024"), (2, None), (3, "2020")]
    wrong = batch(id=[1, 2], text=[DATED] * 2, day=["yesterday", "2025-03-31"])
    assert rows(wrong, columns=["date", "error"], published_column="day") == [
        (None, "the day of publication is 'yesterday'; a day is written 2025-03-31"),
        ("2024", None),
    ]


@pytest.mark.parametrize("kind", ["large_string", "string_view"])
def test_other_kinds_of_text_columns_are_read(kind: str) -> None:
    if not hasattr(pa, kind):
        pytest.skip(f"this pyarrow has no {kind}")
    assert table(batch(id=[1], text=pa.array([TEXT], getattr(pa, kind)()))).num_rows == 3


def test_a_text_column_with_a_dictionary_is_read() -> None:
    assert table(batch(id=[1], text=pa.array([TEXT]).dictionary_encode())).num_rows == 3


def test_the_settings_of_the_extractor_hold() -> None:
    found = rows(batch(id=[1], text=[TEXT]), columns=["type"], extractor=Extractor(types={"tariff"}))
    assert found == [("tariff",)]


@pytest.mark.parametrize(
    ("settings", "message"),
    [
        ({"text_column": "body"}, "text_column is 'body', but there is none among the columns id, text, text"),
        ({"text_column": "text"}, "text_column is 'text', of which there are several"),
        ({"id_column": "key"}, "id_column is 'key', but there is none"),
        ({"id_column": "start"}, "id_column is 'start', which is a column of claims too"),
        ({"published_column": "day"}, "published_column is 'day', but there is none"),
    ],
)
def test_columns_that_are_not_there_are_named(settings: dict[str, str], message: str) -> None:
    texts = pa.array([TEXT])
    names = ["id", "text", "text"] if settings.get("text_column") else ["id", "text"]
    given_batch = pa.RecordBatch.from_arrays([pa.array([1])] + [texts] * (len(names) - 1), names=names)
    with pytest.raises(MineralClaimsError, match=message):
        table(given_batch, **settings)


def test_batches_are_read_one_at_a_time_and_claims_given_in_portions(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mineralclaims.arrow, "_ROWS_A_BATCH", 2)
    asked: list[int] = []

    def source() -> Iterator[Any]:
        for number in range(3):
            asked.append(number)
            yield batch(id=[number], text=[TEXT])

    found = extract_batches(source(), text_column="text", id_column="id")
    assert [next(found).num_rows, next(found).num_rows] == [2, 1]
    assert asked == [0]
    assert [each.num_rows for each in found] == [2, 1, 2, 1]


@given(st.lists(st.sampled_from([TEXT, DULL, DATED, None, ""]), max_size=6), st.integers(1, 4))
def test_no_row_is_lost_however_the_texts_are_cut(texts: list[str | None], size: int) -> None:
    whole = batch(id=list(range(len(texts))), text=pa.array(texts, pa.string()))
    parts = [whole.slice(start, size) for start in range(0, len(texts), size)] or [whole]
    expected = [
        (place, claim.type if claim else None)
        for place, text in enumerate(texts)
        for claim in ([None] if text is None else extract_claims(text))
    ]
    assert rows(*parts, columns=["id", "type"]) == expected


def test_a_time_of_publication_counts_as_its_day() -> None:
    moment = batch(id=[1], text=["Zinc rose 5% on Monday."], at=[datetime(2025, 4, 2, 23, 59)])  # noqa: DTZ001 - as in a file
    assert rows(moment, columns=["date"], published_column="at") == [("2025-03-31",)]
