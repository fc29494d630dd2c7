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

_CAUSES = frozenset({
    "as a result of", "because of", "on account of", "in the wake of", "in response to", "due to", "owing to", "thanks to", "despite",
    "in spite of", "notwithstanding", "amid", "in view of", "on the back of", "on the heels of", "as a consequence of", "besides",
    "in addition to", "irrespective of", "regardless of", "in case of", "in the event of", "ahead of", "prior to",
})  # fmt: skip
"""What opens a sentence before a reason or circumstance of the rest of it."""

_SAID_BY = frozenset({"estimate", "forecast"})
_CAUSE_AT_MOST = 4
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
        or _is_cause(reading, phrase)
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


def _is_cause(reading: Reading, phrase: Phrase) -> bool:
    """Return whether a sentence opens with a phrase without a name as the cause of the rest: "As a result of the strike, output fell"."""
    if phrase.last < _CAUSE_AT_MOST and " ".join(reading.lows[: phrase.last + 2]) in _CAUSES:
        return True  # the result in "as a result of"
    if not 0 <= phrase.link <= _CAUSE_AT_MOST or phrase.name or reading.lows[phrase.last + 1 : phrase.last + 2] != [","]:
        return False
    return " ".join(reading.lows[: phrase.link + 1]) in _CAUSES
