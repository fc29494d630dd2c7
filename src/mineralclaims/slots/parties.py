"""Subject and object: candidates of the sentence and of what went before, ranked by the cues around them."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.groups import NOTHING, Group
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import generic, voices
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.party_features import (
    NOBODY,
    about_protagonist,
    about_topic,
    heard,
    in_focus,
    named,
    previous,
    settled,
)
from mineralclaims.slots.relations import STANDS, Near, near, near_by
from mineralclaims.spans import Mention

_NAMES_AT_MOST, _SUBJECTS_AT_MOST = 4, 2
_LOOK_BACK = 40
_AMOUNTS = frozenset({"production", "reserve", "grade"})
_OF_THE_TEXT = frozenset({"money", "production"})
_SAYING = frozenset({"say", "estimate", "forecast"})
_LINKING = frozenset({"P", ","})
BASE = frozenset({"base"})
HAS_OBJECT = frozenset({"stake", "share", "money", "tariff"})


Possible = tuple[Group, Group, Candidate | Memory | None, Mention | None] | Near
"""One possible filler as it is compared: how it stands to the number, what is known of it anyway, where it comes from, and what it would
put in the field where that is not its own words."""


def fitting(options: list[Possible], fits: Callable[[Candidate], bool]) -> list[Possible]:
    """Return the options that are candidates of the sentence and fit."""
    return [option for option in options if isinstance(option[2], Candidate) and fits(option[2])]


def is_of(option: Possible, phrase: Phrase, kinds: frozenset[str]) -> bool:
    """Return whether an option is a phrase of the sentence, taken in one of some ways."""
    source = option[2]
    return isinstance(source, Candidate) and source.phrase is phrase and source.kind in kinds


def of_phrase(options: list[Possible], phrase: Phrase, kinds: frozenset[str] = BASE) -> list[Possible]:
    """Return the options that are a phrase of the sentence, taken in one of some ways: as a whole unless they are given."""
    return [option for option in options if is_of(option, phrase, kinds)]


NOT_NAMED: Possible = (NOTHING, NOTHING, None, None)
"""The option that nobody is named."""


def without(options: list[Possible], phrase: Phrase | None) -> list[Possible]:
    """Return the options but a phrase of the sentence as a whole; all of them where there is no phrase, or no other option."""
    return options if phrase is None else [option for option in options if not is_of(option, phrase, BASE)] or options


def without_name(options: list[Possible], phrase: Phrase | None, scene: Scene) -> list[Possible]:
    """Return the options but those that a name of the sentence is remembered by; all of them where there is no phrase."""
    if phrase is None:
        return options
    reading = scene.reading
    words = reading.document.text[reading.tokens[phrase.first].start : reading.tokens[phrase.last].end]
    return [option for option in options if not isinstance(option[2], Memory) or option[2].words != words]


def without_between(options: list[Possible], reading: Reading, first: int, last: int) -> list[Possible]:
    """Return the options but those that stand from one token of a sentence to another."""
    return [option for option in options if not _stands_between(option[2], reading, first, last)]


def _stands_between(source: object, reading: Reading, first: int, last: int) -> bool:
    """Return whether an option is of a phrase of the sentence between two tokens."""
    return isinstance(source, Candidate) and source.reading is reading and first <= source.first <= last


def of_memory(options: list[Possible], memory: Memory) -> list[Possible]:
    """Return the option that is remembered from a claim before; else all options."""
    return [option for option in options if option[2] is memory] or options


class Option:
    """A possible filler looked at closely: what it would put in the field (None: nothing), its features, where it comes from."""

    __slots__ = ("_known", "mention", "own", "source")

    def __init__(self, own: Group, known: Group, source: Candidate | Memory | None, mention: Mention | None) -> None:
        """Make an option; without a mention it stands for the words of its source."""
        self.own = own
        self._known = known
        self.source = source
        self.mention = source.mention if mention is None and source is not None else mention

    @property
    def features(self) -> tuple[str, ...]:
        """How it stands to the number."""
        return self.own.names

    @property
    def static(self) -> tuple[str, ...]:
        """What is known of it whichever number is asked about."""
        return self._known.names

    @property
    def joined(self) -> tuple[str, ...]:
        """What counts together with the aspect of the claim."""
        return (*self._known.joined, *self.own.joined)

    @property
    def candidate(self) -> Candidate | None:
        """The candidate of the sentence that it is."""
        return self.source if isinstance(self.source, Candidate) else None

    @property
    def known(self) -> Group:
        """What is known of it, as it is remembered."""
        return NOTHING if self.source is None else self.source.group if isinstance(self.source, Memory) else self.source.bare


def subject_options(scene: Scene, discourse: Discourse, claim_type: str, aspect: str) -> list[Possible]:
    """Return the possible subjects of a claim, pronouns and generic nouns as what they refer to."""
    options = _of_sentence(near(scene), scene, discourse)
    _add_from_before(options, scene, discourse, claim_type)
    _add_focus(options, scene, discourse)
    options.append(_nothing(scene, aspect))
    return options


def phrase_options(scene: Scene, discourse: Discourse, phrase: Phrase, kinds: frozenset[str]) -> list[Possible]:
    """Return those of the possible subjects that are a phrase of the sentence, taken in one of some ways."""
    return _of_sentence(
        near_by(scene, [one for one in candidates(scene.reading) if one.phrase is phrase and one.kind in kinds]), scene, discourse
    )


def _of_sentence(stands: list[Near], scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the possible subjects of the sentence itself, of the candidates with their stands."""
    options: list[Possible] = []
    told_apart = _tells_apart(scene)
    for one in stands:
        candidate = one[2]
        if candidate.elsewhere:
            continue
        mention = discourse.refers(candidate) if candidate.referring else None
        if mention is not None:
            options.append((STANDS["resolved"][one[4]], candidate.group, candidate, mention))
            if candidate.kind == "base" and candidate.reading.lows[candidate.last] not in generic():
                options.append((STANDS["unresolved"][one[4]], candidate.group, candidate, None))
        elif not candidate.nobody and not (told_apart and _is_only_part(scene, candidate)):
            options.append(one)
    return options


