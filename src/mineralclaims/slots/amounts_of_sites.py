"""Whose capacity, output, stocks or resource a number is, where the words right around it name the site: "a plant with a capacity of 5 Mt"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.relatives import placed
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.party_words import country_words, site_sorts, sites
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.mentions.time_words import is_time
from mineralclaims.slots.candidates import WORLD, is_owned
from mineralclaims.text.tags import lemma

_CAPACITY = frozenset({"capacity", "capacities", "throughput"})
_FLOWS = frozenset({
    "output", "production", "exports", "imports", "shipments", "sales", "consumption", "deliveries", "stocks", "inventories", "reserves",
    "resources", "throughput",
})  # fmt: skip
_STORED = frozenset({"stocks", "stockpiles", "inventories", "stored", "held", "kept", "storage"})
_AT = frozenset({"at", "in"})
_PLACED_KINDS = frozenset({"hub", "port", "terminal", "city", "town", "village", "district", "province", "island", "peninsula"})
_FOUND = frozenset({
    "reported", "estimated", "defined", "outlined", "calculated", "announced", "published", "delineated", "declared", "established",
    "identified", "modelled", "modeled", "quoted", "stated", "posted",
})  # fmt: skip
_WERE = frozenset({"was", "were", "been", "is", "are", "be"})
_DESCRIBES = frozenset({"A", "D", "N"})
_OTHER_WAY = frozenset({",", ";", ":", "which", "while", "but"})
_LINES = frozenset({"line", "train", "module", "potline", "kiln", "furnace", "works", "terminal", "pipeline", "field"})
_NEAR, _FOUND_WITHIN, _FOR_WITHIN, _STORED_WITHIN, _BESIDE, _YEAR = 6, 28, 4, 10, 2, 4


def with_capacity(scene: Scene) -> Phrase | None:
    """Return the site that has a capacity "with": "opened a zinc mill with an annual capacity of 5 tonnes"."""
    reading, k = scene.reading, scene.k
    lows, at = reading.lows, k - 2
    if at < _BESIDE or lows[k - 1] != "of" or lows[at] not in _CAPACITY:
        return None
    edge = max(at - _NEAR, 1)
    while at > edge and lows[at] != "with" and (reading.tokens[at].tag in _DESCRIBES or lows[at].endswith("ed")):
        at -= 1
    phrase = reading.phrase_ending(at - 1) if lows[at] == "with" else None
    if phrase is None or phrase.time:
        return None
    site = placed(reading, phrase)
    low = lemma(lows[site.last])
    return site if low in sites() or low in site_sorts() or low in _LINES else None


def reported_for(scene: Scene) -> Phrase | None:
    """Return what a passive behind the number says it was found for: "a resource of 5 tonnes was announced in 2011 for the Pelham zone"."""
    reading, lows = scene.reading, scene.reading.lows
    for at in range(scene.k + 1, min(scene.k + _FOUND_WITHIN, len(lows) - _BESIDE)):
        if lows[at] in _OTHER_WAY:
            return None
        if lows[at] in _FOUND and lows[at - 1] in _WERE:
            ahead = range(at + 1, min(at + 1 + _FOR_WITHIN, len(lows) - 1))
            phrase = next((reading.whole_from(to + 1) for to in ahead if lows[to] == "for"), None)
            return None if phrase is None or phrase.time or phrase.last in reading.commodity_tokens else phrase
    return None


def of_its_year(scene: Scene) -> Phrase | None:
    """Return the name right before the year of its output: "Pelham Falls 1986 production was 5 tonnes", not "on 1 April 2023 output"."""
    reading, subject = scene.reading, scene.subject
    if subject is None or subject.last > scene.k or reading.lows[subject.last] not in _FLOWS:
        return None
    for at in range(max(1, subject.first - 1), subject.last):
        low = reading.lows[at]
        if len(low) == _YEAR and low.isdigit():
            return _name_ending(reading, at - 1)
    return None


def _name_ending(reading: Reading, at: int) -> Phrase | None:
    """Return the name that ends at a token, where it opens its clause and is no time."""
    name = reading.phrase_ending(at)
    if name is None or name.time or not reading.tokens[at].name or is_time(reading.lows[name.first]):
        return None
    return name if name.before in {"^", "said", "that", ",", "and"} else None


def total_of_world(scene: Scene) -> tuple[Phrase, str] | None:
    """Return the world where the number is its total: "Orwin mined 2 tonnes out of a world total of 5 tonnes", not "of Orwin's world total"."""
    reading, k = scene.reading, scene.k
    total = reading.phrase_ending(k - 2) if k > _BESIDE and reading.lows[k - 1] == "of" else None
    if total is None or reading.lows[total.last] != "total" or is_owned(reading, total):
        return None
    return None if WORLD.isdisjoint(reading.lows[total.first : total.last]) else (total, "lead")


def at_named_hub(scene: Scene) -> Phrase | None:
    """Return the place that a common noun only sorts: "stocks at the storage hub of Pelham fell by 5 barrels"."""
    reading, k = scene.reading, scene.k
    lows = reading.lows
    for at in range(max(_BESIDE, k - _STORED_WITHIN), k - _BESIDE):
        if lows[at] in _PLACED_KINDS and lows[at + 1] == "of" and reading.tokens[at + 2].name:
            sort = reading.phrase_ending(at)
            if sort is None or sort.before not in _AT or sort.link < 1 or lows[sort.link - 1] not in _STORED:
                return None
            place = reading.phrase_from(at + 2)
            named = place is not None and place.first == at + 2 and not place.time
            return place if named and country_words().isdisjoint(lows[at + 2 : at + 3]) else None
    return None
