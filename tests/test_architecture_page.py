"""docs/architecture.md is held true: its picture, the ways of its commands, and its script."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType
from typing import NamedTuple

import pytest

import reportkit
from tests.cli.conftest import Outcome
from tests.cli.moderate.conftest import SLUG, Office, begun, in_moderation, met
from tests.cli.notify.conftest import DAY, decided, office
from tools.rooms_picture import BEGIN, drawn_into, picture, without_detours

__all__ = ["begun", "decided", "in_moderation", "met", "office"]  # fixtures

PACKAGE = Path(reportkit.__file__).parent
PAGE = (PACKAGE.parent / "docs" / "architecture.md").read_text(encoding="utf-8")


class Entered:
    """The files of the package whose functions were called, in the order of their first call. Imports do not count."""

    def __init__(self) -> None:
        self._names: dict[str, None] = {}
        self._importing = 0

    def __call__(self, frame: FrameType, event: str, _: object) -> None:
        """Take one call or return from `sys.setprofile`."""
        if event in ("call", "return") and frame.f_code.co_name == "<module>":
            self._importing += 1 if event == "call" else -1
        elif event == "call" and not self._importing:
            self._names.setdefault(frame.f_code.co_filename)

    @property
    def files(self) -> list[str]:
        """The files, from the package's folder."""
        paths = map(Path, self._names)
        return [path.relative_to(PACKAGE).as_posix() for path in paths if path.is_relative_to(PACKAGE)]


def files_entered(command: Callable[[], Outcome]) -> list[str]:
    entered, before = Entered(), sys.getprofile()
    sys.setprofile(entered)
    try:
        outcome = command()
    finally:
        sys.setprofile(before)
    assert outcome.code == 0, outcome.err
    return entered.files


class Way(NamedTuple):
    """What the page says of a command: its main files in order, and how many files it enters at most."""

    stations: list[str]
    at_most: int


def way_of(command: str) -> Way:
    section = PAGE.partition(f"## The way of `{command}`\n")[2].partition("\n## ")[0]
    stations = re.findall(r"^\| `(\S+\.py)` \|", section, re.MULTILINE)
    most = re.search(r"at most (\d+) files", section, re.IGNORECASE)
    assert len(stations) > 10
    assert most
    return Way(stations, int(most[1]))


def assert_goes(entered: list[str], way: Way) -> None:
    """The files of the page come in its order among those that were entered, and those are not too many."""
    assert [name for name in entered if name in way.stations] == way.stations
    assert len(entered) <= way.at_most


def test_a_draft_goes_the_way_that_the_page_says(met: Office) -> None:
    types = met.at("ros")
    assert_goes(files_entered(lambda: types("draft", SLUG)), way_of("draft"))


def test_a_sign_off_goes_the_way_that_the_page_says(met: Office) -> None:
    types = met.at("ann")
    entered = files_entered(lambda: types("moderate", "sign-off", SLUG, "--today", "2004-06-15"))
    assert_goes(entered, way_of("moderate sign-off"))


def test_letters_go_the_way_that_the_page_says(office: Office) -> None:
    types = office.at("gus")
    assert_goes(files_entered(lambda: types("notify", SLUG, "--today", DAY)), way_of("notify"))


def test_the_script_of_at_most_ten_lines_drafts_checks_and_signs(met: Office) -> None:
    script = PAGE.partition("```python\n")[2].partition("```")[0]
    assert 0 < len([line for line in script.splitlines() if line]) <= 10
    met.at("ann")  # Git's user from here on
    found = os.environ | {"PYTHONPATH": str(PACKAGE.parent)}
    subprocess.run([sys.executable, "-c", script], cwd=met.root, env=found, check=True)
    assert '"person":"ann"' in met.newest("sign-off").read_text(encoding="utf-8")
    assert (met.root / "draft.docx").read_bytes().startswith(b"PK")


def test_the_picture_is_drawn_from_the_imports_of_today() -> None:
    assert BEGIN in PAGE
    assert drawn_into(PAGE, PACKAGE) == PAGE, "run `python tools/rooms_picture.py`"


def test_the_picture_leaves_out_an_import_that_a_longer_way_shows() -> None:
    rooms = {"cli": {"actions", "files"}, "actions": {"files"}, "files": set[str]()}
    assert without_detours(rooms) == {"cli": {"actions"}, "actions": {"files"}, "files": set()}


@pytest.mark.parametrize("line", ["cli --> actions", "    mail"])
def test_the_picture_shows_each_import_and_each_room_without_one(line: str, tmp_path: Path) -> None:
    for name, text in {"cli/main.py": "from reportkit.actions.x import y", "actions/x.py": "", "mail/z.py": ""}.items():
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert line in picture(tmp_path)
