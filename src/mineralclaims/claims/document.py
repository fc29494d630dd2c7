"""A text as a reader goes through it: its sentences, read when first asked for, and what the whole text says of a place in it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from typing import TYPE_CHECKING

from mineralclaims.claims.paragraphs import paragraph_starts
from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.listings import listings
from mineralclaims.mentions.own_words import OwnWords
from mineralclaims.mentions.vocabulary import MINERAL, WARE, goods_marks
from mineralclaims.quantities.model import QuantityMention

if TYPE_CHECKING:
    from mineralclaims.slots.antecedents import Antecedents

_LONG = 20_000
_STRETCH = 50_000  # characters
_QUOTE = re.compile('"')
_PETROLEUM = re.compile(r"\b(?:oil|crude|petrol|petroleum|gasoline|diesel|naphtha|barrels?|bpd|b/d|fuels?|bbl)\b", re.IGNORECASE)
_METALS = re.compile(
    r"\b(?:alumina|bauxite|alumini?um|copper|nickel|zinc|lead|tin|gold|silver|platinum|palladium|rhodium|cobalt|lithium|uranium|tungsten|tantalum"
    r"|niobium|titanium|vanadium|manganese|magnesium|rare earths?|graphite|silicon|gallium|germanium|antimony|phosphates?|sugar)\b",
    re.IGNORECASE,
)
_YEAR = re.compile(r"[12](?<![\w$£€.,/-].)(?:(?<=1)9|(?<=2)0)\d\d(?![\w%]|,\d|\.\d)")

_SINCE = ("since ", "Since ")


class Document:
    """A text with its sentences and quantities; sentences are read when first asked for."""

    def __init__(
        self,
        text: str,
        folded: str,
        sentences: list[tuple[int, int]],
        quantities: tuple[QuantityMention, ...],
        own: OwnWords | None = None,
    ) -> None:
        """Make a document of what the earlier stages found, with the words of an own vocabulary."""
        self.own = own
        self.text = text
        self.folded = folded
        self.sentences = sentences
        self.quantities = quantities
        self._ends = [end for _, end in sentences]
        self.starts = [mention.span.start for mention in quantities]
        self._between_spaces: frozenset[str] | None = None
        self._years: list[tuple[int, int]] | None = None
        self._petroleum: bool | None = None
        self.antecedents: Antecedents | None = None
        self.countries: dict[str, tuple[int, int] | None] = {}  # where the countries of demonyms are named
        self._readings: dict[int, Reading] = {}
        self._may_name: dict[int, int] = {}
        self.listings = listings(folded) if quantities else []  # brackets that nothing in a sentence hangs on
        self.paragraphs = paragraph_starts(folded) if quantities else []
        self._quotes = [match.start() for match in _QUOTE.finditer(folded)] if quantities and '"' in folded else []

    def fresh(self) -> Document:
        """Return the same document with nothing read yet."""
        return Document(self.text, self.folded, self.sentences, self.quantities, self.own)

    def year_before(self, position: int) -> int | None:
        """Return the year that the text names last before a position, or first after it; not that of "since 1999"."""
        if self._years is None:
            found = _YEAR.finditer(self.folded)
            self._years = [(one.start(), int(one.group())) for one in found if not self.folded.endswith(_SINCE, 0, one.start())]
        before = bisect_left(self._years, (position, 0)) - 1
        return self._years[max(before, 0)][1] if self._years else None

    def year_told(self, position: int) -> int | None:
        """Return the year that the text names last before a position."""
        first = self.year_before(0)
        return None if first is None or not self._years or self._years[0][0] >= position else self.year_before(position)

    def names_petroleum(self) -> bool:
        """Return whether a refinery of the text refines oil: it speaks of oil or its products, or of nothing else that is refined."""
        if self._petroleum is None:
            self._petroleum = _PETROLEUM.search(self.folded) is not None or _METALS.search(self.folded) is None
        return self._petroleum

    def lower_case(self, word: str) -> bool:
        """Return whether the text also has a word without a capital, so that it is no name."""
        if len(self.folded) < _LONG:
            return f" {word} " in self.folded
        if self._between_spaces is None:
            self._between_spaces = _between_spaces(self.folded)
        return word in self._between_spaces

    def quoted(self, position: int) -> bool:
        """Return whether a position stands inside a quotation, by counting the marks before it in its paragraph."""
        before = bisect_right(self.paragraphs, position) - 1
        paragraph = self.paragraphs[before] if before >= 0 else 0
        return (bisect_left(self._quotes, position) - bisect_left(self._quotes, paragraph)) % 2 == 1

    def opens_paragraph(self, start: int) -> bool:
        """Return whether a paragraph that is not the first begins at a position."""
        at = bisect_left(self.paragraphs, start)
        return at < len(self.paragraphs) and self.paragraphs[at] == start

    def sentence_of(self, position: int) -> int:
        """Return the number of the sentence that holds a position."""
        return min(bisect_right(self._ends, position), len(self.sentences) - 1)

    def quantity_range(self, number: int) -> tuple[int, int]:
        """Return the first quantity of a sentence and the one after its last."""
        start, end = self.sentences[number]
        return bisect_left(self.starts, start), bisect_left(self.starts, end)

    def goods_before(self, number: int) -> str:
        """Return what the nearest of the four sentences before that names goods is about: "com", "goods", "both" or "none"."""
        for before in range(number - 1, max(-1, number - 5), -1):
            reading = self.reading_with_goods(before)
            if reading is not None and (reading.commodities or reading.goods):
                return "both" if reading.commodities and reading.goods else "com" if reading.commodities else "goods"
        return "none"

    def reading(self, number: int) -> Reading:
        """Return a sentence with its phrases, read once."""
        known = self._readings.get(number) or self.words_of(number)
        return known if known.has_phrases else known.with_phrases()

    def words_of(self, number: int) -> Reading:
        """Return a sentence with its words and goods, and perhaps without its phrases; read once."""
        known = self._readings.get(number)
        if known is None:
            known = self._readings[number] = Reading(self, number)
        return known

    def reading_with_goods(self, number: int, marks: int = MINERAL | WARE) -> Reading | None:
        """Return a sentence, or None where none of its words may name a commodity or other goods: it need not be read for that.

        Args:
            number: the number of the sentence.
            marks: what is asked for: MINERAL for commodities, WARE for other goods, or both.
        """
        known = self._readings.get(number)
        if known is not None:
            return known
        named = self._may_name.get(number)
        if named is None:
            named = self._may_name[number] = self._names_in(number)
        return self.words_of(number) if named & marks else None

    def _names_in(self, number: int) -> int:
        """Return MINERAL and WARE where a sentence may name such; both where only reading it tells."""
        first, end = self.quantity_range(number)
        if first != end or (self.own is not None and bool(self.own.commodities)):
            return MINERAL | WARE
        return goods_marks(self.folded, *self.sentences[number])

    def forget(self, before: int) -> None:
        """Let go of the sentences before a number, so that a long text fills no memory and needs no garbage collector."""
        while self._readings and (first := next(iter(self._readings))) < before:
            self._readings.pop(first).release()
        if before >= len(self.sentences):
            self.antecedents = None


def _between_spaces(text: str) -> frozenset[str]:
    """Return what stands between two spaces of a text, a stretch at a time: all its words at once would be many times the text."""
    found: set[str] = set()
    begin, last = text.find(" ") + 1, text.rfind(" ")
    while 0 < begin <= last:
        end = text.find(" ", min(begin + _STRETCH, last))
        found.update(text[begin:end].split(" "))
        begin = end + 1
    return frozenset(found)
