"""What governs a number in its sentence: the verb to its left, that verb's subject, and the main clause's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.phrases import Phrase

if TYPE_CHECKING:
    from collections.abc import Sequence

_SKIP_BEFORE = frozenset({"of", "in", "on", "at", "for", "from", "to", "with", "by", "than", "against", "after", "between", "since", "during", "over", "into", "through", "under", "despite", "amid", "as", "within", "per", "including", "like", "below", "above", "versus", "without"})


class Scene:
    """What surrounds one number in its sentence, found once and asked for every candidate."""

    def __init__(self, reading: Reading, position: int) -> None:
        """Look around quantity number ``position`` of the sentence."""
        self.reading = reading
        self.k = reading.at[position]
        self.position = position
        self.verb, self.second = self._verbs()
        self.subject = self._subject_of(self.verb)
        self.main = self._subject_of(self.second)
        self.options: Sequence[object] | None = None
        tokens = reading.tokens
        self.verb_word = tokens[self.verb].low if self.verb >= 0 else "none"
        self.verb_cues = tokens[self.verb].cue[:2] if self.verb >= 0 else ()
        self.passive = self.verb > 0 and tokens[self.verb].low.endswith(("ed", "en", "wn")) and any(tokens[i].low in {"is", "was", "are", "were", "be", "been", "being"} for i in range(max(0, self.verb - 3), self.verb))

    def _verbs(self) -> tuple[int, int]:
        """Return the nearest two verbs to the left of the number, -1 where there is none."""
        tokens = self.reading.tokens
        found = []
        for index in range(self.k - 1, max(-1, self.k - 60), -1):
            token = tokens[index]
            if token.tag == "V" or (token.tag == "X" and (index + 1 >= len(tokens) or tokens[index + 1].tag not in "VX" and not (tokens[index + 1].tag in "AG" and index + 2 < len(tokens) and tokens[index + 2].tag == "V"))):
                if found and found[-1] - index <= 2 and token.tag == "X":
                    continue
                found.append(index)
                if len(found) == 2:
                    break
        return (found[0] if found else -1), (found[1] if len(found) > 1 else -1)

    def _subject_of(self, verb: int) -> Phrase | None:
        """Return the phrase that is most likely the subject of a verb: the nearest to its left outside prepositional phrases."""
        if verb < 0:
            return None
        tokens = self.reading.tokens
        relative = self._relative_before(verb)
        limit = relative if relative >= 0 else verb
        fallback = None
        apposed = False
        for phrase in reversed(self.reading.phrases):
            if phrase.last >= limit:
                continue
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

    def _relative_before(self, verb: int) -> int:
        """Return the relative pronoun that is the subject of a verb ("which has"), -1 where there is none."""
        tokens = self.reading.tokens
        for index in range(verb - 1, max(-1, verb - 4), -1):
            tag = tokens[index].tag
            if tag == "R" and tokens[index].low in {"which", "who", "that"}:
                return index
            if tag not in {"A", "X", "V", "G"}:
                return -1
        return -1
