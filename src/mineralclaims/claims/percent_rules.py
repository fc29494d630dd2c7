"""Rules for percentages by what stands around them: answers of people asked, growth, parts of stocks, two numbers with one noun."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.claims.besides import subject_head, words_after
from mineralclaims.claims.levels import GROWTH, is_level, levelled
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import changes, country_words
from mineralclaims.text.tags import BE, NUMBER

_ANSWERS = frozenset({
    "said", "say", "think", "thought", "believe", "expect", "plan", "want", "support", "oppose", "favour", "favor", "agree", "disagree",
    "were", "intend", "fear", "hope", "approve", "disapprove", "predict", "trust",
})  # fmt: skip
_STARTS = frozenset({",", ":", ";", "and", "while", "but", "that", '"', "or", "(", "whereas", "."})
_AIMS = frozenset({"target", "targets", "rate", "rates", "forecast", "forecasts", "pace", "projection", "goal", "objective"})
_DIRECTIONS, _PACES, _PACE_WITHIN = frozenset({"up", "down"}), frozenset({"rate", "pace", "clip", "speed"}), 8
_AGAINST = frozenset({"premium", "discount"})
_PARTS = frozenset({"proportion", "proportions", "percentage", "percentages"})
_REACHES = frozenset(
    {"reach", "reaches", "reached", "hit", "hits", "exceed", "exceeds", "exceeded", "is", "was", "are", "were", "be"}
)
_HELD = frozenset({"stocks", "stockpile", "stockpiles", "inventories", "reserves", "resources", "needs", "requirements", "trade"})
_KEEPS = frozenset({"hold", "holds", "held", "holding", "has", "have", "had", "contain", "contains", "store", "stores", "stored"})
_WORLD = frozenset({"world", "globe", "planet", "nation", "country", "continent", "region"})
_BALANCES = frozenset({"deficit", "deficits", "surplus", "surpluses"})
_SHARED_REACH, _NEAR_REACH = 22, 3
_SHORT, _BY, _MORE_THAN = ["short", "of"], frozenset({"more", "less", "fewer"}), frozenset({"than", "for"})
_HIGHER = frozenset({"higher", "lower", "dearer", "cheaper", "bigger", "smaller", "larger", "greater"})
_RATIO = 2
_POINTS = frozenset({"last", "this", "next", "that", "of"})

_MOVED = frozenset({
    "jumped", "jumps", "tumbled", "soared", "plunged", "slumped", "surged", "slid", "climbed", "rallied", "sank", "plummeted", "rose", "fell",
    "dropped", "slipped", "leapt", "leaped", "declined", "grew", "shrank", "crashed", "retreated", "rebounded", "advanced",
})  # fmt: skip
_HAS = frozenset({"has", "have", "had", "holds", "hold", "held", "owns", "own", "owned", "keeps", "retains"})
_HAD_WITHIN, _HAD_REACH = 5, 8


def answers_survey(scene: Scene, _previous: str) -> str | None:
    """Return share for those who answer or do something: "of the firms asked, 48% were hiring", "15 per cent who said so"."""
    after, k = words_after(scene, 1), scene.k
    if after == ["who"]:
        return "share"
    if not after or after[0] not in _ANSWERS:
        return None
    return "share" if not k or scene.reading.lows[k - 1] in _STARTS else None


def names_growth(scene: Scene, _previous: str) -> str | None:
    """Return change for a rise or fall that the number says the size of: "a 5 percent price decline", "an 8% annual growth target"."""
    reading, k = scene.reading, scene.k
    if not GROWTH.isdisjoint(levelled(scene)) or is_level(scene, GROWTH):
        return "change"  # "growth slowed to 3 percent amid tariffs", "the growth rate is 5%"
    if _moves_at_rate(scene) or _moves_by(scene):
        return "change"
    if _is_compared(words_after(scene, 2)):
        return "change"
    phrase = reading.phrase_from(k + 1)
    if phrase is None or phrase.first - k > _NEAR_REACH or phrase.possessed is not None:
        return None
    lows = reading.lows[phrase.first : phrase.last + 1]
    if lows[-1] in _AIMS:
        return "change" if "growth" in lows else None
    if lows[-1] in _AGAINST and reading.lows[k - 1] != "(":
        return "change"  # "a 44 percent premium"
    return "change" if lows[-1] in changes() and reading.lows[k + 1] not in _POINTS else None


def _is_compared(after: list[str]) -> bool:
    """Return whether what follows sets against something: "6% short of the target", "9 percent more for crude", "62% more than", "11% lower"."""
    if not after:
        return False
    return after == _SHORT or after[0] in _HIGHER or (after[0] in _BY and after[-1] in _MORE_THAN)


def _moves_by(scene: Scene) -> bool:
    """Return whether a verb of moving stands right before the number: "jumped 8% in Toronto"; not "dropped 8% of its stake"."""
    before = scene.reading.tokens[scene.k - 1] if scene.k else None
    return (
        before is not None and before.tag == "V" and before.low in _MOVED and words_after(scene, 1)[:1] not in (["of"], ["stake"])
    )


def _moves_at_rate(scene: Scene) -> bool:
    """Return whether the number is how fast something grows or shrinks: "is growing at a rate of 3% a year", "shrank at an annual pace of 2%"."""
    lows, verb, k = scene.reading.lows, scene.verb, scene.k
    if not 0 < k - verb <= _PACE_WITHIN or _DIRECTIONS.isdisjoint(scene.verb_cues) or "at" not in lows[verb + 1 : k]:
        return False
    if k + 1 in scene.reading.commodity_tokens or any(token.tag == NUMBER for token in scene.reading.tokens[verb + 1 : k]):
        return False  # "the hole cut 8 m at 3.4% nickel"
    return lows[k - 1] == "at" or (lows[k - 1] == "of" and lows[k - 2] in _PACES)


def is_proportion(scene: Scene, _previous: str) -> str | None:
    """Return share for what a proportion or percentage of something is or reaches, and for a deficit ratio."""
    if scene.k + 1 in scene.reading.commodity_tokens:
        return None  # "the proportions are 29% nickel, 17% cobalt"
    head = subject_head(scene)
    if head in _PARTS and scene.verb_word in _REACHES and scene.k - scene.verb <= _NEAR_REACH:
        return "share"
    if not _PARTS.isdisjoint(levelled(scene)):
        return "share"
    before = scene.reading.lows[max(0, scene.k - _NEAR_REACH - 1) : scene.k]
    return "share" if any(one in _BALANCES and other in {"ratio", "ratios"} for one, other in pairwise(before)) else None


def is_part_of_stock(scene: Scene, _previous: str) -> str | None:
    """Return share for the part of a country's or the world's stocks that something holds: "some 5% of Britain's fuel stocks"."""
    reading, k = scene.reading, scene.k
    if reading.lows[k + 1 : k + 2] != ["of"] or scene.verb_word not in _KEEPS:
        return None
    owner, whole = reading.phrase_from(k + 2), reading.whole_from(k + 2)
    if owner is None or whole is None or whole is owner or reading.lows[whole.last] not in _HELD:
        return None
    return "share" if reading.lows[owner.last] in country_words() | _WORLD else None


def is_owned_part(scene: Scene, _previous: str) -> str | None:
    """Return stake for a part "of" something that is or must be owned, or that somebody has in it: "25% of mines must be state-owned", "in which it has 66%"."""
    reading, k = scene.reading, scene.k
    if _is_had_in(scene):
        return "stake"
    if reading.lows[k + 1 : k + 2] != ["of"]:
        return None
    near = reading.lows[k + 2 : k + _SHARED_REACH]
    end = next((at for at, low in enumerate(near) if low in {";", "."}), len(near))
    owned = any(one in BE | {"been"} and other.endswith("-owned") for one, other in pairwise(near[:end]))
    return "stake" if owned else None


def _is_had_in(scene: Scene) -> bool:
    """Return whether somebody has a part "in which" or "in whom", and no part of anything else behind it: "in which Orwin has 40%"."""
    lows, k, verb = scene.reading.lows, scene.k, scene.verb
    if not 0 < k - verb <= _HAD_WITHIN or lows[verb] not in _HAS or lows[k + 1 : k + 2] == ["of"]:
        return False
    before = lows[max(0, verb - _HAD_REACH) : verb]
    return any(one == "in" and other in {"which", "whom"} for one, other in pairwise(before))


def is_respective(scene: Scene, previous: str) -> str | None:
    """Return the type before for the second of two numbers that "respectively" gives to two things: "were down 1% and 2% respectively"."""
    reading, position = scene.reading, scene.position
    if not previous or not position or scene.k - reading.at[position - 1] != _RATIO or reading.lows[scene.k - 1] != "and":
        return None
    alike = reading.quantities[position - 1].quantity.unit == reading.quantities[position].quantity.unit
    return previous if alike and "respectively" in words_after(scene, 2) else None
