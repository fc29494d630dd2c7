"""Reasons are told by reading the text again: with the same settings and day, once for all claims, and without keeping the text's sentences."""

from __future__ import annotations

import gc
import pickle
from datetime import date

import attrs
import pytest

from mineralclaims import Extractor, extract_claims
from mineralclaims.claims.document import Document
from mineralclaims.claims.reading import Reading

TEXT = (
    "Copper output at the Orla mine fell 4% last year. The owner paid $30 million for a 12% stake in the smelter.\n\n"
    "It sold 900 tons of ore, worth $2.5 million."
)
LONG = " ".join(
    f"Mine number {number} produced {number + 3},000 tonnes of zinc in 2021, the ministry said." for number in range(400)
)


@pytest.mark.parametrize(
    ("extractor", "published", "field", "words"),
    [
        (Extractor(), date(2021, 3, 1), "date", "date = 2020"),
        (Extractor(country="CA"), None, "unit", "CAD: by the setting of the extractor"),
        (Extractor(country="AU"), None, "unit", "AUD: by the setting of the extractor"),
        (Extractor(ton="short"), None, "unit", "converts as short"),
    ],
)
def test_reasons_know_the_settings_and_the_day(extractor: Extractor, published: date | None, field: str, words: str) -> None:
    told = [
        str(reason) for claim in extractor.extract(TEXT, published=published) for reason in claim.explain() if reason.field == field
    ]
    assert any(words in reason for reason in told), told


def test_reasons_belong_to_their_claim() -> None:
    claims = extract_claims(LONG)
    assert len(claims) == 400
    for claim in claims[::57]:
        type_reason, subject = claim.explain().of("type"), claim.explain().of("subject")
        assert type_reason is not None
        assert type_reason.value == "production"
        assert subject is not None
        assert claim.subject is not None
        assert subject.value == claim.subject.text


def test_a_text_is_read_again_once_for_all_reasons(monkeypatch: pytest.MonkeyPatch) -> None:
    claims = extract_claims(TEXT)
    read: list[int] = []
    original = Reading.__init__

    def counted(self: Reading, document: Document, number: int) -> None:
        read.append(number)
        original(self, document, number)

    monkeypatch.setattr(Reading, "__init__", counted)
    told = [claim.explain() for claim in claims]
    once = len(read)
    assert once >= 3
    assert [claim.explain() for claim in claims] == told
    assert len(read) == once


def test_reasons_survive_a_change_of_the_claim_and_pickling() -> None:
    claim = extract_claims(TEXT)[0]
    changed = attrs.evolve(claim, commodity=None)
    assert changed.explain() == claim.explain() == pickle.loads(pickle.dumps(claim)).explain()  # noqa: S301 - our own


def test_claims_keep_few_objects_alive() -> None:
    extract_claims(TEXT)
    gc.collect()
    before = len(gc.get_objects())
    claims = extract_claims(LONG)
    gc.collect()
    assert (len(gc.get_objects()) - before) / len(claims) < 15


def test_a_long_text_keeps_few_sentences_read(monkeypatch: pytest.MonkeyPatch) -> None:
    most = 0
    original = Document.reading

    def counted(self: Document, number: int) -> Reading:
        nonlocal most
        most = max(most, len(self._readings))
        return original(self, number)

    monkeypatch.setattr(Document, "reading", counted)
    assert len(extract_claims(LONG)) == 400
    assert 2 < most < 60
