"""Which number before it a number is only compared with: "66 Mt, a slight decrease from 68 Mt", "$290m, down 31% compared with $420m"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.party_words import changes
from mineralclaims.mentions.time_words import is_time
from mineralclaims.text.tags import NOUN, VERB

_AGAINST = frozenset({"instead", "rather", "against", "versus", "vs", "compared", "from", "up", "down", "than"})
_PASSED = frozenset({
    "compared", "reported", "revised", "restated", "estimated", "previous", "earlier", "prior", "original", "initial", "forecast",
    "slight", "sharp", "same", "upwardly", "downwardly", "comparable", "corresponding", "ended",
    "lower", "higher", "less", "more", "fewer", "smaller", "larger", "bigger",
})  # fmt: skip
_LEADING = frozenset({"with", "to", "from", "of", "against", "versus", "vs", "than", "a", "the"}) | _PASSED
_WITHIN, _NUMBERS_BACK = 14, 2
_UNFIT = frozenset({";", "while", "whereas", "but", "and"})


def set_against(reading: Reading, position: int) -> int:
    """Return the quantity of the same unit that a quantity is set against, with nothing but times and words of change between; else -1."""
    quantities, at = reading.quantities, reading.at
    for before in range(position - 1, max(-1, position - 1 - _NUMBERS_BACK), -1):
        if at[position] - at[before] > _WITHIN:
            break
        if quantities[before].quantity.unit == quantities[position].quantity.unit:
            return before if _compares(reading, at[before] + 1, position) else -1
        if quantities[before].kind != "percent" and reading.lows[at[before] - 1] != "(":
            break
    return -1


def _compares(reading: Reading, first: int, position: int) -> bool:
    """Return whether the words of a stretch up to a quantity compare two numbers and say nothing else; "lower than" may be a part of the second."""
    end = reading.at[position]
    mention = reading.quantities[position]
    led = "than " in reading.document.folded[mention.around.start : mention.span.start].lower() and reading.lows[end - 1] == ","
    if not led and (reading.lows[end - 1] not in _LEADING or _AGAINST.isdisjoint(reading.lows[first:end])):
        return False
    return all(
        token.low not in _UNFIT
        and (
            token.tag not in {NOUN, VERB}
            or token.low in _PASSED
            or token.low in _AGAINST
            or token.low in changes()
            or is_time(token.low)
        )
        for token in reading.tokens[first:end]
    )
