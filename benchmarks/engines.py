"""Send many passages through one process, through two, and through Spark with two workers: the same claims, no row lost, and how fast.

    python benchmarks/engines.py [--passages 100000] [--rows-a-file 2000]

Needs the extra ``spark`` and Java 17. The passages are those of ``many.py``; for Spark a null stands among every thousand of them, which
must come back as a row with an error. Everything is written to a folder of its own, which is removed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq
from many import passages

from mineralclaims import Extractor
from mineralclaims.arrow import batch_schema, extract_batches, spark_ddl
from mineralclaims.output.records import claim_to_dict
from mineralclaims.output.tables import claim_arrays

_NULL_EVERY = 1000
_SCHEMA = pa.schema([("id", pa.int64()), ("text", pa.string())])


def texts_of(number: int) -> Iterator[str | None]:
    """Give the passages with nulls among them."""
    return (None if place % _NULL_EVERY == 0 else text for place, text in enumerate(passages(number)))


def in_processes(number: int, workers: int) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Return the table of claims that ``extract_many`` finds, the nulls left out of what it gets."""
    schema = batch_schema(_SCHEMA, id_column="id", dictionary=False)
    claims_only = pa.schema(list(schema)[1:])
    ids = (place for place in range(number) if place % _NULL_EVERY)
    found = zip(
        ids, Extractor().extract_many((text for text in texts_of(number) if text is not None), workers=workers), strict=True
    )
    batches = []
    while some := list(islice(found, 512)):
        rows = [claim_to_dict(claim) for _, claims in some for claim in claims]
        column = pa.array([place for place, claims in some for _ in claims], pa.int64())
        batches.append(pa.RecordBatch.from_arrays([column, *claim_arrays(rows, claims_only)], schema=schema))
    return pa.Table.from_batches(batches, schema=schema)


def in_spark(source: str, target: str) -> None:
    """Write the claims that Spark finds in the Parquet files of one folder to another."""
    from pyspark.sql import SparkSession  # noqa: PLC0415 - slow, and not what is timed elsewhere

    spark = SparkSession.builder.master("local[2]").config("spark.ui.enabled", "false").getOrCreate()
    spark.sparkContext.setLogLevel("ERROR")
    find_claims = partial(extract_batches, text_column="text", id_column="id", dictionary=False)
    spark.read.parquet(source).mapInArrow(find_claims, spark_ddl("id", "bigint")).write.parquet(target)
    spark.stop()


def timed(name: str, call: Callable[[], Any]) -> tuple[float, Any]:
    """Return the seconds of a call and what it gave."""
    start = time.perf_counter()
    given = call()
    seconds = time.perf_counter() - start
    print(f"{name}: {seconds:.1f} s", flush=True)
    return seconds, given


def main() -> None:
    """Run all three, compare, and print the ratios."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--rows-a-file", type=int, default=2_000)
    options = parser.parse_args()
    os.environ["PYSPARK_PYTHON"] = os.environ["PYSPARK_DRIVER_PYTHON"] = sys.executable
    os.environ["PYTHONPATH"] = str(Path(__file__).parent)
    one_time, one = timed("one process", partial(in_processes, options.passages, 1))
    two_time, two = timed("two processes", partial(in_processes, options.passages, 2))
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "texts"), Path(folder, "claims")
        source.mkdir()
        rows = enumerate(texts_of(options.passages))
        while some := list(islice(rows, options.rows_a_file)):
            table = pa.Table.from_pydict({"id": [row[0] for row in some], "text": [row[1] for row in some]}, schema=_SCHEMA)
            pq.write_table(table, source / f"{some[0][0]:09}.parquet")
        spark_time, _ = timed("Spark, its start and the files included", partial(in_spark, str(source), str(target)))
        spark = (
            pq.read_table(target).select(one.schema.names).cast(one.schema).sort_by([("id", "ascending"), ("start", "ascending")])
        )
    bad = spark.filter(pa.compute.is_null(spark["type"]))
    good = spark.filter(pa.compute.is_valid(spark["type"]))
    nulls = len(range(0, options.passages, _NULL_EVERY))
    checks = {
        "two processes give the claims of one": two.equals(one),
        "Spark gives the claims of one process": good.equals(one),
        "every null is a row with an error": bad["id"].to_pylist() == list(range(0, options.passages, _NULL_EVERY)),
    }
    print(f"{options.passages:,} rows, {nulls} of them null; {len(one):,} claims of one process, {len(good):,} of Spark")
    for check, holds in checks.items():
        print(f"{check}: {'yes' if holds else 'NO'}")
    print(
        f"two processes are {one_time / two_time:.2f} times as fast as one, Spark with two workers {one_time / spark_time:.2f} times"
    )
    sys.exit(0 if all(checks.values()) else 1)


if __name__ == "__main__":
    main()
