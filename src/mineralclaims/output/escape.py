"""Text as HTML and SVG: what it says, never what it does."""

from __future__ import annotations

import html
import re

# what HTML cannot hold: control characters, lone surrogates, characters that are none
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")


def escaped(text: str) -> str:
    """Return a text for element content and quoted attributes, of as many characters as it has.

    What HTML cannot hold becomes ``U+FFFD``; a carriage return, which a parser would drop, is written as a reference.
    """
    return _UNWRITABLE.sub("\ufffd", html.escape(text)).replace("\r", "&#13;")
