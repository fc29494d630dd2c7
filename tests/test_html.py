"""The text with its claims marked, as HTML: every character at its place, nothing obeyed, readable in light and dark."""

from __future__ import annotations

from decimal import Decimal
from html.parser import HTMLParser
from itertools import combinations
from math import dist
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CLAIMS, MONEY, NONE, PRODUCTION, RESERVE, STAKE, TEXT
from mineralclaims import Claims, Mention, Span, report
from mineralclaims.claims.types import CLAIM_TYPES
from mineralclaims.output import html
from mineralclaims.output.palette import LOOKS, PAGE
from mineralclaims.output.palette import TEXT as INK

VOID = {"meta", "input", "col", "br"}
LEFT_OUT = {"mc-n"}


class Page(HTMLParser):
    """Reads a page: its tags with their attributes, the text of its blocks, and where the marks stand in it."""

    def __init__(self) -> None:
        """Start with nothing read."""
        super().__init__()
        self.open: list[tuple[str, str, int]] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.marks: list[tuple[int, int, str]] = []

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        found = dict(attributes)
        self.tags.append((tag, found))
        if tag not in VOID:
            self.open.append((tag, found.get("class") or "", len(self.text)))

    def handle_endtag(self, tag: str) -> None:
        """Close the innermost tag, which must be this one."""
        opened, name, start = self.open.pop()
        assert opened == tag
        if tag == "mark":
            self.marks.append((start, len(self.text), name.removeprefix("mc-")))

    def handle_data(self, data: str) -> None:
        """Add what stands in a block and belongs to the text."""
        classes = {name for _, name, _ in self.open}
        if "mc-block" in classes and not LEFT_OUT & classes:
            self.text += data


def read(source: str) -> Page:
    """Return a page that was read to its end."""
    page = Page()
    page.feed(source)
    page.close()
    assert page.open == []
    return page


def ids(page: Page) -> list[str]:
    """Return all ids of a page."""
    return [found["id"] or "" for _, found in page.tags if "id" in found]


def links(page: Page) -> list[str]:
    """Return all targets of a page."""
    return [found["href"] or "" for tag, found in page.tags if tag == "a"]


def test_marks_stand_where_the_spans_are(tmp_path: Path) -> None:
    source = CLAIMS.to_html(tmp_path / "claims.html")
    assert (tmp_path / "claims.html").read_text(encoding="utf-8") == source
    page = read(source)
    assert page.text == TEXT
    assert page.marks == [(claim.span.start, claim.span.end, claim.type) for claim in CLAIMS]
    assert sum(tag == "tr" for tag, _ in page.tags) == 1 + len(CLAIMS)


def test_rows_and_places_are_linked_both_ways() -> None:
    page = read(CLAIMS.to_html())
    assert len(set(ids(page))) == len(ids(page)) == 2 * len(CLAIMS)
    assert sorted(links(page)) == sorted(f"#{name}" for name in ids(page))


def test_without_its_style_the_text_is_still_the_text() -> None:
    page = read(CLAIMS._repr_html_())
    blocks = [found for _, found in page.tags if found.get("class") == "mc-block"]
    assert [found["style"] for found in blocks] == ["white-space:pre-wrap"]
    card = next(found["data-card"] for tag, found in page.tags if tag == "mark")
    assert card is not None
    assert card.split("\n")[:2] == ["type: reserve", "quantity: ≈ 28,700,000 t"]
    classes = page.tags[0][1]["class"] or ""
    assert {"tex2jax_ignore", "mathjax_ignore"} <= set(classes.split()), "a notebook would read $5 and $6 as mathematics"


def test_a_page_needs_no_other_file_and_runs_nothing() -> None:
    for source in (CLAIMS.to_html(), CLAIMS._repr_html_()):
        page = read(source)
        assert not {"script", "img", "link", "iframe", "object", "form"} & {tag for tag, _ in page.tags}
        assert not [name for _, found in page.tags for name in found if name.startswith("on") or name == "src"]
        assert "url(" not in source
        assert "@import" not in source


