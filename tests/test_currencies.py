"""Currencies: marks and words, what an ambiguous one means, money that does not mix, and agreement with CLDR."""

from __future__ import annotations

import contextlib
import re
import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims.errors import CurrencyError, UnknownCurrencyError
from mineralclaims.normalize.currencies import (
    by_country,
    currency,
    default_code,
    is_currency,
    minor_ratio,
    prefix_marks,
    suffix_words,
)
from mineralclaims.normalize.currency_table import currencies, minors, nouns
from mineralclaims.normalize.money import Money, parse_money

AMOUNTS = st.decimals(allow_nan=False, allow_infinity=False, min_value="-1e12", max_value="1e12", places=3)

MARKS = [
    *(("US$", "USD"), ("$US", "USD"), ("US $", "USD"), ("C$", "CAD"), ("CA$", "CAD"), ("A$", "AUD"), ("$A", "AUD")),
    *(("NZ$", "NZD"), ("HK$", "HKD"), ("S$", "SGD"), ("NT$", "TWD"), ("R$", "BRL"), ("€", "EUR"), ("£", "GBP")),
    *(("CN¥", "CNY"), ("RMB", "CNY"), ("₹", "INR"), ("₽", "RUB"), ("₴", "UAH"), ("₸", "KZT"), ("₩", "KRW")),
    *(("₦", "NGN"), ("Rp", "IDR"), ("RM", "MYR"), ("R", "ZAR"), ("Fr", "CHF"), ("S/", "PEN"), ("Z$", "ZWL")),
    *(("CNY", "CNY"), ("USD", "USD"), ("ZAR", "ZAR"), ("$", None), ("Rs", None), ("Rs.", None), ("¥", None)),
    *(("kr", None), ("FCFA", None)),
]

WORDS = [
    *(("dollars", None, False), ("dlrs", None, False), ("cents", None, True), ("cts", None, True), ("p", None, True)),
    *(("pounds", None, False), ("pesos", None, False), ("rupees", None, False), ("francs", None, False)),
    *(("crowns", None, False), ("dinars", None, False), ("rials", None, False), ("roubles", None, False)),
    *(("euros", "EUR", False), ("yuan", "CNY", False), ("renminbi", "CNY", False), ("rmb", "CNY", False)),
    *(("yen", "JPY", False), ("rand", "ZAR", False), ("rands", "ZAR", False), ("naira", "NGN", False)),
    *(("stg", "GBP", False), ("pounds sterling", "GBP", False), ("zloty", "PLN", False), ("kronor", "SEK", False)),
    *(("canadian dollars", "CAD", False), ("u.s. dlrs", "USD", False), ("us dollars", "USD", False)),
    *(("norwegian crowns", "NOK", False), ("hong kong dollars", "HKD", False), ("us cents", "USD", True)),
    *(("deutschemarks", "DEM", False), ("french francs", "FRF", False), ("sen", "MYR", True), ("fen", "CNY", True)),
]


@pytest.mark.parametrize(("mark", "code"), MARKS)
def test_mark_before(mark: str, code: str | None) -> None:
    assert prefix_marks()[mark].code == code


@pytest.mark.parametrize(("word", "code", "minor"), WORDS)
def test_word_after(word: str, code: str | None, minor: bool) -> None:
    assert (suffix_words()[word].code, suffix_words()[word].minor) == (code, minor)


@pytest.mark.parametrize("word", ["mark", "real", "sum", "colon", "dollar bill", "centenary", "tonnes", "pct"])
def test_no_currency_word(word: str) -> None:
    assert word not in suffix_words()


@pytest.mark.parametrize("mark", ["ALL", "TOP", "MOP", "SOS", "T", "usd", "us$"])
def test_no_currency_mark(mark: str) -> None:
    assert mark not in prefix_marks()


@pytest.mark.parametrize(
    ("noun", "country", "code"),
    [
        *(("dollar", "AU", "AUD"), ("dollar", "US", "USD"), ("pound", "EG", "EGP"), ("peso", "PH", "PHP")),
        *(("crown", "NO", "NOK"), ("krona", "SE", "SEK"), ("franc", "CI", "XOF"), ("franc", "FR", "FRF")),
        *(("rupee", "LK", "LKR"), ("dinar", "KW", "KWD"), ("cent", "ZA", "ZAR"), ("cent", "DE", "EUR")),
        *(("dollar", "FR", None), ("pound", "US", None), ("¥", "CN", "CNY")),
    ],
)
def test_by_country(noun: str, country: str, code: str | None) -> None:
    assert by_country(noun, country) == code


def test_every_ambiguous_mark_has_a_default_in_the_table() -> None:
    for mark in (*prefix_marks().values(), *suffix_words().values()):
        assert mark.code is not None or is_currency(default_code(str(mark.noun)))
    for key, entry in (*nouns().items(), *minors().items()):
        users = [one.code for one in currencies().values() if key in (*one.nouns, *one.minors)]
        assert entry["default"] in users


