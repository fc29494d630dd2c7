"""Words that name another commodity, or none, beside certain words: American "gas" at the pump, an "NPI" royalty."""

from __future__ import annotations

import re
from functools import cache

from mineralclaims.lexicons.loader import load


@cache
def senses() -> dict[str, tuple[re.Pattern[str], str]]:
    """Return, for each word that has another sense, what must stand in its sentence for it and the name it then has ("" for none)."""
    found = {}
    for entry in load("commodities")["ambiguous"]:
        near = "|".join(re.escape(words) for words in sorted(entry["near"], key=len, reverse=True))
        found[entry["word"].lower()] = (re.compile(rf"\b(?:{near})\b"), entry["means"])
    return found


def sense_of(word: str, name: str, sentence: str) -> str:
    """Return what a word means in a sentence: ``name``, or what it is there instead ("" for no commodity).

    Args:
        word: the word, in lower case.
        name: what it usually means.
        sentence: the sentence, in lower case.
    """
    other = senses().get(word)
    return other[1] if other is not None and other[0].search(sentence) else name
