"""What begins at a token, or what it owns at last: the output in "of the world's output"."""

from __future__ import annotations

from mineralclaims.claims.reading import Reading
from mineralclaims.mentions.phrases import Phrase


def owned_at_last(reading: Reading, at: int) -> Phrase | None:
    """Return the phrase that begins at a token, another number passed over, or what it owns."""
    tokens = reading.tokens
    while at + 1 < len(tokens) and (tokens[at].tag in {"D", "Q", "A"} or (tokens[at].tag == "V" and tokens[at + 1].tag == "N")):
        at += 1  # "on some imported buses"
    phrase = reading.whole_from(at)
    if phrase is not None and reading.lows[phrase.last + 1 : phrase.last + 3] == ["'s", "#"]:
        inside = (
            reading.phrase_from(phrase.last + 4) if reading.lows[phrase.last + 3 : phrase.last + 4] in (["in"], ["of"]) else None
        )
        phrase = phrase if inside is None or inside.time else inside  # "of the firm's $17 billion in annual sales"
    return phrase if phrase is not None and not phrase.time and phrase.kind == "base" else None