def test_unknown_ones_are_refused() -> None:
    with pytest.raises(UnknownCurrencyError, match="near: "):
        currency("USX")
    with pytest.raises(UnknownCurrencyError):
        default_code("florence")
    assert not is_currency("usd")


READINGS = [
    *(("A$42.5m", "42500000", "AUD"), ("Rs 1,200 crore", "12000000000", "INR"), ("64 cts", "0.64", "USD")),
    *(("250p", "2.50", "GBP"), ("3 billion Canadian dlrs", "3000000000", "CAD"), ("-$5m", "-5000000", "USD")),
    *(("minus 3 cents", "-0.03", "USD"), ("US$ 1.2bn", "1200000000", "USD"), ("$US70", "70", "USD")),
    *(
        ("10€", "10", "EUR"),
        ("500 fils", "0.5", "KWD"),
        ("42 KWD", "42", "KWD"),
        ("CNY 3 trln", "3000000000000", "CNY"),
    ),
    *(("$5 million CAD", "5000000", "CAD"), ("¥500", "500", "JPY"), ("kr 500 mln", "500000000", "SEK")),
]


@pytest.mark.parametrize(("text", "amount", "code"), READINGS)
def test_parse_money(text: str, amount: str, code: str) -> None:
    assert parse_money(text) == Money(Decimal(amount), code)


def test_parse_money_in_a_country() -> None:
    assert parse_money("$5m", country="AU").currency == "AUD"
    assert parse_money("64 cents", country="ZA") == Money(Decimal("0.64"), "ZAR")
    assert parse_money("$5m", country="FR").currency == "USD"


@pytest.mark.parametrize(
    "text", ["", "$", "5", "5 tonnes", "$5 and $6", "A$5 US dollars", "dollars", f"${'9' * 39}", "$" * 9999, "$5m-$6m"]
)
def test_what_is_no_single_amount_is_refused(text: str) -> None:
    with pytest.raises(CurrencyError):
        parse_money(text)


@given(st.text(max_size=40))
def test_any_string_is_money_or_an_error(text: str) -> None:
    with contextlib.suppress(CurrencyError):
        assert is_currency(parse_money(text).currency)


@given(AMOUNTS, AMOUNTS)
def test_money_adds_and_orders_like_its_amounts(one: Decimal, other: Decimal) -> None:
    here, there = Money(one, "USD"), Money(other, "USD")
    assert here + there - there == here
    assert (here < there, here == there) == (one < other, one == other)


def test_money_does_not_mix() -> None:
    dollars, pounds = Money(Decimal(1), "USD"), Money(Decimal(1), "GBP")
    assert dollars != pounds
    with pytest.raises(CurrencyError):
        dollars + pounds
    with pytest.raises(CurrencyError):
        dollars < pounds  # noqa: B015
    with pytest.raises(TypeError):
        Money(1.5, "USD")  # type: ignore[arg-type]
    with pytest.raises(UnknownCurrencyError):
        Money(Decimal(1), "XYZ")


def test_minor_units() -> None:
    assert (minor_ratio("USD"), minor_ratio("KWD"), minor_ratio("JPY")) == (100, 1000, 100)


# ISO 4217 has minor units that CLDR, which shows what people use in cash, leaves out.
CASH_ONLY = set("AFN ALL IQD IRR KPW LAK LBP MGA MMK RSD SOS SYP YER".split())  # noqa: SIM905
# The euro has replaced the lev since the edition of CLDR that Babel has.
REPLACED = {"BGN"}


def test_agrees_with_cldr() -> None:
    babel_core = pytest.importorskip("babel.core")
    babel_numbers = pytest.importorskip("babel.numbers")
    uses = babel_core.get_global("territory_currencies")
    in_use = {code for listed in uses.values() for code, _, end, tender in listed if end is None and tender}
    ours = {code for code, entry in currencies().items() if entry.until is None}
    assert in_use - ours == REPLACED
    for code in in_use - REPLACED:
        lands = {
            land for land, listed in uses.items() for use, _, end, tender in listed if (use, end, tender) == (code, None, True)
        }
        assert set(currency(code).countries) <= lands | {"BG"} or code == "EUR", code
        digits = babel_numbers.get_currency_precision(code)
        assert currency(code).digits == digits or code in CASH_ONLY, code


# Funds and units of account that ISO 4217 lists beside the money of countries, and the colon, which circulates no more.
FUNDS = set("BOV CHE CHW CLF COU MXV SVC USN UYI UYW VED XDR XSU XUA".split())  # noqa: SIM905


def test_what_cldr_does_not_have_as_tender_is_a_fund() -> None:
    babel_core = pytest.importorskip("babel.core")
    uses = babel_core.get_global("territory_currencies")
    in_use = {code for listed in uses.values() for code, _, end, tender in listed if end is None and tender}
    assert {code for code, entry in currencies().items() if entry.until is None} - in_use == FUNDS


