"""Nouns that tell what sort of party a phrase names, verbs that tell what a party does, and the names of countries."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.countries import names


@cache
def _words(name: str) -> frozenset[str]:
    """Return one list of the lexicon."""
    return frozenset(load("parties")[name]["words"].split())


@cache
def suffixes() -> frozenset[str]:
    """Return the ends of company names."""
    return _words("suffixes")


@cache
def organisations() -> frozenset[str]:
    """Return the common nouns for companies and bodies."""
    return _words("organisations")


@cache
def titles() -> frozenset[str]:
    """Return what stands before or behind the name of a person."""
    return _words("titles")


@cache
def generic() -> frozenset[str]:
    """Return the nouns by which a text goes on about a company that it has named."""
    return _words("generic")


@cache
def sites() -> frozenset[str]:
    """Return the nouns by which a text goes on about a place or body that it has named."""
    return _words("sites")


@cache
def authorities() -> frozenset[str]:
    """Return those who set tariffs and taxes, without a name."""
    return _words("authorities")


@cache
def short_for_bodies() -> frozenset[str]:
    """Return the nouns by which a text goes on, with a capital, about a body that it has named in full."""
    return _words("short_for_bodies")


@cache
def voices() -> frozenset[str]:
    """Return those whom news quotes without a name."""
    return _words("voices")


@cache
def promises() -> frozenset[str]:
    """Return the nouns for what somebody may or will do, said by "to"."""
    return _words("promises")


@cache
def measures() -> frozenset[str]:
    """Return what lengths, areas and powers are counted in."""
    return _words("measures")


@cache
def abbreviations() -> frozenset[str]:
    """Return what the trade writes short that is no party."""
    return _words("abbreviations")


@cache
def changes() -> frozenset[str]:
    """Return the nouns for a rise or a fall."""
    return _words("changes")


@cache
def bodies() -> frozenset[str]:
    """Return the words that begin or end the names of bodies that are no companies."""
    return _words("bodies")


@cache
def accounts() -> frozenset[str]:
    """Return figures of accounts that are written in capitals."""
    return _words("accounts")


@cache
def figures() -> frozenset[str]:
    """Return currencies, units and figures of accounts that are written in capitals."""
    return _words("figures") | accounts()


@cache
def given_names() -> frozenset[str]:
    """Return common given names of persons."""
    return _words("given")


@cache
def verbs(does: str) -> frozenset[str]:
    """Return the verbs, in their base forms, by which a party does something: ``imposing``, ``claiming``, ``moving`` and so on."""
    return frozenset(load("parties")["verbs"][does]["words"].split())


@cache
def referring() -> frozenset[str]:
    """Return all nouns by which a text goes on about something that it has named."""
    return generic() | sites() | {"country"}


@cache
def country_words() -> frozenset[str]:
    """Return all names of countries and demonyms, in lower case."""
    return frozenset(name.lower() for name in names())
