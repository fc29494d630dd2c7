"""Python's garbage collector in processes of our own: the command line and the workers."""

from __future__ import annotations

import gc

_THRESHOLDS = (50_000, 20, 100)
"""After how many new objects the collector looks at the youngest, after how many such looks at the older ones."""


def collect_rarely() -> None:
    """Let the collector of this process look at what is remembered less often.

    Nothing that a text leaves behind waits for it: what belongs to a sentence is let go of when that is done with. For a process
    whose collector is ours to set: a library must not change that of its user.
    """
    gc.set_threshold(*_THRESHOLDS)
