"""Parts in a list of owners: all of them are in one thing ("its owners were Orwin (34%) and the state (20%)")."""

from __future__ import annotations

from mineralclaims.claims.scene import Scene
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.coordination import gapped
from mineralclaims.slots.discourse import Discourse, Memory
from mineralclaims.slots.parties import Option, Possible, of_memory
from mineralclaims.spans import Mention
from mineralclaims.text.tags import AUXILIARY, DETERMINER, VERB

_CLOSES = frozenset({")", ",", ";", ".", "and"})
_LEADS = frozenset({"(", "with", "-", "–"})
_WITHIN = 16
_LISTED = frozenset({",", "and"})
_REST, _SENTENCES_BACK = frozenset({"remaining", "other"}), 3
_STAKES = (["stake"], ["interest"], ["share"], ["equity"])
_OWN_OBJECT = (["of"], ["in"])


def but_owners(options: list[Possible], scene: Scene, owner: Option) -> list[Possible]:
    """Return the possible objects of a stake but who else owns a part ("has 40%, Galle 50% and the state 10%"), and its owner's longer name."""
    kept = [option for option in options if not _is_owner(option[2], scene, owner.mention)]
    return kept if any(option[2] is not None for option in kept) else options


def _is_owner(source: Candidate | Memory | None, scene: Scene, owner: Mention | None) -> bool:
    """Return whether an option is the next owner of a list, right before its part, or the owner by another name or by what it is."""
    if isinstance(source, Memory):
        return owner is not None and antecedents_of(scene.reading.document).cast.same(source.words, owner.text)
    if source is None or source.reading is not scene.reading:
        return False
    if source.first < scene.k:
        return _describes(source, scene, owner)
    reading, behind = source.reading, source.phrase.last + 1
    listed = source.phrase.before in _LISTED and scene.position + 1 < len(reading.at)
    return listed and behind in reading.at[scene.position + 1 :] and reading.quantities[reading.at.index(behind)].kind == "percent"


def _describes(source: Candidate, scene: Scene, owner: Mention | None) -> bool:
    """Return whether a phrase between commas only says what the owner before it is: "Orwin, the state firm, owns 7% of it"."""
    phrase, tokens = source.phrase, scene.reading.tokens
    at = phrase.first - 1 - (phrase.first > 0 and tokens[phrase.first - 1].tag == DETERMINER)
    if owner is None or phrase.name or phrase.after != ",":
        return False
    behind = phrase.last + 2
    closed = scene.reading.document.folded.startswith(",", owner.span.end)
    named = behind < len(tokens) and tokens[behind].start == owner.span.start and closed  # "the state firm, Orwin, would keep 51%"
    return named or (at > 0 and tokens[at].low == "," and tokens[at - 1].end == owner.span.end)


def _is_rest(scene: Scene) -> bool:
    """Return whether a part is what others leave of what was told of, and of nothing named behind it: "the state holds the remaining 36%"."""
    lows, k = scene.reading.lows, scene.k
    if _REST.isdisjoint(lows[max(0, k - 2) : k]):
        return False
    return lows[k + 1 : k + 2] not in _OWN_OBJECT and (lows[k + 1 : k + 2] not in _STAKES or lows[k + 2 : k + 3] not in _OWN_OBJECT)


def in_the_same(options: list[Possible], scene: Scene, discourse: Discourse) -> list[Possible]:
    """Return the object of the stake before it in a list of owners with their parts, or where the rest is somebody's; else all options."""
    last, objects, reading, k = discourse.last_claim, discourse.objects, scene.reading, scene.k
    before = scene.position - 1
    if _is_rest(scene) and objects and objects[-1].type == "stake" and reading.number - objects[-1].sentence <= _SENTENCES_BACK:
        return of_memory(options, objects[-1])
    if last.type != "stake" or (last.sentence, last.position) != (reading.number, before):
        return options
    if (
        scene.subject is not None and reading.lows[k + 1 : k + 2] not in _OWN_OBJECT and gapped(scene) is not None
    ):  # "Orwin has a 40% interest, Calder 40% and the state 20%"
        had = bool(objects) and objects[-1].sentence == reading.number
        return of_memory(options, objects[-1]) if had else [option for option in options if option[2] is None] or options
    if not objects:
        return options
    if objects[-1].sentence != reading.number or objects[-1].type != "stake" or k - reading.at[before] > _WITHIN:
        return options
    closed = all(reading.lows[at + 1 : at + 2] == [] or reading.lows[at + 1] in _CLOSES for at in (reading.at[before], k))
    between = reading.tokens[reading.at[before] + 1 : k]
    bare = reading.lows[k - 1] in _LEADS and not any(
        token.tag in {VERB, AUXILIARY} or token.low in {"of", "in"} for token in between
    )
    if not closed or not bare:
        return options
    return of_memory(options, objects[-1])
