"""A journal beside an output file, so that a run over many files can go on where it was broken off.

Each line is JSON: first the settings, then one line a finished text with its path, the digest of its file and how long the output
was after it. What the output has beyond that was not finished and is cut off.
"""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

import click


class Journal:
    """The journal of one output file."""

    def __init__(self, output: Path, settings: Mapping[str, object]) -> None:
        """Take the journal of an output; nothing is read or written yet."""
        self.output = output
        self.path = output.with_name(f"{output.name}.journal")
        self.settings = json.loads(json.dumps(settings))
        self.done: dict[str, str] = {}
        self._end = 0

    def open(self, *, resume: bool) -> BinaryIO:
        """Return the output, opened where the finished part ends; without ``resume`` it begins anew.

        Raises:
            click.UsageError: there is an unfinished run and ``resume`` is not asked for, or its settings were others.
        """
        if self.path.exists() and not resume:
            raise click.UsageError(
                f"{self.output} is the output of an unfinished run: --resume goes on with it; to begin anew remove {self.path}"
            )
        if self.path.exists():
            self._read()
            going_on = self.output.open("r+b")
            going_on.truncate(self._end)
            going_on.seek(self._end)
            return going_on
        stream = self.output.open("wb")
        self._add(self.settings, "w")
        return stream

    def finished(self, path: str, digest: str, stream: BinaryIO) -> None:
        """Note that all of a text is in the output."""
        stream.flush()
        os.fsync(stream.fileno())
        self._add({"path": path, "digest": digest, "end": stream.tell()}, "a")

    def close(self, *, complete: bool) -> None:
        """Remove the journal where nothing is left to be done."""
        if complete:
            self.path.unlink()

    def _add(self, line: Mapping[str, object], mode: str) -> None:
        with self.path.open(mode, encoding="utf-8", errors="surrogateescape") as lines:
            lines.write(f"{json.dumps(line)}\n")

    def _read(self) -> None:
        lines = self.path.read_text(encoding="utf-8").splitlines()
        settings = json.loads(lines[0]) if lines else {}
        if settings != self.settings:
            changed = sorted(key for key in self.settings if settings.get(key) != self.settings[key])
            raise click.UsageError(
                f"{self.output} was begun with another {', '.join(changed) or 'setting'}; --resume needs the same"
            )
        for line in lines[1:]:
            try:
                entry = json.loads(line)
            except ValueError:  # the line that was being written when the run broke off
                break
            self.done[entry["path"]] = entry["digest"]
            self._end = entry["end"]
