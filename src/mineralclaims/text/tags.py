"""Coarse word classes, from closed word lists, verb inflections and the words around; no model."""

from __future__ import annotations

from functools import cache

import attrs

from mineralclaims.lexicons.loader import load
from mineralclaims.text.tokens import Token

NOUN, VERB, QUANTITY, NUMBER, SIGN, POSSESSIVE = "N", "V", "Q", "#", ",", "S"
DETERMINER, PREPOSITION, CONJUNCTION, RELATIVE, PRONOUN, AUXILIARY, NEGATION, ADVERB = "D", "P", "C", "R", "O", "X", "G", "A"
_NAMES = {"DET": "D", "PREP": "P", "CONJ": "C", "REL": "R", "PRON": "O", "AUX": "X", "NEG": "G", "ADV": "A"}
_VOWELS = "aeiou"
_WITH_PREPOSITION = frozenset(
    (form, preposition)
    for forms, preposition in (
        ("account accounts", "for"), ("range ranges", "from"), ("amount amounts", "to"), ("stand stands", "at"), ("range ranges", "between"), ("deal deals", "with"), ("point points", "to"),
        ("result results", "in"), ("focus focuses", "on"), ("rise rises", "to"), ("fall falls", "to"), ("rank ranks", "as"), ("trade trades", "at"), ("trail trails", "behind"),
    )
    for form in forms.split()
)  # fmt: skip
_COUNTING = frozenset({"total", "average", "cost", "top", "near", "equal", "number", "near", "hit", "net"})
_ALONE = frozenset({"this", "that", "these", "those", "all", "each", "both", "some"})


@attrs.frozen
class Words:
    """The word classes: closed words with their tags, verb forms with their kind, forms that are nouns too."""

    closed: dict[str, str]
    verbs: dict[str, str]
    nouns_too: frozenset[str]
    lemmas: dict[str, str]


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
    return Words(closed, verbs, frozenset(lexicon["verbs"]["nouns_too"].split()), lemmas)


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


def tag(tokens: list[Token]) -> None:
    """Set the tag of every token that has none yet."""
    known = words()
    closed, verbs, both = known.closed, known.verbs, known.nouns_too
    last = len(tokens) - 1
    previous = ""
    for index, token in enumerate(tokens):
        if token.tag:
            previous = token.tag
            continue
        low = token.low
        found = closed.get(low)
        if found is not None and not (token.name and found in "PACD" and index and len(low) > 3 and previous == NOUN and tokens[index - 1].name and False):
            token.tag = found
        elif low in verbs:
            token.tag = _verb_or_noun(tokens, index, last, verbs[low], noun_too=low in both, previous=previous)
        elif low == "'s" or low == "'":
            token.tag = POSSESSIVE
        elif low[0].isalpha():
            token.tag = _open_class(tokens, index, last, previous)
        elif low[0].isdigit():
            token.tag = NUMBER if not any(c.isalpha() for c in low) else NOUN
        else:
            token.tag = SIGN
        previous = token.tag


def _open_class(tokens: list[Token], index: int, last: int, previous: str) -> str:
    """Return the tag of a word that no list holds, by its ending."""
    token = tokens[index]
    low = token.low
    if low.endswith("ly") and len(low) > 4 and (not token.name or index == 0):
        return ADVERB
    if low.endswith("ed") and len(low) > 4 and not token.name and "-" not in low:
        return _verb_or_noun(tokens, index, last, "past", noun_too=False, previous=previous)
    return NOUN


def _verb_or_noun(tokens: list[Token], index: int, last: int, kind: str, *, noun_too: bool, previous: str) -> str:
    """Return VERB or NOUN for a word that can be a verb, by the words around it."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = tokens[index + 1] if index < last else None
    if token.name and index and not (before and before.tag == SIGN and before.low in {'"', "'", ":", "–"}):
        capitals_around = (before is not None and before.name) or (after is not None and after.name)
        if capitals_around or kind == "base":
            return NOUN
    if previous == "X" or (before is not None and before.low == "to" and kind == "base"):
        return VERB
    if previous in "DS" and previous:
        return VERB if before is not None and before.low in _ALONE and not noun_too and kind in {"s", "past"} else NOUN
    if kind == "past" and not noun_too:
        # "refined copper": a participle between a determiner or preposition and a noun belongs to the noun.
        return NOUN if previous in {"P", "D", "N"} and before is not None and before.tag in {"P", "D"} and after is not None and after.tag == "" and after.low[0].isalpha() and after.low not in words().closed else VERB
    if kind == "ing" and not noun_too:
        return NOUN if previous in {"P", "D"} and after is not None and after.low in {"of", "in", "and"} else VERB
    if not noun_too:
        return VERB
    if previous == "N" and kind != "base" and before is not None and before.name and after is not None and after.name and not token.name:
        return VERB
    if after is not None and (token.low, after.low) in _WITH_PREPOSITION and previous != "D":
        return VERB
    follows = _opens_object(after)
    if previous in {"O", "R"}:
        return VERB
    if previous == "P" or previous == "#" or previous == "Q":
        return NOUN
    if previous == "N" and before is not None:
        if not follows:
            return NOUN
        if token.low in _COUNTING and after is not None and after.tag == QUANTITY:
            return VERB
        if kind in {"past"}:
            return VERB
        plural_or_name = before.name or (before.low.endswith("s") and kind == "base")
        return VERB if plural_or_name or (kind == "s" and (not before.low.endswith("s") or before.low.endswith("ss"))) else NOUN
    if previous in {"A", "C", ""} and follows and kind in {"s", "past"} and index:
        return VERB
    return NOUN


def _opens_object(after: Token | None) -> bool:
    """Return whether a token can begin what follows a verb."""
    if after is None:
        return False
    if after.tag == QUANTITY:
        return True
    closed = words().closed.get(after.low)
    return closed in {"D", "A", "P", "O"} and after.low not in {"of", "and", "in", "for"} if closed else after.low.startswith("that")
