"""What is done with an amount or a part by the passive verb behind it: "17 million tons of coal was consumed at home", "40% is exported"."""

from __future__ import annotations

from mineralclaims.claims.aspect_nouns import table
from mineralclaims.claims.scene import Scene

_WITHIN = 10
_WAS = frozenset({"was", "were", "is", "are", "be", "been"})
_BARRING = frozenset({"Q", "R"})
_PARTS = frozenset({",", ";", "and", "or", ":"})
_TAKEN = table(consumption="consumed used burned burnt", export="exported", **{"import": "imported"})
_AMOUNTS = _TAKEN | table(sales="sold", production="refined smelted mined produced", stockpile="stockpiled")
_SHARES = _TAKEN | table(processing="refined smelted processed")
_GOING = frozenset({"goes", "go", "went", "gone"})
_GOODS = frozenset({
    "output", "production", "ore", "exports", "shipments", "cargoes", "concentrate", "concentrates", "sales",
    "deliveries", "metal",
})  # fmt: skip
_TABLES = {"production": _AMOUNTS, "share": _SHARES}


def passive_aspect(scene: Scene, claim_type: str) -> str | None:
    """Return what the passive verb behind a number says is done; None where there is none, or another thing stands between."""
    aspects = _TABLES.get(claim_type)
    reading, k = scene.reading, scene.k
    verb = reading.verb_behind(k)
    if aspects is None or verb < 0 or verb - k > _WITHIN or reading.lows[verb] not in aspects:
        return None
    first = verb - 1
    while first > k and reading.tokens[first].tag == "A":
        first -= 1
    if reading.lows[first] not in _WAS:
        return None
    if ")" in reading.lows[k + 2 : first] and "(" not in reading.lows[k + 1 : first]:
        return None  # "coal burned at home (21 million tons in 1998) is mined in Orwin"
    for token in reading.tokens[k + 1 : first]:
        if (token.tag in _BARRING and not _is_gloss(scene, verb)) or token.low in _PARTS or token.low in aspects:
            return None
    return aspects[reading.lows[verb]]


def _is_gloss(scene: Scene, verb: int) -> bool:
    """Return whether the only number between is one in brackets that says this again: "17 million tons (42%) of coal was burned"."""
    reading, following = scene.reading, scene.position + 1
    at = reading.at[following] if following < len(reading.at) else -1
    if not 0 < at < verb or reading.lows[at - 1] != "(" or reading.lows[at + 1 : at + 2] != [")"]:
        return False
    return following + 1 >= len(reading.at) or reading.at[following + 1] > verb


def goes_abroad(scene: Scene) -> bool:
    """Return whether a part of goods goes to somewhere: "some 60% of Orwin's aluminium goes to Europe"; not of money."""
    reading, k = scene.reading, scene.k
    verb = reading.verb_behind(k)
    if verb < 0 or verb - k > _WITHIN or reading.lows[verb] not in _GOING or reading.lows[verb + 1 : verb + 2] != ["to"]:
        return False
    whole = reading.whole_from(k + 2) if reading.lows[k + 1 : k + 2] == ["of"] else None
    place = reading.phrase_from(verb + 2)
    if whole is None or place is None or not reading.tokens[place.last].name:
        return False
    return whole.last in reading.commodity_tokens or reading.lows[whole.last] in _GOODS
