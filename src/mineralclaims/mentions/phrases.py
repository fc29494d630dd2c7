"""Noun phrases of a tagged sentence, by runs of nouns: no parser, one pass."""

from __future__ import annotations

from mineralclaims.mentions.acronyms import spelled_out
from mineralclaims.mentions.adjectives_behind import opens_no_phrase, stands_behind
from mineralclaims.mentions.compounds import joins_compound
from mineralclaims.mentions.party_words import name_ends, suffixes, trades
from mineralclaims.mentions.phrase_ends import DEALINGS, ends_before_name, ends_before_time, is_day_of_saying
from mineralclaims.mentions.time_words import TIME_WORDS, is_time
from mineralclaims.text.tags import ADVERB, DETERMINER, NOUN, NUMBER, POSSESSIVE, PREPOSITION, QUANTITY, words
from mineralclaims.text.tokens import Token

_EDGES = frozenset({"end", "start", "beginning", "close", "turn", "outset", "middle"})
"""What is a time before "of": "at the end of 2019"."""

_LABELS = frozenset({",", "(", ":"})
DESCRIBED = (
    "-based",
    "-focused",
    "-focussed",
    "-domiciled",
    "-incorporated",
    "-quoted",
    "-traded",
    "-listed",
    "-owned",
    "-headquartered",
    "-controlled",
    "-registered",
    "-backed",
    "-run",
)
"""The ends of words before a name that only describe whom it names."""

_HANGING = frozenset({"of", "in", "from", "at", "by", "for", "on", "to"})
_INNER = frozenset({"&", "-", "/", "."})
_JOINED_FROM = 2
_DESCRIBED_BY = 4
_DESCRIBES = frozenset({"A", NUMBER})
PERIODIC = frozenset({"daily", "weekly", "monthly", "yearly"})
"""Adverbs that stand before a noun as adjectives: "in its monthly report"."""

_DEGREES = frozenset({"most", "more", "less", "fewer", "very"})
_PRONOUNS = frozenset({"he", "she", "it", "they", "we", "i"})


class Phrase:
    """A noun phrase: the tokens ``first`` to ``last`` (both included) of its sentence, without its determiner."""

    __slots__ = ("after", "before", "first", "holder", "kind", "last", "link", "name", "of", "possessed", "possessor", "time")

    before: str
    after: str
    name: bool
    time: bool

    def __init__(self, first: int, last: int, *, kind: str = "base") -> None:
        """Make a phrase of the tokens from ``first`` to ``last``."""
        self.first = first
        self.last = last
        self.kind = kind
        self.possessor: Phrase | None = None
        self.possessed: Phrase | None = None
        self.of: Phrase | None = None
        self.holder: Phrase | None = None
        self.link = -1

    def __repr__(self) -> str:
        """Return the phrase for people who debug."""
        return f"<{self.kind} {self.first}-{self.last}>"


NO_PHRASE = Phrase(-1, 1 << 60)
"""What stands for a phrase where there is none: behind every sentence."""


def phrases(tokens: list[Token], lows: list[str]) -> list[Phrase]:
    """Return the base noun phrases and the personal pronouns of a sentence, in order; ``lows`` are its words in lower case."""
    found: list[Phrase] = []
    index, count = 0, len(tokens)
    adjectives = words().adjectives
    whole = spelled_out(tokens) if "(" in lows else {}
    compounds = "respectively" not in lows
    while index < count:
        token = tokens[index]
        if whole and index in whole:
            phrase = Phrase(index, whole[index])
            _describe(tokens, phrase, found)
            found.append(phrase)
            index = phrase.last + 1
        elif token.tag == NOUN or (
            token.tag == NUMBER and index + 1 < count and tokens[index + 1].tag == NOUN and not _year(token)
        ):
            if opens_no_phrase(tokens, index):
                index += 1
                continue
            last = _run_end(tokens, index, compounds=compounds)
            if (
                token.low in adjectives
                and all([one.low in adjectives for one in tokens[index + 1 : last + 1]])
                and not _stands_for(tokens, index)
            ):
                index = last + 1  # "an effective 24% stake", "the lowest since May": nothing that could be a party
                continue
            if index == last and token.low.endswith(DESCRIBED) and not (index and tokens[index - 1].tag == QUANTITY):
                index += 1  # "the Guernsey-based and the local company", but not "75 percent state-owned", which says whose
                continue
            phrase = Phrase(index, last)
            _describe(tokens, phrase, found)
            found.append(phrase)
            index = last + 1
        else:
            if token.low in _PRONOUNS and token.tag == "O":
                phrase = Phrase(index, index, kind="pronoun")
                _describe(tokens, phrase, found)
                found.append(phrase)
            index += 1
    return found


