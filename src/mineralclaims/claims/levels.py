"""What a percentage is the level of: the noun that a verb or a preposition takes to it ("raise tariffs to 25%", "a drop in grades from 2%")."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import BE

TARIFFS = frozenset({"tariff", "tariffs", "duty", "duties", "levy", "levies"})
STAKES = frozenset({"stake", "stakes", "shareholding", "shareholdings", "holding", "ownership", "take", "position"})
GRADES = frozenset({"grade", "grades"})
RATES = frozenset({"rate", "rates", "level", "levels"})
TAXES = frozenset({"tax", "taxes"})
_AT_THE_BORDER = frozenset({"export", "import", "border", "exports", "imports", "customs"})
INTERESTS = frozenset({"interest", "interests"})
_OF_OWNERS = frozenset({
    "carried", "free-carried", "working", "participating", "equity", "economic", "ownership", "controlling", "minority",
    "majority", "beneficial", "free",
})  # fmt: skip
_HELD = frozenset({
    "venture", "ventures", "project", "field", "mine", "company", "consortium", "licence", "license", "block",
    "concession", "partnership", "smelter", "refinery", "pipeline",
})  # fmt: skip
_ROYALTIES = frozenset({"royalty", "royalties", "nsr"})
GROWTH = frozenset({"growth", "cagr"})
_RATED = TARIFFS | TAXES | _ROYALTIES | GRADES | STAKES | GROWTH
_STEPS = frozenset({
    "higher", "lower", "softer", "weaker", "stronger", "richer", "poorer", "better", "cheaper", "dearer", "larger",
    "smaller", "greater", "more", "less", "above", "below",
})  # fmt: skip
_KEPT = frozenset({"tariff", "stake", "grade", "share"})
_CLOSING = frozenset({",", ".", ";", ")", "and", "in", "but", "–", "-"})
_SAME_REACH = 25
_MOVED_WITHIN = 6
_CLAUSE = 30
_BEING = BE | {"been", "stays", "stayed", "stay", "stands", "stood", "remains", "remained"}
_TURNED = frozenset({"up", "down", "off", "ahead"})
_LEVEL_REACH = 3
_OTHER_RATES = frozenset({
    "interest", "growth", "inflation", "unemployment", "exchange", "policy", "discount", "tax", "taxes", "lending",
    "bank", "jobless", "mortgage", "prime", "repo", "utilisation", "utilization",
})  # fmt: skip
_TOWARDS = frozenset({"to", "from"})
_INSIDE = frozenset({"in", "on", "of", "for"})
_DETACHED = frozenset({"by", "to", "from", "with", "than", "despite", "after", "before", "over", "against", "as"})
_CHAIN_AT_MOST = 3


def levelled(scene: Scene) -> set[str]:
    """Return the heads of what is taken to or from the level that the number is: by its verb, or by the noun before it; found once."""
    if scene.levels is None:
        scene.levels = _levelled(scene)
    return scene.levels


def _levelled(scene: Scene) -> set[str]:
    """Look for what is taken to or from the level that the number is."""
    tokens, verb, k = scene.reading.tokens, scene.verb, scene.k
    unit = scene.reading.quantities[scene.position].quantity.unit
    towards = tokens[k - 1].low if k else ""
    if towards == "of":
        phrase = scene.reading.phrase_ending(k - 2)
        return {head_of(scene.reading, phrase)} if phrase is not None else set()
    if towards not in _TOWARDS and towards != ("by" if unit == "pp" else "at"):
        return set()
    found = _chain_before(scene.reading, k - 2) if towards != "by" else set()
    if verb < 0 or (towards == "at" and scene.verb_word not in _BEING):
        return found
    if scene.subject is not None:
        found.add(head_of(scene.reading, scene.subject))
    phrase = scene.reading.phrase_from(verb + 1) if verb < k else None
    if phrase is not None and phrase.first <= verb + 2:
        found.add(head_of(scene.reading, phrase))
    return found


def _chain_before(reading: Reading, last: int) -> set[str]:
    """Return the heads of the nouns that end at a token, each inside the one before it ("a drop in the grade of ore")."""
    found: set[str] = set()
    for _ in range(_CHAIN_AT_MOST):
        phrase = reading.phrase_ending(last)
        if phrase is None or phrase.before in _DETACHED:
            break
        found.add(head_of(reading, phrase))
        at = reading.link_before(phrase)
        if reading.lows[at] not in _INSIDE:
            break
        last = at - 1
    return found


def head_of(reading: Reading, phrase: Phrase) -> str:
    """Return the noun that says what a phrase is: of "the tariff rate" and "rates of duty" the tariff, of "a growth rate" the growth, of a royalty and a working interest the stake."""
    lows, last = reading.lows, phrase.last
    low = lows[last]
    if low in RATES:
        inner = reading.phrase_from(last + 2) if lows[last + 1 : last + 2] == ["of"] else None
        if phrase.first < last and lows[last - 1] in _RATED:
            last -= 1
        elif inner is not None and lows[inner.last] in TARIFFS:
            last = inner.last
        low = lows[last]
    if low in TAXES and lows[last - 1] in _AT_THE_BORDER:
        return "tariff"
    if low == "share" and lows[last + 1 : last + 2] == ["in"]:
        held = reading.whole_from(last + 2)
        return "stake" if held is not None and lows[held.last] in _HELD else low
    owned = low in INTERESTS and not _OF_OWNERS.isdisjoint(lows[phrase.first : last])
    return "stake" if owned or low in _ROYALTIES else low


def is_interest_after(reading: Reading, k: int) -> bool:
    """Return whether a carried, working or participating interest follows the number."""
    lows, at = reading.lows, k + 1
    while at < len(lows) - 1 and at <= k + _CHAIN_AT_MOST and lows[at] in _OF_OWNERS:
        at += 1
    return at > k + 1 and lows[at] in INTERESTS


def is_level(scene: Scene, heads: frozenset[str]) -> bool:
    """Return whether the subject is, or stays at, the number: "the tariff is 25%", not "tariffs were 4% lower"."""
    lows, k = scene.reading.lows, scene.k
    if scene.subject is None or scene.verb_word not in _BEING or k - scene.verb > _LEVEL_REACH:
        return False
    if not _TURNED.isdisjoint(lows[max(scene.verb, 0) : k]):
        return False
    return head_of(scene.reading, scene.subject) in heads and _STEPS.isdisjoint(lows[k + 1 : k + 2])


def is_rate_of_tariff(scene: Scene, previous: str) -> bool:
    """Return whether a bare "rate" that is taken to the number goes on with a tariff before it ("the rate falls back to 9%")."""
    if (previous or scene.reading.previous_type) != "tariff":
        return False
    lows, k = scene.reading.lows, scene.k
    named = (k > 1 and lows[k - 1] == "of" and lows[k - 2] in RATES) or not RATES.isdisjoint(lows[k + 1 : k + 2])
    if not named and RATES.isdisjoint(levelled(scene)):
        return False
    return _OTHER_RATES.isdisjoint(lows[max(0, k - _CLAUSE) : k + _CLAUSE])


def keeps_level(scene: Scene, previous: str) -> str | None:
    """Return the type before where the number is of the same: "grades from 1.6% to 1.1%", "before that it was 39%", "ahead of Chile's 14%"."""
    position, reading, k = scene.position, scene.reading, scene.k
    if not position or not k or previous not in _KEPT:
        return None
    if reading.quantities[position - 1].quantity.unit != reading.quantities[position].quantity.unit:
        return None
    before = reading.tokens[k - 1]
    if reading.lows[k - 2 : k] in (["down", "from"], ["up", "from"]) and k - reading.at[position - 1] <= _MOVED_WITHIN:
        return previous  # "a 64 percent share, down from 81 percent"
    if previous == "share" and before.low == "(" and reading.lows[k + 1 : k + 4] in ([",", "down", "from"], [",", "up", "from"]):
        return previous
    if before.low in _TOWARDS:
        return previous if previous != "share" and reading.at[position - 1] == k - 2 else None
    if before.tag == "S":
        closed = reading.lows[k + 1 : k + 2]
        return previous if not closed or closed[0] in _CLOSING else None
    it_is = scene.verb_word in _BEING and scene.verb == k - 1 and reading.lows[k - 2] == "it"
    return previous if it_is and k - reading.at[position - 1] <= _SAME_REACH else None
