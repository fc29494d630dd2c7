"""Subjects that the verb settles: who imposes a tariff, whose money it is."""

from __future__ import annotations

from collections.abc import Callable

from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import authorities, verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.coordination import gapped_name, respective
from mineralclaims.slots.imposers import another_imposer, decider, owner_before
from mineralclaims.slots.parties import BASE, Possible, fitting, of_phrase
from mineralclaims.slots.rates import in_brackets_of
from mineralclaims.text.tags import lemma

_PERSONS = frozenset({"he", "she"})
_CLAIMED_WITHIN = 8
_BUYING = frozenset({"buy", "acquire", "purchase"})


def imposers(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return whoever a verb of imposing has as its subject, where that is a name or an authority; else all options."""
    another = another_imposer(scene) or owner_before(scene)
    if another is not None:
        return of_phrase(options, another, BASE)
    decided = decider(scene)
    if decided is not None:
        return of_phrase(options, *decided) or options
    phrase = scene.subject
    if phrase is None or scene.passive or in_brackets_of(scene) is not None or lemma(scene.verb_word) not in verbs("imposing"):
        return options
    phrase = respective(scene) or phrase  # "Peru and Chile impose tariffs of 2% and 3% respectively"
    person = phrase.kind == "pronoun" and scene.main is None and scene.reading.lows[phrase.last] in _PERSONS
    if not phrase.name and not person and scene.reading.lows[phrase.last] not in authorities():
        return options
    return fitting(options, lambda candidate: candidate.phrase is phrase) or options


def payers(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return whose money it is, where the clause says so by its verb; else all options.

    It is from whom money is sought ("seeks $2 billion from the insurers"), and whose name stands right before a verb of paying
    ("Halden bought the mine for $90 million").
    """
    if gapped_name(scene) is not None:
        return options
    verb = lemma(scene.verb_word)
    if verb in _BUYING and not scene.passive and scene.verb_word not in _BUYING and _is_participle(scene):
        buyer = _buyer(scene)
        return options if buyer is None else of_phrase(options, buyer, BASE) or options
    if verb in _BUYING and not scene.passive:
        options = _without_bought(options, scene)
    fits = None if scene.passive else next((fits for does, fits in _PAYERS if verb in verbs(does)), None)
    if fits is None:
        return options
    return fitting(options, lambda candidate: fits(scene, candidate))[:1] or options


def _without_bought(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the options but what is bought "for" the number, who may have a name too: "plans to buy its rival Orwin for $9 billion"."""
    reading = scene.reading
    thing = reading.phrase_from(scene.verb + 1) or _part_bought(scene)
    if thing is None or reading.lows[scene.k - 1] != "for" or thing.last >= scene.k:
        return options
    return [option for option in options if not (isinstance(option[2], Candidate) and option[2].phrase is thing)] or options


def _part_bought(scene: Scene) -> Phrase | None:
    """Return what a part is bought of: "acquired 51% of Orwin for $5 million"."""
    reading, part = scene.reading, scene.verb + 1
    if not scene.position or reading.at[scene.position - 1] != part or reading.lows[part + 1 : part + 2] != ["of"]:
        return None
    return reading.whole_from(part + 2)


def _is_participle(scene: Scene) -> bool:
    """Return whether a verb of buying has no object behind it, so that it says what was bought ("Orwin, bought last year for $5m")."""
    tokens, verb = scene.reading.tokens, scene.verb
    phrase = scene.reading.phrase_from(verb + 1)
    if _part_bought(scene) is not None:
        return False
    nothing = phrase is None or phrase.first > scene.k or phrase.time
    return verb + 1 < scene.k and (tokens[verb + 1].tag in {"P", "A"} or (nothing and tokens[verb + 1].tag != "D"))


def _buyer(scene: Scene) -> Phrase | None:
    """Return who "by" says bought something for the number."""
    lows = scene.reading.lows
    if "by" not in lows[scene.verb : scene.k]:
        return None
    phrase = scene.reading.whole_from(lows.index("by", scene.verb) + 1)
    return None if phrase is None or phrase.time or phrase.last > scene.k else phrase


def _pays(scene: Scene, candidate: Candidate) -> bool:
    """Return whether a candidate is a name that is the subject of the verb, or a pronoun for one: "Orwin said it agreed to buy Delta for $5m"."""
    phrase = scene.subject
    if phrase is None or candidate.phrase is not phrase:
        return False
    if candidate.kind == "pronoun":
        return lemma(scene.verb_word) in _BUYING and _says_of_itself(scene, phrase)
    return candidate.kind == "base" and scene.reading.tokens[phrase.last].name


def _says_of_itself(scene: Scene, pronoun: Phrase) -> bool:
    """Return whether "it" stands right behind a verb of saying, whose subject it then goes back to: "said it", "said that it has"."""
    reading, at = scene.reading, pronoun.first - 1
    at -= at > 0 and reading.lows[at] == "that"
    return reading.lows[pronoun.last] == "it" and at > 0 and "say" in reading.tokens[at].cue


def _sought_from(scene: Scene, candidate: Candidate) -> bool:
    """Return whether a candidate follows the number with "from", nothing but a purpose between."""
    following = scene.reading.at[scene.position + 1] if scene.position + 1 < len(scene.reading.at) else len(scene.reading.tokens)
    near = scene.k < candidate.first < following and candidate.first - scene.k <= _CLAIMED_WITHIN
    return near and candidate.kind == "base" and candidate.phrase.before == "from"


_PAYERS: tuple[tuple[str, Callable[[Scene, Candidate], bool]], ...] = (("claiming", _sought_from), ("paying", _pays))
"""Classes of verbs, each with who of the options pays."""
WITH_ROLE: dict[str, Callable[[list[Possible], Scene], list[Possible]]] = {"tariff": imposers, "money": payers}
"""For claim types whose verbs settle the subject: what picks it out of the options."""
