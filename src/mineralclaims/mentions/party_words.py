"""Nouns that tell what sort of party a phrase names, verbs that tell what a party does, and the names of countries."""

from __future__ import annotations

from functools import cache

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.countries import names
from mineralclaims.mentions.word_lists import listed


@cache
def suffixes() -> frozenset[str]:
    """Return the ends of company names."""
    return listed("parties", "suffixes")


def trades() -> frozenset[str]:
    """Return what companies are named for."""
    return listed("parties", "trades")


def name_ends() -> frozenset[str]:
    """Return the ends of company names besides the suffixes."""
    return listed("parties", "name_ends")


@cache
def organisations() -> frozenset[str]:
    """Return the common nouns for companies and bodies."""
    return listed("parties", "organisations")


@cache
def titles() -> frozenset[str]:
    """Return what stands before or behind the name of a person."""
    return listed("parties", "titles")


@cache
def callings() -> frozenset[str]:
    """Return the words that say before a name what it is: "Rival Corvane said"."""
    return listed("parties", "callings")


def ends_company(low: str) -> bool:
    """Return whether a word makes a company's name of itself and the one before: "Explorer Resources"."""
    return low in suffixes() or low in name_ends() or low in trades()


@cache
def generic() -> frozenset[str]:
    """Return the nouns by which a text goes on about a company that it has named."""
    return listed("parties", "generic")


@cache
def sites() -> frozenset[str]:
    """Return the nouns by which a text goes on about a place or body that it has named."""
    return listed("parties", "sites")


@cache
def lands() -> frozenset[str]:
    """Return the nouns by which a text goes on about a country that it has named."""
    return listed("parties", "lands")


@cache
def site_sorts() -> dict[str, str]:
    """Return the nouns for sites that may go on about one another, each with the first of its sort: "plant" about a refinery."""
    return {word: line.split()[0] for line in load("parties")["site_sorts"]["words"].splitlines() for word in line.split()}


@cache
def authorities() -> frozenset[str]:
    """Return those who set tariffs and taxes, without a name."""
    return listed("parties", "authorities")


@cache
def short_for_bodies() -> frozenset[str]:
    """Return the nouns by which a text goes on, with a capital, about a body that it has named in full."""
    return listed("parties", "short_for_bodies")


@cache
def voices() -> frozenset[str]:
    """Return those whom news quotes without a name."""
    return listed("parties", "voices")


@cache
def promises() -> frozenset[str]:
    """Return the nouns for what somebody may or will do, said by "to"."""
    return listed("parties", "promises")


@cache
def measures() -> frozenset[str]:
    """Return what lengths, areas and powers are counted in."""
    return listed("parties", "measures")


@cache
def abbreviations() -> frozenset[str]:
    """Return what the trade writes short that is no party."""
    return listed("parties", "abbreviations")


@cache
def headings() -> frozenset[str]:
    """Return the last words of the headings of sections."""
    return listed("parties", "headings")


@cache
def changes() -> frozenset[str]:
    """Return the nouns for a rise or a fall."""
    return listed("parties", "changes")


@cache
def of_changes() -> frozenset[str]:
    """Return what describes a rise or a fall and does not say of what it is."""
    return listed("parties", "of_changes")


@cache
def bodies() -> frozenset[str]:
    """Return the words that begin or end the names of bodies that are no companies."""
    return listed("parties", "bodies")


@cache
def accounts() -> frozenset[str]:
    """Return figures of accounts that are written in capitals."""
    return listed("parties", "accounts")


@cache
def figures() -> frozenset[str]:
    """Return currencies, units and figures of accounts that are written in capitals."""
    return listed("parties", "figures") | accounts()


@cache
def given_names() -> frozenset[str]:
    """Return common given names of persons."""
    return listed("parties", "given")


@cache
def verbs(does: str) -> frozenset[str]:
    """Return the verbs, in their base forms, by which a party does something: ``imposing``, ``claiming``, ``moving`` and so on."""
    return frozenset(load("parties")["verbs"][does]["words"].split())


@cache
def referring() -> frozenset[str]:
    """Return all nouns by which a text goes on about something that it has named."""
    return (
        generic()
        | sites()
        | frozenset(site_sorts())
        | short_for_bodies()
        | lands()
        | {"cartel", "site", "asset", "former", "latter"}
    )


@cache
def country_words() -> frozenset[str]:
    """Return all names of countries and demonyms, in lower case."""
    return frozenset(name.lower() for name in names())


@cache
def no_parties() -> frozenset[str]:
    """Return the names of markets, papers, agencies and days that are no party."""
    return frozenset(name.replace("+", " ") for name in listed("parties", "no_parties"))


@cache
def ends_of_no_parties() -> frozenset[str]:
    """Return the last words of the names that are no party."""
    return frozenset(name.rpartition(" ")[2] for name in no_parties())


def askers() -> frozenset[str]:
    """Return what analysts and figures are by those who ask and gather: "polled", "compiled"."""
    return listed("parties", "askers")
