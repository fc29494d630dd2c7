"""How a phrase stands to a number: on which side, how far, whether it is the subject of the verb that governs the number."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.candidates import Candidate


def relation_features(scene: Scene, candidate: Candidate) -> list[str]:
    """Return the features of a candidate of the same sentence with respect to the number."""
    k, first, last, phrase = scene.k, candidate.first, candidate.last, candidate.phrase
    tokens = scene.reading.tokens
    left = last < k
    gap = k - last if left else first - k
    at = scene.reading.at
    crossed = sum(1 for place in at if (last < place < k if left else k < place < first))
    side = "L" if left else "R"
    near = "1" if gap == 1 else "2" if gap == 2 else "3" if gap <= 4 else "4" if gap <= 8 else "5" if gap <= 15 else "6"
    found = [f"{side}{near}", f"{side}x{min(crossed, 2)}", f"{side}{near}{candidate.kind}"]
    add = found.append
    before = phrase.before
    if left:
        if phrase is scene.subject:
            add("gs")
            add(f"gs_{candidate.kind}")
            add("gs_pass" if scene.passive else "gs_act")
            for cue in scene.verb_cues:
                add(f"gs:{cue}")
        elif phrase.possessed is not None and phrase.possessed is scene.subject:
            add("gsp")
            for cue in tokens[scene.subject.last].cue[:2]:
                add(f"gsp:{cue}")
        if phrase is scene.main and phrase is not scene.subject:
            add("ms")
        if scene.subject is not None and scene.subject.of is phrase:
            add("gsof")
        verbs_between = scene.verb > last
        add("vb" if verbs_between else "nvb")
        add(f"L_{before if before in _PREPS else 'o'}_{'v' if verbs_between else 'n'}")
        if gap <= 3:
            add("L>" + "_".join(token.low for token in tokens[last + 1 : k] if token.tag != "N"))
            for cue in tokens[last].cue[:2]:
                add(f"adjL:{cue}")
    else:
        link = "_".join(token.low for token in tokens[k + 1 : phrase.first] if token.tag in "PSDVXC," and token.tag)[:24] if phrase.first - k <= 6 else "far"
        add(f"R>{link}")
        add(f"R>{link}_{candidate.kind}")
        add(f"R_{before if before in _PREPS else 'o'}")
        if gap > 1:
            for cue in tokens[k + 1].cue[:2]:
                add(f"Rc:{cue}_{before if before in _PREPS else 'o'}")
            for index in range(max(k + 1, first - 5), first):
                for cue in tokens[index].cue[:1]:
                    add(f"Rvia:{cue}_{before if before in _PREPS else 'o'}")
        if phrase.before == "by":
            add(f"by_{scene.verb_cues[0] if scene.verb_cues else ''}")
    return found


_PREPS = frozenset({"of", "in", "by", "for", "to", "from", "at", "on", "with", "as", "against", "between", "into", "over"})
