"""Aspects that the noun beside the number says by itself: "a fine of $2 million", "exports of 5 Mt", "12% of GDP"."""

from __future__ import annotations

from collections.abc import Iterable

from mineralclaims.claims.aspect_nouns import AFTER, BEFORE, HEADS, IN, OF, OF_SUMS, table
from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.clause_rules import splits_income
from mineralclaims.claims.money_aspects import money_aspect, valued_at
from mineralclaims.claims.ore_fines import fines_before, is_ore
from mineralclaims.claims.output_aspects import output_aspect
from mineralclaims.claims.owners import is_part_of_royalty
from mineralclaims.claims.passives import goes_abroad, passive_aspect
from mineralclaims.claims.role_parts import ROLES, role_of
from mineralclaims.claims.scene import Scene
from mineralclaims.claims.share_rules import is_market_share, relies
from mineralclaims.claims.trade_lists import trade_list
from mineralclaims.text.tags import lemma

_REACH, _GLOSS_AT_MOST = 3, 4
_MOVED_WITHIN = 7
_LOSING = frozenset({"cost", "lose", "forgo", "cause"})
_ROYALTIES = frozenset({"royalty", "nsr", "net-profits", "net-profit", "overriding"})
_REVENUES = frozenset({"revenue", "revenues", "earnings", "income", "receipts"})
_PER_SHARE = frozenset({
    "dividend", "dividends", "payout", "earnings", "earned", "earn", "earns", "profit", "profits", "loss", "losses",
    "lost", "net", "income", "eps", "shr", "cash-flow", "distribution", "revenue", "revenues", "expected", "expects",
})  # fmt: skip
"""What else than a price is said per share."""


# Changes in one word that says the direction too.
_CHANGES = {
    **dict.fromkeys(("halve", "halves", "halved", "halving"), "decrease"),
    **dict.fromkeys(("doubled", "tripled", "trebled", "quadrupled", "quintupled", "doubling", "tripling", "trebling"), "increase"),
}
# The way of a change, right before its number and right behind.
_WAYS = table(increase="up", decrease="down off")
_WAYS_BEHIND = table(increase="higher up more larger bigger dearer", decrease="lower down less fewer smaller cheaper short")
_CUES_OF_WAYS = {"up": "increase", "down": "decrease"}
_WITH_VERB = frozenset({"X", "A"})
_EVERYWHERE = frozenset({"worldwide", "globally", "nationwide"})
_AIMED_AT = frozenset({"budget", "target", "forecast", "forecasts", "estimate", "estimates", "plan"})
_UNDER = frozenset({"under", "below"})

# What somebody does with a part of something, by the verb right before it.
_DOING = {
    "produce": "production",
    "mine": "production",
    "import": "import",
    "export": "export",
    "refine": "processing",
    "smelt": "processing",
}

# What a part of something is of, with the verbs that make it a part of what is made or used up.
_CLASSES = {"reserve": "reserves", "reserves": "reserves", "resource": "resources", "resources": "resources"}
_USED = frozenset({"used", "consumed", "burned"})
_WORKED = frozenset({"refining", "processing", "smelting"})
_MADE, _CURRENT = frozenset({"output", "production"}), frozenset({"electricity", "power", "energy"})
_MAKING_UP = frozenset({
    "account", "make", "represent", "contribute", "command", "stand", "constitute", "provide", "supply", "form", "carry", "control", "comprise",
})  # fmt: skip
_GENERATING = frozenset({"generate", "provide", "produce", "supply"})
_USING_UP = frozenset({"use", "consume", "draw", "burn", "take", "eat", "buy", "need"})


