"""Whose dollars a bare "$" and "dollars" are, and whose cents: by what the text says, marks, spells and names."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from itertools import pairwise
from typing import NamedTuple

from mineralclaims.mentions.countries import countries
from mineralclaims.mentions.dollar_places import dollar_places
from mineralclaims.normalize.currencies import by_country, currency, prefix_marks, suffix_words
from mineralclaims.quantities.model import SettledBy
from mineralclaims.quantities.pieces import Piece

_DEFAULT = "USD"
_HOMES = {"CAD": "CA", "AUD": "AU", "NZD": "NZ", "SGD": "SG", "HKD": "HK"}
"""The dollars of whose countries the cities are known, with the country's ISO 3166 code."""
_STATED = re.compile(
    r"\b(?:amounts?|figures?|values?|results?|sums|references|prices|currency|expressed|reported|stated|denominated|presented|reports|\$)"
    r"(?: [a-z$\"'()]{1,14}){0,6}?:? ((?:in )?(?:(?:U\.?S\.?|[A-Z][a-z]{1,12}) (?:and )?){1,3})(?:dollars|currency|funds)\b"
    r"|\((?:all )?(?:in )?(?:(?:thousands|millions) of )?((?:U\.?S\.?|[A-Z][a-z]{1,12})(?: [A-Z][a-z]{1,12})?) (?:dollars|funds)\b"
    r"|\b(?:amounts?|figures?|values?|sums|currency)(?: [a-z]{1,12}){0,4}? (?:in |is )?([A-Z]{2,4}\$|C\$|A\$|S\$|CAD|AUD|NZD|USD|SGD)(?=[\s.,;)])"
)
"""What says which dollars a text counts in: "all amounts are in Canadian dollars", "(in millions of U.S. dollars)"."""
_RESTATES = re.compile(r" ?\((?:about |around |roughly |some |nearly |over )?")
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
_WORLD_PRICED = frozenset({"bbl", "oz", "oz_t", "lb", "t", "short_ton", "gal", "10 kg", "1000000 Btu"})
_IN_BARRELS = frozenset({"bbl"})
_EXCHANGES = {
    "AU": re.compile(r"\bASX\b|\b[Ii]n Sydney\b|\bSydney(?:-listed| (?:market|exchange|trad))"),
    "CA": re.compile(r"\bTSXV?\b|\b[Ii]n Toronto\b|\b(?:the )?Toronto(?:-listed| (?:\w+ )?(?:market|exchange|trad))"),
    "NZ": re.compile(r"\bNZX\b|\b[Ii]n Wellington\b"),
}
"""Where shares are traded in a dollar of the country's own, with its ISO 3166 code."""
_SHARES = re.compile(
    r"\b(?:shares?|stocks?)\b[^.]*\b(?:clos|end|finish|trad|rose|fell|gain|lost|add|up|down|higher|lower|slip|slid|jump|climb|drop|at)|\bclosed\b"
)
_ELSEWHERE = re.compile(r"\bNew York\b|\bNYSE\b|\bNasdaq\b|\bLondon\b|US\$")
_SMALL_CHANGE, _DEAREST = Decimal("0.001"), Decimal(1000)
_NOWHERE = frozenset[str]()
_DECISIVE = 3
_MARKED_ONE_IN = 2
_FOREIGN = 2
_SENTENCE = 500


class Settled(NamedTuple):
    """A currency, what settled it, and the denominators beside which it does not hold: those of the world's prices."""

    code: str
    by: SettledBy
    but_per: frozenset[str] = _NOWHERE


