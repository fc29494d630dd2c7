"""A number among the names, words and grades beside it, as far as they say what it counts."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.bases import OF_GRADES, Sign, sign_at, signs
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.normalize.unit_table import TONS

STOPS = frozenset({";", ":", "|", "while", "whereas"})
_LISTED = frozenset({"and", "or", "to", ","})
_INNER = frozenset({"of", "(", '"', "-", "/", "&", "+"})
_AFTER_REACH, _BEFORE_REACH, _TITLE_REACH, _AROUND = 10, 12, 7, 10
_FLOW_BEFORE, _FLOW_AFTER, _LIST_AT_MOST = 4, 5, 4


class Counting:
    """One quantity of a sentence, asked what is said beside it of what it counts."""

    def __init__(self, reading: Reading, position: int, names: frozenset[str]) -> None:
        """Look at quantity number ``position`` of a sentence, in a claim about the commodities ``names``."""
        self.reading, self.position, self.names = reading, position, names
        self.tokens, self.k = reading.tokens, reading.at[position]
        self.unit = reading.quantities[position].quantity.unit
        self.words = signs().around

    def sign(self, index: int) -> Sign | None:
        """Return what the word at a token says."""
        return sign_at(self.reading.document.folded, self.tokens, self.reading.commodities, index)

    def near(self, words: str, begin: int, end: int) -> int:
        """Return the token nearest before ``end`` that is one of a list of words, or -1."""
        listed, tokens = self.words[words], self.tokens
        indices = range(min(end, len(tokens)) - 1, max(0, begin) - 1, -1)
        return next((index for index in indices if tokens[index].low in listed), -1)

    def amid(self, words: str) -> bool:
        """Return whether one of a list of words stands around the number."""
        return self.near(words, self.k - _AROUND, self.k + _AROUND) >= 0

    def commodities(self) -> list[CommodityMention]:
        """Return the commodities named within a few words before the number."""
        known = self.reading.commodities
        begin, end = (bisect_left(known, at, key=_first) for at in (self.k - _AROUND, self.k))
        return known[begin:end]

    def after(self) -> Sign | None:
        """Return what the noun phrase after the number says: its sign with a basis, else the element it names."""
        tokens, last, opened = self.tokens, self._last_of_list(), False
        if "equiv" in self.reading.quantities[last].text.lower():
            return Sign(self.reading.at[last], self.reading.at[last], None, "metal_equivalent")
        index = self.reading.at[last] + 1
        if index + 1 < len(tokens) and tokens[index].low == "of" and tokens[index + 1].tag == "Q":
            index += 2  # "33,000 tonnes of 5.2% Li2O concentrate"
        end = min(len(tokens), index + _AFTER_REACH)
        element: Sign | None = None
        while index < end:
            carrier = self._carrier(index)
            if carrier and (element is not None or carrier == index + 1):
                return Sign(element.first if element is not None else index, carrier, None, "contained")
            sign = self.sign(index)
            if sign is not None and (sign.first == self.k + 1 or tokens[sign.first - 1].tag != "Q"):
                if sign.basis is not None:
                    return self._what(sign, end) if sign.basis == "contained" else sign
                element, index = element or sign, sign.last + 1
                continue
            opened = opened or tokens[index].low == "of" or element is not None
            if tokens[index].tag not in ("NADVC#" if opened else "NADV#") and tokens[index].low not in _INNER:
                break
            index = index + 1 if sign is None else sign.last + 1
        return element

    def _last_of_list(self) -> int:
        """Return the last number of a list that says its unit only there ("4.1 and 2.6 million gold-equivalent oz")."""
        at, position = self.reading.at, self.position
        last = min(len(at) - 1, position + _LIST_AT_MOST)
        while position < last and at[position + 1] == at[position] + 2 and self.tokens[at[position] + 1].low in _LISTED:
            position += 1
        return position if self.reading.quantities[position].quantity.unit == self.unit else self.position

    def _what(self, contained: Sign, end: int) -> Sign:
        """Return what is contained where that is an oxide or an equivalent, else that it is contained."""
        later = (self.sign(index) for index in range(contained.last + 1, min(end, contained.last + 4)))
        return next((sign for sign in later if sign is not None and sign.basis in OF_GRADES), contained)

    def _carrier(self, index: int) -> int:
        """Return the word that says what a metal is in ("copper in concentrate", "tungsten, in ores"), or 0."""
        near = [token.low for token in self.tokens[index : index + 5]]
        if "in" not in near[:2] or near[0] not in {"in", ","}:
            return 0
        return next((index + at for at, low in enumerate(near) if low in self.words["carriers"]), 0)

    def before(self) -> Sign | None:
        """Return what the words before the number say of an amount ("ore mined:", "exports of the ore")."""
        amounts = self._amounts()
        for index in range(self.k - 1, max(-1, self.k - _BEFORE_REACH), -1):
            if index in amounts or (self.tokens[index].low in STOPS and index < self.k - 1):
                return None
            sign = self.sign(index)
            if sign is None or sign.basis is None or (sign.first and self.tokens[sign.first - 1].tag == "Q"):
                continue
            if sign.basis == "contained" and self.unit in TONS and sign.first > 1 and sign.first - 2 in amounts:
                return None  # "123,000 t of contained lithium (measured 2.0 Mt, …)": the other amount's
            if sign.basis == "concentrate" and sign.first and self.tokens[sign.first - 1].low == "in":
                return Sign(sign.first - 1, sign.last, sign.commodity, "contained")
            flow = self.near("flows", sign.first - _FLOW_BEFORE, min(self.k, sign.last + _FLOW_AFTER))
            if flow >= 0 or sign.basis in {"metal_equivalent", "carbonate_equivalent", "contained"}:
                return sign
        return None

    def _amounts(self) -> set[int]:
        """Return the tokens of the amounts just before the number."""
        begin = max(0, self.position - _BEFORE_REACH)
        pairs = zip(self.reading.at[begin : self.position], self.reading.quantities[begin : self.position], strict=True)
        return {at for at, one in pairs if one.kind == "amount" and one.quantity.unit not in GRADE_UNITS}

    def titled(self) -> bool:
        """Return whether the number is said to be of something that no list knows ("of raw feedstock")."""
        tokens, index = self.tokens, self.k + 1
        end = min(len(tokens), index + _TITLE_REACH)
        if index >= end or tokens[index].low != "of":
            return False
        noun = next((tokens[one].tag == "N" for one in range(index + 1, end) if tokens[one].tag not in "DAV"), False)
        return noun and self.near("flows", index, end) < 0 and self.near("resources", index, end) < 0


def _first(mention: CommodityMention) -> int:
    """Return where a mention begins."""
    return mention.first