def _stands_for(tokens: list[Token], index: int) -> bool:
    """Return whether an adjective stands for what it describes: "the former will pay", "China, 63%; and other, 25%"."""
    if tokens[index].low == "other" and index + 2 < len(tokens):
        return tokens[index + 1].low in _LABELS and tokens[index + 2].tag == QUANTITY
    if tokens[index].low != "former" or not index or tokens[index - 1].low != "the":
        return False
    return index + 1 < len(tokens) and tokens[index + 1].tag in {"V", "X", "Q", ","}


def _run_end(tokens: list[Token], index: int, *, compounds: bool) -> int:
    """Return the last token of the run of nouns that begins at ``index``; ``compounds`` is whether two things may describe one noun."""
    count = len(tokens)
    last = index
    while last + 1 < count:
        following = tokens[last + 1]
        if following.tag == NOUN and (
            (last == index and is_day_of_saying(tokens, index))
            or (ends_before_name if following.name else ends_before_time)(tokens, index, last)
            or (not following.name and stands_behind(tokens, last + 1))
        ):
            break
        if following.tag == NOUN or (
            following.tag == NUMBER and tokens[last].name and not _year(following) and following.start - tokens[last].end <= 1
        ):
            last += 1
        elif (
            (
                following.low in _INNER
                and last + 2 < count
                and tokens[last + 2].tag in (NOUN, NUMBER)
                and (following.low != "." or tokens[last + 2].tag == NOUN or tokens[last].low == "no")
                and (following.low == "&" or (following.start == tokens[last].end and tokens[last + 2].start == following.end))
            )
            or (
                (following.low == "of" or (following.low == "for" and tokens[last].low in FOR_NAMES))
                and tokens[last].name
                and last + 2 < count
                and tokens[last + 2].name
                and tokens[last + 2].tag == NOUN
                and not is_time(tokens[last + 2].low)
                and last + 1 - index >= 1
                and tokens[last].low in _BODIES
            )
            or _joins_name(tokens, index, last)
            or (compounds and joins_compound(tokens, last))
        ):
            last += 2
        elif last > 0 and _joins_of_the(tokens, last):
            last += 3
        else:
            break
    return last


def _joins_of_the(tokens: list[Token], last: int) -> bool:
    """Return whether the name of a body goes on with "of the": "the Organization of the Tin Exporting Countries", not "Bank of the world's miners"."""
    if last + 3 >= len(tokens) or not tokens[last].name or tokens[last].low not in _BODIES or tokens[last].low in _OF_A_BODY:
        return False
    of, the, name = tokens[last + 1 : last + 4]
    return of.low == "of" and the.low == "the" and name.name and name.tag == NOUN and not is_time(name.low)


