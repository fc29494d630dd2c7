"""What money is for, where the words right behind the number say so: "spent $5m on the shaft", "invests $2bn in Ghana", "owes $3m to banks"."""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.parties import Possible, of_phrase
from mineralclaims.text.tags import NOUN, VERB, lemma

# After a verb of spending, and by the aspect of the claim alone, what a preposition right behind the number leads to.
_BEHIND_VERB = frozenset({"in", "into", "on", "to", "from"})
_LEADING = {"in": "investing", "from": "borrowing"}
_SIDES = frozenset(
    {"behalf", "favour", "favor", "side", "part", "expense", "disposal", "request", "name", "account", "hands", "coffers"}
)
"""What says only who it is: "to the state's coffers"."""

_BEHIND = {"investment": frozenset({"on", "into", "to"}), "debt": frozenset({"to"})}

_SUMS = frozenset({
    "revenue", "revenues", "profit", "profits", "earnings", "income", "sales", "ebitda", "ebit", "turnover", "gdp", "economy", "growth", "results",
    "total", "decline", "increase", "loss", "losses", "coffers", "exports", "budget",
})  # fmt: skip
"""What takings are a part of rather than given to: "contributed $5 million to revenue"."""

_NEAR, _JOINED = 3, frozenset({"and", "or", "&"})
_PARTS = frozenset({NOUN, VERB, "A"})
_ON_WORKS = frozenset({"investment", "aid"})
_WORKS = frozenset({
    "build", "construct", "upgrade", "expand", "develop", "establish", "repair", "mend", "modernise", "modernize", "refurbish", "rebuild",
    "renovate", "restore", "reopen", "widen", "extend", "overhaul", "electrify", "dredge", "equip", "complete", "finish",
})  # fmt: skip


def _worked_on(scene: Scene, at: int) -> Phrase | None:
    """Return what is to be built or mended for a sum: "$5 million to repair the dam"."""
    reading = scene.reading
    if reading.lows[at + 1 : at + 2] == [] or reading.lows[at + 1] not in _WORKS:
        return None
    phrase = reading.phrase_from(at + 2)
    if phrase is None or phrase.time or phrase.first > at + _NEAR or phrase.kind == "pronoun":
        return None
    goes_on_with = scene.reading.tokens[phrase.last + 2 : phrase.last + 3]
    part = phrase.after in _JOINED and goes_on_with and goes_on_with[0].tag in _PARTS and not goes_on_with[0].name
    return None if part else phrase  # "a copper smelting and refining plant"


def purposes(options: list[Possible], scene: Scene, aspect: str) -> list[Possible]:
    """Return the phrase that is behind a number and a preposition of purpose; else all options."""
    tokens, at = scene.reading.tokens, goes_on(scene)
    link = tokens[at].low if at < len(tokens) else ""
    works = _worked_on(scene, at) if aspect in _ON_WORKS and link == "to" else None
    if works is not None:
        return of_phrase(options, works)[:1] or options
    doing = _done_with(scene, at)
    if doing is not None:
        return of_phrase(options, _thing_owned(scene.reading, doing))[:1] or options
    if link not in _BEHIND_VERB or tokens[scene.k - 1].low == "of":
        return options
    verb = lemma(scene.verb_word)
    leads = not scene.passive and verb in verbs(_LEADING.get(link, "spending"))
    hands = link == "to" and not scene.passive and verb in verbs("handing")
    if link not in _BEHIND.get(aspect, ()) and not leads and not hands:
        return options
    phrase = scene.reading.phrase_from(at + 1)
    if phrase is None or phrase.time or (verb == "contribute" and tokens[phrase.last].low in _SUMS):
        return options
    return of_phrase(options, _thing_owned(scene.reading, phrase))[:1] or options


def _done_with(scene: Scene, at: int) -> Phrase | None:
    """Return what is worked on with a sum that is spent: "spent $20 million upgrading its smelter", "invests $5 million in expanding the port"."""
    reading, tokens = scene.reading, scene.reading.tokens
    if scene.passive or lemma(scene.verb_word) not in verbs("spending"):
        return None
    at += reading.lows[at : at + 1] in (["in"], ["on"])
    if at + 1 >= len(tokens) or tokens[at].tag != VERB or not tokens[at].low.endswith("ing"):
        return None
    phrase = reading.phrase_from(at + 1)
    return None if phrase is None or phrase.time or phrase.first > at + _NEAR or phrase.kind == "pronoun" else phrase


def _thing_owned(reading: Reading, owner: Phrase) -> Phrase:
    """Return what an owner owns, where the sum goes into that: "on the mine's shaft"; the owner itself where nothing is owned but a side."""
    thing = owner.possessed
    return owner if thing is None or thing.time or reading.lows[thing.last] in _SIDES else thing
