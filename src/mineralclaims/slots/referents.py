"""What a pronoun or a generic noun refers to by the text before it: "it", "he", "the company", "the block", "the Chilean"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.relatives import owned_before
from mineralclaims.claims.scene import find_subject
from mineralclaims.mentions.countries import names_of_demonyms
from mineralclaims.mentions.party_words import (
    country_words,
    generic,
    lands,
    short_for_bodies,
    sites,
)
from mineralclaims.slots.actors import BODY, COMPANY, PERSON, PLACE
from mineralclaims.slots.antecedents import antecedents_of
from mineralclaims.slots.candidates import Candidate, candidates
from mineralclaims.slots.demonyms import country_of
from mineralclaims.slots.named_alike import named_like, of_same_sort
from mineralclaims.slots.nameless_before import clause_before, movers_before, sayer_before
from mineralclaims.slots.one_of_two import ONE_OF_TWO, one_of_two
from mineralclaims.slots.proper_names import is_party
from mineralclaims.slots.sites_before import site_before
from mineralclaims.spans import Mention

_SAID = frozenset({
    "said", "says", "say", "announced", "announces", "added", "estimates", "estimated", "reported", "believes",
    "expects", "hopes", "thinks",
})  # fmt: skip
_REGIONS = frozenset({"world", "country", "nation", "region", "continent", "kingdom", "state", "africa", "europe", "asia", "city"})
_REGIONAL = frozenset({
    "andean", "african", "asian", "european", "american", "caribbean", "pacific", "atlantic", "baltic", "balkan", "sahel", "nordic",
    "arab", "arabian", "gulf", "mediterranean", "latin", "himalayan", "alpine", "caspian", "saharan", "south", "north", "east",
    "west", "central", "southeast", "middle", "eastern", "western", "southern", "northern", "africa", "asia", "europe",
})  # fmt: skip
"""What may stand with a capital before "country" or "nation" and names no country."""

_KNOWN = frozenset({"the", "its", "this", "that", "his", "her"})
_BOARD = "board"
_OF_NO_NAME = frozenset({_BOARD, "ftse", "nasdaq", "asx", "tsx", "aim", "nyse"})
"""Words with capitals that describe a company and name none: "the FTSE 250 group"."""

_OF_PRODUCERS = frozenset({"cartel"})
_OPENING = frozenset({"^", ",", "and", "N", "but", "-", "–", ":", '"', ")", "that", "while", "as"})
"""What stands before a phrase that is likely a subject."""

_INSIDE = frozenset({"of", "in", "at", "on", "from", "by", "for", "to", "with"})
"""What stands before a phrase that is likely none."""

_WHICH = 3
_SENTENCES_BACK, _VERBS_BACK = 3, 6


def referent(candidate: Candidate) -> Mention | None:
    """Return what a candidate refers to, whoever spoke last; None where it stands for itself."""
    reading, first = candidate.reading, candidate.first
    word = reading.lows[candidate.last]
    if candidate.kind == "pronoun":
        return next(filter(None, (find(reading, first) for find in _PRONOUNS.get(word, ()))), None)
    if first == candidate.last and word in names_of_demonyms():
        return country_of(reading.document, word)
    if word in ONE_OF_TWO:
        return one_of_two(reading, first, word) if first == candidate.last and first else None
    if word in lands():
        return _land_before(reading, first) if _is_known_land(candidate) else None
    if not (_definite(candidate) and _nameless(candidate)):
        return None
    if word in generic():
        set_off = _named_behind(candidate)
        if set_off is not None:
            return set_off
        return antecedents_of(reading.document).company_before(reading, first)
    if word in _OF_PRODUCERS:
        return _thing_before(reading, first) if first == candidate.last else None
    plain = first == candidate.last or (word in sites() and candidate.last - first == 1)  # "the hole", "the drill hole"
    named = word in sites() or word in short_for_bodies()
    found = named_like(reading, first, word) if plain and named else None
    if found is None and named and first == candidate.last:
        found = of_same_sort(reading, first, word)
    if found is None and first == candidate.last and candidate.phrase.possessor is None and reading.lows[first - 1] == "the":
        found = site_before(reading, first, word)
    if found is None and plain and word == _BOARD:
        return antecedents_of(reading.document).company_before(reading, first)
    return found


def _named_behind(candidate: Candidate) -> Mention | None:
    """Return the name that commas set off behind a description: Orwin in "the Chilean copper producer, Orwin, spent"."""
    reading, comma = candidate.reading, candidate.last + 1
    if reading.lows[comma : comma + 1] != [","]:
        return None
    phrase = reading.phrase_from(comma + 1)
    if phrase is None or phrase.first != comma + 1 or reading.lows[phrase.last + 1 : phrase.last + 2] != [","]:
        return None
    tokens = reading.tokens
    if phrase.time or not all(token.name for token in tokens[phrase.first : phrase.last + 1]):
        return None
    behind = phrase.last + 2
    if tokens[phrase.first].low in country_words() or behind >= len(tokens) or _lists(reading, behind):
        return None
    return next((c.mention for c in candidates(reading) if c.phrase is phrase and c.kind == "base"), None)


def _lists(reading: Reading, at: int) -> bool:
    """Return whether a list goes on behind a comma: "the company, Orwin, Calder and the state"."""
    return reading.tokens[at].name or reading.lows[at] in {"and", "or", "a", "an"}


def _is_known_land(candidate: Candidate) -> bool:
    """Return whether a country, nation or island is one that was named: "the country", "his country", "the Andean nation"."""
    reading = candidate.reading
    if candidate.phrase.possessor is not None:
        return _definite(candidate)
    known = candidate.first > 0 and reading.lows[candidate.first - 1] in _KNOWN
    return known and all(not token.name or token.low in _REGIONAL for token in reading.tokens[candidate.first : candidate.last + 1])


def _land_before(reading: Reading, first: int) -> Mention | None:
    """Return the country that was named last, else the one that an excerpt names most, if only later."""
    known = antecedents_of(reading.document)
    nearest = known.country_before(reading, first) or named_like(reading, first, "country")
    return nearest if nearest is not None or reading.number else known.country_named_most()


def _thing_before(reading: Reading, first: int) -> Mention | None:
    """Return the name that "it" would mean at a token."""
    return antecedents_of(reading.document).thing_before(reading, first)


def _company_saying(reading: Reading, first: int) -> Mention | None:
    """Return the company that says something where the last name is of a place that is no country: "the field off Ghana. It said"."""
    if not any([token.low in _SAID for token in reading.tokens[first + 1 : first + 3]]):
        return None
    known, thing = antecedents_of(reading.document), _thing_before(reading, first)
    if thing is None or known.cast.kind_of(thing.text) != PLACE or thing.text.lower() in country_words():
        return None
    return known.company_before(reading, first)


def _sayer_to_come(reading: Reading, first: int) -> Mention | None:
    """Return the company that an excerpt names only later, for "it" or "they" that say something."""
    says = any([token.low in _SAID for token in reading.tokens[first + 1 : first + 3]])
    return antecedents_of(reading.document).company_before(reading, first) if says else None


def _speaker_before(reading: Reading, first: int) -> Mention | None:
    """Return who says what a pronoun opens ("X said it would"): a name, whose official it is, or the company that is meant."""
    tokens = reading.tokens
    verb = first - 1 if first and tokens[first - 1].low != "that" else first - 2
    if verb < 1 or tokens[verb].tag != "V" or tokens[verb].low not in _SAID:
        return None
    phrase = find_subject(reading, verb)
    if phrase is None or phrase.kind == "pronoun":
        return None
    if not tokens[phrase.last].name and phrase.of is not None:
        phrase = phrase.of
    antecedents = antecedents_of(reading.document)
    if tokens[phrase.last].name:
        said = next((c for c in candidates(reading) if c.phrase is phrase and c.kind == "base"), None)
        return None if said is None or antecedents.cast.kind_of(said.mention.text) == PERSON else said.mention
    if tokens[phrase.last].low not in generic():
        return None
    whole = Mention.at(reading.document.text, tokens[phrase.first].start, tokens[phrase.last].end)
    return antecedents.company_before(reading, phrase.first) or whole


def _owner_beside(reading: Reading, first: int) -> Mention | None:
    """Return who has a part of the name that "in which it" follows: the subject of the clause around it, or the company before, never that name."""
    owned = owned_before(reading, first - 1) if first >= _WHICH and reading.lows[first - 1] == "which" else None
    if owned is None:
        return None
    end = bisect_left(reading.verbs, first - _WHICH)
    for verb in reversed(reading.verbs[max(0, end - _VERBS_BACK) : end]):
        phrase = find_subject(reading, verb)
        if phrase is None or phrase.time:
            break
        if phrase is not owned and phrase.kind != "pronoun" and reading.tokens[phrase.last].name:
            found = next((c.mention for c in candidates(reading) if c.phrase is phrase and c.kind == "base"), None)
            if found is None or antecedents_of(reading.document).cast.kind_of(found.text) != PERSON:
                return found
    return antecedents_of(reading.document).company_before(reading, owned.first)


def _of_another(reading: Reading, first: int) -> Mention | None:
    """Return what "it" behind "of" means: what was named before the clause, never who is its subject ("Orwin owns a third of it")."""
    at = bisect_left(reading.verbs, first)
    if first < _WHICH or reading.lows[first - 1] != "of" or not at:
        return None
    subject = find_subject(reading, reading.verbs[at - 1])
    return None if subject is None or subject.kind == "pronoun" else _thing_before(reading, 0)


def _name_before(reading: Reading, first: int) -> Mention | None:
    """Return the nearest name in subject position before a token that may be a person's."""
    if reading.opening_name is None:
        opening = (
            c for c in candidates(reading) if c.phrase.before in _OPENING and c.phrase.possessed is None and _may_be_person(c)
        )
        reading.opening_name = next(opening, False)
    if reading.opening_name and reading.opening_name.last < first:
        return reading.opening_name.mention
    for number in range(reading.number - 1, max(-1, reading.number - 1 - _SENTENCES_BACK), -1):
        named = (
            candidate
            for candidate in candidates(reading.document.reading(number))
            if candidate.phrase.possessed is None and candidate.phrase.before not in _INSIDE and _may_be_person(candidate)
        )
        found = next(named, None)
        if found is not None:
            return found.mention
    return None


