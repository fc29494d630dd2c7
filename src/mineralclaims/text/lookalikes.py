"""Characters that look alike, made alike: one code point for one code point, so that no offset moves."""

from __future__ import annotations

import re

_SPACES = "\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\f\r\x85"
_HYPHENS = "\u00ad\u2010\u2011\u2043\ufe63\uff0d"
_MINUSES = "\u2212\u207b"
_DASHES = "\u2012\u2014\u2015\ufe58\ufe31"
_SINGLE = "\u2018\u2019\u201a\u201b\u2032\u02bc\uff07`\u00b4"
_DOUBLE = "\u201c\u201d\u201e\u201f\u2033\u00ab\u00bb\uff02"

_ALIKE: dict[str, str] = {
    **dict.fromkeys(_SPACES, " "),
    **dict.fromkeys(_HYPHENS + _MINUSES, "-"),
    **dict.fromkeys(_DASHES, "–"),
    **dict.fromkeys(_SINGLE, "'"),
    **dict.fromkeys(_DOUBLE, '"'),
    **{chr(0xFF10 + i): str(i) for i in range(10)},
    "\uff05": "%",
    "\ufe6a": "%",
    "\uff04": "$",
    "\uffe1": "£",
    "\uffe5": "¥",
    "\uff0c": ",",
    "\uff0e": ".",
    "\u2044": "/",
    "\u2215": "/",
    "\u223c": "~",
    "\u2248": "~",
    "\u02dc": "~",
}

_NAME_IN_ANGLES = re.compile(r"<([A-Z][^\s<>=\"/;]{0,30}\s[^<>=\"/;]{1,60})>")
"""A name that an old wire puts between angle brackets, as that of a company without listed shares: "<Orwin Oil Co>"; "<ORW>" is a ticker."""


def fold(text: str) -> str:
    """Return the text with look-alike spaces, dashes, quotes, digits and signs made alike, same length."""
    if "<" in text:
        text = _NAME_IN_ANGLES.sub(r" \1 ", text)
    if text.isascii() and "\t" not in text and "\r" not in text and "`" not in text:
        return text
    for written, plain in _ALIKE.items():
        if written in text:
            text = text.replace(written, plain)
    return text
