"""Estimates as a drawing: a bar from bound to bound for each, open where a bound is open; SVG without script."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import TYPE_CHECKING

from mineralclaims.normalize.decimals import CONTEXT
from mineralclaims.output.escape import escaped
from mineralclaims.output.palette import LOOKS, PAGE, TEXT, light_dark

if TYPE_CHECKING:
    from mineralclaims.output.estimates import Estimate, Estimates

_WIDTH, _LEFT, _RIGHT, _TOP, _ROW, _AXIS = 560, 12, 28, 30, 44, 34
_BAR = 26
"""How far below the top of a row its bar stands; its label stands above."""
_LABEL = 72
_RULE = ("#d5d8dc", "#3a3e45")
_HALO = f"paint-order:stroke;stroke:{light_dark(PAGE)};stroke-width:4px;stroke-linejoin:round"
"""What keeps labels readable where they stand on the lines of the axis."""
_STEPS = (Decimal(1), Decimal(2), Decimal(5), Decimal(10))
_TICKS = 5
_ZERO, _HALF = Decimal(0), Decimal("0.5")


def to_svg(group: Estimates, *, alone: bool = False) -> str:
    """Return the drawing.

    Args:
        group: the estimates.
        alone: whether it is to be a file of its own, with a background and colours by the reader's system.
    """
    height = _TOP + _ROW * len(group) + _AXIS
    begin, end, step = _axis([bound for each in group for bound in (each.low, each.high) if bound is not None])
    look = LOOKS[group.type]
    scheme = f"color-scheme:light dark;background:{light_dark(PAGE)};" if alone else ""
    unit = f"{group.unit}{f' per {group.per}' if group.per else ''}"
    title = f"{group.thing} ({unit})"
    body = "".join(_ticks(begin, end, step, height)) + "".join(
        _row(estimate, row, begin, end) for row, estimate in enumerate(group.estimates)
    )
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" role="img" '
        f'aria-label="{escaped(title)}: {len(group)} estimates" font-family="system-ui,sans-serif" font-size="13" '
        f'style="{scheme}fill:{light_dark(TEXT)};color:{light_dark(look.line)}">'
        f'<text x="{_LEFT}" y="18" font-size="14" font-weight="600">{escaped(_short(title))}</text>{body}</svg>'
    )


def _axis(bounds: list[Decimal]) -> tuple[Decimal, Decimal, Decimal]:
    """Return where the axis begins and ends, and the distance of its ticks: 1, 2 or 5 times a power of ten."""
    low, high = min(bounds), max(bounds)
    if low >= 0 and low <= CONTEXT.multiply(high, _HALF):
        low = _ZERO
    width = CONTEXT.subtract(high, low) or CONTEXT.abs(high) or Decimal(1)
    rough = CONTEXT.divide(width, _TICKS)
    power = Decimal(1).scaleb(rough.adjusted(), CONTEXT)
    step = next(CONTEXT.multiply(power, size) for size in _STEPS if CONTEXT.multiply(power, size) >= rough)
    first = CONTEXT.multiply(CONTEXT.divide_int(low, step), step)
    if first > low:
        first = CONTEXT.subtract(first, step)
    last = first
    while last < high or last == first:
        last = CONTEXT.add(last, step)
    return first, last, step


def _x(value: Decimal, begin: Decimal, end: Decimal) -> Decimal:
    """Return where a value stands on the axis."""
    part = CONTEXT.divide(CONTEXT.subtract(value, begin), CONTEXT.subtract(end, begin))
    return CONTEXT.add(CONTEXT.multiply(part, Decimal(_WIDTH - _LEFT - _RIGHT)), Decimal(_LEFT)).quantize(
        Decimal("0.1"), context=CONTEXT
    )


def _ticks(begin: Decimal, end: Decimal, step: Decimal, height: int) -> Iterator[str]:
    value = begin
    while value <= end:
        x = _x(value, begin, end)
        anchor = "start" if value == begin else "end" if value == end else "middle"
        yield (
            f'<line x1="{x}" x2="{x}" y1="{_TOP}" y2="{height - _AXIS}" style="stroke:{light_dark(_RULE)}"/>'
            f'<text x="{x}" y="{height - _AXIS + 18}" text-anchor="{anchor}" font-size="12">{_plain(value)}</text>'
        )
        value = CONTEXT.add(value, step)


def _plain(value: Decimal) -> str:
    number = f"{value:,f}"
    return number.rstrip("0").rstrip(".") if "." in number else number


def _row(estimate: Estimate, row: int, begin: Decimal, end: Decimal) -> str:
    top = _TOP + row * _ROW
    y = top + _BAR + 4
    low = _x(begin if estimate.low is None else estimate.low, begin, end)
    high = _x(end if estimate.high is None else estimate.high, begin, end)
    quantity = str(estimate.claim.quantity)
    said = ", ".join(
        filter(None, (estimate.source, estimate.date, estimate.document if estimate.document != estimate.source else ""))
    )
    dashes = ' stroke-dasharray="5 3"' if estimate.claim.quantity.approximate else ""
    shape = (
        f'<line x1="{low}" x2="{high}" y1="{y}" y2="{y}" stroke="currentColor" stroke-width="5"{dashes}/>'
        f"{_end(low, y, open_to=-1 if estimate.low is None else 0)}{_end(high, y, open_to=1 if estimate.high is None else 0)}"
    )
    return (
        f"<g><title>{escaped(f'{said}: {quantity}')}</title>"
        f'<text x="{_LEFT}" y="{top + 17}" style="{_HALO}"><tspan font-weight="600">{escaped(quantity)}</tspan> '
        f"{escaped(_short(said, _LABEL - len(quantity)))}</text>{shape}</g>"
    )


def _end(x: Decimal, y: int, *, open_to: int) -> str:
    """Return the end of a bar: a stroke across it where the bound is said, an arrow where it is open."""
    if open_to:
        return f'<path d="M{x} {y - 7}l{9 * open_to} 7l{-9 * open_to} 7z" fill="currentColor"/>'
    return f'<line x1="{x}" x2="{x}" y1="{y - 8}" y2="{y + 8}" stroke="currentColor" stroke-width="3"/>'


def _short(words: str, most: int = _LABEL) -> str:
    return words if len(words) <= most else f"{words[: max(most, 1) - 1]}…"
