"""A repository that an earlier version recorded, three inspections from the first finding to publication, goes on.

The bundle was made with the version of commit 4173ed9: 70 records, some signed with SSH keys, in 76 versions.
"""

from __future__ import annotations

import json
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reportkit.cli.main import run

BUNDLE = Path(__file__).parent / "recorded" / "three-stories.bundle"
Types = Callable[..., tuple[int, str, str]]


@pytest.fixture
def types(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Types:
    """Type a command in a clone of the old repository, as its administrator."""
    root = tmp_path / "house"
    subprocess.run(["git", "clone", "-q", str(BUNDLE), str(root)], check=True)
    subprocess.run(["git", "-C", str(root), "remote", "remove", "origin"], check=True)
    settings = tmp_path / "gitconfig"
    settings.write_text("[user]\n\tname = Wynn Ashgrove\n\temail = w-ashgrove@example.org\n", encoding="utf-8")
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))

    def typed(*words: str) -> tuple[int, str, str]:
        capsys.readouterr()
        code = int(run(["-C", str(root), *words]))
        said = capsys.readouterr()
        return code, said.out, said.err

    return typed


def test_what_an_earlier_version_recorded_is_whole(types: Types) -> None:
    code, out, _ = types("verify")
    assert code == 0
    assert "The record is whole (70 records, 76 versions)." in out


def test_every_inspection_stands_where_it_stood(types: Types) -> None:
    code, out, _ = types("status", "--json", "--today", "2004-04-15")
    stages = {each["inspection"]: each["stage"] for each in json.loads(out)["inspections"]}
    assert code == 0
    assert {name for name, stage in stages.items() if stage == "published"} == {
        "ellerwick-2004",
        "harrowmere-homes",
        "saltbeck-homes",
    }


def test_the_sign_offs_hold_and_are_as_sure_as_they_were(types: Types) -> None:
    _, out, _ = types("moderate", "harrowmere-homes", "--json", "--today", "2004-04-15")
    told = json.loads(out)
    assert [each["sure"] for each in told["signed"]] == ["proven", "claimed", "claimed"]
    assert told["lapsed"] == []


def test_it_goes_on(types: Types) -> None:
    code, out, err = types("moderate", "progress", "harrowmere-homes", "cleaning", "--done", "--today", "2004-04-15")
    assert code == 0, err
    assert out.startswith("Recorded: Wynn Ashgrove (administrator)")
    code, out, _ = types("verify")
    assert (code, "The record is whole (71 records, 77 versions)." in out) == (0, True)
