"""Qualifiers around a number: what makes it a bound or an approximation."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.tries import END, tree_of
from mineralclaims.mentions.word_lists import words as listed
from mineralclaims.text.tags import INDEFINITE, IS

_SIGNS = {"~": "about", ">": "low", "≥": "low", "<": "high", "≤": "high"}
_AFTER = re.compile(
    r"(?:[\s-](?:or|and) (?:(?P<low>more|higher|greater|above|over|up(?! to\b)|better|upwards?)"
    r"|(?P<high>less|lower|fewer|below|under)|(?P<about>so|thereabouts|close to (?:it|that)))\b(?! than\b)"
    r"|(?P<plus>\+(?!\w)|-plus\b(?!-one)| plus(?= (?:per\b|an? (?:year|month|week|day|hour|ton|tonne|barrel|ounce|pound)\b)))|(?P<odd>-odd\b| odd\b)"
    r"|(?: of (?:the )?[a-z]{1,12})?(?: an? (?:year|day))?,? (?P<most>at (?:the )?(?:most|best)|maximum(?! of))\b"
    r"|,? (?P<least>at (?:(?:the )?least|a minimum)|minimum)\b(?=\s*[.,;:)]|\s*\Z)"
    r"|,? (?P<odds>give or take|more or less)\b(?=\s*[.,;:)]|\s*\Z))"
)
_AFTER_BEGINS = frozenset(" -+,\n")
_AFTER_EFFECTS = {"plus": "low", "odd": "about", "odds": "about", "most": "high", "least": "low"}
_TOPICAL = frozenset({"about", "over", "under", "around"})
# "above the $50 mark" is a bound in spite of the article; "more than the $3bn of last year" compares.
_MARK = re.compile(
    r"(?: an? [a-z]{1,12})?(?:-an?-[a-z]{1,12})?(?: per [a-z]{1,12}| an? [a-z]{1,12})? (?:mark|level|threshold|barrier|line)(?![a-z])"
)
_BEFORE_PAST = frozenset({"the", "in", "this", "a", "first", "second", "third"})
_STATEMENT = IS | {"and", "but"}
_FROM_WITHIN, _NUMBER_WITHIN = 12, 5
_WINDOW = 72
_BUY = ("buy", "bought")
_AT_MOST = 5
_NEGATED_WITHIN = 5
_OBJECT_WITHIN = 7
_ARE = IS | {"now", "back"}
_FROM_BEHIND = re.compile(r"[^.;,()]{0,24}\b(?:from|compared with|against|versus)\b|[^;,()]{0,14}\b(?:lb|oz|bbl)\. from\b")
_BEHIND = 40
_NO_OBJECT = frozenset({"of", "for", "in", "at", "to", "and", "or", "by", "with", "which"})
_CLOSES = frozenset({"previous", "prior", "last", "preceding", "session", "market", "overnight", "record", "earlier", "official"})
"""What stands before the close of a market, beside whose day it is."""

_NEAR = frozenset({"close", "closer", "near", "nearer"})


class Qualifiers(NamedTuple):
    """All qualifiers of one quantity, with the range that they and the quantity cover."""

    low_only: bool
    high_only: bool
    approximate: bool
    start: int
    end: int
    cues: tuple[tuple[str, int, int], ...]

    @property
    def any(self) -> bool:
        """Return whether there is any effect at all."""
        return self.low_only or self.high_only or self.approximate


@cache
def _tree() -> dict[str, Any]:
    """Return the effects of the qualifiers before a number as a tree of their words, the last word first."""
    return tree_of(
        (phrase.split()[::-1], entry["effect"]) for entry in load("qualifiers")["qualifier"] for phrase in entry["phrases"]
    )


def qualifiers(low: str, start: int, end: int, after: int) -> Qualifiers | None:
    """Return the qualifiers of the expression ``low[start:end]``, None where there are none.

    Args:
        low: the folded text in lower case.
        start: where the expression begins.
        end: where it ends.
        after: where its denominator ends ("a year"), from where trailing qualifiers are read as well.
    """
    cues: list[tuple[str, int, int]] = []
    _before(low, start, end, cues)
    first = min((cue[1] for cue in cues), default=start)
    for position in (end,) if end == after else (end, after):
        trailing = _AFTER.match(low, position) if low[position : position + 1] in _AFTER_BEGINS else None
        if trailing is not None:
            name = trailing.lastgroup or ""
            cues.append((_AFTER_EFFECTS.get(name, name), trailing.start(), trailing.end()))
            after = max(after, trailing.end())
            break
    if not cues:
        return None
    effects = {effect for effect, _, _ in cues}
    return Qualifiers("low" in effects, "high" in effects and "low" not in effects, "about" in effects, first, after, tuple(cues))


def _before(low: str, start: int, end: int, cues: list[tuple[str, int, int]]) -> None:
    """Append the qualifiers before ``start``, the nearest first."""
    at = start
    sign = low[start - 1 : start].strip() or low[start - 2 : start - 1]
    if sign in _SIGNS and start and not low[max(0, low.rindex(sign, 0, start) - 1)].isalnum():
        at = low.rindex(sign, 0, start)
        cues.append((_SIGNS[sign], at, start))
    elif low.endswith("c.", 0, start) and not low[max(0, start - 3) : start - 2].isalnum():
        at = start - 2
        cues.append(("about", at, start))
    elif start and not (low[start - 1].isspace() or (low[start - 1].isalpha() and not low[start].isalnum())):
        return
    window = low[max(0, at - _WINDOW) : at]
    last = window.rsplit(None, 1)[-1:]
    if not last or last[0].strip("(\"'[") not in _tree():
        return
    words = window.split()
    index = len(words)
    article = bounded = a_only = False
    for _ in range(_AT_MOST):
        count, effect = _last_phrase(words, index)
        if not count:
            break
        phrase = words[index - count : index]
        begin = at
        for word in reversed(phrase):
            begin = low.rindex(word, 0, begin)
        if effect != "none":
            bound = effect in {"low", "high"}
            near = article and phrase[-1] == "to" and phrase[0] in _NEAR  # "close to the 5% seen before" compares
            if ((bound or near) and (bounded or (article and not _MARK.match(low, end)))) or _is_topic(
                words, index, count, a_only=a_only, behind=low[end : end + _BEHIND]
            ):
                break
            if bound and _is_negated(words[max(0, index - count - _NEGATED_WITHIN) : index - count]):
                effect = "high" if effect == "low" else "low"
            bounded = bounded or bound
            cues.append((effect, begin + len(phrase[0]) - len(phrase[0].lstrip("(\"'[")), at))
        else:
            article = article or (count == 1 and phrase[0] in {"the", "its", "their"})
            a_only = phrase[0] in INDEFINITE and count == 1
        at, index = begin, index - count


def _last_phrase(words: list[str], index: int) -> tuple[int, str]:
    """Return (number of words, effect) of the longest phrase that ends before ``words[index]``."""
    node: dict[str, Any] | None = _tree()
    count, found = 0, (0, "")
    while index - count > 0:
        word = words[index - count - 1]
        if word[0] in "(\"'[" or word[-1] in "\"'":
            word = word.strip("(\"'[")
        node = node.get(word) if word and node is not None else None
        if node is None:
            break
        count += 1
        if END in node:
            found = count, node[END]
    return found


def _is_topic(words: list[str], index: int, count: int, *, a_only: bool, behind: str) -> bool:
    """Return whether a qualifier is none here: "worried about", "turned over", "edged up to", "from 5 up to"."""
    phrase = words[index - count : index]
    previous = words[index - count - 1] if index > count else ""
    if phrase == ["close", "to"] and (previous.endswith(("'s", "s'")) or previous in _CLOSES):
        return True  # "from Monday's close to $78"
    if phrase[0] in _TOPICAL and count == 1:
        over = phrase[0] in {"over", "under"}
        return previous in listed("topic") or (over and (a_only or previous in listed("topic_over")))
    if phrase == ["up", "to"]:
        if previous == "back" and words[index - count - 2 : index - count - 1] and words[index - count - 2].startswith(_BUY):
            return False  # "buy back up to 5%"
        return (
            previous in listed("up_with")
            or _has_number_from(words[: index - count])
            or _is_brought(words[: index - count])
            or (previous in _ARE and _FROM_BEHIND.match(behind) is not None)
        )
    if phrase == ["top"]:
        return previous not in listed("auxiliary")
    return phrase[0] in {"past", "round"} and previous in _BEFORE_PAST


def _is_brought(words: list[str]) -> bool:
    """Return whether a verb that takes "up" stands before its object: "bring the state's receipts up to"."""
    for word in reversed(words[-_OBJECT_WITHIN:]):
        if word in listed("up_with_before"):
            return True
        if word[-1] in ",;:." or word[:1].isdigit() or word in _NO_OBJECT:
            return False
    return False


def _has_number_from(words: list[str]) -> bool:
    """Return whether "from" and a number stand right before, as in "from 10 percent up to"."""
    if "from" not in words[-_FROM_WITHIN:]:
        return False
    last = words[-_NUMBER_WITHIN:]
    if any(word[-1] in ".;" for word in last):
        return False
    return _STATEMENT.isdisjoint(last) and any(word.lstrip("$€£")[:1].isdigit() for word in last)


def _is_negated(words: list[str]) -> bool:
    """Return whether a negation turns a bound behind the words round: "must not exceed", "no lessee has over", "not wish to own over"."""
    near = len(words[:-2] if words[-2:-1] == ["to"] else words[-3:])
    for back, word in enumerate(reversed(words)):
        if word in listed("no_negation"):
            return False
        if word in listed("negation") and (back < near or word in listed("negation_afar") or words[-2:-1] == ["to"]):
            return True
        if word[-1] in ",;:." or word in {"and", "but", "or", "who"}:
            return False
    return False
