"""Words of an own vocabulary, prepared for look-up: its commodities and units in a sentence, its names around a part of a claim."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from functools import lru_cache

import attrs

from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.spans import Span
from mineralclaims.text.tokens import Token
from mineralclaims.vocabulary import Entry, Vocabulary, spelled

_WORD = re.compile(r"[^\W_]+(?:['’&.][^\W_]+)*|&")
_UNIT_GAP = re.compile(r"[ \-]?")


@attrs.frozen
class OwnUnit:
    """A unit of a vocabulary as it is read: what its amounts are given in, and how many."""

    id: str
    unit: str
    times: Decimal


@attrs.frozen(eq=False)
class OwnWords:
    """A vocabulary, prepared once.

    Attributes:
        units: its units, by spelling.
        unit_pattern: what finds one right behind a number, or None where there are none.
        commodities: for each first word the spellings that begin with it, the longest first, with the canonical name.
        commodity_ids: the id of each commodity by its canonical name.
        names: the id of each name by its words.
        longest: the most words that a name has.
    """

    units: dict[str, OwnUnit]
    unit_pattern: re.Pattern[str] | None
    commodities: dict[str, tuple[tuple[tuple[str, ...], str], ...]]
    commodity_ids: dict[str, str]
    names: dict[tuple[str, ...], str]
    longest: int

    def unit_at(self, text: str, position: int) -> tuple[OwnUnit, int] | None:
        """Return the unit that is written at a position, perhaps after a space or hyphen, and where it ends."""
        if self.unit_pattern is None:
            return None
        gap = _UNIT_GAP.match(text, position)
        found = self.unit_pattern.match(text, gap.end() if gap else position)
        known = self.units.get(spelled(found.group())) if found else None
        return (known, found.end()) if found and known else None

    def unit_in(self, words: str) -> str | None:
        """Return the id of the unit that a quantity expression ends with."""
        if self.unit_pattern is None:
            return None
        for found in self.unit_pattern.finditer(words):
            if found.end() == len(words) and (known := self.units.get(spelled(found.group()))):
                return known.id
        return None

    def commodity_mentions(self, tokens: list[Token], others: list[CommodityMention]) -> list[CommodityMention]:
        """Return the commodities of a sentence: those of the vocabulary, and the others that none of them overlaps."""
        found: list[CommodityMention] = []
        free = 0
        for index, token in enumerate(tokens):
            for words, name in self.commodities.get(token.low, ()) if index >= free else ():
                last = _last(tokens, index, words)
                if last >= 0:
                    found.append(CommodityMention(index, last, name))
                    free = last + 1
                    break
        if not found:
            return others
        taken = {index for mention in found for index in range(mention.first, mention.last + 1)}
        kept = [mention for mention in others if taken.isdisjoint(range(mention.first, mention.last + 1))]
        return sorted([*found, *kept], key=lambda mention: mention.first)

    def name_over(self, text: str, part: Span, reach: int) -> tuple[str, Span] | None:
        """Return the longest name of the vocabulary that overlaps a part of a text, with its place.

        Args:
            text: the text.
            part: the part.
            reach: how many characters a name may begin before the part or end behind it.
        """
        begin = max(0, part.start - reach)
        words = [(begin + match.start(), begin + match.end()) for match in _WORD.finditer(text[begin : part.end + reach])]
        best: tuple[str, Span] | None = None
        for at, (start, _) in enumerate(words):
            if start >= part.end:
                break
            for name_id, end in self._names_at(text, words[at : at + self.longest]):
                place = Span(start, end)
                if place.overlaps(part) and (best is None or len(place) > len(best[1])):
                    best = name_id, place
        return best

    def _names_at(self, text: str, words: list[tuple[int, int]]) -> Iterator[tuple[str, int]]:
        """Give the names that begin with the first of these words, with their ends."""
        written = [text[start:end] for start, end in words]
        for count, (_, end) in enumerate(words, start=1):
            *before, last = written[:count]
            bare = last.removesuffix("'s").removesuffix("’s")
            for piece, place in (((*before, last), end), ((*before, bare), end - len(last) + len(bare))):
                found = self.names.get(tuple(word.casefold() for word in piece)) or self.names.get(piece)
                if found is not None:
                    yield found, place


@lru_cache(maxsize=16)
def own_words(vocabulary: Vocabulary) -> OwnWords:
    """Return a vocabulary prepared for look-up."""
    by_kind: dict[str, list[Entry]] = {"commodity": [], "unit": [], "name": []}
    for entry in vocabulary:
        by_kind.get(entry.kind, by_kind["name"]).append(entry)
    units = {
        spelled(words): OwnUnit(entry.id, entry.unit or "", entry.times or Decimal(1))
        for entry in by_kind["unit"]
        for words in entry.spellings()
    }
    names = {_words(words): entry.id for entry in by_kind["name"] for words in entry.spellings()}
    return OwnWords(
        units,
        _pattern(units),
        _commodities(by_kind["commodity"]),
        {entry.name.lower(): entry.id for entry in by_kind["commodity"]},
        names,
        max(map(len, names), default=0),
    )


def _words(spelling: str) -> tuple[str, ...]:
    """Return the words of a name as they are looked up."""
    return tuple(_WORD.findall(spelled(spelling)))


def _pattern(spellings: Iterable[str]) -> re.Pattern[str] | None:
    longest_first = sorted(spellings, key=lambda words: (-len(words), words))
    choices = [re.escape(words) if words.isupper() else f"(?i:{re.escape(words)})" for words in longest_first]
    return re.compile(rf"(?<![^\W\d_])(?:{'|'.join(choices)})(?!\w)") if choices else None


def _commodities(entries: Iterable[Entry]) -> dict[str, tuple[tuple[tuple[str, ...], str], ...]]:
    listed: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for entry in entries:
        for words in entry.spellings():
            parts = tuple(words.lower().replace("-", " ").split())
            listed.setdefault(parts[0], []).append((parts, entry.name.lower()))
    return {first: tuple(sorted(phrases, key=lambda phrase: -len(phrase[0]))) for first, phrases in listed.items()}


def _last(tokens: list[Token], index: int, words: tuple[str, ...]) -> int:
    """Return the last token of words that begin at a token, hyphens passed over; -1 where they do not stand there."""
    at = index
    for word in words:
        while at < len(tokens) and tokens[at].low == "-":
            at += 1
        if at >= len(tokens) or tokens[at].low != word:
            return -1
        at += 1
    return at - 1
