"""Subject and object: candidates of the sentence and of what went before, ranked by the cues around them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.relations import Key, relation_key, relation_names
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.claims.scene import Scene
from mineralclaims.spans import Mention

_REACH_LEFT = 60
_REACH_RIGHT = 40
_NAMES_AT_MOST = 4
HAS_OBJECT = frozenset({"stake", "share", "money", "tariff"})


class Option:
    """One possible filler: what it would put in the field (None: nothing), its features, where it comes from."""

    __slots__ = ("_mention", "candidate", "key", "memory", "own")

    def __init__(self, mention: Mention | None, own: tuple[str, ...], candidate: Candidate | None = None, memory: Memory | None = None, key: Key | None = None) -> None:
        """Make an option; without a mention it stands for its candidate's own words, or its memory's."""
        self._mention = mention
        self.own = own
        self.candidate = candidate
        self.memory = memory
        self.key = key

    @property
    def features(self) -> list[str]:
        """How it stands to the number."""
        return [*relation_names(self.key), *self.own] if self.key is not None else list(self.own)

    @property
    def source(self) -> Candidate | Memory | None:
        """Where it comes from; what is known of it whichever number is asked about."""
        return self.candidate or self.memory

    @property
    def static(self) -> tuple[str, ...]:
        """The features of where it comes from."""
        source = self.source
        return source.static if source is not None else ()

    @property
    def mention(self) -> Mention | None:
        """What it would put in the field."""
        if self._mention is None and self.source is not None:
            self._mention = self.source.mention
        return self._mention


def subject_options(scene: Scene, discourse: Discourse, claim_type: str, aspect: str) -> list[Option]:
    """Return the possible subjects of a claim."""
    options = _in_sentence(scene, discourse)
    options.extend(_from_before(scene, discourse, claim_type))
    options.append(_nothing(scene, aspect))
    return options


def object_options(scene: Scene, discourse: Discourse, aspect: str, subject: Mention | None) -> list[Option]:
    """Return the possible objects of a claim whose subject is known."""
    options = []
    start, end = (subject.span.start, subject.span.end) if subject is not None else (-1, -1)
    for candidate, key in _near(scene):
        if candidate.kind == "pronoun":
            continue
        own: tuple[str, ...] = ()
        if candidate.start < end and start < candidate.end:
            own = ("=subj",) if (candidate.start, candidate.end) == (start, end) else ("~subj",)
        options.append(Option(None, own, candidate, None, key))
    seen = 0
    for memory in reversed(discourse.names):
        seen += 1
        if seen > _NAMES_AT_MOST:
            break
        options.append(Option(None, (f"name{seen}", f"name_{min(scene.reading.number - memory.sentence, 3)}"), None, memory))
    if discourse.objects:
        last = discourse.objects[-1]
        gap = scene.reading.number - last.sentence
        options.append(Option(None, (f"prev_{min(gap, 2)}", f"prev_{min(gap, 2)}_{'q' if scene.position else 'f'}", f"prevasp={aspect}"), None, last))
    options.append(_nothing(scene, aspect))
    return options


def _near(scene: Scene) -> list[tuple[Candidate, Key]]:
    """Return the candidates of the sentence near the number with how they stand to it, found once."""
    if scene.near is None:
        low, high = scene.k - _REACH_LEFT, scene.k + _REACH_RIGHT
        scene.near = [(candidate, relation_key(scene, candidate)) for candidate in candidates(scene.reading) if low <= candidate.last and candidate.first <= high]
    return scene.near


def _in_sentence(scene: Scene, discourse: Discourse) -> list[Option]:
    """Return the candidates of the sentence near the number, pronouns and generic nouns as what they refer to."""
    options = []
    for candidate, key in _near(scene):
        mention = discourse.refers(candidate) if candidate.refers else None
        if mention is None:
            if candidate.kind == "pronoun":
                continue
            options.append(Option(None, (), candidate, None, key))
        else:
            options.append(Option(mention, _RESOLVED, candidate, None, key))
    return options


_RESOLVED = ("resolved",)


def _from_before(scene: Scene, discourse: Discourse, claim_type: str) -> list[Option]:
    """Return the parties that earlier claims settled on, the topic, and the first phrase of the sentence before."""
    options: list[Option] = []
    number = scene.reading.number
    seen: set[str] = set()
    first_here = "q" if scene.position else "f"
    governed = "Y" if scene.subject is not None else "N"
    for rank, memory in enumerate(discourse.subjects[-1:-4:-1]):
        words = memory.mention.text
        if words in seen:
            continue
        seen.add(words)
        gap = number - memory.sentence
        options.append(Option(None, _settled(rank, gap if gap < 2 else 2, memory.type == claim_type, first_here, memory.type, governed), None, memory))
    taken = 0
    for memory in reversed(discourse.names):
        words = memory.mention.text
        if words in seen:
            continue
        seen.add(words)
        taken += 1
        gap = number - memory.sentence
        options.append(Option(None, _named(taken if taken < 3 else 3, gap if gap < 3 else 3, first_here), None, memory))
        if taken >= _NAMES_AT_MOST:
            break
    topic = discourse.topic()
    if topic is not None and topic.sentence <= number and topic.mention.text not in seen:
        options.append(Option(None, ("topic", f"topic_{first_here}", "topic_0" if topic.sentence == number else "topic_1"), None, topic))
    first, end = scene.reading.document.quantity_range(number - 1) if number else (0, 0)
    if first < end:
        before = candidates(scene.reading.document.reading(number - 1))
        main = next((c for c in before if c.phrase.before in {"^", ",", "N"} and c.kind != "pronoun"), None)
        if main is not None and main.mention.text not in seen:
            options.append(Option(main.mention, ("before", f"before_{first_here}"), None, Memory(main.mention, "before", number - 1, main.static, main.scores)))
    return options


@cache
def _settled(rank: int, gap: int, same: bool, first_here: str, memory_type: str, governed: str) -> tuple[str, ...]:  # noqa: FBT001 - a key of the cache
    """Return the features of what an earlier claim settled on."""
    kind = "s" if same else "o"
    return (f"m{rank}", f"m{rank}_{gap}{kind}", f"m_{gap}{kind}{first_here}", f"mt={memory_type}", f"m_subj{governed}{gap}")


@cache
def _named(rank: int, gap: int, first_here: str) -> tuple[str, ...]:
    """Return the features of a name said before."""
    return (f"name{rank}", f"name_{gap}", f"name_{first_here}{gap}")


def _nothing(scene: Scene, aspect: str) -> Option:
    """Return the option that the text names nobody."""
    subject = scene.subject
    features = ["null", f"null_{aspect}", "null_gs" if subject is not None else "null_nogs", f"null_{'q' if scene.position else 'f'}"]
    features += [f"null_v:{cue}" for cue in scene.verb_cues]
    if subject is not None:
        features += [f"null_gs:{cue}" for cue in scene.reading.tokens[subject.last].cue[:2]]
        features.append(f"null_gsname{scene.reading.tokens[subject.last].name}")
    tokens, k = scene.reading.tokens, scene.k
    features.append(f"null_r={tokens[k + 1].low if k + 1 < len(tokens) and tokens[k + 1].tag in 'P,' else 'w'}")
    return Option(None, tuple(features))


def aspect_features(option: Option, aspect: str) -> tuple[str, str, str]:
    """Return the features that join the claim's aspect with a phrase's head and place."""
    candidate, key = option.candidate, option.key
    if candidate is None or key is None:
        return f"{aspect}^{option.own[0]}", "", ""
    return f"{aspect}^{candidate.head}", f"{aspect}^{key[0]}", f"{aspect}^{'gs' if str(key[6]).startswith('gs_') else candidate.kind}"
