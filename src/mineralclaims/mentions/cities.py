"""Cities with markets, which end a phrase before what is traded there: "In London Brent crude rose"."""

from __future__ import annotations

from mineralclaims.text.tokens import Token

_CITIES = frozenset({
    "london", "frankfurt", "paris", "tokyo", "chicago", "sydney", "shanghai", "singapore", "mumbai", "bombay", "toronto", "johannesburg",
    "melbourne", "zurich", "amsterdam", "seoul", "moscow", "beijing", "dalian", "rotterdam", "oslo", "houston", "dubai", "milan",
    "madrid", "brussels", "new york", "hong kong",
})  # fmt: skip
_GO_ON = frozenset({
    "metal", "stock", "mercantile", "bullion", "board", "commodity", "commodities", "futures", "petroleum", "international", "exchange",
    "interbank", "time", "times", "city", "gold", "fix", "state", "harbor", "harbour", "cotton", "coffee", "court", "securities", "fixing",
    "university", "interchange", "shipping", "energy", "climate", "convention", "club", "bay", "airport", "area", "district", "metals",
})  # fmt: skip
"""What may go on with a name that begins with a city."""


def is_city_alone(tokens: list[Token], first: int, last: int) -> bool:
    """Return whether the name from ``first`` to ``last`` is a city behind the "in" that opens a sentence, and another name follows."""
    if first != 1 or tokens[0].low != "in" or last - first > 1 or tokens[last + 1].low in _GO_ON:
        return False
    return " ".join([token.low for token in tokens[first : last + 1]]) in _CITIES
