"""Sources that the form of the sentence leaves no doubt of: "on OPEC's figures", "in a Reuters poll", "as the agency reported", "said Secretary to the Treasury Ben Moyo"."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene, find_subject
from mineralclaims.mentions.party_words import bodies, short_for_bodies, titles
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.word_lists import listed
from mineralclaims.slots.candidates import Candidate, as_candidate
from mineralclaims.slots.sources_beside import made_by
from mineralclaims.text.tags import BE, OWN

_MINDS = frozenset({"view", "opinion", "estimation", "words", "judgment", "judgement", "reckoning"})
_READ = frozenset({
    "data", "figures", "statistics", "estimates", "estimate", "poll", "polls", "survey", "surveys", "forecast", "forecasts",
    "projections", "calculations", "calculation", "reckoning", "report", "records", "count", "view", "opinion",
})  # fmt: skip
_IN, _OPENING = frozenset({"in", "on", "by"}), frozenset({"in", "on", "by", "from", "per"})
_REPORTED = frozenset(
    {"reported", "said", "says", "noted", "estimated", "announced", "estimates", "notes", "reports", "calculated", "reckoned"}
)
_CITING = frozenset({"cited", "quoted", "quoting", "citing", "cites", "quotes"})
_INSERTING = frozenset({",", "and", "but"})
_TO = frozenset({"to", "from", "at", "by"})
_FORECASTS = frozenset({"forecast", "forecasts", "estimate", "estimates", "projection", "projections", "prediction", "predictions"})
_MET = frozenset({"beat", "beats", "missed", "miss", "misses", "met", "topped", "exceeded", "matched"})
_REACH = 80
_CITED_REACH = 16
_ENDS = frozenset({",", ".", ";", ")", '"'})
_SEGMENT = frozenset({",", ";", ":", "(", ")", "–", '"'})
_NO_ASIDE = frozenset({"when", "where", "if", "than", "such", "and"})
IN_OFFICES = frozenset({"of", "for", "to", "and", "the"})
"""The words that an office is made up of beside names."""

_OF_OFFICE = IN_OFFICES | {",", "&"}
_NAME_AT_MOST, _OFFICE_AT_MOST = 4, 14


def source_by_form(reading: Reading, k: int) -> Candidate | None:
    """Return the source that a phrase of the number's own clause names by its form, None where there is none."""
    return _cited(reading, k) or _document(reading, k) or _as_said(reading, k)


def forecaster(scene: Scene) -> Candidate | None:
    """Return who takes a forecast of its own to or from a number ("the bank cut its forecast for growth to 3%"), None for nobody."""
    reading, verb, subject = scene.reading, scene.verb, scene.subject
    lows = reading.lows
    if verb < 1 or subject is None or lows[scene.k - 1] not in _TO or lows[verb] in _MET or verb + 2 >= len(lows):
        return None
    phrase = reading.phrase_from(verb + 1)
    if phrase is None or phrase.last > scene.k or lows[phrase.last] not in _FORECASTS or lows[verb + 1] not in OWN:
        return None
    return (
        as_candidate(reading, subject)
        if all(token.tag in {"X", "A"} for token in reading.tokens[subject.last + 1 : verb])
        else None
    )


def _cited(reading: Reading, k: int) -> Candidate | None:
    """Return who is cited ("the newspaper cited the green paper as saying that …")."""
    lows = reading.lows
    low, high = max(0, k - _REACH), min(len(lows), k + _REACH)
    if "as" not in lows[low:high]:
        return None
    for index in range(low, high - 4):
        if lows[index] not in _CITING:
            continue
        passive = lows[index] == "quoted" and lows[index - 1] in BE
        phrase = find_subject(reading, index) if passive else reading.phrase_from(index + 1)
        if phrase is None or phrase.time or lows[phrase.last + 1 : phrase.last + 2] == [","]:
            continue
        for at in range(max(index, phrase.last) + 1, min(max(index, phrase.last) + _CITED_REACH, len(lows) - 1)):
            if lows[at] == "as" and lows[at + 1] in {"saying", "telling", "stating", "estimating"}:
                return as_candidate(reading, phrase)
    return None


def _document(reading: Reading, k: int) -> Candidate | None:
    """Return whose figures or poll a number stands in: behind it in its clause, or opening the sentence before a comma."""
    lows, low, high = reading.lows, max(0, k - _REACH), k + _REACH
    if _READ.isdisjoint(lows[low:high]):
        return None
    for phrase in reading.phrases[bisect_left(reading.phrase_ends, low) : bisect_left(reading.phrase_ends, high)]:
        if lows[phrase.last] not in _READ or phrase.kind == "pronoun":
            continue
        owner, link, end = phrase.possessor, reading.link_before(phrase.possessor or phrase), phrase.last
        if owner is None and lows[phrase.last] in _MINDS and phrase.of is not None:
            owner, end = phrase.of, phrase.of.last  # "in the view of the bank"
        based = link > 0 and lows[link] == "on" and lows[link - 1] == "based"
        if owner is None and based and (maker := made_by(reading, phrase.last)) is not None:
            owner, end = maker, maker.last
        if owner is None and not any(token.name for token in reading.tokens[phrase.first : phrase.last]):
            continue
        if phrase.last < k:
            opens = link == 0 or (link > 0 and lows[link - 1] in _INSERTING) or (based and link == 1)
            if opens and lows[link] in _OPENING and lows[end + 1] == "," and not _numbers_between(reading, end, k):
                return as_candidate(reading, owner or phrase)
        elif link > k and lows[link] in _IN and _near_behind(reading, k, link - based):
            return as_candidate(reading, owner or phrase)
    return None


