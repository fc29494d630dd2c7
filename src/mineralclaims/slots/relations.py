"""How a phrase stands to a number: on which side, how far, whether it is the subject of the verb that governs the number.

What is seen of a candidate is first put into one small key; the names of the features follow from the key alone. So the score of a key
can be remembered: the same stand recurs all the time, and is looked up instead of worked out again.
"""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.candidates import Candidate

_PREPS = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "between", "into", "over"})
_NEAR = ("1", "1", "2", "3", "3", "4", "4", "4", "4", "5", "5", "5", "5", "5", "5", "5")
_ADJACENT = 3
_LINKED = 6

LeftKey = tuple[str, str, int, str, str, str, str, tuple[str, ...], str, tuple[str, ...]]
RightKey = tuple[str, str, int, str, str, str, str, tuple[str, ...], tuple[str, ...], str]
Key = LeftKey | RightKey


def relation_key(scene: Scene, candidate: Candidate) -> Key:
    """Return how a candidate of the same sentence stands to the number, as a key."""
    k, first, last = scene.k, candidate.first, candidate.last
    phrase = candidate.phrase
    at = scene.reading.at
    tokens = scene.reading.tokens
    before = phrase.before if phrase.before in _PREPS else "o"
    if last < k:
        gap = k - last
        crossed = bisect_left(at, k) - bisect_left(at, last) if len(at) > 1 else 0
        subject = scene.subject
        role, cues = "", ()
        if subject is not None:
            if phrase is subject:
                role, cues = "gs_pass" if scene.passive else "gs_act", scene.verb_cues
            elif phrase.possessed is subject:
                role, cues = "gsp", tokens[subject.last].cue[:2]
            elif subject.of is phrase:
                role = "gsof"
        if phrase is scene.main and phrase is not subject:
            role = f"{role}+ms"
        between, adjacent = "", ()
        if gap <= _ADJACENT:
            between = "L>" + "_".join([token.low for token in tokens[last + 1 : k] if token.tag != "N"])
            adjacent = tokens[last].cue[:2]
        return ("L", _NEAR[gap] if gap < len(_NEAR) else "6", crossed if crossed < 2 else 2, candidate.kind, before, "v" if scene.verb > last else "n", role, cues, between, adjacent)
    gap = first - k
    crossed = bisect_left(at, first) - bisect_left(at, k + 1) if len(at) > 1 else 0
    link = "far"
    if phrase.first - k <= _LINKED:
        link = "_".join([token.low for token in tokens[k + 1 : phrase.first] if token.tag in "PSDVXC,"])[:24]
    direct, via = (), ()
    if gap > 1:
        direct = tokens[k + 1].cue[:2]
        via = tuple([tokens[index].cue[0] for index in range(max(k + 1, first - 5), first) if tokens[index].cue])
    agent = (scene.verb_cues[0] if scene.verb_cues else "-") if phrase.before == "by" else ""
    return ("R", _NEAR[gap] if gap < len(_NEAR) else "6", crossed if crossed < 2 else 2, candidate.kind, before, "", link, direct, via, agent)


def relation_names(key: Key) -> list[str]:
    """Return the features of a key."""
    side, near, crossed, kind, before = key[:5]
    found = [f"{side}{near}", f"{side}x{crossed}", f"{side}{near}{kind}"]
    if side == "L":
        _, _, _, _, _, verbs, role, cues, between, adjacent = key
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
    _, _, _, _, _, _, link, direct, via, agent = key
    found += (f"R>{link}", f"R>{link}_{kind}", f"R_{before}")
    found += (f"Rc:{cue}_{before}" for cue in direct)
    found += (f"Rvia:{cue}_{before}" for cue in via)
    if agent:
        found.append(f"by_{agent if agent != '-' else ''}")
    return found
