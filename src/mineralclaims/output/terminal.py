"""Claims and quantities as a table on a terminal, a colour for each type; rich is imported when asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from mineralclaims.claims.base import Modality

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from rich.table import Table

    from mineralclaims.claims.base import Claim
    from mineralclaims.quantities.model import QuantityMention

STYLES = {
    "reserve": "yellow",
    "production": "green",
    "grade": "magenta",
    "stake": "blue",
    "share": "cyan",
    "money": "bright_yellow",
    "tariff": "red",
    "change": "bright_black",
    "percent": "cyan",
    "amount": "green",
    "multiple": "magenta",
}


def claims_table(title: str, claims: Iterable[Claim]) -> Table:
    """Return a table with a row for each claim."""
    rows = [(claim.type, _claim_cells(claim)) for claim in claims]
    return _table(title, ("type", "text", "quantity", "said of", "how"), rows)


def quantities_table(title: str, mentions: Iterable[QuantityMention]) -> Table:
    """Return a table with a row for each quantity."""
    rows = [(mention.kind, (mention.kind, mention.text, str(mention.quantity))) for mention in mentions]
    return _table(title, ("kind", "text", "quantity"), rows)


def plain_table(title: str, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> Table:
    """Return a table of words without colours."""
    return _table(title, columns, [("", row) for row in rows])


def _claim_cells(claim: Claim) -> tuple[str, ...]:
    kind = f"{claim.type}, {claim.aspect}" if claim.aspect else claim.type
    quantity = f"{claim.quantity} {claim.commodity}" if claim.commodity else str(claim.quantity)
    roles = " → ".join(str(part) for part in (claim.subject, claim.object) if part is not None)
    modality = None if claim.modality is Modality.ASSERTED else claim.modality.value
    how = ", ".join(str(part) for part in (modality, claim.date, claim.attribution) if part is not None)
    return kind, claim.text, quantity, roles, how


def _table(title: str, columns: Sequence[str], rows: Iterable[tuple[str, Sequence[str]]]) -> Table:
    from rich.box import SIMPLE_HEAD  # noqa: PLC0415 - only where a table is wanted
    from rich.table import Table  # noqa: PLC0415
    from rich.text import Text  # noqa: PLC0415

    table = Table(title=Text(shown(title)), title_justify="left", box=SIMPLE_HEAD)
    for column in columns:
        table.add_column(column, overflow="fold")
    for style, cells in rows:
        first, *others = (Text(shown(cell)) for cell in cells)
        first.stylize(STYLES.get(style, ""))
        table.add_row(first, *others)
    return table


def shown(text: str) -> str:
    """Return the text on one line, without control characters that a terminal would obey."""
    return "".join(character if character.isprintable() else " " for character in text)
