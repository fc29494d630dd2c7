"""Word classes that the words around decide: verb or noun, and adverbs that are nouns elsewhere."""

from __future__ import annotations

from mineralclaims.text.behind_nouns import SAME_PAST, behind_noun, is_noun_behind, is_part_of_name
from mineralclaims.text.tags import (
    ADVERB,
    AUXILIARY,
    BEEN,
    DETERMINER,
    NEGATION,
    NOUN,
    POSSESSIVE,
    PREPOSITION,
    QUANTITY,
    SIGN,
    VERB,
    words,
)
from mineralclaims.text.tokens import Token
from mineralclaims.text.verb_signs import (
    FLOWS,
    closes_apposition,
    goes_on_doing,
    has_amount,
    is_done_often,
    is_finite,
    is_nowadays,
    is_set_off,
    opens_clause,
    opens_object,
    resumes,
    resumes_with_amount,
    verb_ahead,
)

_WITH_PREPOSITION = frozenset(
    (form, preposition)
    for forms, preposition in (
        ("account accounts", "for"), ("range ranges", "from"), ("amount amounts", "to"), ("stand stands", "at"), ("range ranges", "between"), ("deal deals", "with"), ("point points", "to"),
        ("result results", "in"), ("focus focuses", "on"), ("rise rises", "to"), ("fall falls", "to"), ("rank ranks", "as"), ("trade trades", "at"), ("trail trails", "behind"),
        ("call calls", "for"), ("aim aims", "to"), ("hope hopes", "to"), ("plan plans", "to"), ("range ranged", "from"),
    )
    for form in forms.split()
)  # fmt: skip
_WITH_IS = frozenset({"he", "she", "it", "that", "there", "who", "what"})
_BEFORE_VERBS = frozenset({"as", "than"})
_HEIGHTS = frozenset({"high", "highs", "low", "lows", "level", "levels", "peak", "peaks", "heights"})
_WELLS = frozenset({
    "horizontal", "vertical", "appraisal", "exploration", "exploratory", "discovery", "wildcat", "gas", "injection",
    "first", "second",
})  # fmt: skip
_PROVED = frozenset({"proved", "indicated", "inferred", "measured"})
_IN_GROUND = frozenset({"reserve", "reserves", "resource", "resources"})
_POINTS = frozenset({"*", "-", "•", "–"})
_TELLS_TO = frozenset({
    "see", "take", "consider", "read", "add", "contact", "visit", "compare", "ask", "tell", "meet", "let", "note", "enter", "give",
    "keep", "make", "find", "get", "call", "follow", "include", "remember", "recall", "imagine", "send", "write", "buy", "sell",
    "support", "expect", "forget", "blame", "thank", "bring", "put", "leave", "help", "join", "say", "stop",
})  # fmt: skip
"""Verbs that open a sentence by which somebody is told to do something: "Consider Chile"."""

_HELD = frozenset({"held", "owned", "traded", "listed", "quoted", "run", "controlled", "operated"})
_HOW_HELD = frozenset({
    "privately", "closely", "publicly", "widely", "wholly", "majority", "jointly", "tightly", "independently", "partly",
})  # fmt: skip
"""How what a name or noun stands for is owned: "privately held Orwin"."""

_TO_COME, _LEAD_ON, _CLAUSE_WITHIN = frozenset({"would", "will"}), frozenset({"the", "that", "a", "of"}), 7
_PRICED = frozenset({"selling", "asking", "buying", "closing", "opening", "offering", "purchasing"})
_BEFORE_TIMES = frozenset({"since", "by", "at", "from", "until", "till", "before", "after", "on", "of", "with"})
_SEVERAL, _EACH = frozenset({"these", "those"}), frozenset({"each", "both", "all"})
_IS_OR_HAS = BEEN | {"have", "has", "had", "having", "'ve"}
_SAME_PARTICIPLE = SAME_PAST | {
    "forecast", "bid", "bet", "cost", "shut", "quit", "cast", "broadcast", "burst", "read", "run", "overrun",
}  # fmt: skip
_NEVER_DESCRIBES = frozenset({
    "rose", "fell", "grew", "sank", "shrank", "slid", "leapt", "jumped", "climbed", "dropped", "slipped", "surged", "gained", "declined",
    "soared", "slumped", "plunged", "tumbled", "doubled", "tripled",
})  # fmt: skip
_RUN = frozenset({"run", "shut", "hit", "split", "put", "set", "read"})
_TERMS = frozenset({"quarter", "half", "half-year"})
_OBJECTS = frozenset({DETERMINER, QUANTITY, "O"})
_OPENS_NOUN = frozenset({"D", "S"})
_ALONE = frozenset({"this", "that", "these", "those", "all", "each", "both", "some"})


