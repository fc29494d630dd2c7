"""What earlier sentences left in mind: the topic, the last parties and speakers, and what pronouns refer to."""

from __future__ import annotations

import attrs

from mineralclaims.claims.reading import Document, Reading
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.spans import Mention

_THINGS = frozenset({"it", "they"})
_PERSONS = frozenset({"he", "she"})
_GENERIC = frozenset({"company", "firm", "group", "miner", "producer", "corporation", "explorer", "bank", "retailer", "utility", "operator", "partnership", "venture", "issuer", "maker"})
_SITES = frozenset({"mine", "project", "deposit", "property", "field", "block", "hole", "refinery", "smelter", "plant", "terminal", "pipeline", "district", "basin", "permit", "concession", "mill", "brewery", "ministry", "agency", "bank", "kingdom", "province", "state"})
_LOOK_BACK = 3
_SKIP = frozenset({"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "reuters", "afp", "ap", "london", "new york", "washington"})


@attrs.define
class Memory:
    """A party that an earlier claim settled on."""

    mention: Mention
    type: str
    sentence: int
    static: tuple[str, ...]


@attrs.define
class Discourse:
    """The state of reading a document from its beginning: filled in claim by claim."""

    document: Document
    subjects: list[Memory] = attrs.Factory(list)
    objects: list[Memory] = attrs.Factory(list)
    speakers: list[Memory] = attrs.Factory(list)
    commodities: list[tuple[str, int]] = attrs.Factory(list)
    dates: list[tuple[str, int]] = attrs.Factory(list)
    names: list[Candidate] = attrs.Factory(list)
    heard_until: int = 0
    _topic: Candidate | None = None
    _topic_known: bool = False

    def topic(self) -> Candidate | None:
        """Return the first name of the document: what an article or press release is about, more often than not."""
        if not self._topic_known:
            self._topic_known = True
            for number in range(min(3, len(self.document.sentences))):
                self._topic = next((c for c in candidates(self.document.reading(number)) if is_name(c)), None)
                if self._topic is not None:
                    break
        return self._topic

    def listen(self, number: int) -> None:
        """Take note of the names and speakers in the sentences before ``number`` that were passed over or are done with."""
        for passed in range(max(self.heard_until, number - _LOOK_BACK), number):
            reading = self.document.reading(passed)
            for candidate in candidates(reading):
                if candidate.kind in {"base", "lead", "trail"} and is_name(candidate):
                    self.names.append(candidate)
            if not reading.quantities:
                speaker = speaker_of(reading)
                if speaker is not None:
                    mention = self.refers(speaker) or (mention_of(speaker) if speaker.kind != "pronoun" else None)
                    if mention is not None:
                        self.speakers.append(Memory(mention, "heard", passed, speaker.static))
        self.heard_until = number

    def refers(self, candidate: Candidate) -> Mention | None:
        """Return what a pronoun or a generic noun ("the company") refers to, or None where it stands for itself."""
        reading = candidate.reading
        word = reading.tokens[candidate.last].low
        if candidate.kind == "pronoun" and word in _PERSONS:
            return self.speakers[-1].mention if self.speakers else self._name_before(reading, candidate.first)
        if (candidate.kind == "pronoun" and word in _THINGS) or (candidate.first == candidate.last and word in _GENERIC and _definite(reading, candidate)):
            return self._name_before(reading, candidate.first)
        if candidate.first == candidate.last and candidate.kind == "base" and (word in _SITES or word == "country") and _definite(reading, candidate):
            return self._named_like(reading, candidate.first, word)
        return None

    def _named_like(self, reading: Reading, first: int, word: str) -> Mention | None:
        """Return the nearest earlier name that says what it is with the same word ("Tano block" for "the block"), or a country."""
        for number in range(reading.number, max(-1, reading.number - 1 - 2 * _LOOK_BACK), -1):
            found = candidates(self.document.reading(number))
            for candidate in reversed(found):
                if number == reading.number and candidate.last >= first:
                    continue
                tokens = candidate.reading.tokens
                if candidate.kind not in {"base", "lead"} or not (tokens[candidate.first].name or tokens[candidate.last].name) or candidate.first == candidate.last and word != "country":
                    continue
                ends = {tokens[candidate.last].low, tokens[candidate.first].low}
                if (word == "country" and "country" in candidate.static and candidate.phrase.before != "^") or word in ends or f"{word}s" in ends or (word == "hole" and "drillhole" in ends):
                    return mention_of(candidate)
        return None

    def _name_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the nearest name in subject position before a token, else the topic."""
        for candidate in candidates(reading):
            if candidate.last < first and is_name(candidate) and candidate.phrase.before in {"^", ",", "and", "N", "but"}:
                return mention_of(candidate)
        for number in range(reading.number - 1, max(-1, reading.number - 1 - _LOOK_BACK), -1):
            for candidate in candidates(self.document.reading(number)):
                if is_name(candidate) and candidate.phrase.before not in {"of", "in", "at", "on", "from", "by", "for", "to", "with"}:
                    return mention_of(candidate)
        topic = self.topic()
        return mention_of(topic) if topic is not None and topic.reading.number <= reading.number else None


def speaker_of(reading: Reading) -> Candidate | None:
    """Return who speaks in a sentence: the subject of a verb of saying, or who stands right after it."""
    found = candidates(reading)
    for index, token in enumerate(reading.tokens):
        if token.tag != "V" or token.low not in _SPEAK:
            continue
        for candidate in found:
            if candidate.kind in {"base", "pronoun"} and (0 < index - candidate.last <= 2 or candidate.first == index + 1):
                return next((c for c in found if c.phrase is candidate.phrase and c.kind == "trail"), candidate)
    return None


_SPEAK = frozenset({"said", "says", "told", "added", "stated", "noted", "explained", "commented", "warned", "argued", "announced"})


def _definite(reading: Reading, candidate: Candidate) -> bool:
    """Return whether the word before a candidate makes it a known one."""
    return candidate.first > 0 and reading.tokens[candidate.first - 1].low in {"the", "its", "this"}


def is_name(candidate: Candidate) -> bool:
    """Return whether a candidate is a proper name, whole and by itself."""
    if candidate.kind not in {"base", "lead", "trail"} or candidate.phrase.time:
        return False
    tokens = candidate.reading.tokens
    if not (tokens[candidate.last].name and tokens[candidate.first].name):
        return False
    if candidate.first == 0 and _dateline(candidate):
        return False
    if candidate.first == 0 and candidate.first == candidate.last and (tokens[0].cue or 0 in candidate.reading.commodity_tokens):
        return False
    return candidate.words not in _SKIP


def _dateline(candidate: Candidate) -> bool:
    """Return whether a candidate is the place that a report opens with ("LONDON (Reuters) -", "PERTH, March 3 -")."""
    words = mention_of(candidate).text
    after = candidate.reading.tokens[candidate.last + 1].low if candidate.last + 1 < len(candidate.reading.tokens) else ""
    return words.isupper() and len(words) > 3 and after in {"(", ",", "-", "–", "/"}


def mention_of(candidate: Candidate) -> Mention:
    """Return a candidate as a mention of the text."""
    return Mention.at(candidate.reading.document.text, candidate.start, candidate.end)
