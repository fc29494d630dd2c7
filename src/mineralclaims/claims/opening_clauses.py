"""The clause without a subject of its own that opens a sentence: its subject is that of the clause behind the comma.

"After buying Pelham for $5 million, Orwin closed it", "Having spent $5 million on the shaft, Orwin gave up".
"""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import AUXILIARY, VERB

_OPENS_BY = frozenset(
    {"after", "before", "by", "while", "when", "since", "despite", "without", "besides", "in", "on", "instead", "of"}
)
_LATEST, _REACH, _VERB_WITHIN = 3, 30, 4
_BEFORE_VERB = frozenset({"A", "G"})


def subject_to_come(reading: Reading, verb: int) -> Phrase | None:
    """Return the subject of the clause behind a participle that opens the sentence, None where none does."""
    return behind_comma(reading, verb) if verb <= _LATEST and _is_participle(reading, verb) else None


def behind_comma(reading: Reading, start: int) -> Phrase | None:
    """Return the subject of the clause that begins behind the next comma, None where none does."""
    lows, end = reading.lows, min(len(reading.tokens) - 1, start + _REACH)
    for comma in range(start + 1, end):
        if lows[comma] == ",":
            phrase = reading.phrase_from(comma + 1)
            if phrase is None or phrase.time or phrase.possessed is not None:
                phrase = reading.whole_from(comma + 1)
            if phrase is not None and not phrase.time and _has_verb(reading, phrase):
                return phrase
    return None


def _is_participle(reading: Reading, verb: int) -> bool:
    """Return whether nothing but a word that leads on to a participle stands before a verb, and it is one: "after buying", "having bought"."""
    lows = reading.lows
    having = verb > 0 and lows[verb - 1] == "having"
    if not having and not lows[verb].endswith("ing"):
        return False
    return _OPENS_BY.issuperset(lows[: verb - having])


def _has_verb(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a verb with a tense follows a phrase, so that it is a subject."""
    tokens = reading.tokens
    for index in range(phrase.last + 1, min(len(tokens), phrase.last + 1 + _VERB_WITHIN)):
        if tokens[index].tag in {VERB, AUXILIARY}:
            return not tokens[index].low.endswith("ing")
        if tokens[index].tag not in _BEFORE_VERB:
            return False
    return False
