"""The command ``explain``: why a number is the claim that it is, or why it is none."""

from __future__ import annotations

import sys

import click

from mineralclaims._claims import Claims
from mineralclaims._pipeline import extract_claims
from mineralclaims._why_not import why_not
from mineralclaims.cli.examples import examples
from mineralclaims.cli.inputs import UnreadableError, data_of, text_of
from mineralclaims.output.terminal import shown
from mineralclaims.quantities.find import find_quantities
from mineralclaims.spans import Span


@click.command(
    epilog=examples(
        "mineralclaims explain article.txt --at 1204",
        'mineralclaims explain article.txt --quote "25%"',
        "mineralclaims explain article.txt",
    )
)
@click.argument("path", metavar="FILE")
@click.option("--at", type=int, multiple=True, metavar="OFFSET", help="A place in the text, in characters from 0; may be repeated.")
@click.option("--quote", multiple=True, metavar="WORDS", help="Words of the text instead of a place: each place where they stand.")
def explain(path: str, at: tuple[int, ...], quote: tuple[str, ...]) -> None:
    """Tell why a number is a claim, or why it is none; without a place, of every number with a unit."""
    try:
        text = text_of(path, data_of(path)).text
    except UnreadableError as error:
        click.echo(f"mineralclaims: {path}: {error}", err=True)
        sys.exit(1)
    claims = extract_claims(text)
    places = [_within(offset, text) for offset in at] + [place for words in quote for place in _places(words, text)]
    for place in places or [mention.span for mention in find_quantities(text)]:
        click.echo(_told(claims, place))


def _within(offset: int, text: str) -> Span:
    if not 0 <= offset < len(text):
        raise click.BadParameter(f"{offset} is no place in a text of {len(text)} characters", param_hint="--at")
    return Span(offset, offset + 1)


def _places(words: str, text: str) -> list[Span]:
    """Return every place where words stand, without overlap."""
    found, start = list[Span](), text.find(words) if words else -1
    while start >= 0:
        found.append(Span(start, start + len(words)))
        start = text.find(words, start + len(words))
    if not found:
        raise click.BadParameter(f"the text has no {words!r}", param_hint="--quote")
    return found


def _told(claims: Claims, place: Span) -> str:
    """Return what is to be said of a place: the claims there with their reasons, or why there is none."""
    here = [claim for claim in claims if claim.span.overlaps(place)]
    said = [f"{claim.span.start}:{claim.span.end} {claim!r}\n{_indented(str(claim.explain()))}" for claim in here]
    if not said:
        words = place.of(claims.text)
        said = [f"{place.start}:{place.end} {words!r}: no claim\n{_indented(str(why_not(claims.text, place)))}"]
    return "\n".join(said)


def _indented(lines: str) -> str:
    return "\n".join(f"  {shown(line)}" for line in lines.split("\n"))
