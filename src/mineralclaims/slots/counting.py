"""A number among the names, words and grades beside it, as far as they say what it counts."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.decide import GRADE_UNITS
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.bases import Sign, sign_at, signs
from mineralclaims.mentions.commodities import CommodityMention

_STOPS = frozenset({";", ":", "|", "while", "whereas"})
_METAL_UNITS = frozenset({"oz_t", "oz", "lb", "ct"})
_BESIDE = frozenset({"(", "|", "of"})
_LISTED = frozenset({"and", "or", "to", ","})
OF_GRADES = frozenset({"oxide", "metal_equivalent", "carbonate_equivalent"})
_INNER = frozenset({"of", "(", '"', "-", "/", "&", "+"})
_AFTER_REACH, _BEFORE_REACH, _GRADE_REACH, _LINK_REACH = 10, 12, 14, 5
_FLOW_BEFORE, _FLOW_AFTER = 4, 5


class Counting:
    """One quantity of a sentence, asked what is said beside it of what it counts."""

    def __init__(self, reading: Reading, position: int, names: frozenset[str]) -> None:
        """Look at quantity number ``position`` of a sentence, which is about the commodities ``names``."""
        self.reading, self.position, self.names = reading, position, names
        self.tokens, self.k = reading.tokens, reading.at[position]
        self.unit = reading.quantities[position].quantity.unit
        self.words = signs().around

    def sign(self, index: int) -> Sign | None:
        """Return what the word at a token says."""
        return sign_at(self.reading.document.folded, self.tokens, self.reading.commodities, index)

    def after(self) -> Sign | None:
        """Return what the noun phrase after the number says: its sign with a basis, else the element that it names."""
        tokens, last, opened = self.tokens, self._last_of_list(), False
        if "equiv" in self.reading.quantities[last].text.lower():
            return Sign(self.reading.at[last], self.reading.at[last], None, "metal_equivalent")
        index = self.reading.at[last] + 1
        if index + 1 < len(tokens) and tokens[index].low == "of" and tokens[index + 1].tag == "Q":
            index += 2
        end = min(len(tokens), index + _AFTER_REACH)
        element: Sign | None = None
        while index < end:
            token = tokens[index]
            carrier = self._carrier(index)
            if carrier and (element is not None or carrier == index + 1):
                return Sign(element.first if element is not None else index, carrier, None, "contained")
            sign = self.sign(index)
            if sign is not None and tokens[sign.first - 1].tag == "Q" and sign.first > self.k + 1:
                sign, index = None, sign.last
            if sign is not None and sign.basis is not None:
                return self._of_what(sign, end) if sign.basis == "contained" else sign
            if sign is not None:
                element, index = element or sign, sign.last + 1
                continue
            opened = opened or token.low == "of" or element is not None
            if token.tag not in ("NADVC#" if opened else "NADV#") and token.low not in _INNER:
                break
            index += 1
        return element

    def _last_of_list(self) -> int:
        """Return the last number of a list that names what it counts only there ("4.1 and 2.6 million silver-equivalent ounces")."""
        at, position = self.reading.at, self.position
        while position + 1 < len(at) and at[position + 1] == at[position] + 2 and self.tokens[at[position] + 1].low in _LISTED:
            position += 1
        same = self.reading.quantities[position].quantity.unit == self.unit
        return position if same else self.position

    def _of_what(self, contained: Sign, end: int) -> Sign:
        """Return what is contained where it is an oxide or an equivalent, else that it is contained."""
        signs_after = (self.sign(index) for index in range(contained.last + 1, min(end, contained.last + 4)))
        return next((sign for sign in signs_after if sign is not None and sign.basis in OF_GRADES), contained)

    def _carrier(self, index: int) -> int:
        """Return the word that says what a metal is in ("copper in concentrate", "tungsten, in ores"), or 0."""
        near = [token.low for token in self.tokens[index : index + 5]]
        if "in" not in near[:2] or near[0] not in {"in", ","}:
            return 0
        return next((index + at for at, low in enumerate(near) if low in self.words["carriers"]), 0)

    def before(self) -> Sign | None:
        """Return what the words before the number say, where they are about an amount ("ore mined:", "exports of the ore")."""
        for index in range(self.k - 1, max(-1, self.k - _BEFORE_REACH), -1):
            token = self.tokens[index]
            if (token.tag == "Q" and index in self._amounts()) or (token.low in _STOPS and index < self.k - 1):
                return None
            sign = self.sign(index)
            if sign is None or sign.basis is None or (sign.first and self.tokens[sign.first - 1].tag == "Q"):
                continue
            if sign.basis == "concentrate" and sign.first and self.tokens[sign.first - 1].low == "in":
                return Sign(sign.first - 1, sign.last, sign.commodity, "contained")
            near = self.tokens[max(0, sign.first - _FLOW_BEFORE) : min(self.k, sign.last + _FLOW_AFTER)]
            if sign.basis in {"metal_equivalent", "contained"} or any(one.low in self.words["flows"] for one in near):
                return sign
        return None

    def _amounts(self) -> set[int]:
        """Return the tokens of the amounts just before the number."""
        begin = max(0, self.position - _BEFORE_REACH)
        pairs = zip(self.reading.at[begin : self.position], self.reading.quantities[begin : self.position], strict=True)
        return {at for at, one in pairs if one.kind == "amount" and one.quantity.unit not in GRADE_UNITS}

    def graded(self) -> int:
        """Return the token of the grade that the tonnage is given with, or 0."""
        at, quantities, k, tokens = self.reading.at, self.reading.quantities, self.k, self.tokens
        back = at[self.position - 1] if self.position else -_GRADE_REACH
        if k - back < _GRADE_REACH and tokens[k - 1].low in {"in", "from"} and quantities[self.position - 1].quantity.unit in GRADE_UNITS:
            return back
        following = self.position + 1
        if following < len(at) and self.near("holding", k + 1, k + 3) > 0 and quantities[following].quantity.unit in _METAL_UNITS:
            return self.near("holding", k + 1, k + 3)
        if following == len(at) or at[following] - k > _GRADE_REACH or not is_grade(self.reading, following):
            return 0
        j = at[following]
        between = [token.low for token in tokens[k + 1 : j]]
        if len(between) == 1 and between[0] in _BESIDE:
            return j
        near = between[-_LINK_REACH:]
        near = near[len(near) - near[::-1].index(",") :] if "," in near else near
        return j if not _STOPS.intersection(between) and self.words["grades"].intersection(near) else 0

    def titled(self) -> bool:
        """Return whether the number is said to be of something that no list knows ("of raw feedstock", "of red metal")."""
        tokens, index = self.tokens, self.k + 1
        if index >= len(tokens) or tokens[index].low != "of":
            return False
        phrase = next((one for one in range(index + 1, min(len(tokens), index + 5)) if tokens[one].tag not in "DAV"), index)
        return tokens[phrase].tag == "N" and self.near("flows", index, index + 7) < 0 and self.near("resources", index, index + 7) < 0

    def commodities(self, reach: int) -> list[CommodityMention]:
        """Return the commodities named within a few words before the number."""
        known = self.reading.commodities
        begin, end = (bisect_left(known, at, key=_first) for at in (self.k - reach, self.k))
        return known[begin:end]

    def near(self, words: str, begin: int, end: int) -> int:
        """Return the token nearest before ``end`` that is one of a list of words, or -1."""
        return next((index for index in range(min(end, len(self.tokens)) - 1, max(-1, begin - 1), -1) if self.tokens[index].low in self.words[words]), -1)


def _first(mention: CommodityMention) -> int:
    """Return where a mention begins."""
    return mention.first


def is_grade(reading: Reading, position: int) -> bool:
    """Return whether a quantity can be a grade, by its unit and the words beside it."""
    unit, j = reading.quantities[position].quantity.unit, reading.at[position]
    if unit != "%":
        return unit in GRADE_UNITS
    rates = signs().around["rates"]
    return not any(token.low in rates for token in reading.tokens[max(0, j - 3) : j + 2])
