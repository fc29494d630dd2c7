"""The reporting category of a reserve: which of the stated ones governs the number, by where they stand to it."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.categories import CategoryMention, category_mentions, joined, terms
from mineralclaims.slots.headings import heading

Answer = tuple[str | None, tuple[int, int] | None]

NOTHING: Answer = (None, None)
_REACH = 60
_SUM_REACH = 6
_LINKS = frozenset({"of", "in", "as", "is", "are", "was", "were", "be", "being", "(", ")", "#", "making", "makes", "to"})
_CLOSE_LINKS = frozenset({"of", "in", "as", "(", "#", "making", "makes"})
_ALL = frozenset({"all", "both", "each"})
_PART = frozenset({"it", "them", "these", "this"})
_RATED = frozenset({"at", "@", "grading", ")"})


def category_of(reading: Reading, position: int, claim_type: str) -> Answer:
    """Return the category stated for a reserve, and the tokens that state it (both ends included).

    Args:
        reading: the sentence.
        position: which of its quantities.
        claim_type: the type of the claim; only a ``reserve`` has a category.
    """
    if claim_type != "reserve":
        return NOTHING
    scope = _Scope(reading, reading.at[position])
    if not scope.mentions:
        return _heading(reading, scope)
    after, before = scope.after(), scope.before()
    if after is not None and not (before is not None and scope.leads(before) == scope.k and scope.leads(after)):
        return after.name, (after.first, after.last)
    total = scope.total()
    if total != NOTHING:
        return total
    return scope.share(before) if before is not None else scope.made_of()


class _Scope:
    """A number among the categories and the other amounts of its sentence."""

    def __init__(self, reading: Reading, k: int) -> None:
        """Find the categories and the amounts within reach of token ``k``."""
        self.tokens, self.k = reading.tokens, k
        self.begin, self.end = max(0, k - _REACH), min(len(reading.tokens), k + _REACH)
        self.words = terms().context
        found = category_mentions(reading.document.folded, self.tokens, self.begin, self.end)
        self.mentions = [mention for mention in found if not mention.first <= k <= mention.last]
        self.amounts: set[int] = set()
        if found:
            codes = {mention.first for mention in found}
            low, high = bisect_left(reading.at, self.begin), bisect_left(reading.at, self.end)
            self.amounts = {
                at
                for at, one in zip(reading.at[low:high], reading.quantities[low:high], strict=True)
                if one.kind == "amount" and one.quantity.unit not in GRADE_UNITS and at not in codes
            }

    def leads(self, mention: CategoryMention) -> int:
        """Return the amount that a category goes before ("inferred resources of 3 Mt"), or 0."""
        for index in range(mention.last + 1, min(self.end, mention.last + 10)):
            low = self.tokens[index].low
            if index in self.amounts or index == self.k:
                return index
            if low in self.words["turns"] or (low in _RATED and self.tokens[index - 1].low not in self.words["heads"]):
                return 0
        return 0

    def link(self, mention: CategoryMention, begin: int) -> str:
        """Return the word that ties a category to what stands before it, its adjectives passed over."""
        index = mention.first - 1
        while index > begin and mention.first - index < _SUM_REACH:
            if self.tokens[index].low in _LINKS or (self.tokens[index].tag not in "NDAOV" and self.tokens[index].low != '"'):
                break
            index -= 1
        return self.tokens[index].low if index >= 0 else ""

    def after(self) -> CategoryMention | None:
        """Return the category that follows the number and is its own ("3 Mt inferred", "3 Mt of inferred resources")."""
        later = [one for one in self.mentions if one.first > self.k][:2]
        if not later:
            return None
        mention, link = later[0], self.link(later[0], self.k)
        if link == "from" and len(later) > 1 and self.link(later[1], later[0].last) == "to":
            return later[1]
        all_of = any(token.low in _ALL for token in self.tokens[max(self.k + 1, mention.first - 3) : mention.first])
        if not all_of and (link not in _LINKS or (link not in _CLOSE_LINKS and self.leads(mention))):
            return None
        shared = False
        for index in range(self.k + 1, mention.first):
            token = self.tokens[index]
            if token.low in self.words["stops"] or token.low == "which" or (shared and token.low in _PART):
                return None
            if index in self.amounts and not all_of and not self._same(index, mention):
                return None
            shared = shared or (token.tag == "Q" and self.tokens[index - 1].low == ",")
        return mention

    def _same(self, amount: int, mention: CategoryMention) -> bool:
        """Return whether an amount counts the same thing as the number, or goes with it ("or 448,000 ounces of gold")."""
        tokens, k = self.tokens, self.k
        if any(token.low in self.words["same"] for token in tokens[max(k + 1, amount - 2) : amount]):
            return True
        named = tokens[k + 1].low == "of" and amount + 2 < mention.first and tokens[amount + 1].low == "of"
        return named and tokens[amount - 1].low == "and" and tokens[k + 2].low != tokens[amount + 2].low

    def before(self) -> CategoryMention | None:
        """Return the nearest category before the number, where nothing between them begins another statement."""
        mention = next((one for one in reversed(self.mentions) if one.last < self.k), None)
        if mention is None:
            return None
        attached = not self.leads(mention) and self.link(mention, 0) in _CLOSE_LINKS
        chained, headed = attached, False
        for index in range(mention.last + 1, self.k):
            low = self.tokens[index].low
            if low in self.words["stops"]:
                return None
            if low in self.words["amounts"] and not self._in_name(index):
                if headed or index - mention.last > _SUM_REACH:
                    return None
                headed = True
            chained = chained or index in self.amounts
            if chained and low in self.words["apart"]:
                return None
        return mention

    def _in_name(self, index: int) -> bool:
        """Return whether "Resources" ends the name of a company."""
        before = self.tokens[index - 1]
        return self.tokens[index].name and before.name and before.low not in self.words["heads"] and before.low not in self.words["kinds"]

    def total(self) -> Answer:
        """Return all categories before the number where it is the sum of their amounts ("totalling 1.07 Mt")."""
        tokens, k = self.tokens, self.k
        parts = [one for one in self.mentions if one.last < k]
        amounts = sum(1 for at in self.amounts if self.begin <= at < k)
        sums = any(token.low in self.words["sums"] for token in tokens[max(0, k - _SUM_REACH) : k] if token.start >= (tokens[parts[-1].last].end if parts else 0))
        if len(parts) < 2 or amounts < 2 or not sums:
            return NOTHING
        return joined({name for one in parts for name in one.names}), (parts[0].first, parts[-1].last)

    def share(self, mention: CategoryMention) -> Answer:
        """Return the number's part of a category before it: all, or its own of several where the text says "respectively"."""
        span = (mention.first, mention.last)
        listed = sorted(at for at in self.amounts if at > mention.last)
        after = next((at for at in range(self.k, self.end) if self.tokens[at].low == "respectively"), None)
        if (after is not None or mention.family == "code") and len(mention.names) == len([at for at in listed if at < (after or self.end)]):
            return mention.names[listed.index(self.k)], span
        return mention.name, span

    def made_of(self) -> Answer:
        """Return the categories after the number where they are said to make it up ("comprising 3 Mt indicated and …")."""
        parts = [one for one in self.mentions if one.first > self.k]
        if not parts or not any(token.low in self.words["made_of"] for token in self.tokens[self.k + 1 : parts[0].first]):
            return NOTHING
        return joined({name for one in parts for name in one.names}), (parts[0].first, parts[-1].last)


def _heading(reading: Reading, scope: _Scope) -> Answer:
    """Return the category that the heading of a list states; it stands in another sentence, so no tokens are given."""
    if any(token.low in scope.words["amounts"] for token in reading.tokens[scope.begin : scope.k]):
        return NOTHING
    above = heading(reading)
    if above is None:
        return NOTHING
    found = category_mentions(above.document.folded, above.tokens, 0, min(len(above.tokens), _REACH))
    return (found[0].name, None) if len({one.name for one in found}) == 1 else NOTHING
