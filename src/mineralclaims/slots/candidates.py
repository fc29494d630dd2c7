"""Who or what a claim may be about: noun phrases of the sentence and what earlier sentences left in mind."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.countries import blocs, names_of_demonyms
from mineralclaims.mentions.number_words import ONES
from mineralclaims.mentions.party_words import (
    abbreviations,
    askers,
    changes,
    country_words,
    ends_of_no_parties,
    generic,
    measures,
    no_parties,
    of_changes,
    referring,
    voices,
)
from mineralclaims.mentions.phrases import DESCRIBED, Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.slots.described import described
from mineralclaims.slots.elsewhere import is_elsewhere
from mineralclaims.slots.governed import TAKINGS
from mineralclaims.slots.labels import is_label, is_ticker
from mineralclaims.slots.led_groups import LED, ends_with_leader, led_group
from mineralclaims.slots.name_parts import described_name, lead, trail
from mineralclaims.slots.rates import goods_charged
from mineralclaims.spans import Mention
from mineralclaims.text.tags import OWN, lemma, words
from mineralclaims.text.tokens import Token

WORLD = frozenset({"world", "global"})
_PLACES = frozenset({"province", "state", "region", "district", "county", "territory", "island", "city", "town", "municipality"})

_GRIDS = frozenset({"grid", "grids", "spacing", "spacings", "centres", "centers", "intervals"})
_ORDINALS = frozenset({"first", "second", "third", "fourth", "1st", "2nd", "3rd", "4th"})
_MAGNITUDES = frozenset({"mln", "bln", "million", "billion", "thousand", "trillion", "mn", "bn"})
_DEFINED_WITHIN = 8
_TOLD_APART = frozenset(
    {"local", "foreign", "other", "another", "private", "rival", "sister", "overseas", "unnamed", "fellow", "smaller", "new"}
)
"""What tells a company or site from those that were named: "the rival firm" goes back to none of them."""

_TAKEN_FROM = 2
_POLLS = frozenset({"poll", "polls", "survey", "surveys", "canvass"})
_IDIOMS = frozenset({
    ("in", "addition"), ("in", "consideration"), ("in", "total"), ("in", "issue"), ("on", "issue"), ("in", "exchange"), ("in", "return"),
    ("in", "turn"), ("in", "fact"), ("in", "part"), ("in", "particular"), ("in", "general"), ("on", "average"),
})  # fmt: skip
_PARTS_OF_PAYMENT = frozenset({"tranche", "tranches", "instalment", "instalments", "installment", "installments"})


class Candidate:
    """A stretch of tokens of one sentence, with what is known of it whichever number is asked about.

    ``group`` are its features in its own sentence, ``bare`` as it is remembered later, without what joins the aspect of a claim.
    ``elsewhere`` is where goods go or come from (Japan in "exports to Japan rose", "imports from Japan"), ``nobody`` what is no party by
    itself: a pronoun, a nameless voice, a short form such as "LCE".
    """

    __slots__ = (
        "_mention",
        "bare",
        "elsewhere",
        "end",
        "first",
        "group",
        "kind",
        "last",
        "nobody",
        "phrase",
        "reading",
        "referent",
        "referring",
        "settled",
        "start",
    )

    def __init__(self, reading: Reading, first: int, last: int, phrase: Phrase, kind: str) -> None:
        """Make a candidate of the tokens from ``first`` to ``last`` (both included); its kind is base, lead, trail or pronoun."""
        self.reading = reading
        self.first = first
        self.last = last
        self.phrase = phrase
        self.kind = kind
        self.start = reading.tokens[first].start
        self.end = reading.tokens[last].end
        led = kind == "base" and last > phrase.last and phrase.after in LED  # "a group led by Orwin": described by its own noun
        self.group, self.bare = described(reading, first, phrase.last if led else last, phrase, kind)
        low = reading.lows[last]
        if kind == "pronoun":
            self.referring = self.nobody = True
            self.elsewhere = False
        else:
            self.referring = (
                kind == "base" and low in referring() and not (first < last and reading.lows[first] in _TOLD_APART)
            ) or (first == last and low in names_of_demonyms())
            self.nobody = (
                low in voices()
                or low in abbreviations()
                or (low in _PLACES and _is_named_behind(reading, phrase, kind))
                or (low in ends_of_no_parties() and self.words in no_parties())
                or (phrase.before == "by" and phrase.link > 0 and _asks(reading, phrase))
                or is_label(reading, phrase, first, last)
                or (phrase.before == "by" and led_group(reading, phrase) is not None)
                or (phrase.possessed is not None and reading.lows[phrase.possessed.last] in generic())
            )
            self.elsewhere = is_elsewhere(reading, phrase, first)
        self.referent: Mention | None = None
        self.settled = False
        self._mention: Mention | None = None

    @property
    def mention(self) -> Mention:
        """The candidate as a piece of the text, made once."""
        if self._mention is None:
            self._mention = Mention.at(self.reading.document.text, self.start, self.end)
        return self._mention

    @property
    def words(self) -> str:
        """Its words, in lower case."""
        return " ".join(self.reading.lows[self.first : self.last + 1])


def as_candidate(reading: Reading, phrase: Phrase) -> Candidate:
    """Return a whole phrase as a candidate."""
    return Candidate(reading, phrase.first, phrase.last, phrase, "pronoun" if phrase.kind == "pronoun" else "base")


def candidates(reading: Reading) -> list[Candidate]:
    """Return the candidates of a sentence, in order: each base phrase with the name it begins or ends with."""
    if reading.candidates is None:
        reading.candidates = _build(reading)
    return reading.candidates


def _build(reading: Reading) -> list[Candidate]:
    """Return all candidates of a sentence with their static features."""
    tokens = reading.tokens
    found: list[Candidate] = []
    for phrase in reading.phrases:
        first, last = phrase.first, phrase.last
        if phrase.kind == "pronoun":
            found.append(Candidate(reading, first, last, phrase, "pronoun"))
            continue
        if (
            phrase.time
            or _is_denominator(reading, phrase)
            or is_ticker(reading, first)
            or _is_defined(reading, phrase)
            or (first == last and tokens[first].low in _MAGNITUDES)  # "EUR 121 (51) million"
            or (tokens[first].low[0].isdigit() and (_is_measure(tokens[last].low) or tokens[last].low in _GRIDS))
        ):
            continue
        if _is_manner(reading, phrase):
            continue
        part = _part(reading, phrase)
        if part is not None:
            found.append(
                Candidate(reading, *part, phrase, "lead" if part[0] == part[1] and reading.lows[part[0]] in WORLD else "part")
            )
        named = described_name(tokens, phrase)
        led = ends_with_leader(reading, phrase) if phrase.after in LED else -1
        found.append(Candidate(reading, first if named is None else named, max(last, led), phrase, "base"))
        if first == last:
            continue
        if tokens[first].name and (named is None or tokens[first].low in country_words()):
            end = lead(tokens, phrase)
            begins = first + is_time(tokens[first].low)  # "January LME stocks"
            if end is not None and begins <= end and not tokens[end].low.endswith(DESCRIBED) and not _counts_times(tokens, end):
                found.append(Candidate(reading, begins, end, phrase, "lead"))
        elif named is None and (inner := _country_inside(tokens, phrase)) > 0:
            found.append(Candidate(reading, inner, inner, phrase, "lead"))
        if named is None and tokens[last].name:
            start = trail(tokens, phrase)
            if start is not None:
                found.append(Candidate(reading, start, last, phrase, "trail"))
    return found


def _is_defined(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase in a bracket only says how something is called from there on: '(the "Company")', '("Calder" or the "Issuer")'."""
    lows, first = reading.lows, phrase.first
    if first < _TAKEN_FROM or lows[first - 1] != '"' or phrase.after != '"':
        return False
    near = lows[max(0, first - _DEFINED_WITHIN) : first]
    return "(" in near and ")" not in near


