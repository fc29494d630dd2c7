"""What all tests share: where the project stands, and Hypothesis settings without a clock."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("default", deadline=None, max_examples=60, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("default")

ROOT = Path(__file__).parent.parent


BY_HAND = frozenset({"browser", "engines", "notebooks"})
"""Folders of tests that need more than Python and take longer: ``python -m pytest tests/browser``."""


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the tests that are run by hand out unless they are asked for."""
    by_hand = collection_path.parent == ROOT / "tests" and collection_path.name in BY_HAND
    return True if by_hand and not any(collection_path.name in argument for argument in config.args) else None


@pytest.fixture(scope="session")
def root() -> Path:
    """Return the folder of the project."""
    return ROOT


@pytest.fixture(scope="session")
def article(root: Path) -> str:
    """Return the article of the examples."""
    return (root / "examples" / "article.txt").read_text(encoding="utf-8")
