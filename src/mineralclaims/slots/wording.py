"""How much of the text a chosen party takes: its name alone, with its owner and "of" phrase, or with all that it is joined to."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import sites
from mineralclaims.slots.joined_subjects import joined_with
from mineralclaims.slots.parties import Option
from mineralclaims.spans import Mention
from mineralclaims.text.tags import PREDICATE

_WHOLE_SUBJECTS = frozenset({"change", "share"})
_PRICES = frozenset({"price", "prices", "pricing"})
_JOINS = frozenset({"and", "or"})
_JOINED_AT_MOST = 6
_BY_ITSELF = frozenset({"share", "shares", "stock", "stocks"})
"""What is named without its company: of "shares of Orwin" the shares."""
_NAMED_ONLY = frozenset({"reserve", "grade", "production"})
_DESCRIBING = 2


def subject_mention(option: Option, claim_type: str, aspect: str | None, scene: Scene) -> Mention | None:
    """Return what an option puts in the subject of a claim: all of a list, of a change or a share the whole phrase, of a price its goods, else its name."""
    candidate = option.candidate
    if candidate is not None and candidate.kind == "base" and option.mention is candidate.mention:
        joined = joined_with(candidate, scene)
        if joined is not None:
            return joined
    if claim_type in _WHOLE_SUBJECTS:
        return whole_mention(option)
    if aspect == "price":
        return _goods_priced(option)
    return _site_name(option) if claim_type in _NAMED_ONLY else option.mention


def _goods_priced(option: Option) -> Mention | None:
    """Return the goods of a price without the word for it: of "average Brent crude prices" only "Brent crude"."""
    candidate = option.candidate
    if candidate is None or candidate.kind != "base" or option.mention is not candidate.mention:
        return option.mention
    reading, last = candidate.reading, candidate.last
    if reading.lows[last] not in _PRICES or last - 1 not in reading.commodity_tokens:
        return option.mention
    first = last - 1
    while first > candidate.first and (first - 1 in reading.commodity_tokens or (first > 1 and reading.tokens[first - 1].name)):
        first -= 1
    return Mention.at(reading.document.text, reading.tokens[first].start, reading.tokens[last - 1].end)


def _site_name(option: Option) -> Mention | None:
    """Return the name of a deposit or plant without a longer description: of "Falcon hard rock deposit" only "Falcon"."""
    candidate = option.candidate
    if candidate is None or candidate.kind != "base" or option.mention is not candidate.mention:
        return option.mention
    tokens = candidate.reading.tokens
    last = candidate.last
    while last > candidate.first and not tokens[last].name and not tokens[last].low.isdigit():
        last -= 1
    if not tokens[candidate.first].name or candidate.last - last < _DESCRIBING or tokens[candidate.last].low not in sites():
        return option.mention
    return Mention.at(candidate.reading.document.text, tokens[candidate.first].start, tokens[last].end)


def object_mention(option: Option, claim_type: str) -> Mention | None:
    """Return what an option puts in the object of a claim: of a tariff all goods or parties joined to it, else the whole phrase."""
    each = option.candidate is not None and option.candidate.reading.respectively
    return joined_mention(option) if claim_type == "tariff" and not each else whole_mention(option)


def whole_mention(option: Option) -> Mention | None:
    """Return what an option puts in the field, with its owner and its "of" phrase where its own head is a common noun."""
    candidate = option.candidate
    if candidate is None or option.mention is None or option.mention is not candidate.mention:
        return option.mention
    phrase, tokens = candidate.phrase, candidate.reading.tokens
    if candidate.kind != "base" or tokens[candidate.last].name:
        return option.mention
    owner, part = phrase.possessor, phrase.of
    first = owner.first if owner is not None and not owner.time else candidate.first
    takes_part = part is not None and not part.time and tokens[candidate.last].low not in _BY_ITSELF
    last = part.last if part is not None and takes_part else candidate.last
    return Mention.at(candidate.reading.document.text, tokens[first].start, tokens[last].end)


def joined_mention(option: Option) -> Mention | None:
    """Return what an option puts in the field, with what "and" joins to it and where it comes from: "goods from Peru and Chile", "Peru's tin"."""
    candidate = option.candidate
    if candidate is None or candidate.kind != "base" or option.mention is not candidate.mention:
        return option.mention
    reading = candidate.reading
    part = candidate.phrase.of if not reading.tokens[candidate.last].name else None  # "imports of buses"
    end = candidate.last if part is None or part.time else part.last
    owner = candidate.phrase.possessor
    owned = owner is not None and reading.tokens[owner.last].name and not owner.time
    begin = owner.first if owner is not None and owned else candidate.first
    first, last = _joined_before(reading, begin), _joined_after(reading, end)
    return Mention.at(reading.document.text, reading.tokens[first].start, reading.tokens[last].end)


def _joined_after(reading: Reading, last: int) -> int:
    """Return the last token of what is joined behind a phrase."""
    tokens = reading.tokens
    for _ in range(_JOINED_AT_MOST):
        link = tokens[last + 1].low if last + 1 < len(tokens) else ""
        if link not in _JOINS and link != "from" and not (link == "," and _listed(reading, last + 2)):
            break
        phrase = reading.phrase_from(last + 2)
        if phrase is None or phrase.time or phrase.kind == "pronoun" or (link != "from" and _begins_clause(reading, phrase.last)):
            break
        last = phrase.last
    return last


def _joined_before(reading: Reading, first: int) -> int:
    """Return the first token of what is joined before a phrase."""
    for _ in range(_JOINED_AT_MOST):
        joined = reading.phrase_ending(first - 2) if first > 1 and reading.tokens[first - 1].low in _JOINS else None
        if joined is None or joined.time or joined.kind == "pronoun":
            break
        first = joined.first
    return first


def _listed(reading: Reading, at: int) -> bool:
    """Return whether a list goes on at a token: a phrase, and behind it a comma or the last "and"."""
    phrase = reading.phrase_from(at)
    if phrase is None or phrase.time or phrase.last + 1 >= len(reading.tokens):
        return False
    link = reading.tokens[phrase.last + 1].low
    return link in _JOINS or (link == "," and _listed(reading, phrase.last + 2))


def _begins_clause(reading: Reading, last: int) -> bool:
    """Return whether a verb follows a phrase, so that it is a subject of its own."""
    return last + 1 < len(reading.tokens) and reading.tokens[last + 1].tag in PREDICATE