def _asks(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a name behind "by" is of those who ask and gather: "analysts polled by Ridley", "a poll of analysts by Ridley"."""
    lows, holder = reading.lows, phrase.holder
    if lows[phrase.link - 1] in askers():
        return phrase.link < _TAKEN_FROM or lows[phrase.link - _TAKEN_FROM] not in TAKINGS  # not "taxes collected by the state"
    if holder is None or lows[holder.last] in _POLLS:
        return holder is not None
    return holder.holder is not None and lows[holder.holder.last] in _POLLS


def _is_manner(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase only says how something is done or counted: "in addition", "shares on issue", "in three tranches"."""
    before, head = phrase.before, reading.lows[phrase.last]
    if phrase.first == phrase.last and (before, head) in _IDIOMS and reading.lows[phrase.first - 1] == before:
        return True
    return before == "in" and head in _PARTS_OF_PAYMENT


def _is_named_behind(reading: Reading, phrase: Phrase, kind: str) -> bool:
    """Return whether the name of a place stands behind the noun for its sort: "the northern province of Holm"."""
    return kind == "base" and phrase.of is not None and reading.tokens[phrase.of.first].name


def is_owned(reading: Reading, phrase: Phrase) -> bool:
    """Return whether somebody is said to have what a phrase names: "its global output", "Orwin's world sales"; not "the year's world output"."""
    owner = phrase.possessor
    return not owner.time if owner is not None else phrase.first > 0 and reading.lows[phrase.first - 1] in OWN


def _part(reading: Reading, phrase: Phrase) -> tuple[int, int] | None:
    """Return the words inside a phrase that a number can be about: "world" of "world output", "employment" of "employment increase"."""
    first, last, lows = phrase.first, phrase.last, reading.lows
    if first == last or reading.tokens[last].name:
        return None
    at = next((index for index in range(first, last) if lows[index] in WORLD), -1)
    if at >= 0:
        return None if is_owned(reading, phrase) else (at, at)
    goods = goods_charged(reading, phrase)
    if goods >= 0:
        return first, goods
    if lemma(lows[last]) in changes() and not reading.tokens[first].name:
        while first < last and (lows[first] in words().adjectives or lows[first] in of_changes() or is_time(lows[first])):
            first += 1
        return (first, last - 1) if first < last else None
    return None


def _is_denominator(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase only says what an amount is per: "costs per ounce"; not "per capita GDP"."""
    return phrase.before == "per" and reading.lows[phrase.first] != "capita"


def _country_inside(tokens: list[Token], phrase: Phrase) -> int:
    """Return the country or demonym that only words without a capital stand before: "total U.S. stocks", "annual Chilean output"; -1 for none."""
    for index in range(phrase.first, phrase.last):
        if tokens[index].low in country_words() or tokens[index].low in blocs():
            return index
        if tokens[index].name:
            break
    return -1


def _counts_times(tokens: list[Token], first: int) -> bool:
    """Return whether words say how many times, or which: "Nine mths oper net", "First half net"."""
    return (tokens[first].low in ONES or tokens[first].low in _ORDINALS) and is_time(tokens[first + 1].low)


def _is_measure(last: str) -> bool:
    """Return whether words that begin with a number and end so are an amount that is no quantity: "9.3 metres", "51m", "200 x 50 m"."""
    return last == "x" or last in _MAGNITUDES or last.lstrip("0123456789.,") in measures()
