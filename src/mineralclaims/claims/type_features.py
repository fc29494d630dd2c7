"""What a reader looks at to tell what a number is said of: the words around it, by class and by place."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import lru_cache

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import NOUN, VERB, lemma

_CLOSED = frozenset({"D", "P", "C", "R", "O", "X", "G", "A", ",", "S"})
_LINKS = frozenset({"of", "in", "on", "to", "for", "from", "-"})
_FAR = 9
_BAG = 24
_WORDS = 12
_REMEMBER_AT_MOST = 50_000


class _Prefixed(dict[str, str]):
    """Feature names with one prefix, made once."""

    def __init__(self, prefix: str) -> None:
        super().__init__()
        self.prefix = prefix

    def __missing__(self, name: str) -> str:
        if len(self) >= _REMEMBER_AT_MOST:
            self.clear()
        made = self[name] = self.prefix + name
        return made


_OF_AMOUNT = _Prefixed("a|")
_LEFT, _LEFT_OVER, _RIGHT, _RIGHT_STOPPED, _RIGHT_OVER = (_Prefixed(p) for p in ("l:", "ll:", "r:", "rs:", "rr:"))
_WORD_LEFT, _WORD_RIGHT = _Prefixed("w<"), _Prefixed("w>")
_NEAR_LEFT, _NEAR_RIGHT = tuple(_Prefixed(f"l{n}:") for n in range(2)), tuple(_Prefixed(f"r{n}:") for n in range(2))


def word_of(reading: Reading, index: int) -> str:
    """Return a token as features name it: its word, or its class where the word itself says nothing."""
    if index < 0:
        return "^"
    if index >= len(reading.tokens):
        return "$"
    token = reading.tokens[index]
    tag = token.tag
    if tag in {"Q", "#"}:
        return tag
    if index in reading.commodity_tokens:
        return "COM"
    if tag in _CLOSED:
        return token.low
    if token.name and not token.cue and tag == "N":
        return "NAME"
    return lemma(token.low)


def type_features(scene: Scene, previous: str) -> list[str]:
    """Return the features of a quantity for the decision on its type and aspect.

    Args:
        scene: the quantity in its sentence.
        previous: the type decided for the quantity before it in the sentence, "" for the first.
    """
    reading, position, k = scene.reading, scene.position, scene.k
    mention = reading.quantities[position]
    l1, l2, r1, r2 = word_of(reading, k - 1), word_of(reading, k - 2), word_of(reading, k + 1), word_of(reading, k + 2)
    found = [*_around(l2, l1, r1, r2), f"u={mention.quantity.unit}", f"v={lemma(scene.verb_word) if scene.verb >= 0 else 'none'}"]
    add = found.append
    if r1 in {"of", "in", "on", "-", "("}:
        add(f"R3={r1}_{r2}_{word_of(reading, k + 3)}")
    near_left = _cues_left(reading, position, k, found)
    _cues_right(reading, position, k, found)
    found += scene.subject_names
    found += scene.main_names
    quantity = mention.quantity
    if quantity.per:
        add(f"per={quantity.per}")
    amount = mention.kind == "amount"
    if amount or mention.kind == "money":
        bound = quantity.high if quantity.high is not None else quantity.low
        add(f"mag={min(max(bound.adjusted(), 0), 12) // 2}" if bound else "mag=0")
    _of_phrase(reading, k, found)
    _words_around(reading, position, k, found)
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
        if not near_left:
            add(f"pp0={reading.previous_type}")
    if amount:
        _commodity_features(scene, found)
        return [*map(_OF_AMOUNT.__getitem__, found)]
    return found


@lru_cache(maxsize=32768)
def _around(l2: str, l1: str, r1: str, r2: str) -> tuple[str, ...]:
    """Return the features of the words right beside a number."""
    return ("bias", f"L1={l1}", f"L2={l2}_{l1}", f"R1={r1}", f"R2={r1}_{r2}", f"LR={l1}_{r1}")


def _add_cues(cues: tuple[str, ...], table: _Prefixed, near: _Prefixed | None, seen: set[str], found: list[str]) -> None:
    """Add the features of one word's cues that are new, those of a near word also with its rank."""
    for cue in cues:
        name = table[cue]
        if name not in seen:
            seen.add(name)
            found.append(name)
            if near is not None:
                found.append(near[cue])


