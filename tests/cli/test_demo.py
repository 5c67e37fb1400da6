"""`reportkit demo`, as somebody sees it who has just cloned: no Git identity, nothing set up."""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

import docx
import pytest

ROOT = Path(__file__).parents[2]


class Shown(NamedTuple):
    out: str
    copy: Path
    changed: list[str]


def checkout() -> dict[str, int]:
    """What may not change: every file's name and time, but for what Python, Git and tests keep."""
    shown = [
        *ROOT.glob("*"),
        *(path for name in ("inspections", "moderation", "templates", "schema") for path in (ROOT / name).rglob("*")),
    ]
    return {str(path): path.stat().st_mtime_ns if path.is_file() else 0 for path in shown if path.name[:1] != "."}


def git(folder: Path, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=folder, capture_output=True, text=True, check=True).stdout


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """One run in a process of its own, whose temporary files stay here and whose home is empty."""
    before = checkout()
    home, scratch = tmp_path_factory.mktemp("home"), tmp_path_factory.mktemp("scratch")
    surroundings = os.environ | {
        "HOME": str(home),
        "USERPROFILE": str(home),
        "PYTHONPATH": str(ROOT),
        **dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(scratch)),
    }
    command = [sys.executable, "-m", "reportkit", "demo"]
    done = subprocess.run(command, cwd=scratch, env=surroundings, capture_output=True, text=True, check=True)
    assert done.stderr == ""
    assert list(home.iterdir()) == []
    (made,) = scratch.iterdir()
    return Shown(done.stdout, made / "demo", sorted(str(each) for each in before.items() ^ checkout().items()))


def test_each_example_becomes_a_word_file_in_the_copy(shown: Shown) -> None:
    names = sorted(folder.name for folder in (ROOT / "inspections").iterdir())
    drafts = sorted((shown.copy / "out").glob("*-draft.docx"))
    assert [draft.name for draft in drafts] == [f"{name}-draft.docx" for name in names]
    for draft in drafts:
        assert str(draft) in shown.out
        assert len(docx.Document(io.BytesIO(draft.read_bytes())).paragraphs) > 20


def test_it_says_how_long_each_took_and_what_to_try_next(shown: Shown) -> None:
    assert shown.out.count("checked and drafted in ") == 5
    assert f"cd {shown.copy}" in shown.out
    assert "reportkit draft harrowmere-homes --open" in shown.out
    assert "reportkit check nottingham-city-homes-2009" in shown.out


def test_one_goes_from_moderation_by_way_of_comments_decision_and_letters_to_its_final_report(shown: Shown) -> None:
    told = [line.strip() for line in shown.out.splitlines()]
    in_order = (
        "Recorded: Rosalind Tollinshaw (inspector) handed it to the moderators",
        "0 of 3 sign-offs hold; moderation, round 2.",
        "This cannot be recorded now:",
        "3 of 3 sign-offs hold; moderation, round 2.",
        "Ingram Thackwell, regional lead inspector, on 2003-12-01, proven.",
        "Odile Farnsby, ALMO co-ordinator, on 2003-12-01, claimed.",
        "Corin Blaydale, senior manager, on 2003-12-01, reported by Wynn Ashgrove.",
        "It ends the sign-offs of Ingram Thackwell",
        "Lapsed: Ingram Thackwell, regional lead inspector, on 2003-12-01, proven; the inspection changed since.",
        "Recorded: Odile Farnsby (ALMO co-ordinator) does not agree, because",
        "Recorded: Hesper Lundy (head of programme) let Tamsin Orrick stand in for Corin Blaydale",
        "Recorded: Tamsin Orrick (senior manager, standing in for Corin Blaydale) signed off.",
        "3 of 3 sign-offs hold; moderation, round 2.",
        "Recorded: Wynn Ashgrove (administrator) sent the draft to the authority and the ALMO",
        "Recorded: Wynn Ashgrove (administrator) entered a comment of the ALMO",
        "Recorded: Rosalind Tollinshaw (inspector) answered the comment",
        "Recorded: Hesper Lundy (head of programme) decided: the service agreed as good",
        "3 of 3 sign-offs hold; decided.",
        "Recorded: Wynn Ashgrove (administrator) issued the letters to the authority, the ALMO, the ODPM and press",
        "Recorded: Wynn Ashgrove (administrator) sent the letter of",
        "Recorded: Wynn Ashgrove (administrator) published the final report on 2004-02-12.",
        "3 of 3 sign-offs hold; published.",
        "The record is whole (",
    )
    found = iter(told)
    for words in in_order:
        assert any(line.startswith(words) for line in found), words


def test_the_copy_is_a_working_repository_of_its_own_with_its_versions_in_it(shown: Shown) -> None:
    versions = git(shown.copy, "log", "--format=%s").splitlines()
    assert versions[-1] == "The example inspections"
    assert versions[0].startswith("harrowmere-homes: Wynn Ashgrove (administrator) published the final report")
    assert git(shown.copy, "status", "--porcelain") == ""
    first = docx.Document(io.BytesIO((shown.copy / "out" / "harrowmere-homes-draft.docx").read_bytes())).paragraphs
    assert any("Draft, from version " in paragraph.text for paragraph in first[:12])


def test_the_copy_is_marked_as_a_demonstration(shown: Shown) -> None:
    assert "demonstration: true" in (shown.copy / "moderation" / "policy.yaml").read_text(encoding="utf-8")


def test_what_it_proposes_to_try_works(shown: Shown, tmp_path: Path) -> None:
    copy = shutil.copytree(shown.copy, tmp_path / "demo")
    surroundings = os.environ | {"PYTHONPATH": str(ROOT), "VISUAL": "false"}
    for words in ("explain E03", "new first-homes --kind almo --authority Elm --almo Elm", "draft first-homes"):
        command = [sys.executable, "-m", "reportkit", *words.split()]
        done = subprocess.run(command, cwd=copy, env=surroundings, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr


def test_the_checkout_stays_as_it_was(shown: Shown) -> None:
    assert shown.changed == []
