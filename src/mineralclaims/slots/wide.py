"""Phrases with what hangs on them: of "shares of Orwin rose 3%" both "shares" and "shares of Orwin" may be the subject."""

from __future__ import annotations

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import BASE, Possible, is_of
from mineralclaims.slots.relations import stand
from mineralclaims.text.tags import AUXILIARY, NOUN, VERB

_TYPES = frozenset({"change", "share", "money"})
_HANGS_BY = frozenset({"of", "from", "in", "for", "on", "to", "by", "at", "between", "with", "outside", "into", "against"})
_ENDS = frozenset({VERB, AUXILIARY, "Q", ",", "R", "G", "O"})
_LONGEST = 14


def with_wide(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the options with the subject of the clause taken with what hangs on it, where something does."""
    if claim_type not in _TYPES:
        return options
    phrase = _about(options, scene)
    wide = None if phrase is None else _wide(scene.reading, phrase)
    if wide is None or phrase is None or wide.last >= scene.k or not any(is_of(option, phrase, BASE) for option in options):
        return options
    prep = scene.reading.lows[phrase.last + 1]
    near = stand(scene, wide)
    return [*options[:-1], (_MADE[near.names, near.joined, near.head, prep], wide.group, wide, None), options[-1]]


def _about(options: list[Possible], scene: Scene) -> Phrase | None:
    """Return the phrase that the clause settles, else the subject of its verb."""
    sources = [option[2] for option in options[:2]]
    if len(options) <= len(sources) and isinstance(sources[0], Candidate):
        return sources[0].phrase
    return scene.subject


def _wide(reading: Reading, phrase: Phrase) -> Candidate | None:
    """Return a phrase with the phrases that prepositions hang on it, None where none do; found once."""
    known = reading.wide
    if phrase.first not in known:
        last = _reach(reading, phrase)
        known[phrase.first] = Candidate(reading, phrase.first, last, phrase, "wide") if last > phrase.last else None
    return known[phrase.first]


def _reach(reading: Reading, phrase: Phrase) -> int:
    """Return the last token of what hangs on a phrase."""
    tokens = reading.tokens
    end = phrase.last + 1
    if phrase.kind == "pronoun" or phrase.possessed is not None or end >= len(tokens) or tokens[end].low not in _HANGS_BY:
        return phrase.last
    while end < len(tokens) and end - phrase.first < _LONGEST and tokens[end].tag not in _ENDS:
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


Key = tuple[tuple[str, ...], tuple[str, ...], str, str]


def _with_preposition(key: Key) -> Group:
    """Return the features of how a wide phrase stands, with the preposition that makes it wide."""
    names, joined, head, prep = key
    return Group((*names, "wide", f"wide_{prep}"), (*joined, "wide"), head)


_MADE: Groups[Key] = Groups(_with_preposition)
