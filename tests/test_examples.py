"""The examples run, and the claims of the example article stay as they were read by a person."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from mineralclaims import Claims, extract_claims
from rows import HERE

ARTICLES = {
    HERE.parent / "examples" / "article.txt": date(2025, 3, 31),
    HERE / "articles" / "release.txt": date(2024, 5, 14),
    HERE / "articles" / "wire.txt": date(1987, 8, 12),
}
EXAMPLES = sorted((HERE.parent / "examples").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_run(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", str(path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("path", ARTICLES, ids=lambda path: path.stem)
def test_articles(path: Path) -> None:
    """Read a difference here first; then ``claims.to_json()`` is what the file is to hold."""
    text, published = path.read_text(encoding="utf-8"), ARTICLES[path]
    written = (HERE / "articles" / f"{path.stem}.json").read_text(encoding="utf-8")
    expected = Claims.from_json(written, text, published=published)
    assert extract_claims(text, published=published).to_dicts() == expected.to_dicts()
