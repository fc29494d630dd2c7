"""The command line as a shell sees it."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from mineralclaims import Claims, extract_claims, find_quantities
from mineralclaims._version import __version__

pytest.importorskip("click")
pytest.importorskip("rich")

from click.testing import CliRunner, Result

from mineralclaims.cli import cli
from mineralclaims.output.records import RECORD_KEYS

NEWS = "Copper rose 2.50% to $9,480 a tonne on Monday. Chile’s reserves are 190 million tonnes.\n"


@pytest.fixture
def news(tmp_path: Path) -> Path:
    path = tmp_path / "news.txt"
    path.write_text(NEWS, encoding="utf-8")
    return path


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)


def test_a_pipe_gets_json_lines(news: Path) -> None:
    done = run("extract", news)
    assert (done.exit_code, done.stderr) == (0, "")
    records = [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in done.stdout.splitlines()]
    assert Claims.from_dicts(records, NEWS) == extract_claims(NEWS)
    assert records
    assert '"low": 2.50' in done.stdout


def test_standard_input_is_read() -> None:
    assert run("extract", "-", stdin=NEWS).stdout == extract_claims(NEWS).to_jsonl()


def test_the_day_of_publication_settles_dates(news: Path) -> None:
    assert "2025-03-31" in run("extract", news, "--published", "2025-04-02").stdout
    assert "2025-03-31" not in run("extract", news).stdout
    wrong = run("extract", news, "--published", "yesterday")
    assert wrong.exit_code == 2
    assert "yesterday" in wrong.stderr


def test_the_day_can_be_in_the_name(tmp_path: Path) -> None:
    for name in ("2025-04-02-copper.txt", "20240409.txt", "copper-2024-13-40-1234567.txt"):
        (tmp_path / name).write_text("Sable produced 40,000 tonnes of zinc last year.", encoding="utf-8")
    rows = [json.loads(line) for line in run("extract", tmp_path, "--published", "name").stdout.splitlines()]
    assert [row["date"] for row in rows] == ["2023", "2024", None]


def test_several_files_name_themselves(news: Path) -> None:
    rows = [json.loads(line) for line in run("extract", news, news).stdout.splitlines()]
    assert {row["path"] for row in rows} == {str(news)}
    assert len(rows) == 2 * len(extract_claims(NEWS))
    table = list(csv.DictReader(io.StringIO(run("extract", news, news, "--format", "csv").stdout)))
    assert [row["text"] for row in table] == [row["text"] for row in rows]
    assert table[0]["path"] == str(news)


def test_csv_has_a_header(news: Path) -> None:
    table = list(csv.DictReader(io.StringIO(run("extract", news, "--format", "csv").stdout)))
    assert tuple(table[0]) == RECORD_KEYS
    assert [row["text"] for row in table] == [claim.text for claim in extract_claims(NEWS)]


def test_parquet_holds_the_claims_of_all_files(news: Path, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    from mineralclaims.arrow import read_records  # noqa: PLC0415 - needs pyarrow

    dull = tmp_path / "dull.txt"
    dull.write_text("Nothing of note.", encoding="utf-8")
    done = run("extract", dull, news, tmp_path / "missing.txt", "--format", "parquet", "--published", "2025-04-02")
    assert done.exit_code == 1
    assert "1 of 3 failed" in done.stderr
    table = parquet.read_table(io.BytesIO(done.stdout_bytes))
    assert set(table.column("path").to_pylist()) == {str(news)}
    assert Claims.from_dicts(read_records(table), NEWS) == Claims.from_dicts(
        extract_claims(NEWS, published=date(2025, 4, 2)).to_dicts(), NEWS
    )
    assert run("extract", dull, "--format", "parquet").exit_code == 0
    assert run("quantities", dull, "--format", "parquet").exit_code == 2


def test_parquet_says_what_to_install(news: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    done = run("extract", news, "--format", "parquet")
    assert done.exit_code == 2
    assert "pip install 'mineralclaims[arrow]'" in done.stderr


def test_a_table_can_be_asked_for(news: Path) -> None:
    done = run("extract", news, "--format", "table")
    assert done.exit_code == 0
    assert "$9,480" in done.stdout
    assert "\x1b" not in done.stdout


def test_quantities_are_listed(news: Path) -> None:
    rows = [json.loads(line) for line in run("quantities", news).stdout.splitlines()]
    assert [row["text"] for row in rows] == [mention.text for mention in find_quantities(NEWS)]
    assert {row["kind"] for row in rows} == {"percent", "money", "amount"}
    assert "percent" in run("quantities", news, "--format", "table").stdout


@pytest.mark.parametrize("form", ["table", "jsonl", "csv"])
def test_bad_files_are_named_at_the_end_and_the_others_read(news: Path, tmp_path: Path, form: str) -> None:
    latin, missing, empty = tmp_path / "latin.txt", tmp_path / "missing.txt", tmp_path / "empty"
    latin.write_bytes(b"r\xe9serves of 5%")
    empty.mkdir()
    pattern = tmp_path / "*.doc"
    done = run("extract", missing, latin, empty, pattern, news, "--format", form)
    assert done.exit_code == 1
    assert done.stderr.splitlines() == [
        f"mineralclaims: {missing}: No such file or directory",
        f"mineralclaims: {latin}: not UTF-8: byte 0xe9 at 1",
        f"mineralclaims: {empty}: no text in the folder: none of .htm, .html, .md, .text, .txt, .xhtml",
        f"mineralclaims: {pattern}: no file fits the pattern",
        "mineralclaims: 4 of 5 failed",
    ]
    assert "2.50" in done.stdout


def test_no_claims_are_no_error() -> None:
    assert (run("extract", "-", stdin="").exit_code, run("extract", "-", stdin="").stdout) == (0, "")


def test_terminal_codes_in_a_text_are_not_obeyed() -> None:
    hostile = "\x1b[31mAcme\x1b[0m sold a [bold]50%[/bold] stake in the mine."
    done = run("extract", "-", "--format", "table", stdin=hostile)
    assert "\x1b" not in done.stdout
    assert "50%" in done.stdout


def test_help_and_version() -> None:
    assert run("--help").exit_code == 0
    assert {"extract", "quantities", "explain", "vocab", "completion"} <= set(run("--help").stdout.split())
    assert __version__ in run("--version").stdout
    assert run("extract").exit_code == 2


def test_the_module_runs(news: Path) -> None:
    command = [sys.executable, "-m", "mineralclaims", "extract", str(news)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr, done.stdout) == (0, "", extract_claims(NEWS).to_jsonl())


@pytest.mark.parametrize("missing", ["click", "rich"])
def test_without_the_extra_it_says_what_to_install(missing: str) -> None:
    code = (
        f"import sys; sys.modules[{missing!r}] = None\n"
        "sys.argv = ['mineralclaims', 'extract', '-', '--format', 'table']\n"
        "from mineralclaims.__main__ import main; main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=NEWS,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=os.environ,
        check=False,
    )
    assert done.returncode == 1
    assert done.stderr == f"mineralclaims: the command line needs {missing}: pip install 'mineralclaims[cli]'\n"
