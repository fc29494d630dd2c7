"""Pages as a reader sees them in Chromium: ``python -m pytest tests/browser``."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

import attrs
import pytest
from selenium import webdriver
from selenium.webdriver.common.action_chains import ActionChains
from selenium.webdriver.common.by import By
from selenium.webdriver.common.keys import Keys

from building import CLAIMS, MONEY, TEXT
from mineralclaims import Claims, Mention, Span, extract_claims, report
from mineralclaims.output.palette import PAGE

if TYPE_CHECKING:
    from selenium.webdriver.remote.webelement import WebElement

Open = Callable[[str], webdriver.Chrome]
Screen = Callable[[str, int, int], None]

# The text of the blocks without labels and cards, and where the marks stand in it, in code points.
PLACES = """
const points = words => Array.from(words).length;
let text = "", marks = [];
const walk = node => {
  if (node.nodeType === Node.TEXT_NODE) { text += node.data; return; }
  if (node.matches(".mc-n")) return;
  const start = points(text);
  node.childNodes.forEach(walk);
  if (node.localName === "mark") marks.push([start, points(text), node.className.replace("mc-", "")]);
};
document.querySelectorAll(".mc-block").forEach(walk);
return [text, marks];
"""
COLOUR = "return getComputedStyle(arguments[0])[arguments[1]]"


def one(page: webdriver.Chrome | WebElement, selector: str) -> WebElement:
    return page.find_element(By.CSS_SELECTOR, selector)


def every(page: webdriver.Chrome | WebElement, selector: str) -> list[WebElement]:
    return page.find_elements(By.CSS_SELECTOR, selector)


# The cards that are shown: their words, and where they begin and end across the page.
CARDS = """
return Array.from(document.querySelectorAll("mark")).flatMap(mark => {
  const style = getComputedStyle(mark, "::after");
  if (style.content === "none" || style.display === "none") return [];
  const left = mark.closest(".mc-text").getBoundingClientRect().left + parseFloat(style.left);
  return [[mark.dataset.card, left, left + parseFloat(style.width)]];
});
"""


def console(page: webdriver.Chrome) -> list[str]:
    return [entry["message"] for entry in page.get_log("browser")]  # type: ignore[no-untyped-call]


def shown(page: webdriver.Chrome, selector: str) -> list[str]:
    return [element.text for element in every(page, selector) if element.is_displayed()]


def rgb(colour: str) -> str:
    return f"rgb({', '.join(str(int(colour[at : at + 2], 16)) for at in (1, 3, 5))})"


@pytest.mark.parametrize("text", [None, "𝟓 cafés\r\n\r\nLa Mina 🪨 holds reserves of 11.2 Moz of gold.\rIt fell 5%.\n"])
def test_marks_stand_where_the_spans_are(show: Open, article: str, text: str | None) -> None:
    claims = extract_claims(article if text is None else text)
    for source in (claims.to_html(), f"<!DOCTYPE html><meta charset=utf-8>{claims._repr_html_()}"):
        seen, marks = show(source).execute_script(PLACES)
        assert seen == claims.text
        assert [tuple(mark) for mark in marks] == [(claim.span.start, claim.span.end, claim.type) for claim in claims]


def test_nested_and_crossing_marks(show: Open) -> None:
    spans = [(0, 20), (5, 12), (15, 26), (26, 30)]
    claims = Claims([attrs.evolve(MONEY, span=Span(*span)) for span in spans], TEXT)
    page = show(claims.to_html())
    seen, marks = page.execute_script(PLACES)
    assert seen == TEXT
    assert sorted(mark[:2] for mark in marks) == [[0, 20], [5, 12], [15, 20], [20, 26], [26, 30]]
    ActionChains(page).move_to_element(one(page, "mark mark .mc-n")).perform()
    assert len(page.execute_script(CARDS)) == 1, "of nested marks the inner one alone shows its card"


def test_a_card_is_shown_on_hover_and_on_focus_and_not_cut_off(show: Open, screen: Screen, article: str) -> None:
    claims = extract_claims(article, published=date(2025, 3, 31))
    for width in (1100, 390):
        screen("light", width, 900)
        page = show(claims.to_html())
        assert page.execute_script(CARDS) == []
        mark = every(page, "mark")[1]
        ActionChains(page).move_to_element(mark).perform()
        ((card, left, right),) = page.execute_script(CARDS)
        assert {"subject: Karsk deposit", "source: National Geological Survey"} <= set(card.split("\n"))
        assert 0 <= left < right <= width
        ActionChains(page).move_to_element(one(page, "h1")).perform()
        assert page.execute_script(CARDS) == []
        page.execute_script("arguments[0].focus()", one(mark, ".mc-n a"))
        assert [each[0] for each in page.execute_script(CARDS)] == [card]


def test_every_mark_is_reached_by_keyboard(show: Open) -> None:
    page = show(CLAIMS.to_html())
    every(page, "input")[-1].send_keys(Keys.TAB)
    seen = []
    for _ in CLAIMS:
        seen.append(page.switch_to.active_element.text)
        page.switch_to.active_element.send_keys(Keys.TAB)
    assert seen == ["R1", "O2", "M3", "P4"]


def test_links_lead_to_the_row_and_back(show: Open) -> None:
    page = show(CLAIMS.to_html())
    for number, label in enumerate(["R1", "O2", "M3", "P4"]):
        every(page, "mark > .mc-n a")[number].click()
        ActionChains(page).move_to_element(one(page, "h1")).perform()
        row = one(page, "tr:target")
        assert row.text.startswith(label)
        one(row, "th a").click()
        assert one(page, "mark:target").text.startswith(CLAIMS[number].text)


def test_the_filter_hides_rows_and_marks_of_a_type(show: Open) -> None:
    page = show(CLAIMS.to_html())
    one(page, ".mc-f-stake").click()
    assert [row.split()[0] for row in shown(page, "tbody tr")] == ["R1", "M3", "P4"]
    assert shown(page, ".mc-n") == ["R1", "M3", "P4"]
    assert page.execute_script(COLOUR, one(page, "mark.mc-stake"), "backgroundColor") == "rgba(0, 0, 0, 0)"
    assert page.execute_script(PLACES)[0] == TEXT
    one(page, ".mc-f-stake").click()
    assert len(shown(page, "tbody tr")) == len(CLAIMS)


@pytest.mark.parametrize(("scheme", "index"), [("light", 0), ("dark", 1)])
def test_colours_follow_the_reader_s_system(show: Open, screen: Screen, scheme: str, index: int) -> None:
    screen(scheme, 1100, 900)
    page = show(CLAIMS.to_html())
    assert page.execute_script(COLOUR, one(page, ".mineralclaims"), "backgroundColor") == rgb(PAGE[index])


@pytest.mark.parametrize(
    ("theme", "index"),
    [
        ('data-jp-theme-light="false"', 1),
        ('class="vscode-dark"', 1),
        ('data-jp-theme-light="true"', 0),
        ('class="vscode-light"', 0),
    ],
)
def test_colours_follow_the_notebook_rather_than_the_system(show: Open, screen: Screen, theme: str, index: int) -> None:
    screen("light" if index else "dark", 1100, 900)
    page = show(f"<!DOCTYPE html><meta charset=utf-8><body {theme}>{CLAIMS._repr_html_()}")
    assert page.execute_script(COLOUR, one(page, ".mineralclaims"), "backgroundColor") == rgb(PAGE[index])


def test_a_narrow_page_does_not_scroll_sideways(show: Open, screen: Screen, article: str) -> None:
    screen("light", 360, 800)
    page = show(extract_claims(article).to_html())
    assert page.execute_script("return document.documentElement.scrollWidth") <= 360
    assert "subject" in page.execute_script(
        "return getComputedStyle(document.querySelector('tbody td:nth-child(6)'), '::before').content"
    )


def test_several_documents_have_an_index_with_links_and_the_estimates(show: Open) -> None:
    one_says = extract_claims("The Karsk deposit holds 1.9 million tonnes of lithium, the ministry said.")
    other_says = extract_claims("The Karsk deposit holds 1.2 million tonnes of lithium, the survey said.")
    page = show(report.to_html({"a.txt": one_says, "b <i>.txt": other_says}, title="Two"))
    assert [link.text for link in every(page, ".mc-index a")] == ["a.txt", "b <i>.txt"]
    one(page, ".mc-index tr:last-child a").click()
    assert one(page, "h2:target").text == "b <i>.txt"
    assert len(every(page, "svg")) == 1
    every(page, "section p a")[-1].click()
    assert page.execute_script("return document.querySelector(':target').textContent").startswith("2 documents")


HOSTILE = """</div></mark><script>window.hit=1</script><img src=x onerror="window.hit=1"> "><svg onload="window.hit=1">
<a href="javascript:window.hit=1">x</a> ' onfocus='window.hit=1' autofocus x=' <style>*{display:none}</style> <!-- {{7*7}} &lt;b&gt;
The <b onclick="window.hit=1">Karsk</b> mine holds reserves of 5 million tonnes of gold, </title><script>window.hit=1</script> said."""


def test_hostile_text_stays_text(show: Open) -> None:
    claims = extract_claims(HOSTILE)
    assert len(claims) == 1
    part = Mention(HOSTILE, Span(0, len(HOSTILE)))
    claims = Claims([attrs.evolve(claims[0], subject=part, object=part, attribution=part, commodity=HOSTILE)], HOSTILE)
    page = show(report.to_html({HOSTILE: claims, "b": claims}, title=HOSTILE))
    assert page.execute_script("return window.hit === undefined")
    assert page.execute_script(PLACES)[0] == HOSTILE * 2
    assert page.title.split() == HOSTILE.split()
    assert every(page, "script, img, b[onclick], [onload], [onfocus], a[href^=javascript]") == []


def test_a_script_would_not_run_even_if_one_got_in(show: Open) -> None:
    source = CLAIMS.to_html().replace("</main>", "<script>window.hit=1</script><img src=x onerror='window.hit=1'></main>")
    page = show(source)
    assert page.execute_script("return window.hit === undefined")
    assert "Content Security Policy" in "".join(console(page))


def test_a_long_text_with_5000_claims_opens(show: Open, article: str) -> None:
    text = "\n\n".join([article] * (1_000_000 // len(article) + 1))
    claims = extract_claims(text)[:5000]
    assert len(claims) == 5000
    page = show(claims.to_html())
    loaded = page.execute_script("return performance.getEntriesByType('navigation')[0].loadEventEnd")
    print(f"1 MB, 5,000 claims: loaded after {loaded:.0f} ms")  # noqa: T201 - a figure for the documentation, no test
    page.execute_script("location.hash = document.querySelectorAll('mark')[4900].id")
    assert one(page, "mark:target").rect["y"] > 0
    assert len(every(page, "tbody tr")) == 5000
