"""Units of mining, energy and trade: what a unit string means, and exact conversion.

>>> from decimal import Decimal
>>> convert(Decimal("11.2"), "Moz", "t")
Decimal('348.35894016')
>>> parse_unit("bpd").symbol, unit("t").name
('bpd', 'tonne')
"""

from mineralclaims.normalize.units import Unit, convert, parse_unit, unit

__all__ = ["Unit", "convert", "parse_unit", "unit"]
