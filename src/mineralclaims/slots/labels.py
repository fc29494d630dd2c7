"""Words with capitals that name no party: the headings of sections, the tickers of shares, rates of the first days, reporting codes."""

from __future__ import annotations

import re

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import headings
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import NOUN, QUANTITY, VERB

_LEFT_OUT = frozenset({
    "tax", "taxes", "taxation", "interest", "depreciation", "amortisation", "amortization", "items", "minorities", "exceptionals",
    "royalties", "provisions", "extraordinaries", "write-offs", "charges", "impairments", "dividends",
})  # fmt: skip
"""What a profit is told before or after: "profit after tax", "earnings before interest and tax"."""

_FIRST_DAYS = re.compile(r"ip\d{1,3}")
_CODES = frozenset({"national instrument", "jorc code", "mineral resource estimate"})
_SOME = frozenset({"one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "several", "both", "none"})
"""What counts some of those named behind "of": "three of the traders"."""

_PLATES = frozenset({"figure", "table", "appendix", "annex", "chart", "page", "slide"})
_BEFORE_OR_AFTER = frozenset({"before", "after", "excluding", "pre"})
_DASHES = frozenset({"-", "--", "–", "—"})
_SHORTEST_PLACE, _DATELINE = 4, 20
_HEADING_AT_MOST = 10
_CODE_WORDS = 3
_EXCHANGE = 3


def is_label(reading: Reading, phrase: Phrase, first: int, last: int) -> bool:
    """Return whether the tokens from ``first`` to ``last`` of a phrase are a label rather than somebody or something that has amounts."""
    if first == last and reading.lows[first] in _SOME:
        return reading.lows[last + 1 : last + 2] == ["of"]
    if reading.lows[first] in _PLATES and first + 1 == last and reading.lows[last][0].isdigit():
        return True
    if reading.lows[last].startswith("ip") and _FIRST_DAYS.fullmatch(reading.lows[last]) is not None:
        return True
    if _is_gloss(reading, first, last) or _is_code(reading, first, last):
        return True
    if not first and _is_dateline(reading, last):
        return True
    if reading.lows[last] in _LEFT_OUT and phrase.before in _BEFORE_OR_AFTER:
        return True
    return _is_one_of(reading, phrase) or (last < _HEADING_AT_MOST and _is_heading(reading, last))


def _is_gloss(reading: Reading, first: int, last: int) -> bool:
    """Return whether capitals in quotes and brackets are the short form of a common noun before them: 'operating expense ("LOE")'."""
    lows, tokens = reading.lows, reading.tokens
    if (
        first != last
        or first < _EXCHANGE
        or lows[first - 2] != "("
        or lows[first - 1] != '"'
        or lows[last + 1 : last + 3] != ['"', ")"]
    ):
        return False
    before = tokens[first - _EXCHANGE]
    return before.tag == NOUN and (not before.name or "cost" in before.cue)


def _is_one_of(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase only says what sort of party the one before a comma is: "Orwin, one of its oldest backers, holds"."""
    lows, of = reading.lows, phrase.link
    return of > 1 and lows[of] == "of" and lows[of - 1] == "one" and lows[of - 2] == "," and lows[phrase.last].endswith("s")


def _is_dateline(reading: Reading, last: int) -> bool:
    """Return whether the capitals that open a sentence are the place that it was sent from: "OSLO (Newswire) - Orwin said"."""
    tokens, lows = reading.tokens, reading.lows
    place = reading.document.folded[tokens[0].start : tokens[last].end]
    if not place.isupper() or len(place) < _SHORTEST_PLACE:
        return False
    dash = next((at for at in range(last + 1, min(len(lows), last + _DATELINE)) if lows[at] in _DASHES), -1)
    return dash > last and not any(token.tag in {VERB, QUANTITY} for token in tokens[last + 1 : dash])


def _is_code(reading: Reading, first: int, last: int) -> bool:
    """Return whether a name is that of a reporting code: "a resource by National Instrument 43-101"."""
    return reading.tokens[last].name and last - first < _CODE_WORDS and " ".join(reading.lows[first : last + 1]) in _CODES


def is_ticker(reading: Reading, first: int) -> bool:
    """Return whether a name stands behind that of an exchange in brackets, or for itself in angle ones: "(LON:ORW)", "<ORW.L>"."""
    lows = reading.lows
    if first and lows[first - 1] == "<" and lows[first + 1 : first + 2] == [">"]:
        return "." in lows[first]
    opened = first > _EXCHANGE and lows[first - 1] == ":" and lows[first - _EXCHANGE] == "("
    return opened and reading.tokens[first].name and reading.tokens[first - 2].name


def _is_heading(reading: Reading, last: int) -> bool:
    """Return whether a token stands in what opens a sentence before a colon and ends with a word for a section: "Events and Trends: In 2020"."""
    lows, tokens = reading.lows, reading.tokens
    if ":" not in lows[last + 1 : _HEADING_AT_MOST + 1]:
        return False
    colon = lows.index(":", last + 1)
    if lows[colon - 1] not in headings() or any(token.tag == QUANTITY for token in tokens[: colon + 2]):
        return False
    behind = tokens[tokens[0].tag == NOUN : colon]  # a common noun with the capital of the sentence is no name
    return all(token.name or token.tag in "DPCA,S" or token.low in {"and", ",", "&", "*", "-"} for token in behind)
