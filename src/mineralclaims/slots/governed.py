"""Whose amount it is where the number is the object of a verb, of a participle, or of the output of a place: named there, nobody else is meant."""

from __future__ import annotations

from mineralclaims.claims.measures import measured, words_of
from mineralclaims.claims.reading import Reading
from mineralclaims.claims.relatives import placed
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import country_words, generic, sites, verbs
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import BE, DETERMINER, NOUN, OWN, VERB, lemma

_NOT_ITS_OWN = frozenset({"say", "forecast", "estimate"})
_OUTPUT = frozenset({"production", "output", "capacity", "exports", "sales", "throughput"})
_FROM = frozenset({"from", "at", "in"})
_REACHING = frozenset({"to", "by"})
_PLANTS = frozenset({
    "refinery", "smelter", "plant", "mill", "hydrocracker", "cracker", "unit", "terminal", "pipeline", "facility", "furnace", "kiln", "concentrator",
})  # fmt: skip
_PLACES = frozenset({"in", "at", "near", "on", "under"})
TAKINGS = frozenset({
    "revenue", "revenues", "income", "earnings", "receipts", "royalties", "taxes", "tax", "duties", "fees", "rents",
    "sales", "proceeds",
})  # fmt: skip
_TAKEN = frozenset({
    "collected", "earned", "received", "raised", "generated", "levied", "taken", "gathered", "booked", "reported",
    "posted", "recorded",
})  # fmt: skip
_BESIDE, _OUTPUT_WITHIN = 2, 6

_ABLE, _ABLE_FROM = frozenset({"able", "designed", "built", "sized", "equipped"}), 3


def collected(scene: Scene) -> Phrase | None:
    """Return who collects what the number is the size of: "oil revenues collected by Kesh rose to $2 billion"."""
    subject, reading = scene.subject, scene.reading
    if subject is None or subject.time or subject.last + _BESIDE >= scene.verb or reading.lows[subject.last] not in TAKINGS:
        return None
    taken, by = reading.lows[subject.last + 1 : subject.last + 3]
    phrase = reading.whole_from(subject.last + 3) if taken in _TAKEN and by == "by" else None
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.last >= scene.k else phrase


def made_by(scene: Scene) -> Phrase | None:
    """Return who makes, holds or uses the goods that the clause tells of: "gold held by the central bank rose to 5 tonnes"."""
    subject, reading = scene.subject, scene.reading
    if subject is None or subject.last not in reading.commodity_tokens or subject.last + _BESIDE >= scene.verb:
        return None
    taken = reading.tokens[subject.last + 1]
    if taken.tag != VERB or reading.lows[subject.last + 2] != "by" or not _NOT_ITS_OWN.isdisjoint(taken.cue):
        return None
    phrase = reading.whole_from(subject.last + 3)
    return None if phrase is None or phrase.time or phrase.kind == "pronoun" or phrase.last >= scene.verb else phrase


def does(scene: Scene) -> Phrase | None:
    """Return the name that is the subject of an active verb right before the number ("Iraq, which bears no limit, sent 1.6 million barrels")."""
    subject, verb, tokens = scene.subject, scene.verb, scene.reading.tokens
    if subject is None or subject.time or scene.passive or not 0 < scene.k - verb <= _BESIDE or subject.last > verb:
        return None
    if scene.verb_word in BE or not _NOT_ITS_OWN.isdisjoint(tokens[verb].cue) or tokens[verb].low.endswith("ing"):
        return None
    if any(token.tag not in {DETERMINER, "A"} and token.low != "out" for token in tokens[verb + 1 : scene.k]):
        return None
    if subject.last in scene.reading.commodity_tokens:
        return None
    return subject if is_named(scene.reading, subject) else described_name(scene.reading, subject)


