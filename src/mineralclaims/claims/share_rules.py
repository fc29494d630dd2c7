"""Rules for parts of a whole: of a total, of a market, parts of its own that something loses, and what pay goes up by."""

from __future__ import annotations

from mineralclaims.claims.besides import head_after, subject_head, words_after, words_before
from mineralclaims.claims.levels import is_level, levelled
from mineralclaims.claims.role_parts import is_ratio_to_output, role_of
from mineralclaims.claims.scene import Scene
from mineralclaims.text.tags import OWN, lemma

PEOPLE = frozenset(
    {"population", "workforce", "electorate", "respondents", "voters", "households", "workers", "employees", "staff"}
)
_TOTALS = PEOPLE | frozenset(
    {"market", "gdp", "output", "production", "supply", "supplies", "demand", "consumption", "exports", "imports"}
)
_SHARE = frozenset({"share", "fraction", "portion"})
_DEPENDENCES = frozenset({"dependence", "dependency", "reliance"})
_RELIANT, _TRADED = (
    frozenset({"reliant", "dependent"}),
    frozenset({"net", "import", "imports", "foreign", "or", "more", "completely"}),
)
_RELIANT_WITHIN = 3
_USING, _USED_WITHIN = frozenset({"use", "consume", "burn"}), 3
_EQUITIES = frozenset({"attributable", "carried", "equity", "free", "working"})
_PARTED = frozenset(
    {"revenue", "revenues", "proceeds", "profits", "profit", "mine", "project", "venture", "field", "company", "royalties"}
)
_PAY = frozenset({"wage", "wages", "pay", "salary", "salaries"})
_RAISES = frozenset({
    "offer", "offers", "increase", "increases", "rise", "rises", "raise", "raises", "claim", "claims", "award",
    "awards", "deal", "hike", "hikes", "settlement", "settlements", "cut", "cuts", "demand",
})  # fmt: skip
_LOST_REACH = 4
_MADE_WITHIN = 20
_LOSING = frozenset({"lose", "loses", "lost", "losing", "shed", "sheds", "shedding"})


def _takes_share(scene: Scene) -> bool:
    """Return whether a share "of" something is, or comes to, the number: "its share of supply was 34%", "up from 20%"."""
    if scene.verb < 0:
        return False
    if scene.reading.quantities[scene.position].quantity.unit != "%":
        return False
    towards = words_before(scene, 1) in (["to"], ["from"])
    if towards and not _DEPENDENCES.isdisjoint(levelled(scene)):
        return True  # "cut its dependence on imports to 20%"
    by_verb = towards and not _SHARE.isdisjoint(levelled(scene))
    if not by_verb and not is_level(scene, _SHARE):
        return False
    share = scene.subject if subject_head(scene) in _SHARE else scene.reading.phrase_from(scene.verb + 1)
    if share is not None and share.possessed is not None:
        share = share.possessed
    if share is None or not _EQUITIES.isdisjoint(scene.reading.lows[share.first : share.last]):
        return False
    of = scene.reading.lows[share.last + 1 : share.last + 2]
    whole = scene.reading.whole_from(share.last + 2) if of in (["of"], ["in"]) else None
    head = scene.reading.lows[whole.last] if whole is not None else ""
    if of == ["in"]:
        return head in _TOTALS
    return (of == ["of"] and head not in _PARTED) or scene.reading.lows[share.last - 1] == "market"


def names_share(scene: Scene, _previous: str) -> str | None:
    """Return share for a part "of" a total (of GDP, of the world's output) and for a "market share"."""
    if _takes_share(scene) or role_of(scene) is not None or is_ratio_to_output(scene):
        return "share"
    tokens, of = scene.reading.tokens, scene.k + 1
    if words_after(scene, 1) != ["of"]:
        if is_market_share(scene) or _is_share_of_output(scene):
            return "share"
        phrase = scene.reading.phrase_from(of) if head_after(scene) == "share" else None
        if phrase is not None:
            of = phrase.last + 1
    if of >= len(tokens) or tokens[of].low != "of":
        return None
    whole = scene.reading.whole_from(of + 1)
    return "share" if whole is not None and tokens[whole.last].low in _TOTALS else None


def relies(scene: Scene, _previous: str = "") -> str | None:
    """Return share for the part that somebody gets from elsewhere: "100% net import reliant for gallium", "98% reliant on China"."""
    near = scene.reading.lows[scene.k + 1 : scene.k + 1 + _RELIANT_WITHIN]
    at = next((index for index, low in enumerate(near) if low.rpartition("-")[2] in _RELIANT), -1)
    return "share" if at >= 0 and _TRADED.issuperset(near[:at]) else None


def uses_part(scene: Scene, _previous: str) -> str | None:
    """Return share for the part of something that somebody uses up: "uses nearly half of the region's power"."""
    near = 0 < scene.k - scene.verb <= _USED_WITHIN and words_after(scene, 1) == ["of"]
    return "share" if near and lemma(scene.verb_word) in _USING else None


def _is_share_of_output(scene: Scene) -> bool:
    """Return whether a bare share in brackets is one of what is made: "most output in the basin (64 percent share, …)"."""
    lows, k = scene.reading.lows, scene.k
    return lows[k - 1] == "(" and lows[k + 1 : k + 2] == ["share"] and not _TOTALS.isdisjoint(lows[max(0, k - _MADE_WITHIN) : k])


def is_market_share(scene: Scene) -> bool:
    """Return whether the number stands before "market share"."""
    phrase = scene.reading.phrase_from(scene.k + 1) if head_after(scene) == "share" else None
    return phrase is not None and scene.reading.lows[phrase.last - 1] == "market"


def loses_part(scene: Scene, _previous: str) -> str | None:
    """Return change for a part "of" its own that something loses: "shed a third of their employees"."""
    lost = scene.verb_word in _LOSING and scene.k - scene.verb <= _LOST_REACH and words_after(scene, 1) == ["of"]
    return "change" if lost and not OWN.isdisjoint(words_after(scene, 2)) else None


def raises_pay(scene: Scene, _previous: str) -> str | None:
    """Return change for what pay goes up by: "a 4.5 pct wage offer", "pay claims of 9%"."""
    lows, k = scene.reading.lows, scene.k
    after, before = lows[k + 1 : k + 3], lows[max(0, k - 3) : k]
    offered = len(after) > 1 and after[0] in _PAY and after[1] in _RAISES
    claimed = before[-1:] == ["of"] and before[:1] and before[0] in _PAY and before[1] in _RAISES
    return "change" if offered or claimed else None
