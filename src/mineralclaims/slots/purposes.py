"""What money is for, where the words right behind the number say so: "spent $5m on the shaft", "invests $2bn in Ghana", "owes $3m to banks"."""

from __future__ import annotations

from mineralclaims.claims.besides import goes_on
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import verbs
from mineralclaims.slots.parties import Possible, of_phrase
from mineralclaims.text.tags import lemma

# After a verb of spending, and by the aspect of the claim alone, what a preposition right behind the number leads to.
_BEHIND_VERB = frozenset({"in", "into", "on", "to", "from"})
_LEADING = {"in": "investing", "from": "borrowing"}
_BEHIND = {"investment": frozenset({"on", "into", "to"}), "debt": frozenset({"to"})}


def purposes(options: list[Possible], scene: Scene, aspect: str) -> list[Possible]:
    """Return the phrase that is behind a number and a preposition of purpose; else all options."""
    tokens, at = scene.reading.tokens, goes_on(scene)
    link = tokens[at].low if at < len(tokens) else ""
    if link not in _BEHIND_VERB or tokens[scene.k - 1].low == "of":
        return options
    verb = lemma(scene.verb_word)
    leads = not scene.passive and verb in verbs(_LEADING.get(link, "spending"))
    hands = link == "to" and not scene.passive and verb in verbs("handing")
    if link not in _BEHIND.get(aspect, ()) and not leads and not hands:
        return options
    phrase = scene.reading.phrase_from(at + 1)
    if phrase is None or phrase.time:
        return options
    return of_phrase(options, phrase)[:1] or options
