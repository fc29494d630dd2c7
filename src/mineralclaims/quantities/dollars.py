"""Whose dollars a bare "$" and "dollars" are, and whose cents: by what the text says, marks, spells and names."""

from __future__ import annotations

import re
from collections import Counter
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from mineralclaims.mentions.countries import countries
from mineralclaims.mentions.money_places import dollar_places
from mineralclaims.normalize.currencies import by_country, currency, prefix_marks, suffix_words
from mineralclaims.quantities.model import SettledBy
from mineralclaims.quantities.pieces import Piece

DEFAULT = "USD"
HOMES = {"CAD": "CA", "AUD": "AU", "NZD": "NZ", "SGD": "SG", "HKD": "HK"}
"""The dollars of whose countries the cities are known, with the country's ISO 3166 code."""
_STATED = re.compile(
    r"\b(?:amounts?|figures?|values?|results?|sums|references|prices|currency|expressed|reported|stated|denominated|presented|reports|\$)"
    r"(?: [a-z$\"'()]{1,14}){0,6}?:? ((?:in )?(?:(?:U\.?S\.?|[A-Z][a-z]{1,12}) (?:and )?){1,3})(?:dollars|currency|funds)\b"
    r"|\((?:all )?(?:in )?(?:(?:thousands|millions) of )?((?:U\.?S\.?|[A-Z][a-z]{1,12})(?: [A-Z][a-z]{1,12})?) (?:dollars|funds)\b"
    r"|\b(?:amounts?|figures?|values?|sums|currency)(?: [a-z]{1,12}){0,4}? (?:in |is )?([A-Z]{2,4}\$|C\$|A\$|S\$|CAD|AUD|NZD|USD|SGD)(?=[\s.,;)])"
)
"""What says which dollars a text counts in: "all amounts are in Canadian dollars", "(in millions of U.S. dollars)"."""
_STATING = (" dollars", " funds", "currency", "mounts", "igures", "alues", "sums")
"""What every such statement has a word of."""
RESTATES = re.compile(r" ?\((?:about |around |roughly |some |nearly |over )?")
_AUSTRALIAN = frozenset({"$US", "$A"})
"""How Australian papers mark dollars; a bare one is theirs."""
_AGENCIES = re.compile(r"\((?:Reuters|Bloomberg|AP|AFP)\)")
_US_BEHIND = re.compile(r"[0-9](?: mln| billion| million)? U\.S\.\)")
_AT_HOME = re.compile(
    r"\b(?:Premier|Treasurer|Shire|(?:State|Federal|Provincial|Territory) (?:Government|Opposition)|(?:state|provincial|territory|territorial)"
    r" (?:government|budget|treasury|parliament|legislature|opposition)|Minister for|Member for|House of Commons|Wheat Board|Crown corporation)\b"
)
"""Whom only news of a country with states or provinces names so, to its own readers."""
_ASX = re.compile(r"\(ASX ?:")
WORLD_PRICED = frozenset({"bbl", "oz", "oz_t", "lb", "t", "short_ton", "gal", "10 kg", "1000000 Btu"})
_IN_BARRELS = frozenset({"bbl"})
_NOWHERE = frozenset[str]()
_DECISIVE = 3
_MARKED_ONE_IN = 2
_FOREIGN = 2


class Settled(NamedTuple):
    """A currency, what settled it, and the denominators beside which it does not hold: those of the world's prices."""

    code: str
    by: SettledBy
    but_per: frozenset[str] = _NOWHERE


class _Text:
    """What a text shows of its dollars: the marks beside amounts, and the countries that it names."""

    def __init__(self, text: str, pieces: list[Piece]) -> None:
        """Take the folded text and its pieces."""
        self.text = text
        dollars = [piece for piece in pieces if _is_dollar(piece)]
        self.bare = sum(piece.mark.noun == "dollar" for piece in dollars if piece.mark is not None)
        self.marked = Counter(piece.unit for piece in dollars if piece.mark is not None and piece.mark.code is not None)
        self.marked_in_words = Counter(piece.unit for piece in dollars if _is_marked_in_words(piece))
        self._behind = len(_US_BEHIND.findall(text)) if "U.S.)" in text else 0
        self.marked[DEFAULT] += self._behind
        self.places = dollar_places(text)
        for code in self.marked:
            if code != DEFAULT:
                self.places.setdefault(_country_of(code), 0)

    @cached_property
    def named(self) -> Counter[str]:
        """How often the text names which country."""
        named = Counter(countries(self.text))
        return named - Counter({"US": self._behind}) if self._behind else named

    @property
    def local(self) -> str | None:
        """The country with a dollar of its own that the text marks, or else names most, by itself or its cities; None for a tie."""
        if not self.places:
            return None
        marked = {_country_of(code) for code in self.marked if code != DEFAULT}
        ranked = sorted(
            ((self.places[one], self.named[one], one) for one in self.places if one in marked or not marked), reverse=True
        )
        tie = len(ranked) > 1 and ranked[0][:2] == ranked[1][:2]
        return None if tie or not ranked else ranked[0][2]

    def at_home(self, country: str) -> int:
        """How often the text names a country, its cities included."""
        return max(self.places.get(country, 0), self.named[country])

    def others(self, country: str) -> list[str]:
        """Return the other countries named."""
        return [code for code in self.named if code != country]

    def most_of_others(self, country: str) -> int:
        """How often the text names another country at most."""
        return max((count for code, count in self.named.items() if code != country), default=0)


