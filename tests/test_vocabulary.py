"""Own vocabulary: what it matches, what it leaves alone, and how a wrong one is refused."""

from __future__ import annotations

import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mineralclaims import Claims, Extractor, VocabularyError, extract_claims, find_quantities
from mineralclaims.vocabulary import Entry, Vocabulary
from rows import HERE

FILE = HERE / "vocabulary.toml"
OWN = Extractor(vocabulary=FILE)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("The Kestrel North mine holds reserves of 2 Mt of zinc.", {"subject": "mine:7"}),
        ("KESTREL NORTH holds reserves of 2 Mt of zinc.", {"subject": "mine:7"}),
        ("Norden Metals' output of zinc rose to 500 tonnes.", {"subject": "company:nmx"}),
        ("Norden Metals Ltd's output of zinc rose to 500 tonnes.", {"subject": "company:nmx"}),
        ("NMX bought a 30% stake in Kestrel North.", {"subject": "company:nmx", "object": "mine:7"}),
        ("The Sable mine holds reserves of 4 Mt of zinc, according to the Geological Bureau.", {"attribution": "name:survey"}),
        ("The Sable mine holds reserves of 2 Mt of kestrelite.", {"commodity": "commodity:kestrelite"}),
        ("The Sable mine holds reserves of 2 Mt of white stone.", {"commodity": "commodity:kestrelite"}),
        ("The Sable mine holds reserves of 2 Mt of lithium.", {"commodity": "commodity:li"}),
        ("The Sable mine produced 400 drums of mercury.", {"unit": "unit:drum"}),
        # what only looks like an entry
        ("The North mine holds reserves of 2 Mt of zinc.", {}),
        ("nmx bought a 30% stake in Kestrel South.", {}),
        ("Norden Metals Bank bought a 30% stake in Sable.", {}),
        ("The Sable mine produced 400 tonnes of zinc to a drum beat.", {}),
        ("The Sable mine holds reserves of 2 Mt of white stones.", {}),
    ],
)
def test_claims_carry_the_ids_of_matched_entries(text: str, ids: dict[str, str]) -> None:
    (claim,) = OWN.extract(text)
    assert claim.ids == ids
    assert all(part.span.of(text) == part.text for _, part in claim.parts() if part is not None)


def test_a_name_that_is_cut_short_becomes_whole() -> None:
    text = "Lost Creek No. 2 Extension holds reserves of 2 Mt of zinc."
    (claim,) = OWN.extract(text)
    assert (str(claim.subject), claim.ids) == ("Lost Creek No. 2 Extension", {"subject": "mine:7"})


def test_own_units_are_given_in_the_unit_that_they_name() -> None:
    (claim,) = OWN.extract("The Sable mine produced about 4 to 6 drums of mercury a year.")
    assert (claim.text, claim.quantity.low, claim.quantity.high, claim.quantity.unit) == (
        "4 to 6 drums",
        Decimal(138),
        Decimal(207),
        "kg",
    )
    assert (claim.quantity.approximate, claim.quantity.per, claim.quantity.to("t").low) == (True, "year", Decimal("0.138"))


def test_own_commodities_are_canonical() -> None:
    claims = OWN.extract("Sable shipped 40 tonnes of white stone and battery metal. Output of Kestrelite was 9 tonnes.")
    assert [claim.commodity for claim in claims] == ["kestrelite; lithium", "kestrelite"]
    assert claims[0].ids == {"commodity": "commodity:kestrelite; commodity:li"}


def test_nothing_else_knows_of_it() -> None:
    text = "The Kestrel North mine produced 400 drums of kestrelite and holds reserves of 2 Mt of kestrelite."
    before = extract_claims(text)
    assert len(OWN.extract(text)) == 2
    assert extract_claims(text) == before
    assert [claim.commodity for claim in before] == [None]
    assert [mention.text for mention in find_quantities(text)] == ["2 Mt"]
    other = Vocabulary([Entry(id="x", kind="unit", name="drums", unit="bbl", times=Decimal(2))])
    assert [claim.quantity.unit for claim in Extractor(vocabulary=other).extract(text)][:1] == ["bbl"]
    assert OWN.extract(text)[0].quantity.unit == "kg"


PIECES = [
    "Kestrel North",
    "NMX",
    "drums",
    "400",
    "5",
    "to",
    "white stone",
    "rose 5%",
    "2 Mt of zinc",
    "holds reserves of",
    ".",
    ",",
    "KN",
    "'s",
]


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join) | st.text(max_size=50))
def test_spans_hold_and_records_read_back(text: str) -> None:
    claims = OWN.extract(text)
    assert Claims.from_dicts(claims.to_dicts(), text) == claims
    assert Claims.from_json(claims.to_json(), text) == claims


@given(st.text(max_size=60))
def test_an_empty_vocabulary_changes_nothing(text: str) -> None:
    assert Extractor(vocabulary=Vocabulary([])).extract(text) == extract_claims(text)


