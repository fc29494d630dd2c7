"""What governs a number in its sentence: the verb to its left, that verb's subject, and the main clause's."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import lemma

if TYPE_CHECKING:
    from mineralclaims.slots.relations import Near

_SKIP_BEFORE = frozenset(
    """of in on at for from to with by than against after between since during over into through under despite amid as within per including like below above versus without""".split()
)
_BE = frozenset({"is", "was", "are", "were", "be", "been", "being"})
_REACH = 60


class Scene:
    """What surrounds one number in its sentence, found once and asked for every candidate."""

    __slots__ = ("k", "main", "main_names", "near", "passive", "position", "reading", "second", "subject", "subject_names", "verb", "verb_cues", "verb_word")

    def __init__(self, reading: Reading, position: int) -> None:
        """Look around quantity number ``position`` of the sentence."""
        self.reading = reading
        self.k = k = reading.at[position]
        self.position = position
        verbs = reading.verbs
        at = bisect_left(verbs, k)
        self.verb = verbs[at - 1] if at and k - verbs[at - 1] < _REACH else -1
        self.second = verbs[at - 2] if at > 1 and k - verbs[at - 2] < _REACH else -1
        self.subject, self.subject_names = _subject_of(reading, self.verb, "gs")
        self.main, self.main_names = _subject_of(reading, self.second, "ms")
        self.near: list[Near] | None = None
        tokens = reading.tokens
        if self.verb >= 0:
            verb = tokens[self.verb]
            self.verb_word, self.verb_cues = verb.low, verb.cue[:2]
            self.passive = verb.low.endswith(("ed", "en", "wn")) and not _BE.isdisjoint(reading.lows[max(0, self.verb - 3) : self.verb])
        else:
            self.verb_word, self.verb_cues, self.passive = "none", (), False


def _subject_of(reading: Reading, verb: int, label: str) -> tuple[Phrase | None, tuple[str, ...]]:
    """Return the phrase that is most likely the subject of a verb, with features of its head, found once a verb."""
    if verb < 0:
        return None, ()
    known = reading.subjects.get((verb, label))
    if known is None:
        phrase = _find_subject(reading, verb)
        known = reading.subjects[verb, label] = (phrase, _head_names(reading, verb, phrase, label))
    return known


def _find_subject(reading: Reading, verb: int) -> Phrase | None:
    """Return the nearest phrase to the left of a verb outside prepositional phrases, appositions passed over."""
    tokens = reading.tokens
    relative = _relative_before(reading, verb)
    limit = relative if relative >= 0 else verb
    fallback = None
    apposed = False
    phrases = reading.phrases
    for at in range(bisect_left(reading.phrase_ends, limit) - 1, -1, -1):
        phrase = phrases[at]
        if relative >= 0 and not phrase.time:
            return phrase
        if phrase.time or phrase.possessed is not None:
            continue
        if phrase.before in _SKIP_BEFORE:
            fallback = fallback or phrase
            continue
        if not apposed and phrase.before == "," and tokens[phrase.last + 1].low == "," and fallback is None:
            # "Brent crude, the global benchmark, rose": an apposition; the phrase before the comma is the subject.
            apposed, fallback = True, phrase
            continue
        return phrase
    return fallback


def _relative_before(reading: Reading, verb: int) -> int:
    """Return the relative pronoun that is the subject of a verb ("which has"), -1 where there is none."""
    tokens = reading.tokens
    for index in range(verb - 1, max(-1, verb - 4), -1):
        tag = tokens[index].tag
        if tag == "R" and tokens[index].low in {"which", "who", "that"}:
            return index
        if tag not in {"A", "X", "V", "G"}:
            return -1
    return -1


def _head_names(reading: Reading, verb: int, phrase: Phrase | None, label: str) -> tuple[str, ...]:
    """Return the features of a subject: the cues of its head and of the word before it, alone and with the verb's."""
    if phrase is None:
        return ()
    tokens = reading.tokens
    head = tokens[phrase.last]
    found = [f"{label}:{cue}" for cue in head.cue]
    if not head.cue:
        found.append(f"{label}:{'NAME' if head.name else 'COM' if phrase.last in reading.commodity_tokens else lemma(head.low)}")
    if phrase.first != phrase.last:
        found.extend(f"{label}<{cue}" for cue in tokens[phrase.last - 1].cue[:2])
    if label == "gs" and tokens[verb].cue:
        found.extend(f"gsv:{cue}_{tokens[verb].cue[0]}" for cue in head.cue[:2])
    return tuple(found)
