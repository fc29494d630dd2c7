"""Claims for other programs: JSON Schema, Web Annotation, schema.org, MinMod."""

from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import Any

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from building import CLAIMS, MONEY, NONE, PRODUCTION, RESERVE, STAKE, TEXT
from mineralclaims import (
    Claim,
    Claims,
    Extractor,
    InterchangeError,
    MineralClaimsError,
    Modality,
    OreGrade,
    ReattachError,
    RecordError,
    extract_claims,
    find_quantities,
)
from mineralclaims.interchange import reattach, record_schema, to_json, to_mineral_inventory, to_schema_org, to_web_annotations
from mineralclaims.lexicons.loader import load
from mineralclaims.mentions.commodities import names
from mineralclaims.output.json_lines import loads
from mineralclaims.output.records import RECORD_KEYS
from rows import HERE, passages, toml_rows

SOURCE = "https://news.example/a"
EDITED = (
    "Halden owns 40% of the Sable mine, the ministry said. Zinc prices rose 5% to $2,450 a tonne, and Orla owns 40% of Sable Two."
)


def claims_of(row: dict[str, Any]) -> list[Claim]:
    """Return the claims of a row's text that have its quotes."""
    claims = {claim.text: claim for claim in reversed(extract_claims(row["text"]))}
    return [claims[quote] for quote in row["claims"]]


def test_the_published_json_schema_is_up_to_date(root: Path) -> None:
    published = (root / "docs" / "record.schema.json").read_text(encoding="utf-8")
    assert json.loads(published) == record_schema(), "run: python tools/write_schema.py"
    assert list(record_schema()["properties"]) == list(RECORD_KEYS)


def test_the_json_schema_is_one_and_all_records_fit_it() -> None:
    jsonschema = pytest.importorskip("jsonschema")
    jsonschema.Draft202012Validator.check_schema(record_schema())
    validator = jsonschema.Draft202012Validator(record_schema())
    texts = [TEXT, *(str(row["text"]) for row in passages()[::40])]
    records = [record for text in texts for record in json.loads(extract_claims(text).to_json())]
    assert len(records) > 100
    for record in [*records, *json.loads(CLAIMS.to_json())]:
        validator.validate(record)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("type", "price"),
        ("start", -1),
        ("start", 2.5),
        ("text", ""),
        ("low", "5"),
        ("unit", None),
        ("approximate", None),
        ("aspect", "equity"),
        ("subject_span", [1]),
        ("sentence_span", None),
        ("modality", "maybe"),
        ("date", "last year"),
        ("date", "2024-Q5"),
        ("ton_kind", "heavy"),
    ],
)
def test_what_is_no_record_does_not_fit_the_json_schema(key: str, value: object) -> None:
    jsonschema = pytest.importorskip("jsonschema")
    record = json.loads(to_json(MONEY.to_dict()))
    validator = jsonschema.Draft202012Validator(record_schema())
    assert validator.is_valid(record)
    assert not validator.is_valid({**record, key: value})
    assert not validator.is_valid({other: record[other] for other in record if other != key})
    assert not validator.is_valid({**record, "low": None, "high": None})


def test_annotations_have_what_the_standard_wants() -> None:
    found = to_web_annotations(CLAIMS, source=SOURCE)
    assert len({annotation["id"] for annotation in found}) == len(CLAIMS)
    assert found == to_web_annotations(CLAIMS, source=SOURCE)
    first = found[0]
    assert (first["@context"], first["type"]) == ("http://www.w3.org/ns/anno.jsonld", "Annotation")
    assert first["target"] == {
        "source": SOURCE,
        "selector": [
            {"type": "TextPositionSelector", "start": 23, "end": 41},
            {
                "type": "TextQuoteSelector",
                "exact": "28.70 million tons",
                "prefix": "Kola Ridge holds about ",
                "suffix": " of ore, the ministry said. Acme",
            },
        ],
    }
    assert loads(first["body"][1]["value"]) == RESERVE.to_dict()
    assert to_web_annotations(NONE, source=SOURCE) == []


