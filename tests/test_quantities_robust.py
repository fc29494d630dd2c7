"""find_quantities takes any string, in time linear in its length, whatever the application's decimal context."""

from __future__ import annotations

import decimal
import time
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import find_quantities

MEGABYTE = 1_000_000
SECONDS_FOR_A_MEGABYTE = 60
"""What a megabyte may take on a slow machine; most take under a second, a third of a million quantities ten."""

RUNS = [
    *("7", "1,000,", "1.", "$", "$1 ", "from 1 to ", " ", "\n", "\t", "\ud800", "\0", "5 % and ", "up to ", "half "),
    *(
        "a third ",
        "million ",
        "one hundred ",
        "5 tonnes of ",
        "$5 a ",
        "per ",
        "(",
        "5(",
        "|",
        "5|",
        "5 | 6 | 7\n",
        "-",
    ),
    *(
        "5-",
        "5–",
        "/",
        "5/",
        "US$",
        "5 cents ",
        "Rs 5 ",
        "doubled ",
        "٣ tonnes ",
        "５",
        "½",
        "İ 5% ",
        "💰5% ",
        "1x10^9 ",
    ),
    *("http://a.b/5% ", "www.", "5 . 5 ", ". ", "5\n", "$5 (", "5 pounds ", "one ", "twenty-", "1/2 ", "Canada $5 "),
    *(
        "100 000 000 000 000 000 000 ",
        "5 of the ",
        "nearly 5 ",
        "1,23",
        "USD5",
        "5 ounces gold ",
        "5 or so ",
        ", 5 and ",
    ),
]

WHOLE_MEGABYTES = {"7", "1,000,", "$", "from 1 to ", " ", "\ud800", "\0"}

VOCABULARY = """5 1,234 3.5 .5 ½ 2½ 1/4 1/0 00 -5 ( ) [ ] $ US$ A$ £ € Rs USD COP R P % percent per cent pct points bps
million bn m k crore dozen tonnes tons t Mt MT oz ounces g/t barrels bpd bcm kWh cents c p pence pounds
sterling dollars a the of to from between and or up down by at about nearly over under more than less least
exceed half third two-thirds one out three twice doubled double tenfold fold times as much year day annually
short long | , ; : " ' / × 10^ 10^-5 − – 1985 July 21 Phase Canadian TSX gold ounce http://a.b/5% \ud800 \0 İ
٣ ５ 💰"""
WORDS = st.sampled_from([*VOCABULARY.split(), "\n", "\n\n", "\t", "", "9" * 38, "9" * 39])


@pytest.mark.parametrize("run", RUNS)
def test_a_run_of_it_takes_linear_time(run: str) -> None:
    length = MEGABYTE if run in WHOLE_MEGABYTES else MEGABYTE // 10
    text = (run * (length // len(run) + 1))[:length]
    began = time.perf_counter()
    found = find_quantities(text)
    assert time.perf_counter() - began < SECONDS_FOR_A_MEGABYTE * length / MEGABYTE
    assert all(text[mention.span.start : mention.span.end] == mention.text for mention in found)


@given(st.lists(WORDS, max_size=16).map(" ".join) | st.lists(WORDS, max_size=16).map("".join) | st.text())
def test_any_string_is_survived(text: str) -> None:
    last = 0
    for mention in find_quantities(text):
        assert text[mention.span.start : mention.span.end] == mention.text == mention.text.strip()
        assert last <= mention.span.start < mention.span.end
        assert mention.around.start <= mention.span.start
        assert mention.span.end <= mention.around.end
        low, high = mention.quantity.low, mention.quantity.high
        assert low is not None or high is not None
        assert low is None or high is None or low <= high
        last = mention.span.end


STRICT_TEXTS = [
    ("It cost $1,234,567.89 million.", "1234567890000"),
    ("It made 12.3456 Moz of gold.", "12345600"),
    ("Prices rose 2 1/3 percent.", "2.333333333333"),
    ("It holds two-thirds of the shares.", "66.666667"),
    ("Minus 3,456.789 tonnes were booked.", "-3456.789"),
    ("The gas costs $5.5 per 1,234 cubic metres.", "5.5"),
    ("Output fell to 1.2345 mln kilolitres from 1.3456 mln.", "1234500000"),
    ("It paid 12345 cents.", "123.45"),
    ("A mass of 1.2345×10^9 kilograms.", "1234500000"),
]


@pytest.mark.parametrize(("text", "value"), STRICT_TEXTS)
def test_the_context_of_the_application_changes_nothing(text: str, value: str | None) -> None:
    plain = find_quantities(text)
    with decimal.localcontext() as context:
        context.prec = 3
        for signal in (decimal.Inexact, decimal.Rounded, decimal.FloatOperation, decimal.Subnormal, decimal.Clamped):
            context.traps[signal] = True
        strict = find_quantities(text)
        str(strict[0].quantity)
    assert strict == plain
    assert value is None or plain[0].quantity.low == Decimal(value)


@pytest.mark.parametrize("digits", [38, 39, 60, 1000])
def test_a_number_of_more_than_38_digits_is_no_quantity(digits: int) -> None:
    assert len(find_quantities(f"It cost ${'9' * digits}.")) == (digits <= 38)


@pytest.mark.parametrize("digits", ["٣", "५", "๓", "𝟓", "²", "Ⅷ", "五"])
def test_digits_of_other_scripts_are_no_numbers(digits: str) -> None:
    assert find_quantities(f"The mine made {digits} tonnes, {digits}% of it gold, for ${digits}.") == ()


def test_full_width_digits_are_digits() -> None:
    assert find_quantities("５０％ of it")[0].quantity.low == 50


@pytest.mark.parametrize("wrong", [None, b"5 tonnes", 5, ["5 tonnes"]])
def test_anything_else_than_a_string_is_refused(wrong: Any) -> None:
    with pytest.raises(TypeError, match="wants a str, not"):
        find_quantities(wrong)
