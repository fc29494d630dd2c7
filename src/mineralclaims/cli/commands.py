"""The commands, with their options and what they tell a shell: 0 all done, 1 some texts failed, 2 wrongly called."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO

import attrs
import click

from mineralclaims._pipeline import Extractor
from mineralclaims._version import __version__
from mineralclaims.claims.types import BY_NAME
from mineralclaims.cli import completion, days, explain, vocab
from mineralclaims.cli.examples import examples
from mineralclaims.cli.inputs import STANDARD_INPUT, is_many, paths_of
from mineralclaims.cli.journal import Journal
from mineralclaims.cli.work import Done, Extract, no_claims, processed
from mineralclaims.cli.writers import FORMATS, OF_CLAIMS_ONLY, save_text, writer
from mineralclaims.errors import VocabularyError

_RESUMABLE = frozenset({"jsonl", "csv"})
_EXTRACT_EXAMPLES = examples(
    "mineralclaims extract article.txt",
    "mineralclaims extract news/ --published name --type reserve --type grade",
    "mineralclaims extract 'news/**/*.html' --format csv --texts texts/ > claims.csv",
    "mineralclaims extract news/ --output claims.jsonl --workers 4 --progress",
    "mineralclaims extract news/ --output claims.jsonl --workers 4 --progress --resume",
    "mineralclaims extract article.txt --output report.html",
    "mineralclaims extract news/ --output claims.parquet",
    "curl -s https://news.example/story.html | mineralclaims extract - | jq .text",
)


@click.group(
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog=examples(
        "mineralclaims extract article.txt",
        'mineralclaims explain article.txt --quote "25%"',
        "mineralclaims vocab units",
        'eval "$(mineralclaims completion bash)"',
    ),
)
@click.version_option(__version__)
def cli() -> None:
    """Typed claims from news about minerals, energy and trade."""


@attrs.frozen
class Run:
    """What the options of a run say, beside what is looked for."""

    paths: tuple[str, ...]
    form: str
    output: Path | None
    texts: Path | None
    with_text: bool
    workers: int
    progress: bool
    resume: bool


def _shared(formats: Sequence[str]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Return what gives a command the arguments and options that all have that read texts."""
    options = (
        click.argument("paths", nargs=-1, required=True, metavar="PATH..."),
        click.option("--format", "form", type=click.Choice(formats), help="Default: table on a terminal, jsonl elsewhere."),
        click.option(
            "--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help="Write to a file, not to standard output."
        ),
        click.option(
            "--texts", type=click.Path(file_okay=False, path_type=Path), help="Write the texts that spans count in to this folder."
        ),
        click.option("--with-text", is_flag=True, help="In jsonl, begin every text with a line that holds it, not only pages."),
        click.option("--workers", type=click.IntRange(1), default=1, metavar="N", help="Read in N processes (default: 1)."),
        click.option("--progress", is_flag=True, help="Show on standard error how far it is."),
        click.option("--resume", is_flag=True, help="Go on with an --output that was broken off."),
    )

    def decorate(command: Callable[..., None]) -> Callable[..., None]:
        for option in reversed(options):
            command = option(command)
        return command

    return decorate


@cli.command(epilog=_EXTRACT_EXAMPLES)
@_shared(FORMATS)
@click.option(
    "--type",
    "types",
    type=click.Choice(list(BY_NAME)),
    multiple=True,
    help="A claim type to look for; may be repeated. Default: all.",
)
@click.option(
    "--vocabulary",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    metavar="FILE",
    help="Own mines, companies, commodities and units, as TOML; records then have the ids of matched entries.",
)
@click.option(
    "--published",
    callback=days.published,
    metavar="DATE|name",
    help='Day of publication (2025-03-31), which relative dates are resolved against; "name": the date in each file\'s name.',
)
def extract(types: tuple[str, ...], published: str | date | None, vocabulary: Path | None, **options: object) -> None:
    """Find the claims of texts: files in UTF-8, pages of HTML, folders, patterns, "-" for standard input.

    The exit status is 0 where all texts were read, 1 where some were not (they are named at the end), 2 where options are wrong.
    """
    try:
        extractor = Extractor(types=types or BY_NAME, vocabulary=vocabulary)
    except VocabularyError as error:
        raise click.UsageError(str(error)) from None
    settings: dict[str, object] = {
        "command": "extract",
        "types": sorted(extractor.types),
        "published": str(published or ""),
        "vocabulary": str(vocabulary or ""),
    }
    _run(_options(options), partial(days.extract_dated, extractor=extractor, day=published), settings)