def local_dollars(text: str, pieces: list[Piece]) -> tuple[Settled, Settled]:
    """Return the dollar that a bare "$" means, and the one that bare "dollars" mean, with what settles each.

    It is the U.S. one, unless the text says otherwise, or counts in another and is at home there.
    """
    stated = _stated(text)
    if stated is not None:
        return stated, stated
    shown = _Text(text, pieces)
    signs = _of_signs(shown, pieces)
    return signs, _of_words(shown, signs)


def _stated(text: str) -> Settled | None:
    """Return the dollar that a text says it counts in."""
    match = _STATED.search(text) if any(word in text for word in _STATING) else None
    if match is None:
        return None
    if match[3]:
        mark = prefix_marks().get(match[3])
    else:
        whose = (match[1] or match[2]).removeprefix("in ").removesuffix(" ")
        mark = suffix_words().get(f"{whose} dollars".lower())
    return Settled(mark.code, "text") if mark is not None and mark.code else None


def _of_signs(shown: _Text, pieces: list[Piece]) -> Settled:
    """Return what a bare "$" means."""
    if any(piece.mark is not None and piece.mark.text in _AUSTRALIAN for piece in pieces):
        return Settled("AUD", "amounts")
    country = shown.local
    if country is None:
        return Settled(DEFAULT, "default")
    if _AGENCIES.search(shown.text) or _restates(shown.text, pieces):
        return Settled(DEFAULT, "text")
    local = by_country("dollar", country) or DEFAULT
    if not _counts_in(shown, country, local):
        return Settled(DEFAULT, "default")
    by: SettledBy = "amounts" if shown.marked[local] else "country"
    domestic = _spells_per_cent(shown) or _AT_HOME.search(shown.text) is not None
    return Settled(local, by, _NOWHERE if domestic else WORLD_PRICED)


def _counts_in(shown: _Text, country: str, local: str) -> bool:
    """Return whether a text counts in the dollar of a country by its bare "$".

    Papers of the Commonwealth, which write "per cent", do at home; who marks the local dollar, but not the U.S. one, means
    the U.S. one by a bare "$", as news agencies do; who marks the U.S. one means the other.
    """
    home, foreign = shown.at_home(country), shown.most_of_others(country)
    if _spells_per_cent(shown) and home:
        return home >= max(foreign, shown.named["US"])
    if shown.marked[DEFAULT] and shown.marked[local]:
        return shown.marked[local] > shown.marked[DEFAULT]
    if shown.marked[DEFAULT]:
        return home > shown.named["US"] and home >= foreign
    if shown.marked[local]:
        if country == "AU" and _ASX.search(shown.text) is not None:
            return True
        if not home and not shown.named:
            return shown.marked[local] * _MARKED_ONE_IN >= shown.bare
        return home >= _DECISIVE and not shown.others(country) and shown.marked[local] == shown.bare == 1
    if shown.named["US"]:
        return False
    if (country == "AU" and _ASX.search(shown.text) is not None) or (home > foreign and _AT_HOME.search(shown.text) is not None):
        return True
    return home >= _DECISIVE and not shown.others(country)


def _of_words(shown: _Text, signs: Settled) -> Settled:
    """Return what bare "dollars" mean: those of the country whose dollars the text names, where it does."""
    local = _most_at_home(shown)
    if local is None:
        return signs
    home = shown.at_home(_country_of(local))
    others = shown.others(_country_of(local))
    if shown.named["US"] > max(home, 1) or (not home and len(others) >= _FOREIGN):
        return signs
    return Settled(local, "amounts", _IN_BARRELS)


def _most_at_home(shown: _Text) -> str | None:
    """Return the dollar, not the U.S. one, that the text marks by words and whose country it names most."""
    known = [code for code in shown.marked_in_words if code != DEFAULT]
    return max(known, key=lambda code: (shown.at_home(_country_of(code)), shown.marked_in_words[code], code), default=None)


def _spells_per_cent(shown: _Text) -> bool:
    return "per cent" in shown.text


def _is_dollar(piece: Piece) -> bool:
    """Return whether an amount is one of dollars."""
    if piece.mark is None:
        return False
    return piece.mark.noun == "dollar" or (piece.mark.code is not None and "dollar" in currency(piece.mark.code).nouns)


def _is_marked_in_words(piece: Piece) -> bool:
    """Return whether an amount says in words whose dollars it counts: "120 mln Canadian dlrs"."""
    return piece.mark is not None and piece.mark.code is not None and not piece.prefixed and _is_dollar(piece)


def _country_of(code: str) -> str:
    """Return the first country where a currency is legal tender."""
    return HOMES.get(code) or next(iter(currency(code).countries), "")


def _restates(text: str, pieces: list[Piece]) -> bool:
    """Return whether a bare "$" says another currency's amount over again, or is said over again in another one.

    "A$250 million ($164 million)" does, and "$2.8bn (£1.5bn)"; but "$38.7m (US$27.6m)" tells that the bare one is no U.S. one.
    """
    for one, other in pairwise(pieces):
        between = text[one.end : other.start]
        if one.mark is None or other.mark is None or not (RESTATES.fullmatch(between) or between == "; "):
            continue
        if other.mark.noun == "dollar" and one.mark.noun != "dollar" and one.unit != DEFAULT:
            return True
        if one.mark.noun == "dollar" and other.mark.noun != "dollar" and other.unit != DEFAULT:
            return True
    return False
