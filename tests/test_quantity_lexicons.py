"""The word lists of quantities: every entry's example shows one of its words, and what it does."""

from __future__ import annotations

import pytest

from mineralclaims import find_quantities
from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.countries import names
from mineralclaims.mentions.hedges import qualifiers
from mineralclaims.mentions.money_places import cities, dollar_places
from mineralclaims.normalize.currencies import by_country

EFFECTS = {"low": (True, False, False), "high": (False, True, False), "about": (False, False, True)}
PHRASES = [(entry["effect"], phrase) for entry in load("qualifiers")["qualifier"] for phrase in entry["phrases"]]


@pytest.mark.parametrize(("effect", "phrase"), [one for one in PHRASES if one[0] != "none"])
def test_every_qualifier_has_its_effect(effect: str, phrase: str) -> None:
    text = f"costs will {phrase} 5 tonnes" if phrase == "top" else f"costs {phrase} 5 tonnes"
    start = text.index("5")
    found = qualifiers(text, start, len(text), len(text))
    assert found is not None
    assert (found.low_only, found.high_only, found.approximate) == EFFECTS[effect]


@pytest.mark.parametrize("phrase", [phrase for effect, phrase in PHRASES if effect == "none"])
def test_what_stands_between_has_none(phrase: str) -> None:
    text = f"costs {phrase} 5 tonnes"
    assert qualifiers(text, text.index("5"), len(text), len(text)) is None


def test_no_phrase_stands_twice() -> None:
    phrases = [phrase for _, phrase in PHRASES]
    assert len(phrases) == len(set(phrases))
    assert all(phrase == " ".join(phrase.lower().split()) for phrase in phrases)


@pytest.mark.parametrize("entry", load("qualifiers")["qualifier"], ids=lambda entry: str(entry["effect"]))
def test_every_effect_has_its_example(entry: dict[str, str]) -> None:
    assert any(f" {phrase} " in f" {entry['example']} " for phrase in entry["phrases"])


@pytest.mark.parametrize(("name", "entry"), load("quantity_words").items())
def test_every_list_has_an_example_of_its_words(name: str, entry: dict[str, str]) -> None:
    words = entry["words"].split()
    assert len(words) == len(set(words))
    example = entry["example"].replace(",", " ").replace("COP26", "COP 26")
    if name not in {"other_code", "strong_mark", "noun_before"}:
        assert words == [word.lower() for word in words]
        example = example.lower()
    else:
        example = f"{example} {example.lower()}"
    starts = tuple(words) if name.endswith("_stem") else ()
    assert any(word in words or (starts and word.startswith(starts)) for word in example.split()), name


@pytest.mark.parametrize("entry", load("money_places")["place"], ids=lambda entry: str(entry["country"]))
def test_every_place_is_of_a_country_with_a_dollar(entry: dict[str, str]) -> None:
    assert by_country("dollar", entry["country"]) is not None
    assert dollar_places(entry["example"]) == {entry["country"]: 1}
    assert not set(entry["names"]) & set(names())


@pytest.mark.parametrize("entry", load("money_places")["city"], ids=lambda entry: str(entry["country"]))
def test_every_city_is_found_with_its_country(entry: dict[str, str]) -> None:
    assert [country for _, _, country in cities(entry["example"])] == [entry["country"]]
    assert not set(entry["names"]) & set(names())


def test_the_examples_of_money_words() -> None:
    money = {name: find_quantities(load("quantity_words")[name]["example"]) for name in ("noun_before", "strong_mark")}
    assert all(found[0].kind == "money" for found in money.values())
    assert find_quantities(load("quantity_words")["english"]["example"]) == ()
    assert find_quantities(load("quantity_words")["other_code"]["example"]) == ()
