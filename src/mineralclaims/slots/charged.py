"""Whose goods a tariff charges: that country does not impose it, unless the duty is on what it exports or imports itself."""

from __future__ import annotations

from functools import cache

from mineralclaims.claims.scene import Scene
from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.countries import country_places, names, names_of_demonyms
from mineralclaims.slots.candidates import Candidate
from mineralclaims.slots.parties import Possible
from mineralclaims.spans import Mention

_GOING_OUT = ("export", "shipment", "outflow")
_OWN = frozenset({"'s", "’s", "'", "’"})
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
