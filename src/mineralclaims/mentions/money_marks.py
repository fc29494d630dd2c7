"""Currency marks before a number ("US$", "Rs", "CNY") and currency words after it ("dlrs", "Canadian dollars", "p")."""

from __future__ import annotations

import re
from functools import cache
from typing import Any, NamedTuple

from mineralclaims.mentions.next_words import NextWord, before_slash, longest, next_word, split_form
from mineralclaims.mentions.tries import tree_of
from mineralclaims.normalize.currencies import Mark, prefix_marks, suffix_words

_LONGEST = 8
_INDENT = 14
_LETTERS_IN_A_CODE = 3
_GLUED_ONLY = frozenset({"p", "c", "e", "k", "t"})
_ADJECTIVES = {
    "US": "US$", "U.S.": "US$", "U.S": "US$", "Canadian": "C$", "Cdn": "C$", "CDN": "C$", "Can": "C$", "Australian": "A$", "Aust": "A$",
    "A": "A$", "C": "C$", "AU": "A$", "CA": "C$", "NZ": "NZ$", "HK": "HK$", "S": "S$", "Singapore": "S$",
}  # fmt: skip
"""What may stand with a space before "$", or behind the amount: "US $58", "$75 U.S. per barrel"."""

# Nouns that stand before the number as well: "rupees 500 crore", "Euro 300 million".
_NOUNS_BEFORE = frozenset(
    {
        "ringgit",
        "ringgits",
        "rupee",
        "rupees",
        "euro",
        "euros",
        "rupiah",
        "baht",
        "naira",
        "dirham",
        "dirhams",
        "riyal",
        "riyals",
        "taka",
        "renminbi",
    }
)
# English words, which are money only with a large number: "3 won gold", "two crowns", "50 marks".
_WORDS_OF_ENGLISH = frozenset(
    {
        "won",
        "mark",
        "marks",
        "crown",
        "crowns",
        "sol",
        "som",
        "soms",
        "lei",
        "leu",
        "punt",
        "lev",
        "lat",
        "lats",
        "inti",
        "quid",
    }
)
_NO_MONEY = ("-f", " of pressure", " of thrust", " per square")
"""What shows that pounds are no money."""
_CODES_OF_OTHER_THINGS = frozenset({"COP", "CUP", "GEL", "MAD", "PEN", "TRY", "SOS", "AMD", "BAM", "MOP"})


_STRONG = frozenset({"Rs", "RM", "Rp", "DM", "Sfr", "SFr", "PKRs", "LE", "KD", "RMB", "Rmb", "Tk"})


# "3 CAD 3 cents": the code belongs to the number before it.
_MINOR_BEHIND = re.compile(r" [0-9]{1,2} ?(?:cents?|c|pence|penn(?:y|ies)|kop[a-z]{2,6}|sen|centimes?)(?![a-z])")


class MarkMatch(NamedTuple):
    """A currency mark, the place where the whole expression begins or ends, and whether the mark alone proves little."""

    mark: Mark
    at: int
    weak: bool = False


@cache
def _last_letters() -> frozenset[str]:
    """Return every character with which a mark before a number can end."""
    return frozenset(mark[-1] for mark in prefix_marks()) | frozenset(noun[-1] for noun in _NOUNS_BEFORE)


def mark_before(text: str, start: int) -> MarkMatch | None:
    """Return the currency mark that ends right before ``start``, or one space (or sign) before it."""
    at = start
    if at and text[at - 1] in "-+":
        at -= 1
    glued = at > 0 and text[at - 1] != " "
    if not glued:
        at = max(0, at - _INDENT) + len(text[max(0, at - _INDENT) : at].rstrip(" "))
    if at <= 0 or text[at - 1] not in _last_letters():
        return None
    if text[at - 1].isalpha() or text[at - 1] == ".":
        return _letters_before(text, at, glued=glued)
    return _sign_before(text, at)


def _sign_before(text: str, at: int) -> MarkMatch | None:
    """Return the longest mark that ends with the sign before ``at``, with an adjective that says whose it is."""
    marks = prefix_marks()
    for length in range(min(_LONGEST, at), 0, -1):
        mark = marks.get(text[at - length : at])
        begin = at - length
        if mark is None or (mark.text[0].isalpha() and begin and text[begin - 1].isalnum()):
            continue
        if mark.text == "$" and begin > 1 and text[begin - 1] == " ":
            space = text.rfind(" ", max(0, begin - 12), begin - 1) + 1
            word = text[space : begin - 1].lstrip("(")
            if word in _ADJECTIVES and len(word) > 1:
                return MarkMatch(marks[_ADJECTIVES[word]], begin - 1 - len(word))
        return MarkMatch(mark, begin)
    return None


