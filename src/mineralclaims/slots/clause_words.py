"""Words that bound what one clause says of a number, for the modules that look around it for its modality."""

from __future__ import annotations

DEFINITE = frozenset({"the", "its", "their", "his", "her", "this", "that", "these", "those", "'s", "our", "current", "own"})
"""Before a number these make it a known one: nobody plans or expects "the 5%" anew."""

STOPS = frozenset({",", ";", ":", "which", "who", "but", "while", '"'})
"""What ends the clause of a verb."""

NO_PART = frozenset({",", ";", "which", "who", "that", "and", "but"})
"""What stands behind a number where its phrase ends or another clause begins."""
