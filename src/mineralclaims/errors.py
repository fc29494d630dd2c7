"""What can go wrong, as one tree.

::

    MineralClaimsError
    ├── SettingError(ValueError)       a setting of Extractor, or an argument, that is not accepted
    ├── RecordError(ValueError)        a record that does not read back as a claim
    ├── VocabularyError(ValueError)    an own vocabulary, or an entry of it, that is not accepted
    ├── InterchangeError(ValueError)   a claim that another project's schema has no place for
    ├── ReattachError(LookupError)     an annotated claim that an edited text does not have any more
    ├── DateError(ValueError)          a text that is no partial date
    ├── UnitError(ValueError)          units that cannot be converted into one another
    │   ├── UnknownUnitError           a unit that no table knows
    │   └── BasisError                 what a quantity counts (metal, oxide …) is not known, or cannot be converted
    └── CurrencyError(ValueError)      money that cannot be read or converted
        ├── UnknownCurrencyError       a currency that no table knows
        └── MissingRateError           no rate for two currencies on a day

``extract_claims`` raises none of them for any ``str``; anything that is not a ``str`` raises ``TypeError``.
"""

from __future__ import annotations


class MineralClaimsError(Exception):
    """The root of all errors that this package raises itself."""


class SettingError(MineralClaimsError, ValueError):
    """A setting or an argument has a value that is not accepted; the message says what would be."""


class RecordError(MineralClaimsError, ValueError):
    """A record does not read back as a claim."""


class VocabularyError(MineralClaimsError, ValueError):
    """An own vocabulary is not accepted; the message names file, entry and reason."""


class InterchangeError(MineralClaimsError, ValueError):
    """A claim does not fit another project's schema; the message says what does not, and what would."""


class ReattachError(MineralClaimsError, LookupError):
    """An annotated claim cannot be found again in an edited text; the message says why."""


class DateError(MineralClaimsError, ValueError):
    """A text is no partial date such as ``2024``, ``2024-Q3`` or ``2024-03-31``."""


class UnitError(MineralClaimsError, ValueError):
    """Two units measure different things, or a quantity cannot be expressed in a unit."""


class UnknownUnitError(UnitError):
    """A unit that no table knows; the message names near matches."""


class BasisError(UnitError):
    """What a mineral quantity counts is not known, or does not convert; the message names what is missing."""


class CurrencyError(MineralClaimsError, ValueError):
    """An amount of money that cannot be read, added or converted."""


class UnknownCurrencyError(CurrencyError):
    """A currency that no table knows; the message names near matches."""


class MissingRateError(CurrencyError):
    """A source has no rate for two currencies on a day; the message names all three."""
