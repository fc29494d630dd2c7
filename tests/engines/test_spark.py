"""Spark with two workers on this machine: mapInArrow over the kernel."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from typing import Any

import pytest
from engine_texts import expected, texts

from mineralclaims import Claims, extract_claims
from mineralclaims.arrow import extract_batches, read_records, spark_ddl

pytest.importorskip("pyspark")

from pyspark.sql import SparkSession

pytestmark = pytest.mark.filterwarnings("ignore:PySpark does not yet fully support pandas:FutureWarning")
KERNEL = partial(extract_batches, text_column="text", id_column="id", dictionary=False)


@pytest.fixture(scope="module")
def spark() -> Iterator[Any]:
    session = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    session.sparkContext.setLogLevel("ERROR")
    yield session
    session.stop()


def test_all_claims_and_all_bad_rows_arrive(spark: Any) -> None:
    frame = spark.createDataFrame(list(enumerate(texts())), "id bigint, text string").repartition(4)
    claims = frame.mapInArrow(KERNEL, spark_ddl("id", "bigint"))
    rows = claims.selectExpr("id", "coalesce(type, error)", "coalesce(start, -1)").collect()
    assert sorted(map(tuple, rows)) == expected()
    assert claims.where("error is not null").count() == 2


def test_numbers_and_spans_come_as_they_are(spark: Any) -> None:
    text = "Halden owns a third of the Sable mine."
    frame = spark.createDataFrame([("a", text)], "id string, text string")
    claims = frame.mapInArrow(KERNEL, spark_ddl("id", "string"))
    (row,) = claims.selectExpr("id", "low", "subject_span.start", "subject").collect()
    assert tuple(row) == ("a", Decimal("33.333333000000"), 0, "Halden")
    assert Claims.from_dicts(read_records(claims.toArrow()), text) == extract_claims(text)
