"""What stands around a bare number and tells whether it counts something itself or leaves its unit to be understood."""

from __future__ import annotations

import re
from enum import Enum
from typing import NamedTuple

_FOLLOWERS = frozenset(
    "in on at from to for by last this and or when while but during previously earlier before versus vs against compared per respectively as over "
    "with since if prior next was were is are came went indicated measured inferred until through because after under above more less who which that "
    "a by if not then so later today yesterday now respectively across out whereas up down each early thereabouts followed where".split()
)
# "a" goes on only with a time ("6.3 billion a year"); "of" only with what was named before ("700,000 of them").
_OF_THEM = re.compile(r"\s+of\s+(?:it|them|which|those|this)\b")
_OF_IT = re.compile(r"\s+of\s+(?:that|ore|gold|silver|copper|the (?:year|same|corresponding)|1[89][0-9]{2}|20[0-9]{2})\b")
_MORE_THAN = re.compile(r"\s+(?:more|less|above|below|higher|lower)\s+(?:than|the|a)\b|\s+(?:more|less|above|below)\s*[.,;]")
_A_TIME = re.compile(r"\s+an?\s+(?:year|month|week|quarter|day|ton|tonne|barrel|pound|share|kilo|kg|lb|litre|gallon)\b")
_WORD = re.compile(r"\s+([a-z]+)(?![\w-])")
_LABELS = frozenset(
    "phase stage chapter section sections article articles unit units block blocks table figure figures page pages no no. number numbers nos. room "
    "top group part level grade class model type version route highway flight age aged day days week year years since by until til circa step area "
    "zone lot hole line lines schedule rule title item annex appendix january february march april may june july august september october november "
    "december jan jan. feb feb. mar mar. apr apr. jun jun. jul jul. aug aug. sep sep. sept sept. oct oct. nov nov. dec dec. q1 q2 q3 q4 brent ftse "
    "fortune nasdaq dax index s&p dow nikkei cac asx euronext stoxx unesco g fy h1 h2 mid-".split()
)
_FILLERS = frozenset(
    "the a an its about around nearly almost over just some only roughly approximately another estimated revised previous earlier projected provisional "
    "already up more than least at well even further additional still now needs need first".split()
)
_LEADS = frozenset(
    "from against versus vs vs. with to at and of was were is than compared offered touching touched hit hits jumped rose fell dropped climbed slipped "
    "stayed closed traded ended by or for held exported imported produced shipped sold bought supplied supply mined gets get gave took take takes do did "
    "export import produce which while half needs adds add added adding exports export imports import crop totalled totaled reached averaged eased".split()
)
_COUNTED = frozenset("population people workers staff employees customers shares users vehicles passengers passenger homes households shrs visitors tourists subscribers".split())
_COUNTED_BACK = 90
_WORDS_BACK = 46


class FOLLOWING(Enum):
    """What follows a bare number."""

    A_NOUN = "a noun that it may count"
    OF_THEM = "of them, of which"
    A_STOP = "the end of the clause, or and"
    NO_NOUN = "another word that it does not count"


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
    follows: FOLLOWING
    counted: bool


def signs_of(text: str, low: str, start: int, end: int) -> Signs:
    """Return what the words around the number ``text[start:end]`` say; ``low`` is the text in lower case."""
    words = low[max(0, start - _WORDS_BACK) : start].split()
    lead = "(" if low[start - 1 : start] == "(" else next((word.strip('"(') for word in reversed(words) if word not in _FILLERS), "")
    leads = "word" if lead in _LEADS else "name" if _is_name(text, start) else ""
    counted = not _COUNTED.isdisjoint(low[max(0, start - _COUNTED_BACK) : start].split())
    return Signs(lead, leads, _follows(low, end), counted)


def is_label(low: str, start: int) -> bool:
    """Return whether what stands before a number makes it a name or a date: "Phase 1", "March 15"."""
    if low[start - 1 : start] in {"#", "-", "/", ":", "'"}:
        return True
    words = low[max(0, start - 20) : start].split()
    return bool(words) and words[-1].strip("(") in _LABELS


def _is_name(text: str, start: int) -> bool:
    """Return whether the word before a number begins with a capital."""
    begin = start - 1
    while begin > 0 and begin > start - 30 and (text[begin - 1].isalpha() or text[begin - 1] in "-'"):
        begin -= 1
    return text[begin : begin + 1].isupper()


def _follows(low: str, end: int) -> FOLLOWING:
    """Return what follows a number that ends at ``end``."""
    after = low[end : end + 1]
    if not after or low.startswith("\n\n", end):
        return FOLLOWING.A_STOP
    if after in ".,;:)\"'–":
        return FOLLOWING.A_NOUN if after in ".," and low[end + 1 : end + 2].isdigit() else FOLLOWING.A_STOP
    match = _WORD.match(low, end)
    if match is None:
        rest = low[end : end + 3].strip()
        return FOLLOWING.A_STOP if after != "/" and (not rest or rest[0] in "(–;|") else FOLLOWING.A_NOUN
    word = match.group(1)
    if word in {"and", "or"}:
        return FOLLOWING.A_STOP
    if word == "of":
        return FOLLOWING.OF_THEM if _OF_THEM.match(low, end) else FOLLOWING.NO_NOUN if _OF_IT.match(low, end) else FOLLOWING.A_NOUN
    if word == "a":
        return FOLLOWING.NO_NOUN if _A_TIME.match(low, end) else FOLLOWING.A_NOUN
    if word in {"more", "less", "above", "below"}:
        return FOLLOWING.NO_NOUN if _MORE_THAN.match(low, end) else FOLLOWING.A_NOUN
    return FOLLOWING.NO_NOUN if word in _FOLLOWERS else FOLLOWING.A_NOUN
