"""Verbs that only say: each is "said" to all that reads a sentence, so that no rule knows one of them and not another."""

from __future__ import annotations

from collections.abc import Iterable

from mineralclaims.text.tags import VERB
from mineralclaims.text.tokens import Token

_SAID = "said"
AS_SAID = frozenset({"says", "stated", "noted", "explained", "remarked", "commented"})
"""Verbs that say no more than "said" does."""

_ADDED, _BEHIND_WORDS = "added", frozenset({".", ",", "that", '"'})


def call_said(tokens: list[Token], verbs: Iterable[int]) -> None:
    """Give the verbs among some tokens that only say one word: "says", "noted", "he added." are "said"; "added 5%" is not."""
    for index in verbs:
        token = tokens[index]
        if token.tag == VERB and (token.low in AS_SAID or (token.low == _ADDED and _adds_words(tokens, index))):
            token.low = _SAID


def _adds_words(tokens: list[Token], index: int) -> bool:
    """Return whether what is added is words: "he added.", "Orwin added that"."""
    return index + 1 < len(tokens) and tokens[index + 1].low in _BEHIND_WORDS
