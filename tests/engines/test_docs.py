"""The blocks of the documentation that need a heavy engine do what they show."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import engine_texts  # noqa: F401 - sets what Spark and Ray read from the environment
import pytest

PAGE = Path(__file__).parents[2] / "docs" / "frames.md"
BLOCK = re.compile(r"^```python (\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
BLOCKS = BLOCK.findall(PAGE.read_text(encoding="utf-8"))
LIBRARIES = {"spark": "pyspark", "ray": "ray", "spacy": "spacy"}

pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::FutureWarning", "ignore::ResourceWarning")


def test_every_engine_has_its_block() -> None:
    assert [engine for engine, _ in BLOCKS] == list(LIBRARIES)


@pytest.mark.parametrize(("engine", "block"), BLOCKS, ids=[engine for engine, _ in BLOCKS])
def test_blocks_of_engines(engine: str, block: str) -> None:
    pytest.importorskip(LIBRARIES[engine])
    test = doctest.DocTestParser().get_doctest(block, {}, f"{PAGE.name}: {engine}", str(PAGE), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=report.append)
    assert not report, "".join(report)
