"""What earlier sentences left in mind: the topic, the last parties and speakers, and what pronouns refer to."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.groups import Group
from mineralclaims.claims.reading import Document, Reading
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.party_words import abbreviations, changes, country_words, generic, sites, voices
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, about_name, candidates
from mineralclaims.slots.cast import PERSON
from mineralclaims.slots.last_claim import LastClaim
from mineralclaims.slots.said_names import NO_PARTIES, speaker_in
from mineralclaims.spans import Mention

_THINGS = frozenset({"it", "they"})
_PERSONS = frozenset({"he", "she"})
_SAID = frozenset(
    [
        "said",
        "says",
        "say",
        "announced",
        "announces",
        "added",
        "estimates",
        "estimated",
        "reported",
        "believes",
        "expects",
        "hopes",
        "thinks",
    ]
)
_REGIONS = frozenset({"world", "country", "nation", "region", "continent", "kingdom", "state", "africa", "europe", "asia", "city"})
_OPENING = frozenset({"^", ",", "and", "N", "but", "-", "–", ":", '"', ")", "that", "while", "as"})
"""What stands before a phrase that is likely a subject."""

_LOOK_BACK = 3
_CLAUSES_BACK = 2
_SAYS = frozenset({"say", "forecast"})
_NAMES_BACK = 60


class Memory:
    """A party that an earlier claim settled on, or a name that was said."""

    __slots__ = ("group", "mention", "sentence", "type")

    def __init__(self, mention: Mention, kind: str, sentence: int, group: Group) -> None:
        """Remember a mention with its features; the type is that of the claim, or says how it was come by."""
        self.mention = mention
        self.type = kind
        self.sentence = sentence
        self.group = group


class Discourse:
    """The state of reading a document from its beginning: filled in claim by claim."""

    def __init__(self, document: Document) -> None:
        """Begin a document."""
        self.document = document
        self.subjects: list[Memory] = []
        self.objects: list[Memory] = []
        self.speakers: list[Memory] = []
        self.names: list[Memory] = []
        self.commodities: list[tuple[str, int]] = []
        self.last_claim = LastClaim()
        self.date: tuple[PartialDate, int] | None = None
        self.older_date: tuple[PartialDate, int] | None = None
        self.date_length = 0
        self.date_used = 0
        self.dates_said = 0
        self._heard_until = 0
        self._topic: Memory | None = None
        self._topic_known = False
        self._main: tuple[int, Candidate | None] = (-1, None)
        self._protagonist: Memory | None = None
        self._protagonist_known = False

    def remember_date(self, value: PartialDate, sentence: int) -> None:
        """Remember the date of a claim, and the last other one before it."""
        if self.date is None or self.date[0] != value:
            self.older_date = self.date
            self.date_length = len(str(value))
            self.date_used = 0
            self.dates_said += 1
        self.date_used += 1
        self.date = (value, sentence)

    def main_before(self, number: int) -> Candidate | None:
        """Return the first phrase of the sentence before sentence ``number``, where that has a quantity."""
        if self._main[0] != number:
            first, end = self.document.quantity_range(number - 1) if number else (0, 0)
            before = candidates(self.document.reading(number - 1)) if first < end else []
            self._main = (number, next((c for c in before if c.phrase.before in {"^", ",", "N"} and c.kind != "pronoun"), None))
        return self._main[1]

    def topic(self) -> Memory | None:
        """Return the first name of the document: what an article or press release is about, more often than not."""
        if not self._topic_known:
            self._topic_known = True
            for number in range(min(3, len(self.document.sentences))):
                self._topic = self._first_name(number)
                if self._topic is not None:
                    break
        return self._topic

    def protagonist(self) -> Memory | None:
        """Return the name that the text is about, by how often it is said and as what; None where it names nothing.

        An excerpt may begin in the middle of an article, and name whom it is about only later.
        """
        if not self._protagonist_known:
            self._protagonist_known = True
            actor = antecedents_of(self.document).cast.leading()
            if actor is not None:
                self._protagonist = self._named(actor.span, "protagonist", self.document.sentence_of(actor.span[0]))
        return self._protagonist

    def _named(self, place: tuple[int, int], kind: str, sentence: int) -> Memory:
        """Return a name by its place alone, as it is remembered."""
        mention = Mention.at(self.document.text, *place)
        return Memory(mention, kind, sentence, about_name(self.document.folded[slice(*place)], self.sort_of(mention)))

    def _first_name(self, number: int) -> Memory | None:
        """Return the first name of a sentence."""
        first, end = self.document.quantity_range(number)
        if first < end:
            named = next((c for c in candidates(self.document.reading(number)) if _is_party(c)), None)
            return Memory(self.remembered(named), "topic", number, named.bare) if named is not None else None
        first_named = antecedents_of(self.document).cast.first_in(*self.document.sentences[number])
        return None if first_named is None else self._named(first_named.span, "topic", number)

    def listen(self, number: int) -> None:
        """Take note of the names and speakers in the sentences before ``number`` that were passed over or are done with.

        A sentence without a quantity is not read for that: its names and speaker are found by their capitals and by "said".
        """
        if number == self._heard_until:
            return
        for passed in range(max(self._heard_until, number - _LOOK_BACK), number):
            first, end = self.document.quantity_range(passed)
            if first < end:
                for candidate in candidates(self.document.reading(passed)):
                    if candidate.kind != "pronoun" and is_name(candidate):
                        self.names.append(Memory(self.remembered(candidate), "name", passed, candidate.bare))
            else:
                for _, _, actor in antecedents_of(self.document).cast.named_in(*self.document.sentences[passed]):
                    mention = Mention.at(self.document.text, *actor.whole.span)
                    self.names.append(Memory(mention, "name", passed, about_name(mention.text, actor.whole.known)))
                speaker = speaker_in(self.document, passed)
                if speaker is not None:
                    self.speakers.append(self._named(speaker, "heard", passed))
        self._heard_until = number

    def refers(self, candidate: Candidate) -> Mention | None:
        """Return what a pronoun or a generic noun ("the company") refers to, or None where it stands for itself."""
        if candidate.kind == "pronoun" and self.speakers and candidate.reading.lows[candidate.last] in _PERSONS:
            return self.speakers[-1].mention
        if not candidate.settled:
            candidate.referent = self._referent(candidate)
            candidate.settled = True
        return candidate.referent

    def _referent(self, candidate: Candidate) -> Mention | None:
        """Return what a candidate refers to, whoever spoke last."""
        reading, first = candidate.reading, candidate.first
        word = reading.lows[candidate.last]
        if candidate.kind == "pronoun":
            if word in _THINGS:
                return (
                    self._speaker_before(reading, first)
                    or (self._clause_before(reading, first) if word == "it" else None)
                    or self._place(antecedents_of(self.document).thing_before(reading.tokens[first].start, reading.number))
                )
            return self._name_before(reading, first) if word in _PERSONS else None
        if first == candidate.last and word in names_of_demonyms():
            return self._country_of(word)
        if _definite(reading, candidate) and _nameless(reading, candidate):
            if word in generic():
                return self.company_before(reading, first)
            plain = first == candidate.last or (word in sites() and candidate.last - first == 1)  # "the hole", "the drill hole"
            if plain and (word in sites() or word == "country"):
                return self._named_like(reading, first, word)
        return None

    def _clause_before(self, reading: Reading, first: int) -> Mention | None:
        """Return what the clause before "it" is about, where that is a thing and no name ("while trade makes up a half, it …").

        It is looked for in the same sentence, and for an "it" that opens a sentence, and says nothing, in the sentence before.
        """
        verbs = reading.verbs
        at = bisect_left(verbs, first)
        number = reading.number
        if at == len(verbs) or not _SAYS.isdisjoint(reading.tokens[verbs[at]].cue):
            return None
        if at == 0 and number and first <= 1:
            reading = self.document.reading(number - 1)
            verbs, first, at = reading.verbs, len(reading.tokens), 1
        for verb in reversed(verbs[max(0, at - _CLAUSES_BACK) : at]):
            phrase = find_subject(reading, verb)
            if phrase is not None and phrase.last < first and phrase.kind == "base" and not phrase.time:
                low = reading.lows[phrase.last]
                named = phrase.name or low in generic() or low in voices() or low.endswith("s") or low in changes()
                tokens = reading.tokens
                return None if named else Mention.at(self.document.text, tokens[phrase.first].start, tokens[phrase.last].end)
        return None

    def _speaker_before(self, reading: Reading, first: int) -> Mention | None:
        """Return who says what a pronoun opens ("X said it would"): a name, whose official it is, or the company that is meant."""
        tokens = reading.tokens
        verb = first - 1 if first and tokens[first - 1].low != "that" else first - 2
        if verb < 1 or tokens[verb].tag != "V" or tokens[verb].low not in _SAID:
            return None
        phrase = find_subject(reading, verb)
        if phrase is None or phrase.kind == "pronoun":
            return None
        if not tokens[phrase.last].name and phrase.of is not None:
            phrase = phrase.of
        if tokens[phrase.last].name:
            said = next((c for c in candidates(reading) if c.phrase is phrase and c.kind == "base"), None)
            return None if said is None or antecedents_of(self.document).cast.kind_of(said.mention.text) == PERSON else said.mention
        return self.company_before(reading, phrase.first) if tokens[phrase.last].low in generic() else None

    def company_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the company that the text is about at a token: whom "the company" would mean there."""
        return self._place(antecedents_of(self.document).company_before(reading.tokens[first].start, reading.number))

    def country_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the country that the text is about at a token."""
        return self._place(antecedents_of(self.document).country_before(reading.tokens[first].start, reading.number))

    def sort_of(self, mention: Mention) -> str:
        """Return what a name is known to be."""
        return antecedents_of(self.document).cast.kind_of(mention.text)

    def remembered(self, candidate: Candidate) -> Mention:
        """Return a name as it is remembered: a demonym as its country, where the text names that."""
        low = candidate.reading.lows[candidate.last]
        if candidate.first == candidate.last and low in names_of_demonyms():
            return self._country_of(low) or candidate.mention
        return self._place(antecedents_of(self.document).cast.whole(candidate.mention.text)) or candidate.mention

    def _place(self, place: tuple[int, int] | None) -> Mention | None:
        """Return a place in the text as a mention."""
        return None if place is None else Mention.at(self.document.text, *place)

    def _country_of(self, demonym: str) -> Mention | None:
        """Return the country of a demonym where the text names it too ("Chilean exports … Chile")."""
        folded = self.document.folded
        for name in names_of_demonyms()[demonym]:
            at = folded.find(name)
            while at >= 0 and (folded[max(0, at - 1) : at].isalnum() or folded[at + len(name) : at + len(name) + 1].isalnum()):
                at = folded.find(name, at + 1)
            if at >= 0:
                return Mention.at(self.document.text, at, at + len(name))
        return None

    def _named_like(self, reading: Reading, first: int, word: str) -> Mention | None:
        """Return the nearest earlier name that says what it is with the same word ("Tano block" for "the block"), or a country."""
        for number in range(reading.number, max(-1, reading.number - 1 - 2 * _LOOK_BACK), -1):
            for candidate in candidates(self.document.reading(number))[: -_NAMES_BACK - 1 : -1]:
                if number == reading.number and candidate.last >= first:
                    continue
                tokens = candidate.reading.tokens
                if (
                    candidate.kind not in {"base", "lead"}
                    or not (tokens[candidate.first].name or tokens[candidate.last].name)
                    or (candidate.first == candidate.last and word != "country")
                ):
                    continue
                ends = {tokens[candidate.last].low, tokens[candidate.first].low}
                if (
                    (word == "country" and "country" in candidate.bare.names and not _dateline(candidate))
                    or word in ends
                    or f"{word}s" in ends
                    or (word == "hole" and "drillhole" in ends)
                ):
                    return candidate.mention
        return None

    def _name_before(self, reading: Reading, first: int) -> Mention | None:
        """Return the nearest name in subject position before a token, else the topic."""
        if reading.opening_name is None:
            reading.opening_name = next(
                (c for c in candidates(reading) if c.phrase.before in _OPENING and c.phrase.possessed is None and _is_party(c)),
                False,
            )
        if reading.opening_name and reading.opening_name.last < first:
            return reading.opening_name.mention
        for number in range(reading.number - 1, max(-1, reading.number - 1 - _LOOK_BACK), -1):
            for candidate in candidates(self.document.reading(number)):
                if (
                    _is_party(candidate)
                    and candidate.phrase.possessed is None
                    and candidate.phrase.before
                    not in {
                        "of",
                        "in",
                        "at",
                        "on",
                        "from",
                        "by",
                        "for",
                        "to",
                        "with",
                    }
                ):
                    return candidate.mention
        topic = self.topic()
        return topic.mention if topic is not None and topic.mention.span.start < reading.tokens[first].start else None


def _definite(reading: Reading, candidate: Candidate) -> bool:
    """Return whether the words before a candidate make it a known one: "the", "its", or "Africa's", "the world's"."""
    owner = candidate.phrase.possessor
    if owner is not None:
        head = reading.tokens[owner.last].low
        return head in _REGIONS or head in country_words()
    return candidate.first > 0 and reading.tokens[candidate.first - 1].low in {"the", "its", "this"}


def _nameless(reading: Reading, candidate: Candidate) -> bool:
    """Return whether a candidate has no name of its own: "company", "Perth-based miner", "Canadian lender"."""
    return all(
        not token.name or "-" in token.low or token.low in country_words() or token.low in generic()
        for token in reading.tokens[candidate.first : candidate.last + 1]
    )


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
    if tokens[candidate.last].low in abbreviations():
        return False
    return candidate.words not in NO_PARTIES and not (candidate.first == candidate.last and candidate.words in generic())


def _is_party(candidate: Candidate) -> bool:
    """Return whether a candidate is a name that "it" or "the company" may mean: not the "Canadian" of "a Canadian miner"."""
    return is_name(candidate) and not (candidate.kind == "lead" and candidate.words in names_of_demonyms())


def _dateline(candidate: Candidate) -> bool:
    """Return whether a candidate is the place that a report opens with ("LONDON (Reuters) -", "PERTH, March 3 -")."""
    words = candidate.mention.text
    after = candidate.reading.tokens[candidate.last + 1].low if candidate.last + 1 < len(candidate.reading.tokens) else ""
    return words.isupper() and len(words) > 3 and after in {"(", ",", "-", "–", "/"}
