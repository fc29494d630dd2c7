"""Minerals, metals and fuels that a sentence names, by the words of the lexicon; longest name first."""

from __future__ import annotations

import re
from functools import cache

import attrs

from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.commodity_senses import sense_of, senses
from mineralclaims.text.tokens import Token

GOODS = "!goods"
"""What a mention of other goods (wheat, sugar, water …) is filed under: a tonnage of them is no claim."""


_SYMBOL_AT_MOST = 2
_LITTLE = ("low-", "high-", "zero-", "non-", "ultra-")
_WITHOUT = ("-free", "-poor")
_CUT = re.compile("[-/]")
"""What makes a commodity in a compound a mere quality: "low-sulphur coal", "lead-free solder"."""


@attrs.frozen
class Commodity:
    """An entry of the lexicon."""

    name: str
    kind: str
    precious: bool


@attrs.define(eq=False)
class CommodityMention:
    """A commodity in a sentence: its tokens (both ends included), its name, and what its form says it counts."""

    first: int
    last: int
    name: str
    symbol: bool = False
    basis: str | None = None
    joint: tuple[str, ...] = ()


@attrs.frozen
class Names:
    """The lexicon, prepared for look-up by first word.

    Attributes:
        entries: the commodities by name.
        phrases: what begins with a word, with its name (None: means something else), the longest first.
        further: the same without the first word, by the first word and the second ("" where there is none).
        letters: names by letters that stand for them.
        symbols: names by chemical symbol, with what the symbol says is counted.
    """

    entries: dict[str, Commodity]
    phrases: dict[str, tuple[tuple[tuple[str, ...], str | None], ...]]
    further: dict[str, dict[str, list[tuple[tuple[str, ...], str | None]]]]
    letters: dict[str, str]
    symbols: dict[str, tuple[str, str | None]]


@cache
def names() -> Names:
    """Return the prepared lexicon."""
    lexicon = load("commodities")
    phrases: dict[str, list[tuple[tuple[str, ...], str | None]]] = {}
    entries, letters, symbols = {}, {}, {}
    for entry in lexicon["commodity"]:
        name = entry["name"]
        entries[name] = Commodity(name, entry.get("kind", "mineral"), entry.get("precious", False))
        for alias in (name, *entry.get("aliases", ())):
            _add(phrases, alias, name)
        for phrase in entry.get("exclude", ()):
            _add(phrases, phrase, None)
        for letter in entry.get("letters", ()):
            letters[letter] = name
        for symbol in entry.get("symbols", ()):
            written, basis = (symbol, None) if isinstance(symbol, str) else (symbol["text"], symbol.get("basis"))
            symbols[written] = (name, basis)
    for entry in lexicon.get("goods", ()):
        for alias in _goods_words(entry):
            _add(phrases, alias, GOODS)
    # The longest phrase counts; "palm oil", which is no oil, is nevertheless a good with a name.
    ordered = {word: tuple(sorted(listed, key=lambda item: (-len(item[0]), item[1] is None))) for word, listed in phrases.items()}
    further: dict[str, dict[str, list[tuple[tuple[str, ...], str | None]]]] = {word: {} for word in ordered}
    for word, listed in ordered.items():
        for written, named in listed:
            further[word].setdefault("".join(written[1:2]), []).append((written[1:], named))
    return Names(entries, ordered, further, letters, symbols)


def _goods_words(entry: dict[str, object] | str) -> list[str]:
    """Return the words of one entry of other goods."""
    if isinstance(entry, str):
        return [entry]
    aliases = entry.get("aliases", ())
    return (
        [str(entry["name"]).lower(), *(str(alias).lower() for alias in aliases)]
        if isinstance(aliases, (list, tuple))
        else [str(entry["name"]).lower()]
    )


def _add(phrases: dict[str, list[tuple[tuple[str, ...], str | None]]], alias: str, name: str | None) -> None:
    """File a phrase under its first word, hyphens as spaces."""
    words = tuple(alias.lower().replace("-", " ").split())
    phrases.setdefault(words[0], []).append((words, name))


def may_name(written: str, low: str) -> bool:
    """Return whether a word may name a commodity, alone or as the first word of a phrase."""
    known = names()
    return (
        low in known.phrases
        or written in known.letters
        or written in known.symbols
        or (len(low) > 1 and ("-" in low or "/" in low))
    )


def sorts_named(written: str, low: str) -> tuple[bool, bool]:
    """Return whether a word that may name something may name a commodity, and whether it may name other goods; not where it only opens what means neither."""
    known = names()
    found = {name for part in {low, *_CUT.split(low)} for _, name in known.phrases.get(part, ())}
    unsure = written in known.letters or written in known.symbols or low in senses()
    return unsure or not found.issubset({None, GOODS}), unsure or GOODS in found


