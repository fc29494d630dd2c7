"""Who buys, and what, where a deal is told by a noun or by a verb turned round.

"Orwin made a $5 million offer for Pelham", "Orwin's bid of $5 million", "Pelham was sold to Orwin for $5 million", "sold Pelham for $5
million to Orwin", "Pelham, acquired for $5 million by Orwin".
"""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.doers import is_somebody
from mineralclaims.text.tags import POSSESSIVE, lemma

_BIDS = frozenset({"bid", "offer", "takeover", "acquisition", "purchase", "buyout", "proposal", "buy-out"})
_BUYERS = frozenset({
    "team", "group", "consortium", "syndicate", "investor", "investors", "fund", "funds", "family", "buyer", "buyers", "management", "rival", "trust",
})  # fmt: skip
_PAID = frozenset({"for", "("})
_BOUGHT = frozenset({"buy", "acquire", "purchase"})
_FROM, _TARGET, _BY = frozenset({"from", "by"}), frozenset({"for", "of"}), frozenset({"by"})
_PRICED, _RELATIVES = frozenset({"for", "in", "last", "from"}), frozenset({"which", "that"})
_REACHES = frozenset({"to", "at", "of", "worth"})
_REACH, _BEFORE = 10, 2


def buyer(scene: Scene) -> Phrase | None:
    """Return who buys for the number: whose bid it is, or to or by whom something is sold."""
    reading = scene.reading
    noun = _bid(scene)
    if noun is not None:
        found = _behind(reading, noun.last, _FROM) or _behind(reading, goes_on(scene) - 1, _FROM) or _owner(scene, noun)
        if found is None and scene.subject is not None and not scene.passive and lemma(scene.verb_word) in verbs("bidding"):
            found = scene.subject
        return found if found is not None and is_somebody(scene, found) else None
    verb = _deal(scene)
    if not verb:
        return None
    if verb == "buy" and (_antecedent(scene) is not None or _buys_straight(scene)):
        return scene.subject
    link = "to" if verb == "sell" else "by"
    at = goes_on(scene)
    found = reading.whole_from(at + 1) if reading.lows[at : at + 1] == [link] else None
    sells = verb == "sell" and reading.lows[scene.k - 1] == "for"
    if found is None and (scene.passive or sells) and link in reading.lows[scene.verb : scene.k]:
        found = reading.whole_from(reading.lows.index(link, scene.verb) + 1)
    return found if found is not None and not found.time and _may_buy(scene, found) else None


def bought(scene: Scene) -> Phrase | None:
    """Return what is bought for the number: what a bid is for, whose owners answer it, or what is said to be sold."""
    reading = scene.reading
    noun = _bid(scene)
    if noun is not None:
        found = _behind(reading, noun.last, _TARGET) or _behind(reading, goes_on(scene) - 1, _TARGET)
        if (
            found is None
            and scene.subject is not None
            and (lemma(scene.verb_word) in verbs("answering_bids") or _behind(reading, noun.last, _BY) is not None)
        ):
            found = scene.subject
        return found
    verb, subject = _deal(scene), scene.subject
    if not verb:
        return None
    if scene.passive:
        paid = subject is not None and subject.last < scene.verb and reading.lows[scene.k - 1] == "for" and buyer(scene) is not None
        return subject if paid else None
    thing = _antecedent(scene) if verb == "buy" else None
    if thing is not None:
        return thing
    over = reading.lows[scene.verb + 1] == "over"  # "took over Pelham for $5 million"
    behind = reading.whole_from(scene.verb + 2) if over else reading.phrase_from(scene.verb + 1)
    straight = (
        behind is not None
        and (behind.first <= scene.verb + _BEFORE + over or _buys_straight(scene))
        and behind.last < scene.k
        and not behind.time
    )
    if not straight:
        return None
    at = goes_on(scene)
    sold = verb == "sell" and reading.lows[at : at + 1] == ["to"]
    opens = verb != "sell" and subject is not None and subject.first > scene.k  # "After buying Pelham for $5 million, Orwin"
    return behind if sold or opens or _buys_straight(scene) or (over and reading.lows[scene.k - 1] == "for") else None


