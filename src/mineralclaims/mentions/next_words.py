"""Words that follow a number one by one, as units and currencies are made of: "(metric) tons", "g/t", "wt. %", "C$"."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, NamedTuple

from mineralclaims.mentions.tries import END

_TOKEN = re.compile(
    r"(?P<gap>-|–| {1,13})?"
    r"(?:[(\[<{](?P<inside>[A-Za-z%][\w.³²/]{0,24})[)\]>}]"
    r"|(?P<token>[A-Z.]{0,4}[$€£¥]{1,2}(?:ur)?|[%‰¢₹₽₩₺₴₸₦₪₫₮₱֏]|[^\W\d_][\w³².'·]{0,24}(?:/[A-Za-z0-9][\w³²·]{0,12})?))"
)
_SPLIT = re.compile(r"[\s-]+|(?<=%)(?=\w)|(?<=[\w.])(?=%)")


class NextWord(NamedTuple):
    """A word behind a number.

    Attributes:
        written: the word without a full stop at its end.
        low: the same in lower case.
        end: where it ends, without the full stop.
        gap: what stands before it; "" where it is glued to what precedes.
        further: where the text goes on, behind the full stop.
    """

    written: str
    low: str
    end: int
    gap: str
    further: int


def next_word(text: str, at: int) -> NextWord | None:
    """Return the word that begins at ``at``, a hyphen or spaces passed over."""
    match = _TOKEN.match(text, at)
    if match is None:
        return None
    gap, inside, written = match.groups()
    further = end = match.end()
    if inside is not None:
        written = inside
    elif written[-1] in ".'":
        cut = written.rstrip(".'")
        end -= len(written) - len(cut)
        written = cut
    return NextWord(written, written.lower(), end, gap or "", further)


def before_slash(word: NextWord) -> NextWord:
    """Return the part of a word before its slash ("euros" of "euros/MWh")."""
    head = word.written.split("/", 1)[0]
    end = word.end - len(word.written) + len(head)
    return NextWord(head, head.lower(), end, word.gap, end)


def split_form(form: str) -> list[str]:
    """Return the words of a written form, cut where :func:`next_word` cuts a text, without full stops at their ends."""
    return [word.rstrip(".") or word for word in _SPLIT.split(form) if word]


def longest(text: str, first: NextWord, tree: Mapping[str, Any], *, exact: bool) -> tuple[Any, int] | None:
    """Return (value, end) of the longest phrase of a tree that begins with ``first``; ``exact``: case matters."""
    node = tree.get(first.written if exact else first.low)
    found: tuple[Any, int] | None = None
    word = first
    while node is not None:
        if END in node:
            found = node[END], word.end
        following = next_word(text, word.further) if len(node) > (END in node) else None
        if following is None:
            break
        word = following
        written = word.written if exact else word.low
        if "/" in written and written not in node:
            word = before_slash(word)
            written = word.written if exact else word.low
        node = node.get(written)
    return found
