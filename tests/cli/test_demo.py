"""`reportkit demo`, as somebody sees it who has just cloned: no Git identity, nothing set up."""

from __future__ import annotations

import io
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any, NamedTuple

import docx
import pytest

from reportkit.cli.loading import load
from reportkit.reading.folder import FolderFiles
from reportkit.word.told import read_told
from tests.cli.aftermath import without_office

ROOT = Path(__file__).parents[2]
BELOW_GOOD, INDICATIVE = "saltbeck-homes", "ellerwick-2004"
OF_FUNDING = ("fund", "alloc", "qualif", "award", "£", "odpm", "subsid", "draw down")


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
        "PATH": without_office(tmp_path_factory.mktemp("programs")),
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
    assert shown.out.count("checked and drafted in ") == 7
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


def told_by(shown: Shown, inspection: str, names: str) -> dict[str, str]:
    """The words of each issued Word file of such a name, without what says that it is invented."""
    notice = load(FolderFiles(shown.copy), inspection).particulars.notice or ""
    found = {}
    for path in sorted((shown.copy / "moderation" / inspection / "issued").glob(names)):
        told = read_told(path.read_bytes())
        found[path.name] = "\n".join((*told.paragraphs, *told.beside)).replace(notice, "")
    return found


def recorded(shown: Shown, inspection: str, event: str) -> list[dict[str, Any]]:
    """What each record of an event says, oldest first."""
    paths = sorted((shown.copy / "moderation" / inspection / "records").glob(f"*-{event}-*.json"))
    return [json.loads(path.read_text(encoding="utf-8"))["details"] for path in paths]


def test_below_good_nothing_is_awarded_or_said_to_be_held_and_the_odpm_advises(shown: Shown) -> None:
    letters, release = told_by(shown, BELOW_GOOD, "*-letter-*.docx"), told_by(shown, BELOW_GOOD, "*-press-release.docx")
    assert [name.split("-letter-")[1] for name in letters] == ["almo.docx", "authority.docx", "odpm.docx"]
    for words in (*letters.values(), *release.values()):
        assert "Judgement 1: the service is fair, one star." in words
        assert "Judgement 2: its prospects for improvement are uncertain." in words
        assert "Saltbeck Homes Limited does not qualify for additional funding." in words
        assert [each for each in ("held", "qualifies", "award", "£", "7,400,000") if each in words] == []
    for words in letters.values():
        assert "it will advise Saltbeck Homes Limited" in words
        assert "We will settle the day of a re-inspection with Saltbeck Borough Council." in words
    (record,) = recorded(shown, BELOW_GOOD, "letters")
    assert "qualifies" not in record


def test_its_re_inspection_traces_everything_and_is_six_months_after_the_report(shown: Shown) -> None:
    old, new = (load(FolderFiles(shown.copy), name) for name in (BELOW_GOOD, f"{BELOW_GOOD}-2004"))
    assert (new.particulars.kind, new.particulars.previous.inspection) == ("re-inspection", BELOW_GOOD)
    assert {(each.part, each.id, each.outcome) for each in new.earlier} == {
        *(("weakness", each.id, None) for each in old.findings if each.kind == "weakness"),
        *(("recommendation", each.id, None) for each in old.recommendations),
    }
    published = recorded(shown, BELOW_GOOD, "published")[0]["on"]
    before, after = recorded(shown, BELOW_GOOD, "re-inspection-agreed")
    assert (before["provisional"], after.get("provisional", False)) == (True, False)
    assert (published, before["on"], after["on"]) == ("2004-04-01", "2004-10-04", "2004-10-04")
    assert "The re-inspection of 2004-09-30 is less than six months after the report of 2004-04-01 [118]." in shown.out
    assert "Agree a day from 2004-10-01 on" in shown.out


def test_an_indicative_inspection_goes_the_whole_way_and_never_speaks_of_funding(shown: Shown) -> None:
    letters, release = told_by(shown, INDICATIVE, "*-letter-*.docx"), told_by(shown, INDICATIVE, "*-press-release.docx")
    assert [name.split("-letter-")[1] for name in letters] == ["almo.docx", "authority.docx"]
    for words in (*letters.values(), *release.values()):
        assert "Judgement 1: the service is good, two stars." in words
        assert [each for each in (*OF_FUNDING, "money", "capital") if each in words.casefold()] == []
    papers = told_by(shown, INDICATIVE, "*.docx")
    assert len(papers) == 7  # two letters, the release, a draft for each body, the report and what changed in it
    for words in papers.values():
        assert [each for each in OF_FUNDING if each in words.casefold()] == []
    (record,) = recorded(shown, INDICATIVE, "letters")
    assert "qualifies" not in record


def test_the_copy_is_a_working_repository_of_its_own_with_its_versions_in_it(shown: Shown) -> None:
    versions = git(shown.copy, "log", "--format=%s").splitlines()
    assert versions[-1] == "The example inspections"
    assert versions[0].startswith("ellerwick-2004: Wynn Ashgrove (administrator) published the final report")
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