def _buys_straight(scene: Scene) -> bool:
    """Return whether the clause is no more than who buys a name for the number: "Orwin is buying privately held Pelham Corp for $5 million"."""
    reading, subject = scene.reading, scene.subject
    if scene.passive or subject is None or subject.last > scene.verb or reading.lows[scene.k - 1] != "for":
        return False
    thing = reading.phrase_ending(scene.k - 2 - (reading.lows[scene.k - 2] == "."))  # "Pelham Corp. for $5 million"
    if thing is None or thing.time or not reading.tokens[thing.last].name or not is_somebody(scene, subject):
        return False
    return all(token.tag in {"A", "D"} for token in reading.tokens[scene.verb + 1 : thing.first])


def _may_buy(scene: Scene, phrase: Phrase) -> bool:
    """Return whether a phrase is somebody, or people who buy together: "a group of investors", "its management team"."""
    lows = scene.reading.lows
    return is_somebody(scene, phrase) or (lows[phrase.last] in _BUYERS and lows[scene.k - 1] in _PAID)


def _deal(scene: Scene) -> str:
    """Return "buy" or "sell" where the verb says so, else ""."""
    verb = lemma(scene.verb_word)
    if verb in _BOUGHT or (verb == "take" and scene.reading.lows[scene.verb + 1 : scene.verb + 2] == ["over"]):
        return "buy"
    return verb if verb == "sell" else ""


def _antecedent(scene: Scene) -> Phrase | None:
    """Return what somebody buys by a relative clause: Pelham in "Pelham, which Orwin bought for $5 million"."""
    reading, subject = scene.reading, scene.subject
    if scene.passive or subject is None or reading.lows[scene.verb + 1] not in _PRICED or not is_somebody(scene, subject):
        return None
    link = reading.link_before(subject)
    if link < 1 or subject.last > scene.verb or reading.lows[link] not in _RELATIVES:
        return None
    thing = reading.phrase_ending(link - 1 - (reading.lows[link - 1] == ","))
    return None if thing is None or thing.time else thing


def _bid(scene: Scene) -> Phrase | None:
    """Return the noun of a bid that the number is the size of: "a $5 million offer", "a bid of $5 million", "its bid for Pelham to $5 million"."""
    reading, k = scene.reading, scene.k
    noun = reading.phrase_from(goes_on(scene))
    if noun is not None and noun.first - k <= _BEFORE and reading.lows[noun.last] in _BIDS:
        return noun
    if k < _BEFORE or reading.lows[k - 1] not in _REACHES:
        return None
    noun = reading.phrase_ending(k - 2)
    for _ in range(_BEFORE):
        if noun is None or reading.lows[noun.last] in _BIDS:
            return noun
        noun = noun.holder
    return noun if noun is not None and reading.lows[noun.last] in _BIDS else None


def _owner(scene: Scene, noun: Phrase) -> Phrase | None:
    """Return whose bid it is: "Orwin's bid of $5 million", "Orwin's $5 million bid"."""
    if noun.possessor is not None:
        return noun.possessor
    tokens, at = scene.reading.tokens, min(scene.k, noun.first) - 1
    return scene.reading.phrase_ending(at - 1) if at > 0 and tokens[at].tag == POSSESSIVE else None


def _behind(reading: Reading, last: int, links: frozenset[str]) -> Phrase | None:
    """Return who stands behind a noun and a preposition, perhaps behind what another leads to: "offer for Pelham from Orwin"."""
    at = last + 1
    for _ in range(_BEFORE):
        link = reading.lows[at] if at < len(reading.lows) else ""
        phrase = reading.whole_from(at + 1) if link in _FROM or link in _TARGET else None
        if phrase is None or phrase.time or phrase.first - last > _REACH:
            return None
        if link in links:
            named = reading.phrase_from(phrase.last + 1)
            return named if named is not None and named.first == phrase.last + 1 and named.name else phrase  # "rival Pelham"
        at = phrase.last + 1
    return None
