"""A sentence as a reader sees it: its words with quantities as one, its phrases, commodities and times."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property
from typing import TYPE_CHECKING

from mineralclaims.mentions.commodities import GOODS, CommodityMention, commodity_mentions
from mineralclaims.mentions.cues import cue_classes
from mineralclaims.mentions.dates import TimeExpression, time_expressions
from mineralclaims.mentions.phrases import Phrase, phrases
from mineralclaims.quantities.model import QuantityMention
from mineralclaims.text.tags import QUANTITY, SIGN, tag
from mineralclaims.text.tokens import Token, tokenize

if TYPE_CHECKING:
    from mineralclaims.normalize.dates import PartialDate
    from mineralclaims.slots.candidates import Candidate

_ORDINARY = ("ion", "ions", "ment", "ments", "ing", "ings", "ity", "ness", "ers", "ists", "ance", "ally", "ical", "ages", "age", "ive", "ous", "ful", "able", "ures", "ure", "ies")
_QUOTE = re.compile('"')
_BREAKS = frozenset({";", '"', "–", ",", "while", "but", "although", "after", "since"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "shall", "can", "'ll", "if"})
_GOVERNING = frozenset({"if", "threat", "propose", "forecast", "estimate", "reject"})
_STOPS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "-", "$", "^"})


class Reading:
    """One sentence, analysed once."""

    def __init__(self, document: Document, number: int) -> None:
        """Read sentence ``number`` of the document."""
        self.document = document
        self.number = number
        self.start, self.end = document.sentences[number]
        first, last = document.quantity_range(number)
        self.quantities = document.quantities[first:last]
        self.first_quantity = first
        self.previous_type = ""
        self.candidates: list[Candidate] | None = None
        self.saying: list[int] | None = None
        self.resolved_times: list[tuple[TimeExpression, PartialDate | None]] | None = None
        self.commodity_groups: list[tuple[CommodityMention, ...]] | None = None
        self.tokens, self.at = self._tokens()
        tag(self.tokens)
        classes = cue_classes()
        self._demote_openers(classes)
        self.cue_places: list[int] = []
        self.verbs: list[int] = []
        self.stops: list[int] = []
        self.breaks: list[int] = []
        self.governing: list[int] = []
        self.subjects: dict[tuple[int, str], tuple[Phrase | None, tuple[str, ...]]] = {}
        self._index(classes)

    def _index(self, classes: dict[str, tuple[str, ...]]) -> None:
        """Find the places of cue words, of finite verbs and of signs that stop a clause, each once for all numbers."""
        tokens, cue_places, verbs, stops = self.tokens, self.cue_places, self.verbs, self.stops
        last = len(tokens) - 1
        for index, token in enumerate(tokens):
            low, tag = token.low, token.tag
            cue = classes.get(low)
            if cue is not None:
                token.cue = cue
                cue_places.append(index)
            elif "-" in low and len(low) > 1:
                cue = classes.get(low.rsplit("-", 1)[1])
                if cue is not None:
                    token.cue = cue
                    cue_places.append(index)
            if low in _BREAKS or tag == "R":
                self.breaks.append(index)
            if low in _MODALS or (cue is not None and not _GOVERNING.isdisjoint(cue)) or (low == "to" and index < last and tokens[index + 1].tag == "V"):
                self.governing.append(index)
            if tag == "V":
                verbs.append(index)
            elif tag == "X":
                following = tokens[index + 1].tag if index < last else ""
                if following not in {"V", "X"} and not (following in {"A", "G"} and index + 1 < last and tokens[index + 2].tag == "V"):
                    verbs.append(index)
            elif tag == "," and low in _STOPS:
                stops.append(index)

    def _demote_openers(self, classes: dict[str, tuple[str, ...]]) -> None:
        """Take the capital of a sentence's first word for no name where the word is an ordinary one."""
        tokens = self.tokens
        for index in range(min(3, len(tokens))):
            token = tokens[index]
            if not token.name:
                if token.tag == SIGN or token.tag == "D":
                    continue
                break
            low = token.low
            lone = index + 1 >= len(tokens) or not tokens[index + 1].name
            if self.document.folded[token.start : token.end].isupper() and len(low) > 1:
                break
            if (lone and (low in classes or low.endswith(_ORDINARY) or token.tag not in "N" or self.document.lower_case(low))) or (not lone and low in classes and token.tag != "N"):
                token.name = False
            break

    def _tokens(self) -> tuple[list[Token], list[int]]:
        """Return the tokens, quantities with their qualifiers as one token each, and the index of each quantity."""
        folded = self.document.folded
        tokens: list[Token] = []
        places: list[int] = []
        position = self.start
        for mention in self.quantities:
            begin = max(position, mention.around.start)
            tokens.extend(tokenize(folded, position, begin))
            token = Token(begin, max(mention.around.end, begin), "#", name=False)
            token.tag = QUANTITY
            places.append(len(tokens))
            tokens.append(token)
            position = token.end
        tokens.extend(tokenize(folded, position, self.end))
        return tokens, places

    @cached_property
    def phrases(self) -> list[Phrase]:
        """The noun phrases."""
        return phrases(self.tokens)

    @cached_property
    def commodities(self) -> list[CommodityMention]:
        """The commodities named."""
        return [mention for mention in self._goods_and_commodities if mention.name != GOODS]

    @cached_property
    def goods(self) -> list[CommodityMention]:
        """The other goods named: wheat, sugar, water."""
        return [mention for mention in self._goods_and_commodities if mention.name == GOODS]

    @cached_property
    def _goods_and_commodities(self) -> list[CommodityMention]:
        """All goods named, in order."""
        return commodity_mentions(self.document.folded, self.tokens)

    @cached_property
    def commodity_tokens(self) -> frozenset[int]:
        """The tokens that belong to a commodity."""
        return frozenset(index for mention in self.commodities for index in range(mention.first, mention.last + 1))

    @cached_property
    def _phrase_at(self) -> dict[int, Phrase]:
        """The phrase that begins at a token."""
        return {phrase.first: phrase for phrase in self.phrases}

    def phrase_from(self, index: int) -> Phrase | None:
        """Return the noun phrase that begins at a token, determiners and adverbs passed over."""
        tokens = self.tokens
        for _ in range(3):
            if index >= len(tokens):
                return None
            phrase = self._phrase_at.get(index)
            if phrase is not None:
                return phrase
            if tokens[index].tag not in {"D", "A", "#"}:
                return None
            index += 1
        return self._phrase_at.get(index)

    @cached_property
    def times(self) -> list[TimeExpression]:
        """The expressions of time."""
        return time_expressions(self.document.folded, self.tokens)