def _tells_apart(scene: Scene) -> bool:
    """Return whether the sentence quotes a nameless voice, or somebody whose name may begin with a place."""
    tokens, subject = scene.reading.tokens, scene.subject
    voice = subject is not None and tokens[subject.last].low in voices()
    return voice or (scene.second >= 0 and not _SAYING.isdisjoint(tokens[scene.second].cue))


def _is_only_part(scene: Scene, candidate: Candidate) -> bool:
    """Return whether a candidate is only who asked a nameless voice, or the place in the name of who says the number."""
    subject, reading = scene.subject, scene.reading
    if subject is not None and subject.last < candidate.first < scene.verb and reading.lows[subject.last] in voices():
        return True
    speaks = scene.second >= 0 and not _SAYING.isdisjoint(reading.tokens[scene.second].cue)
    return candidate.kind == "lead" and candidate.phrase is scene.main and speaks and reading.tokens[candidate.last].name


def _is_source(candidate: Candidate) -> bool:
    """Return whether a phrase is whom a number is laid to: "according to the Kesh Budget Office"."""
    link, lows = candidate.phrase.link, candidate.reading.lows
    return link > 0 and lows[link] == "to" and lows[link - 1] == "according"


def object_options(scene: Scene, discourse: Discourse, aspect: str, chosen: Option) -> list[Possible]:
    """Return the possible objects of a claim whose subject is known: all but the subject itself."""
    options: list[Possible] = []
    subject = chosen.mention
    start, end = (subject.span.start, subject.span.end) if subject is not None else (-1, -1)
    for one in near(scene):
        candidate = one[2]
        if _is_source(candidate):
            continue
        if candidate.start < end and start < candidate.end:
            if candidate.kind != "pronoun" and (candidate.start, candidate.end) != (start, end):
                options.append((STANDS["~subj"][one[4]], candidate.group, candidate, None))
        elif candidate.kind != "pronoun":
            options.append(one)
        mention = discourse.refers(candidate) if candidate.referring else None
        if mention is not None and (subject is None or mention.text != subject.text):
            options.append((STANDS["resolved"][one[4]], candidate.group, candidate, mention))
    number = scene.reading.number
    words = subject.text if subject is not None else ""
    for rank, memory in enumerate(discourse.names[: -_NAMES_AT_MOST - 1 : -1], 1):
        if memory.words != words:
            options.append((heard(rank, min(number - memory.sentence, 3)), memory.group, memory, None))
    if discourse.objects and discourse.objects[-1].words != words:
        last = discourse.objects[-1]
        options.append((previous(min(number - last.sentence, 2), "q" if scene.position else "f", aspect), last.group, last, None))
    options.append(_nothing(scene, aspect, "none" if subject is None else chosen.known.head or "other"))
    return options