# Where our English name is not CLDR's but for capitals, accents, "&", what CLDR adds in brackets, or our "Old" before it.
NAMED_OTHERWISE = {
    "GBP": "British Pound",
    "BMD": "Bermudan Dollar",
    "GYD": "Guyanaese Dollar",
    "SHP": "St. Helena Pound",
    "SCR": "Seychellois Rupee",
    "BAM": "Bosnia-Herzegovina Convertible Mark",
    "BWP": "Botswanan Pula",
    "SZL": "Swazi Lilangeni",
    "ZWG": "Zimbabwean Gold",
    "KGS": "Kyrgystani Som",
    "LAK": "Laotian Kip",
    "VED": "Bolívar Soberano",
    "XDR": "Special Drawing Rights",
    "CLF": "Chilean Unit of Account (UF)",
    "COU": "Colombian Real Value Unit",
    "MXV": "Mexican Investment Unit",
    "USN": "US Dollar (Next day)",
    "UYI": "Uruguayan Peso (Indexed Units)",
    "UYW": "Uruguayan Nominal Wage Index Unit",
    "LUF": "Luxembourgian Franc",
    "CYP": "Cypriot Pound",
    "CSK": "Czechoslovak Hard Koruna",
    "YUM": "Yugoslavian New Dinar (1994–2002)",
    "ZRN": "Zairean New Zaire (1993–1998)",
    "TMM": "Turkmenistani Manat (1993–2009)",
    "VEF": "Venezuelan Bolívar (2008–2018)",
}
# Symbols of CLDR that we do not read: "CFP" is mostly something else.
NOT_READ = {("XPF", "CFP")}
# Last days of legal tender that CLDR has otherwise: it goes on to the last day of exchange, or of a successor's territory.
ENDS_OTHERWISE = {
    *("NLG", "CYP", "MTL", "SIT", "SKK", "HRK", "BGN", "CSK", "DDM", "ZRN", "ZWD", "SUR"),
}


def plain(name: str) -> str:
    """Return a name of a currency without capitals, accents, brackets and "old"."""
    bare = unicodedata.normalize("NFD", re.sub(r" \(.*\)", "", name)).encode("ascii", "ignore").decode("ascii")
    return bare.lower().replace("'", "").replace("&", "and").replace("ruble", "rouble").removeprefix("old ")


def test_names_agree_with_cldr() -> None:
    theirs = pytest.importorskip("babel.core").Locale("en").currencies
    for code, known in currencies().items():
        expected = NAMED_OTHERWISE.get(code)
        if expected is None:
            assert plain(known.name) == plain(theirs[code]), code
        else:
            assert expected == theirs[code]
            assert plain(known.name) != plain(theirs[code]), code


@pytest.mark.parametrize("locale", ["en", "en_US", "en_GB", "en_CA", "en_AU", "en_NZ", "en_IN", "en_ZA", "en_SG", "en_HK"])
def test_symbols_agree_with_cldr(locale: str) -> None:
    symbols = pytest.importorskip("babel.core").Locale.parse(locale).currency_symbols
    for code, known in currencies().items():
        symbol = " ".join(symbols.get(code, code).split())
        if symbol == code or (code, symbol) in NOT_READ:
            continue
        mark = prefix_marks()[symbol]
        assert mark.code == code or (mark.code is None and mark.noun in known.nouns), (code, symbol)


def test_last_days_agree_with_cldr() -> None:
    uses = pytest.importorskip("babel.core").get_global("territory_currencies")
    otherwise = set()
    for code, known in currencies().items():
        if known.until is None or code == "XEU":
            assert code == "XEU" or known.since is None
            continue
        assert known.since is not None
        assert known.since < known.until
        ends = {end for land in known.countries for use, _, end, tender in uses.get(land, ()) if (use, tender) == (code, True)}
        if (known.until.year, known.until.month, known.until.day) not in ends:
            otherwise.add(code)
    assert otherwise == ENDS_OTHERWISE


def test_first_days_agree_with_cldr() -> None:
    uses = pytest.importorskip("babel.core").get_global("territory_currencies")
    for code, known in currencies().items():
        starts = [
            start for land in known.countries for use, start, _, tender in uses.get(land, ()) if use == code and start and tender
        ]
        if known.since is not None and starts:
            assert (known.since.year, known.since.month, known.since.day) == min(starts), code


def test_every_currency_is_found_by_its_own_marks() -> None:
    for code, known in currencies().items():
        assert [prefix_marks()[mark].code for mark in known.marks] == [code] * len(known.marks)
        assert [suffix_words()[word.lower()].code for word in known.words] == [code] * len(known.words)


def test_minor_units_are_those_of_iso() -> None:
    assert {currency(code).digits for code in ("USD", "EUR", "CNY", "INR", "RUB")} == {2}
    assert {code for code, known in currencies().items() if known.digits == 3} == {"BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"}
    zero = {code for code, known in currencies().items() if known.digits == 0 and known.until is None}
    assert zero == {
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "UYI",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    }
