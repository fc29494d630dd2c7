"""The component in a spaCy pipeline."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from mineralclaims import Claims, SettingError, extract_claims

spacy = pytest.importorskip("spacy")

from spacy.tokens import Doc, DocBin  # noqa: E402 - after the check that there is one

TEXT = "Halden owns 40% of the Sable mine. Zinc prices rose 5%, and Brazil put a 25% tariff on imported steel."
DATED = "Output at the Orla mine fell 3% last year."


@pytest.fixture
def nlp() -> Any:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("mineralclaims")
    return pipeline


def test_spans_stand_where_the_claims_do(nlp: Any) -> None:
    doc, claims = nlp(TEXT), extract_claims(TEXT)
    assert [(span.text, span.label_) for span in doc.spans["claims"]] == [("40%", "stake"), ("5%", "change"), ("25%", "tariff")]
    assert doc._.claims == claims
    assert [span._.claim for span in doc.spans["claims"]] == list(claims)


def test_a_span_of_anything_else_has_no_claim(nlp: Any) -> None:
    doc = nlp(TEXT)
    assert doc[0:2]._.claim is None
    assert nlp("Nothing of note.")._.claims == Claims((), "Nothing of note.")
    assert spacy.blank("en")(TEXT)._.claims == Claims((), TEXT)


def test_a_claim_within_a_token_gets_the_whole_token(nlp: Any) -> None:
    text = "Output rose 5%/yr."
    doc = Doc(nlp.vocab, words=["Output", "rose", "5%/yr."], spaces=[True, True, False])
    (span,) = nlp(doc).spans["claims"]
    assert (span.text, span._.claim) == ("5%/yr.", extract_claims(text)[0])


def test_the_day_of_publication_is_set_on_the_document(nlp: Any) -> None:
    for day in ("2025-03-31", date(2025, 3, 31)):
        doc = nlp.make_doc(DATED)
        doc._.published = day
        assert nlp(doc)._.claims == extract_claims(DATED, published=date(2025, 3, 31))
    assert nlp(DATED)._.claims[0].date is None


def test_documents_keep_their_claims_on_disk_and_between_processes(nlp: Any) -> None:
    docs = list(nlp.pipe([TEXT, DATED], n_process=2))
    stored = DocBin(store_user_data=True, docs=docs).to_bytes()
    for doc in (*docs, *DocBin().from_bytes(stored).get_docs(nlp.vocab)):
        assert doc._.claims == extract_claims(doc.text)
        assert [span._.claim for span in doc.spans["claims"]] == list(extract_claims(doc.text))


def test_settings_come_from_the_configuration(tmp_path: Any) -> None:
    pipeline = spacy.blank("en")
    pipeline.add_pipe("mineralclaims", config={"types": ["tariff"], "spans_key": "duties"})
    pipeline.to_disk(tmp_path)
    doc = spacy.load(tmp_path)(TEXT)
    assert [span.text for span in doc.spans["duties"]] == ["25%"]
    with pytest.raises(SettingError, match="rock"):
        spacy.blank("en").add_pipe("mineralclaims", config={"types": ["rock"]})
