"""Fixtures for every room's tests."""

from __future__ import annotations

import importlib.util
from pathlib import Path

import pytest


@pytest.fixture(scope="session")
def package_problems():
    """`package_problems(blob)` lists what is wrong with a .docx, in words; see tests/word/package_checks.py."""
    path = Path(__file__).parent / "word" / "package_checks.py"
    spec = importlib.util.spec_from_file_location("tests_word_package_checks", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.problems_in
