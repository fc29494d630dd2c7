"""How a number is put forward: the cues that govern it, by their kind and their place in the clause."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.vocabulary import MODAL_CUES, MODALS
from mineralclaims.slots.awaited import IFS, awaited, compared, planned_level, supposed
from mineralclaims.slots.clause_words import STOPS
from mineralclaims.slots.deal_terms import deal_terms
from mineralclaims.slots.foreseen import foreseen
from mineralclaims.slots.given import given
from mineralclaims.slots.governors import governed_by
from mineralclaims.slots.headed import headed_forecast
from mineralclaims.slots.hedged import framed, hedged, is_no_cue
from mineralclaims.slots.in_force import in_force
from mineralclaims.slots.mooted import mooted
from mineralclaims.slots.moved_on import moved_on
from mineralclaims.slots.offers import offered
from mineralclaims.slots.pending import pending
from mineralclaims.slots.supposing import supposing
from mineralclaims.slots.tariffs_to_come import may_come
from mineralclaims.slots.ties import first_of_event
from mineralclaims.slots.undone import NOT, REFUSING, is_denied, refusal, undone
from mineralclaims.text.tags import IS, lemma

_AUXILIARIES = MODALS | {"to", "be", "has", "have", "had", "is", "was", "been", "not"}
_LINKS = frozenset({"and", "to", "from", ",", "(", "or"})
_REACH = 40


def modality_features(scene: Scene, claim_type: str, aspect: str | None, previous: str) -> list[str]:
    """Return the features for the decision on the modality of a claim.

    Args:
        scene: the surroundings of the number.
        claim_type: the type of the claim.
        aspect: its aspect.
        previous: the modality of the claim before it in the sentence, "" for the first.
    """
    reading, k = scene.reading, scene.k
    tokens = reading.tokens
    found = ["bias", f"t={claim_type}", f"ta={claim_type}_{aspect}"]
    _left(scene, found)
    _right(scene, found)
    found += awaited(scene)
    found += planned_level(scene)
    found += compared(scene)
    found += given(scene)
    found += in_force(scene)
    found += undone(scene)
    found += supposed(scene)
    found += supposing(scene)
    found += moved_on(scene)
    found += pending(scene)
    found += hedged(scene)
    for frame in framed(scene):
        found += (frame, f"{frame}_{claim_type}")
    found += offered(scene, claim_type)
    found += deal_terms(scene, claim_type)
    if scene.verb >= 0:
        low = scene.verb_word
        before = tokens[scene.verb - 1].low if scene.verb else "^"
        before = "is" if before == "'s" else before  # "he's targeting"
        form = "ing" if low.endswith("ing") else "ed" if low.endswith("ed") else "o"
        found += (f"v={low}", f"vb={before}", f"vf={form}_{before if before in _AUXILIARIES else 'o'}")
        chain = _chain(scene)
        found += chain
        if {"chto=decide", "ch2=decide"}.intersection(chain) and claim_type in _MEASURES and _is_decided(scene):
            found.append("decided")
    else:
        found.append("v=none")
    found += mooted(scene, aspect)
    found += may_come(scene, claim_type)
    found += foreseen(scene)
    found += governed_by(scene) if scene.reading.verbs else headed_forecast(scene)
    if k > 0:
        found.append(f"L1={tokens[k - 1].low}")
        if scene.verb >= 0:
            found.append(f"vL={lemma(scene.verb_word)}_{tokens[k - 1].low}")  # "puts the cost at"
    if k + 1 < len(tokens):
        found.append(f"R1={tokens[k + 1].low}")
    if previous:
        link = tokens[k - 1].low
        found += (f"p={previous}", f"p={previous}_{'n' if k - reading.at[scene.position - 1] <= 5 else 'f'}")
        if link in _LINKS:
            found.append(f"p={previous}_{link}")
    return found


# Verbs that carry the modality of what they govern, directly or through an infinitive ("plans to buy", "was expected to reach").
_CARRIERS = {
    word: name
    for name, words in (
        ("reject", " ".join(REFUSING)),
        ("threat", "threaten threatens threatened threatening"),
        ("plan", ("plan plans planned planning propose proposes proposed proposing seek seeks seeking sought want wants wanted offer offers offered offering aim aims aiming intend intends intended "
                 "demand demands demanded demanding hope hopes hoped considering agree agreed mulling weighing ask asked asks urge urged urges pledge pledged")),
        ("call", "call calls called calling"),
        ("forecast", "expect expects expected expecting forecast forecasts forecasting project projects projected projecting predict predicts predicted predicting anticipate anticipates anticipated anticipating see sees seen foresee foresees foresaw due set scheduled slated poised tipped tipping"),
        ("estimate", "estimate estimates estimated estimating calculate calculates calculated believe believes believed reckon reckons reckoned thought put puts peg pegs pegged"),
        ("decide", "decided decides resolved approved approves announced announces ordered"),
    )
    for word in words.split()
}  # fmt: skip
_AWAY = frozenset({"down", "away"})
_MEASURES = frozenset({"production", "tariff", "change"})
_DECIDED = frozenset({"decided", "resolved"})
_DIRECT_REACH = 8
_CLAUSE_REACH = 14
_CHAINED = frozenset({"will", "would", "could", "might", "may", "shall"})
RULED = {
    "ch=threat": "conditional",
    "chto=threat": "conditional",
    "chthat=threat": "conditional",
    "ch=reject": "rejected",
    "chthat=reject": "rejected",
    "if:in": "conditional",
    "if:had": "conditional",
    "if:on": "conditional",
    "undone": "rejected",
    "mooted": "proposed",
    "under:would_tariff": "proposed",
    "pending": "proposed",
    "moved:forecast": "forecast",
    "moved:proposed": "proposed",
    "moved:conditional": "conditional",
    "foreseen": "forecast",
    "taken": "estimated",
    "bound": "forecast",
    "tariff:may": "forecast",
    "tariff:threat": "conditional",
    "headed": "forecast",
    "meant": "proposed",
    "sealed": "asserted",
    "base": "asserted",
    "decided": "asserted",
    "awaited:of": "forecast",
    "awaited>": "forecast",
    "planned:level": "proposed",
    "hedge:est": "estimated",
    "hedge:forecast": "forecast",
    "hedge:plan": "proposed",
    "hedge:call": "proposed",
    "hedge:plain": "asserted",
    "hedge:along": "forecast",
    "offer:market": "asserted",
    "offer:values": "proposed",
    "offer:holders": "proposed",
    "deal:may": "proposed",
    "deal:earn": "proposed",
    "deal:option": "proposed",
}
"""What settles the modality by itself: the number is the object of a verb of refusing or threatening, or of what it governs; an if-clause supposes it; a forecast is "of" it; somebody expected it; it was so before."""


def _chain(scene: Scene) -> list[str]:
    """Return what the verb that governs the number carries, or the verb that governs it in turn."""
    verb, lows = scene.verb, scene.reading.lows
    first = first_of_event(scene.reading, scene.position)
    crossed = first > 0 and verb < scene.reading.at[first - 1]
    mark = "q" if crossed else ""
    found = []
    own = _CARRIERS.get(lows[verb])
    if lows[verb] == "turned" and not _AWAY.isdisjoint(lows[verb + 1 : verb + 2]):
        own = "reject"
    if own == "reject":
        own = refusal(scene)
    if own is not None and scene.k - verb <= _DIRECT_REACH:
        found.append(f"{mark}ch={own}")
    told = _CARRIERS.get(lows[scene.second]) if scene.second >= 0 else None
    if told is not None and verb - scene.second <= _CLAUSE_REACH and STOPS.isdisjoint(lows[scene.second + 1 : verb]):
        found.append(f"{mark}ch2={told}")
    before = lows[max(0, verb - 4) : verb]
    _add_carriers(lows, verb, before, mark, found)
    if is_denied(scene):
        found.append(f"{mark}chthat=reject")
    if before[-2:-1] == ["would"] and before[-1:] == ["have"]:
        found.append(f"{mark}ch=would_have")
    near = [token.low for token in scene.reading.tokens[max(0, verb - 3) : verb] if token.low != "may" or not token.name]
    if not _CHAINED.isdisjoint(near):
        found += [f"{mark}ch={modal}" for modal in ("will", "would", "could", "might", "may", "shall") if modal in near]
    if not IFS.isdisjoint(lows[: scene.k]):
        found.append("if<")
    return found


def _is_decided(scene: Scene) -> bool:
    """Return whether what a number is done to is decided ("decided in March to cut output by 5%"); not "would decide to"."""
    lows = scene.reading.lows
    return scene.second >= 0 and lows[scene.second] in _DECIDED and lows[scene.verb - 1] == "to"


def _add_carriers(lows: list[str], verb: int, before: list[str], mark: str, found: list[str]) -> None:
    """Add what carries a verb behind "to" or "that": "plans to buy", "is to be raised", "said that it would"."""
    if "to" in before:
        at = verb - len(before) + before.index("to")
        if at and lows[at - 1] in IS:
            found.append(f"{mark}ch=beto")
        for place in (at - 1, at - 2):
            carried = _CARRIERS.get(lows[place]) if place >= 0 else None
            if carried is not None:
                found.append(f"{mark}chto={carried}")
                break
    elif "that" in lows[max(0, verb - 12) : verb]:
        that = verb - 1 - lows[max(0, verb - 12) : verb][::-1].index("that")
        carried = _CARRIERS.get(lows[that - 1]) if that > 0 else None
        if carried is not None and NOT.isdisjoint(lows[max(0, that - 3) : that - 1]):  # "did not deny that it spent"
            found.append(f"{mark}chthat={carried}")


def _left(scene: Scene, found: list[str]) -> None:
    """Add the cues before the number, nearest first: in its clause, beyond a break, beyond another quantity."""
    reading, k = scene.reading, scene.k
    tokens, places, breaks = reading.tokens, reading.governing, reading.breaks
    first = first_of_event(reading, scene.position)
    before = reading.at[first - 1] if first else -1
    at = bisect_left(breaks, reading.at[first])
    broken = breaks[at - 1] if at else -1
    apart = next((one for one in reversed(reading.breaks_between(k - _REACH, reading.at[first])) if reading.lows[one] == ";"), -1)
    nearest = True
    for place in range(bisect_left(places, k) - 1, -1, -1):
        index = places[place]
        if k - index >= _REACH:
            break
        token = tokens[index]
        low = token.low
        zone = "Ls" if index < apart else "Lq" if index < before else "Lb" if index < broken else "L"
        if low in MODALS:
            found.append(f"{zone}:{low}")
            if nearest:
                found.append(f"{zone}1:modal")
                nearest = False
        elif low == "to":
            if zone == "L":
                found += ("L:to_V", f"L:{tokens[index - 1].low if index else '^'}_to")
            continue
        if is_no_cue(reading, index):
            continue
        for cue in token.cue:
            if cue == "reject" and index and tokens[index - 1].tag == "G":
                found.append(f"{zone}:not_{cue}")  # "has not ruled out selling 12%"
            elif cue in MODAL_CUES:
                found.append(f"{zone}:{cue}")
                if token.tag == "V" or zone == "L":
                    found.append(f"{zone}={low}")
                if nearest:
                    found.append(f"{zone}1:{cue}")
        if token.tag == "V":
            nearest = False


def _right(scene: Scene, found: list[str]) -> None:
    """Add the cues after the number, up to the second quantity from it."""
    reading, k = scene.reading, scene.k
    tokens, places, breaks, at = reading.tokens, reading.governing, reading.breaks, reading.at
    following = at[scene.position + 1] if scene.position + 1 < len(at) else len(tokens)
    last = at[scene.position + 2] if scene.position + 2 < len(at) else len(tokens)
    where = bisect_right(breaks, k)
    broken = breaks[where] if where < len(breaks) else len(tokens)
    for place in range(bisect_right(places, k), len(places)):
        index = places[place]
        if index >= last or index - k >= _REACH:
            break
        token = tokens[index]
        low = token.low
        zone = "Rq" if index > following else "Rb" if index > broken else "R"
        if low in MODALS or low in IFS:
            found.append(f"{zone}:{low}")
        if is_no_cue(reading, index):
            continue
        for cue in token.cue:
            if cue in MODAL_CUES:
                found.append(f"{zone}:{cue}")
                if zone != "Rq":
                    found.append(f"{zone}={low}")
