"""Units of mining, energy and trade: what a unit string means, and exact conversion.

>>> from decimal import Decimal
>>> convert(Decimal("11.2"), "Moz", "t")
Decimal('348.35894016')
>>> parse_unit("bpd").symbol, unit("t").name
('bpd', 'tonne')
>>> round(convert_basis(1, "Li2O", "LCE"), 4)
Decimal('2.4729')
"""

from mineralclaims.normalize.stoichiometry import Compound, compound, convert_basis
from mineralclaims.normalize.unit_table import all_units
from mineralclaims.normalize.units import Unit, convert, parse_unit, unit

__all__ = ["Compound", "Unit", "all_units", "compound", "convert", "convert_basis", "parse_unit", "unit"]