def ruled_aspect(scene: Scene, claim_type: str) -> str | None:
    """Return the aspect that a noun beside the number settles, or None where none does."""
    tokens, k = scene.reading.tokens, scene.k
    if claim_type == "change":
        span = scene.reading.quantities[scene.position].span
        return _CHANGES.get(scene.reading.document.folded[span.start : span.end].lower()) or _direction(scene) or _moved_by(scene)
    if claim_type == "stake":
        if (
            any(token.low in _ROYALTIES and not token.name for token in tokens[k + 1 : k + 1 + _REACH])
            and tokens[k + 1].low != "of"
        ):
            return "royalty"
        if is_part_of_royalty(scene):
            return "royalty"
        return _said_before(scene, claim_type) or ("revenue" if splits_income(scene) is not None else None)
    if claim_type == "production":
        agreed = output_aspect(scene)
        if agreed is not None:
            return agreed
    if claim_type == "money" and (found := valued_at(scene) or ("price" if _is_share_price(scene) else None)) is not None:
        return found
    if claim_type == "reserve":
        return _classed(scene)
    if claim_type == "money" and fines_before(scene) >= 0:
        return "price"
    before = (money_aspect(scene) if claim_type == "money" else None) or _said_before(scene, claim_type)
    if before is not None:
        return before
    on = goes_on(scene)
    if claim_type in IN and on < len(tokens) and tokens[on].low in {"in", "of"}:
        phrase = scene.reading.phrase_from(on + 1)
        if tokens[on].low == "of":
            return "other" if phrase is not None and tokens[phrase.last].low in OF_SUMS else _by_subject(scene, claim_type)
        named = IN[claim_type].get(tokens[phrase.last].low) if phrase is not None and phrase.first - on <= 3 else None
        if named in {"revenue", "profit"} and lemma(scene.verb_word) in _LOSING:
            return "cost"
        return "aid" if named == "debt" and "aid" in scene.verb_cues else named
    after = AFTER.get(claim_type)
    if after is not None:
        phrase = scene.reading.phrase_from(k + 1)
        behind = after.get(tokens[phrase.last].low) if phrase is not None and phrase.first - k <= 2 else None
        return behind or _by_subject(scene, claim_type)
    if claim_type == "share" and relies(scene):
        return "import"
    if claim_type == "share" and (said := _listed_or_market(scene)) is not None:
        return said
    of = OF.get(claim_type)
    if of is not None and k + 1 < len(tokens) and (tokens[k + 1].low == "of" or _contributes(scene)):
        phrase = scene.reading.whole_from(k + 2)
        if phrase is None:
            return None
        # "rare earth processing": the tagger may take the last word for a verb
        behind = tokens[phrase.last + 1].low if phrase.last + 1 < len(tokens) else ""
        if behind == "and" and claim_type == "share" and _joins_revenues(scene, phrase.last + 2):
            return "other"
        named = of.get(behind if behind in {"processing", "refining"} else tokens[phrase.last].low)
        if claim_type == "share" and tokens[phrase.last].low == "capacity" and tokens[phrase.last - 1].low in _WORKED:
            return "processing"
        if named is None and claim_type == "share":
            named = _by_part(scene, tokens[phrase.last].low)
        return _by_doing(scene) if named is None else named
    return None


def _classed(scene: Scene) -> str | None:
    """Return the noun of what is in the ground: "22 million tonnes of known resources"."""
    if scene.reading.lows[scene.k + 1 : scene.k + 2] != ["of"]:
        return None
    phrase = scene.reading.phrase_from(scene.k + 2)
    return _CLASSES.get(scene.reading.lows[phrase.last]) if phrase is not None else None


def _listed_or_market(scene: Scene) -> str | None:
    """Return the aspect of a share that a list of trade says, or a market."""
    done = "export" if goes_abroad(scene) else passive_aspect(scene, "share")
    if done is not None:
        return done
    if scene.verb_word in _USED and scene.passive and scene.reading.lows[scene.k + 1 : scene.k + 2] != ["of"]:
        return "consumption"  # "copper was used in building, 42%"
    if (role := role_of(scene)) is not None:
        return ROLES[role]
    listed = trade_list(scene.reading, scene.k)
    if listed is not None:
        return listed[0]
    return "market" if is_market_share(scene) else None


def _by_part(scene: Scene, head: str) -> str | None:
    """Return the aspect of a share by what it is of and its verb: "accounts for 40% of output", "uses a fifth of the country's power"."""
    verb = lemma(scene.verb_word)
    if head in _MADE:
        return "production" if verb in _MAKING_UP else None
    if head == "generation":
        return "production"
    if head in _CURRENT:
        return "production" if verb in _GENERATING else "consumption" if verb in _USING_UP else None
    return None


def _by_doing(scene: Scene) -> str | None:
    """Return the aspect that the verb right before a share says: "refines about 40% of its ore"."""
    at = scene.k - 1
    while at > scene.verb and scene.reading.tokens[at].tag == "A":
        at -= 1
    return _DOING.get(lemma(scene.verb_word)) if at == scene.verb and not scene.passive else None


def _joins_revenues(scene: Scene, at: int) -> bool:
    """Return whether a phrase at a token is of revenues that another sort was joined to: "of export and government revenues"."""
    joined = scene.reading.phrase_from(at)
    return joined is not None and joined.first < joined.last and scene.reading.lows[joined.last] in _REVENUES


