"""Words with capitals that are no names, and the words around a name that tell what it names."""

from __future__ import annotations

from functools import cache

from mineralclaims.mentions.commodities import names as commodity_lists
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.cues import cue_classes
from mineralclaims.mentions.party_words import accounts, figures, generic, no_parties, of_changes, organisations, sites, titles
from mineralclaims.mentions.time_words import TIME_WORDS
from mineralclaims.slots.said_names import NO_PARTIES, OPENERS
from mineralclaims.text.tags import words as word_lists

_SECTIONS = frozenset(
    {"production", "consumption", "events", "outlook", "output", "demand", "supply", "recycling", "use", "highlights"}
)
"""What headings of sections end with that are no names with an ordinary word before: "Domestic Production", "Recent Events"."""

_OF_REPORTS = frozenset({
    "first", "second", "third", "fourth", "financial", "operational", "operating", "corporate", "production", "exploration", "drilling",
    "drill", "project", "company", "key", "interim", "annual", "market", "business", "investment", "resource", "reserve", "study",
})  # fmt: skip
"""What stands before the last word of a heading and names nobody: "Third Quarter Financial Highlights"."""

_COMMON = frozenset(
    {"year", "quarter", "half", "in", "based", "owned", "listed", "term", "cost", "grade", "tax", "month", "backed", "led"}
)
"""The last parts of compounds that are no names, whatever they begin with."""

_FOOTNOTES = "0123456789"


def is_no_name(low: str) -> bool:
    """Return whether a word with a capital is no name."""
    if (
        low in NO_PARTIES
        or low in no_parties()
        or low in OPENERS
        or low in TIME_WORDS
        or low in names_of_demonyms()
        or len(low) == 1
    ):
        return True
    if " " in low:
        *before, last = low.split()
        if last.rstrip(_FOOTNOTES) in accounts():
            return True  # "Adjusted EBITDA2"
        return last in _SECTIONS and all(map(_only_describes, before))
    if any(char.isdigit() for char in low) or low in figures() or low in _SECTIONS or not TIME_WORDS.isdisjoint(low.split("-")):
        return True
    if low in _materials() or low in word_lists().closed:
        return True
    return low in cue_classes() or low in titles() or ("-" in low and low.rsplit("-", 1)[-1] in _COMMON)


def _only_describes(word: str) -> bool:
    """Return whether a word of a heading is no name: "recent", "annual", "third", "quarter", "financial"."""
    return word in word_lists().adjectives or word in of_changes() or word in TIME_WORDS or word in _OF_REPORTS


@cache
def company_nouns() -> frozenset[str]:
    """Return the nouns that stand before the name of a company."""
    return (
        generic()
        | organisations()
        | {
            "trader",
            "utility",
            "unit",
            "arm",
            "rival",
            "partner",
            "consultancy",
            "brokerage",
            "house",
            "newspaper",
            "competitor",
            "peer",
            "affiliate",
        }
    )


@cache
def _materials() -> frozenset[str]:
    """Return the words that name a commodity by themselves."""
    return frozenset(word for word, listed in commodity_lists().phrases.items() if any(len(one) == 1 for one, _ in listed))


@cache
def person_titles() -> frozenset[str]:
    """Return the titles of persons."""
    return titles() - {"trader", "manager"}


@cache
def site_words() -> frozenset[str]:
    """Return the last words of names of places and works."""
    return sites() - {"ministry", "agency", "bank"}