@cli.command(
    epilog=examples("mineralclaims quantities article.txt", "mineralclaims quantities news/ --format csv > quantities.csv")
)
@_shared([form for form in FORMATS if form not in OF_CLAIMS_ONLY])
def quantities(**options: object) -> None:
    """Find every quantity of texts, claim or not; paths as for extract."""
    _run(_options(options), no_claims, {"command": "quantities"})


cli.add_command(explain.explain)
cli.add_command(vocab.vocab)
cli.add_command(completion.completion)


def _options(options: dict[str, object]) -> Run:
    """Return the options of a run, after a check of what does not go together."""
    run = Run(**options | {"form": options["form"] or _default_form(options["output"])})  # type: ignore[arg-type]
    if run.resume and run.output is None:
        raise click.UsageError("--resume needs the --output that was broken off")
    if run.form == "parquet" and run.output is None and sys.stdout.isatty():
        raise click.UsageError("parquet is no text for a terminal: add --output claims.parquet")
    if run.resume and run.form not in _RESUMABLE:
        raise click.UsageError(f"--resume goes on with {' and '.join(sorted(_RESUMABLE))}, not with {run.form}")
    return run


def _default_form(output: object) -> str:
    suffix = output.suffix.removeprefix(".") if isinstance(output, Path) else ""
    if suffix in FORMATS:
        return suffix
    return "table" if output is None and sys.stdout.isatty() else "jsonl"


def _run(run: Run, extract_from: Extract, settings: dict[str, object]) -> None:
    """Write the findings of all texts that can be read; name the others at the end and tell the shell."""
    several = is_many(run.paths) or run.output is not None
    failed: list[Done] = []
    only_there = 0
    with _output(run, settings | {"format": run.form, "with_text": run.with_text}) as (stream, journal):
        known = journal.done if journal else {}
        try:
            writing = writer(
                run.form,
                stream,
                quantities=settings["command"] == "quantities",
                several=several,
                with_text=run.with_text,
                with_ids=bool(settings.get("vocabulary")),
                header=not (journal and stream.tell()),
            )
        except ImportError as error:
            if run.form != "parquet":
                raise
            raise click.UsageError(str(error)) from None
        if run.texts is not None:
            run.texts.mkdir(parents=True, exist_ok=True)
        paths = [path for path in paths_of(run.paths) if path not in known]
        with processed(paths, extract_from, min(run.workers, max(1, len(paths)))) as results:
            for done in _counted(results, len(paths)) if run.progress else results:
                if done.claims is None:
                    failed.append(done)
                    continue
                writing.write(done.path, done.claims, extracted=done.extracted)
                if run.texts is not None:
                    save_text(run.texts, done)
                only_there += done.extracted and run.texts is None and run.form == "csv"
                if journal and done.path != STANDARD_INPUT:
                    journal.finished(done.path, done.digest, stream)
        writing.close()
        if journal:
            journal.close(complete=not failed)
    _report(failed, len(paths), len(known), only_there)
    sys.exit(1 if failed else 0)


@contextmanager
def _output(run: Run, settings: dict[str, object]) -> Iterator[tuple[BinaryIO, Journal | None]]:
    """Give the stream to write to, and its journal where the run can be gone on with."""
    if run.output is None:
        stream = sys.stdout.buffer
        yield stream, None
        stream.flush()
        return
    try:
        journal = Journal(run.output, settings) if run.form in _RESUMABLE else None
        stream = journal.open(resume=run.resume) if journal else run.output.open("wb")
    except OSError as error:
        raise click.FileError(str(run.output), error.strerror) from None
    with stream:
        yield stream, journal


def _counted(results: Iterable[Done], total: int) -> Iterator[Done]:
    """Give results on, and show on standard error how many there were."""
    from rich.console import Console  # noqa: PLC0415 - only on request
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn  # noqa: PLC0415

    with Progress(BarColumn(), MofNCompleteColumn(), TimeRemainingColumn(), console=Console(stderr=True)) as bar:
        yield from bar.track(results, total=total)


def _report(failed: Sequence[Done], total: int, known: int, only_there: int) -> None:
    """Say at the end what failed, what had been done before, and which texts are nowhere but in memory."""
    for done in failed:
        click.echo(f"mineralclaims: {done.path}: {done.error}", err=True)
    if known:
        click.echo(f"mineralclaims: {known} done before", err=True)
    if only_there:
        click.echo(f"mineralclaims: the spans of {only_there} pages count in their main text; --texts FOLDER keeps it", err=True)
    if failed:
        click.echo(f"mineralclaims: {len(failed)} of {total} failed", err=True)
