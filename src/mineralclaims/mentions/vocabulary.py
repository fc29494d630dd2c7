"""What is known of a word wherever it stands, put together from all word lists once, so that reading a token is one look-up."""

from __future__ import annotations

import re
from functools import lru_cache

from mineralclaims.mentions.commodities import may_name, sorts_named
from mineralclaims.mentions.cues import cue_classes
from mineralclaims.mentions.dates import may_open
from mineralclaims.mentions.party_words import accounts, sites
from mineralclaims.text.ranks import follows_rank, join_rank
from mineralclaims.text.saying import AS_SAID
from mineralclaims.text.tags import ADVERB, NOUN, QUANTITY, SIGN, word_class
from mineralclaims.text.tokens import TOKEN, Token

OPEN, CUE, BREAK, GOVERNS, AUXILIARY, STOP, INFINITIVE, GOODS, TIME, SPEAKING, RESPECTIVELY, MINERAL, WARE = (
    1 << bit for bit in range(13)
)
"""What a word is marked for: its tag depends on its neighbours, it has cues, it breaks a clause, it governs how a number is put forward ...;
it may begin the name of a commodity or goods or what is none (GOODS), of a commodity (MINERAL), of other goods (WARE)."""

# In capitals these are names, not pronouns; "May" is a month.
_ACRONYMS = frozenset({"US", "WHO", "IT", "May"})
# Codes of futures behind what they are of: "Brent crude LCOc1 rose", "heating oil HOZ6". Nothing hangs on them.
_CODE = re.compile(r"[A-Z]{2,5}(?:cv?\d{1,2}|[FGHJKMNQUVXZ]\d)|CM(?:CU|AL|ZN|PB|NI|SN)[03]")
_DIGITS = "0123456789"
_FOOTNOTED, _FOOTNOTE = 4, 2
_ACCOUNTED = frozenset({"profit", "revenue", "cost", "price", "sell", "debt"})
_BREAKS = frozenset({";", '"', "–", ",", "while", "but", "although", "after", "since"})
MODALS = frozenset({"will", "would", "could", "may", "might", "should", "shall", "can", "'ll"})
MODAL_CUES = frozenset({"if", "threat", "propose", "forecast", "estimate", "reject"})
"""The modal verbs, and the kinds of cues, by which a text says how it puts a number forward."""

_GOVERNING = MODALS | {"if"}
_STOPS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "-", "$", "^"})
_SPEAKING = AS_SAID | {"said", "told", "according"}
_REMEMBER_AT_MOST = 30_000
_LONGEST = 40
_TAG = re.compile(r"</?[A-Za-z][A-Za-z0-9]{0,9}/?>")
"""A tag of markup without attributes, which is no word of a sentence."""

_new = Token.__new__


class Word:
    """A word as it is written, with all that the word lists say of it."""

    __slots__ = ("cue", "footnote", "kind", "low", "marks", "name", "noun_too", "tag")

    def __init__(self, written: str) -> None:
        """Look a word up in every list."""
        first = written[0]
        self.low = low = written.lower()
        self.name = first.isupper() or (first.isdigit() and not written[-1].isdigit() and written[-1].isupper())
        self.tag, self.kind, self.noun_too = (NOUN, "", False) if written in _ACRONYMS else word_class(low, name=self.name)
        self.footnote = 0
        if low[-1].isdigit() and len(stem := low.rstrip(_DIGITS)) >= _FOOTNOTED:
            if _has_footnote(written, stem):
                self.footnote = len(low) - len(stem)
            self.low = low = stem if self.footnote or stem in cue_classes() else low
        if low[-1].isdigit() and _CODE.fullmatch(written) is not None:
            self.name, self.tag = False, ADVERB
        self.name = self.name and low not in accounts()
        self.cue = () if written == "May" or low.endswith("-may") else _cues(low)
        self.marks = self._marks(written)

    def _marks(self, written: str) -> int:
        """Return what the word is marked for."""
        low, tag = self.low, self.tag
        marks = OPEN if self.kind else 0
        marks |= CUE if self.cue else 0
        marks |= BREAK if low in _BREAKS or tag == "R" else 0
        marks |= GOVERNS if (low in _GOVERNING and written != "May") or not MODAL_CUES.isdisjoint(self.cue) else 0
        marks |= AUXILIARY if tag == "X" else 0
        marks |= STOP if tag == SIGN and low in _STOPS else 0
        marks |= INFINITIVE if low == "to" else 0
        if may_name(written, low):
            mineral, ware = sorts_named(written, low)
            marks |= GOODS | mineral * MINERAL | ware * WARE
        marks |= SPEAKING if low in _SPEAKING else RESPECTIVELY if low == "respectively" else 0
        return marks | (TIME if may_open(low) else 0)