def _cues_left(reading: Reading, position: int, k: int, found: list[str]) -> int:
    """Add the cues to the left, nearest first, before and beyond the quantity before; return how many are near."""
    tokens, places = reading.tokens, reading.cue_places
    before = reading.at[position - 1] if position else -1
    low = k - _BAG
    seen: set[str] = set()
    nearest = 0
    for at in range(bisect_left(places, k) - 1, -1, -1):
        index = places[at]
        if index < low:
            break
        table = _LEFT if index > before else _LEFT_OVER
        near = _NEAR_LEFT[nearest] if index > before and nearest < 2 and k - index <= _FAR else None
        _add_cues(tokens[index].cue, table, near, seen, found)
        if index > before:
            nearest += 1
    return nearest


def _cues_right(reading: Reading, position: int, k: int, found: list[str]) -> None:
    """Add the cues to the right, up to the next stop, up to the next quantity, and up to the one after that."""
    tokens, places, at = reading.tokens, reading.cue_places, reading.at
    following = at[position + 1] if position + 1 < len(at) else len(tokens)
    last = at[position + 2] if position + 2 < len(at) else len(tokens)
    stops = reading.stops
    where = bisect_right(stops, k)
    stop = stops[where] if where < len(stops) else len(tokens)
    high = min(k + _BAG, last)
    seen: set[str] = set()
    nearest = 0
    for place in range(bisect_right(places, k), len(places)):
        index = places[place]
        if index >= high:
            break
        table, near = _RIGHT_OVER, None
        if index < following:
            table = _RIGHT_STOPPED
            if index < stop:
                table = _RIGHT
                near = _NEAR_RIGHT[nearest] if nearest < 2 and index - k <= _FAR else None
                nearest += 1
        _add_cues(tokens[index].cue, table, near, seen, found)


def _words_around(reading: Reading, position: int, k: int, found: list[str]) -> None:
    """Add the nouns and verbs around that are no cues, up to the quantities before and behind."""
    tokens, at = reading.tokens, reading.at
    low = max(at[position - 1] + 1 if position else 0, k - _WORDS)
    high = min(at[position + 1] if position + 1 < len(at) else len(tokens), k + _WORDS)
    for prefix, side in ((_WORD_LEFT, tokens[low:k]), (_WORD_RIGHT, tokens[k + 1 : high])):
        found += dict.fromkeys(
            [prefix[lemma(token.low)] for token in side if token.tag in {NOUN, VERB} and not token.name and not token.cue]
        )


def _of_phrase(reading: Reading, k: int, found: list[str]) -> None:
    """Add what the number is a part of, or what follows it directly: the head of that phrase."""
    tokens = reading.tokens
    if k + 1 >= len(tokens):
        return
    link = tokens[k + 1].low
    linked = link in _LINKS
    phrase = reading.phrase_from(k + 2 if linked else k + 1)
    if phrase is None:
        return
    label = link if linked else "np"
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
    if not reading.commodity_tokens.isdisjoint(range(phrase.first, phrase.last + 1)):
        found.append(f"{label}~COM")
    if phrase.possessed is not None:
        for cue in tokens[phrase.possessed.last].cue:
            found.append(f"{label}>{cue}")


def _commodity_features(scene: Scene, found: list[str]) -> None:
    """Add whether a commodity, or goods that are none, stand near an amount."""
    reading, k = scene.reading, scene.k
    near = min([abs(mention.first - k) for mention in reading.commodities], default=99)
    other = min([abs(mention.first - k) for mention in reading.goods], default=99)
    found.append("com=none" if near == 99 else "com=near" if near <= 4 else "com=sent")
    if any([0 < mention.first - k <= 3 for mention in reading.commodities]):
        found.append("com>")
    if other < 99:
        found.append("goods")
        found.append("goods<com" if other < near else "com<goods")
        if near == 99:
            found.append("goodsonly")
    elif near == 99:
        before = reading.document.goods_before(reading.number)
        found.append(f"text={before}")
        found.append(f"text={before}_{scene.position > 0:d}")
