"""The notebooks of examples/ run, and give what is stored in them: ``python -m pytest tests/notebooks``.

``python tests/notebooks/test_notebooks.py`` runs them and stores what they give.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient

EXAMPLES = Path(__file__).parent.parent.parent / "examples"
NOTEBOOKS = sorted(EXAMPLES.glob("*.ipynb"))
_TIMEOUT = 120


def run(path: Path) -> Any:
    """Return a notebook with the outputs of a fresh run."""
    notebook = nbformat.read(path, as_version=4)  # type: ignore[no-untyped-call]
    NotebookClient(notebook, timeout=_TIMEOUT, kernel_name="python3", resources={"metadata": {"path": str(EXAMPLES)}}).execute()
    for cell in notebook.cells:
        cell.metadata.pop("execution", None)
    notebook.metadata["language_info"] = {"name": "python"}
    return notebook


def outputs(notebook: Any) -> list[list[Any]]:
    """Return the outputs of each cell of code, without counters."""
    return [[{**each, "execution_count": None} for each in cell.outputs] for cell in notebook.cells if cell.cell_type == "code"]


@pytest.mark.filterwarnings("default")
@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.name)
def test_a_notebook_gives_what_is_stored_in_it(path: Path) -> None:
    assert outputs(run(path)) == outputs(nbformat.read(path, as_version=4))  # type: ignore[no-untyped-call]


if __name__ == "__main__":
    for each in NOTEBOOKS:
        nbformat.write(run(each), each)  # type: ignore[no-untyped-call]
        sys.stdout.write(f"{each.name} stored\n")
