"""`reportkit demo`: the first look."""

from __future__ import annotations

import io
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import docx
import pytest

from reportkit.cli.demo import _enter
from tests.cli.demo_run import ROOT, Shown, demo, git


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The first look."""
    return demo(tmp_path_factory)


@pytest.fixture
def own(first: Shown, tmp_path: Path) -> Path:
    """A copy of the first look's repository, to change."""
    return Path(shutil.copytree(first.copy, tmp_path / "demo"))


def typed(copy: Path, words: str) -> str:
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "VISUAL": "false"}
    command = [sys.executable, "-m", "reportkit", *words.split()]
    done = subprocess.run(command, cwd=copy, env=surroundings, capture_output=True, text=True, check=False)
    assert done.returncode == 0, f"{words}: {done.stderr}"
    return done.stdout


def proposed(out: str) -> list[str]:
    """Return the commands below "What to try next:", without their program's name."""
    lines = out.partition("What to try next:\n")[2].partition("\n\n")[0].splitlines()
    return [line.removeprefix("    reportkit ") for line in lines if line.startswith("    reportkit ")]


def test_a_first_look_fits_on_a_screen(first: Shown) -> None:
    assert len(first.out.splitlines()) <= 40


def test_each_example_becomes_a_word_file_in_the_copy(first: Shown) -> None:
    names = sorted(folder.name for folder in (ROOT / "inspections").iterdir())
    drafts = sorted((first.copy / "out").glob("*-draft.docx"))
    assert [draft.name for draft in drafts] == [f"{name}-draft.docx" for name in names]
    for draft in drafts:
        assert str(draft) in first.out
        assert len(docx.Document(io.BytesIO(draft.read_bytes())).paragraphs) > 20


def test_it_says_what_was_found_in_each_how_long_it_took_and_where_to_go(first: Shown) -> None:
    assert len(re.findall(r"^[a-z0-9-]+: \d+ findings?; .* warnings; in \d+\.\d s$", first.out, re.MULTILINE)) == 7
    assert f"\n    cd {first.copy}\n" in first.out


def test_everything_that_it_proposes_works(first: Shown, own: Path) -> None:
    commands = proposed(first.out)
    assert {"status", "moderate", "history", "verify", "draft", "check"} <= {words.split()[0] for words in commands}
    for words in commands:
        more = {"new": " --kind almo --authority Elm --almo Elm"}.get(words.split()[0], "")
        if not words.startswith("check "):  # of the thinnest example, to show what is missing: it ends with 1
            typed(own, words + more)
    typed(own, "draft first-homes")


def test_one_inspection_waits_for_its_readers_sign_off(own: Path) -> None:
    assert "reportkit moderate sign-off harrowmere-homes" in typed(own, "moderate")
    assert "3 of 3 sign-offs hold" in typed(own, "moderate sign-off harrowmere-homes")
    assert "signed off" in typed(own, "history harrowmere-homes")
    assert "The record is whole (" in typed(own, "verify")


def test_what_a_first_look_recorded_is_saved_and_nothing_else_is_left(first: Shown) -> None:
    assert git(first.copy, "log", "--format=%s").splitlines()[-1] == "The example inspections"
    assert git(first.copy, "status", "--porcelain") == ""
    assert [each.name for each in first.copy.parent.iterdir()] == ["demo"]


def test_where_the_shell_has_no_way_to_the_program_the_first_line_makes_one(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(sys, "prefix", str(tmp_path / "venv"))
    (activate, cd) = _enter(tmp_path).splitlines()
    assert "activate" in activate
    assert str(tmp_path / "venv") in activate
    assert cd == f"    cd {tmp_path}"


def test_where_the_shell_finds_the_program_the_folder_is_enough(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    program = tmp_path / ("reportkit.exe" if os.name == "nt" else "reportkit")
    program.touch(mode=0o755)
    monkeypatch.setenv("PATH", str(tmp_path))
    assert _enter(tmp_path) == f"    cd {tmp_path}"


def test_the_copy_is_marked_as_a_demonstration(first: Shown) -> None:
    assert "demonstration: true" in (first.copy / "moderation" / "policy.yaml").read_text(encoding="utf-8")


def test_the_checkout_stays_as_it_was(first: Shown) -> None:
    assert first.changed == []
