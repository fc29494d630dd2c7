"""Subject and object: candidates of the sentence and of what went before, ranked by the cues around them."""

from __future__ import annotations

import attrs

from mineralclaims.claims.linear import model
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.relations import relation_features
from mineralclaims.slots.discourse import Discourse, Memory, mention_of
from mineralclaims.claims.scene import Scene
from mineralclaims.spans import Mention

_REACH_LEFT = 60
_REACH_RIGHT = 40
_NAMES_AT_MOST = 4
HAS_OBJECT = frozenset({"stake", "share", "money", "tariff"})


@attrs.frozen
class Option:
    """One possible filler: what it would put in the field (None: nothing), its features, where it comes from."""

    mention: Mention | None
    features: tuple[str, ...]
    static: tuple[str, ...] = ()
    candidate: Candidate | None = None


def subject_options(scene: Scene, discourse: Discourse, claim_type: str, aspect: str) -> list[Option]:
    """Return the possible subjects of a claim."""
    options = _in_sentence(scene, discourse, resolve=True)
    options.extend(_from_before(scene, discourse, claim_type))
    options.append(_nothing(scene, aspect))
    return options


def object_options(scene: Scene, discourse: Discourse, aspect: str, subject: Mention | None) -> list[Option]:
    """Return the possible objects of a claim whose subject is known."""
    options = []
    for option in _in_sentence(scene, discourse, resolve=False):
        if option.mention is not None and subject is not None and option.mention.span.overlaps(subject.span) and option.candidate is not None:
            same = option.mention.span == subject.span
            options.append(attrs.evolve(option, features=(*option.features, "=subj" if same else "~subj")))
        else:
            options.append(option)
    seen = 0
    for candidate in reversed(discourse.names):
        seen += 1
        if seen > _NAMES_AT_MOST:
            break
        options.append(Option(mention_of(candidate), (f"name{seen}", f"name_{min(scene.reading.number - candidate.reading.number, 3)}"), candidate.static))
    if discourse.objects:
        last = discourse.objects[-1]
        gap = scene.reading.number - last.sentence
        options.append(Option(last.mention, (f"prev_{min(gap, 2)}", f"prev_{min(gap, 2)}_{'q' if scene.position else 'f'}", f"prevasp={aspect}"), last.static))
    options.append(_nothing(scene, aspect))
    return options


def _in_sentence(scene: Scene, discourse: Discourse, *, resolve: bool) -> list[Option]:
    """Return the candidates of the sentence near the number."""
    options = []
    k = scene.k
    for candidate in candidates(scene.reading):
        if candidate.last < k - _REACH_LEFT or candidate.first > k + _REACH_RIGHT:
            continue
        mention = discourse.refers(candidate) if resolve else None
        features = relation_features(scene, candidate)
        if mention is None:
            if candidate.kind == "pronoun":
                continue
            mention = mention_of(candidate)
        else:
            features.append("resolved")
        options.append(Option(mention, tuple(features), candidate.static, candidate))
    return options


def _from_before(scene: Scene, discourse: Discourse, claim_type: str) -> list[Option]:
    """Return the parties that earlier claims settled on, the topic, and the first phrase of the sentence before."""
    options: list[Option] = []
    number = scene.reading.number
    seen: set[str] = set()
    first_here = "q" if scene.position else "f"
    for rank, memory in enumerate(_recent(discourse.subjects)):
        if memory.mention.text in seen:
            continue
        seen.add(memory.mention.text)
        gap = "0" if memory.sentence == number else "1" if memory.sentence == number - 1 else "2"
        same = "s" if memory.type == claim_type else "o"
        options.append(Option(memory.mention, (f"m{rank}", f"m{rank}_{gap}{same}", f"m_{gap}{same}{first_here}", f"mt={memory.type}", f"m_subj{'Y' if scene.subject is not None else 'N'}{gap}"), memory.static))
    number_of_names = 0
    for candidate in reversed(discourse.names):
        words = mention_of(candidate).text
        if words in seen:
            continue
        seen.add(words)
        number_of_names += 1
        gap = min(number - candidate.reading.number, 3)
        options.append(Option(mention_of(candidate), (f"name{min(number_of_names, 3)}", f"name_{gap}", f"name_{first_here}{gap}"), candidate.static))
        if number_of_names >= _NAMES_AT_MOST:
            break
    topic = discourse.topic()
    if topic is not None and topic.reading.number <= number:
        mention = mention_of(topic)
        if mention.text not in seen:
            options.append(Option(mention, ("topic", f"topic_{first_here}", f"topic_{'0' if topic.reading.number == number else '1'}"), topic.static))
    if number > 0:
        before = candidates(scene.reading.document.reading(number - 1))
        main = next((c for c in before if c.phrase.before in {"^", ",", "N"} and c.kind != "pronoun"), None)
        if main is not None and mention_of(main).text not in seen:
            options.append(Option(mention_of(main), ("before", f"before_{first_here}"), main.static))
    return options


def _recent(memories: list[Memory]) -> list[Memory]:
    """Return the last three memories, latest first."""
    return memories[-1:-4:-1]


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


def best(options: list[Option], decision: str, claim_type: str, aspect: str) -> Option:
    """Return the option with the highest score under a ranking decision; the earlier one on a tie."""
    table = model(decision).of(claim_type)
    general = table.get
    winner, top = options[-1], None
    for option in options:
        score = 0
        for name in option.features:
            score += general(name, 0)
        for name in option.static:
            score += general(name, 0)
        score += aspect_score(option, table, aspect)
        if top is None or score > top:
            winner, top = option, score
    return winner


def aspect_score(option: Option, table: dict[str, int], aspect: str) -> int:
    """Return what the aspect of the claim adds: which kinds of phrase fit it."""
    score = 0
    for name in aspect_features(option, aspect):
        score += table.get(name, 0)
    return score


def aspect_features(option: Option, aspect: str) -> list[str]:
    """Return the features that join the claim's aspect with a phrase's head and place."""
    if option.candidate is None:
        return [f"{aspect}^{option.features[0]}"]
    head = next((name for name in option.static if name.startswith(("hc=", "name", "country", "com!"))), "")
    return [f"{aspect}^{head}", f"{aspect}^{option.features[0][:1]}", f"{aspect}^{'gs' if 'gs' in option.features else option.candidate.kind}"]
