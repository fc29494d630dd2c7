"""How a phrase stands to a number: on which side, how far, whether it is the subject of the verb that governs the number.

What is seen of a candidate is first put into one small key; the names of the features follow from the key alone. So the score of a key
can be remembered: the same stand recurs all the time, and is looked up instead of worked out again.
"""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.groups import Group, Groups
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.text.tags import OWN, VERB

_PREPS = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "between", "into", "over"})
_WITHOUT = {"and": "c", "or": "c", ",": ",", "including": "inc", "excluding": "inc", "like": "inc", "such": "inc"}
_REACH_LEFT = 60
_REACH_RIGHT = 40
_NEAR = ("1", "1", "2", "3", "3", *["4"] * 4, *["5"] * 7, *["6"] * (_REACH_LEFT - 15))
_VIA = 5
_ADJACENT = 3
_OWNED_WITHIN = 12
_LINKED = 6

LeftKey = tuple[str, str, int, str, str, str, str, tuple[str, ...], str, tuple[str, ...], str, str]
RightKey = tuple[str, str, int, str, str, str, str, tuple[str, ...], tuple[str, ...], str, str, str]
Key = LeftKey | RightKey
Near = tuple[Group, Group, Candidate, None, Key]
"""A candidate near a number, as it is compared: how it stands to the number, what is known of it, itself, nothing else, and the key of its stand."""


def _linked(scene: Scene, phrase: Phrase) -> str:
    """Return what links a phrase to what stands before it: a preposition, a comma, "and", the verb of the number or another (its object)."""
    before = phrase.before
    if before in _PREPS:
        return before
    if phrase.link >= 0 and scene.reading.tokens[phrase.link].tag == VERB:
        return "do" if phrase.link == scene.verb else "ov"
    return _WITHOUT.get(before, "o")


def _owned(scene: Scene) -> bool:
    """Return whether something between the verb and the number is said to be its subject's: "sold a third of its oil, 5 Mt"."""
    return not OWN.isdisjoint(scene.reading.lows[max(scene.verb, scene.k - _OWNED_WITHIN) + 1 : scene.k])


def _left_key(scene: Scene, candidate: Candidate) -> LeftKey:
    """Return how a candidate before the number stands to it."""
    k, last, phrase, reading, subject = scene.k, candidate.last, candidate.phrase, scene.reading, scene.subject
    gap = k - last
    crossed = scene.position - bisect_left(reading.at, last) if scene.position else 0
    role = ""
    cues: tuple[str, ...] = ()
    if subject is not None:
        if phrase is subject:
            role, cues = "gs_pass" if scene.passive else "gs_act", (*scene.verb_cues, "its") if _owned(scene) else scene.verb_cues
        elif phrase.possessed is subject:
            role, cues = "gsp", reading.tokens[subject.last].cue[:2]
        elif subject.of is phrase:
            role = "gsof"
    if phrase is scene.main and phrase is not subject:
        role = f"{role}+ms"
    between = ""
    adjacent: tuple[str, ...] = ()
    if gap <= _ADJACENT:
        between = "L>" + "_".join([token.low for token in reading.tokens[last + 1 : k] if token.tag != "N"])
        adjacent = reading.tokens[last].cue[:2]
    return (
        "L", _NEAR[gap], min(2, crossed), candidate.kind, _linked(scene, phrase),
        "v" if scene.verb > last else "n", role, cues, between, adjacent, candidate.group.head, candidate.group.own,
    )  # fmt: skip


def _right_key(scene: Scene, candidate: Candidate) -> RightKey:
    """Return how a candidate after the number stands to it."""
    k, first, phrase, reading = scene.k, candidate.first, candidate.phrase, scene.reading
    gap = first - k
    crossed = bisect_left(reading.at, first) - scene.position - 1
    link = "far"
    if phrase.first - k <= _LINKED:
        link = "_".join([token.low for token in reading.tokens[k + 1 : phrase.first] if token.tag in "PSDVXC,"])[:24]
    direct: tuple[str, ...] = ()
    via: tuple[str, ...] = ()
    if gap > 1:
        tokens, places = reading.tokens, reading.cue_places
        direct = tokens[k + 1].cue[:2]
        begin = bisect_left(places, max(k + 1, first - _VIA))
        via = tuple([tokens[index].cue[0] for index in places[begin : bisect_left(places, first, begin)]])
    agent = (scene.verb_cues[0] if scene.verb_cues else "-") if phrase.before == "by" else ""
    return (
        "R",
        _NEAR[gap],
        min(2, crossed),
        candidate.kind,
        _linked(scene, phrase),
        "",
        link,
        direct,
        via,
        agent,
        candidate.group.head,
        candidate.group.own,
    )


