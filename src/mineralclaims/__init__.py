"""Typed claims from news about minerals, energy and trade.

>>> extract_claims("The Kestrel mine holds reserves of 11.2 Moz of gold.")
<Claims 1: 1 reserve>

The names are those of ``mineralclaims._public``, which is imported when the first of them is asked for, so that
``mineralclaims.units`` and ``mineralclaims.currencies`` can be used without the rest.
"""

from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mineralclaims._public import *  # noqa: F403 - all of them, and no others
    from mineralclaims._public import __all__ as __all__
else:

    def __getattr__(name: str) -> object:
        """Return a public name."""
        if find_spec(f"{__name__}.{name}") is None:  # "from mineralclaims import units" asks here before it imports
            public = import_module(f"{__name__}._public")
            if name == "__all__" or name in public.__all__:
                value: object = getattr(public, name)
                globals()[name] = value
                return value
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")

    def __dir__() -> list[str]:
        """Return the public names, and those that every module has."""
        return sorted({*globals(), *import_module(f"{__name__}._public").__all__})
