"""Words and formulas that say what an amount counts: ore, contained metal, oxide, an equivalent, concentrate."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

import attrs

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.commodities import CommodityMention
from mineralclaims.text.tokens import Token

Answer = tuple[str | None, tuple[int, int] | None]
"""What an amount counts, and the tokens that say it (both ends included); None where another sentence does."""

OF_GRADES = frozenset({"oxide", "metal_equivalent", "carbonate_equivalent"})
"""What a grade can count; also what is counted on, once it is said, until something else is."""


@attrs.frozen
class Sign:
    """What a name or word says: its tokens (both ends included), its commodity, its basis, None for a plain element."""

    first: int
    last: int
    commodity: str | None
    basis: str | None

    @property
    def answer(self) -> Answer:
        """What it says with where it says it."""
        return self.basis, (self.first, self.last)


@attrs.frozen
class Signs:
    """The lexicons, prepared.

    Attributes:
        written: the basis of formulas and abbreviations, in exactly this case.
        phrases: the basis of names, in lower case, hyphens as spaces.
        words: the basis of single words.
        any_case: formulas, abbreviations and single words in lower case, to look a token up fast.
        oxides: the last words, in lower case, of everything that says an oxide.
        counted: the bases that names of a commodity say.
        around: the lists of words around amounts.
    """

    written: dict[str, str]
    phrases: dict[str, str]
    words: dict[str, str]
    any_case: frozenset[str]
    oxides: frozenset[str]
    counted: dict[str, frozenset[str]]
    around: dict[str, frozenset[str]]


@cache
def signs() -> Signs:
    """Return the prepared lexicons."""
    written: dict[str, str] = {}
    phrases: dict[str, str] = {}
    counted: dict[str, set[str]] = {}
    for entry in load("commodities")["commodity"]:
        formulas = {one["text"]: one.get("basis") for one in entry.get("symbols", ()) if not isinstance(one, str)}
        letters = set(entry.get("letters", ()))
        for text, basis in {**entry.get("basis", {}), **formulas}.items():
            if basis is None:
                continue
            counted.setdefault(entry["name"], set()).add(basis)
            if text in letters or text in formulas:
                written[text] = basis
            else:
                phrases[text.lower().replace("-", " ")] = basis
    lexicon = load("categories")
    words = {word: entry["name"] for entry in lexicon["basis"] for word in entry["words"].split()}
    around = {name: frozenset(listed.split()) for name, listed in lexicon["amount"].items()}
    said = ((text, basis) for table in (written, phrases, words) for text, basis in table.items())
    oxides = frozenset(text.lower().rsplit(" ", 1)[-1] for text, basis in said if basis == "oxide")
    any_case = frozenset({*words, *(text.lower() for text in written), "carbonate"})
    bases = {name: frozenset(found) for name, found in counted.items()}
    return Signs(written, phrases, words, any_case, oxides, bases, around)


def sign_at(text: str, tokens: list[Token], commodities: list[CommodityMention], index: int) -> Sign | None:
    """Return what the name or word at a token says of an amount beside it, None where it is neither.

    Args:
        text: the folded text.
        tokens: the tokens of the sentence.
        commodities: its commodities, in order.
        index: the token.
    """
    known = signs()
    at = bisect_right(commodities, index, key=_first) - 1
    if at >= 0 and commodities[at].last >= index:
        return _named(text, tokens, commodities[at])
    token = tokens[index]
    if token.low not in known.any_case and "-" not in token.low:
        return None
    basis = known.written.get(text[token.start : token.end]) or known.words.get(token.low)
    following = tokens[index + 1].low if index + 1 < len(tokens) else ""
    if basis == "oxide" and token.low == "oxide" and index + 1 < len(tokens) and tokens[index + 1].tag == "N":
        return None
    if basis == "ore" and known.words.get(following) == "concentrate":
        return Sign(index, index + 1, None, "concentrate")
    if token.low == "carbonate" and following in known.around["equivalents"]:
        return Sign(index, index + 1, None, "carbonate_equivalent")
    if token.low.endswith(("-equivalent", "-eq")):
        basis = "metal_equivalent"
    return Sign(index, index, None, basis) if basis is not None else None


def _first(mention: CommodityMention) -> int:
    """Return where a mention begins."""
    return mention.first


def _named(text: str, tokens: list[Token], mention: CommodityMention) -> Sign:
    """Return what the name of a commodity says, with the word after it ("copper equivalent", "scandium oxide")."""
    known = signs()
    name = " ".join(text[tokens[mention.first].start : tokens[mention.last].end].split())
    low = name.lower().replace("-", " ")
    basis = mention.basis or known.written.get(name) or known.phrases.get(low)
    if basis is None:
        basis = "contained" if " in " in low else known.words.get(low.rsplit(" ", 1)[-1])
    following = tokens[mention.last + 1].low if mention.last + 1 < len(tokens) else ""
    if following in known.around["equivalents"]:
        equivalent = "carbonate_equivalent" if "carbonate" in low else "metal_equivalent"
        return Sign(mention.first, mention.last + 1, mention.name, equivalent)
    if following == "content" and basis is None:
        return Sign(mention.first, mention.last + 1, mention.name, "contained")  # "8,500 t (vanadium content)"
    after = known.words.get(following)
    adjective = mention.last + 2 < len(tokens) and tokens[mention.last + 2].tag == "N"
    if after == "oxide" and adjective and "oxide" not in known.counted.get(mention.name, ()):
        return Sign(mention.first, mention.last, mention.name, basis)
    if after in {"oxide", "concentrate", "ore"} and basis != "oxide":
        return Sign(mention.first, mention.last + 1, mention.name, after)
    return Sign(mention.first, mention.last, mention.name, basis)
