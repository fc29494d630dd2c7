"""What stands around a bare number and tells whether it counts something itself or leaves its unit to be understood."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

from mineralclaims.mentions.commodities import names
from mineralclaims.mentions.word_lists import words
from mineralclaims.quantities.pieces import Piece

_A_DENOMINATOR = re.compile(r"\s+an?\s+(?:year|month|week|quarter|day|ton|tonne|barrel|pound|share|kilo|kg|lb|litre|gallon)\b")
_YEARS_BEFORE = re.compile(
    r"\s+(?:[a-z]+|[0-9]+) (?:year|month|week|quarter|day)s? {1,13}"
    r"(?:before|earlier|ago|previously|later|afterwards)\b"
)
_WORD = re.compile(r"\s+([a-z]+)(?![\w-])")
_IN_A_LIST = re.compile(
    r"\b(?:in|for|of) (?:[a-z]+ )?(?:[0-9]{4}|(?:jan|febr)uary|march|april|may|june|july|august"
    r"|(?:septem|octo|novem|decem)ber)(?:, | and )(?:and |about |around |nearly |just )?\Z"
    r"|(?:to|went to) the [a-z.]{2,14}, \Z"
)
_MORE = (" a further ", " another ", " an additional ")
_COUNTED_BACK = 90
_WORDS_BACK = 46
_LABEL_BACK = 20
_NAME_AT_MOST = 30
_STOPS = frozenset(".,;:)\"'–")
_OPENERS = frozenset("(–;|")


# "10,100 of heavy elements", "1.2 million of the previous year", not "1,200 of its workers".
_OF_A_MATERIAL = re.compile(
    r"\s+of\s+(?:that|1[89][0-9]{2}|20[0-9]{2}|the (?:year|same|corresponding|previous|prior|preceding|past|last|first|second"
    r"|third|fourth|month|quarter)"
    r"|(?!the|its|their|his|her|our|my|your|these|all|whom|such|each|every|an?|more|less|about|around|some|over|up)[a-z][a-z-]+)\b"
)


class Following(Enum):
    """What follows a bare number."""

    A_NOUN = "a noun that it may count"
    OF_THEM = "of them, of which"
    A_STOP = "the end of the clause, or and"
    NO_NOUN = "another word that it does not count"


# Words that go on from a number only in these ways: "700,000 of them", "6.3 billion a year", "1 million more than".
_ONLY: dict[str, tuple[tuple[re.Pattern[str], Following], ...]] = {
    "of": (
        (re.compile(r"\s+of\s+(?:it|them|which|those|this)\b"), Following.OF_THEM),
        (_OF_A_MATERIAL, Following.NO_NOUN),
    ),
    "a": ((_A_DENOMINATOR, Following.NO_NOUN), (_YEARS_BEFORE, Following.NO_NOUN)),
    **dict.fromkeys(
        ("more", "less", "above", "below"),
        (
            (
                re.compile(r"\s+(?:more|less|above|below) (?:than|the|a)\b|\s+(?:more|less|above|below)\s*[.,;]"),
                Following.NO_NOUN,
            ),
        ),
    ),
}


class Signs(NamedTuple):
    """What the words around a bare number say.

    Attributes:
        lead: the word before it, hedges and articles passed over; "(" where a bracket opens right before it.
        leads: how that leads on from an amount to another: "word", "name" ("Qatar 66 million"), or "".
        follows: what follows.
        counted: whether it is named as a count of something else ("a population of 5 million").
    """

    lead: str
    leads: str
    follows: Following
    counted: bool


def signs_of(text: str, low: str, bare: Piece, since: int, sentence_end: int) -> Signs:
    """Return what the words around a bare number say.

    Args:
        text: the folded text.
        low: the same in lower case.
        bare: the number.
        since: where the quantity before it in the sentence ends, -1 where there is none.
        sentence_end: where its sentence ends.
    """
    start = bare.start
    lead = "(" if low[start - 1 : start] == "(" else _lead(low, start)
    leads = "word" if lead in words("lead") else "name" if _is_name(text, start) or _is_material(low, start) else ""
    if not leads and low.endswith(_MORE, 0, start):
        leads = "word"
    if not leads and _IN_A_LIST.search(low, max(0, start - _WORDS_BACK), start):
        leads = "word"
    counted = not words("counted").isdisjoint(low[max(0, since, start - _COUNTED_BACK) : start].split())
    return Signs(lead, leads, Following.A_STOP if bare.end >= sentence_end else _follows(low, bare.end), counted)


def is_label(low: str, start: int) -> bool:
    """Return whether what stands before a number makes it a name or a date: "Phase 1", "March 15"."""
    if low[start - 1 : start] in {"#", "-", "/", ":", "'"}:
        return True
    before = low[max(0, start - _LABEL_BACK) : start].split()
    return bool(before) and (before[-1].strip("(") in words("label") or before[-1].strip("(") in words("month"))


def _lead(low: str, start: int) -> str:
    """Return the word before a number, hedges and articles passed over."""
    before = low[max(0, start - _WORDS_BACK) : start].split()
    passed_over = words("lead_in")
    return next((word.strip('"(') for word in reversed(before) if word not in passed_over), "")


def _is_name(text: str, start: int) -> bool:
    """Return whether the word before a number begins with a capital."""
    begin = start - 1
    while begin > max(0, start - _NAME_AT_MOST) and (text[begin - 1].isalpha() or text[begin - 1] in "-'"):
        begin -= 1
    return text[begin : begin + 1].isupper()


def _is_material(low: str, start: int) -> bool:
    """Return whether the word before a number is a commodity: "zircon 45,900 tonnes and rutile 8,600"."""
    word = low[max(0, start - _NAME_AT_MOST) : start].rpartition(" ")[0].rpartition(" ")[2]
    return low[start - 1 : start] == " " and word in names().phrases


def _follows(low: str, end: int) -> Following:
    """Return what follows a number that ends at ``end``."""
    after = low[end : end + 1]
    if not after or low.startswith("\n\n", end):
        return Following.A_STOP
    if after == "-" and low.startswith("-plus", end):
        return Following.A_STOP
    if after in _STOPS:
        return Following.A_NOUN if after in ".," and low[end + 1 : end + 2].isdigit() else Following.A_STOP
    match = _WORD.match(low, end)
    if match is None:
        rest = low[end : end + 3].strip()
        return Following.A_STOP if after != "/" and (not rest or rest[0] in _OPENERS) else Following.A_NOUN
    word = match.group(1)
    if word in {"and", "or"}:
        return Following.A_STOP
    if word in _ONLY:
        return next((what for pattern, what in _ONLY[word] if pattern.match(low, end)), Following.A_NOUN)
    return Following.NO_NOUN if word in words("follower") or _YEARS_BEFORE.match(low, end) else Following.A_NOUN
