"""Aspects of an amount that the clause says: what a cartel lets its members produce, what tanks can hold, gold that a bank keeps."""

from __future__ import annotations

from mineralclaims.claims.aspect_nouns import AFTER, table
from mineralclaims.claims.besides import head_after
from mineralclaims.claims.clause_rules import is_kept_gold
from mineralclaims.claims.passives import passive_aspect
from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import INDEFINITE, lemma

_CARTEL_WITHIN = 60
_CARTELS = frozenset({"opec", "opec+", "cartel", "cartels", "itc", "quota", "quotas"})
_ALLOWED = frozenset({"target", "targets", "ceiling", "ceilings", "limit", "allocation", "allocations", "quota", "quotas"})
_HOLDING = frozenset({"hold", "store", "handle", "accommodate", "process", "refine", "smelt"})
_ABLE = frozenset({"can", "could", "to"})
_BUILT = frozenset({
    "facility", "facilities", "tank", "tanks", "terminal", "terminals", "caverns", "depot", "depots", "storage", "warehouse", "warehouses",
    "site", "sites", "hub", "reservoir", "reservoirs", "silos", "vessel", "vessels", "plant", "plants", "refinery", "refineries", "smelter",
})  # fmt: skip
_PLANTS = (
    "plant", "plants", "mill", "mills", "refinery", "refineries", "smelter", "smelters", "cracker", "crackers", "works", "steelworks", "furnace", "furnaces",
    "kiln", "kilns", "factory", "concentrator", "pipeline",
)  # fmt: skip
"""How the words for what works so much end: "hydrocracker", "ironworks"."""
_FLOWS = table(
    production="output production",
    capacity="capacity",
    export="exports",
    consumption="consumption demand",
    stockpile="stocks stockpiles inventories",
    sales="sales",
    **{"import": "imports"},
)
_LEVELS = frozenset({"to", "from", "by", "at"})
_MOVING = frozenset({
    "raise", "lift", "increase", "cut", "boost", "expand", "reduce", "lower", "double", "bring", "take", "grow", "push", "slash", "trim", "hike", "maintain",
    "keep", "hold", "triple", "scale", "restore", "limit", "send", "drive", "drag", "help", "ramp", "pull",
})  # fmt: skip
_SPARE, _SPARE_WITHIN = frozenset({"capacity", "able"}), 4
_MAKING = frozenset({"produce", "mine", "pump", "extract", "smelt", "refine"})
_TURNING = frozenset({"turn", "churn", "pump", "crank"})
_NOT_YET = frozenset({"can", "could", "to", "able", "would", "will", "designed", "capable", "may", "might", "of", "from", "ever"})
_NOT_YET_WITHIN, _MADE_WITHIN = 4, 3
_PERMITTED = frozenset({"allowed", "permitted", "allowable", "permissible", "authorised", "authorized"})
_MOST = frozenset({"maximum", "most", "limit", "ceiling"})
_TRADING = frozenset({"sell", "acquire"})
_ALLOWED_WITHIN, _ABLE_WITHIN = 9, 2
_DUG_WITHIN = 10
_DUG = frozenset({"mined", "extracted", "produced", "pumped", "dug"})
_WAS = frozenset({"was", "were"})


def output_aspect(scene: Scene) -> str | None:
    """Return the aspect of an amount that its clause settles; None where it leaves that open."""
    if is_kept_gold(scene) is not None:
        return "stockpile"
    if _is_allowed(scene) or _is_maximum(scene):
        return "quota"
    if _is_dug(scene) or _is_turned_out(scene):
        return "production"
    if _can_hold(scene) or _can_make(scene) or _is_size(scene):
        return "capacity"
    named = AFTER["production"].get(head_after(scene))  # "the 450,000-tonne stockpile was sold"
    return _flow_before(scene) or named or passive_aspect(scene, "production") or _flow_moved(scene) or _of_flow(scene)


def _flow_before(scene: Scene) -> str | None:
    """Return the flow that is so much: "sales of 5,000 tonnes of output" are sales."""
    lows, k = scene.reading.lows, scene.k
    return _FLOWS.get(lows[k - 2]) if k > 1 and lows[k - 1] == "of" else None


