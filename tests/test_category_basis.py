"""Each row of ``cases/category_basis.toml``, and the lexicon of categories: its examples state what they are for."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims._pipeline import read
from mineralclaims.claims.reading import Reading
from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.bases import sign_at
from mineralclaims.mentions.categories import category_mentions
from mineralclaims.slots.basis import basis_of
from mineralclaims.slots.category import category_of
from rows import HERE, Row, toml_rows

BASES = {"ore", "contained", "oxide", "carbonate_equivalent", "metal_equivalent", "concentrate"}
NAMES = ("gold", "uranium", "iron ore", "oil", "gold; copper", "", None)
PIECES = (
    "5 Mt",
    "3 Moz",
    "2.1 g/t",
    "1.2%",
    "$3 million",
    "20,000 pounds",
    "12 Mt of ore",
    "inferred",
    "Measured and Indicated",
    "2P",
    "(1P)",
    "C1+C2",
    "reserves of",
    "resources",
    "at",
    "grading",
    "of copper in concentrate",
    "U3O8",
    "Li2O",
    "AuEq",
    "LCE",
    "for",
    "or",
    "containing",
    "totalling",
    "comprising",
    "respectively",
    "from",
    "to",
    ",",
    ".",
    ":",
    ";",
    "|",
    "\n- ",
    "\n\n",
    "and",
    "in",
    "(",
    ")",
    "oxide",
    "iron ore",
)


def place(text: str, quote: str) -> tuple[Reading, int]:
    """Return the sentence that holds a quote and which of its quantities the quote is."""
    document = read(text)
    at = text.index(quote)
    index = next(
        number
        for number, mention in enumerate(document.quantities)
        if mention.span.start < at + len(quote) and at < mention.span.end
    )
    reading = document.reading(document.sentence_of(document.quantities[index].span.start))
    return reading, index - reading.first_quantity


def said(reading: Reading, span: tuple[int, int] | None) -> str | None:
    """Return the words of a range of tokens, both ends included."""
    if span is None:
        return None
    return reading.document.text[reading.tokens[span[0]].start : reading.tokens[span[1]].end]


@pytest.mark.parametrize("row", toml_rows(HERE / "cases" / "category_basis.toml", "row"))
def test_row(row: Row) -> None:
    reading, position = place(row["text"], row["quote"])
    if "basis" in row:
        field = "basis"
        found, span = basis_of(reading, position, row["type"], row["commodity"])
    else:
        field = "category"
        found, span = category_of(reading, position, row["type"])
    assert found == (None if row[field] == "null" else row[field])
    assert said(reading, span) == row.get("said")


def test_only_their_types_have_them() -> None:
    reading, position = place("Inferred resources of 5 Mt of ore at 2% Cu.", "5 Mt")
    for other in ("production", "grade", "stake", "share", "money", "tariff", "change"):
        assert category_of(reading, position, other) == (None, None)
    for other in ("stake", "share", "money", "tariff", "change"):
        assert basis_of(reading, position, other, "copper") == (None, None)


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["name"]) for entry in load("categories")["category"]])
def test_category_example(entry: dict[str, Any]) -> None:
    reading = read(f"The company reports {entry['example']}.").reading(0)
    found = category_mentions(reading.document.folded, reading.tokens, 0, len(reading.tokens))
    assert [mention.name for mention in found] == [entry["name"]]
    first = found[0]
    assert reading.tokens[first.first].low in entry["words"] or first.last > first.first


@pytest.mark.parametrize("entry", [pytest.param(entry, id=entry["name"]) for entry in load("categories")["basis"]])
def test_basis_example(entry: dict[str, Any]) -> None:
    assert entry["name"] in BASES
    reading = read(f"The company reports {entry['example']}.").reading(0)
    folded, tokens = reading.document.folded, reading.tokens
    signs = [sign_at(folded, tokens, reading.commodities, index) for index in range(len(tokens))]
    assert entry["name"] in {sign.basis for sign in signs if sign is not None}


def test_no_word_is_two_things() -> None:
    lexicon = load("categories")
    words = [word for entry in lexicon["category"] for word in entry["words"]]
    assert len(words) == len(set(words))
    bases = [word for entry in lexicon["basis"] for word in entry["words"].split()]
    assert len(bases) == len(set(bases))


@given(
    st.lists(st.sampled_from(PIECES), max_size=14),
    st.sampled_from(["gold", "uranium", "iron ore", "oil", "gold; copper", "", None]),
)
def test_any_text_has_an_answer(pieces: list[str], commodity: str | None) -> None:
    document = read(" ".join(pieces))
    for index, mention in enumerate(document.quantities):
        reading = document.reading(document.sentence_of(mention.span.start))
        position = index - reading.first_quantity
        answers = [category_of(reading, position, "reserve")]
        answers += [basis_of(reading, position, kind, commodity) for kind in ("reserve", "production", "grade")]
        for value, span in answers:
            assert value is not None or span is None
            assert span is None or 0 <= span[0] <= span[1] < len(reading.tokens)
        assert {value for value, _ in answers[1:]} <= {*BASES, None}