class Document:
    """A text with its sentences and quantities; sentences are read when first asked for."""

    def __init__(self, text: str, folded: str, sentences: list[tuple[int, int]], quantities: tuple[QuantityMention, ...]) -> None:
        """Make a document of what the earlier stages found."""
        self.text = text
        self.folded = folded
        self.sentences = sentences
        self.quantities = quantities
        self._ends = [end for _, end in sentences]
        self._starts = [mention.span.start for mention in quantities]
        self._readings: dict[int, Reading] = {}

        self._quotes = [match.start() for match in _QUOTE.finditer(folded)] if quantities and '"' in folded else []

    def fresh(self) -> Document:
        """Return the same document with nothing read yet."""
        return Document(self.text, self.folded, self.sentences, self.quantities)

    def lower_case(self, word: str) -> bool:
        """Return whether the text also has a word without a capital, so that it is no name."""
        return f" {word} " in self.folded

    def quoted(self, position: int) -> bool:
        """Return whether a position stands inside a quotation, by counting the marks before it in its paragraph."""
        paragraph = self.folded.rfind("\n", 0, position) + 1 if "\n" in self.folded[max(0, position - 2000) : position] else 0
        return (bisect_left(self._quotes, position) - bisect_left(self._quotes, paragraph)) % 2 == 1

    def sentence_of(self, position: int) -> int:
        """Return the number of the sentence that holds a position."""
        return min(bisect_right(self._ends, position), len(self.sentences) - 1)

    def quantity_range(self, number: int) -> tuple[int, int]:
        """Return the first quantity of a sentence and the one after its last."""
        start, end = self.sentences[number]
        return bisect_left(self._starts, start), bisect_left(self._starts, end)

    def goods_before(self, number: int) -> str:
        """Return what the nearest of the four sentences before that names goods is about: "com", "goods", "both" or "none"."""
        for before in range(number - 1, max(-1, number - 5), -1):
            reading = self.reading(before)
            if reading.commodities or reading.goods:
                return "both" if reading.commodities and reading.goods else "com" if reading.commodities else "goods"
        return "none"

    def reading(self, number: int) -> Reading:
        """Return a sentence, read once."""
        known = self._readings.get(number)
        if known is None:
            known = self._readings[number] = Reading(self, number)
        return known
