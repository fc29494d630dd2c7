"""What holds for every text, whatever it says."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import Claim, Claims, Extractor, QuantityMention, extract_claims, find_quantities
from mineralclaims.output.json_lines import loads
from mineralclaims.output.reading import claim_from_dict

PIECES = [
    *(
        "25%",
        "$5 million",
        "5 to 7 billion dollars",
        "two-thirds",
        "doubled",
        "1.2 Mtpa",
        "2.1 g/t",
        "0",
        "1/2",
        "1,000,000",
    ),
    *(
        "a third",
        "in 2024",
        "last year",
        "on Monday",
        "reserves of",
        "stake in",
        "tariff of",
        "of GDP",
        "rose",
        "fell",
        "to",
    ),
    *(
        "from",
        "between",
        "and",
        "more than",
        "up to",
        "about",
        "lithium",
        "gold",
        "the ministry said",
        "If",
        "China",
        "a",
    ),
    *("Acme Corp", "tonnes", "per day", ".", ",", ";", "“", "”", "(", ")", "\n", "\n\n", "\u00a0", "\u2009", "–", "−"),
    *("$", "€", "%", "İ", "ß", "５", "٣", "½", "²"),
]
WORDS = st.lists(st.sampled_from(PIECES) | st.text(max_size=8), max_size=30).map(" ".join)
TEXTS = st.text() | st.text(alphabet="0123456789.,%$€-–/ mbktnoz\n", max_size=80) | WORDS
PROSE = (
    "Ukraine holds lithium reserves of 500,000 tons. The U.S. imposed a 25% tariff on steel on Monday, and Acme Corp "
    "bought a 50% stake in the mine for $1.2 billion. Output rose 3.5 percent to 2.1 million tonnes in 2024, the "
    "ministry said.\n\nGrades were 2.1 g/t gold."
)
ODD = {
    "nothing": "",
    "blank": " \t\r\n\u00a0\u2003",
    "lone surrogates": "\ud800 rose 5% \udfff to $3 million \ud83d",
    "nulls": "\x00rose\x00 5%\x00 to \x00$3 million\x00",
    "emoji": "🚀 lithium 🔋 rose 5% 👩‍🔬 to $3 million 🇨🇱",
    "right to left": "ארה״ב 25% מכס على النفط ٢٥٪ \u202e5 million tonnes\u202c",
    "HTML": "<p>Output <b>rose</b> 5%&nbsp;to <a href='x?y=5%25'>$3&nbsp;million</a></p><script>alert(1)</script>",
    "combining": "r\u0301ose 5\u0301% to $3\u200b million",
    "a text that ends with a name": "Output rose 5% to 3,000 tonnes, according to the chairman, Bob Smith",
    "one long word": "x" * 100_000,
    "a megabyte of digits": "7" * 1_000_000,
    "a megabyte of separators": ",." * 500_000,
    "many open brackets": "(" * 50_000 + "5%" + ")" * 50_000,
    "many dollars": "$" * 50_000,
    "many hyphens": "5-" * 50_000,
    "many ranges": "5 to " * 20_000 + "6%",
    "many number words": "two hundred and " * 20_000,
    "one endless sentence": "He said that lithium output rose 5% to 3 million tonnes in 2024, " * 150,
}


def fields(claim: Claim) -> dict[str, Any]:
    """Return a claim's record without its places."""
    return {key: value for key, value in claim.to_dict().items() if key not in {"start", "end"} and not key.endswith("_span")}


def check_claims(text: str, claims: Claims) -> None:
    """Check the places, the order and the record of each claim."""
    end = 0
    for claim in claims:
        assert claim.span.of(text) == claim.text != ""
        assert claim.span.start >= end
        end = claim.span.end
        assert claim.sentence.start <= claim.span.start
        assert claim.sentence.end >= claim.span.end
        for _, part in claim.parts():
            assert part is None or part.span.of(text) == part.text != ""
        for reason in claim.explain():
            assert all(cue.span.of(text) == cue.text for cue in reason.cues)
        assert claim_from_dict(claim.to_dict()) == claim
    assert Claims.from_json(claims.to_json(), text, published=claims.published) == claims


def check_quantities(text: str, mentions: tuple[QuantityMention, ...]) -> None:
    """Check the places, the order and the numbers of each quantity."""
    end = 0
    for mention in mentions:
        assert mention.span.of(text) == mention.text != ""
        assert mention.span.start >= end
        end = mention.span.end
        assert mention.around.start <= mention.span.start
        assert mention.around.end >= mention.span.end
        bounds = [bound for bound in (mention.quantity.low, mention.quantity.high) if bound is not None]
        assert bounds
        assert all(bound.is_finite() for bound in bounds)


@given(TEXTS)
def test_any_text_gives_claims_that_hold(text: str) -> None:
    check_claims(text, extract_claims(text, published=date(2025, 3, 31)))


@given(TEXTS)
def test_any_text_gives_quantities_that_hold(text: str) -> None:
    check_quantities(text, find_quantities(text))


@given(WORDS)
def test_every_claim_is_a_quantity(text: str) -> None:
    places = {mention.span for mention in find_quantities(text)}
    assert all(claim.span in places for claim in extract_claims(text))


@given(TEXTS)
def test_the_same_text_gives_the_same_claims(text: str) -> None:
    assert extract_claims(text) == extract_claims(text) == Extractor().extract(text)


@given(st.sampled_from(["Nothing of note.", "A quiet day at the office, with no news at all.", "He left."]))
def test_a_paragraph_before_only_shifts(paragraph: str) -> None:
    prefix = f"{paragraph}\n\n"
    plain, shifted = extract_claims(PROSE), extract_claims(prefix + PROSE)
    assert [claim.span.shifted(len(prefix)) for claim in plain] == [claim.span for claim in shifted]
    assert [fields(claim) for claim in plain] == [fields(claim) for claim in shifted]


def test_a_text_twice_gives_its_claims_twice() -> None:
    once, twice = extract_claims(PROSE), extract_claims(f"{PROSE}\n\n{PROSE}")
    assert [(claim.type, claim.text, claim.quantity) for claim in twice] == 2 * [
        (claim.type, claim.text, claim.quantity) for claim in once
    ]


@pytest.mark.parametrize("text", [pytest.param(text, id=name) for name, text in ODD.items()])
def test_odd_text(text: str) -> None:
    check_claims(text, extract_claims(text))
    check_quantities(text, find_quantities(text))


@pytest.mark.parametrize("name", ["lone surrogates", "nulls", "emoji", "right to left", "HTML"])
def test_claims_of_odd_text_can_be_written(name: str) -> None:
    claims = extract_claims(ODD[name])
    assert claims.to_html().encode("utf-8")
    assert len(claims.to_jsonl().encode("utf-8").splitlines()) == len(claims)
    assert len(loads(claims.to_json())) == len(claims)


@pytest.mark.parametrize("call", [extract_claims, find_quantities, Extractor().extract])
@pytest.mark.parametrize("wrong", [None, b"Output rose 5%.", 5, ["Output rose 5%."]])
def test_anything_but_a_text_is_refused(call: Any, wrong: object) -> None:
    with pytest.raises(TypeError, match="str") as refused:
        call(wrong)
    assert type(wrong).__name__ in str(refused.value)


@pytest.mark.parametrize("wrong", ["2025-03-31", 2025, 5.0])
def test_a_day_of_publication_is_a_date(wrong: Any) -> None:
    with pytest.raises(TypeError, match="date"):
        extract_claims("Output rose 5%.", published=wrong)