def _joins_name(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether "and" goes on with a long name: "Bank for Reconstruction and Development", "Norvik Oil and Gas Co"."""
    if last == first or last + 2 >= len(tokens) or tokens[last + 1].low != "and":
        return False
    if tokens[last].low in trades() and tokens[last].name:
        return _joins_trades(tokens, last)
    if last - first < _JOINED_FROM:
        return False
    inside = tokens[last - 1].low in {"for", "of"} and tokens[last - 2].low in _BODIES
    return inside and tokens[last].name and tokens[last + 2].name and tokens[last + 2].tag == NOUN


def _joins_trades(tokens: list[Token], last: int) -> bool:
    """Return whether "and" joins the two trades of one company, whose name ends behind them: "Norvik Oil and Gas Co"."""
    if last + 3 >= len(tokens) or not tokens[last + 2].name or tokens[last + 2].low not in trades():
        return False
    return tokens[last + 3].name and (tokens[last + 3].low in suffixes() or tokens[last + 3].low in name_ends())


FOR_NAMES = frozenset({
    "bank", "fund", "office", "centre", "center", "ministry", "department", "institute", "agency", "council",
    "organization", "organisation",
})  # fmt: skip
"""Bodies whose names go on with "for": "Office for National Statistics"."""

_OF_NAMES = frozenset({
    "bank", "ministry", "department", "republic", "bureau", "university", "chamber", "institute", "association",
    "office", "house", "board", "secretary", "commonwealth", "kingdom", "council", "organization", "federation",
    "administration", "union", "community", "league", "confederation", "society", "academy", "authority", "gulf", "bay", "cape", "strait", "state", "city", "province",
})  # fmt: skip
_BODIES = _OF_NAMES | FOR_NAMES
_OF_A_BODY = frozenset({"board", "secretary", "house", "council"})
"""Those that are as often a part of what stands behind "of the": "the Board of the Arvel Corporation"."""


def _year(token: Token) -> bool:
    """Return whether a number token is a year."""
    low = token.low
    return len(low) == 4 and low.isdigit() and low[:2] in {"18", "19", "20"}


def before_phrase(tokens: list[Token], first: int) -> int:
    """Return the token before the determiners, numbers and adverbs of a phrase that begins at ``first``; -1 where there is none."""
    before = first - 1
    while before >= 0 and (
        (tokens[before].tag in (DETERMINER, NUMBER) and tokens[before].low != "no")
        or tokens[before].low in PERIODIC
        or (before and tokens[before].tag == ADVERB and _is_inside(tokens, before))
    ):
        before -= 1
    return before


def _is_inside(tokens: list[Token], index: int) -> bool:
    """Return whether an adverb stands inside a phrase: "at the first mine", "its only two pits", "of most other metals", "of slightly lower grades"."""
    before = tokens[index - 1]
    if before.tag == DETERMINER:
        return True
    low = tokens[index].low
    return before.tag == PREPOSITION and before.low != "at" and (low in _DEGREES or low.endswith("ly"))


def _is_time_from(first: str, last: str) -> bool:
    """Return whether a phrase that begins with a word of time is one: "May 2019", "Wednesday trading"."""
    return first in TIME_WORDS and (last.isdigit() or (last in DEALINGS and first != last))


def _describe(tokens: list[Token], phrase: Phrase, found: list[Phrase]) -> None:
    """Fill in what stands around a phrase, whether it is a name or a time, and who possesses it."""
    before = phrase.link = before_phrase(tokens, phrase.first)
    phrase.before = tokens[before].low if before >= 0 else "^"
    phrase.after = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else "$"
    phrase.name = tokens[phrase.last].name or tokens[phrase.first].name
    phrase.time = (
        is_time(tokens[phrase.last].low)
        or _is_time_from(tokens[phrase.first].low, tokens[phrase.last].low)
        or (phrase.first == phrase.last and phrase.after == "of" and tokens[phrase.last].low in _EDGES)
    )
    owned = phrase.first - 1
    while owned > 0 and owned > phrase.first - _DESCRIBED_BY and tokens[owned].tag in _DESCRIBES:
        owned -= 1  # "Kesh's only refinery", "Africa's overall exports", "Kuwait's 950 wells"
    if found and owned > 0 and tokens[owned].tag == POSSESSIVE and found[-1].last == owned - 1:
        phrase.possessor = found[-1]
        found[-1].possessed = phrase
        phrase.before, phrase.link = found[-1].before, found[-1].link
    if found and phrase.before in _HANGING and found[-1].last == before - 1:
        phrase.holder = found[-1]
        if phrase.before == "of":
            found[-1].of = phrase
