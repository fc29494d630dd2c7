"""Names that only tell why an amount rose or fell: "output rose to 5 tonnes, helped by the new Karsk mine" is no output of the mine alone."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible

_OPENS = frozenset({
    "reflecting", "due", "owing", "thanks", "helped", "driven", "boosted", "because", "amid", "account", "following", "despite", "supported",
    "offset", "hampered", "hurt", "aided", "lifted", "disrupted", "curbed", "buoyed", "underpinned", "dragged", "hindered", "since", "amidst",
})  # fmt: skip
_OPENS_CLAUSE = frozenset({"as", "after", "while", "when"})
"""What tells why only where a clause with a verb follows: "as a mine in Peru was shut", not "as of May", "after tax"."""

_STOPS = frozenset({";", ":", '"'})
_OF_GOODS = frozenset({"production"})


def without_reasons(options: list[Possible], scene: Scene, claim_type: str) -> list[Possible]:
    """Return the possible subjects of an amount that is told by a verb before it, without those of the reason that follows."""
    if claim_type not in _OF_GOODS or (scene.subject is not None and scene.subject.last > scene.k):
        return options
    at = _reason(scene)
    return options if at < 0 else [option for option in options if not _is_behind(option[2], scene, at)]


def _reason(scene: Scene) -> int:
    """Return what opens the reason behind a number, before the next number that a clause of its own tells; -1 for none."""
    reading, k = scene.reading, scene.k
    ahead = range(scene.position + 1, len(reading.at))
    end = next((reading.at[one] for one in ahead if reading.quantities[one].kind != "percent"), len(reading.tokens))
    for at in range(k + 1, end):
        low = reading.lows[at]
        if low in _STOPS:
            return -1
        if low in _OPENS or (low in _OPENS_CLAUSE and reading.verb_behind(at) > at + 1):
            return at
    return -1


def _is_behind(source: object, scene: Scene, at: int) -> bool:
    """Return whether a candidate stands in the sentence behind a token."""
    return isinstance(source, Candidate) and source.reading is scene.reading and source.first > at
