"""What the Word room's tests share: a document that uses everything, and the house file."""

from __future__ import annotations

import importlib.util
from pathlib import Path
from types import ModuleType

import pytest

HERE = Path(__file__).parent


def load(name: str) -> ModuleType:
    """A helper beside the tests; with importlib mode there is no package to import it from."""
    spec = importlib.util.spec_from_file_location(f"tests_word_{name}", HERE / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def sample():
    return load("sample").DOCUMENT


@pytest.fixture(scope="session")
def house():
    return HERE.parents[1].joinpath("templates", "house.docx").read_bytes()
