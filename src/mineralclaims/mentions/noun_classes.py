"""What sort of thing a common noun names: people, a firm, a state, a site, a product, money, an act, a measure."""

from __future__ import annotations

from functools import cache, lru_cache

from mineralclaims.lexicons.loader import load
from mineralclaims.text.tags import lemma


@cache
def _classes() -> dict[str, str]:
    """Return the class of each noun; of a noun that is in two, the first."""
    found: dict[str, str] = {}
    for name, listed in load("nouns").items():
        for word in listed["words"].split():
            found.setdefault(word, name)
    return found


@lru_cache(maxsize=8192)
def noun_class(low: str) -> str:
    """Return the class of a noun in lower case, singular or plural; "none" where it is in no list."""
    classes = _classes()
    plain = classes.get(low) or classes.get(lemma(low))
    if plain is None and low.endswith("s"):
        plain = classes.get(low[:-1]) or (classes.get(low[:-2]) if low.endswith("es") else None)
    return plain or "none"
