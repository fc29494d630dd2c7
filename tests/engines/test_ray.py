"""Ray Data with two workers on this machine: map_batches over the kernel."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

import pytest
from engine_texts import expected, texts

from mineralclaims.arrow import extract_table

pa = pytest.importorskip("pyarrow")
ray = pytest.importorskip("ray")
data = pytest.importorskip("ray.data")

FIND_CLAIMS = partial(extract_table, text_column="text", id_column="id")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning:ray", "ignore::ResourceWarning", "ignore::FutureWarning:ray")


@pytest.fixture(scope="module")
def cluster() -> Iterator[Any]:
    yield ray.init(num_cpus=2, include_dashboard=False, logging_level="error")
    ray.shutdown()


@pytest.mark.usefixtures("cluster")
def test_all_claims_and_all_bad_rows_arrive() -> None:
    source = data.from_arrow(pa.table({"id": range(len(texts())), "text": texts()})).repartition(4)
    claims = source.map_batches(FIND_CLAIMS, batch_format="pyarrow", batch_size=16)
    found = [(row["id"], row["type"] or row["error"], -1 if row["start"] is None else row["start"]) for row in claims.take_all()]
    assert sorted(found) == expected()
