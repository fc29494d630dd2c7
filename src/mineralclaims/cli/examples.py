"""Examples at the end of a command's help."""

from __future__ import annotations


def examples(*lines: str) -> str:
    """Return an epilogue for click that shows each line as it is."""
    return "\b\nExamples:\n" + "\n".join(f"  {line}" for line in lines)
