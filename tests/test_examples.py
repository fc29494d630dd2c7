"""The examples run and say something."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from rows import HERE

EXAMPLES = sorted((HERE.parent / "examples").glob("*.py"))


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.name)
def test_examples_run(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-W", "error", str(path)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout


@pytest.mark.parametrize("path", sorted((HERE.parent / "examples").glob("*.ipynb")), ids=lambda path: path.name)
def test_notebooks_were_run_to_the_end(path: Path) -> None:
    cells = [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == "code"]
    assert [cell["execution_count"] for cell in cells] == list(range(1, len(cells) + 1))
    assert not [output for cell in cells for output in cell["outputs"] if output["output_type"] == "error"]
    shown = ["".join(output["data"].get("text/html", "")) for cell in cells for output in cell["outputs"] if "data" in output]
    assert any("<svg" in html or 'class="mineralclaims' in html for html in shown)
