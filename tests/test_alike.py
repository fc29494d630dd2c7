"""What says the same reads the same: a broken line, another verb of saying, an adverb or another country changes hardly a field in a thousand."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import Any

import pytest

from mineralclaims import extract_claims

_PASSAGES = Path(__file__).parent / "passages"
_FIELDS = ("type", "subject", "object", "commodity", "aspect", "modality", "attribution", "date")
_WIDTH = 64
_STEP, _TEXTS = 9, 160


def _wrapped(text: str) -> str:
    """Return a text with its lines broken to a width."""
    out, begin, space = list(text), 0, -1
    for at, sign in enumerate(text):
        if sign == "\n":
            begin, space = at + 1, -1
        elif sign == " ":
            space = at
        if at - begin > _WIDTH and space > begin:
            out[space] = "\n"
            begin, space = space + 1, -1
    return "".join(out)


def _with(words: dict[str, str]) -> Callable[[str], str]:
    """Return what puts other words for some."""
    pattern = re.compile(rf"\b(?:{'|'.join(words)})\b")
    return lambda text: pattern.sub(lambda match: words[match.group()], text)


_COUNTRIES = _with(
    {"Chile": "Zambia", "Zambia": "Chile", "Peru": "Ghana", "Ghana": "Peru", "Indonesia": "Vietnam", "Vietnam": "Indonesia"}
)
_REWRITES: dict[str, tuple[Callable[[str], str], int]] = {
    "broken lines": (_wrapped, 1),
    "says": (_with({"said": "says"}), 1),
    "stated": (_with({"said": "stated"}), 1),
    "adverbs": (
        _with({"holds": "currently holds", "owns": "currently owns", "has": "currently has", "produced": "also produced"}),
        2,
    ),
    "other countries": (_COUNTRIES, 1),
}
"""How a text is written otherwise, and how many fields in a thousand may change with it."""


def _passages(rewrite: Callable[[str], str]) -> Iterator[dict[str, Any]]:
    """Yield own passages that a rewriting changes and whose lines are not broken yet."""
    for path in sorted(_PASSAGES.glob("*.jsonl")):
        for line in islice(path.read_text(encoding="utf-8").splitlines(), 0, None, _STEP):
            passage = json.loads(line)
            if not re.search(r"(?<!\n)\n(?!\n)", passage["text"]) and rewrite(passage["text"]) != passage["text"]:
                yield passage


@pytest.mark.parametrize("name", _REWRITES)
def test_alike(name: str) -> None:
    rewrite, per_mille = _REWRITES[name]
    seen, other = 0, []
    for passage in islice(_passages(rewrite), _TEXTS):
        text, day = passage["text"], passage.get("published")
        published = date.fromisoformat(day) if day else None
        told = [claim.to_dict() for claim in extract_claims(text, published=published)]
        again = [claim.to_dict() for claim in extract_claims(rewrite(text), published=published)]
        assert [claim["unit"] for claim in told] == [claim["unit"] for claim in again], passage["id"]
        for one, two in zip(told, again, strict=True):
            seen += len(_FIELDS)
            other += [
                (passage["id"], one["text"], field)
                for field in _FIELDS
                if " ".join(rewrite(str(one[field])).split()) != " ".join(str(two[field]).split())
            ]
    assert seen > _TEXTS * len(_FIELDS) / 2
    assert len(other) * 1000 <= per_mille * seen, other
