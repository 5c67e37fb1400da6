"""`reportkit demo --story`: three inspections from moderation to publication."""

from __future__ import annotations

import io
import json
from typing import Any

import docx
import pytest

from reportkit.actions.load import load
from reportkit.reading.folder import FolderFiles
from reportkit.word.read.read_document import read_document
from tests.cli.demo_run import Shown, demo, git

BELOW_GOOD, INDICATIVE = "saltbeck-homes", "ellerwick-2004"
OF_FUNDING = ("fund", "alloc", "qualif", "award", "£", "odpm", "subsid", "draw down")


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Shown:
    """The three stories."""
    return demo(tmp_path_factory, "--story")


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
        "These people must sign again: Ingram Thackwell",
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
    """Return the words of each issued Word file of such a name, without what says that it is invented."""
    notice = load(FolderFiles(shown.copy), inspection).particulars.notice or ""
    found = {}
    for path in sorted((shown.copy / "moderation" / inspection / "issued").glob(names)):
        told = read_document(path.read_bytes())
        found[path.name] = "\n".join((*told.paragraphs, *told.beside)).replace(notice, "")
    return found


def recorded(shown: Shown, inspection: str, event: str) -> list[dict[str, Any]]:
    """Return what each record of an event says, oldest first."""
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


def test_what_it_proposes_to_try_next_fits_what_is_published(shown: Shown) -> None:
    after = shown.out.partition("What to try next:\n")[2]
    assert "reportkit history harrowmere-homes\n" in after
    assert "sign-off" not in after


def test_the_checkout_stays_as_it_was(shown: Shown) -> None:
    assert shown.changed == []
