"""What somebody raises or cuts by a number: "plans to lift output at its mine by 3%", "cutting spending on drilling by 12%"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import BEEN, QUANTITY, RELATIVE, VERB, lemma

_PUSHING = frozenset({
    "raise", "lift", "increase", "boost", "cut", "reduce", "lower", "trim", "slash", "hike", "expand", "improve", "push", "pare", "slim",
    "curb", "curtail", "shrink", "scale", "grow", "ramp", "step", "bring", "drive", "inflate", "depress", "enlarge", "augment", "widen",
    "narrow", "extend", "decrease", "swell", "bolster", "strengthen", "weaken", "erode", "dent", "devalue", "revalue",
})  # fmt: skip
_PARTICLES = frozenset({"up", "down", "back", "out"})
_HANGS_BY = frozenset({"of", "from", "in", "for", "on", "to", "at", "between", "with", "into", "by", "near", "against", "across"})
_ENDS = frozenset({QUANTITY, RELATIVE, ";", ":", '"', "("})
_FROM, _REACH = 3, 24


def pushed(scene: Scene) -> Phrase | None:
    """Return the object of a verb of raising or cutting that the number behind "by" belongs to ("raise output of tin by 3%")."""
    reading, k = scene.reading, scene.k
    if k < _FROM or reading.lows[k - 1] != "by":
        return None
    verb = _verb_before(reading, k - 1)
    if verb < 0:
        return None
    phrase = reading.whole_from(verb + 1 + (reading.lows[verb + 1] in _PARTICLES))
    if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.last >= k - 1 or reading.tokens[phrase.last].name:
        return None
    return phrase if reading.lows[phrase.last + 1] in _HANGS_BY else None


def _verb_before(reading: Reading, end: int) -> int:
    """Return the active verb of raising or cutting that stands nearest before a token, no other verb between; -1 where there is none."""
    for at in range(end - 1, max(-1, end - _REACH), -1):
        tag = reading.tokens[at].tag
        if tag in _ENDS:
            return -1
        if tag == VERB:
            passive = not BEEN.isdisjoint(reading.lows[max(0, at - 2) : at])
            return at if lemma(reading.lows[at]) in _PUSHING and not passive else -1
    return -1
