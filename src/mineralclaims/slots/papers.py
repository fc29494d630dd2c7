"""The shares or the stake itself that a part is said to be of, which are no more than what it is held in: "5% of its common stock"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.owned_at_last import owned_at_last

SECURITIES = frozenset({"shares", "share", "stock", "equity", "capital", "ownership", "interest", "interests", "votes"})
_PAPERS = SECURITIES - {"ownership", "interest", "interests"} | {"outstanding", "total", "stocks", "units"}
_STAKES = frozenset({"stake", "stakes", "holding", "holdings", "shareholding", "shareholdings", "interest", "interests", "royalty"})
_IN, _OF, _ISSUED = frozenset({"in", "on", "over"}), frozenset({"of", "in"}), frozenset({"on", "in"})


def paper(scene: Scene) -> Phrase | None:
    """Return the shares or capital that a stake is a part of, which are no more than what it is held in: "5% of its common stock"."""
    reading, at = scene.reading, scene.k + 1
    if reading.lows[at : at + 1] != ["of"]:
        return _bare_stake(reading, at)
    whole = owned_at_last(reading, at + 1)
    if whole is None or (whole.after in _OF and not is_issued(reading, whole)) or reading.tokens[whole.last].name:
        return None
    return whole if reading.lows[whole.last] in _PAPERS else None


def _bare_stake(reading: Reading, at: int) -> Phrase | None:
    """Return the stake itself, where nothing says what it is in: "passed a 12 percent stake to his brother"."""
    noun = reading.phrase_from(at)
    bare = noun is not None and noun.first <= at + 1 and noun.after not in _IN and noun.after not in _OF
    return noun if bare and noun is not None and reading.lows[noun.last] in _STAKES else None


def is_issued(reading: Reading, whole: Phrase) -> bool:
    """Return whether shares are only said to be issued: "the shares on issue"."""
    return whole.after in _ISSUED and reading.lows[whole.last + 2 : whole.last + 3] == ["issue"]
