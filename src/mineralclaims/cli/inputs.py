"""Which texts a command reads: files, folders, patterns and standard input; of a page of HTML its main text."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator, Sequence
from glob import glob, has_magic
from pathlib import Path

import attrs

TEXTS, PAGES = frozenset({".txt", ".text", ".md"}), frozenset({".html", ".htm", ".xhtml"})
"""The endings of files that are read from folders; pages are told by theirs everywhere."""
STANDARD_INPUT = "-"
_PAGE = re.compile(rb"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)?<(?:!doctype\s+html|html)\b", re.IGNORECASE | re.DOTALL)


class UnreadableError(Exception):
    """A text that cannot be read; the message says why."""


@attrs.frozen
class Text:
    """A text that was read.

    Attributes:
        text: what spans count in.
        extracted: whether it is the main text of a page, which stands in no file yet.
    """

    text: str
    extracted: bool


def paths_of(arguments: Sequence[str]) -> Iterator[str]:
    """Give the path of each text: of a folder all texts and pages in it and below, of a pattern what it fits, in order.

    A pattern that fits nothing, and a folder without texts, are given as they are, so that reading them says so.
    """
    for argument in arguments:
        path = Path(argument)
        if argument == STANDARD_INPUT or path.is_file():
            yield argument
        elif path.is_dir():
            found = (each for each in path.rglob("*") if each.suffix.lower() in TEXTS | PAGES and each.is_file())
            yield from sorted(map(str, found)) or [argument]
        elif has_magic(argument) and not path.exists():
            yield from sorted(each for each in glob(argument, recursive=True) if Path(each).is_file()) or [argument]  # noqa: PTH207 - a pattern may be absolute
        else:
            yield argument


def is_many(arguments: Sequence[str]) -> bool:
    """Return whether arguments may stand for several texts, so that each record names its own."""
    return len(arguments) > 1 or any(Path(each).is_dir() or (has_magic(each) and not Path(each).exists()) for each in arguments)


def data_of(path: str) -> bytes:
    """Return the bytes of a file or of standard input.

    Raises:
        UnreadableError: they cannot be read.
    """
    if path == STANDARD_INPUT:
        return sys.stdin.buffer.read()
    if has_magic(path) and not Path(path).exists():
        raise UnreadableError("no file fits the pattern")
    if Path(path).is_dir():
        raise UnreadableError(f"no text in the folder: none of {', '.join(sorted(TEXTS | PAGES))}")
    try:
        return Path(path).read_bytes()
    except OSError as error:
        raise UnreadableError(str(error.strerror)) from None


def text_of(path: str, data: bytes) -> Text:
    """Return the text of the bytes of a file: of a page its main text, of others all of it.

    Raises:
        UnreadableError: the text is not in UTF-8, the page has no main text, or what reads pages (extra ``web``) is not installed.
    """
    if Path(path).suffix.lower() in PAGES or (path == STANDARD_INPUT and _PAGE.match(data)):
        return Text(_main_text(data), extracted=True)
    try:
        return Text(data.decode("utf-8"), extracted=False)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"not UTF-8: byte {error.object[error.start]:#04x} at {error.start}") from None


def _main_text(data: bytes) -> str:
    try:
        import trafilatura  # noqa: PLC0415 - only where there is a page
    except ImportError as error:
        raise UnreadableError(f"a page of HTML needs trafilatura: pip install 'mineralclaims[web]' ({error})") from None
    try:
        text = trafilatura.extract(data, output_format="txt", include_comments=False, include_tables=True)
    except Exception as error:  # noqa: BLE001 - whatever goes wrong inside is the failure of this page, not of the run
        raise UnreadableError(f"not readable as HTML: {error}") from None
    if not text:
        raise UnreadableError("no main text found in the page")
    return str(text)
