"""Who or what a claim may be about: noun phrases of the sentence and what earlier sentences left in mind."""

from __future__ import annotations

from functools import cache

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.countries import names as country_names
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tokens import Token

_SUFFIXES = frozenset({"inc", "corp", "co", "ltd", "plc", "llc", "ag", "sa", "nv", "group", "holdings", "limited", "corporation", "company", "resources", "mining", "energy", "minerals", "metals", "petroleum"})
_ORG_WORDS = frozenset({"company", "firm", "group", "miner", "producer", "corporation", "explorer", "operator", "developer", "partnership", "consortium", "maker", "bank", "utility"})
_PERSON_TITLES = frozenset({"mr", "mrs", "ms", "president", "minister", "chairman", "ceo", "director", "analyst", "secretary", "spokesman", "spokeswoman", "executive", "governor", "chief", "officer", "economist", "senator", "trader", "strategist", "manager"})


@attrs.define(eq=False)
class Candidate:
    """A stretch of tokens of one sentence, with what is known of it whichever number is asked about."""

    reading: Reading
    first: int
    last: int
    phrase: Phrase
    kind: str
    static: tuple[str, ...] = ()

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.reading.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.reading.tokens[self.last].end

    @property
    def words(self) -> str:
        """Its words, in lower case."""
        return " ".join(token.low for token in self.reading.tokens[self.first : self.last + 1])


@cache
def _countries() -> frozenset[str]:
    """Return all names of countries and demonyms, in lower case."""
    return frozenset(name.lower() for name in country_names())


def candidates(reading: Reading) -> list[Candidate]:
    """Return the candidates of a sentence, in order; each base phrase with its useful parts and extensions."""
    if reading.candidates is None:
        reading.candidates = _build(reading)
    return reading.candidates


def _build(reading: Reading) -> list[Candidate]:
    """Return all candidates of a sentence with their static features."""
    tokens, found = reading.tokens, []
    phrases = reading.phrases
    for index, phrase in enumerate(phrases):
        if phrase.kind == "pronoun":
            found.append(_candidate(reading, phrase.first, phrase.last, phrase, "pronoun"))
            continue
        if phrase.time:
            continue
        found.append(_candidate(reading, phrase.first, phrase.last, phrase, "base"))
        lead = _lead(tokens, phrase)
        if lead is not None:
            found.append(_candidate(reading, phrase.first, lead, phrase, "lead"))
        trail = _trail(tokens, phrase)
        if trail is not None:
            found.append(_candidate(reading, trail, phrase.last, phrase, "trail"))
        if phrase.possessor is not None and not phrase.possessor.time:
            found.append(_candidate(reading, phrase.possessor.first, phrase.last, phrase, "owned"))
        extended = phrase.of or (phrases[index + 1] if index + 1 < len(phrases) and phrases[index + 1].before in {"in", "for", "on", "to", "from", "outside"} and phrases[index + 1].first - phrase.last <= 3 else None)
        if extended is not None and not extended.time:
            deeper = extended.of if extended.of is not None and not extended.of.time else None
            first = phrase.possessor.first if phrase.possessor is not None and phrase.possessor.name is False else phrase.first
            found.append(_candidate(reading, first, extended.last, phrase, "of" if phrase.of is not None else "in"))
            if deeper is not None:
                found.append(_candidate(reading, first, deeper.last, phrase, "ofof"))
        joined = phrases[index + 1] if index + 1 < len(phrases) else None
        if joined is not None and not joined.time and joined.first - phrase.last == 2 and tokens[phrase.last + 1].low in {"and", "or"}:
            found.append(_candidate(reading, phrase.first, joined.last, phrase, "and"))
    return found


def _lead(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the last token of the name or country that a phrase begins with ("U.S. crude stocks")."""
    if phrase.first == phrase.last or not tokens[phrase.first].name:
        return None
    if tokens[phrase.first].low in _countries():
        return phrase.first
    last = phrase.first
    while last + 1 <= phrase.last and tokens[last + 1].name:
        last += 1
    return last if last < phrase.last else None


def _trail(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the first token of the name that a phrase ends with ("analyst Jason Kenney")."""
    if phrase.first == phrase.last or not tokens[phrase.last].name:
        return None
    first = phrase.last
    while first > phrase.first and tokens[first - 1].name and tokens[first - 1].low not in _PERSON_TITLES and tokens[first].low not in _SUFFIXES:
        first -= 1
    while first > phrase.first and tokens[first].low in _SUFFIXES:
        first -= 1
        while first > phrase.first and tokens[first - 1].name and tokens[first - 1].low not in _PERSON_TITLES:
            first -= 1
    return first if first > phrase.first else None


def _candidate(reading: Reading, first: int, last: int, phrase: Phrase, kind: str) -> Candidate:
    """Return a candidate with the features that do not depend on the number."""
    tokens = reading.tokens
    head_index = phrase.last if kind in {"of", "in", "ofof", "owned"} else last
    head = tokens[head_index]
    features = [f"k={kind}", f"b={phrase.before if phrase.before in _BEFORE else 'N'}"]
    features.append("name" if head.name else f"h={head.low}")
    if head.low in _countries() or (kind == "lead" and tokens[first].low in _countries()):
        features.append("country")
    for cue in head.cue:
        features.append(f"hc={cue}")
    if not head.cue and not head.name:
        features.append("hc=none")
    if head.low in _SUFFIXES and head.name:
        features.append("org")
    if head.low in _ORG_WORDS:
        features.append("orgword")
    if any(token.low in _PERSON_TITLES for token in tokens[phrase.first : last + 1]):
        features.append("titled")
    if any(index in reading.commodity_tokens for index in range(first, last + 1)):
        features.append("com")
        if head_index in reading.commodity_tokens:
            features.append("com!")
    if phrase.possessed is not None:
        features.append("poss")
        for cue in tokens[phrase.possessed.last].cue:
            features.append(f"pc={cue}")
    if phrase.possessor is not None:
        features.append("possd")
    after = phrase.after
    tag_after = tokens[phrase.last + 1].tag if phrase.last + 1 < len(tokens) else "$"
    features.append(f"a={after if after in _AFTER else tag_after}")
    if first == 0 or (first == 1 and tokens[0].tag == "D"):
        features.append("first")
    features.append(f"n={min(last - first, 4)}")
    features.append(f"{kind}_{'name' if head.name else 'low'}_{phrase.before if phrase.before in _BEFORE else 'N'}")
    return Candidate(reading, first, last, phrase, kind, tuple(features))


_BEFORE = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "than", "and", "or", ",", "^", "between", "into", "on", "over", ":", "(", "which", "that"})
_AFTER = frozenset({"'s", "of", "in", ",", "said", "(", ":", "and", "to", "at", "by"})
