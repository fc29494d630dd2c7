"""What an open offer comes to: "the bid values it at $4bn", "the proposal is a 28% premium", "under the deal, holders will receive $3 a share"."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene

_OFFERS = frozenset(
    {"offer", "bid", "proposal", "approach", "takeover", "buyout", "buy-out", "merger", "deal", "transaction", "agreement"}
)
_COMES_TO = frozenset({"values", "value", "represents", "represent", "implies", "imply", "valuing", "representing", "implying"})
_IS = frozenset({"is", "are"})
_PREMIUM = frozenset({"premium", "discount"})
_HOLDERS = frozenset({"holders", "shareholders", "stockholders", "securityholders", "unitholders"})
_GET = frozenset({"receive", "get", "own", "hold", "have"})
_SHALL = frozenset({"will", "would", "shall"})
_DEALS = _OFFERS | {"terms", "arrangement", "combined", "enlarged", "completion", "closing", "tender"}
_CLOSES = frozenset({"close", "price"})
_OF_THE_MARKET = frozenset({"closing", "close", "trading"})
_AFTER, _MARKET_REACH, _VALUES_REACH, _SENTENCE_REACH = 4, 4, 12, 40


def offered(scene: Scene, claim_type: str) -> list[str]:
    """Return whether a number is of an offer that is still open, or of the market that it is compared with."""
    if claim_type not in {"money", "change", "stake"}:
        return []
    if claim_type == "money" and _is_of_market(scene):
        return ["offer:market"]
    if claim_type != "stake" and (_values(scene) if scene.verb < 0 else _comes_to(scene)):
        return ["offer:values"]
    return ["offer:holders"] if _is_for_holders(scene) else []


def _is_of_market(scene: Scene) -> bool:
    """Return whether a price is one that was paid at an exchange: "a closing price of 41p", "Friday's close of $3"."""
    lows, k = scene.reading.lows, scene.k
    if k < _MARKET_REACH or lows[k - 1] not in {"of", "at"} or lows[k - 2] not in _CLOSES:
        return False
    return not _OF_THE_MARKET.isdisjoint(lows[k - _MARKET_REACH : k - 1])


def _values(scene: Scene) -> bool:
    """Return whether an offer "values" something at a number, where that word may be a noun: "the proposal values Orwin at $1.9bn"."""
    lows, k = scene.reading.lows, scene.k
    near = lows[max(0, k - _VALUES_REACH) : k]
    return "values" in near[1:] and near[near.index("values", 1) - 1] in _OFFERS and near[-1] == "at"


def _comes_to(scene: Scene) -> bool:
    """Return whether an offer is said in the present to value something so, or to be so much above its price."""
    lows, verb = scene.reading.lows, scene.verb
    if lows[verb] not in _COMES_TO and not (
        lows[verb] in _IS and (_is_premium(scene) or "above" in lows[scene.k : scene.k + _AFTER])
    ):
        return False
    apart = lows[verb - 1] == "," and lows[verb] not in _IS
    return not apart and scene.subject is not None and lows[scene.subject.last] in _OFFERS


def _is_premium(scene: Scene) -> bool:
    """Return whether a part is that of a premium: "a 28% premium", "a premium of 28%"."""
    lows, k = scene.reading.lows, scene.k
    return not _PREMIUM.isdisjoint([*lows[max(0, k - 2) : k], *lows[k + 1 : k + 2]])


def _is_for_holders(scene: Scene) -> bool:
    """Return whether a clause says what the holders of shares will have of a deal."""
    lows, subject = scene.reading.lows, scene.subject
    if scene.verb < 0 or subject is None or lows[subject.last] not in _HOLDERS or scene.verb_word not in _GET:
        return False
    if _SHALL.isdisjoint(lows[subject.last + 1 : scene.verb]):
        return False
    return not _DEALS.isdisjoint(lows[max(0, scene.k - _SENTENCE_REACH) : scene.k + _SENTENCE_REACH])
