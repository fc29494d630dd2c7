"""How a number is put forward: the cues that govern it, by their kind and their place in the clause."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene

_KINDS = frozenset({"if", "threat", "propose", "forecast", "estimate", "reject"})
_MODALS = frozenset({"will", "would", "could", "may", "might", "should", "shall", "can", "'ll"})
_REACH = 40


def modality_features(scene: Scene, claim_type: str, aspect: str | None, previous: str) -> list[str]:
    """Return the features for the decision on the modality of a claim.

    Args:
        scene: the surroundings of the number.
        claim_type: the type of the claim.
        aspect: its aspect.
        previous: the modality of the claim before it in the sentence, "" for the first.
    """
    reading, k = scene.reading, scene.k
    tokens = reading.tokens
    found = ["bias", f"t={claim_type}", f"ta={claim_type}_{aspect}"]
    add = found.append
    crossed, broken, nearest = 0, 0, 0
    for index in range(k - 1, max(-1, k - _REACH), -1):
        token = tokens[index]
        low = token.low
        if token.tag == "Q":
            crossed += 1
            continue
        if low in {";", '"', "–"} or (low == "," and index > 0) or token.tag == "R" or low in {"while", "but", "although", "after", "since"}:
            broken += 1
        zone = "L" if not crossed and not broken else "Lb" if not crossed else "Lq"
        if low in _MODALS:
            add(f"{zone}:{low}")
            if not nearest:
                add(f"{zone}1:modal")
                nearest = 1
        if low == "to" and index + 1 < len(tokens) and tokens[index + 1].tag == "V" and zone == "L":
            before = tokens[index - 1].low if index else "^"
            add("L:to_V")
            add(f"L:{before}_to")
        for cue in token.cue:
            if cue in _KINDS:
                add(f"{zone}:{cue}")
                if token.tag == "V" or zone == "L":
                    add(f"{zone}={low}")
                if not nearest:
                    add(f"{zone}1:{cue}")
        if token.cue and token.tag == "V":
            nearest = 1
    crossed = broken = 0
    for index in range(k + 1, min(len(tokens), k + _REACH)):
        token = tokens[index]
        low = token.low
        if token.tag == "Q":
            crossed += 1
            if crossed > 1:
                break
            continue
        if low in {";", ",", "–", '"', "."}:
            broken += 1
        zone = "R" if not crossed and not broken else "Rb" if not crossed else "Rq"
        if low in _MODALS or low == "if":
            add(f"{zone}:{low}")
        for cue in token.cue:
            if cue in _KINDS:
                add(f"{zone}:{cue}")
                if zone != "Rq":
                    add(f"{zone}={low}")
    if scene.verb >= 0:
        verb = tokens[scene.verb]
        before = tokens[scene.verb - 1].low if scene.verb else "^"
        add(f"v={verb.low}")
        add(f"vb={before}")
        form = "ing" if verb.low.endswith("ing") else "ed" if verb.low.endswith("ed") else "o"
        add(f"vf={form}_{before if before in _MODALS or before in {'to', 'be', 'has', 'have', 'had', 'is', 'was', 'been', 'not'} else 'o'}")
    else:
        add("v=none")
    if k > 0:
        add(f"L1={tokens[k - 1].low}")
    if k + 1 < len(tokens):
        add(f"R1={tokens[k + 1].low}")
    if previous:
        link = tokens[k - 1].low
        between = k - reading.at[scene.position - 1]
        add(f"p={previous}")
        add(f"p={previous}_{'n' if between <= 5 else 'f'}")
        if link in {"and", "to", "from", ",", "(", "or"}:
            add(f"p={previous}_{link}")
    add("year>" if reading.later_than_published else "year<")
    return found