def test_extractors_and_vocabularies_are_equal_hashable_and_pickle() -> None:
    again = pickle.loads(pickle.dumps(OWN))  # noqa: S301 - just written
    assert again == OWN == Extractor(vocabulary=str(FILE))
    assert hash(again.vocabulary) == hash(OWN.vocabulary)
    assert (len(again.vocabulary), repr(again.vocabulary), next(iter(again.vocabulary)).id) == (6, "<Vocabulary 6>", "mine:7")
    text = "NMX produced 400 drums of kestrelite."
    assert again.extract(text) == OWN.extract(text)


ENTRY = {"id": "a", "kind": "mine", "name": "Sable"}
UNIT = {"id": "a", "kind": "unit", "name": "drum", "unit": "kg", "times": "2"}


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"id": ""}, "id is ''"),
        ({"id": 7}, "id is 7"),
        ({"kind": "mien"}, "kind is 'mien', but must be one of mine, company, name, commodity, unit"),
        ({"name": "--"}, "'--' is no name"),
        ({"name": "x" * 101}, "at most 100 characters and 10 words"),
        ({"name": 5}, "name and aliases are strings, not 5"),
        ({"aliases": "Sable"}, "aliases are a list of strings, not 'Sable'"),
        ({"aliases": [4]}, "not 4"),
        ({"unit": "kg"}, "unit and times belong to a unit, not to a mine"),
        (UNIT | {"unit": "furlong"}, "unit is 'furlong', but must be one of t, "),
        (UNIT | {"unit": "%"}, "unit is '%', but must be one of"),
        (UNIT | {"times": "two"}, "times is 'two', which is no number"),
        (UNIT | {"times": "NaN"}, "times is NaN, but must be how many kg one drum is"),
        (UNIT | {"times": "-1"}, "times is -1"),
        (UNIT | {"times": True}, "not True"),
        (UNIT | {"name": "tonne"}, "'tonne' is already a spelling of the unit t"),
    ],
)
def test_entries_that_are_none_are_refused(change: dict[str, Any], said: str) -> None:
    with pytest.raises(VocabularyError) as refused:
        Entry(**(ENTRY | change))
    assert said in str(refused.value)


@pytest.mark.parametrize(
    ("document", "said"),
    [
        ("entry = [", "not TOML: "),
        ("\xff", "not TOML: "),
        ("", "[[entry]] tables and nothing else, not nothing"),
        ("[mine]\nid = 'a'", "not mine"),
        ("entry = ['Sable']", "entry 1: not a table"),
        ("[[entry]]\nid = 'a'\nkind = 'mine'", "entry 'a': it lacks name"),
        (
            "[[entry]]\nid = 'a'\nkind = 'mine'\nname = 'S'\nalias = 'T'",
            "entry 'a': it has alias; accepted are id, kind, name, aliases,",
        ),
        ("[[entry]]\nid = 'a'\nkind = 'rock'\nname = 'S'", "entry 'a': kind is 'rock'"),
        ("[[entry]]\nid = 'a'\nkind = 'unit'\nname = 'S'\nunit = 'kg'\ntimes = nan", "entry 'a': times is NaN"),
        ("[[entry]]\nid = 'a'\nkind = 'mine'\nname = 'S'\n" * 2, "entry 'a': the id is there twice"),
        (
            "[[entry]]\nid = 'a'\nkind = 'mine'\nname = 'Sable'\n[[entry]]\nid = 'b'\nkind = 'company'\nname = 'sable'",
            "entry 'b': 'sable' is a spelling of 'a' too",
        ),
    ],
)
def test_a_wrong_file_is_refused_with_file_entry_and_reason(tmp_path: Path, document: str, said: str) -> None:
    path = tmp_path / "own.toml"
    path.write_bytes(document.encode("latin-1"))
    with pytest.raises(VocabularyError) as refused:
        Extractor(vocabulary=path)
    assert str(refused.value).startswith(f"{path}: ")
    assert said in str(refused.value)


def test_numbers_of_a_file_stay_exact(tmp_path: Path) -> None:
    path = tmp_path / "own.toml"
    path.write_text("[[entry]]\nid = 'a'\nkind = 'unit'\nname = 'drum'\nunit = 'kg'\ntimes = 0.1", encoding="utf-8")
    assert Vocabulary.from_toml(path).entries[0].times == Decimal("0.1")


@pytest.mark.parametrize("wrong", [5, ["Sable"], {"id": "a"}])
def test_other_things_are_no_vocabulary(wrong: Any) -> None:
    with pytest.raises(TypeError, match="vocabulary is a Vocabulary"):
        Extractor(vocabulary=wrong)
    with pytest.raises((TypeError, VocabularyError)):
        Vocabulary(wrong)
    with pytest.raises(FileNotFoundError):
        Extractor(vocabulary="no/such.toml")
