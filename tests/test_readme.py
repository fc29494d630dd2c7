"""Every block in README.md and docs/ does what it shows: Python, commands, vocabularies; and the documentation builds."""

from __future__ import annotations

import doctest
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from mineralclaims.claims.base import Claim
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.output.records import RECORD_KEYS
from mineralclaims.vocabulary import Vocabulary

ROOT = Path(__file__).parent.parent
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))]
BLOCK = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#\s]+)[^)]*\)")


def blocks(path: Path, language: str) -> list[str]:
    """Return the blocks of a language of a page."""
    return [match[2] for match in BLOCK.finditer(path.read_text(encoding="utf-8")) if match[1] == language]


def pages_with(language: str) -> list[Path]:
    """Return the pages that have blocks of a language."""
    return [path for path in PAGES if blocks(path, language)]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Work in a folder that has the examples, as a reader would who began in that of the project."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples", ignore=shutil.ignore_patterns("*.ipynb", "__pycache__"))
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.usefixtures("folder")
@pytest.mark.parametrize("path", pages_with("python"), ids=lambda path: path.name)
def test_blocks_of_python(path: Path) -> None:
    examples = blocks(path, "python")
    assert all(">>>" in block for block in examples), "a block without a prompt would not be run"
    test = doctest.DocTestParser().get_doctest("\n".join(examples), {}, path.name, str(path), 0)
    report: list[str] = []
    flags = doctest.NORMALIZE_WHITESPACE | doctest.IGNORE_EXCEPTION_DETAIL | doctest.ELLIPSIS
    doctest.DocTestRunner(optionflags=flags).run(test, out=report.append)
    assert not report, "".join(report)


def commands(block: str) -> list[tuple[str, str]]:
    """Return the commands of a block, each with what the page shows of it."""
    parts = re.split(r"^\$ ", block, flags=re.MULTILINE)[1:]
    return [(command, shown) for command, _, shown in (part.partition("\n") for part in parts)]


def fits(shown: str, printed: str) -> bool:
    """Return whether a page shows what a command prints, ``...`` standing for anything; blank ends of lines do not count."""
    wanted = [re.escape(line.rstrip()) for line in shown.splitlines()]
    pattern = "\n".join(wanted).replace(re.escape("..."), "(?s:.*)")
    return re.fullmatch(pattern, "\n".join(line.rstrip() for line in printed.splitlines())) is not None


@pytest.mark.skipif(os.name == "nt", reason="the commands are shown for a POSIX shell")
@pytest.mark.parametrize("path", pages_with("console"), ids=lambda path: path.name)
def test_commands(path: Path, folder: Path) -> None:
    pytest.importorskip("trafilatura")
    environment = os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "COLUMNS": "80"}
    for command, shown in [pair for block in blocks(path, "console") for pair in commands(block)]:
        done = subprocess.run(
            ["bash", "-c", command],  # noqa: S607 - the shell of the page
            cwd=folder / "examples",
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            encoding="utf-8",
            check=False,
        )
        assert fits(shown, done.stdout), f"$ {command}\n{done.stdout}"


@pytest.mark.parametrize("path", pages_with("toml"), ids=lambda path: path.name)
def test_vocabularies(path: Path, tmp_path: Path) -> None:
    for block in blocks(path, "toml"):
        (tmp_path / "own.toml").write_text(block, encoding="utf-8")
        assert len(Vocabulary.from_toml(tmp_path / "own.toml")) == block.count("[[entry]]")


def test_no_block_is_left_untested() -> None:
    known = {"python", "console", "toml", "sh"}  # sh: what installs, or would change the reader's shell
    assert {match[1] for path in PAGES for match in BLOCK.finditer(path.read_text(encoding="utf-8"))} <= known


def test_the_documentation_builds(tmp_path: Path) -> None:
    pytest.importorskip("mkdocs")
    pytest.importorskip("material")
    done = subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(tmp_path / "site")],
        cwd=ROOT,
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    site = "".join(page.read_text(encoding="utf-8") for page in (tmp_path / "site").rglob("*.html"))
    assert 'id="mineralclaims.extract_claims"' in site
    assert not re.search(r'<(?:script|link|img)[^>]+(?:src|href)="https?://', site), "pages load nothing from other servers"


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
