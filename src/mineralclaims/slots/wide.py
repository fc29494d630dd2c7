"""Phrases with what hangs on them: of "shares of Orwin rose 3%" both "shares" and "shares of Orwin" may be the subject."""

from __future__ import annotations

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import BASE, Possible, is_of
from mineralclaims.slots.relations import stand
from mineralclaims.text.tags import AUXILIARY, NOUN, PREPOSITION, VERB
from mineralclaims.text.tokens import Token

_SUBJECTS = frozenset({"change", "share", "money"})
_OBJECTS = frozenset({"share", "tariff", "stake"})
_FEW = 2
_HANGS_BY = frozenset({"of", "from", "in", "for", "on", "to", "by", "at", "between", "with", "outside", "into", "against"})
_OF_STAKES = _HANGS_BY - {"to", "by"}
"""What hangs on what a stake is in: whom it goes to is told behind that."""

_ENDS = frozenset({VERB, AUXILIARY, "Q", ",", "R", "G", "O"})
_LONGEST = 14


def with_wide(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options with the subject of the clause taken with what hangs on it, where something does."""
    phrase = (_only(options) or scene.subject) if claim_type in _SUBJECTS else None
    return options if phrase is None or phrase.last >= scene.k else _widened(options, scene, phrase, participles=False)


def with_wide_object(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options with what stands behind "of" or "on" and the number taken with what hangs on it, where something does."""
    phrase = _only(options) if claim_type in _OBJECTS else None
    if phrase is None or phrase.first <= scene.k:
        return options
    return _widened(options, scene, phrase, participles=True, hangs=_OF_STAKES if claim_type == "stake" else _HANGS_BY)


def _only(options: list[Possible]) -> Phrase | None:
    """Return the phrase that the clause settles: the one of few options, None where there are many."""
    source = options[0][2] if len(options) <= _FEW else None
    return source.phrase if isinstance(source, Candidate) else None


def _widened(
    options: list[Possible], scene: Scene, phrase: Phrase, *, participles: bool, hangs: frozenset[str] = _HANGS_BY
) -> list[Possible]:
    """Return the options with a phrase taken with what hangs on it."""
    wide = _wide(scene.reading, phrase, participles=participles, hangs=hangs)
    if wide is None or phrase.last < scene.k <= wide.last or not any(is_of(option, phrase, BASE) for option in options):
        return options
    link = scene.reading.tokens[phrase.last + 1]
    near = stand(scene, wide)
    made = _MADE[near.names, near.joined, near.head, link.low if link.tag == PREPOSITION else link.tag]
    return [*options[:-1], (made, wide.group, wide, None), options[-1]]


def _wide(reading: Reading, phrase: Phrase, *, participles: bool, hangs: frozenset[str]) -> Candidate | None:
    """Return a phrase with the phrases that prepositions hang on it, None where none do; found once."""
    known = reading.wide
    if phrase.first not in known:
        last = _reach(reading, phrase, participles=participles, hangs=hangs)
        known[phrase.first] = Candidate(reading, phrase.first, last, phrase, "wide") if last > phrase.last else None
    return known[phrase.first]


def _reach(reading: Reading, phrase: Phrase, *, participles: bool, hangs: frozenset[str]) -> int:
    """Return the last token of what hangs on a phrase."""
    tokens = reading.tokens
    end = phrase.last + 1
    if phrase.kind == "pronoun" or phrase.possessed is not None or end >= len(tokens) or tokens[phrase.last].name:
        return phrase.last
    if participles and tokens[end].tag == VERB and tokens[end].low.endswith("ed"):
        end += 1  # "the zinc mined in Ireland"
    elif tokens[end].low not in hangs:
        return phrase.last
    while end < len(tokens) and end - phrase.first < _LONGEST and not _ends(tokens[end], hangs):
        end += 1
    last = end - 1
    while last > phrase.last:
        ending = reading.phrase_ending(last)
        if ending is not None and ending.time:
            last = ending.first - 1
        elif tokens[last].tag == NOUN and ending is not None:
            break
        else:
            last -= 1
    return last


def _ends(token: Token, hangs: frozenset[str]) -> bool:
    """Return whether nothing hangs on a phrase from a token on."""
    return token.tag in _ENDS or (token.tag == PREPOSITION and token.low not in hangs)


Key = tuple[tuple[str, ...], tuple[str, ...], str, str]


def _with_preposition(key: Key) -> Group:
    """Return the features of how a wide phrase stands, with the preposition that makes it wide."""
    names, joined, head, prep = key
    return Group((*names, "wide", f"wide_{prep}"), (*joined, "wide"), head)


_MADE: Groups[Key] = Groups(_with_preposition)
