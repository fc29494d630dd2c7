"""Names with capitals: what their own words make them, and what a text says of each."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from mineralclaims.mentions.party_words import bodies, callings, country_words, ends_company, given_names, suffixes, titles
from mineralclaims.mentions.phrases import DESCRIBED
from mineralclaims.mentions.time_words import TIME_WORDS
from mineralclaims.slots.name_words import is_no_name, person_titles, site_words
from mineralclaims.slots.said_names import OPENERS
from mineralclaims.spans import Mention

if TYPE_CHECKING:
    from mineralclaims.slots.antecedents import Merits, Weights

_HAD = frozenset({
    "shares", "stock", "stocks", "bonds", "units", "shareholders", "directors", "executives", "officials", "workers", "employees", "members",
    "owners", "customers", "analysts", "output", "production", "exports", "imports", "sales", "reserves", "shipments", "deliveries", "supplies",
    "prices", "purchases", "holders", "subsidiaries", "trading", "most", "some", "many", "all", "half",
})  # fmt: skip
"""What may open a sentence with whose it is behind "of": no part of that name."""

COMPANY, PERSON, PLACE, BODY, OTHER = "company", "person", "place", "body", "other"
COUNTRY = "country"


class Name(NamedTuple):
    """What words with capitals say by themselves, wherever they stand.

    Attributes:
        words: the name in them, without a title or an opening word before it.
        begins: how many characters stand before it.
        opens: whether it opens a sentence; None where that depends on its place.
        kind: what its own words make it.
        of_country: whether it begins with a country.
    """

    words: str
    begins: int
    opens: bool | None
    kind: str
    of_country: bool


@lru_cache(maxsize=8192)
def name_in(words: str) -> Name | None:
    """Return the name in words with capitals, None where they are none."""
    begins, opens = 0, None
    head, _, rest = words.partition(" ")
    if rest.startswith("of ") and head.lower() in titles():  # "President of AMBO"
        begins, words, opens = len(head) + 4, rest[3:], False
        head, _, rest = words.partition(" ")
    if rest and head.lower() in OPENERS:
        of = len("of ") if rest.startswith("of ") else 0  # "As of September"
        begins, words, opens = begins + len(head) + 1 + of, rest[of:], True
        head, _, rest = words.partition(" ")
    if rest and not TIME_WORDS.isdisjoint(head.lower().split("-")) and not is_no_name(rest.lower()):
        begins, words = begins + len(head) + 1, rest  # "In March Orwin said", "on Monday Orwin said"
    called = words.find(" ") > 0 and _is_calling(words)
    if called or (words.find(" ") > 0 and head.endswith(DESCRIBED)):
        begins, words = begins + len(head) + 1, words[len(head) + 1 :]
    low = words.lower()
    if low.endswith(DESCRIBED) or is_no_name(low):
        return None
    first, last = low.split(" ", 1)[0], low.rsplit(" ", 1)[-1]
    of_country = first in country_words()
    kind = COMPANY if called and head.lower() not in person_titles() else OTHER
    if low in country_words():
        kind = COUNTRY
    elif last in bodies() or first in bodies():
        kind = BODY
    elif last in suffixes():
        kind = COMPANY
    elif first in person_titles() or (first in given_names() and " " in low):
        kind = PERSON
    elif last in country_words() or last in site_words():
        kind = PLACE
    return Name(words, begins, opens, kind, of_country)


def before_owner(words: str) -> int:
    """Return how many characters of the words that open a sentence only say what is whose: 10 of "Shares of Orwin"."""
    head, _, rest = words.partition(" of ")
    return len(words) - len(rest) if rest and head.lower() in _HAD else 0


def _is_calling(words: str) -> bool:
    """Return whether the first word only says what the rest names: "Rival Corvane", not "Explorer Resources"."""
    head, rest = words.lower().split(" ", 2)[:2]
    return head in callings() and not ends_company(rest)


class Actor:
    """A name of the text with all its forms: what it is, where it stands first and how often."""

    __slots__ = ("acts", "count", "country", "initial", "kind", "mention", "merits", "said", "span", "stands", "whole")

    def __init__(self, start: int, end: int) -> None:
        """Begin with the first place where the name stands."""
        self.span = (start, end)
        self.count = 0
        self.acts = 0
        self.initial = 0
        self.country = False
        self.stands = 0
        self.said = 0
        self.kind = OTHER
        self.whole = self
        self.mention: Mention | None = None
        self.merits: dict[Weights, Merits | None] = {}

    @property
    def known(self) -> str:
        """What it is known to be, "" for nothing."""
        return "" if self.kind == OTHER else self.kind
