"""Coarse word classes, from closed word lists and verb inflections; no model."""

from __future__ import annotations

from functools import cache, lru_cache

import attrs

from mineralclaims.lexicons.loader import load

NOUN, VERB, QUANTITY, NUMBER, SIGN, POSSESSIVE = "N", "V", "Q", "#", ",", "S"
DETERMINER, PREPOSITION, CONJUNCTION, RELATIVE, PRONOUN, AUXILIARY, NEGATION, ADVERB = "D", "P", "C", "R", "O", "X", "G", "A"
IS = frozenset({"is", "are", "was", "were"})
BE = IS | {"be"}
"""The forms of "be" that say that something is so, and those that a clause can have as its verb."""

BEEN = BE | {"been", "being"}
PREDICATE = frozenset({VERB, AUXILIARY})
"""The tags that a verb behind its subject begins with."""

OWN = frozenset({"its", "their", "his", "her"})
"""The determiners that say whose something is."""

INDEFINITE = frozenset({"a", "an"})
"""The indefinite articles."""

_NAMES = {
    "DET": DETERMINER, "PREP": PREPOSITION, "CONJ": CONJUNCTION, "REL": RELATIVE,
    "PRON": PRONOUN, "AUX": AUXILIARY, "NEG": NEGATION, "ADV": ADVERB,
}  # fmt: skip
_VOWELS = "aeiou"
_SHORT = 4
_NO_ADVERBS = frozenset(
    {"anomaly", "assembly", "monopoly", "family", "reply", "italy", "sicily", "july", "kelly", "lilly", "reilly", "connolly"}
)


@attrs.frozen
class Words:
    """The word classes.

    These are closed words with their tags, verb forms with their kind, forms that are nouns too, the base of each form, what only
    describes (apart, and with what also stands in names), who foretells figures, nouns that end their phrase where a name follows, and
    several who act.
    """

    closed: dict[str, str]
    verbs: dict[str, str]
    nouns_too: frozenset[str]
    lemmas: dict[str, str]
    adjectives: frozenset[str]
    describing: frozenset[str]
    foretellers: frozenset[str]
    before_names: frozenset[str]
    agents: frozenset[str]


@cache
def words() -> Words:
    """Return the word classes, inflected once."""
    lexicon = load("grammar")
    closed: dict[str, str] = {}
    for name, listed in lexicon["tags"].items():
        for word in listed.split():
            closed.setdefault(word, _NAMES[name])
    verbs: dict[str, str] = {}
    lemmas: dict[str, str] = {}
    for base, forms in lexicon["irregular"].items():
        verbs[base] = "base"
        lemmas.update(dict.fromkeys(forms.split(), base))
        for form in forms.split():
            verbs[form] = "ing" if form.endswith("ing") and form != "bring" else "s" if form.endswith("s") else "past"
    for base in lexicon["verbs"]["regular"].split():
        for form, kind in _inflected(base):
            verbs.setdefault(form, kind)
            lemmas.setdefault(form, base)
    adjectives = frozenset(lexicon["adjectives"]["words"].split())
    describing = adjectives | frozenset(lexicon["adjectives"]["describing"].split())
    return Words(
        closed,
        verbs,
        frozenset(lexicon["verbs"]["nouns_too"].split()),
        lemmas,
        adjectives,
        describing,
        frozenset(lexicon["foretellers"]["words"].split()),
        frozenset(lexicon["before_names"]["words"].split()),
        frozenset(lexicon["agents"]["words"].split()),
    )


@lru_cache(maxsize=16384)
def lemma(low: str) -> str:
    """Return the base form of a verb or the singular of a noun, by list and by ending; the word itself where neither applies."""
    known = words().lemmas.get(low)
    if known is not None:
        return known
    if low.endswith("s") and len(low) > 4 and not low.endswith(("ss", "us", "is")):
        return f"{low[:-3]}y" if low.endswith("ies") else low[:-1]
    return low


def _inflected(base: str) -> list[tuple[str, str]]:
    """Return the regular forms of a verb with their kinds."""
    if base.endswith("e"):
        return [(base, "base"), (f"{base}s", "s"), (f"{base}d", "past"), (f"{base[:-1]}ing", "ing")]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return [(base, "base"), (f"{base[:-1]}ies", "s"), (f"{base[:-1]}ied", "past"), (f"{base}ing", "ing")]
    third = f"{base}es" if base.endswith(("s", "x", "z", "ch", "sh", "o")) else f"{base}s"
    forms = [(base, "base"), (third, "s"), (f"{base}ed", "past"), (f"{base}ing", "ing")]
    if base[-1] not in f"{_VOWELS}wxyh" and base[-2] in _VOWELS and base[-3:-2] not in tuple(_VOWELS):
        forms += [(f"{base}{base[-1]}ed", "past"), (f"{base}{base[-1]}ing", "ing")]
    return forms


def word_class(low: str, *, name: bool) -> tuple[str, str, bool]:
    """Return what is known of a word by itself: its tag, or "" and then its verb kind and whether it is a noun too.

    The kind is "" where the tag is settled, and ``ly`` for a capitalised word that is an adverb at the start of a sentence only.
    """
    known = words()
    found = known.closed.get(low)
    if low in {"first", "well"}:
        return "", low, False
    if found is not None:
        return found, "", False
    kind = known.verbs.get(low)
    if kind is not None:
        return "", kind, low in known.nouns_too
    if low in {"'s", "'"}:
        return POSSESSIVE, "", False
    if low[0].isalpha():
        if low.endswith("ly") and len(low) > _SHORT and low not in _NO_ADVERBS:
            return ("", "ly", False) if name else (ADVERB, "", False)
        if low.endswith("ed") and len(low) > _SHORT and not name and "-" not in low:
            return "", "past", False
        return NOUN, "", False
    if low[0].isdigit():
        return (NOUN if any(c.isalpha() for c in low) else NUMBER), "", False
    return SIGN, "", False
