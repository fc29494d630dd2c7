"""Claims in their text as HTML: the marked text and a table; no script, no outside file, all text escaped."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from mineralclaims.claims.base import Claim

COLOURS = {
    "reserve": "#ffe08a",
    "production": "#b8e6b0",
    "grade": "#f3c6e8",
    "stake": "#c9c6ff",
    "share": "#b3e3f5",
    "money": "#ffd0a8",
    "tariff": "#ffb9b3",
    "change": "#d5dde6",
}
_COLUMNS = ("#", "type", "text", "quantity", "commodity", "subject", "object", "aspect", "source", "modality", "date")
# what HTML cannot hold: control characters, lone surrogates, characters that are none
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def document(text: str, claims: Sequence[Claim], *, title: str = "Claims") -> str:
    """Return a whole HTML page with the text, its claims marked, and the table of them."""
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escaped(title)}</title>\n"
        "<style>body{font-family:system-ui,sans-serif;line-height:1.5;"
        "max-width:72rem;margin:2rem auto;padding:0 1rem}</style>\n"
        f"</head>\n<body>\n<main>\n<h1>{_escaped(title)}</h1>\n{fragment(text, claims)}\n</main>\n</body>\n</html>\n"
    )


def fragment(text: str, claims: Sequence[Claim]) -> str:
    """Return the marked text and the table as one ``div``, for a page or a notebook."""
    return (
        f'<div class="mineralclaims">\n<style>{_style()}</style>\n'
        f'<div class="mc-text" dir="auto">{"".join(_marked(text, claims))}</div>\n{_table(claims)}\n</div>'
    )


def _style() -> str:
    marks = "".join(f".mineralclaims .mc-{name}{{background:{colour};color:#000}}" for name, colour in COLOURS.items())
    return (
        ".mineralclaims .mc-text{white-space:pre-wrap;overflow-wrap:anywhere}"
        ".mineralclaims mark{padding:0 .15em;border-radius:.2em}"
        ".mineralclaims mark sup{font-size:.7em;user-select:none}"
        ".mineralclaims .mc-scroll{overflow-x:auto}"
        ".mineralclaims table{border-collapse:collapse;margin-top:1em}"
        ".mineralclaims caption{text-align:left;font-weight:bold}"
        f".mineralclaims th,.mineralclaims td{{border:1px solid #767676;padding:.2em .5em;text-align:left}}{marks}"
    )


def _marked(text: str, claims: Sequence[Claim]) -> Iterator[str]:
    """Give the pieces of the text, the claims among them as marks that bear the number of their row."""
    at = 0
    for number, claim in enumerate(claims, start=1):
        if claim.span.start < at:
            continue
        yield _escaped(text[at : claim.span.start])
        quote, title = _escaped(claim.span.of(text)), _escaped(f"{claim.type}: {claim.quantity}")
        yield f'<mark class="mc-{claim.type}" title="{title}">{quote}<sup>{number}</sup></mark>'
        at = claim.span.end
    yield _escaped(text[at:])


def _table(claims: Sequence[Claim]) -> str:
    head = "".join(f'<th scope="col">{column}</th>' for column in _COLUMNS)
    rows = "\n".join(_row(number, claim) for number, claim in enumerate(claims, start=1))
    caption = f"{len(claims)} claim{'' if len(claims) == 1 else 's'}"
    return (
        f'<div class="mc-scroll" role="region" aria-label="{caption}" tabindex="0">\n'
        f"<table>\n<caption>{caption}</caption>\n"
        f"<thead><tr>{head}</tr></thead>\n<tbody>\n{rows}\n</tbody>\n</table></div>"
    )


def _row(number: int, claim: Claim) -> str:
    parts = (claim.text, claim.quantity, claim.commodity, claim.subject, claim.object, claim.aspect, claim.attribution)
    cells = "".join(f"<td>{_escaped('' if part is None else str(part))}</td>" for part in (*parts, claim.modality, claim.date))
    return f'<tr><th scope="row">{number}</th><td class="mc-{claim.type}">{claim.type}</td>{cells}</tr>'


def _escaped(text: str) -> str:
    return _UNWRITABLE.sub("\ufffd", html.escape(text))