class _Text:
    """What a text shows of its dollars: the marks beside amounts, and the countries that it names."""

    def __init__(self, text: str, pieces: list[Piece], *, words: bool) -> None:
        """Take the folded text, its pieces, and whether dollars in words ("mln dlrs") are meant, or in signs ("$")."""
        self.text, self.words = text, words
        dollars = [piece for piece in pieces if _is_dollar(piece)]
        self.bare = sum(piece.mark.noun == "dollar" for piece in dollars if piece.mark is not None)
        self.marked = Counter(piece.unit for piece in dollars if piece.mark is not None and piece.mark.code is not None)
        self.marked_in_words = Counter(piece.unit for piece in dollars if _is_marked_in_words(piece))
        self.places = dollar_places(text)
        self.named = Counter(countries(text))
        behind = len(_US_BEHIND.findall(text))
        self.marked[_DEFAULT] += behind
        if behind:
            self.named = self.named - Counter({"US": behind})
        for code in self.marked:
            if code != _DEFAULT:
                self.places.setdefault(_country_of(code), 0)

    @property
    def local(self) -> str | None:
        """The country with a dollar of its own that the text marks, or else names most, by itself or its cities; None for a tie."""
        marked = {_country_of(code) for code in self.marked if code != _DEFAULT}
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
    marks = [piece.mark for piece in pieces if piece.mark is not None]
    wire = any(mark.text.endswith("dlrs") for mark in marks) or any(_is_marked_in_words(piece) for piece in pieces)
    signs = _of_signs(text, pieces)
    return signs, _of_words(_Text(text, pieces, words=True), signs) if wire else signs


def _stated(text: str) -> Settled | None:
    """Return the dollar that a text says it counts in."""
    match = _STATED.search(text) if "$" in text or "ollars" in text else None
    if match is None:
        return None
    if match[3]:
        mark = prefix_marks().get(match[3])
    else:
        whose = (match[1] or match[2]).removeprefix("in ").removesuffix(" ")
        mark = suffix_words().get(f"{whose} dollars".lower())
    return Settled(mark.code, "text") if mark is not None and mark.code else None


def _of_signs(text: str, pieces: list[Piece]) -> Settled:
    """Return what a bare "$" means."""
    if any(piece.mark is not None and piece.mark.text in _AUSTRALIAN for piece in pieces):
        return Settled("AUD", "amounts")
    shown = _Text(text, pieces, words=False)
    country = shown.local
    if country is None:
        return Settled(_DEFAULT, "default")
    if _AGENCIES.search(text) or _restates(text, pieces):
        return Settled(_DEFAULT, "text")
    local = by_country("dollar", country) or _DEFAULT
    if not _counts_in(shown, country, local):
        return Settled(_DEFAULT, "default")
    by: SettledBy = "amounts" if shown.marked[local] else "country"
    domestic = _spells_per_cent(shown) or _AT_HOME.search(text) is not None
    return Settled(local, by, _NOWHERE if domestic else _WORLD_PRICED)


def _counts_in(shown: _Text, country: str, local: str) -> bool:
    """Return whether a text counts in the dollar of a country by its bare "$".

    Papers of the Commonwealth, which write "per cent", do at home; who marks the local dollar, but not the U.S. one, means
    the U.S. one by a bare "$", as news agencies do; who marks the U.S. one means the other.
    """
    home, foreign = shown.at_home(country), shown.most_of_others(country)
    if _spells_per_cent(shown) and home:
        return home >= max(foreign, shown.named["US"])
    if shown.marked[_DEFAULT] and shown.marked[local]:
        return shown.marked[local] > shown.marked[_DEFAULT]
    if shown.marked[_DEFAULT]:
        return home > shown.named["US"] and home >= foreign
    if shown.marked[local]:
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
    known = [code for code in shown.marked_in_words if code != _DEFAULT]
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
    return _HOMES.get(code) or next(iter(currency(code).countries), "")


def _restates(text: str, pieces: list[Piece]) -> bool:
    """Return whether a bare "$" says another currency's amount over again, or is said over again in another one.

    "A$373 million ($234.8 million)" does, and "$2.8bn (£1.5bn)"; but "$38.7m (US$27.6m)" tells that the bare one is no U.S. one.
    """
    for one, other in pairwise(pieces):
        between = text[one.end : other.start]
        if one.mark is None or other.mark is None or not (_RESTATES.fullmatch(between) or between == "; "):
            continue
        if other.mark.noun == "dollar" and one.mark.noun != "dollar" and one.unit != _DEFAULT:
            return True
        if one.mark.noun == "dollar" and other.mark.noun != "dollar" and other.unit != _DEFAULT:
            return True
    return False