def tag_of(tokens: list[Token], index: int, kind: str, *, noun_too: bool) -> str:
    """Return the tag of a token that :func:`word_class` leaves open; the tokens before it are tagged."""
    if kind == "first":  # "First Quantum"
        after = tokens[index + 1] if index + 1 < len(tokens) else None
        return NOUN if after is not None and ((after.name and tokens[index].name) or after.low in _TERMS) else ADVERB
    if kind == "well":  # "a new well", "as well as"
        near = [token.tag for token in tokens[max(0, index - 3) : index]]
        bored = index > 0 and tokens[index - 1].low in _WELLS
        return NOUN if bored or near[-1:] == [DETERMINER] or near[-2:] == [DETERMINER, NOUN] else ADVERB
    if kind == "ly":
        return NOUN if index else ADVERB
    return _verb_or_noun(tokens, index, kind, noun_too=noun_too)


def _next(tokens: list[Token], index: int) -> Token | None:
    """Return the token behind one, past an adverb that stands before a finite verb: "rose" behind "spending" in "spending also rose"."""
    if index + 1 >= len(tokens):
        return None
    after = tokens[index + 1]
    passes = after.tag == ADVERB and index + 2 < len(tokens) and is_finite(tokens[index + 2])
    return tokens[index + 2] if passes else after


def _verb_or_noun(tokens: list[Token], index: int, kind: str, *, noun_too: bool) -> str:
    """Return VERB or NOUN for a word that can be a verb, by the words around it."""
    token = tokens[index]
    before = tokens[index - 1] if index else None
    after = _next(tokens, index)
    previous = before.tag if before is not None else ""
    if token.name and index and not (before and before.tag == SIGN and before.low in {'"', "'", ":", "–"}):
        capitals_around = (before is not None and before.name) or (after is not None and after.name)
        if capitals_around or kind == "base":
            return NOUN
    if previous == "X" or (before is not None and before.low == "to" and kind == "base"):
        if before is not None and noun_too and _is_had(before, token, kind):
            return NOUN
        return NOUN if token.low == "record" and after is not None and after.low in _HEIGHTS else VERB
    if kind == "base" and noun_too and previous in {"A", "G"} and _is_helped(tokens, index):
        return VERB  # "would also help", "could not then lock"
    if kind == "past" and after is not None and after.tag == QUANTITY and _only_describes(tokens, index, noun_too=noun_too):
        return ADVERB
    if (
        token.low in _HELD
        and before is not None
        and before.low in _HOW_HELD
        and after is not None
        and (after.name or _is_plain(after))
    ):
        return ADVERB  # "bought privately held Orwin", "its majority owned unit"
    if previous == POSSESSIVE and kind == "ing" and index > 1 and tokens[index - 2].low in _WITH_IS:
        return VERB  # "he's targeting": "is", not whose
    if token.low in _RUN and before is not None and before.low == "," and after is not None and after.low == "by":
        return VERB  # "Pelham, run by Orwin, made"
    if (
        noun_too
        and kind == "base"
        and before is not None
        and before.low == "further"
        and index > 1
        and tokens[index - 2].tag in _OPENS_NOUN
    ):
        return NOUN  # "a further rise", "its further use"
    if previous == POSSESSIVE and token.low in _NEVER_DESCRIBES and after is not None and after.tag == QUANTITY:
        return VERB  # "while Chile's grew 5%"
    if previous in "DS" and previous:
        alone = before is not None and before.low in (_ALONE if kind in {"s", "past"} else _SEVERAL if kind == "base" else ())
        return VERB if alone and not noun_too else NOUN
    if is_part_of_name(token, before, after) or (token.low in _PROVED and after is not None and after.low in _IN_GROUND):
        return NOUN
    if kind == "past" and token.name and (not index or (before is not None and before.low in _POINTS)) and _is_plain(after):
        return NOUN  # "Adjusted net income was", "* Combined sales rose"
    if kind == "past" and not noun_too:
        # "refined copper": a participle between a determiner or preposition and a noun belongs to the noun.
        return (
            NOUN
            if previous in {"P", "D", "N"}
            and before is not None
            and before.tag in {"P", "D"}
            and after is not None
            and after.tag != QUANTITY
            and after.low[0].isalpha()
            and after.low not in words().closed
            else VERB
        )
    if kind in {"ing", "base"} and not index and token.name and (is_finite(after) or (noun_too and is_set_off(after))):
        return NOUN  # "Mining contributes", "Shell will", "Manufacturing, which"
    if kind == "base" and not index and after is not None and after.name and token.low not in _TELLS_TO:
        return NOUN  # "Mount Halden shares fell"
    if token.low in _PRICED and after is not None and after.low in {"price", "prices"}:
        return NOUN  # "the average selling price"
    if kind == "ing" and not noun_too:
        return NOUN if previous in {"P", "D"} and after is not None and after.low in {"of", "in", "and"} else VERB
    if not noun_too:
        return NOUN if kind == "s" and previous == PREPOSITION and before is not None and before.low not in _BEFORE_VERBS else VERB
    if (
        previous == "N"
        and kind != "base"
        and before is not None
        and before.name
        and after is not None
        and after.name
        and not token.name
    ):
        return VERB
    if is_nowadays(tokens, index, kind) or (
        after is not None and (token.low, after.low) in _WITH_PREPOSITION and previous not in {"D", "#", "Q"}
    ):
        return VERB
    if (not index or previous in {NOUN, SIGN}) and token.low == "accounting" and after is not None and after.low == "for":
        return VERB
    follows = opens_object(after)
    if (
        token.low in FLOWS
        and previous != "O"
        and follows
        and after is not None
        and after.tag == PREPOSITION
        and verb_ahead(tokens, index + 2)
    ):
        return NOUN  # "crude imports by the only refinery rose"
    if (
        previous == "R"
        and before is not None
        and before.low == "that"
        and kind != "past"
        and opens_clause(tokens, index, kind, after)
    ):
        return NOUN
    if index > 1 and before is not None and before.low == "that" and tokens[index - 2].low in _BEFORE_TIMES:
        return NOUN  # "by that date", "since that rise"
    if previous in {"O", "R"} or (previous == ADVERB and kind != "ing" and index > 1 and tokens[index - 2].tag in {"O", "R"}):
        return VERB
    if kind == "ing" and previous in {"P", ",", "C"} and after is not None and after.tag in _OBJECTS:
        return VERB  # "after spending $5m", "of trading its shares", ", offering the unit"
    if previous in {"P", "#", "Q"}:
        return NOUN
    if previous == "C" and kind == "base" and goes_on_doing(tokens, index):
        return VERB  # "will treat 15 million tons a year and yield 3,000 tons"
    if previous == "N" and token.low == "forecast" and before is not None and _foretells(tokens, index):
        return VERB  # "forty analysts forecast Brent would average"
    if previous == "N":
        return behind_noun(tokens, index, kind, follows=follows)
    if previous == ADVERB and is_done_often(tokens, index, kind):
        return VERB
    if previous == SIGN and kind == "s" and (follows or has_amount(tokens, index + 1)) and resumes(tokens, index):
        return VERB  # "Orwin, owned by the Calder family, supplies a third"
    if previous == SIGN and kind == "base" and resumes_with_amount(tokens, index):
        return VERB
    if (
        (previous in {"A", "C", ""} or (previous == SIGN and closes_apposition(tokens, index)))
        and follows
        and kind in {"s", "past"}
        and index
    ):
        return NOUN if is_noun_behind(tokens, index, after) else VERB
    return NOUN


