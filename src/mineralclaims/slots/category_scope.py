"""A number among the reporting categories and the other amounts of its sentence: which of them reach it."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.categories import category_mentions
from mineralclaims.mentions.category_words import CategoryMention, terms
from mineralclaims.text.tags import BE

REACH = 60
_CLOSE = frozenset({"of", "in", "as", "(", "#", "making", "makes"})
_LINKS = _CLOSE | BE | {"being", ")", "to"}
_ALL = frozenset({"all", "both", "each"})
_PART = frozenset({"it", "them", "these", "this"})
_RATED = frozenset({"at", "@", "grading", ")"})
_LEAD_REACH, _PHRASE, _ALL_REACH = 10, 6, 3


class CategoryScope:
    """The categories and the amounts within reach of one number."""

    def __init__(self, reading: Reading, k: int) -> None:
        """Find them around token ``k``."""
        self.tokens, self.k, self.words = reading.tokens, k, terms().context
        self.begin, self.end = max(0, k - REACH), min(len(reading.tokens), k + REACH)
        found = category_mentions(reading.document.folded, self.tokens, self.begin, self.end)
        self.mentions = [mention for mention in found if not mention.first <= k <= mention.last]
        low, high = (bisect_left(reading.at, at) for at in (self.begin, self.end))
        codes = {mention.first for mention in found}
        self.amounts = {
            at
            for at, one in zip(reading.at[low:high], reading.quantities[low:high], strict=True)
            if one.kind == "amount" and one.quantity.unit not in GRADE_UNITS and at not in codes
        }

    def leads(self, mention: CategoryMention) -> int:
        """Return the amount that a category goes before ("inferred resources of 3 Mt"), or 0."""
        for index in range(mention.last + 1, min(self.end, mention.last + _LEAD_REACH)):
            low = self.tokens[index].low
            if index in self.amounts or index == self.k:
                return index
            rated = low in _RATED and self.tokens[index - 1].low not in self.words["heads"]
            if rated or low in self.words["turns"]:
                return 0
        return 0

    def link(self, mention: CategoryMention, begin: int) -> str:
        """Return the word that ties a category to what stands before it, the words of its own phrase passed over."""
        index = mention.first - 1
        while index > begin and mention.first - index < _PHRASE:
            token = self.tokens[index]
            if token.low in _LINKS or (token.tag not in "NDAOV" and token.low != '"'):
                break
            index -= 1
        return self.tokens[index].low if index >= 0 else ""

    def after(self) -> CategoryMention | None:
        """Return the category behind the number that is its own ("3 Mt inferred", "3 Mt of inferred resources")."""
        later = [one for one in self.mentions if one.first > self.k]
        if not later:
            return None
        mention, link = later[0], self.link(later[0], self.k)
        if link == "from" and len(later) > 1 and self.link(later[1], mention.last) == "to":
            return later[1]
        near = self.tokens[max(self.k + 1, mention.first - _ALL_REACH) : mention.first]
        of_all = any(token.low in _ALL for token in near)
        tied = of_all or link in _CLOSE or (link in _LINKS and not self.leads(mention))
        return mention if tied and self._reaches(mention, of_all=of_all) else None

    def _reaches(self, mention: CategoryMention, *, of_all: bool) -> bool:
        """Return whether nothing between the number and a category behind it turns to something else."""
        part = False
        for index in range(self.k + 1, mention.first):
            token = self.tokens[index]
            if token.low in self.words["stops"] or token.low == "which" or (part and token.low in _PART):
                return False
            if index in self.amounts and not of_all and not self._alike(index, mention):
                return False
            part = part or (token.tag == "Q" and self.tokens[index - 1].low == ",")
        return True

    def _alike(self, amount: int, mention: CategoryMention) -> bool:
        """Return whether an amount counts the same as the number, or goes with it ("or 448,000 ounces of gold")."""
        tokens, k = self.tokens, self.k
        if any(token.low in self.words["same"] for token in tokens[max(k + 1, amount - 2) : amount]):
            return True
        named = tokens[k + 1].low == "of" and amount + 2 < mention.first and tokens[amount + 1].low == "of"
        return named and tokens[amount - 1].low == "and" and tokens[k + 2].low != tokens[amount + 2].low

    def before(self) -> CategoryMention | None:
        """Return the nearest category before the number, if nothing between them begins another statement."""
        mention = next((one for one in reversed(self.mentions) if one.last < self.k), None)
        if mention is None:
            return None
        chained = not self.leads(mention) and self.link(mention, 0) in _CLOSE
        headed = False
        for index in range(mention.last + 1, self.k):
            low = self.tokens[index].low
            if low in self.words["stops"] or (chained and low in self.words["apart"]):
                return None
            if low in self.words["amounts"] and not self._in_name(index):
                if headed or index - mention.last > _PHRASE:
                    return None
                headed = True
            chained = chained or index in self.amounts
        return mention

    def _in_name(self, index: int) -> bool:
        """Return whether "Resources" ends the name of a company."""
        word, before = self.tokens[index], self.tokens[index - 1]
        return word.name and before.name and before.low not in self.words["heads"] | self.words["kinds"]