def _contributes(scene: Scene) -> bool:
    """Return whether "to" is what a share is a part of: "contributes 40% to GDP"."""
    return scene.reading.lows[scene.k + 1 : scene.k + 2] == ["to"] and "sharing" in scene.verb_cues


def _said_before(scene: Scene, claim_type: str) -> str | None:
    """Return the aspect that a noun says a few words before the number, no verb or number between."""
    words = BEFORE.get(claim_type)
    if words is None:
        return None
    end = _before_gloss(scene)
    for index in range(end - 1, max(0, end - _REACH) - 1, -1):
        token = scene.reading.tokens[index]
        if token.tag in {"Q", "V"}:
            break
        if token.low in words and not is_ore(scene.reading, index):
            return words[token.low]
    return None


def _before_gloss(scene: Scene) -> int:
    """Return the token before which a noun may say the aspect: the number, or the short form in brackets before "of": 'expense ("LOE") of'."""
    lows, k = scene.reading.lows, scene.k
    if lows[max(0, k - 2) : k] not in ([")", "of"], [")", "at"]):
        return k
    opens = next((at for at in range(k - 3, max(0, k - 3 - _GLOSS_AT_MOST), -1) if lows[at] == "("), -1)
    return k if opens < 0 else opens


def _direction(scene: Scene) -> str | None:
    """Return the direction of a change that the word right beside its number says: "up 9%", "down about 3%", "4% lower"."""
    tokens, k = scene.reading.tokens, scene.k
    before = k - 1
    while before > 0 and (tokens[before].tag == "A" and tokens[before].low not in _WAYS):
        before -= 1
    after = tokens[k + 1].low if k + 1 < len(tokens) else ""
    if after in _UNDER and scene.reading.quantities[scene.position].kind == "percent":
        return "decrease"  # "stocks lie 14% under last year's"
    if [token.low for token in tokens[k + 1 : k + 4]] == ["to", "the", "good"]:
        return "increase"  # "the index ended 0.5% to the good"
    if after == "over" and not _AIMED_AT.isdisjoint([token.low for token in tokens[k + 2 : k + 4]]):
        return "increase"  # "costs were 5% over budget"
    return (_WAYS.get(tokens[before].low) if before >= 0 else None) or _WAYS_BEHIND.get(after) or _named_behind(scene)


def _named_behind(scene: Scene) -> str | None:
    """Return the direction that the noun right behind the number says: "gains after a 12 percent slump", "a 5% price rise"."""
    phrase = scene.reading.phrase_from(scene.k + 1)
    if phrase is None or phrase.first != scene.k + 1:
        return None
    return _way_of(scene.reading.tokens[phrase.last].cue)


def _moved_by(scene: Scene) -> str | None:
    """Return the direction in which a verb moves something "by" the number: "lowered output by about 20 percent"."""
    verb, k = scene.verb, scene.k
    if (
        verb < 0
        or k - verb > _MOVED_WITHIN
        or scene.reading.lows[k - 1] != "by"
        or (scene.position and scene.reading.at[scene.position - 1] > verb)
    ):
        return None
    return _way_of(scene.verb_cues)


def _way_of(cues: Iterable[str]) -> str | None:
    """Return the direction that the meanings of one word say; None for a word that says none, or both."""
    found = [way for cue, way in _CUES_OF_WAYS.items() if cue in cues]
    return found[0] if len(found) == 1 else None


def _by_subject(scene: Scene, claim_type: str) -> str | None:
    """Return the aspect that the subject names, where its verb stands right behind it and no other number before this one."""
    subject, reading = scene.subject, scene.reading
    if subject is None or claim_type not in HEADS or scene.verb <= subject.last:
        return None
    if any(token.tag not in _WITH_VERB for token in reading.tokens[subject.last + 1 : scene.verb]):
        return None
    if scene.position and reading.at[scene.position - 1] > scene.verb:
        return None
    head = subject.last - (reading.lows[subject.last] in _EVERYWHERE and subject.last > subject.first)
    return HEADS[claim_type].get(reading.lows[head])


def _is_share_price(scene: Scene) -> bool:
    """Return whether an amount per share is what one costs: nothing in the sentence is earned, lost or distributed."""
    quantity = scene.reading.quantities[scene.position].quantity
    return quantity.per == "share" and _PER_SHARE.isdisjoint(scene.reading.lows)
