"""How a phrase stands to a number: on which side, how far, whether it is the subject of the verb that governs the number."""

from __future__ import annotations

from bisect import bisect_left
from functools import cache

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.candidates import Candidate

_PREPS = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "between", "into", "over"})
_NEAR = ("1", "1", "2", "3", "3", "4", "4", "4", "4", "5", "5", "5", "5", "5", "5", "5")
_ADJACENT = 3
_LINKED = 6


def relation_features(scene: Scene, candidate: Candidate) -> list[str]:
    """Return the features of a candidate of the same sentence with respect to the number."""
    k, first, last = scene.k, candidate.first, candidate.last
    at = scene.reading.at
    if last < k:
        gap = k - last
        crossed = bisect_left(at, k) - bisect_left(at, last)
        found = list(_place("L", _NEAR[gap] if gap < len(_NEAR) else "6", min(crossed, 2), candidate.kind))
        _left(scene, candidate, gap, found)
    else:
        gap = first - k
        crossed = bisect_left(at, first) - bisect_left(at, k + 1)
        found = list(_place("R", _NEAR[gap] if gap < len(_NEAR) else "6", min(crossed, 2), candidate.kind))
        _right(scene, candidate, gap, found)
    return found


@cache
def _place(side: str, near: str, crossed: int, kind: str) -> tuple[str, ...]:
    """Return the features of a side and distance."""
    return (f"{side}{near}", f"{side}x{crossed}", f"{side}{near}{kind}")


def _left(scene: Scene, candidate: Candidate, gap: int, found: list[str]) -> None:
    """Add the features of a candidate before the number."""
    phrase, subject = candidate.phrase, scene.subject
    tokens = scene.reading.tokens
    if phrase is subject:
        found += ("gs", f"gs_{candidate.kind}", "gs_pass" if scene.passive else "gs_act")
        found += [f"gs:{cue}" for cue in scene.verb_cues]
    elif subject is not None:
        if phrase.possessed is subject:
            found.append("gsp")
            found += [f"gsp:{cue}" for cue in tokens[subject.last].cue[:2]]
        if subject.of is phrase:
            found.append("gsof")
    if phrase is scene.main and phrase is not subject:
        found.append("ms")
    before = phrase.before if phrase.before in _PREPS else "o"
    if scene.verb > candidate.last:
        found += ("vb", f"L_{before}_v")
    else:
        found += ("nvb", f"L_{before}_n")
    if gap <= _ADJACENT:
        found.append("L>" + "_".join([token.low for token in tokens[candidate.last + 1 : scene.k] if token.tag != "N"]))
        found += [f"adjL:{cue}" for cue in tokens[candidate.last].cue[:2]]


def _right(scene: Scene, candidate: Candidate, gap: int, found: list[str]) -> None:
    """Add the features of a candidate after the number."""
    phrase, k = candidate.phrase, scene.k
    tokens = scene.reading.tokens
    link = "far"
    if phrase.first - k <= _LINKED:
        link = "_".join([token.low for token in tokens[k + 1 : phrase.first] if token.tag in "PSDVXC,"])[:24]
    before = phrase.before if phrase.before in _PREPS else "o"
    found += (f"R>{link}", f"R>{link}_{candidate.kind}", f"R_{before}")
    if gap > 1:
        found += [f"Rc:{cue}_{before}" for cue in tokens[k + 1].cue[:2]]
        found += [f"Rvia:{tokens[index].cue[0]}_{before}" for index in range(max(k + 1, candidate.first - 5), candidate.first) if tokens[index].cue]
    if phrase.before == "by":
        found.append(f"by_{scene.verb_cues[0] if scene.verb_cues else ''}")
