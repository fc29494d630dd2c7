"""What earlier sentences left in mind: the topic, the last parties and speakers, and what pronouns refer to."""

from __future__ import annotations

from collections import Counter

from mineralclaims.claims.document import Document
from mineralclaims.claims.groups import Group
from mineralclaims.normalize.dates import PartialDate
from mineralclaims.slots.actors import BODY, COMPANY, PLACE
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.described import about_name
from mineralclaims.slots.last_claim import LastClaim
from mineralclaims.slots.proper_names import in_full, is_name, is_party
from mineralclaims.slots.referents import referent
from mineralclaims.slots.said_names import Place, speaker_in
from mineralclaims.spans import Mention, Span

_PERSONS = frozenset({"he", "she", "him", "her"})
_NO_PERSONS = frozenset({COMPANY, BODY, PLACE})
_LOOK_BACK, _SPEAKERS_BACK = 3, 4
_KEPT = 60  # memories of a sort: more than anything looks back


class Memory:
    """A party that an earlier claim settled on, or a name that was said."""

    __slots__ = ("_document", "_mention", "_place", "group", "sentence", "type", "words")

    def __init__(self, document: Document, place: Place, kind: str, sentence: int, group: Group) -> None:
        """Remember the words at a place with their features; the type is that of the claim, or says how it was come by."""
        self._document = document
        self._place = place
        self._mention: Mention | None = None
        self.words = document.text[place[0] : place[1]]
        self.type = kind
        self.sentence = sentence
        self.group = group

    @property
    def mention(self) -> Mention:
        """The words as a piece of the text, made once: few that are remembered are ever chosen."""
        if self._mention is None:
            self._mention = Mention(self.words, Span(*self._place))
        return self._mention


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
        self.session: tuple[PartialDate, int] | None = None
        self.date_length = 0
        self.date_used = 0
        self.dates_said = 0
        self._heard_until = 0
        self._counted = -1
        self._commodity_names: Counter[str] = Counter()
        self.topic_commodity: str | None = None  # what the sentences with quantities so far name most
        self._topic: Memory | None = None
        self._topic_known = False
        self._focus: dict[tuple[str, int], Memory] = {}
        self._coming: tuple[int, Memory | None] = (-1, None)
        self._protagonist: Memory | None = None
        self._protagonist_known = False

    def remember_date(self, value: PartialDate, sentence: int) -> None:
        """Remember the date of a claim that the text may go on about, and the last other one before it."""
        if self.date is None or self.date[0] != value:
            self.older_date = self.date
            self.date_length = len(str(value))
            self.date_used = 0
            self.dates_said += 1
        self.date_used += 1
        self.date = (value, sentence)

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
                self._protagonist = self._named(actor.span, "protagonist")
        return self._protagonist

    def remember(self, mention: Mention, claim_type: str, sentence: int, group: Group) -> Memory:
        """Return what a claim settled on, as it is remembered."""
        return Memory(self.document, (mention.span.start, mention.span.end), claim_type, sentence, group)

    def focus(self, mention: Mention, kind: str) -> Memory:
        """Return whom the text is about at some place, as it is remembered; made once."""
        key = (kind, mention.span.start)
        if key not in self._focus:
            sort = antecedents_of(self.document).cast.kind_of(mention.text)
            self._focus[key] = self.remember(
                mention, kind, self.document.sentence_of(mention.span.start), about_name(mention.text, sort)
            )
        return self._focus[key]

    def _named(self, place: Place, kind: str, sentence: int | None = None) -> Memory:
        """Return a name by its place alone, as it is remembered."""
        sort = antecedents_of(self.document).cast.kind_of(self.document.text[slice(*place)])
        group = about_name(self.document.folded[slice(*place)], sort)
        return Memory(self.document, place, kind, self.document.sentence_of(place[0]) if sentence is None else sentence, group)

    def _first_name(self, number: int) -> Memory | None:
        """Return the first name of a sentence."""
        first, end = self.document.quantity_range(number)
        if first < end:
            named = next((c for c in candidates(self.document.reading(number)) if is_party(c)), None)
            return Memory(self.document, in_full(named), "topic", number, named.bare) if named is not None else None
        first_named = antecedents_of(self.document).cast.first_in(*self.document.sentences[number])
        return None if first_named is None else self._named(first_named.span, "topic", number)

    def _count_commodities(self, number: int) -> None:
        """Count what sentence ``number`` names."""
        self._counted = number
        named = [one.name for one in self.document.reading(number).commodities]
        if named:
            self._commodity_names.update(named)
            self.topic_commodity = max(self._commodity_names, key=self._commodity_names.__getitem__)

    def listen(self, number: int) -> None:
        """Take note of the names and speakers in the sentences before ``number`` that were passed over or are done with.

        A sentence without a quantity is not read for that: its names and speaker are found by their capitals and by "said".
        """
        if number > self._counted:
            self._count_commodities(number)
        if number == self._heard_until:
            return
        self._forget()
        for passed in range(max(self._heard_until, number - _LOOK_BACK), number):
            first, end = self.document.quantity_range(passed)
            if first < end:
                for candidate in candidates(self.document.reading(passed)):
                    if candidate.kind != "pronoun" and is_name(candidate):
                        self.names.append(Memory(self.document, in_full(candidate), "name", passed, candidate.bare))
            else:
                for actor in antecedents_of(self.document).cast.named_in(*self.document.sentences[passed]):
                    whole = actor.whole
                    group = about_name(self.document.text[slice(*whole.span)], whole.known)
                    self.names.append(Memory(self.document, whole.span, "name", passed, group))
                speaker = speaker_in(self.document, passed)
                if speaker is not None:
                    self.speakers.append(self._named(speaker, "heard", passed))
        self._heard_until = number

    def _forget(self) -> None:
        """Let go of what nothing looks back to any more, so that a long text fills no memory and needs no garbage collector."""
        for memories in (self.subjects, self.objects, self.speakers, self.names, self.commodities):
            if len(memories) > 2 * _KEPT:
                del memories[:-_KEPT]

    def speaker_after(self, number: int) -> Memory | None:
        """Return who speaks in the sentence after one, where that goes on in the same paragraph."""
        if self._coming[0] != number:
            following = number + 1
            found = None
            if following < len(self.document.sentences):
                start = self.document.sentences[following][0]
                place = None if self.document.opens_paragraph(start) else speaker_in(self.document, following)
                found = None if place is None else self._named(place, "next", following)
            self._coming = (number, found)
        return self._coming[1]

    def refers(self, candidate: Candidate) -> Mention | None:
        """Return what a pronoun or a generic noun ("the company") refers to, or None where it stands for itself."""
        person = candidate.kind == "pronoun" and candidate.reading.lows[candidate.last] in _PERSONS
        if person and self.speakers:
            return self._person_speaking()
        if not candidate.settled:
            candidate.referent = referent(candidate) or (self._topic_before(candidate.start) if person else None)
            candidate.settled = True
        return candidate.referent

    def _person_speaking(self) -> Mention:
        """Return the last speaker that may be a person, else the last one."""
        kind_of = antecedents_of(self.document).cast.kind_of
        recent = self.speakers[: -_SPEAKERS_BACK - 1 : -1]
        return next((one.mention for one in recent if kind_of(one.mention.text) not in _NO_PERSONS), self.speakers[-1].mention)

    def _topic_before(self, position: int) -> Mention | None:
        """Return the topic where the text names it before a position and it may be a person."""
        topic = self.topic()
        if topic is None or topic.mention.span.start >= position:
            return None
        return None if antecedents_of(self.document).cast.kind_of(topic.mention.text) in _NO_PERSONS else topic.mention
