"""Whether "indicated", "proven" or "possible" states a category or is a verb or adjective of another sense."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.mentions.category_words import CLASS, CODE, VOLUME, CategoryMention, terms
from mineralclaims.text.tags import BE
from mineralclaims.text.tokens import Token

_EVERYDAY = frozenset({"possible", "probable", "prospective", "contingent"})
_AFTER_LABEL = frozenset({"#", ":", "(", "|", "=", "-", "–", ")"})
_BEFORE_LABEL = frozenset({"a", "an", "the", "and", ",", ":", ";", "(", "|", "-", "–", "*", "•", "", "#"})
_MOVES = frozenset({"from", "to"})
_NAMING = BE | {"being", "as", "(", "category"} | _MOVES
_EXPLICIT = frozenset({"as", "("})
_LISTED = frozenset({",", "them", "and"})
_REPORTS = frozenset({"estimates", "reports"})
_INNER = frozenset({",", "-", "(", ")", '"'})
_HEAD_REACH, _NUMBER_REACH = 5, 10


def states(tokens: list[Token], mention: CategoryMention, found: list[CategoryMention]) -> bool:
    """Return whether the words of a mention state a category; ``found`` are the ones before it in the sentence."""
    if mention.family == CLASS:
        return _class(tokens, mention, found)
    if mention.family == CODE or len(mention.names) > 1:
        return True
    first, last = mention.first, mention.last
    before = tokens[first - 1].low if first else ""
    after = tokens[last + 1].low if last + 1 < len(tokens) else ""
    if before not in _MOVES and after in terms().context["others"]:
        return False
    everyday = mention.names[0] in _EVERYDAY
    if first and not everyday and not tokens[first].name and _does(tokens[first - 1]):
        return mention.names[0] == "inferred" and _headed(tokens, last, determined=True)
    if _headed(tokens, last) or (mention.family == VOLUME and _of_amount(tokens, last)):
        return True
    plain = everyday and not tokens[first].name and all(one.family != mention.family for one in found)
    return _alone(tokens, mention, before, after, plain=plain)


def _alone(tokens: list[Token], mention: CategoryMention, before: str, after: str, *, plain: bool) -> bool:
    """Return whether a category without its noun is a label or said of an amount, as ``plain`` words seldom are."""
    if after in _AFTER_LABEL:
        opens_line = mention.first <= 1 and after == ":"  # "- Probable: 17 Mt"
        return tokens[mention.first].name or before == "(" or ((opens_line or not plain) and before in _BEFORE_LABEL)
    if plain:
        return before in _EXPLICIT or (before == "#" and (not after or tokens[mention.last + 1].tag in ",C"))
    return _predicated(tokens, mention.first, before, after)


def _class(tokens: list[Token], mention: CategoryMention, found: list[CategoryMention]) -> bool:
    """Return whether letters name a class: called a category or reserves, joined by "+", or beside another class."""
    context, first, last = terms().context, mention.first, mention.last
    before = tokens[first - 1].low if first else ""
    after = tokens[last + 1] if last + 1 < len(tokens) else None
    if before in context["classes"] or (after is not None and after.low in context["classes"] | context["amounts"]):
        return after is None or after.tag != "N" or _headed(tokens, last)
    return any(token.low == "+" for token in tokens[first:last]) or any(one.family == CLASS for one in found)


def _does(token: Token) -> bool:
    """Return whether a word before "indicated" or "inferred" is who does it."""
    return token.low in terms().context["verbs"] or ("source" in token.cue and token.low not in _REPORTS)


def _headed(tokens: list[Token], last: int, *, determined: bool = False) -> bool:
    """Return whether a noun that categories go before follows in the phrase, an article let pass if ``determined``."""
    heads, tags = terms().context["heads"], "NAV#D" if determined else "NAV#"
    for token in tokens[last + 1 : last + 1 + _HEAD_REACH]:
        if token.low in heads:
            return True
        if token.tag not in tags and token.low not in _INNER:
            return False
    return False


def _of_amount(tokens: list[Token], last: int) -> bool:
    """Return whether another noun with its amount follows ("prospective recoverable helium of 98 Bcf")."""
    near = tokens[last + 1 : last + 1 + _HEAD_REACH]
    return any(one.low == "of" and other.tag == "Q" for one, other in pairwise(near))


def _predicated(tokens: list[Token], first: int, before: str, after: str) -> bool:
    """Return whether a category is said of an amount before it ("3 Mt are indicated", "3 Mt at 2% Cu inferred")."""
    if before == "#":
        return True
    if before in _NAMING:
        return after != "at"
    numbers = any(token.tag == "Q" for token in tokens[max(0, first - _NUMBER_REACH) : first])
    return numbers and (tokens[first].name or before in _LISTED or tokens[first - 1].name)