def is_named(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase is a name, or that of a site: "Orwin", "the Pelham mine"."""
    tokens = reading.tokens
    return tokens[phrase.last].name or (tokens[phrase.first].name and lemma(tokens[phrase.last].low) in sites())


def described_name(reading: Reading, phrase: Phrase) -> Phrase | None:
    """Return the name that a phrase set off by a comma only describes ("Pelham, a small pit that yields 5,000 tonnes")."""
    article = phrase.first - 1
    while article > 0 and reading.tokens[article].tag in {"A", "#"}:
        article -= 1
    if article < _BESIDE or reading.tokens[article].tag != DETERMINER or reading.lows[article - 1] != ",":
        return None
    if reading.lows[article] == "whose" and reading.lows[article + 1] != "own":
        return None  # "Orwin, whose pit yields 5 Mt": the pit's
    name = reading.phrase_ending(article - 2)
    if name is None or name.time or name.before in _PLACES:
        return None  # "in Chile, the state holds 20%"
    return name if is_named(reading, name) else None


def described_holder(scene: Scene) -> Phrase | None:
    """Return the name whose description holds the number ("Orwin, the Perth-based group which controls 51%")."""
    subject = scene.subject
    if subject is None or subject.time or scene.passive or lemma(scene.verb_word) not in verbs("holding"):
        return None
    return None if is_named(scene.reading, subject) else described_name(scene.reading, subject)


def doing(scene: Scene) -> Phrase | None:
    """Return what a participle right between it and the number describes ("a company producing 5,000 tonnes")."""
    reading, k = scene.reading, scene.k
    if k < _BESIDE or reading.tokens[k - 1].tag != VERB or not reading.lows[k - 1].endswith("ing"):
        return None
    phrase = reading.phrase_ending(k - 2)
    if phrase is None or phrase.time or reading.tokens[phrase.last].tag != NOUN:
        return None
    low = lemma(reading.lows[phrase.last])
    if low not in sites() and low not in generic():
        return phrase if reading.tokens[phrase.last].name else None
    return described_name(reading, phrase) or phrase


def site_behind(scene: Scene) -> Phrase | None:
    """Return the plant that the number right before it is the size of ("runs a 30,000-tonne-a-year zinc smelter")."""
    reading, at = scene.reading, scene.k + 1
    phrase = reading.phrase_from(at)
    if phrase is None or phrase.first != at or phrase.time:
        return None
    low = lemma(reading.lows[phrase.last])
    return phrase if low in _PLANTS else None


def output_behind(scene: Scene) -> tuple[Phrase, str] | Phrase | None:
    """Return the place whose output the number is said to be behind it ("5,000 tonnes of annual tin production from the Pelham mine")."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    if lows[k + 1 : k + 2] != ["of"]:
        return None
    for at in range(k + 2, min(len(lows) - 1, k + 2 + _OUTPUT_WITHIN)):
        if reading.tokens[at].tag in {VERB, "Q", ","}:
            return None
        if lows[at] in _OUTPUT:
            flow = reading.phrase_ending(at)
            if flow is not None and flow.first < at and not country_words().isdisjoint(lows[flow.first : at]):
                return flow, "lead"  # "shut in 300,000 barrels a day of overall Kesh output"
            if lows[at + 1] == "in" and scene.subject is not None and not scene.passive and is_named(reading, scene.subject):
                return None  # "Orwin plans to add 3 million tonnes of capacity in Kesh"
            phrase = reading.whole_from(at + 2) if lows[at + 1] in _FROM else None
            return phrase if phrase is not None and phrase.name and not phrase.time else None
    return None


def steers(scene: Scene) -> Phrase | None:
    """Return the name that brings its output to the number: "Orwin, which runs the mine, aims to double production to 5,000 tonnes"."""
    reading, k, subject = scene.reading, scene.k, scene.subject
    flow = reading.phrase_ending(k - 2) if k > _BESIDE and reading.lows[k - 1] in _REACHING else None
    if flow is None or reading.lows[flow.last] not in _OUTPUT or flow.possessor is not None or flow.name:
        return None
    before = flow.first - 1 - (reading.lows[flow.first - 1] in OWN)
    if subject is None or scene.passive or subject.last >= before or reading.tokens[before].tag not in {VERB, "Q"}:
        return None
    return subject if is_named(reading, subject) else None


def owner_said(scene: Scene) -> Phrase | None:
    """Return the name that says how much its own output is: "Orwin said on Monday that its output in Peru fell to 5,000 tonnes"."""
    subject, main, lows = scene.subject, scene.main, scene.reading.lows
    if subject is None or main is None or main.last >= subject.first or subject.first < 1 or lows[subject.first - 1] not in OWN:
        return None
    says = "say" in scene.reading.tokens[scene.second].cue and scene.second < subject.first
    return main if says and lows[subject.last] in _OUTPUT and scene.reading.tokens[main.last].name else None


def keeps(scene: Scene) -> Phrase | None:
    """Return the name whose holding a sum is the size of: "Orwin's cash and cash equivalents were $5 million"."""
    reading = scene.reading
    phrase = None if words_of("holdings").isdisjoint(reading.lows) else measured(scene)
    if phrase is None or phrase.last > scene.k or reading.lows[phrase.last] not in words_of("holdings"):
        return None
    if phrase.possessor is None and phrase.before == "and":
        phrase = reading.phrase_ending(phrase.link - 1)
    owner = None if phrase is None else phrase.possessor
    return owner if owner is not None and reading.tokens[owner.last].name and not owner.time else None


def able_to(scene: Scene) -> Phrase | None:
    """Return what is able to do what the verb of the number says: the mill in "will build a mill at Pelham able to treat 5 tonnes"."""
    reading, verb = scene.reading, scene.verb
    if verb < _ABLE_FROM or verb > scene.k or reading.lows[verb - 1] != "to" or reading.lows[verb - 2] not in _ABLE:
        return None
    phrase = reading.phrase_ending(verb - _ABLE_FROM)
    return None if phrase is None or phrase.time else placed(reading, phrase)
