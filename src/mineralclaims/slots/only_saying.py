"""Persons who only say a number: it is of somebody else ("the mine will cost $5 million, Ana Ruiz said")."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.actors import PERSON
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.name_words import person_titles
from mineralclaims.slots.parties import Option, Possible, is_of
from mineralclaims.slots.speakers import speaker_for

_HIMSELF = frozenset({"he", "she", "i"})
_SAYS = "said"
_WHOLE = frozenset({"base", "trail"})


def without_persons_saying(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the options but the person who says the number, unless the number is of what he does; all where no other is left."""
    persons = [words for option in options if (words := _person(option, scene)) is not None]
    if not persons:
        return options
    subject = scene.subject
    if subject is not None and subject.kind == "pronoun" and scene.reading.lows[subject.last] in _HIMSELF:
        return options
    found = speaker_for(scene.reading, scene.k)
    if found is None or scene.reading.lows[found[1]] != _SAYS or (scene.verb != found[1] and subject is found[0].phrase):
        return options
    said_by = found[0].phrase
    tokens = scene.reading.tokens
    name = scene.reading.document.text[tokens[said_by.first].start : tokens[said_by.last].end]
    if not any(words in name for words in persons):
        return options
    left = [option for option in options if not is_of(option, said_by, _WHOLE) and _person(option, scene) not in _parts(name)]
    return left if any(Option(*option[:4]).mention is not None for option in left) else options


def _parts(name: str) -> set[str]:
    """Return what a name with a title may be said by: "minister Ana Ruiz", "Ana Ruiz", "Ruiz"."""
    words = name.split(" ")
    return {" ".join(words[at:]) for at in range(len(words))}


def _person(option: Possible, scene: Scene) -> str | None:
    """Return the words of an option that names a person, None for any other."""
    mention = Option(*option[:4]).mention
    if mention is None:
        return None
    if antecedents_of(scene.reading.document).cast.kind_of(mention.text) == PERSON:
        return mention.text
    first, _, rest = mention.text.partition(" ")
    return mention.text if rest and first.lower() in person_titles() and rest[:1].isupper() else None
