"""Tests that run the notebooks: ``python -m pytest tests/notebooks``."""
