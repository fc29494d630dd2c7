"""Every entry of the word lists: its example says it, its words belong to it alone, its codes exist."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from mineralclaims.lexicons.loader import load
from mineralclaims.normalize.currencies import is_currency
from mineralclaims.normalize.money import parse_money
from mineralclaims.normalize.unit_table import units
from mineralclaims.normalize.units import letter_forms, parse_unit, unit, word_forms

KINDS = {"metal", "mineral", "gem", "fuel", "fertiliser", "product"}
BASES = {"ore", "contained", "oxide", "carbonate_equivalent", "metal_equivalent", "concentrate"}
# U.S. Geological Survey (2025), final list of critical minerals; metallurgical coal is one of the names of coal.
CRITICAL = (
    "aluminium antimony arsenic barite beryllium bismuth boron cerium caesium chromium cobalt "
    "copper dysprosium erbium europium fluorspar gadolinium gallium germanium graphite hafnium holmium "
    "indium iridium lanthanum lead lithium lutetium magnesium manganese neodymium nickel niobium "
    "palladium phosphate platinum potash praseodymium rhenium rhodium rubidium ruthenium samarium scandium "
    "silicon silver tantalum tellurium terbium thulium tin titanium tungsten uranium vanadium "
    "ytterbium yttrium zinc zirconium coal "
)


def entries(lexicon: str, table: str, key: str) -> list[Any]:
    """Return the entries of a table as parameters that are named by their key."""
    return [pytest.param(entry, id=str(entry[key])) for entry in load(lexicon)[table]]


def says(sentence: str, word: str, *, case: bool = False) -> bool:
    """Return whether a sentence has a word or phrase, not inside another word."""
    flags = re.NOFLAG if case else re.IGNORECASE
    return re.search(rf"(?<![^\W\d_]){re.escape(word)}(?![^\W\d_])", sentence, flags) is not None


def written(entry: dict[str, Any]) -> list[str]:
    """Return the symbols of a commodity as they are written."""
    return [symbol if isinstance(symbol, str) else symbol["text"] for symbol in entry.get("symbols", ())]


@pytest.mark.parametrize("entry", entries("units", "unit", "symbol"))
def test_unit(entry: dict[str, Any]) -> None:
    known = unit(entry["symbol"])
    assert Decimal(entry.get("factor", 1)) > 0
    assert re.search(r"\d", entry["source"]) or entry["source"].startswith(("derived", "the", "one", "a "))
    assert parse_unit(entry["symbol"]) == parse_unit(entry["name"]) == known
    assert parse_unit(re.sub(r"^.*?\d[\d.,]*[\s-]?(?:(?:m|b|tr)illion )?|( of .*| can)$", "", entry["example"])).symbol


@pytest.mark.parametrize("entry", [pytest.param(form, id=form["text"][0]) for form in load("units")["form"]])
def test_form(entry: dict[str, Any]) -> None:
    case = bool(entry.get("case"))
    forms = letter_forms() if case else word_forms()
    assert any(says(entry["example"], text, case=case) for text in entry["text"])
    for text in entry["text"]:
        form = forms[text if case else text.lower()]
        assert (form.unit, form.times, form.per) == (entry["unit"], Decimal(entry.get("times", 1)), entry.get("per"))
    whole = parse_unit(entry["text"][0]) if entry["text"][0] not in units() else unit(entry["unit"])
    assert whole.dimension.startswith(unit(entry["unit"]).dimension)


def test_no_spelling_means_two_units() -> None:
    texts = [
        (text if form.get("case") else text.lower(), bool(form.get("case")))
        for form in load("units")["form"]
        for text in form["text"]
    ]
    assert len(texts) == len(set(texts)) == len(word_forms()) + len(letter_forms())


def test_every_ton_says_its_kind() -> None:
    for text, form in (*word_forms().items(), *letter_forms().items()):
        if re.search(r"\bton(?:ne)?s?\b", text):
            assert form.ton_kind is not None, text
        if form.unit in {"oz", "lb", "ft3", "gal", "J"}:
            assert form.ton_kind is None, text


@pytest.mark.parametrize("entry", entries("currencies", "currency", "code"))
def test_currency(entry: dict[str, Any]) -> None:
    assert re.fullmatch("[A-Z]{3}", entry["code"])
    assert entry["digits"] in {0, 2, 3, 4}
    assert all(re.fullmatch("[A-Z]{2}", country) for country in entry["countries"])
    assert parse_money(entry["example"]).currency == entry["code"]


@pytest.mark.parametrize("table", ["noun", "minor"])
def test_nouns_and_minor_units(table: str) -> None:
    for entry in load("currencies")[table]:
        assert parse_money(entry["example"]).currency == entry["default"], entry["example"]


def test_no_mark_means_two_currencies() -> None:
    marks = [mark for entry in load("currencies")["currency"] for mark in entry.get("marks", ())]
    marks += [mark for entry in load("currencies")["noun"] for mark in entry.get("marks", ())]
    assert len(marks) == len(set(marks))
    assert not [mark for mark in marks if is_currency(mark)]


@pytest.mark.parametrize("entry", entries("commodities", "commodity", "name"))
def test_commodity(entry: dict[str, Any]) -> None:
    assert entry["name"] == entry["name"].lower()
    assert entry["kind"] in KINDS
    assert any(says(entry["example"], alias) for alias in entry["aliases"])
    assert set(entry.get("basis", {}).values()) <= BASES
    assert set(entry.get("basis", {})) <= {*entry["aliases"], *entry.get("letters", ())}
    assert {symbol["basis"] for symbol in entry.get("symbols", ()) if isinstance(symbol, dict)} <= BASES
    assert not [phrase for phrase in entry.get("exclude", ()) if says(entry["example"], phrase)]


def test_no_word_names_two_commodities() -> None:
    listed = load("commodities")["commodity"]
    aliases = [alias.lower() for entry in listed for alias in entry["aliases"]]
    letters = [mark for entry in listed for mark in (*entry.get("letters", ()), *written(entry))]
    assert len(aliases) == len(set(aliases))
    assert len(letters) == len(set(letters))
    assert not [phrase for entry in listed for phrase in entry.get("exclude", ()) if phrase in aliases]


def test_names_stay_as_records_have_them() -> None:
    names = {entry["name"] for entry in load("commodities")["commodity"]}
    assert set(CRITICAL.split()) <= names
    assert {"rare earths", "iron ore", "natural gas", "critical minerals", "platinum group metals", "sulfur"} <= names
    assert not {"aluminum", "cesium", "sulphur", "lng", "crude", "petrol"} & names


@pytest.mark.parametrize(
    ("word", "name"),
    [
        *(("TREO", "rare earths"), ("LNG", "natural gas"), ("WTI", "oil"), ("LCE", "lithium"), ("SC6", "lithium")),
        *(("APT", "tungsten"), ("MHP", "nickel"), ("SOP", "potash"), ("HCC", "coal"), ("PGM", "platinum group metals")),
    ],
)
def test_letters(word: str, name: str) -> None:
    assert [entry["name"] for entry in load("commodities")["commodity"] if word in entry.get("letters", ())] == [name]


@pytest.mark.parametrize(
    ("word", "name"),
    [
        *(("spodumene", "lithium"), ("SC6", "lithium"), ("APT", "tungsten"), ("NdPr", "rare earths"), ("MHP", "nickel")),
        *(("NPI", "nickel"), ("4E", "platinum group metals"), ("6E", "platinum group metals"), ("doré", "gold")),
        *(("HCC", "coal"), ("PCI", "coal"), ("MOP", "potash"), ("SOP", "potash"), ("yellowcake", "uranium")),
        *(("gasoil", "gasoil"), ("mazut", "fuel oil")),
    ],
)
def test_what_is_mostly_forgotten(word: str, name: str) -> None:
    named = [
        entry["name"]
        for entry in load("commodities")["commodity"]
        if word in (*entry["aliases"], *entry.get("letters", ()), *written(entry))
    ]
    assert named == [name]


@pytest.mark.parametrize("entry", entries("commodities", "goods", "name"))
def test_goods(entry: dict[str, Any]) -> None:
    aliases = {alias for commodity in load("commodities")["commodity"] for alias in commodity["aliases"]}
    assert any(says(entry["example"], word) for word in entry["aliases"])
    assert not aliases & set(entry["aliases"])


@pytest.mark.parametrize("entry", entries("commodities", "ambiguous", "word"))
def test_ambiguous(entry: dict[str, Any]) -> None:
    assert says(entry["example"], entry["word"])
    assert any(says(entry["example"], near) for near in entry["near"])


@pytest.mark.parametrize("entry", entries("countries", "country", "iso2"))
def test_country(entry: dict[str, Any]) -> None:
    assert re.fullmatch("[A-Z]{2}", entry["iso2"])
    assert is_currency(entry["currency"])
    assert says(entry["example"], entry["name"], case=True)


@pytest.mark.parametrize("entry", entries("countries", "bloc", "name"))
def test_bloc(entry: dict[str, Any]) -> None:
    known = {country["iso2"] for country in load("countries")["country"]}
    assert set(entry["members"]) <= known
    assert is_currency(entry.get("currency", "USD"))
    assert entry["name"] in entry["example"]


def test_country_names_are_told_apart() -> None:
    listed = load("countries")["country"]
    names = [name for entry in listed for name in {entry["name"], *entry.get("names", ()), *entry.get("demonyms", ())}]
    assert len(listed) >= 193
    assert sorted({name for name in names if names.count(name) > 1}) == []
