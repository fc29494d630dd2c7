"""What a claim is about, as far as that says which commodity it has though none is named beside its number."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic, sites, suffixes
from mineralclaims.spans import Mention

About = tuple[tuple[str, ...], str]
"""What a claim is about: the head of the subject of its clause, and the sort of its object."""


def about_what(scene: Scene, object_: Mention | None) -> About:
    """Return the head of the subject of the clause of a number by its cues, and what the last word of the object of its claim is."""
    sort = ""
    if object_ is not None:
        last = object_.text.rsplit(None, 1)[-1].lower()
        sort = "site" if last in sites() else "firm" if last in generic() or last in suffixes() else "other"
    if scene.subject is None:
        return (), sort
    head = scene.reading.tokens[scene.subject.last]
    found = ("name",) if head.name else head.cue[:2]
    return ((*found, f"bare_{found[0] if found else 'none'}") if scene.subject.first == scene.subject.last else found), sort


def about_features(label: str, about: About) -> list[str]:
    """Return the features of a commodity that is not named beside the number, or of there being none, by what the claim is about."""
    cues, sort = about
    return [*(f"{label}_gs:{cue}" for cue in cues), *[f"{label}_o={sort}"] * bool(sort)]
