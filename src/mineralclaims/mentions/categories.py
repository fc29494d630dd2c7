"""Reporting categories that a sentence states: "measured", "proved and probable", "2P", "category C1"."""

from __future__ import annotations

from mineralclaims.mentions.category_senses import states
from mineralclaims.mentions.category_words import CLASS, CODE, CategoryMention, in_order, terms
from mineralclaims.text.tokens import Token

_SPLIT = str.maketrans("/&+", "---")
_FILLING = frozenset({"and", "plus", ""})
_NEGATING = frozenset({"non", "un"})
_OPENING = frozenset({"(", '"'})
_CLOSING = frozenset({")", '"'})
_CODE_LENGTH = 2
_JOINT_LENGTH = 3


def category_mentions(text: str, tokens: list[Token], first: int, end: int) -> list[CategoryMention]:
    """Return the categories that the tokens from ``first`` to before ``end`` state, in order; ``text`` is folded."""
    found: list[CategoryMention] = []
    known, index = terms().words, first
    while index < end:
        low = tokens[index].low
        if low not in known and low != "#" and "-" not in low and "/" not in low and "&" not in low:
            index += 1
            continue
        mention = _mention(text, tokens, index, end)
        if mention is None:
            index += 1
            continue
        index = mention.last + 1
        if states(tokens, mention, found):
            found.append(mention)
    return found


def _term(text: str, token: Token) -> tuple[str, tuple[str, ...]] | None:
    """Return family and names of one token; "2P" may have been taken for an amount of pence."""
    known = terms().words
    low = token.low
    if low == "#":
        short = token.end - token.start == _CODE_LENGTH
        return known.get(text[token.start : token.end].lower()) if short else None
    term = known.get(low)
    if term is None and ("-" in low or "/" in low or "&" in low):
        return _compound([part for part in low.translate(_SPLIT).split("-") if part not in _FILLING])
    return term


def _compound(parts: list[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return family and names of a compound that ends in a category ("proven-probable", "drill-indicated")."""
    known = terms().words
    hits = [known[part] for part in parts if part in known]
    if not hits or parts[-1] not in known or parts[0] in _NEGATING or hits[0][0] != hits[-1][0]:
        return None
    return hits[0][0], tuple(dict.fromkeys(name for _, named in hits for name in named))


def _closed(tokens: list[Token], at: int, between: set[str]) -> int:
    """Return the last of the signs that close what was opened before a code (``proved ("1P")``)."""
    while between and at + 1 < len(tokens) and tokens[at + 1].low in _CLOSING:
        at += 1
    return at


def _mention(text: str, tokens: list[Token], index: int, end: int) -> CategoryMention | None:
    """Return the longest run of joined categories that begins at ``index``; its code alone where it has one."""
    term = _term(text, tokens[index])
    if term is None or (term[0] == CLASS and not tokens[index].name):
        return None
    joints = terms().context["joints"]
    family, names, last = term[0], term[1], index
    while True:
        at = last + 1
        while at < end and at - last <= _JOINT_LENGTH and (tokens[at].low in joints or tokens[at].low in _OPENING):
            at += 1
        following = _term(text, tokens[at]) if at < end else None
        if following is None:
            break
        between = {token.low for token in tokens[last + 1 : at]}
        if following[0] == family and between and between <= joints:
            names = (*names, *following[1])
        elif CODE in {family, following[0]} and CLASS not in {family, following[0]} and between <= _OPENING:
            family, names = CODE, names if family == CODE else following[1]
            at = _closed(tokens, at, between)
        else:
            break
        last = at
    listed = tuple(dict.fromkeys(names)) if family in {CLASS, CODE} else in_order(set(names))
    return CategoryMention(index, last, listed, family)