@pytest.mark.parametrize("before", ["", "A new first line.\n\n"])
def test_claims_are_found_again_where_they_have_moved(before: str) -> None:
    for row in passages()[::60]:
        claims = extract_claims(str(row["text"]))
        for claim, annotation in zip(claims, to_web_annotations(claims, source=SOURCE), strict=True):
            found = reattach(json.loads(to_json(annotation)), before + claims.text)
            moved = [part and attrs.evolve(part, span=part.span.shifted(len(before))) for _, part in claim.parts()]
            expected = attrs.evolve(claim, span=claim.span.shifted(len(before)), sentence=claim.sentence.shifted(len(before)))
            assert found == attrs.evolve(expected, subject=moved[0], object=moved[1], attribution=moved[2])


@pytest.mark.parametrize("row", toml_rows(HERE / "interchange" / "reattach.toml", "case"))
def test_edited_texts(row: dict[str, Any]) -> None:
    claims = extract_claims(row["text"])
    place = [claim.text for claim in claims].index(row["quote"])
    annotation = to_web_annotations(claims, source=SOURCE)[place]
    if "lost" in row:
        with pytest.raises(ReattachError, match=row["lost"]) as lost:
            reattach(annotation, row["now"])
        assert isinstance(lost.value, MineralClaimsError)
        return
    found = reattach(annotation, row["now"])
    assert row["now"][found.span.start :].startswith(row["found"])
    assert found.text == found.span.of(row["now"])
    assert [part.text for _, part in found.parts() if part] == row.get("parts", [part.text for _, part in found.parts() if part])
    assert all(part is None or part.span.of(row["now"]) == part.text for _, part in found.parts())
    assert found.quantity == claims[place].quantity


def test_money_that_a_setting_has_settled_is_found_again() -> None:
    claims = Extractor(country="AU").extract("Halden paid $5 million for the Sable mine.")
    (annotation,) = to_web_annotations(claims, source=SOURCE)
    found = reattach(annotation, "On Monday Halden paid $5 million for the Sable mine.")
    assert (found.quantity.unit, found.span.start) == ("AUD", 22)
    with pytest.raises(ReattachError, match="not as 5,000,000 AUD"):
        reattach(annotation, "Halden paid A$5 million for the Sable mine.")


@given(
    st.integers(0, len(EDITED)),
    st.integers(0, 40),
    st.text(max_size=12) | st.sampled_from(["Halden ", "40% ", "up to ", ".5", "\n\n", EDITED]),
)
def test_whatever_is_edited_a_claim_is_found_whole_or_not_at_all(at: int, deleted: int, inserted: str) -> None:
    now = EDITED[:at] + inserted + EDITED[at + deleted :]
    claims = extract_claims(EDITED)
    for claim, annotation in zip(claims, to_web_annotations(claims, source=SOURCE), strict=True):
        try:
            found = reattach(annotation, now)
        except ReattachError:
            assert now != EDITED
            continue
        assert Claims.from_dicts([found.to_dict()], now) == Claims((found,), now)
        assert (found.text.split(), found.quantity) == (claim.text.split(), claim.quantity)
        assert [part and part.text.split() for _, part in found.parts()] == [
            part and part.text.split() for _, part in claim.parts()
        ]
        assert found.span in {mention.span for mention in find_quantities(now)}


@pytest.mark.parametrize("wrong", [{}, {"target": {"selector": []}, "body": []}, {"target": None}, []])
def test_what_is_no_annotation_is_refused(wrong: Any) -> None:
    with pytest.raises(RecordError, match="no annotation"):
        reattach(wrong, TEXT)


def test_schema_org_has_values_and_their_units() -> None:
    reserve, stake, money, production = (to_schema_org(claim, source=SOURCE) for claim in CLAIMS)
    assert (reserve["@context"], reserve["@type"], reserve["creditText"]) == ("https://schema.org", "Claim", "the ministry")
    assert reserve["mainEntity"] == {
        "@type": "QuantitativeValue",
        "value": Decimal(28700000),
        "unitText": "t",
        "unitCode": "TNE",
        "additionalProperty": [{"@type": "PropertyValue", "name": "approximate", "value": True}],
        "name": "reserve, reserves",
    }
    assert stake["mainEntity"]["maxValue"] == 50
    assert not {"value", "minValue"} & set(stake["mainEntity"])
    assert (money["mainEntity"]["currency"], money["mainEntity"]["value"]["value"]) == ("USD", Decimal("2634.50"))
    assert production["temporalCoverage"] == "2024-07-01/2024-09-30"
    assert production["mainEntity"]["minValue"] == Decimal(3800000)
    assert "unitCode" not in production["mainEntity"], "the code of t is not that of t per year"
    assert '"value": 2634.50' in to_json(money)
    assert "appearance" not in to_schema_org(STAKE)


