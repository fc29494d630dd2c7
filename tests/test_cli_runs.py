"""Runs of the command line over many texts: folders, pages, going on where it broke off, several processes."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from mineralclaims import Claims, extract_claims
from mineralclaims.cli import inputs

pytest.importorskip("click")
pytest.importorskip("rich")

from click.testing import CliRunner, Result

from mineralclaims.cli import cli

NEWS = "Copper rose 2.50% to $9,480 a tonne on Monday. Chile’s reserves are 190 million tonnes.\n"
OTHER = "The Sable mine holds reserves of 11.2 Moz of gold.\n"
PAGE = """<!DOCTYPE html><html><head><title>Gold</title></head><body><nav><a href="/">Up 99%</a></nav><article><h1>Gold</h1>
<p>The Sable mine holds reserves of 11.2 Moz of gold, the ministry said in a long statement that was put out on Monday.</p>
<p>It means to mine 40,000 ounces a year, and the plant is to cost about $300 million, the company said later that day.</p>
</article><footer>Cookies: 100% yours</footer></body></html>"""


def run(*arguments: str | Path, stdin: str | bytes | None = None) -> Result:
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], input=stdin)


def lines(document: str) -> list[dict[str, Any]]:
    return [json.loads(line, parse_float=Decimal, parse_int=Decimal) for line in document.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return a folder with two texts, one below, and a file that is no text."""
    (tmp_path / "news" / "old").mkdir(parents=True)
    (tmp_path / "news" / "b.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "news" / "old" / "a.md").write_text(OTHER, encoding="utf-8")
    (tmp_path / "news" / "c.png").write_bytes(b"\x89PNG 50%")
    return tmp_path / "news"


def paths(result: Result) -> list[str]:
    return list(dict.fromkeys(row["path"] for row in lines(result.stdout)))


def test_folders_and_patterns_are_gone_through_in_order(folder: Path) -> None:
    files = [str(folder / "b.txt"), str(folder / "old" / "a.md")]
    assert paths(run("extract", folder)) == files
    assert paths(run("extract", folder / "**" / "*.md", folder / "*.txt")) == files[::-1]
    assert paths(run("quantities", folder)) == files


def test_a_file_whose_name_looks_like_a_pattern_is_a_file(tmp_path: Path) -> None:
    (tmp_path / "a[1].txt").write_text(OTHER, encoding="utf-8")
    assert lines(run("extract", tmp_path / "a[1].txt").stdout)[0]["text"] == "11.2 Moz"


def test_types_are_chosen(folder: Path) -> None:
    chosen = run("extract", folder, "--type", "reserve", "--type", "change")
    assert [row["type"] for row in lines(chosen.stdout)] == ["change", "reserve", "reserve"]
    wrong = run("extract", folder, "--type", "rock")
    assert wrong.exit_code == 2
    assert "'rock'" in wrong.stderr
    assert "tariff" in wrong.stderr


@pytest.mark.parametrize("stdin", [True, False])
def test_of_a_page_the_main_text_is_read_and_handed_on(tmp_path: Path, stdin: bool) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    done = run("extract", "-", stdin=PAGE) if stdin else run("extract", path)
    document, *records = lines(done.stdout)
    assert (done.exit_code, document["type"]) == (0, "document")
    assert "Cookies" not in document["text"]
    assert Claims.from_dicts(records, document["text"]) == extract_claims(document["text"])
    assert [record["text"] for record in records] == ["11.2 Moz", "40,000 ounces", "$300 million"]


def test_csv_says_where_the_text_of_a_page_is(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text(PAGE, encoding="utf-8")
    assert "--texts FOLDER keeps it" in run("extract", path, "--format", "csv").stderr
    done = run("extract", path, "--format", "csv", "--texts", tmp_path / "texts")
    assert done.stderr == ""
    (kept,) = (tmp_path / "texts").iterdir()
    assert kept.name.endswith("__page.html.txt")
    text = kept.read_bytes().decode("utf-8")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert [text[int(row["start"]) : int(row["end"])] for row in rows] == [row["text"] for row in rows]


def test_a_page_that_its_reader_stumbles_over_fails_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trafilatura = pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "b.txt").write_text(OTHER, encoding="utf-8")

    def stumble(*_: object, **__: object) -> None:
        raise RecursionError("too deep")

    monkeypatch.setattr(trafilatura, "extract", stumble)
    done = run("extract", tmp_path)
    assert (done.exit_code, paths(done)) == (1, [str(tmp_path / "b.txt")])
    assert "a.html: not readable as HTML: too deep" in done.stderr


def test_a_page_without_text_and_one_without_its_reader_fail(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "page.html"
    path.write_text("<html><body></body></html>", encoding="utf-8")
    assert "no main text found" in run("extract", path).stderr
    monkeypatch.setitem(__import__("sys").modules, "trafilatura", None)
    assert "pip install 'mineralclaims[web]'" in run("extract", path).stderr


def test_the_text_of_files_is_handed_on_when_asked_for(folder: Path) -> None:
    rows = lines(run("extract", folder, "--with-text").stdout)
    assert [row["text"] for row in rows if row["type"] == "document"] == [NEWS, OTHER]


def test_a_page_of_html_shows_all_texts(folder: Path, tmp_path: Path) -> None:
    report = tmp_path / "report.html"
    assert run("extract", folder, "--output", report).exit_code == 0
    page = report.read_text(encoding="utf-8")
    assert page.startswith("<!DOCTYPE html>")
    assert "2 documents" in page
    assert page.count("<mark") == len(extract_claims(NEWS)) + len(extract_claims(OTHER))


def test_several_processes_give_the_same(folder: Path) -> None:
    one, two = run("extract", folder, "missing.txt"), run("extract", folder, "missing.txt", "--workers", "2", "--progress")
    assert two.stdout == one.stdout
    assert two.exit_code == one.exit_code == 1
    assert "missing.txt: No such file" in two.stderr


Broken = Callable[[str], None]


@pytest.fixture
def breaks(monkeypatch: pytest.MonkeyPatch) -> Broken:
    """Return what makes the run break off at a file of this name."""
    read = inputs.data_of

    def break_at(name: str) -> None:
        def data_of(path: str) -> bytes:
            if Path(path).name == name:
                raise KeyboardInterrupt
            return read(path)

        monkeypatch.setattr("mineralclaims.cli.work.data_of", data_of)

    return break_at


@pytest.mark.parametrize("form", ["jsonl", "csv"])
def test_a_run_goes_on_where_it_was_broken_off(folder: Path, tmp_path: Path, breaks: Broken, form: str) -> None:
    whole, output = tmp_path / "whole", tmp_path / "claims"
    journal = tmp_path / "claims.journal"
    assert run("extract", folder, "--format", form, "--output", whole).exit_code == 0
    assert not (tmp_path / "whole.journal").exists()
    breaks("a.md")
    assert run("extract", folder, "--format", form, "--output", output).exit_code == 1
    assert journal.exists()
    with output.open("ab") as stream:
        stream.write(b"half a rec")
    breaks("b.txt")
    refused = run("extract", folder, "--format", form, "--output", output)
    assert (refused.exit_code, "--resume goes on" in refused.stderr) == (2, True)
    done = run("extract", folder, "--format", form, "--output", output, "--resume")
    assert (done.exit_code, done.stderr) == (0, "mineralclaims: 1 done before\n")
    assert output.read_bytes() == whole.read_bytes()
    assert not journal.exists()


def test_what_failed_is_tried_again(folder: Path, tmp_path: Path) -> None:
    output, late = tmp_path / "claims.jsonl", tmp_path / "late.txt"
    assert run("extract", folder, late, "--output", output).exit_code == 1
    late.write_text(OTHER, encoding="utf-8")
    assert run("extract", folder, late, "--output", output, "--resume").exit_code == 0
    assert [row["path"] for row in lines(output.read_text(encoding="utf-8"))].count(str(late)) == 1


@pytest.mark.parametrize(
    ("options", "said"),
    [
        (["--resume"], "--resume needs the --output"),
        (["--resume", "--output", "{}/r.html"], "not with html"),
        (["--output", "{}/no/such/folder.jsonl"], "No such file"),
        (["--workers", "0"], "--workers"),
    ],
)
def test_what_does_not_go_together_is_refused(folder: Path, tmp_path: Path, options: list[str], said: str) -> None:
    done = run("extract", folder, *[option.format(tmp_path) for option in options])
    assert done.exit_code in {1, 2}
    assert said in done.stderr


def test_a_run_with_other_settings_does_not_go_on(folder: Path, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    run("extract", folder, "missing.txt", "--output", output)
    done = run("extract", folder, "--output", output, "--resume", "--type", "grade")
    assert done.exit_code == 2
    assert "begun with another types" in done.stderr


@pytest.mark.parametrize(
    ("options", "told"),
    [
        (["--at", "13"], ["12:17 <RelativeChange '2.50%'", "type = change"]),
        (["--quote", "190 million tonnes"], ["<ReserveEstimate '190 million tonnes'"]),
        (["--quote", "Monday"], ["'Monday': no claim", "no number is written here"]),
        ([], ["<RelativeChange '2.50%'", "<MonetaryValue '$9,480'", "<ReserveEstimate '190 million tonnes'"]),
    ],
)
def test_explain_tells_why(folder: Path, options: list[str], told: list[str]) -> None:
    done = run("explain", folder / "b.txt", *options)
    assert done.exit_code == 0
    assert [each for each in told if each not in done.stdout] == []


@pytest.mark.parametrize(("options", "said"), [(["--at", "9999"], "no place in a text"), (["--quote", "iron"], "no 'iron'")])
def test_explain_refuses_places_that_are_none(folder: Path, options: list[str], said: str) -> None:
    done = run("explain", folder / "b.txt", *options)
    assert done.exit_code == 2
    assert said in done.stderr
    assert run("explain", folder / "nope.txt").exit_code == 1


def test_the_vocabulary_is_listed() -> None:
    rows = lines(run("vocab").stdout)
    assert {row["list"] for row in rows} == {"types", "units", "currencies", "commodities"}
    assert {"reserve", "oz_t", "USD", "lithium"} <= {row["name"] for row in rows}
    assert len({(row["list"], row["name"]) for row in rows}) == len(rows)
    table = run("vocab", "units", "--find", "troy", "--format", "table").stdout
    assert "oz_t" in table
    assert "bbl" not in table


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed(shell: str) -> None:
    done = run("completion", shell)
    assert (done.exit_code, "_MINERALCLAIMS_COMPLETE" in done.stdout) == (0, True)


@pytest.mark.parametrize("command", ["extract", "quantities", "explain", "vocab", "completion"])
def test_help_has_examples(command: str) -> None:
    told = run(command, "--help").stdout
    assert f"\n    mineralclaims {command}" in told.partition("Examples:\n")[2]
    assert "\\b" not in told


def test_an_own_vocabulary_is_used(tmp_path: Path) -> None:
    own, text = Path(__file__).parent / "vocabulary.toml", "Kestrel North produced 400 drums of zinc.\n"
    (row,) = lines(run("extract", "-", "--vocabulary", own, stdin=text).stdout)
    assert row["ids"] == {"subject": "mine:7", "unit": "unit:drum"}
    (cells,) = csv.DictReader(io.StringIO(run("extract", "-", "--vocabulary", own, "--format", "csv", stdin=text).stdout))
    assert cells["ids"] == "subject=mine:7 unit=unit:drum"
    wrong = tmp_path / "own.toml"
    wrong.write_text("[[entry]]\nid = 'a'\nkind = 'rock'\nname = 'b'", encoding="utf-8")
    done = run("extract", "-", "--vocabulary", wrong, stdin=text)
    assert done.exit_code == 2
    assert "kind is 'rock'" in " ".join(done.stderr.split())