def _flow_moved(scene: Scene) -> str | None:
    """Return the flow that somebody brings to an amount: "to raise output at its mill by 20 pct to 3,000 tons a day"."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    lead = k - 1
    while lead > verb >= 0 and reading.tokens[lead].tag == "A":
        lead -= 1
    if verb < 0 or reading.lows[lead] not in _LEVELS or lemma(reading.lows[verb]) not in _MOVING:
        return None
    if not _SPARE.isdisjoint(reading.lows[max(0, verb - _SPARE_WITHIN) : verb]):
        return None  # "has the capacity to raise output to"
    moved = reading.whole_from(verb + 1)
    return _FLOWS.get(reading.lows[moved.last]) if moved is not None and moved.last < lead else None


def _of_flow(scene: Scene) -> str | None:
    """Return what the number is a part of: "took 90,000 tonnes of annual copper output off the market"; a buyer or seller of output sells it."""
    reading, of = scene.reading, scene.k + 1
    phrase = reading.phrase_from(of + 1) if reading.lows[of : of + 1] == ["of"] else None
    return None if phrase is None or not _TRADING.isdisjoint(scene.verb_cues) else _FLOWS.get(reading.lows[phrase.last])


def _is_allowed(scene: Scene) -> bool:
    """Return whether the number is what a cartel lets its members produce: "OPEC kept its target of 26 million barrels per day"."""
    reading, k = scene.reading, scene.k
    first = reading.at[scene.position - 1] + 1 if scene.position and reading.lows[k - 1] != "to" else 0
    near = reading.lows[max(first, k - _ALLOWED_WITHIN) : k]
    near = near[len(near) - near[::-1].index(",") :] if "," in near else near
    return not _ALLOWED.isdisjoint(near) and not _CARTELS.isdisjoint(reading.lows[max(0, k - _CARTEL_WITHIN) : k + _CARTEL_WITHIN])


def _is_maximum(scene: Scene) -> bool:
    """Return whether the number is the most that is allowed: "the maximum allowed was set at 6 million tons of steel a year"."""
    near = scene.reading.lows[max(0, scene.k - _ALLOWED_WITHIN) : scene.k]
    return not _PERMITTED.isdisjoint(near) and not _MOST.isdisjoint(near) and "," not in near


def _is_dug(scene: Scene) -> bool:
    """Return whether the number is what was dug or pumped: "some 60 million cubic metres of helium were extracted"."""
    reading, k = scene.reading, scene.k
    verb = reading.verb_behind(k)
    if verb < 0 or verb - k > _DUG_WITHIN or reading.lows[verb] not in _DUG or reading.lows[verb - 1] not in _WAS:
        return False
    return not any(token.tag in {"Q", ",", "R"} for token in reading.tokens[k + 1 : verb] if token.low not in {"(", ")"})


def _is_turned_out(scene: Scene) -> bool:
    """Return whether somebody is told to have made so much: "the island's plants turned out 40,000 tonnes"; not "able to turn out"."""
    reading, verb, k = scene.reading, scene.verb, scene.k
    if verb < 1 or scene.passive or scene.subject is None or k - verb > _MADE_WITHIN:
        return False
    lows = reading.lows
    out = lows[verb + 1] == "out"
    making = lemma(lows[verb]) in (_TURNING if out else _MAKING)
    between = [token for token in reading.tokens[verb + 1 + out : k] if token.tag != "A"]
    return making and not between and _NOT_YET.isdisjoint(lows[max(0, verb - _NOT_YET_WITHIN) : verb])


def _can_hold(scene: Scene) -> bool:
    """Return whether the number is what a plant or tanks are able to hold: "tanks that can store 4 million barrels"."""
    reading, verb = scene.reading, scene.verb
    if verb < 1 or scene.k - verb > _ABLE_WITHIN or scene.verb_word not in _HOLDING or reading.lows[verb - 1] not in _ABLE:
        return False
    return scene.subject is not None and reading.lows[scene.subject.last] in _BUILT


def _can_make(scene: Scene) -> bool:
    """Return whether the number is what somebody is able to make in a while: "Lomas can produce 5 tonnes a year"; "could" says what may be."""
    reading, verb = scene.reading, scene.verb
    near = verb > 0 and scene.k - verb <= _ABLE_WITHIN and reading.lows[verb - 1] == "can" and lemma(scene.verb_word) in _MAKING
    return near and reading.quantities[scene.position].quantity.per is not None


def _is_size(scene: Scene) -> bool:
    """Return whether the number is the size of a plant that it stands before: "added a 55,000 barrel-a-day hydrocracker"."""
    reading, k = scene.reading, scene.k
    plant = reading.phrase_from(k + 1)
    return (
        plant is not None
        and plant.first == k + 1
        and k > 0
        and reading.lows[k - 1] in INDEFINITE
        and reading.lows[plant.last].endswith(_PLANTS)
    )