def _letters_before(text: str, at: int, *, glued: bool) -> MarkMatch | None:
    """Return the mark of letters that ends at ``at``: an abbreviation, an ISO code, or a noun such as "rupees"."""
    begin, low = at, max(0, at - _LONGEST - 2)
    while begin > low and (text[begin - 1].isalpha() or text[begin - 1] in ".£$/"):
        begin -= 1
    if begin and (text[begin - 1].isalnum() or text[begin - 1] in "-/"):
        return None
    word = text[begin:at]
    if "/" in word and word not in prefix_marks():
        begin, word = at - len(word) + word.rindex("/") + 1, word.rsplit("/", 1)[1]
    mark = prefix_marks().get(word)
    if mark is None:
        noun = suffix_words().get(word.lower()) if not glued and word.lower() in _NOUNS_BEFORE else None
        return MarkMatch(noun, _with_adjective(text, begin, word), weak=True) if noun is not None else None
    code = len(word) == _LETTERS_IN_A_CODE and word == mark.code
    return MarkMatch(mark, begin, weak=_is_weak(word, code=code, glued=glued))


def _is_weak(word: str, *, code: bool, glued: bool) -> bool:
    """Return whether a mark of letters proves little: "R 2", "PS5", "COP26"; only a number like money makes it one."""
    if code:
        return glued and word in _CODES_OF_OTHER_THINGS
    return word.isalpha() and word not in _STRONG


def _with_adjective(text: str, begin: int, noun: str) -> int:
    """Return where a noun before a number begins with its adjective ("Malaysian ringgit 42")."""
    space = text.rfind(" ", max(0, begin - 16), max(0, begin - 1)) + 1
    adjective = text[space:begin].strip()
    return space if f"{adjective} {noun}".lower() in suffix_words() else begin


@cache
def _tree() -> dict[str, Any]:
    """Return the currency words after a number as a tree of words."""
    return tree_of((split_form(text), mark) for text, mark in suffix_words().items())


@cache
def first_words() -> frozenset[str]:
    """Return in lower case every word with which a currency after a number begins."""
    return frozenset(
        {*_tree(), *(mark.lower() for mark in prefix_marks()), *(word.lower().rstrip(".") for word in _ADJECTIVES)}
    )


def mark_after(text: str, at: int, first: NextWord | None = None, *, large: bool = True) -> MarkMatch | None:
    """Return the currency word or sign that follows a number (with its magnitude) at ``at``.

    Args:
        text: the folded text.
        at: where the number ends.
        first: the word at ``at``, where it has been read already.
        large: whether the number is large enough to make money of an English word.
    """
    word = first or next_word(text, at)
    if word is not None and "/" in word.written and word.low not in first_words():
        word = before_slash(word)
    if word is None or word.low not in first_words():
        return None
    found = longest(text, word, _tree(), exact=False)
    if found is not None:
        mark, end = found
        if mark.text in _GLUED_ONLY and (word.gap or not word.written.islower()):
            return None
        if (mark.text in _WORDS_OF_ENGLISH and not large) or (mark.noun == "pound" and text.startswith(_NO_MONEY, end)):
            return None
        return MarkMatch(mark, end)
    sign = prefix_marks().get(word.written)
    if sign is None or word.gap not in {"", " "}:
        return None
    if text[word.end : word.end + 2].strip()[:1].isdigit() and not _MINOR_BEHIND.match(text, word.end):
        return None
    letters = word.written.isalpha()
    if (
        letters
        and (
            len(word.written) == 1
            or word.written == "PS"
            or not word.written.isupper()
            and word.written not in {"Rs", "Kr"}
        )
    ) or (word.gap and "$" in word.written and letters):
        return None
    return MarkMatch(sign, word.end + (text.startswith("=", word.end) and letters))


def adjective_after(text: str, at: int) -> MarkMatch | None:
    """Return what says behind an amount in "$" whose dollars they are: "$75 U.S. per barrel", "$5 million Cdn"."""
    word = next_word(text, at)
    if word is None or word.gap != " " or word.written not in _ADJECTIVES or len(word.written) < 2:  # noqa: PLR2004  "$5 A day"
        return None
    end = word.end + text.startswith(".", word.end)
    after = next_word(text, end)
    if after is not None and after.low not in {
        "per",
        "a",
        "an",
        "in",
        "for",
        "to",
        "and",
        "or",
        "at",
        "from",
        "on",
        "by",
        "each",
    }:
        return None
    return MarkMatch(prefix_marks()[_ADJECTIVES[word.written]], end)
