"""Which commands load python-docx, which takes as long as a small command does altogether."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

import reportkit as package
from tests.cli.house import House, make_keys

SCRIPT = "import sys; from reportkit.cli.main import run; code = run(sys.argv[1:]); print(code, 'docx' in sys.modules)"


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    keys = tmp_path_factory.mktemp("keys")
    make_keys(keys)
    made = House(tmp_path_factory.mktemp("record") / "house", keys)
    made.begin()
    made.moderate()
    made.git("config", "user.name", "Ann")
    made.git("config", "user.email", "ann@example.org")
    made.store.close()
    return made


@pytest.mark.parametrize(
    "words", ["--help", "status", "check elm", "moderate elm", "history elm", "comments elm", "verify", "people"]
)
def test_a_command_that_neither_reads_nor_writes_word_does_not_load_python_docx(house: House, words: str) -> None:
    home = str(Path(package.__file__).parents[1])
    # Without the coverage of child processes, which imports things of its own.
    plain = {name: value for name, value in os.environ.items() if not name.startswith("COV")}
    command = [sys.executable, "-c", SCRIPT, *words.split()]
    done = subprocess.run(
        command, cwd=house.root, env={**plain, "PYTHONPATH": home}, check=True, capture_output=True, text=True
    )
    assert done.stdout.splitlines()[-1] in {"0 False", "1 False"}, done.stderr
