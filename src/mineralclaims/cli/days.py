"""The day of publication of a text: the same for all, or the date in each file's name."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click

from mineralclaims._claims import Claims
from mineralclaims._pipeline import Extractor

FROM_NAME = "name"
_IN_NAME = re.compile(r"(?<!\d)(\d{4})([-_]?)(\d\d)\2(\d\d)(?!\d)")


def published(_context: click.Context, _option: click.Parameter, value: str | None) -> str | date | None:
    """Return the value of the option as a day, or ``name`` for the date in each file's name."""
    if value is None or value == FROM_NAME:
        return value
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise click.BadParameter(f"{value!r} is neither a day such as 2025-03-31 nor {FROM_NAME!r}") from None


def day_in(path: str) -> date | None:
    """Return the first date in the name of a file ("2025-03-31-title.txt", "20250331.html"), None where there is none."""
    for year, _, month, day in _IN_NAME.findall(Path(path).name):
        try:
            return date(int(year), int(month), int(day))
        except ValueError:
            continue
    return None


def extract_dated(text: str, path: str, *, extractor: Extractor, day: str | date | None) -> Claims:
    """Return the claims of a text, its day settled as asked for."""
    return extractor.extract(text, published=day if isinstance(day, date | None) else day_in(path))