def _stand(own: tuple[str, ...]) -> Groups[Key]:
    """Return the groups of stands that have some features more."""
    return Groups(
        lambda key: Group(
            (*relation_names(key), *(pairs := paired(key)), *own),
            (str(key[0]), "gs" if str(key[6]).startswith("gs_") else str(key[3]), *pairs),
        )
    )


def paired(key: Key) -> list[str]:
    """Return how a phrase stands together with what sort of thing its head names: it may be each alone and not both."""
    side, before, verbs, role, head, own = key[0], key[4], key[5], str(key[6]), key[10], key[11]
    if side == "R":
        return [f"R_{before}~{head}", *[f"R~own={own}"] * bool(own)]
    stand, _, main = role.partition("+")
    found = [f"{stand or f'L_{before}_{verbs}'}~{head}"]
    if own:
        found.append(f"{stand or 'L'}~own={own}")
    return [*found, f"{main}~{head}"] if main else found


STANDS = {name: _stand((name,) if name else ()) for name in ("", "resolved", "unresolved", "~subj")}
"""The features of a stand: of a phrase as it is, of one that refers to another, of one that overlaps the subject."""


def near(scene: Scene) -> list[Near]:
    """Return the candidates of the sentence within reach of the number with how they stand to it, found once."""
    if scene.near is None:
        scene.near = near_by(scene, candidates(scene.reading))
    return scene.near


def _key(scene: Scene, candidate: Candidate) -> Key:
    """Return how a candidate stands to the number, before or behind it."""
    return _left_key(scene, candidate) if candidate.last < scene.k else _right_key(scene, candidate)


def near_by(scene: Scene, some: list[Candidate]) -> list[Near]:
    """Return those of some candidates that are within reach of the number with how they stand to it."""
    k, plain, found = scene.k, STANDS[""], list[Near]()
    low, high = k - _REACH_LEFT, k + _REACH_RIGHT
    for candidate in some:
        if low <= candidate.last and candidate.first <= high:
            key = _key(scene, candidate)
            found.append((plain[key], candidate.group, candidate, None, key))
    return found


def stand(scene: Scene, candidate: Candidate) -> Group:
    """Return how a candidate stands to the number."""
    return STANDS[""][_key(scene, candidate)]


def relation_names(key: Key) -> list[str]:
    """Return the features of a key."""
    side, near, crossed, kind, before = key[:5]
    found = [f"{side}{near}", f"{side}x{crossed}", f"{side}{near}{kind}"]
    if side == "L":
        _, _, _, _, _, verbs, role, cues, between, adjacent, _, _ = key
        stand, _, main = str(role).partition("+")
        if stand.startswith("gs_"):
            found += ("gs", f"gs_{kind}", stand, *(f"gs:{cue}" for cue in cues))
        elif stand == "gsp":
            found += ("gsp", *(f"gsp:{cue}" for cue in cues))
        elif stand:
            found.append(stand)
        if main:
            found.append(main)
        found += ("vb" if verbs == "v" else "nvb", f"L_{before}_{verbs}")
        if between:
            found += (str(between), *(f"adjL:{cue}" for cue in adjacent))
        return found
    _, _, _, _, _, _, link, direct, via, agent, _, _ = key
    found += (f"R>{link}", f"R>{link}_{kind}", f"R_{before}")
    found += (f"Rc:{cue}_{before}" for cue in direct)
    found += (f"Rvia:{cue}_{before}" for cue in via)
    if agent:
        found.append(f"by_{agent if agent != '-' else ''}")
    return found
