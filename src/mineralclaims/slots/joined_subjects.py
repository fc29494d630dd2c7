"""Several who do one thing: "Chile and Peru produced 7 million tonnes" is about both; not "fell 3% and 5%", where each has its own number."""

from __future__ import annotations

from itertools import pairwise

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.slots.candidates import Candidate
from mineralclaims.spans import Mention
from mineralclaims.text.tags import ADVERB, DETERMINER, PREDICATE, PREPOSITION, VERB

_AND = frozenset({"and", "&"})
_LISTING = frozenset({",", "and"})
_OPENS = frozenset({"that", "while", "as", "but", '"', ":", "–", "-", "if", "when", "because", "both", "since", "where", "after"})
_FROM = frozenset({"from", "by"})
_AT_MOST, _FAR = 8, 30
_FEW = 2


def joined_with(candidate: Candidate, scene: Scene) -> Mention | None:
    """Return the names of the list that a candidate stands in, where that list is the subject of a verb before the number; None for one alone."""
    reading, phrase = candidate.reading, candidate.phrase
    if reading is not scene.reading or reading.respectively or candidate.last != phrase.last or not _is_member(reading, phrase):
        return None
    if _is_shared_out(scene):
        return None
    members = [*_before(reading, phrase), phrase, *_behind(reading, phrase)]
    first, last = members[0].first, members[-1].last
    if len(members) < _FEW or (last >= scene.k and not _is_source(scene, first)):
        return None
    if last < scene.k and not (_is_subject(reading, last) and _opens(reading, first)):
        return None
    return Mention.at(reading.document.text, reading.tokens[first].start, reading.tokens[last].end)


def _is_member(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase is a name, or goods and nothing else, of nobody."""
    if phrase.time or phrase.kind == "pronoun" or phrase.possessor is not None or phrase.possessed is not None:
        return False
    places = range(phrase.first, phrase.last + 1)
    return all(reading.tokens[at].name for at in places) or reading.commodity_tokens.issuperset(places)


def _is_source(scene: Scene, first: int) -> bool:
    """Return whether a list says where a part comes from: "40% of the budget comes from oil and gas", "a third is made by Chile and Peru"."""
    reading, k, at = scene.reading, scene.k, first - 1
    at -= reading.tokens[at].tag == DETERMINER
    if not k < at <= k + _FAR or reading.lows[at] not in _FROM or reading.quantities[scene.position].kind != "percent":
        return False
    if reading.lows[max(0, at - 3) : at - 1] == ["to", "be"]:  # "of loans to be made by"
        return False
    return reading.verbs_between(k, at) == 1 and "#" not in reading.lows[k + 1 : first]


def _is_shared_out(scene: Scene) -> bool:
    """Return whether another number stands right beside this one, so that each of a list has its own: "fell 3% and 5%"."""
    lows, at, place = scene.reading.lows, scene.reading.at, scene.position
    beside = at[max(0, place - 1) : place + 2]
    return any(_LISTING.issuperset(lows[one + 1 : other]) for one, other in pairwise(beside))


def _before(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """Return the members of a list before the last or an inner one."""
    found: list[Phrase] = []
    while len(found) < _AT_MOST:
        at = phrase.first - 1
        at -= at >= 0 and reading.tokens[at].tag == DETERMINER  # "and the UK"
        if at < 1:
            break
        joins = reading.lows[at] in _AND or (reading.lows[at] == "," and bool(found or _goes_on(reading, phrase.last)))
        at -= reading.lows[at] in _AND and reading.lows[at - 1] == ","  # "Chile, Peru, and Kenya"
        earlier = reading.phrase_ending(at - 1) if joins else None
        if (
            earlier is None
            or not _is_member(reading, earlier)
            or (earlier.first and reading.tokens[earlier.first - 1].tag == PREPOSITION)
        ):
            break
        found.insert(0, earlier)
        phrase = earlier
    return found


def _behind(reading: Reading, phrase: Phrase) -> list[Phrase]:
    """Return the members of a list behind one of them."""
    found: list[Phrase] = []
    while len(found) < _AT_MOST:
        at = phrase.last + 1
        later = _next_member(reading, at)
        if later is None or (reading.lows[at] == "," and not _goes_on(reading, later.last) and reading.lows[at + 1] not in _AND):
            break
        found.append(later)
        phrase = later
    return found


def _next_member(reading: Reading, at: int) -> Phrase | None:
    """Return the member of a list behind a comma or "and" at a token."""
    lows = reading.lows
    if at + 1 >= len(lows) or not (lows[at] in _AND or lows[at] == ","):
        return None
    at += 1 + (lows[at] == "," and lows[at + 1] in _AND)
    at += at < len(lows) and reading.tokens[at].tag == DETERMINER
    phrase = reading.phrase_from(at)
    return phrase if phrase is not None and phrase.first == at and _is_member(reading, phrase) else None


def _goes_on(reading: Reading, last: int) -> bool:
    """Return whether a list goes on behind a member to its last, which "and" joins: "Chile, Peru and Kenya"."""
    for _ in range(_AT_MOST):
        later = _next_member(reading, last + 1)
        if later is None:
            return False
        if reading.lows[last + 1] in _AND or reading.lows[last + 2] in _AND:
            return True
        last = later.last
    return False


def _is_subject(reading: Reading, last: int) -> bool:
    """Return whether a verb follows a list, or a clause about several: "Orwin and Kesh, which generate half"."""
    tokens = reading.tokens
    at = last + 1
    if reading.lows[at : at + 1] == [","] and reading.lows[at + 1 : at + 2] in (["which"], ["who"]):
        at += 2
        return at < len(tokens) and tokens[at].tag in PREDICATE and not tokens[at].low.endswith("s")
    while at < min(len(tokens), last + _FEW + _FEW) and (tokens[at].tag == ADVERB or tokens[at].low in {"each", "both"}):
        at += 1
    return at < len(tokens) and tokens[at].tag in PREDICATE


def _opens(reading: Reading, first: int) -> bool:
    """Return whether a list opens its clause, so that its first member is no object of a verb before it: not "Orwin bought Pelham and Calder sold"."""
    at = first - 1
    at -= at >= 0 and reading.tokens[at].tag == DETERMINER
    if at < 0 or reading.lows[at] in _OPENS or (reading.tokens[at].tag == VERB and "say" in reading.tokens[at].cue):
        return True
    where = reading.phrase_ending(at - 1) if at > 1 and reading.lows[at] == "," else None
    return where is not None and (not where.name or where.link == 0)  # "Last year, Chile and Peru", "In Asia, Japan and Korea"
