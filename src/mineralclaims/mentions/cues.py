"""Cue words: which classes a word belongs to (`lexicons/cues.toml`)."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load


@cache
def cue_classes() -> dict[str, tuple[str, ...]]:
    """Return the cue classes of every cue word, in the order of the lexicon."""
    classes: dict[str, list[str]] = {}
    for name, entry in load("cues").items():
        for word in entry["words"].split():
            known = classes.setdefault(word, [])
            if name not in known:
                known.append(name)
    return {word: tuple(names) for word, names in classes.items()}
