"""Whose goods a tariff charges: that country does not impose it, unless the duty is on what it exports or imports itself."""

from __future__ import annotations

from bisect import bisect_right
from functools import cache

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene, find_subject
from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.countries import country_places, names, names_of_demonyms
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible
from mineralclaims.slots.rates import list_before
from mineralclaims.spans import Mention
from mineralclaims.text.tags import lemma

_GOING_OUT = ("export", "shipment", "outflow")
_OWN = frozenset({"'s", "’s", "'", "’"})
_PAYING = frozenset({"pay", "face", "incur", "attract"})
_NEAR, _VERBS_AROUND = 5, 4
_COMING_IN = (" imports of", " imports from", " purchases of", " purchases from", " importers", " buyers")


@cache
def _capitals() -> dict[str, str]:
    """Return the capitals by which a text may name a government, each with the ISO code of its country."""
    return {name: country["iso2"] for country in load("countries")["country"] for name in country.get("capital", ())}


def _country(name: str) -> str | None:
    """Return the ISO code of the country that a name, a demonym or a capital stands for."""
    return names().get(name) or _capitals().get(name)


def is_charged(country: Mention | None, goods: Mention | None) -> bool:
    """Return whether it is the goods of a country that a tariff is on: China's by "Chinese cars", nobody's by "Chinese exports" or "U.S. imports of steel"."""
    if country is None or goods is None or _country(country.text) not in _charged(goods):
        return False
    return country.text.lower() in names_of_demonyms() or not any(word in goods.text.lower() for word in _GOING_OUT)


def charged_beside(scene: Scene) -> list[tuple[int, int]]:
    """Return from which to which token those stand who are charged another rate in the sentence: Canada in "while Canada would pay 10%"."""
    reading = scene.reading
    near = bisect_right(reading.verbs, scene.k)
    payers = [
        find_subject(reading, verb)
        for verb in reading.verbs[max(0, near - _VERBS_AROUND) : near + _VERBS_AROUND]
        if verb != scene.verb and lemma(reading.lows[verb]) in _PAYING and _has_rate(reading, verb)
    ]
    return [(list_before(reading, payer), payer.last) for payer in payers if payer is not None]


def but_charged(options: list[Possible], scene: Scene) -> list[Possible]:
    """Return the possible imposers of a rate but who is charged another in its sentence: "Canada would pay 10%, while Chile would face 50%"."""
    beside = charged_beside(scene)
    named = {
        one[2].words.lower()
        for one in options
        for first, last in beside
        if isinstance(one[2], Candidate) and first <= one[2].first <= last
    }
    return [one for one in options if one[2] is None or one[2].words.lower() not in named] if named else options


def _has_rate(reading: Reading, verb: int) -> bool:
    """Return whether a percentage stands right behind a verb."""
    at = bisect_right(reading.at, verb)
    return at < len(reading.at) and reading.at[at] - verb < _NEAR and reading.quantities[at].kind == "percent"


def _charged(goods: Mention) -> frozenset[str]:
    """Return the ISO codes of the countries whose goods are charged."""
    text = goods.text
    return frozenset(code for _, end, code in country_places(text) if not text.startswith(_COMING_IN, end))


def without_charged(options: list[Possible], chosen: Mention | None, goods: Mention | None, scene: Scene) -> list[Possible]:
    """Return the options but those that stand for a country whose goods are charged, where the chosen one does; else all options.

    Whose tariff it is said to be right before the number stays ("Kenya's 5% levy on Kenyan steel"), and so does whom the verb settles.

    So it is not China in "In answer to a 10% tariff on Chinese cars China halted sales", but whoever else may be meant.
    """
    if len(options) == 1 or goods is None or not is_charged(chosen, goods) or scene.reading.lows[scene.k - 1] in _OWN:
        return options
    on = _charged(goods)
    return [option for option in options if _country(_words(option)) not in on]


def _words(option: Possible) -> str:
    """Return the words of an option; none where it stands for nobody."""
    source, mention = option[2], option[3]
    if mention is not None:
        return mention.text
    if source is None:
        return ""
    return source.mention.text if isinstance(source, Candidate) else source.words