def _add_from_before(options: list[Possible], scene: Scene, discourse: Discourse, claim_type: str) -> None:
    """Add the parties that earlier claims settled on, the names said last, and whom the text is about.

    Amounts go on with the party of the amount before rather than with a name that was only said since, or is said first or most;
    a sum or what is produced is not that of a name that was only said in another sentence, unless no other was.
    """
    number = scene.reading.number
    seen: set[str] = set()
    goes_on = False
    first_here = "q" if scene.position else "f"
    governed = "Y" if scene.subject is not None else "N"
    for rank, memory in enumerate(discourse.subjects[-1 : -_SUBJECTS_AT_MOST - 1 : -1]):
        words = memory.words
        if words not in seen:
            seen.add(words)
            gap, head = min(2, number - memory.sentence), memory.group.head
            group = settled(rank, gap, memory.type == claim_type, first_here, memory.type, governed, head)
            options.append((group, memory.group, memory, None))
            goes_on = goes_on or (memory.type == claim_type and claim_type in _AMOUNTS)
    taken = 0
    said = discourse.names[: -_LOOK_BACK - 1 : -1]
    if goes_on or (claim_type in _OF_THE_TEXT and any([memory.words != said[0].words for memory in said])):
        said = []
    for memory in said:
        words = memory.words
        if words not in seen:
            seen.add(words)
            taken += 1
            gap = number - memory.sentence
            options.append((named(min(3, taken), min(3, gap), first_here, memory.group.head), memory.group, memory, None))
            if taken >= _NAMES_AT_MOST:
                break
    if goes_on or claim_type == "production":
        return
    topic = discourse.topic()
    if topic is not None and topic.sentence <= number and topic.words not in seen:
        options.append((about_topic(first_here, topic.sentence == number, topic.group.head), topic.group, topic, None))
        seen.add(topic.words)
    most = discourse.protagonist()
    if most is not None and most.words not in seen:
        options.append((about_protagonist(first_here, most.sentence > number, most.group.head), most.group, most, None))


def _add_focus(options: list[Possible], scene: Scene, discourse: Discourse) -> None:
    """Add the company and the country that the text is about there: whose it is where a sentence only says "net profit fell to $3m"."""
    reading, subject = scene.reading, scene.subject
    first = scene.k if subject is None else subject.first
    sort, first_here = _sort_of_subject(scene), "q" if scene.position else "f"
    known = antecedents_of(reading.document)
    for kind, mention in (("focus", known.company_before(reading, first)), ("land", known.country_before(reading, first))):
        if mention is not None:
            memory = discourse.focus(mention, kind)
            options.append((in_focus(kind, sort, first_here), memory.group, memory, None))


def _sort_of_subject(scene: Scene) -> str:
    """Return what the subject of the verb says of the need for another: the cue of its head, and whether it says whose it is."""
    subject, tokens = scene.subject, scene.reading.tokens
    if subject is None:
        return "none"
    head = tokens[subject.last]
    owned = "owned" if subject.possessor is not None or subject.of is not None or tokens[subject.first].name else "bare"
    return f"{head.cue[0] if head.cue else 'other'}_{owned}"


def _nothing(scene: Scene, aspect: str, subject_is: str = "") -> Possible:
    """Return the option that the text names nobody."""
    subject, tokens, k = scene.subject, scene.reading.tokens, scene.k
    head = tokens[subject.last] if subject is not None else None
    follows = tokens[k + 1].low if k + 1 < len(tokens) and tokens[k + 1].tag in _LINKING else "w"
    return (
        NOBODY[
            aspect,
            scene.position > 0,
            scene.verb_cues,
            None if head is None else head.cue[:2],
            head is not None and head.name,
            follows,
            subject_is,
        ],
        NOTHING,
        None,
        None,
    )