@pytest.mark.parametrize("row", toml_rows(HERE / "interchange" / "minmod.toml", "fits"))
def test_ore_and_grades_fit_an_inventory(row: dict[str, Any]) -> None:
    found = to_mineral_inventory(*claims_of(row), document=SOURCE)

    def qid(entity: dict[str, Any]) -> str:
        return str(entity["normalized_uri"]).removeprefix("https://minmod.isi.edu/resource/")

    said: dict[str, Any] = {
        "commodity": qid(found["commodity"]),
        "category": [qid(entity) for entity in found.get("category", [])],
        **{key: f"{found[key]['value']:f} {qid(found[key]['unit'])}" for key in ("ore", "grade") if key in found},
    }
    if "material_form" in found:
        said["form"] = qid(found["material_form"])
    expected = {key: value for key, value in row.items() if key not in {"text", "claims", "comment"}}
    assert said == {"category": [], **expected}
    assert found["reference"]["document"] == {"uri": SOURCE}
    assert all(words in found["reference"]["comment"] for words in row.get("comment", []))


@pytest.mark.parametrize("row", toml_rows(HERE / "interchange" / "minmod.toml", "refused"))
def test_what_does_not_fit_an_inventory_is_refused(row: dict[str, Any]) -> None:
    with pytest.raises(InterchangeError, match=row["error"]):
        to_mineral_inventory(*claims_of(row), document=SOURCE)


@pytest.mark.parametrize(
    ("changed", "error"),
    [
        ({"modality": Modality.PROPOSED}, "is proposed"),
        ({"modality": Modality.REJECTED}, "is rejected"),
        ({"basis": None}, "does not say what it counts"),
        ({"basis": "contained"}, "counts contained"),
        ({"commodity": None}, "no claim has a commodity"),
        ({"commodity": "copper; gold"}, "no commodity for 'copper; gold'"),
        ({"commodity": "steel"}, "no commodity for 'steel'"),
        ({"category": "2P"}, "no category for '2P'"),
        ({"date": PRODUCTION.date}, "the date is 2024-Q3"),
        ({"quantity": attrs.evolve(RESERVE.quantity, unit="lb")}, "no unit of ore for 'lb'"),
        ({"quantity": attrs.evolve(RESERVE.quantity, per="year")}, "is a rate"),
    ],
)
def test_each_field_that_does_not_fit_is_named(changed: dict[str, Any], error: str) -> None:
    copper = attrs.evolve(RESERVE, commodity="copper", category="measured+indicated")
    assert to_mineral_inventory(copper, document=SOURCE)["ore"]["value"] == 28700000
    with pytest.raises(InterchangeError, match=error):
        to_mineral_inventory(attrs.evolve(copper, **changed), document=SOURCE)


def test_a_grade_of_concentrate_is_none_of_ore() -> None:
    grade = OreGrade(
        span=MONEY.span,
        text=MONEY.text,
        sentence=MONEY.sentence,
        quantity=attrs.evolve(MONEY.quantity, unit="%"),
        basis="concentrate",
    )
    with pytest.raises(InterchangeError, match="is of concentrate"):
        to_mineral_inventory(grade, document=SOURCE)


def test_every_minmod_entry_is_of_a_name_of_ours() -> None:
    tables = load("minmod")
    assert all(key in tables[table] for table, key in tables["example"].items())
    assert set(tables["commodity"]) <= set(names().entries)
    assert {key.partition(" ")[0] for table in ("equivalent", "form") for key in tables[table]} <= set(names().entries)
    ids = [value for table in ("ore", "grade", "equivalent", "form") for value in tables[table].values()]
    assert len(ids) == len(set(ids))
    assert tables["ore"]["short_ton"] != tables["ore"]["t"]
