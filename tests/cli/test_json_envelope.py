"""JSON for other programs can be parsed whatever the terminal's encoding is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from reportkit.cli.output.json_envelope import json_bytes

PROJECT = Path(__file__).parents[2]


def test_a_value_is_written_over_several_lines_in_utf_8() -> None:
    assert json_bytes({"format": 1, "name": "Löhne"}) == '{\n  "format": 1,\n  "name": "Löhne"\n}'.encode()


def test_a_decimal_is_a_number_with_all_its_digits() -> None:
    assert json_bytes([Decimal("97.10")]) == b"[\n  97.10\n]"


@pytest.mark.parametrize("encoding", ["ascii", "cp1252", "utf-16"])
def test_stdout_s_encoding_does_not_change_it(encoding: str) -> None:
    command = [sys.executable, "-m", "reportkit", "timetable", "harrowmere-homes", "--json"]
    plain = {name: value for name, value in os.environ.items() if name != "PYTHONUTF8"}
    environment = plain | {"PYTHONIOENCODING": encoding}
    answer = subprocess.run(command, capture_output=True, check=True, cwd=PROJECT, env=environment)
    assert "the team’s arrival" in json.dumps(json.loads(answer.stdout), ensure_ascii=False)
