"""What stands around a bare number and tells whether it counts something itself or leaves its unit to be understood."""

from __future__ import annotations

import re

_FOLLOWERS = frozenset(
    "in on at from to for by last this and or when while but during previously earlier before versus vs against compared per respectively as over "
    "with since if prior next was were is are came went indicated measured inferred until through because after under above more less who which that "
    "a by if not then so later today yesterday now respectively across out whereas up down each early thereabouts followed where".split()
)
# "a" goes on only with a time ("6.3 billion a year"); "of" only with what was named before ("700,000 of them").
_OF_IT = re.compile(r"\s+of\s+(?:it|them|which|that|those|ore|gold|silver|copper|the (?:year|same|corresponding)|1[89][0-9]{2}|20[0-9]{2})\b")
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
    "export import produce which while half needs adds add added totalled totaled reached averaged eased".split()
)
_WORDS_BACK = 46


def lead_of(low: str, start: int) -> str:
    """Return the word before a number, hedges and articles passed over; "(" where a bracket opens right before it."""
    if low[start - 1 : start] == "(":
        return "("
    words = low[max(0, start - _WORDS_BACK) : start].split()
    for word in reversed(words):
        if word not in _FILLERS:
            return word.strip('"(')
    return ""


def is_label(low: str, start: int) -> bool:
    """Return whether what stands before a number makes it a name or a date: "Phase 1", "March 15"."""
    if low[start - 1 : start] in {"#", "-", "/", ":", "'"}:
        return True
    words = low[max(0, start - 20) : start].split()
    return bool(words) and words[-1].strip("(") in _LABELS


def is_counted(low: str, start: int) -> bool:
    """Return whether a number is named as a count of something said before ("a population of 5 million")."""
    words = low[max(0, start - _WORDS_BACK) : start].split()
    return any(word in {"population", "people", "workers", "staff", "employees", "customers", "shares", "users", "vehicles", "units"} for word in words)


def follows_no_noun(text: str, low: str, end: int) -> bool:
    """Return whether no noun that the number could count follows it."""
    after = low[end : end + 1]
    if not after or after in ".,;:)\"'–":
        return not (after in ".," and low[end + 1 : end + 2].isdigit())
    if after == "/":
        return False
    if low.startswith("\n\n", end):
        return True
    match = _WORD.match(low, end)
    if match is None:
        rest = low[end : end + 3].strip()
        return not rest or rest[0] in "(–;|"
    word = match.group(1)
    if word == "of":
        return _OF_IT.match(low, end) is not None
    if word == "a":
        return _A_TIME.match(low, end) is not None
    if word in {"more", "less", "above", "below"}:
        return _MORE_THAN.match(low, end) is not None
    return word in _FOLLOWERS


def leads_on(text: str, low: str, start: int, lead: str) -> str:
    """Return how the words before a number lead on from an amount to another: "word", "name" ("Qatar 66 million"), or ""."""
    if lead in _LEADS:
        return "word"
    if text[max(0, start - 2) : start - 1].isalpha():
        begin = start - 1
        while begin > 0 and begin > start - 30 and (text[begin - 1].isalpha() or text[begin - 1] in "-'"):
            begin -= 1
        if text[begin : begin + 1].isupper():
            return "name"
    return ""
