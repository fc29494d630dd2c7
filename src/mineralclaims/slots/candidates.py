"""Who or what a claim may be about: noun phrases of the sentence and what earlier sentences left in mind."""

from __future__ import annotations

from functools import cache, lru_cache

import attrs

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.countries import names as country_names
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.spans import Mention
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
    head: str = ""
    refers: bool = False
    scores: dict[tuple[str, str], int] = attrs.Factory(dict)
    _mention: Mention | None = None

    @property
    def start(self) -> int:
        """Where it begins in the text."""
        return self.reading.tokens[self.first].start

    @property
    def end(self) -> int:
        """Where it ends in the text."""
        return self.reading.tokens[self.last].end

    @property
    def mention(self) -> Mention:
        """The candidate as a piece of the text, made once."""
        if self._mention is None:
            self._mention = Mention.at(self.reading.document.text, self.start, self.end)
        return self._mention

    @property
    def words(self) -> str:
        """Its words, in lower case."""
        return " ".join(token.low for token in self.reading.tokens[self.first : self.last + 1])


@cache
def _countries() -> frozenset[str]:
    """Return all names of countries and demonyms, in lower case."""
    return frozenset(name.lower() for name in country_names())


def candidates(reading: Reading) -> list[Candidate]:
    """Return the candidates of a sentence, in order: each base phrase with the name it begins or ends with."""
    if reading.candidates is None:
        reading.candidates = _build(reading)
    return reading.candidates


def _build(reading: Reading) -> list[Candidate]:
    """Return all candidates of a sentence with their static features."""
    tokens, found = reading.tokens, []
    for phrase in reading.phrases:
        first, last = phrase.first, phrase.last
        if phrase.kind == "pronoun":
            found.append(_candidate(reading, first, last, phrase, "pronoun"))
            continue
        if phrase.time:
            continue
        found.append(_candidate(reading, first, last, phrase, "base"))
        if first == last:
            continue
        if tokens[first].name:
            lead = _lead(tokens, phrase)
            if lead is not None:
                found.append(_candidate(reading, first, lead, phrase, "lead"))
        if tokens[last].name:
            trail = _trail(tokens, phrase)
            if trail is not None:
                found.append(_candidate(reading, trail, last, phrase, "trail"))
    return found


def whole_phrase(candidate: Candidate) -> tuple[int, int]:
    """Return the first and last token of a candidate with its owner and its "of" phrase, where its own head is a common noun."""
    phrase = candidate.phrase
    first, last = candidate.first, candidate.last
    if candidate.kind != "base" or candidate.reading.tokens[last].name:
        return first, last
    if phrase.possessor is not None and not phrase.possessor.time:
        first = phrase.possessor.first
    if phrase.of is not None and not phrase.of.time:
        last = phrase.of.last
    return first, last


def _lead(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the last token of the name or country that a phrase begins with ("U.S. crude stocks")."""
    if tokens[phrase.first].low in _countries():
        return phrase.first
    last = phrase.first
    while last + 1 <= phrase.last and tokens[last + 1].name:
        last += 1
    return last if last < phrase.last else None


def _trail(tokens: list[Token], phrase: Phrase) -> int | None:
    """Return the first token of the name that a phrase ends with ("analyst Jason Kenney")."""
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
    head = tokens[last]
    low = head.low
    before = phrase.before if phrase.before in _BEFORE else "N"
    features = list(_about_word(low, head.name, head.cue))
    head_class = features[-1]
    features += (f"k={kind}", f"b={before}", f"n={min(last - first, 4)}", f"{kind}_{'name' if head.name else 'low'}_{before}")
    country = low in _countries() or (kind == "lead" and tokens[first].low in _countries())
    if country:
        features.append("country")
        head_class = "country"
    commodity = reading.commodity_tokens
    if commodity and any(index in commodity for index in range(first, last + 1)):
        features.append("com")
        if last in commodity:
            features.append("com!")
            head_class = "com!"
    for index in range(phrase.first, last + 1):
        if tokens[index].low in _PERSON_TITLES:
            features.append("titled")
            break
    if phrase.possessed is not None:
        features.append("poss")
        features += [f"pc={cue}" for cue in tokens[phrase.possessed.last].cue]
    if phrase.possessor is not None:
        features.append("possd")
    after = phrase.after
    features.append(f"a={after}" if after in _AFTER else f"a={tokens[phrase.last + 1].tag}" if phrase.last + 1 < len(tokens) else "a=$")
    if first == 0 or (first == 1 and tokens[0].tag == "D"):
        features.append("first")
    return Candidate(reading, first, last, phrase, kind, tuple(features), head_class, kind == "pronoun" or (first == last and low in REFERRING))


@lru_cache(maxsize=8192)
def about_name(words: str) -> tuple[str, ...]:
    """Return the static features of a name that is known by its words alone."""
    low = words.lower().split()
    last = low[-1] if low else ""
    found = ["name", "n=%d" % min(len(low) - 1, 4), "heard"]
    if last in _SUFFIXES:
        found.append("org")
    if last in _countries() or words.lower() in _countries():
        found.append("country")
    if any(word in _PERSON_TITLES for word in low):
        found.append("titled")
    return tuple(found)


@lru_cache(maxsize=8192)
def _about_word(low: str, name: bool, cues: tuple[str, ...]) -> tuple[str, ...]:
    """Return the features of a head word, the one that stands for its class last."""
    found = ["name" if name else f"h={low}"]
    if low in _SUFFIXES and name:
        found.append("org")
    if low in _ORG_WORDS:
        found.append("orgword")
    found += [f"hc={cue}" for cue in reversed(cues)]
    if not cues and not name:
        found.append("hc=none")
    return tuple(found) if not name or cues else (*found[1:], "name")


GENERIC = frozenset(
    {"company", "firm", "group", "miner", "producer", "corporation", "explorer", "bank", "retailer", "utility", "operator", "partnership", "venture", "issuer", "maker"}
)
"""Nouns by which a text goes on about a company that it has named."""
SITES = frozenset(
    {"mine", "project", "deposit", "property", "field", "block", "hole", "refinery", "smelter", "plant", "terminal", "pipeline", "district", "basin", "permit",
     "concession", "mill", "brewery", "ministry", "agency", "bank", "kingdom", "province", "state"}
)  # fmt: skip
"""Nouns by which a text goes on about a place or body that it has named."""
REFERRING = GENERIC | SITES | {"country"}

_BEFORE = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "than", "and", "or", ",", "^", "between", "into", "on", "over", ":", "(", "which", "that"})
_AFTER = frozenset({"'s", "of", "in", ",", "said", "(", ":", "and", "to", "at", "by"})
