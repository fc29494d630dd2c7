"""Who speaks in a sentence: the party of "X said …", "…, said X" and "according to X", by the structure around the verb."""

from __future__ import annotations

from bisect import bisect_left

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.party_words import titles
from mineralclaims.mentions.saying_words import speaking_words
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.saying import saying_in
from mineralclaims.slots.sources_by_form import IN_OFFICES, officer

_DAY = 2
_INVERTED_AFTER = frozenset({",", '"', "'", "."})


def speaker_for(reading: Reading, k: int) -> tuple[Candidate, int] | None:
    """Return the speaker that governs the token ``k`` and the verb that says so, or None where nobody speaks.

    The nearest verb of speaking before the number governs it, unless it stands in a clause of its own; else one after it does
    that ends the sentence or opens a new clause ("…, the ministry said").
    """
    before = [index for index in reading.speaking if index < k]
    after = [index for index in saying_in(reading) if index > k and (index in reading.speaking or _speaks_last(reading, index))]
    for index in (*reversed(before), *after):
        if index < k and _shut_off(reading, index, k):
            continue
        if index > k and _own_clause(reading, index, k):
            continue
        found = _party(reading, index)
        if found is not None:
            return found, index
    return None


def is_named_office(speaker: Candidate) -> bool:
    """Return whether a speaker is the name that an office of its own is followed by: "the Finance Minister, Jane Moreau, says"."""
    reading, comma = speaker.reading, speaker.first - 1
    return (
        comma > 0
        and speaker.kind == "base"
        and reading.tokens[speaker.last].name
        and reading.lows[comma] == ","
        and reading.lows[comma - 1] in titles()
        and reading.lows[speaker.last + 1 : speaker.last + 2] == [","]
    )


def _speaks_last(reading: Reading, verb: int) -> bool:
    """Return whether a verb of speech closes what is said: "…, they added", "…, wrote the newspaper"."""
    tokens = reading.tokens
    if tokens[verb].low not in speaking_words():
        return False
    if tokens[verb - 1].low in _INVERTED_AFTER:
        return True
    subject = find_subject(reading, verb)
    opens = subject is not None and subject.before in _INVERTED_AFTER and subject.last < verb
    return opens and (verb + 1 == len(tokens) or tokens[verb + 1].low in _INVERTED_AFTER)


def _shut_off(reading: Reading, verb: int, k: int) -> bool:
    """Return whether the number stands in a relative or adverbial clause behind what was said ("which reached …", "who owns …")."""
    tokens = reading.tokens
    for index in range(k - 1, verb, -1):
        low = tokens[index].low
        if tokens[index].tag == "R" and low in {"which", "who", "whose"} and index > verb + 1:
            return tokens[index - 1].low == ","
        if low in {"although", "though", "whereas"}:
            return True
    return False


def _own_clause(reading: Reading, verb: int, k: int) -> bool:
    """Return whether a verb of speaking behind the number belongs to a clause that the number is not in ("rose 5% after it said …")."""
    tokens = reading.tokens
    if tokens[verb - 1].low in _INVERTED_AFTER and tokens[verb].low != "according" and _closes(reading, verb):
        return False  # "…, which hurt prices, said analysts"
    for index in range(verb - 1, k, -1):
        low = tokens[index].low
        if low in {"after", "before", "as", "when", "although", "though", "which", "who"} or (
            low in {"and", "but"} and tokens[verb - 1].low in {"and", "but"}
        ):
            return True
        if low in {",", '"'} and index < verb - 1:
            return False
    return False


def _party(reading: Reading, verb: int) -> Candidate | None:
    """Return the party of a verb of speaking."""
    tokens = reading.tokens
    if tokens[verb].low == "according":
        to = verb + 1 < len(tokens) and tokens[verb + 1].low == "to"
        return best_variant(reading, _past_day(reading, verb + 2), None) if to else None
    if tokens[verb].low != "told" and verb and tokens[verb - 1].low in _INVERTED_AFTER and _closes(reading, verb):
        inverted = officer(reading, verb + 1, _office_end(reading, verb + 1)) or best_variant(reading, verb + 1, None)
        if inverted is not None:
            return inverted
    subject = find_subject(reading, verb)
    if subject is None:
        return None
    return officer(reading, subject.first, _before_auxiliary(reading, verb)) or best_variant(reading, subject.first, subject.last)


def _past_day(reading: Reading, index: int) -> int:
    """Return where a source begins behind the day that it is dated by ("a Dec. 21 news release")."""
    phrase = reading.phrase_from(index)
    if phrase is None or not phrase.time or phrase.last - phrase.first > 1:
        return index
    at = bisect_left(reading.phrase_starts, phrase.last + 1)
    following = reading.phrases[at] if at < len(reading.phrases) else phrase
    return following.first if following.first - phrase.last <= _DAY else index


def _before_auxiliary(reading: Reading, verb: int) -> int:
    """Return the first of the verb and the auxiliaries and adverbs before it."""
    while verb > 1 and reading.tokens[verb - 1].tag in {"X", "A"}:
        verb -= 1
    return verb


def _office_end(reading: Reading, first: int) -> int:
    """Return the token behind an office and the name that stands behind a verb of speaking: the next sign, verb, or word that opens something else."""
    tokens = reading.tokens
    end = first
    while (
        end < len(tokens)
        and tokens[end].tag not in {",", "V", "X", "Q", "R"}
        and (tokens[end].name or tokens[end].low in IN_OFFICES)
    ):
        end += 1
    while end > first and not tokens[end - 1].name:
        end -= 1
    return end


def _closes(reading: Reading, verb: int) -> bool:
    """Return whether what follows a verb of speaking is its subject rather than what is said: a phrase with no verb of its own right behind it."""
    phrase = reading.phrase_from(verb + 1)
    if phrase is None or phrase.time:
        return False
    following = reading.tokens[phrase.last + 1] if phrase.last + 1 < len(reading.tokens) else None
    return following is None or following.tag in {",", "P", "C", "S"} or following.low in {",", "."}


def best_variant(reading: Reading, first: int, last: int | None) -> Candidate | None:
    """Return the candidate at a token: the person's name behind a title, else the whole phrase."""
    phrase = reading.phrase_from(first) if last is None else None
    start = phrase.first if phrase is not None else first
    found = [candidate for candidate in candidates(reading) if candidate.phrase.first == start]
    if not found:
        return None
    following = found[0].last + 1
    named = next((c for c in candidates(reading) if c.kind == "base" and c.phrase.before == "," and c.first == following + 1), None)
    if (
        named is not None
        and reading.tokens[following].low == ","
        and reading.tokens[named.last].name
        and (not reading.tokens[found[0].last].name or reading.lows[found[0].last] in titles())
        and [token.low for token in reading.tokens[named.last + 1 : named.last + 2]] == [","]
    ):
        return named
    trail = next((candidate for candidate in found if candidate.kind == "trail" and "titled" in found[0].bare.names), None)
    return trail or found[0]
