"""A sentence as a reader sees it: its words with quantities as one, its phrases, commodities and times."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING, Literal

from mineralclaims.claims.closers import promote_closer
from mineralclaims.claims.openers import demote_opener
from mineralclaims.mentions.commodities import GOODS, commodity_mentions
from mineralclaims.mentions.dates import TimeExpression, time_expressions
from mineralclaims.mentions.phrases import Phrase, before_phrase, phrases
from mineralclaims.mentions.vocabulary import (
    AUXILIARY,
    BREAK,
    CUE,
    GOVERNS,
    INFINITIVE,
    OPEN,
    RESPECTIVELY,
    SPEAKING,
    STOP,
    TIME,
    Word,
    quantity_token,
    tokenize,
)
from mineralclaims.mentions.vocabulary import GOODS as MAY_NAME
from mineralclaims.text.saying import call_said
from mineralclaims.text.tags import AUXILIARY as AUXILIARY_TAG
from mineralclaims.text.tags import DETERMINER, NOUN, POSSESSIVE, VERB
from mineralclaims.text.tokens import Token
from mineralclaims.text.verb_or_noun import tag_of

if TYPE_CHECKING:
    from mineralclaims.claims.document import Document
    from mineralclaims.claims.groups import Group
    from mineralclaims.slots.candidates import Candidate
    from mineralclaims.slots.dated import Dated
    from mineralclaims.slots.named import Named

_PASSED = 3
_MAKING = frozenset({
    "will", "would", "may", "might", "could", "must", "shall", "should", "cannot", "can't", "won't", "wouldn't", "couldn't", "don't",
    "doesn't", "didn't",
})  # fmt: skip
_NO_VERBS = frozenset({"ever", "next", "sooner", "thereby", "thereupon", "perhaps", "half", "double"})
_INVERTING = frozenset({"so", "nor", "neither", "as", "than", "how", "what", "when", "where", "why"})
_BEFORE_NOUNS = frozenset({"D", "A", "#"})
_SELDOM = MAY_NAME | TIME | SPEAKING | RESPECTIVELY


class Reading:
    """One sentence, analysed once.

    Attributes:
        tokens: its words and signs, a quantity with its qualifiers as one.
        at: the token of each quantity.
        cue_places, verbs, stops, breaks, governing: the tokens with cues, the finite verbs, the signs that stop a clause, what breaks
            a clause, and the words that govern how a number is put forward.
        speaking, respectively: the verbs of speaking with "according", and the places of "respectively".
        opens_paragraph: whether it begins a paragraph.
        commodities, goods: the commodities named, and the goods that are none (wheat, sugar, water).
        phrases, phrase_starts, phrase_ends: the noun phrases, with the first and the last token of each; found where a sentence is
            read for more than its goods.
    """

    __slots__ = (
        "_openers", "_times", "apposition", "at", "breaks", "candidates", "commodities", "commodity_tokens", "cue_places", "dated",
        "document", "end", "events", "first_quantity", "goods", "governing", "has_phrases", "heard", "lows", "named", "number",
        "opening_name", "opens_paragraph", "phrase_ends", "phrase_starts", "phrases", "previous_type", "quantities", "related", "respectively",
        "sayers", "saying", "sole", "sources", "speaking", "start", "stops", "subject_of", "subjects", "tokens", "turns", "verbs", "wide",
    )  # fmt: skip

    def __init__(self, document: Document, number: int) -> None:
        """Read sentence ``number`` of the document."""
        self.document = document
        self.number = number
        self.start, self.end = document.sentences[number]
        self.opens_paragraph = document.opens_paragraph(self.start)
        first, last = document.quantity_range(number)
        self.quantities = document.quantities[first:last]
        self.first_quantity = first
        self.previous_type = ""
        self.candidates: list[Candidate] | None = None
        self.wide: dict[int, Candidate | None] = {}
        self.saying: list[int] | None = None
        self.sources: list[Candidate] | None = None
        self.sole: tuple[str | None] | None = None
        self.sayers: dict[int, list[int]] | None = None
        self.opening_name: Candidate | Literal[False] | None = None
        self.apposition: Phrase | None = None
        self.turns: list[int] = []
        self.events: list[int] = []
        self.related: dict[tuple[int, int, int, bool, int, bool], list[tuple[Candidate, Group]]] = {}
        self.dated: list[Dated] | None = None
        self.heard: list[tuple[int, Dated]] | None = None
        self.named: tuple[list[Named], frozenset[str]] | None = None
        self.subjects: dict[tuple[int, str], tuple[Phrase | None, tuple[str, ...]]] = {}
        self.subject_of: dict[int, Phrase | None] = {}
        self.tokens: list[Token] = []
        self.at: list[int] = []
        self.cue_places: list[int] = []
        self.verbs: list[int] = []
        self.stops: list[int] = []
        self.breaks: list[int] = []
        self.governing: list[int] = []
        self.speaking: list[int] = []
        self.respectively: list[int] = []
        self._openers: list[int] = []
        self._times: list[TimeExpression] | None = None
        self.has_phrases = False
        self.phrases: list[Phrase] = []
        self.phrase_starts: list[int] = []
        self.phrase_ends: list[int] = []
        marked = self._tokenize()
        demote_opener(document, self.tokens)
        promote_closer(self.tokens, self.verbs)
        self.lows = [token.low for token in self.tokens]
        named = commodity_mentions(document.folded, self.tokens, self._index(marked))
        if document.own is not None and document.own.commodities:
            named = document.own.commodity_mentions(self.tokens, named)
        self.commodities = [mention for mention in named if mention.name != GOODS]
        self.goods = [mention for mention in named if mention.name == GOODS] if len(named) > len(self.commodities) else []
        self.commodity_tokens = frozenset(
            [index for mention in self.commodities for index in range(mention.first, mention.last + 1)]
        )

    def _tokenize(self) -> list[tuple[int, Word]]:
        """Fill in the tokens, quantities with their qualifiers as one token each; return those that are marked for something."""
        tokens = self.tokens
        marked: list[tuple[int, Word]] = []
        position = self.start
        for mention in self.quantities:
            around = mention.around
            begin = max(position, around.start)
            self._words(position, begin, marked)
            self.at.append(len(tokens))
            position = max(around.end, begin)
            tokens.append(quantity_token(begin, position))
        self._words(position, self.end, marked)
        for index, word in marked:
            if word.marks & OPEN:
                tokens[index].tag = tag_of(tokens, index, word.kind, noun_too=word.noun_too)
        call_said(tokens, [index for index, word in marked if word.marks & OPEN])
        return marked

    def _words(self, position: int, end: int, marked: list[tuple[int, Word]]) -> None:
        """Append the words from a position to an end; brackets with share codes are passed over, "Corvane (NYSE: CVM) said" is "Corvane said"."""
        folded, brackets = self.document.folded, self.document.listings
        at = bisect_left(brackets, (position, 0)) if brackets else 0
        while at < len(brackets) and brackets[at][1] <= end:
            tokenize(folded, position, brackets[at][0], self.tokens, marked)
            position = brackets[at][1]
            at += 1
        tokenize(folded, position, end, self.tokens, marked)

    def _index(self, marked: list[tuple[int, Word]]) -> list[int]:
        """Find the places of cue words, of finite verbs, of signs that stop a clause ..., each once for all numbers; return those that may name goods."""
        tokens = self.tokens
        goods: list[int] = []
        last = len(tokens) - 1
        for index, word in marked:
            marks = word.marks
            if marks & CUE:
                self.cue_places.append(index)
            if marks & (OPEN | AUXILIARY):
                if marks & AUXILIARY and _makes_verb(tokens, index):
                    tokens[index + 1].tag = VERB
                    self.verbs.append(index + 1)
                elif tokens[index].tag == VERB or (marks & AUXILIARY and _finite(tokens, index)):
                    self.verbs.append(index)
            elif marks & STOP:
                self.stops.append(index)
            if marks & BREAK:
                self.breaks.append(index)
            if marks & GOVERNS or (marks & INFINITIVE and index < last and tokens[index + 1].tag == VERB):
                self.governing.append(index)
            if marks & _SELDOM:
                if marks & MAY_NAME:
                    goods.append(index)
                if marks & TIME:
                    self._openers.append(index)
                if marks & SPEAKING:
                    self.speaking.append(index)
                elif marks & RESPECTIVELY:
                    self.respectively.append(index)
        return goods

    def with_phrases(self) -> Reading:
        """Find the noun phrases; return the reading itself."""
        self.phrases = found = phrases(self.tokens, self.lows)
        self.phrase_starts = [phrase.first for phrase in found]
        self.phrase_ends = [phrase.last for phrase in found]
        self.has_phrases = True
        return self

    def release(self) -> None:
        """Let go of all that leads back to the sentence."""
        self.candidates = self.sources = self.heard = self.opening_name = None
        self.related, self.wide = {}, {}

    def phrase_from(self, index: int) -> Phrase | None:
        """Return the noun phrase that begins at a token, determiners and adverbs passed over."""
        at = bisect_left(self.phrase_starts, index)
        if at == len(self.phrases):
            return None
        phrase = self.phrases[at]
        if phrase.first > index + _PASSED:
            return None
        return (
            phrase
            if phrase.first == index or _BEFORE_NOUNS.issuperset([token.tag for token in self.tokens[index : phrase.first]])
            else None
        )

    def whole_from(self, index: int) -> Phrase | None:
        """Return the noun phrase that begins at a token, or what it owns at last: of "the world's output", the output."""
        whole = self.phrase_from(index)
        while whole is not None and whole.possessed is not None:
            whole = whole.possessed
        return whole

    def link_before(self, phrase: Phrase) -> int:
        """Return the token before a phrase and its determiners, numbers and adverbs; 0 or -1 where nothing else is before it."""
        return before_phrase(self.tokens, phrase.first)

    def verbs_between(self, low: int, high: int) -> int:
        """Return how many finite verbs stand from one token to before another."""
        return bisect_left(self.verbs, high) - bisect_left(self.verbs, low)

    def verb_behind(self, token: int) -> int:
        """Return the first finite verb behind a token; -1 where there is none."""
        at = bisect_right(self.verbs, token)
        return self.verbs[at] if at < len(self.verbs) else -1

    def breaks_between(self, low: int, high: int) -> list[int]:
        """Return what breaks the clause from one token to before another."""
        return self.breaks[bisect_left(self.breaks, low) : bisect_left(self.breaks, high)]

    def phrase_ending(self, index: int) -> Phrase | None:
        """Return the noun phrase that ends at a token."""
        at = bisect_left(self.phrase_ends, index)
        return self.phrases[at] if at < len(self.phrases) and self.phrase_ends[at] == index else None

    @property
    def times(self) -> list[TimeExpression]:
        """The expressions of time, found when first asked for."""
        if self._times is None:
            self._times = time_expressions(self.document.folded, self.tokens, self._openers)
        return self._times


def _makes_verb(tokens: list[Token], index: int) -> bool:
    """Return whether a modal verb makes the unknown word behind it a verb ("will idle its plant"); not "so will engines", "a tin can plant"."""
    if tokens[index].low not in _MAKING or tokens[index].name or index + 1 >= len(tokens):
        return False
    following = tokens[index + 1]
    if following.tag != NOUN or following.name or not following.low.isalpha() or following.low in _NO_VERBS:
        return False
    return not index or (tokens[index - 1].tag != DETERMINER and tokens[index - 1].low not in _INVERTING)


def _finite(tokens: list[Token], index: int) -> bool:
    """Return whether an auxiliary is the verb itself: none follows, but perhaps an adverb or "not"."""
    following = tokens[index + 1].tag if index + 1 < len(tokens) else ""
    if following == POSSESSIVE:
        return False  # "May's"
    if following in {"A", "G"}:
        return not (index + 2 < len(tokens) and tokens[index + 2].tag == VERB)
    return following not in {VERB, AUXILIARY_TAG}
