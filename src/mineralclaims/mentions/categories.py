"""Reporting categories that a sentence states: measured, proved and probable, 2P, C1; in any other sense the words are none."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import attrs

from mineralclaims.lexicons.loader import load
from mineralclaims.text.tokens import Token

_PARTS = str.maketrans("/&+", "---")
_LABELS = frozenset({":", "(", "|", "=", "-", "–", ")"})
_OPENING = frozenset({"(", '"'})
_BEFORE_NAMED = frozenset({"as", "(", "category", "is", "are", "was", "were", "be", "being", "from", "to"})
_BEFORE_LABEL = frozenset({"a", "an", "the", ",", ":", ";", "(", "|", "-", "–", "*", "•", "and", ""})
_CAPITAL_ONLY = frozenset({"possible", "probable", "prospective", "contingent"})
_MOVES = frozenset({"from", "to"})
_HEAD_REACH = 5
_NAMED_REACH = 10


@attrs.frozen
class CategoryMention:
    """A category in a sentence: its tokens (both ends included), its names, and whether a code says it."""

    first: int
    last: int
    names: tuple[str, ...]
    family: str

    @property
    def name(self) -> str:
        """What the record holds."""
        return "+".join(self.names)


@attrs.frozen
class Terms:
    """The lexicon: for each word its family and names, the order of names, and the lists of words around."""

    words: dict[str, tuple[str, tuple[str, ...]]]
    order: dict[str, int]
    context: dict[str, frozenset[str]]


@cache
def terms() -> Terms:
    """Return the prepared lexicon."""
    lexicon = load("categories")
    words, order = {}, {}
    for rank, entry in enumerate(lexicon["category"]):
        order[entry["name"]] = rank
        for word in entry["words"]:
            words[word] = (entry["family"], tuple(entry["name"].split("+")))
    return Terms(words, order, {name: frozenset(listed.split()) for name, listed in lexicon["context"].items()})


def joined(names: set[str]) -> str:
    """Return several categories as one, in the order of the lexicon."""
    return "+".join(sorted(names, key=lambda name: terms().order.get(name, 0)))


def category_mentions(text: str, tokens: list[Token], first: int, end: int) -> list[CategoryMention]:
    """Return the categories that the tokens from ``first`` to before ``end`` state, in order."""
    found: list[CategoryMention] = []
    index = first
    while index < end:
        mention = _mention(text, tokens, index, end)
        if mention is None:
            index += 1
            continue
        index = mention.last + 1
        if _states(text, tokens, mention, found):
            found.append(mention)
    return found


def _term(text: str, token: Token) -> tuple[str, tuple[str, ...]] | None:
    """Return family and names of one token; a code may have been taken for an amount of pence."""
    known = terms().words
    low = token.low
    if low == "#":
        return known.get(text[token.start : token.end].lower()) if token.end - token.start == 2 else None
    term = known.get(low)
    if term is None and ("-" in low or "/" in low or "&" in low):
        parts = [part for part in low.translate(_PARTS).split("-") if part not in {"and", "plus", ""}]
        hits = [known[part] for part in parts if part in known]
        if hits and hits[-1] == known.get(parts[-1]) and hits[0][0] == hits[-1][0] and parts[0] not in {"non", "un"}:
            return hits[0][0], tuple(dict.fromkeys(name for hit in hits for name in hit[1]))
    return term


def _mention(text: str, tokens: list[Token], index: int, end: int) -> CategoryMention | None:
    """Return the longest run of joined categories that begins at ``index``, its code where it has one."""
    term = _term(text, tokens[index])
    if term is None or (term[0] == "class" and not tokens[index].name):
        return None
    joints = terms().context["joints"]
    family, names, last = term[0], term[1], index
    while True:
        at = last + 1
        while at < end and at - last <= 3 and (tokens[at].low in joints or tokens[at].low in _OPENING):
            at += 1
        following = _term(text, tokens[at]) if at < end else None
        if following is None:
            break
        between = {token.low for token in tokens[last + 1 : at]}
        if following[0] == family and between and between <= joints:
            names = (*names, *following[1])
        elif "code" in {family, following[0]} and between <= _OPENING and "class" not in {family, following[0]}:
            names, family = (names if family == "code" else following[1]), "code"
        else:
            break
        last = at
    if family not in {"class", "code"}:
        return CategoryMention(index, last, tuple(joined(set(names)).split("+")), family)
    return CategoryMention(index, last, tuple(dict.fromkeys(names)), family)


def _states(text: str, tokens: list[Token], mention: CategoryMention, found: list[CategoryMention]) -> bool:
    """Return whether the words of a mention state a category here."""
    context = terms().context
    first, last = mention.first, mention.last
    before = tokens[first - 1].low if first else ""
    after = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if mention.family == "code":
        return True
    if mention.family == "class":
        if before in context["classes"] or after in context["classes"] or after in context["amounts"]:
            return last + 1 >= len(tokens) or tokens[last + 1].tag != "N" or _headed(tokens, last, set())
        return "+" in {token.low for token in tokens[first:last]} or any(one.family == "class" for one in found)
    if len(mention.names) > 1:
        return True
    if before not in _MOVES and after in context["others"]:
        return False
    token = tokens[first]
    if not token.name and mention.names[0] not in _CAPITAL_ONLY and first and _agent(tokens[first - 1], context["verbs"]):
        return mention.names[0] == "inferred" and _headed(tokens, last, {"D"})
    if _headed(tokens, last, set()) or (mention.family == "volume" and _of_amount(tokens, last)):
        return True
    written_so = token.name or mention.names[0] not in _CAPITAL_ONLY or any(one.family == mention.family for one in found)
    if after == "#" or after in _LABELS:
        return (token.name or before == "(" or (written_so and (before in _BEFORE_LABEL or before == "#"))) and before != "be"
    if not written_so and before not in {"as", "("} and not (before == "#" and (after == "" or tokens[last + 1].tag in ",C")):
        return False
    if before == "#" or before in _BEFORE_NAMED:
        return not (before != "#" and after == "at")
    near = tokens[max(0, first - _NAMED_REACH) : first]
    return any(one.tag == "Q" for one in near) and (token.name or before in {",", "them", "and"} or tokens[first - 1].name)


def _agent(token: Token, verbs: frozenset[str]) -> bool:
    """Return whether a word before "indicated" or "inferred" is who does it."""
    return token.low in verbs or ("source" in token.cue and token.low not in {"estimates", "reports"})


def _headed(tokens: list[Token], last: int, passed: set[str]) -> bool:
    """Return whether a noun that categories go before follows within a few words of its phrase."""
    heads = terms().context["heads"]
    for token in tokens[last + 1 : last + 1 + _HEAD_REACH]:
        if token.low in heads:
            return True
        if token.tag not in {"N", "A", "V", "#"} | passed and token.low not in {",", "-", "(", ")", '"'}:
            return False
    return False


def _of_amount(tokens: list[Token], last: int) -> bool:
    """Return whether another noun with its amount follows ("prospective recoverable helium of 98 Bcf")."""
    near = tokens[last + 1 : last + 1 + _HEAD_REACH]
    return any(one.low == "of" and other.tag == "Q" for one, other in pairwise(near))
