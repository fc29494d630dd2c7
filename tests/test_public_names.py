"""The names that users may rely on, and what importing them costs."""

from __future__ import annotations

import subprocess
import sys
from importlib import import_module, metadata

import pytest

import mineralclaims

NAMES = {
    "mineralclaims": {
        "BasisError",
        "Claim",
        "Claims",
        "CurrencyError",
        "DateError",
        "Extractor",
        "InterchangeError",
        "Mention",
        "MineralClaimsError",
        "MissingRateError",
        "Modality",
        "MonetaryValue",
        "OreGrade",
        "OwnershipStake",
        "PartialDate",
        "ProductionVolume",
        "Quantity",
        "QuantityMention",
        "ReattachError",
        "RecordError",
        "RelativeChange",
        "ReserveEstimate",
        "SettingError",
        "ShareOfTotal",
        "Span",
        "TariffRate",
        "UnitError",
        "UnknownCurrencyError",
        "UnknownUnitError",
        "VocabularyError",
        "__version__",
        "extract_claims",
        "find_quantities",
        "why_not",
    },
    "mineralclaims.units": {"Compound", "Unit", "all_units", "compound", "convert", "convert_basis", "parse_unit", "unit"},
    "mineralclaims.currencies": {
        *("Context", "Conversion", "Currency", "EcbRates", "FixedEuroRates", "Mark", "Money", "RateTable", "Rates"),
        *("Resolution", "all_currencies", "by_country", "currency", "default_code", "is_currency", "minor_ratio"),
        *("parse_money", "prefix_marks", "resolve", "suffix_words"),
    },
    "mineralclaims.arrow": {
        "SCHEMA_VERSION",
        "batch_schema",
        "claim_schema",
        "extract_batches",
        "extract_table",
        "read_records",
        "spark_ddl",
    },
    "mineralclaims.interchange": {
        "RECORD_VERSION",
        "reattach",
        "record_schema",
        "to_json",
        "to_mineral_inventory",
        "to_schema_org",
        "to_web_annotations",
    },
}

# After import nothing may be loaded that is slow, and nothing may have been read but modules.
IMPORT = """
import sys

opened = []


def hook(event, args):
    if event == "open" and isinstance(args[0], str) and not args[0].endswith((".py", ".pyc", ".so", ".pyd", ".cfg")):
        opened.append(args[0])


import re, json, csv, html, decimal, tomllib, datetime, importlib.resources, attrs, regex
sys.addaudithook(hook)
import mineralclaims

slow = {"quantulum3", "dateparser", "pandas", "pyarrow", "click", "rich", "numpy", "polars", "spacy", "tqdm", "multiprocessing"} & set(sys.modules)
assert not slow, slow
assert not [path for path in opened if "mineralclaims" in path and "__pycache__" not in path], opened
"""


@pytest.mark.parametrize("module", NAMES)
def test_public_names(module: str) -> None:
    imported = import_module(module)
    assert set(imported.__all__) == NAMES[module]
    assert list(imported.__all__) == sorted(imported.__all__)
    assert all(hasattr(imported, name) for name in imported.__all__)


def test_public_names_come_when_asked_for() -> None:
    code = (
        "import sys; from mineralclaims import units, currencies; assert 'mineralclaims._pipeline' not in sys.modules;"
        "import mineralclaims; assert 'extract_claims' in dir(mineralclaims); from mineralclaims import *; print(Span(1, 2).end)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.stdout.strip(), done.stderr) == ("2", "")
    with pytest.raises(AttributeError, match="module 'mineralclaims' has no attribute 'extract_claim'"):
        mineralclaims.extract_claim  # type: ignore[attr-defined]  # noqa: B018


def test_public_classes_say_where_they_are_public() -> None:
    assert mineralclaims.Quantity.__doc__
    assert mineralclaims.extract_claims.__doc__


def test_the_version_is_the_package_s() -> None:
    try:
        installed = metadata.version("mineralclaims")
    except metadata.PackageNotFoundError:
        pytest.skip("run from the sources, not installed")
    assert installed == mineralclaims.__version__


def test_every_error_is_one_of_ours() -> None:
    errors = [getattr(mineralclaims, name) for name in mineralclaims.__all__ if name.endswith("Error")]
    assert all(issubclass(error, mineralclaims.MineralClaimsError) for error in errors)


def test_import_is_cheap_and_silent() -> None:
    done = subprocess.run([sys.executable, "-W", "error", "-c", IMPORT], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
