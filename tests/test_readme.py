"""Every block of Python in README.md and docs/ does what it shows."""

from __future__ import annotations

import doctest
import re
from pathlib import Path

import pytest

from mineralclaims.claims.base import Claim
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.output.records import RECORD_KEYS

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```python\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


def blocks(page: str) -> list[str]:
    """Return the blocks of Python of a page."""
    return [match[1] for match in BLOCK.finditer(page)]


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_blocks_of_python(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    examples = blocks(path.read_text(encoding="utf-8"))
    assert all(">>>" in block for block in examples), "a block without a prompt would not be run"
    test = doctest.DocTestParser().get_doctest("\n".join(examples), {}, path.name, str(path), 0)
    report: list[str] = []
    doctest.DocTestRunner(optionflags=doctest.NORMALIZE_WHITESPACE).run(test, out=report.append)
    assert not report, "".join(report)


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.name)
def test_links_within_the_project_lead_somewhere(path: Path) -> None:
    for target in LINK.findall(path.read_text(encoding="utf-8")):
        assert (path.parent / target).exists(), target


@pytest.mark.parametrize("claim_type", CLAIM_TYPES, ids=lambda claim_type: claim_type.type)
def test_every_type_is_described(claim_type: type[Claim]) -> None:
    page = (ROOT / "docs" / "claim-types.md").read_text(encoding="utf-8")
    assert f"| `{claim_type.type}` | `{claim_type.__name__}` |" in page
    assert all(f"`{aspect}`" in page for aspect in claim_type.aspects)


def test_every_key_of_a_record_is_described() -> None:
    page = (ROOT / "docs" / "claim-types.md").read_text(encoding="utf-8")
    assert [key for key in RECORD_KEYS if f"`{key}`" not in page] == []