def nest(*spans: tuple[int, int]) -> Page:
    claims = Claims([attrs.evolve(MONEY, span=Span(*span)) for span in spans], "0123456789")
    return read(claims._repr_html_())


@pytest.mark.parametrize(
    ("spans", "marks"),
    [
        ([(0, 9), (2, 4), (5, 7)], [(0, 9), (2, 4), (5, 7)]),
        ([(0, 3), (3, 6)], [(0, 3), (3, 6)]),
        ([(2, 5), (2, 5)], [(2, 5), (2, 5)]),
        ([(0, 5), (3, 8)], [(0, 5), (3, 5), (5, 8)]),
        ([(4, 99)], [(4, 10)]),
        ([(4, 4), (12, 14)], []),
    ],
)
def test_nested_neighbouring_and_crossing_spans(spans: list[tuple[int, int]], marks: list[tuple[int, int]]) -> None:
    page = nest(*spans)
    assert page.text == "0123456789"
    assert sorted((start, end) for start, end, _ in page.marks) == marks


@given(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=60), st.lists(st.tuples(st.integers(0, 60), st.integers(0, 60)))
)
def test_any_text_with_any_spans_stays_itself(text: str, spans: list[tuple[int, int]]) -> None:
    claims = [attrs.evolve(MONEY, span=Span(*sorted(span))) for span in spans]
    page = read(Claims(claims, text).to_html())
    assert len(page.text) == len(text)
    assert all(here in {there, "\ufffd"} for here, there in zip(page.text, text, strict=True))
    covered = {place for start, end, _ in page.marks for place in range(start, end)}
    assert covered == {place for claim in claims for place in range(claim.span.start, min(claim.span.end, len(text)))}


def test_long_texts_are_cut_into_blocks_at_line_ends_outside_marks() -> None:
    text = "\n".join(f"line {number} of a long text that goes on" for number in range(400))
    page = read(Claims([attrs.evolve(MONEY, span=Span(1000, 9000))], text).to_html())
    assert page.text == text
    assert sum(found.get("class") == "mc-block" for _, found in page.tags) == 4


HOSTILE = (
    "</style><script>alert(1)</script>",
    '" onmouseover="alert(1)',
    "' autofocus onfocus='alert(1)",
    "javascript:alert(1)",
    "<img src=x onerror=alert(1)>",
    "</span></mark></div><svg onload=alert(1)>",
    "<!--",
    "]]><![CDATA[",
    "&lt;b&gt; &#x3c;script&#x3e;",
    "\x00\ud800\x1b[31m\u202e",
)


@pytest.mark.parametrize("words", HOSTILE)
def test_hostile_words_stay_words_in_every_place(words: str) -> None:
    text = f"{words} 50% {words}"
    start = text.index("50%")
    part = Mention(words, Span(0, len(words)))
    stake = attrs.evolve(STAKE, subject=part, object=part, attribution=part, commodity=words, aspect=words, category=words)
    claim = attrs.evolve(stake, span=Span(start, start + 3), text=words, basis=words)
    other = attrs.evolve(claim, quantity=attrs.evolve(STAKE.quantity, high=Decimal(40), unit=words), attribution=None)
    claims = Claims(
        (claim, attrs.evolve(claim, quantity=attrs.evolve(STAKE.quantity, high=Decimal(40)), attribution=None), other), text
    )
    plain = read(CLAIMS.to_html())
    for source in (claims.to_html(), claims._repr_html_(), report.to_html({words: claims, "b": NONE}, title=words)):
        source.encode("utf-8")
        page = read(source)
        known = {tag for tag, _ in plain.tags} | {"svg", "g", "path", "line", "text", "tspan", "title", "h2", "section", "p"}
        assert {tag for tag, _ in page.tags} <= known
        assert all(target.startswith("#mc") for target in links(page))
        assert not [name for _, found in page.tags for name in found if name.startswith("on") or name in {"autofocus", "src"}]


def channel(part: float) -> float:
    """Return a part of an sRGB colour as linear light."""
    linear: float = part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
    return linear


