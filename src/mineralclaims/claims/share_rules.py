"""Rules for parts of a whole: "34% of supply", "its share was 34%", "a 34% market share"."""

from __future__ import annotations

from mineralclaims.claims.around import BEING, head_after, subject_head, words_after, words_before
from mineralclaims.claims.scene import Scene

_PEOPLE = frozenset({"population", "workforce", "electorate", "respondents", "voters", "households"})
_TOTALS = _PEOPLE | frozenset(
    {"market", "gdp", "output", "production", "supply", "supplies", "demand", "consumption", "exports", "imports"}
)


def names_share(scene: Scene, _previous: str) -> str | None:
    """Return share for a part "of" a total (of GDP, of the world's output) and for a "market share"."""
    if _takes_share(scene):
        return "share"
    tokens, of = scene.reading.tokens, scene.k + 1
    if words_after(scene, 1) != ["of"]:
        if is_market_share(scene):
            return "share"
        phrase = scene.reading.phrase_from(of)
        if phrase is not None and head_after(scene) == "share":
            of = phrase.last + 1
    if of >= len(tokens) or tokens[of].low != "of":
        return None
    whole = scene.reading.whole_from(of + 1)
    return "share" if whole is not None and tokens[whole.last].low in _TOTALS else None


def _takes_share(scene: Scene) -> bool:
    """Return whether a share "of" something is, or comes to, the number: "its share of supply was 34%", "up from 20%"."""
    if scene.verb < 0 or subject_head(scene) != "share":
        return False
    return words_before(scene, 1) in (["to"], ["from"]) or (scene.verb_word in BEING and scene.k - scene.verb <= 2)


def is_market_share(scene: Scene) -> bool:
    """Return whether the number stands before "market share"."""
    tokens, phrase = scene.reading.tokens, scene.reading.phrase_from(scene.k + 1)
    return phrase is not None and head_after(scene) == "share" and tokens[phrase.last - 1].low == "market"