def _may_be_person(candidate: Candidate) -> bool:
    """Return whether a name may be a person's: all of its phrase, no country, no company, body or place; not Peru in "the Peru tin price"."""
    if not is_party(candidate) or not candidate.reading.tokens[candidate.last].name or candidate.words in country_words():
        return False
    if candidate.last != candidate.phrase.last:
        return False
    kind = antecedents_of(candidate.reading.document).cast.kind_of(candidate.mention.text)
    return kind not in {COMPANY, BODY, PLACE}


def _definite(candidate: Candidate) -> bool:
    """Return whether the words before a candidate make it a known one: "the", "its", or "Africa's", "the world's"."""
    lows, owner = candidate.reading.lows, candidate.phrase.possessor
    if owner is not None:
        return lows[owner.last] in _REGIONS or lows[owner.last] in country_words()
    return candidate.first > 0 and lows[candidate.first - 1] in {"the", "its", "this", "that"}


def _nameless(candidate: Candidate) -> bool:
    """Return whether a candidate has no name of its own: "company", "Perth-based miner", "Canadian lender"."""
    return all(
        not token.name or "-" in token.low or token.low in country_words() or token.low in generic() or token.low in _OF_NO_NAME
        for token in candidate.reading.tokens[candidate.first : candidate.last + 1]
    )


def _company_speaking(reading: Reading, first: int) -> Mention | None:
    """Return the company that a text of its own calls "we", or that word where it names none; None for who is quoted."""
    token = reading.tokens[first]
    if reading.document.quoted(token.start):
        return None
    return antecedents_of(reading.document).company_before(reading, first) or Mention.at(
        reading.document.text, token.start, token.end
    )


_PRONOUNS: dict[str, tuple[Callable[[Reading, int], Mention | None], ...]] = {
    "it": (
        _owner_beside,
        _of_another,
        _speaker_before,
        sayer_before,
        clause_before,
        _company_saying,
        _thing_before,
        _sayer_to_come,
    ),
    "they": (_speaker_before, sayer_before, movers_before, _thing_before, _sayer_to_come),
    "we": (_company_speaking,),
    "he": (_name_before,),
    "she": (_name_before,),
}
"""Who or what a pronoun refers to: what finds it, in order."""
