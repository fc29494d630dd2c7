"""Parts of ownership: what belongs to somebody, parts of a company, partners with their parts."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import IS, lemma

_SHARED = frozenset({
    "consortium", "partners", "partnership", "venture", "jv", "co-venturers", "owners", "ownership", "co-owners",
    "stakes", "interests", "licensees",
})  # fmt: skip
_WORKED = frozenset({"brews", "produces", "supplies", "accounts", "tariff", "duty", "tariffs", "duties"})
_FIRMS = frozenset({"company", "venture", "ventures", "firm", "consortium", "subsidiary", "miner", "business", "equity"})
_ONE = frozenset({"the", "this", "each", "a", "its", "that", "their", "his"})
_OWNED = frozenset({"owned", "held"})
_BELONGING = frozenset({"belongs", "belong", "belonged", "belonging"})
_WHICH = frozenset({"which", "it", "them", "that", "this"})
_OF_CAPITAL = frozenset({"share", "enlarged", "issued", "registered", "authorised", "authorized", "equity", "charter", "statutory"})
"""What stands before "capital" where it is the shares of a company."""

_NEAR = 60
_ENDS = frozenset({",", ")", "and", "-", "–", ";", ".", ":"})
_OPENS = frozenset({"(", "-", "–", "with"})
_DEALING = frozenset({"buy", "sell", "repurchase", "purchase", "acquire", "retain", "keep", "hold", "own", "grant"})
_OF_PLACE = frozenset({"for", "in", "to", "from", "by"})


def is_partner(scene: Scene, _previous: str) -> str | None:
    """Return stake for a part right behind a name, in a list of such parts that a sentence about partners gives."""
    reading, position = scene.reading, scene.position
    if not _behind_name(scene, position):
        return None
    near = reading.lows[max(0, scene.k - _NEAR) : scene.k + _NEAR]
    if _SHARED.isdisjoint(near) or not _WORKED.isdisjoint(near):
        return None
    beside = [at for at in (position - 1, position + 1) if 0 <= at < len(reading.at)]
    return "stake" if any(_behind_name(scene, at) for at in beside) else None


def _behind_name(scene: Scene, position: int) -> bool:
    """Return whether a percentage stands bare behind a name."""
    reading = scene.reading
    if reading.quantities[position].kind != "percent":
        return False
    tokens, k = reading.tokens, reading.at[position]
    following = tokens[k + 1].low if k + 1 < len(tokens) else "."
    name = k - 2 if k > 1 and tokens[k - 1].low in _OPENS else k - 1
    if following not in _ENDS or name < 0 or not tokens[name].name or tokens[name].tag != "N" or name in reading.commodity_tokens:
        return False
    phrase = reading.phrase_ending(name)
    return phrase is not None and phrase.before not in _OF_PLACE


def is_part_of_firm(scene: Scene, _previous: str) -> str | None:
    """Return stake for a part "of the company" or "of each venture" itself, and for a part that belongs to or is owned by somebody."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    if lows[k + 1 : k + 2] != ["of"]:
        return "stake" if _belongs(lows, k + 1) else None
    if lows[k + 2 : k + 3] and lows[k + 2] in _WHICH:
        return "stake" if _belongs(lows, k + 3) else None  # "49% of it belongs to the state"
    phrase = reading.whole_from(k + 2)
    if phrase is None:
        return None
    if _belongs(lows, phrase.last + 1) or (
        lows[phrase.last] == "capital" and not _OF_CAPITAL.isdisjoint(lows[k + 2 : phrase.last])
    ):
        return "stake"
    if phrase.possessor is not None or lows[phrase.last] not in _FIRMS:
        return None
    itself = lows[phrase.last + 1 : phrase.last + 2] not in (["of"], ["'s"], ["'"], ["-"])
    return "stake" if itself and not _ONE.isdisjoint(lows[k + 2 : phrase.first]) else None


def is_part_of_royalty(scene: Scene) -> bool:
    """Return whether the number is a part "of" a royalty itself: "can buy back 0.5% of the royalty"."""
    reading, k = scene.reading, scene.k
    if reading.lows[k + 1 : k + 2] != ["of"] or lemma(scene.verb_word) not in _DEALING:
        return False
    phrase = reading.whole_from(k + 2)
    return phrase is not None and reading.lows[phrase.last] in {"royalty", "nsr"}


def _belongs(lows: list[str], at: int) -> bool:
    """Return whether "belongs to" or "is owned by" stands at a token."""
    near = lows[at : at + 3]
    belongs = not _BELONGING.isdisjoint(near[:1]) and "to" in near
    return belongs or (len(near) == 3 and near[0] in IS and near[1] in _OWNED and near[2] == "by")
