"""Where paragraphs begin, in texts with a line a paragraph and in texts whose lines are broken to a width."""

from __future__ import annotations

import pytest

from mineralclaims.claims.paragraphs import paragraph_starts

_WRAPPED = "Orwin shipped five tonnes of tin\nto Kesh in May, it said on Friday.\n    It sold three more to Peru and\nnone at all to Chile.\nCosts rose again in the quarter,\nwhich was wet.\n"


@pytest.mark.parametrize(
    ("text", "openings"),
    [
        ("One line. Another sentence.", []),
        ("One paragraph.\nAnother.\n\nA third.", ["Another.", "A third."]),
        (_WRAPPED, ["It sold", "Costs rose"]),
        ("Output of tin rose\nto five tonnes.\n\nCosts fell\nby a third.", ["Costs fell"]),
        ("\n\n", []),
    ],
)
def test_paragraph_starts(text: str, openings: list[str]) -> None:
    starts = paragraph_starts(text)
    assert starts == [text.index(opening) for opening in openings]
