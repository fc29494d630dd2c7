"""Gold passages for training: read, placed in the text, and joined with the quantities that the library finds."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import attrs

from mineralclaims.claims.document import Document
from mineralclaims.quantities.find import mentions_in
from mineralclaims.text.lookalikes import fold
from mineralclaims.text.sentences import sentence_spans


@attrs.frozen
class Passage:
    """A gold passage with its document and, for each quantity, its gold record or None."""

    name: str
    published: str | None
    document: Document
    gold: list[dict[str, Any] | None]


def document_of(text: str) -> Document:
    """Return a text with its sentences and quantities."""
    folded = fold(text)
    sentences = sentence_spans(folded)
    return Document(text, folded, sentences, mentions_in(text, folded, [end for _, end in sentences]))


def place(text: str, quote: str, nth: int) -> int:
    """Return where the nth occurrence of a quote begins, or -1."""
    at = -1
    for _ in range(nth):
        at = text.find(quote, at + 1)
        if at < 0:
            return -1
    return at


def passages(paths: list[Path]) -> list[Passage]:
    """Return all passages of gold files in JSON Lines."""
    found = []
    for path in paths:
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.strip():
                found.append(_passage(json.loads(line)))
    return found


def _passage(record: dict[str, Any]) -> Passage:
    """Return one passage, its gold claims joined to the quantities that begin where they do, or overlap them."""
    document = document_of(record["text"])
    starts = {mention.span.start: index for index, mention in enumerate(document.quantities)}
    gold: list[dict[str, Any] | None] = [None] * len(document.quantities)
    for claim in record["claims"]:
        at = place(record["text"], claim["quote"], claim.get("nth", 1))
        index = starts.get(at)
        if index is None:
            end = at + len(claim["quote"])
            index = next(
                (i for i, m in enumerate(document.quantities) if m.span.start < end and at < m.span.end and gold[i] is None), None
            )
        if index is not None:
            gold[index] = claim
    return Passage(record["id"], record.get("published"), document, gold)
