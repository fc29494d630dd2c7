"""What a plan, a budget or a law holds money for: "the budget includes $20 million for surveys and $5 million for maps"."""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import lemma

_PLANS = frozenset({
    "budget", "package", "bill", "plan", "programme", "program", "scheme", "law", "act", "deal", "agreement", "measure", "proposal", "strategy",
    "initiative", "accord", "order", "blueprint", "estimates", "appropriation",
})  # fmt: skip
_HOLDS = frozenset(
    {"include", "contain", "provide", "allocate", "earmark", "set", "reserve", "assign", "devote", "hold", "offer", "have"}
)
_JOINS = frozenset({"and", ","})
_NEAR = 3


def planner(scene: Scene) -> Phrase | None:
    """Return the plan that holds the number for something."""
    return scene.subject if planned_for(scene) is not None else None


def planned_for(scene: Scene) -> Phrase | None:
    """Return what a plan holds the number for."""
    reading, subject, verb = scene.reading, scene.subject, scene.verb
    if subject is None or scene.passive or lemma(scene.verb_word) not in _HOLDS or subject.last > verb:
        return None
    if reading.lows[subject.last] not in _PLANS or not _is_near(scene):
        return None
    at = goes_on(scene)
    phrase = reading.whole_from(at + 1) if reading.lows[at : at + 1] == ["for"] else None
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" else phrase


def _is_near(scene: Scene) -> bool:
    """Return whether a number stands right behind the verb, or goes on a list of such that are each for something."""
    reading, position = scene.reading, scene.position
    while position and reading.at[position - 1] > scene.verb:
        if reading.lows[reading.at[position] - 1] not in _JOINS or reading.lows[reading.at[position - 1] + 1] != "for":
            return False
        position -= 1
    return 0 < reading.at[position] - scene.verb <= _NEAR