def _is_had(before: Token, token: Token, kind: str) -> bool:
    """Return whether a word is what there is or what somebody has, since no verb has that form there: "was demand", "have plans"."""
    if kind == "s":
        return True
    return kind == "base" and before.low in _IS_OR_HAS and token.low not in _SAME_PARTICIPLE


def _is_helped(tokens: list[Token], index: int) -> bool:
    """Return whether adverbs and "not" alone stand between a word and the auxiliary that makes a verb of it: "may also ease"."""
    at = index - 1
    while at > 0 and tokens[at].tag in {ADVERB, NEGATION}:
        at -= 1
    return tokens[at].tag == AUXILIARY and tokens[at].low not in _IS_OR_HAS


def _only_describes(tokens: list[Token], index: int, *, noun_too: bool) -> bool:
    """Return whether a participle before a number only describes it: "a reported $46", "pays a heavily subsidised $46"."""
    if index and tokens[index - 1].tag == DETERMINER:
        each = index > 1 and tokens[index - 1].low in _EACH and tokens[index - 2].tag == NOUN
        return not noun_too and not each  # "Orwin and Calder each produced 5 tonnes"
    return index > 1 and tokens[index - 1].tag == ADVERB and tokens[index - 2].tag == DETERMINER


def _foretells(tokens: list[Token], index: int) -> bool:
    """Return whether several people forecast what a clause behind the word tells: "analysts forecast Brent would average"."""
    if not tokens[index - 1].low.endswith("s") or tokens[index - 1].name:
        return False
    for at in range(index + 1, min(len(tokens), index + _CLAUSE_WITHIN)):
        if tokens[at].low in _TO_COME:
            return at > index + 1
        if tokens[at].low[0].isalpha() and tokens[at].low in words().closed and tokens[at].low not in _LEAD_ON:
            return False
    return False


def _is_plain(after: Token | None) -> bool:
    """Return whether a word follows that may be a noun or what describes one: no name, no word of grammar, no number."""
    return after is not None and after.low[0].isalpha() and not after.name and after.low not in words().closed
