"""Whom a number has nothing to do with though it is named beside it: where goods go, who reckons, and what is left out."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.phrases import Phrase
from mineralclaims.text.tags import RELATIVE, VERB, lemma

_FLOWS = {
    "to": frozenset({"exports", "export", "shipments", "deliveries", "sales", "supplies", "flows"}),
    "from": frozenset({"imports", "import", "purchases", "arrivals"}),
}
"""What goes to somebody, and what comes from somebody."""

_OUTSIDE = frozenset({"outside", "excluding"})
"""What stands before those whose amount the number just does not count: "output outside Peru was"."""

_SETTING_ASIDE = {
    "excluding": frozenset({"excluding"}),
    "than": frozenset({"other than"}),
    "from": frozenset({"apart from", "aside from"}),
    "for": frozenset({"except for", "save for"}),
}
"""By its last word, what opens a sentence before those that the rest of it does not count."""

_SAID_BY = frozenset({"estimate", "forecast"})
_COUNTED = frozenset({
    "output", "production", "export", "import", "demand", "consumption", "supply", "stock", "inventory", "reserve", "capacity", "sale",
})  # fmt: skip


def is_elsewhere(reading: Reading, phrase: Phrase, first: int) -> bool:
    """Return whether an amount is not that of the part of a phrase that begins at ``first`` (Japan in "exports to Japan rose", "output outside Japan")."""
    return (
        _is_end_of_flow(reading, phrase)
        or _estimates(reading, phrase)
        or (phrase.before in _OUTSIDE and _leaves_out(reading, first))
        or _is_set_aside(reading, phrase)
    )


def _is_end_of_flow(reading: Reading, phrase: Phrase) -> bool:
    """Return whether goods go to a phrase or come from it: "exports to Japan", "imports from Japan"."""
    holder = phrase.holder if phrase.before in _FLOWS else None
    return holder is not None and reading.lows[holder.last] in _FLOWS[phrase.before]


def _estimates(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a phrase is by whom a number is put forward: "reserves are estimated by the survey to be 5 Mt"."""
    by = phrase.link
    if phrase.before != "by" or by < 1:
        return False
    verb = reading.tokens[by - 1]
    return verb.tag == VERB and not _SAID_BY.isdisjoint(verb.cue)


def _leaves_out(reading: Reading, first: int) -> bool:
    """Return whether "outside" before a token says whose part of an amount is left out: "output outside Peru was", not "mills outside Peru"."""
    before = first - 1
    while before > 0 and reading.lows[before] not in _OUTSIDE:
        before -= 1
    before -= 1
    while before > 0 and (before in reading.commodity_tokens or reading.lows[before] == "of"):
        before -= 1  # "output of copper outside Chile"
    return before >= 0 and lemma(reading.lows[before]) in _COUNTED


def _is_set_aside(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a sentence opens with setting a phrase aside: "Excluding Peru, output was", "Apart from the U.S., stocks fell"."""
    behind = reading.tokens[phrase.last + 1 : phrase.last + 3]
    if phrase.before not in _SETTING_ASIDE or phrase.link not in {0, 1} or not behind or behind[0].low != ",":
        return False
    return behind[-1].tag != RELATIVE and " ".join(reading.lows[: phrase.link + 1]) in _SETTING_ASIDE[phrase.before]
