"""How each claim type looks: a letter, and colours for light and dark pages.

The hues are those of M. Okabe and K. Ito, "Color Universal Design" (2008): a tint of each behind the text, a tone of it for the line.
Their strengths were searched for so that any two types stay apart for readers with any common colour blindness too, as
`tests/test_html.py` computes it.
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
    "reserve": Look("R", ("#f5e7c6", "#40341b"), ("#bb8200", "#eebc4d")),
    "production": Look("P", ("#4da089", "#12332e"), ("#006146", "#009e73")),
    "grade": Look("G", ("#e6bcd3", "#745669"), ("#9f5e82", "#ce7fab")),
    "stake": Look("O", ("#7faac2", "#134462"), ("#006ead", "#96c5df")),
    "share": Look("S", ("#d8edfa", "#366582"), ("#4897c3", "#57b4e9")),
    "money": Look("M", ("#cbc570", "#605f39"), ("#726c1f", "#f6ef8e")),
    "tariff": Look("T", ("#d8a781", "#8d4c1a"), ("#662d00", "#da7320")),
    "change": Look("C", ("#acacac", "#46474a"), ("#333333", "#cacaca")),
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
