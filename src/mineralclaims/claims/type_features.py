"""What a reader looks at to tell what a number is said of: the words around it, by class and by place."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import lemma

_CLOSED = frozenset({"D", "P", "C", "R", "O", "X", "G", "A", ",", "S"})
_STOPS = frozenset({",", ".", ";", ":", "(", ")", '"', "–", "-", "$", "^"})
_FAR = 9
_BAG = 24


def word_of(reading: Reading, index: int) -> str:
    """Return a token as features name it: its word, or its class where the word itself says nothing."""
    if index < 0:
        return "^"
    if index >= len(reading.tokens):
        return "$"
    token = reading.tokens[index]
    if token.tag == "Q":
        return "Q"
    if token.tag == "#":
        return "#"
    if index in reading.commodity_tokens:
        return "COM"
    if token.name and not token.cue and token.tag == "N":
        return "NAME"
    return token.low if token.tag in _CLOSED else lemma(token.low)


def type_features(scene: Scene, previous: str) -> list[str]:
    """Return the features of a quantity for the decision on its type and aspect.

    Args:
        scene: the quantity in its sentence.
        previous: the type decided for the quantity before it in the sentence, "" for the first.
    """
    reading, position, k = scene.reading, scene.position, scene.k
    tokens = reading.tokens
    mention = reading.quantities[position]
    unit = mention.quantity.unit
    family = "%" if mention.kind == "percent" else "x" if mention.kind == "multiple" else "amt"
    found = [f"u={unit}", "bias"]
    add = found.append
    l1, l2, r1, r2, r3 = (word_of(reading, k + step) for step in (-1, -2, 1, 2, 3))
    add(f"L1={l1}")
    add(f"L2={l2}_{l1}")
    add(f"R1={r1}")
    add(f"R2={r1}_{r2}")
    add(f"LR={l1}_{r1}")
    if r1 in {"of", "in", "on", "-", "("}:
        add(f"R3={r1}_{r2}_{r3}")
    count = len(tokens)
    # cues to the left, nearest first, up to the quantity before
    seen: set[str] = set()
    nearest, verb = 0, ""
    index = k - 1
    crossed = 0
    low = max(0, k - _BAG)
    while index >= low:
        token = tokens[index]
        if token.tag == "Q":
            crossed += 1
        for cue in token.cue:
            name = f"l:{cue}" if not crossed else f"ll:{cue}"
            if name not in seen:
                seen.add(name)
                add(name)
                if not crossed and nearest < 2 and k - index <= _FAR:
                    add(f"l{nearest}:{cue}")
        if token.cue and not crossed:
            nearest += 1
        if token.tag == "V" and not verb and not crossed:
            verb = lemma(token.low)
            add(f"v={verb}")
        index -= 1
    if not verb:
        add("v=none")
    _subject_features(scene, found)
    if mention.quantity.per:
        add(f"per={mention.quantity.per}")
    if family == "amt" or mention.kind == "money":
        bound = mention.quantity.high if mention.quantity.high is not None else mention.quantity.low
        add(f"mag={min(max(bound.adjusted(), 0), 12) // 2}" if bound else "mag=0")
    # cues to the right, up to the next quantity and the next stop
    index, nearest, crossed, stopped = k + 1, 0, 0, False
    high = min(count, k + _BAG)
    while index < high:
        token = tokens[index]
        if token.tag == "Q":
            crossed += 1
            if crossed > 1:
                break
        if token.low in _STOPS:
            stopped = True
        side = "rr" if crossed else "rs" if stopped else "r"
        for cue in token.cue:
            name = f"{side}:{cue}"
            if name not in seen:
                seen.add(name)
                add(name)
                if not crossed and not stopped and nearest < 2 and index - k <= _FAR:
                    add(f"r{nearest}:{cue}")
        if token.cue and side == "r":
            nearest += 1
        index += 1
    _of_phrase(reading, k, found)
    # the list that the number belongs to
    if previous:
        between = k - reading.at[position - 1]
        joint = "near" if between <= 4 else "mid" if between <= 12 else "far"
        add(f"p={previous}_{joint}")
        add(f"p={previous}")
        if reading.quantities[position - 1].kind == mention.kind:
            add(f"ps={previous}_{joint}")
        if l1 in {"and", ",", "(", "to", "from"}:
            add(f"pl={previous}_{l1}")
    elif reading.previous_type:
        add(f"pp={reading.previous_type}")
        if not nearest:
            add(f"pp0={reading.previous_type}")
    if family == "amt":
        _commodity_features(scene, found)
        found = [f"a|{name}" for name in found]
    return found


def _of_phrase(reading: Reading, k: int, found: list[str]) -> None:
    """Add what the number is a part of, or what follows it directly: the head of that phrase."""
    tokens = reading.tokens
    if k + 1 >= len(tokens):
        return
    link = tokens[k + 1].low
    start = k + 2 if link in {"of", "in", "on", "to", "for", "from", "-"} else k + 1
    phrase = reading.phrase_from(start)
    if phrase is None:
        return
    label = link if start == k + 2 else "np"
    head = tokens[phrase.last]
    for cue in head.cue:
        found.append(f"{label}>{cue}")
    if not head.cue:
        found.append(f"{label}>{'NAME' if head.name else 'COM' if phrase.last in reading.commodity_tokens else lemma(head.low)}")
    first = tokens[phrase.first]
    if first is not head:
        for cue in first.cue:
            found.append(f"{label}<{cue}")
        if first.name:
            found.append(f"{label}<NAME")
    if any(index in reading.commodity_tokens for index in range(phrase.first, phrase.last + 1)):
        found.append(f"{label}~COM")
    if phrase.possessed is not None:
        for cue in tokens[phrase.possessed.last].cue:
            found.append(f"{label}>{cue}")


def _commodity_features(scene: Scene, found: list[str]) -> None:
    """Add whether a commodity, or goods that are none, stand near an amount."""
    reading, k = scene.reading, scene.k
    near = min((abs(mention.first - k) for mention in reading.commodities), default=99)
    other = min((abs(mention.first - k) for mention in reading.goods), default=99)
    found.append("com=" + ("none" if near == 99 else "near" if near <= 4 else "sent"))
    if any(0 < mention.first - k <= 3 for mention in reading.commodities):
        found.append("com>")
    if other < 99:
        found.append("goods")
        found.append("goods<com" if other < near else "com<goods")
        if near == 99:
            found.append("goodsonly")
    elif near == 99:
        found.append(f"text={reading.document.goods_before(reading.number)}")
        found.append(f"text={reading.document.goods_before(reading.number)}_{scene.position > 0:d}")


def _subject_features(scene: Scene, found: list[str]) -> None:
    """Add the head of the subject of the verb that governs the number."""
    tokens = scene.reading.tokens
    for label, phrase in (("gs", scene.subject), ("ms", scene.main)):
        if phrase is None:
            continue
        head = tokens[phrase.last]
        found.extend(f"{label}:{cue}" for cue in head.cue)
        if not head.cue:
            found.append(f"{label}:{'NAME' if head.name else 'COM' if phrase.last in scene.reading.commodity_tokens else lemma(head.low)}")
        if phrase.first != phrase.last:
            found.extend(f"{label}<{cue}" for cue in tokens[phrase.last - 1].cue[:2])
        if label == "gs" and scene.verb_cues:
            found.extend(f"gsv:{cue}_{scene.verb_cues[0]}" for cue in head.cue[:2])