def _has_footnote(written: str, stem: str) -> bool:
    """Return whether the digits that a word ends with are the number of a footnote: "EBITDA1", "cash cost3", "currency2"; not "zone4", "Falcon9"."""
    if stem in accounts() or not _ACCOUNTED.isdisjoint(cue_classes().get(stem, ())):
        return True
    ordinary = written[: len(stem)].isalpha() and written[: len(stem)].islower()
    return ordinary and len(written) - len(stem) <= _FOOTNOTE and stem not in sites()


def _cues(low: str) -> tuple[str, ...]:
    """Return the cue classes of a word, or of the last part of a compound."""
    classes = cue_classes()
    cue = classes.get(low)
    if cue is None and "-" in low and len(low) > 1 and "-than-" not in low:
        cue = classes.get(low.rsplit("-", 1)[1])
    return cue or ()


Pieces = tuple[tuple[int, int, str, bool, str, tuple[str, ...], Word | None], ...]
"""The tokens of a stretch without spaces: where each begins and ends in it, what a token takes over from its word, and the word where it is marked."""


class _Stretches(dict[str, Pieces]):
    """The stretches met so far, with their tokens; forgotten when they are too many."""

    def __missing__(self, stretch: str) -> Pieces:
        """Take a new stretch apart."""
        plain = stretch if "<" not in stretch else _TAG.sub(_blank, stretch)
        pieces = tuple([_piece(match) for match in TOKEN.finditer(plain)])
        if len(stretch) <= _LONGEST:
            if len(self) >= _REMEMBER_AT_MOST:
                self.clear()
            self[stretch] = pieces
        return pieces


def _blank(match: re.Match[str]) -> str:
    """Return as many spaces as a piece of markup is long."""
    return " " * len(match.group())


def _piece(match: re.Match[str]) -> tuple[int, int, str, bool, str, tuple[str, ...], Word | None]:
    """Return one token of a stretch."""
    word = _word(match.group())
    return (match.start(), match.end() - word.footnote, word.low, word.name, word.tag, word.cue, word if word.marks else None)


_word = lru_cache(maxsize=_REMEMBER_AT_MOST)(Word)
_STRETCHES = _Stretches()


def tokenize(text: str, start: int, end: int, tokens: list[Token], marked: list[tuple[int, Word]]) -> None:
    """Append the tokens of ``text[start:end]`` (a folded text) to ``tokens``, and to ``marked`` those that are marked for something."""
    stretches, new, token_type, append = _STRETCHES, _new, Token, tokens.append
    index = len(tokens)
    for stretch in text[start:end].split(" "):
        if stretch:
            pieces = stretches[stretch]
            if stretch[0] in _DIGITS and follows_rank(tokens, start + pieces[0][0], pieces[0][2]):
                join_rank(tokens, start + pieces[0][1], pieces[0][2])
                index, pieces = index - 1, pieces[1:]
                while marked and marked[-1][0] >= index - 1:
                    marked.pop()
            for begin, stop, low, name, tag, cue, word in pieces:
                token = new(token_type)
                token.start = start + begin
                token.end = start + stop
                token.low = low
                token.name = name
                token.tag = tag
                token.cue = cue
                append(token)
                if word is not None:
                    marked.append((index, word))
                index += 1
            start += len(stretch)
        start += 1


def goods_marks(text: str, start: int, end: int) -> int:
    """Return MINERAL where a word of ``text[start:end]`` (a folded text without quantities) may name a commodity, and WARE where one may name other goods."""
    stretches, marks = _STRETCHES, 0
    for stretch in text[start:end].split(" "):
        for *_, word in stretches[stretch]:
            if word is not None:
                marks |= word.marks
    return marks & (MINERAL | WARE)


def quantity_token(start: int, end: int) -> Token:
    """Return the token that stands for a quantity with its qualifiers."""
    token = _new(Token)
    token.start, token.end = start, end
    token.low, token.name, token.tag, token.cue = "#", False, QUANTITY, ()
    return token
