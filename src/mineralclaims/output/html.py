"""Claims in their text as HTML: marks with cards, a filter, a table, intervals; no script, no outside file, all text escaped."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import NamedTuple

from mineralclaims.claims.base import Claim
from mineralclaims.output.escape import escaped
from mineralclaims.output.estimates import group_estimates
from mineralclaims.output.fields import LABELS, values
from mineralclaims.output.intervals import to_svg
from mineralclaims.output.marks import Mark, marked
from mineralclaims.output.palette import LOOKS, type_rules

NOTEBOOK_CLAIMS, NOTEBOOK_CHARACTERS = 1_000, 250_000
"""What a notebook shows at most: its server refuses outputs of more than some megabytes."""
MOST_PLOTS = 20
_ROWS = 200
"""How many rows a part of a long table has."""
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


class Document(NamedTuple):
    """A text with its claims, as a page shows it."""

    text: str
    claims: Sequence[Claim]
    published: date | None = None


def fragment(text: str, claims: Sequence[Claim]) -> str:
    """Return text and table as one ``div`` for a notebook, cut short, and saying so, where a notebook could not show all."""
    shown = [claim for claim in claims[:NOTEBOOK_CLAIMS] if claim.span.end <= NOTEBOOK_CHARACTERS]
    cut = min(len(text), NOTEBOOK_CHARACTERS)
    if len(shown) < len(claims):
        cut = min(cut, claims[len(shown)].span.start)
    note = ""
    if len(shown) < len(claims) or cut < len(text):
        note = (
            f'<p class="mc-note">Shown are the first {len(shown):,} of {len(claims):,} claims and {cut:,} of {len(text):,} characters; '
            "<code>claims.to_html(path)</code> writes all.</p>"
        )
    prefix = _prefix([Document(text, claims)])
    body = _document(Document(text[:cut], shown), f"{prefix}-1") + _plots([shown], ("",))
    return division(note + _filter([shown]) + body)


def page(documents: Mapping[str, Document], title: str) -> str:
    """Return a whole page that needs no other file: all documents, an index of them where there are several, their estimates."""
    prefix = _prefix(list(documents.values()))
    several = len(documents) > 1
    names, all_claims = tuple(documents), [document.claims for document in documents.values()]
    sections = []
    for number, (name, document) in enumerate(documents.items(), start=1):
        head = _heading(name, document, f"{prefix}-{number}") if several else ""
        sections.append(f"<section>{head}{_document(document, f'{prefix}-{number}')}</section>")
    index = _index(documents, prefix) if several else ""
    plots = _plots(all_claims, names if several else ("",))
    body = f"{_filter(all_claims)}{index}{plots if several else ''}{''.join(sections)}{'' if several else plots}"
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        '<meta name="color-scheme" content="light dark">\n'
        f"<title>{escaped(title)}</title>\n<style>body{{margin:0}}main{{max-width:80rem;margin:0 auto}}</style>\n"
        f"</head>\n<body>\n<main>\n{division(f'<h1>{escaped(title)}</h1>{body}')}\n</main>\n</body>\n</html>\n"
    )


@cache
def _style() -> str:
    sheet = files(__package__).joinpath("page.css").read_text(encoding="utf-8")
    labels = "".join(
        f'.mineralclaims .mc-claims td:nth-child({column})::before{{content:"{label}"}}'
        for column, label in enumerate(LABELS, start=3)
    )
    return f"<style>{sheet}{type_rules()}@container (max-width:44rem){{{labels}}}</style>"


def division(body: str) -> str:
    """Return HTML with the style that it needs, as one ``div`` that follows the theme around it."""
    return f'<div class="mineralclaims tex2jax_ignore mathjax_ignore">\n{_style()}\n{body}\n</div>'


def _prefix(documents: Sequence[Document]) -> str:
    """Return a beginning for all ids, the same for the same claims and another for others on the same notebook page."""
    digest = blake2b(digest_size=5)
    for document in documents:
        digest.update(document.text.encode("utf-8", "surrogatepass"))
        digest.update(repr([(claim.type, claim.span) for claim in document.claims]).encode())
    return f"mc{digest.hexdigest()}"


def _filter(all_claims: Sequence[Sequence[Claim]]) -> str:
    """Return a box for each type that there is, with its letter and how many claims it has."""
    counts = Counter(claim.type for claims in all_claims for claim in claims)
    boxes = "".join(
        f'<label class="mc-{name}"><input type="checkbox" class="mc-f-{name}" autocomplete="off" checked>'
        f"<b>{look.letter}</b> {name} {counts[name]:,}</label> "
        for name, look in LOOKS.items()
        if counts[name]
    )
    return f"<fieldset><legend>Show</legend>{boxes}</fieldset>" if boxes else ""


def _document(document: Document, prefix: str) -> str:
    claims = document.claims

    def opening(mark: Mark) -> str:
        claim = claims[mark.number]
        name = f' id="{prefix}-m{mark.number + 1}"' if mark.first else ""
        return f'<mark class="mc-{claim.type}"{name} data-card="{_card(claim)}">'

    def closing(mark: Mark) -> str:
        if not mark.first:
            return "</mark>"
        claim, number = claims[mark.number], mark.number + 1
        label = f"{LOOKS[claim.type].letter}{number}"
        link = f'<a href="#{prefix}-r{number}" aria-label="{claim.type} {number}, to its row">{label}</a>'
        return f'<sup class="mc-n">{link}</sup></mark>'

    text = marked(document.text, [claim.span for claim in claims], opening, closing)
    return f'<div class="mc-text" dir="auto">{text}</div>{_table(claims, prefix)}'


def _card(claim: Claim) -> str:
    """Return the fields of a claim, a line each, as the value of an attribute: where the style is missing, the text stays the text."""
    lines = [f"{label}: {value}" for label, value in zip(LABELS, values(claim), strict=True) if value and label != "text"]
    return "&#10;".join(escaped(" ".join(line.split())) for line in [f"type: {claim.type}", *lines])


def _table(claims: Sequence[Claim], prefix: str) -> str:
    """Return the rows as a table, a long one in parts under the same heads, so that a browser lays out only what is in view."""
    rows = [_row(number, claim, prefix) for number, claim in enumerate(claims, start=1)]
    used = [any(column) for column in zip(*map(values, claims), strict=True)] if claims else []
    columns = "".join("<col>" if is_used else '<col class="mc-none">' for is_used in (True, True, *used))
    heads = "".join(f'<th scope="col">{label}</th>' for label in ("#", "type", *LABELS))
    caption = f"{len(claims):,} claim{'' if len(claims) == 1 else 's'}"
    fixed = " mc-fixed" if len(rows) > _ROWS else ""
    parts = (
        f'<table class="mc-claims{fixed}"><caption>{caption if not first else f"from claim {first + 1:,}"}</caption>'
        f"<colgroup>{columns}</colgroup><thead><tr>{heads}</tr></thead><tbody>{''.join(rows[first : first + _ROWS])}</tbody></table>"
        for first in range(0, max(len(rows), 1), _ROWS)
    )
    body = "\n".join(f'<div class="mc-part">{part}</div>' for part in parts)
    return f'<div class="mc-scroll" role="region" aria-label="{caption}" tabindex="0">\n{body}\n</div>'


def _row(number: int, claim: Claim, prefix: str) -> str:
    cells = "".join(f"<td>{escaped(value)}</td>" for value in values(claim))
    letter = LOOKS[claim.type].letter
    place = f'<a href="#{prefix}-m{number}" aria-label="claim {number}, to its place in the text">{letter}{number}</a>'
    return (
        f'<tr class="mc-{claim.type}" id="{prefix}-r{number}"><th scope="row">{place}</th>'
        f'<td class="mc-type"><b>{claim.type}</b></td>{cells}</tr>'
    )


def _heading(name: str, document: Document, prefix: str) -> str:
    day = f" ({document.published.isoformat()})" if document.published else ""
    return f'<h2 id="{prefix}">{escaped(name)}{day}</h2><p><a href="#{prefix.rpartition("-")[0]}-index">Back to the index</a></p>'


def _index(documents: Mapping[str, Document], prefix: str) -> str:
    """Return a table of the documents: how many claims of each type, and a link to each."""
    totals = {name: Counter(claim.type for claim in document.claims) for name, document in documents.items()}
    types = [name for name in LOOKS if any(counts[name] for counts in totals.values())]
    head = "".join(f'<th scope="col">{label}</th>' for label in ("document", "published", "claims", *types))
    rows = []
    for number, (name, document) in enumerate(documents.items(), start=1):
        day = document.published.isoformat() if document.published else ""
        counts = "".join(f"<td>{totals[name][each] or ''}</td>" for each in types)
        link = f'<a href="#{prefix}-{number}">{escaped(name)}</a>'
        rows.append(f'<tr><th scope="row">{link}</th><td>{day}</td><td>{len(document.claims):,}</td>{counts}</tr>')
    return (
        f'<div class="mc-scroll" id="{prefix}-index" role="region" aria-label="Index" tabindex="0"><table class="mc-index">'
        f"<caption>{len(documents):,} documents</caption><thead><tr>{head}</tr></thead><tbody>{''.join(rows)}</tbody></table></div>"
    )


def _plots(all_claims: Sequence[Sequence[Claim]], names: Sequence[str]) -> str:
    """Return the interval plots of things with several estimates, those with the most first."""
    groups = group_estimates(list(zip(names, all_claims, strict=True)))
    if not groups:
        return ""
    left_out = f'<p class="mc-note">The {MOST_PLOTS} largest of {len(groups):,} are drawn.</p>' if len(groups) > MOST_PLOTS else ""
    return f"<section><h2>Several estimates of one thing</h2>{left_out}{''.join(map(to_svg, groups[:MOST_PLOTS]))}</section>"