def give_share_prices(text: str, pieces: list[Piece]) -> None:
    """Give bare prices of shares the currency of the one exchange that their sentence names: "the stock closed at $41.36 in Sydney"."""
    exchanges = {country: [match.start() for match in _EXCHANGES[country].finditer(text)] for country in _EXCHANGES}
    if not any(exchanges.values()):
        return
    for piece in pieces:
        if piece.mark is None or piece.mark.noun not in {"dollar", "cent"} or piece.per not in {None, "share"}:
            continue
        if piece.magnitude != 1 or piece.grouped or not _SMALL_CHANGE <= piece.low < _DEAREST:
            continue
        start = max(text.rfind(". ", 0, piece.start), text.rfind("\n\n", 0, piece.start)) + 1
        end = min((at for at in (text.find(". ", piece.end), text.find("\n\n", piece.end)) if at >= 0), default=len(text))
        named = [country for country, places in exchanges.items() if any(start <= at < end for at in places)]
        if len(named) == 1 and _SHARES.search(text, start, end) and not _ELSEWHERE.search(text, start, end):
            piece.unit, piece.settled_by = by_country("dollar", named[0]) or _DEFAULT, "country"


def give_cents(text: str, pieces: list[Piece]) -> None:
    """Give cents that are no world price the currency of the amount nearest to them that has cents."""
    money = [piece for piece in pieces if piece.kind == "money" and piece.mark is not None and _has_cents(piece)]
    others = [one for one in money if one.unit != _DEFAULT]
    for at, piece in enumerate(pieces):
        if piece.mark is None or piece.mark.noun != "cent":
            continue
        if piece.per not in _WORLD_PRICED and others:
            near = min(
                (one for one in money if not _is_elsewhere(text, one, piece)), key=lambda one: _far(text, one, piece), default=None
            )
            if near is not None and near.unit != piece.unit:
                piece.unit, piece.settled_by = near.unit, "amounts"
        level = pieces[at + 1] if at + 1 < len(pieces) else None
        if level is not None and _is_level(text, piece, level):
            piece.unit, piece.settled_by = level.unit, "amounts"


def _is_elsewhere(text: str, money: Piece, cents: Piece) -> bool:
    """Return whether an amount cannot tell whose cents are meant, as those marked as U.S. dollars, or said over again in cents."""
    if money.mark is not None and money.mark.code == _DEFAULT and not (money.mark.minor and _far(text, money, cents) < _SENTENCE):
        return True
    return money.end < cents.start and _RESTATES.fullmatch(text, money.end, cents.start) is not None


def _has_cents(piece: Piece) -> bool:
    """Return whether an amount that is settled is one of a currency with cents, and no bare cents itself."""
    if piece.mark is None or piece.mark.noun == "cent":
        return False
    return piece.mark.noun == "dollar" or "cent" in currency(piece.unit).minors


def _is_level(text: str, moved: Piece, level: Piece) -> bool:
    """Return whether cents moved an amount to a level: "eased eight cents to 11.20 euros"."""
    if level.mark is None or level.mark.minor or level.mark.code is None:
        return False
    between = text[moved.end : level.start].strip()
    return between in {"to", "at", "up to", "down to", "higher at", "lower at"} and "cent" in currency(level.unit).minors


def _far(text: str, money: Piece, cents: Piece) -> int:
    """Return how far an amount is from cents, much farther where a sentence ends between, above all before the amount."""
    if money.start < cents.start:
        return gap(text, money.end, cents.start)
    length = gap(text, cents.end, money.start)
    return length if length < _SENTENCE else length + 2 * _SENTENCE


def gap(text: str, start: int, end: int) -> int:
    """Return how far it is from one place to another, much farther where a sentence ends between."""
    length = end - start
    if length >= _SENTENCE:
        return length
    between = text[start:end]
    return length + _SENTENCE if ". " in between or ".\n" in between or "\n\n" in between else length