def _near_behind(reading: Reading, k: int, link: int) -> bool:
    """Return whether a word stands behind a number in its own clause: no sign, no other number and no verb of its own between."""
    between = reading.lows[k + 1 : link - (reading.lows[link - 1] == ",")]
    return not _numbers_between(reading, k, link) and _SEGMENT.isdisjoint(between) and reading.lows[link - 1] != "assumed"


def _numbers_between(reading: Reading, low: int, high: int) -> bool:
    """Return whether another number stands between two tokens."""
    at = bisect_left(reading.at, low + 1)
    return at < len(reading.at) and reading.at[at] < high


def _as_said(reading: Reading, k: int) -> Candidate | None:
    """Return who "…, as the agency reported" names at the end of the clause of the number."""
    lows = reading.lows
    if "as" not in lows[k + 1 : k + _REACH]:
        return None
    for index in range(k + 2, min(len(lows), k + _REACH)):
        if lows[index] != "as" or lows[index - 1] != "," or lows[index - 2] in _NO_ASIDE:
            continue
        phrase = reading.phrase_from(index + 1)
        if phrase is None or phrase.kind == "pronoun" or phrase.time:
            continue
        end = phrase.last + 1
        if lows[end : end + 1] and lows[end] in _REPORTED and (end + 1 == len(lows) or lows[end + 1] in _ENDS):
            return as_candidate(reading, phrase)
    return None


def officer(reading: Reading, first: int, end: int) -> Candidate | None:
    """Return the name at the end of an office that is named with what it is over: "Minister of State for Mines and Energy Jane Moreau".

    Args:
        reading: the sentence.
        first: the first token of the office.
        end: the token behind the name.
    """
    tokens, lows = reading.tokens, reading.lows
    if end - first > _OFFICE_AT_MOST or titles().isdisjoint(lows[first : first + _NAME_AT_MOST]) or not tokens[end - 1].name:
        return None
    start = end
    while (
        start > first
        and tokens[start - 1].name
        and lows[start - 1] not in listed("parties", "offices")
        and lows[start - 1] not in titles()
    ):
        start -= 1
    if start == end or start <= first or end - start > _NAME_AT_MOST or _OF_OFFICE.isdisjoint(lows[first:start]):
        return None
    if not all(token.name or token.low in _OF_OFFICE or token.low in titles() for token in tokens[first:start]):
        return None
    phrase = reading.phrase_ending(end - 1)
    return (
        None
        if phrase is None or phrase.time or lows[start - 1] in {"of", "for", "to", ","}
        else Candidate(reading, start, end - 1, phrase, "trail")
    )


def joined_source(candidate: Candidate) -> tuple[int, int]:
    """Return the tokens of a source with what is joined to it: "Iron and Steel Institute", "German and French officials", "Orwin and Calder said"."""
    reading, first, last = candidate.reading, candidate.first, candidate.last
    tokens, lows = reading.tokens, reading.lows
    if candidate.kind == "pronoun":
        return first, last
    after = reading.phrase_from(last + 2) if lows[last + 1 : last + 2] == ["and"] and _opens(reading, candidate.phrase) else None
    if after is not None and not after.time and tokens[first].name and after.kind != "pronoun" and _says(reading, after.last):
        return first, after.last
    before = reading.phrase_ending(first - 2) if first > 1 and lows[first - 1] in {"and", "&"} else None
    if before is None or before.time or before.kind == "pronoun" or not tokens[before.last].name:
        return first, last
    body = lows[last] in bodies() or lows[last] in short_for_bodies()
    if body and tokens[last].name and tokens[first].name:
        return (before.first if all(token.name for token in tokens[before.first : before.last + 1]) else first), last
    return (before.first if _opens(reading, before) and _says(reading, candidate.phrase.last) else first), last


def _opens(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase opens a clause."""
    link = reading.link_before(phrase)
    return link < 0 or reading.lows[link] in {"both", ",", '"'}


def _says(reading: Reading, last: int) -> bool:
    """Return whether a verb of speaking follows a phrase."""
    tokens = reading.tokens
    index = last + 1
    while index < len(tokens) and tokens[index].tag in {"X", "A"}:
        index += 1
    return index < len(tokens) and tokens[index].tag == "V" and "say" in tokens[index].cue
