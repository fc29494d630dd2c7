"""The pages of units and currencies have the tables that ``tools/doc_tables.py`` makes of the lexicons."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="module")
def doc_tables(root: Path) -> ModuleType:
    path = root / "tools" / "doc_tables.py"
    if not path.exists():
        pytest.skip("the source distribution has no tools")
    spec = importlib.util.spec_from_file_location("doc_tables", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_pages_are_up_to_date(doc_tables: ModuleType) -> None:
    shown = set()
    for name in doc_tables.PAGES:
        page = (doc_tables.DOCS / name).read_text(encoding="utf-8")
        shown |= {match["name"] for match in doc_tables._MARKED.finditer(page)}  # noqa: SLF001
        assert doc_tables.filled(page) == page, f"run python tools/doc_tables.py: {name} is not up to date"
    assert shown == doc_tables.TABLES.keys()


def test_an_old_table_is_replaced(doc_tables: ModuleType) -> None:
    page = "before\n<!-- elements -->\n| old |\n<!-- /elements -->\nafter\n"
    done = doc_tables.filled(page)
    assert done.startswith("before\n<!-- elements -->\n\n| symbol | element | weight |\n|---|---|---|\n| H | hydrogen | 1.008 |\n")
    assert done.endswith("\n<!-- /elements -->\nafter\n")
    assert doc_tables.filled(done) == done
