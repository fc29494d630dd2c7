"""Lists of trade as fact sheets give them: "Exports: $2 billion; commodities--tin 40%; partners--Chile 31%, Peru 9%"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.claims.scene import Scene
from mineralclaims.mentions.phrases import Phrase

_FLOWS = {"exports": "export", "imports": "import", "export": "export", "import": "import"}
_LISTED = frozenset({
    "partners", "partner", "markets", "destinations", "customers", "buyers", "suppliers", "sources", "origins", "commodities",
    "commodity", "goods", "products",
})  # fmt: skip
_OPENS = frozenset({":", "-", "–"})
_LABEL = 3
_LIST_REACH = 90


def trade_list(reading: Reading, k: int) -> tuple[str, Phrase] | None:
    """Return which flow of trade a token stands in a list of, with the words that say so; None where it stands in none.

    The flow opens the sentence ("Exports: $2 billion", "Exports--partners:"), and what is listed is named with a colon or a dash
    between it and the token.
    """
    lows = reading.lows
    flow = next((at for at, low in enumerate(lows[:_LABEL]) if low in _FLOWS), -1)
    if flow < 0 or not _is_label(lows, flow + 1):
        return None
    first = max(flow, k - _LIST_REACH)
    if not any(lows[at] in _LISTED and lows[at + 1] in _OPENS for at in range(first, k - 1)):
        return None
    phrase = reading.phrase_ending(flow) or reading.phrase_from(flow)
    return None if phrase is None else (_FLOWS[lows[flow]], phrase)


def _is_label(lows: list[str], at: int) -> bool:
    """Return whether a label ends behind a flow: "Exports:", "Export partners:"."""
    return at < len(lows) - 1 and (lows[at] in _OPENS or (lows[at] in _LISTED and lows[at + 1] in _OPENS))


def names_trade_part(scene: Scene, _previous: str = "") -> str | None:
    """Return share for a part right behind a noun in a list of trade."""
    tokens, k = scene.reading.tokens, scene.k
    named = k > 0 and tokens[k - 1].tag == "N"
    return "share" if named and trade_list(scene.reading, k) is not None else None


def listed_flow(scene: Scene) -> Phrase | None:
    """Return the exports or imports that a part in a list of trade is of."""
    found = trade_list(scene.reading, scene.k)
    return None if found is None else found[1]
