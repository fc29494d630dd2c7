"""How each claim type looks: a letter, and colours for light and dark pages.

The colours are derived from those of M. Okabe and K. Ito, "Color Universal Design" (2008), which stay apart for readers with
any common colour blindness: a tint of each behind the text, and a darker or lighter tone of it for the line and the letter.
"""

from __future__ import annotations

from typing import NamedTuple

TEXT = ("#1b1f24", "#e8eaed")
"""The colour of text on a light and on a dark page."""
PAGE = ("#ffffff", "#16181d")
"""The background of a light and of a dark page."""


class Look(NamedTuple):
    """The letter of a type, and its colours: behind the text and of the line, each for a light and for a dark page."""

    letter: str
    tint: tuple[str, str]
    line: tuple[str, str]


LOOKS = {
    "reserve": Look("R", ("#f8e2b2", "#5d4613"), ("#855c00", "#ebb130")),
    "production": Look("P", ("#b2e2d5", "#0f463a"), ("#006a4d", "#4fbc9e")),
    "grade": Look("G", ("#f0d7e5", "#54394c"), ("#854f6d", "#da9dbf")),
    "stake": Look("O", ("#b2d5e8", "#0f3750"), ("#005c90", "#5ea6ce")),
    "share": Look("S", ("#cce8f8", "#2c4d62"), ("#336a89", "#78c3ed")),
    "money": Look("M", ("#faf7c6", "#605d2a"), ("#767020", "#f0e442")),
    "tariff": Look("T", ("#f2cfb2", "#573013"), ("#954200", "#e29252")),
    "change": Look("C", ("#d9d9d9", "#3a3b3f"), ("#5d5d5d", "#a7a7a7")),
}


def light_dark(pair: tuple[str, str]) -> str:
    """Return a CSS colour that follows the colour scheme of the page."""
    return f"light-dark({pair[0]},{pair[1]})"


def type_rules() -> str:
    """Return the CSS that gives each type its colours, and hides it when its box is not ticked."""
    return "".join(
        f".mineralclaims .mc-{name}{{--tint:{light_dark(look.tint)};--line:{light_dark(look.line)}}}"
        f".mineralclaims:has(.mc-f-{name}:not(:checked)) tr.mc-{name}{{display:none}}"
        f".mineralclaims:has(.mc-f-{name}:not(:checked)) mark.mc-{name}{{--tint:transparent;--line:transparent}}"
        f".mineralclaims:has(.mc-f-{name}:not(:checked)) mark.mc-{name}>.mc-n{{display:none}}"
        f".mineralclaims:has(.mc-f-{name}:not(:checked)) mark.mc-{name}::after{{content:none}}"
        for name, look in LOOKS.items()
    )