def commodity_mentions(text: str, tokens: list[Token], places: list[int]) -> list[CommodityMention]:
    """Return the commodities and other goods that a sentence names, in order; where a phrase means something else it is left out.

    Args:
        text: the folded text.
        tokens: the tokens of the sentence.
        places: the tokens that may name a commodity.
    """
    known = names()
    found: list[CommodityMention] = []
    free = 0
    for index in places:
        if index < free:
            continue
        token = tokens[index]
        low = token.low
        further = known.further.get(low)
        matched = _longest(further, tokens, index) if further is not None else None
        if low == "crude" and matched == (index, "oil") and _is_named(tokens, index + 1):
            continue  # "crude gypsum"
        if matched is not None:
            last, name = matched
            if name is not None and not _verb_like(tokens, index, low):
                found.append(CommodityMention(index, last, name))
            free = last + 1
        elif token.name:
            written = text[token.start : token.end]
            if written in known.letters:
                found.append(CommodityMention(index, index, known.letters[written]))
            elif written in known.symbols and _beside_number(tokens, index) and not _is_company(tokens, index, written):
                name, basis = known.symbols[written]
                found.append(CommodityMention(index, index, name, symbol=True, basis=basis))
            elif "-" in low:
                found.extend(_compound(tokens, index, known))
        elif "-" in low or "/" in low:
            found.extend(_compound(tokens, index, known))
        free = max(free, found[-1].last + 1) if found else free
    return _in_context(found, text, tokens)


def _in_context(found: list[CommodityMention], text: str, tokens: list[Token]) -> list[CommodityMention]:
    """Give the words that have another sense the one they have in this sentence."""
    unsure = [mention for mention in found if mention.first == mention.last and tokens[mention.first].low in senses()]
    if unsure:
        sentence = text[tokens[0].start : tokens[-1].end].lower()
        for mention in unsure:
            mention.name = sense_of(tokens[mention.first].low, mention.name, sentence)
    return [mention for mention in found if mention.name] if unsure else found


def _longest(
    further: dict[str, list[tuple[tuple[str, ...], str | None]]],
    tokens: list[Token],
    index: int,
) -> tuple[int, str | None] | None:
    """Return (last token, name) of the longest phrase that begins at ``index``; the first word of all is there."""
    count, begin = len(tokens), index + 1
    while begin < count and tokens[begin].low == "-":
        begin += 1
    for words, name in further.get(tokens[begin].low, ()) if begin < count else ():
        at = begin
        for word in words:
            while at < count and tokens[at].low == "-":
                at += 1
            if at >= count or tokens[at].low != word:
                break
            at += 1
        else:
            return at - 1, name
    alone = further.get("")
    return (index, alone[0][1]) if alone is not None else None


def _compound(tokens: list[Token], index: int, known: Names) -> list[CommodityMention]:
    """Return the commodity that begins with a compound ("platinum-group metals"), else those that are its parts ("copper-gold")."""
    low = tokens[index].low
    whole = tuple(low.split("-"))
    for words, name in known.phrases.get(whole[0], ()):
        more = len(words) - len(whole)
        if name is None or more < 1 or words[: len(whole)] != whole:
            continue
        if words[len(whole) :] == tuple([token.low for token in tokens[index + 1 : index + 1 + more]]):
            return [CommodityMention(index, index + more, name)]
    return _parts(low, index, known)


def _parts(low: str, index: int, known: Names) -> list[CommodityMention]:
    """Return the commodities in a compound such as "copper-gold" or "oil-rich"."""
    found: list[CommodityMention] = []
    if low.startswith(_LITTLE) or low.endswith(_WITHOUT):
        return found
    for part in low.replace("/", "-").split("-"):
        for words, name in known.phrases.get(part, ()):
            if name is not None and len(words) == 1:
                found.append(CommodityMention(index, index, name))
                break
    whole = tuple(low.split("-"))
    for words, name in known.phrases.get(whole[0], ()):
        if words == whole[: len(words)] and len(words) > 1 and name is not None:
            return [CommodityMention(index, index, name)]
    return found


def _is_named(tokens: list[Token], index: int) -> bool:
    """Return whether the name of a commodity other than oil begins at a token."""
    further = names().further.get(tokens[index].low) if index < len(tokens) else None
    matched = _longest(further, tokens, index) if further is not None else None
    return matched is not None and matched[1] not in {None, GOODS, "oil"}


def _verb_like(tokens: list[Token], index: int, low: str) -> bool:
    """Return whether "lead", "tin" … is a verb or another word here."""
    return low == "lead" and tokens[index].tag == "V"


def _beside_number(tokens: list[Token], index: int) -> bool:
    """Return whether a quantity stands within two tokens before or one after."""
    return any(0 <= at < len(tokens) and tokens[at].tag == "Q" for at in (index - 1, index - 2, index - 3, index + 1, index + 2))


def _is_company(tokens: list[Token], index: int, written: str) -> bool:
    """Return whether "Co" ends the name of a company ("Orwin Oil Co fell 3%") rather than being cobalt."""
    before = tokens[index - 1] if index else None
    return written == "Co" and before is not None and before.name and len(before.low) > _SYMBOL_AT_MOST
