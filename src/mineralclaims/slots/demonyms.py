"""The country of a demonym, where a text names it too."""

from __future__ import annotations

from collections.abc import Iterable

from mineralclaims.claims.document import Document
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.slots.said_names import Place
from mineralclaims.spans import Mention


def country_of(document: Document, demonym: str) -> Mention | None:
    """Return the country of a demonym where the text names it too ("Chilean exports … Chile")."""
    place = place_of_country(document, demonym)
    return None if place is None else Mention.at(document.text, *place)


def in_its_own_name(document: Document, country: Mention) -> Mention:
    """Return a country by its name where a text says it, rather than by its demonym."""
    demonym = country.text.lower()
    return country if demonym not in names_of_demonyms() else country_of(document, demonym) or country


def place_of_country(document: Document, demonym: str) -> Place | None:
    """Return where the text names the country of a demonym first, looked for once."""
    known = document.countries
    if demonym not in known:
        known[demonym] = _first_place(document.folded, names_of_demonyms()[demonym])
    return known[demonym]


def _first_place(folded: str, names: Iterable[str]) -> Place | None:
    """Return where the first of some names that a text says stands alone."""
    for name in names:
        at = folded.find(name)
        while at >= 0 and not _stands_alone(folded, at, at + len(name)):
            at = folded.find(name, at + 1)
        if at >= 0:
            return at, at + len(name)
    return None


def _stands_alone(folded: str, start: int, end: int) -> bool:
    """Return whether a name is no part of a word or of a longer name that goes on behind it ("China" of "China Steel")."""
    if folded[max(0, start - 1) : start].isalnum() or folded[end : end + 1].isalnum():
        return False
    return not (folded[end : end + 1].isspace() and folded[end + 1 : end + 2].isupper())