def luminance(colour: str) -> float:
    """Return the relative luminance of WCAG 2.2."""
    red, green, blue = (channel(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of WCAG 2.2."""
    dark, light = sorted((luminance(one), luminance(other)))
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("name", LOOKS)
def test_text_and_letters_are_readable(name: str, scheme: int) -> None:
    look = LOOKS[name]
    assert contrast(INK[scheme], look.tint[scheme]) >= 5
    assert contrast(look.line[scheme], PAGE[scheme]) >= 3


SIGHT = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": ((0.152286, 1.052583, -0.204868), (0.114503, 0.786281, 0.099216), (-0.003882, -0.048116, 1.051998)),
    "deuteranopia": ((0.367322, 0.860646, -0.227968), (0.280085, 0.672501, 0.047413), (-0.011820, 0.042940, 0.968881)),
    "tritanopia": ((1.255528, -0.076749, -0.178779), (-0.078411, 0.930809, 0.147602), (0.004733, 0.691367, 0.303900)),
}
"""How linear RGB is seen, by G. M. Machado, M. M. Oliveira and L. A. F. Fernandes (2009): severity 1, rows for red, green, blue."""
JUST_NOTICEABLE = 2.3


def seen(colour: str, sight: str) -> tuple[float, float, float]:
    """Return a colour in CIELAB (D65) as a reader with this sight sees it."""
    linear = [channel(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5)]
    red, green, blue = (min(1, max(0, sum(a * b for a, b in zip(row, linear, strict=True)))) for row in SIGHT[sight])
    x = (0.4124 * red + 0.3576 * green + 0.1805 * blue) / 0.9505
    y = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    z = (0.0193 * red + 0.1192 * green + 0.9505 * blue) / 1.0890
    fx, fy, fz = (part ** (1 / 3) if part > 0.008856 else 7.787 * part + 16 / 116 for part in (x, y, z))
    return 116 * fy - 16, 500 * (fx - fy), 200 * (fy - fz)


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
@pytest.mark.parametrize("sight", SIGHT)
def test_any_two_types_stay_apart_for_every_sight(sight: str, scheme: int) -> None:
    for part in ("tint", "line"):
        colours = [seen(getattr(look, part)[scheme], sight) for look in LOOKS.values()]
        assert min(dist(one, other) for one, other in combinations(colours, 2)) >= 4 * JUST_NOTICEABLE


def test_types_differ_by_more_than_colour() -> None:
    letters = [LOOKS[each.type].letter for each in CLAIM_TYPES]
    assert len(set(letters)) == len(LOOKS)
    source = CLAIMS.to_html()
    assert all(f">{LOOKS[claim.type].letter}{number}</a>" in source for number, claim in enumerate(CLAIMS, start=1))


def test_the_filter_names_the_types_that_there_are() -> None:
    boxes = [found["class"] for tag, found in read(CLAIMS.to_html()).tags if tag == "input"]
    assert boxes == ["mc-f-reserve", "mc-f-production", "mc-f-stake", "mc-f-money"]
    assert [tag for tag, _ in read(NONE.to_html()).tags if tag == "input"] == []


def test_a_notebook_shows_what_its_server_lets_through_and_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(html, "NOTEBOOK_CLAIMS", 2)
    source = CLAIMS._repr_html_()
    assert read(source).text == TEXT[: MONEY.span.start]
    assert f"first 2 of 4 claims and {MONEY.span.start} of {len(TEXT)} characters" in source
    assert read(CLAIMS.to_html()).text == TEXT
    monkeypatch.setattr(html, "NOTEBOOK_CLAIMS", 4)
    assert 'mc-note"' not in CLAIMS._repr_html_()


def test_several_documents_have_an_index() -> None:
    page = read(report.to_html({"a": CLAIMS, "b": Claims((PRODUCTION, RESERVE), TEXT)}))
    assert page.text == TEXT + TEXT
    targets = set(links(page))
    assert {target.removeprefix("#") for target in targets} == set(ids(page))
    with pytest.raises(TypeError, match="not list"):
        report.to_html([CLAIMS])  # type: ignore[arg-type]
    with pytest.raises(TypeError, match="mapping of names to Claims"):
        report.estimates({"a": TEXT})  # type: ignore[dict-item]
