"""The whole way of one inspection, as the people of an office type it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportkit.cli.session import Session
from reportkit.errors import Exit
from reportkit.word.read.release_check import WATERMARK, unfit_for_release
from tests.cli.moderate.conftest import SLUG, Office

LINE = "How many repairs are late?"


def ask(office: Office) -> None:
    words = ("--about", "service", "--of", "r-tollinshaw", "--by", "2004-06-21", "--text", LINE)
    office.does("bob", "query", *words)


def test_from_drafting_to_three_sign_offs_an_edit_that_ends_them_and_their_renewal(
    office: Office, tmp_path: Path
) -> None:
    assert office.at("ros")("moderate", SLUG).out.endswith(f"reportkit moderate submit {SLUG}\n")
    told = office.does("ros", "submit", "--note", "Ready.").out
    assert told.startswith("Recorded: Rosalind Tollinshaw (inspector) handed it to the moderators: Ready. Version ")
    assert f"    reportkit moderate meeting {SLUG} --present … --service … --prospects …\n" in told

    office.met()
    ask(office)
    waiting = office.at("ros")("moderate", "--today", "2004-06-22").out
    assert waiting.startswith(f"{SLUG} (moderation, by 2004-06-21 (late)): Rosalind Tollinshaw was asked")
    assert LINE in office.refused("ann", "sign-off").err
    office.edits("findings/adaptations-slow.md", "title:", "title: Old")
    office.saves()
    assert "(1 file changed since): Twelve." in office.does("ros", "answer", "--text", "Twelve.").out

    office.signed("ann", "bob", "cat")
    seen = json.loads(office.at("cat")("moderate", SLUG, "--json").out)
    assert [(each["person"], each["sure"]) for each in seen["signed"]] == [
        ("ann", "claimed"),
        ("bob", "claimed"),
        ("cat", "claimed"),
    ]
    assert [each["holds"] for each in seen["blockers"]] == []

    office.edits("findings/adaptations-slow.md", "title: Old", "title: New")
    assert office.saves().out.endswith(
        "These people must sign again: Ann Lee (regional lead inspector), Bob Hay (ALMO co-ordinator), "
        "Cat Roy (senior manager). `reportkit moderate sign-off` shows them what changed.\n"
    )
    lapsed = office.at("ann")("moderate", SLUG).out
    assert "Lapsed: Ann Lee, regional lead inspector, on 2004-06-14, claimed; the inspection changed since." in lapsed
    assert "  findings/adaptations-slow.md (changed)\n" in lapsed
    assert lapsed.endswith(f"  reportkit moderate sign-off {SLUG}\n")
    renewed = office.does("ann", "sign-off")
    assert "{+New+}" in renewed.err
    assert "1 of 3 sign-offs hold" in renewed.out
    office.signed("bob", "cat")
    undecided = office.refused("flo", "decide", "--service", "agreed", "--prospects", "agreed").err
    assert f"The draft was not sent to the bodies.\n      reportkit comments send {SLUG}\n" in undecided

    trail = office.at("ann")("history", SLUG).out
    assert [line for line in trail.splitlines() if "Ann Lee (regional lead inspector) signed off" in line]
    acts = json.loads(office.at("ann")("history", SLUG, "--json").out)["acts"]
    assert [each["event"] for each in acts] == [
        *("submitted", "meeting", "query", "answer", "sign-off", "sign-off", "sign-off"),
        *("sign-off", "sign-off", "sign-off"),
    ]
    assert {each["void"] for each in acts} == {""}
    (written,) = office.at("ann")("history", SLUG, "--out", str(tmp_path)).out.splitlines()
    assert WATERMARK in unfit_for_release(Path(written).read_bytes())  # it is a demonstration's


def test_somebody_stands_in_for_a_moderator_who_is_away(office: Office) -> None:
    office.submitted().met()
    assert "Dan Orr is not regional lead inspector" in office.refused("dan", "sign-off").err
    words = ("--role", "senior-manager", "--of", "cat", "--by", "dan", "--until", "2004-06-20")
    told = office.does("flo", "cover", *words).out
    assert "let Dan Orr stand in for Cat Roy as senior manager from 2004-06-14 until 2004-06-20" in told
    signed = office.does("dan", "sign-off", day="2004-06-20").out
    assert "Dan Orr (senior manager, standing in for Cat Roy) signed off" in signed
    office.refused("dan", "sign-off", day="2004-06-21")


def test_a_second_round_follows_a_meeting_that_could_not_agree(office: Office) -> None:
    office.submitted().met(prospects="further:Who pays for the plan?")
    assert f"{SLUG}: moderation, round 2" in office.at("ann")("moderate", SLUG).out
    refused = office.refused(
        "ann", "meeting", "--round", "1", "--present", "ann", "--service", "agreed", "--prospects", "agreed"
    )
    assert refused.err == "This is no meeting of round 1: round 2 is on. Leave --round out, or look again.\n"


def test_a_sign_off_is_taken_back_by_who_gave_it(office: Office) -> None:
    office.submitted().met().signed("ann", "bob")
    told = office.does("ann", "withdraw", "--reason", "I read it again.").out
    assert "1 of 3 sign-offs hold" in told
    assert "There is no sign-off or query of yours" in office.refused("ann", "withdraw", "--reason", "Again.").err


def test_every_inspection_is_told_in_a_line(office: Office) -> None:
    status = office.at("ann")("status")
    assert status.out.split()[:2] == [SLUG, "drafting"]
    office.submitted().met()
    ask(office)
    late = json.loads(office.at("ann")("status", "--late", "--json", "--today", "2004-07-01").out)
    assert [(each["inspection"], each["due"], each["late"]) for each in late["inspections"]] == [
        (SLUG, "2004-06-21", True)
    ]
    assert office.at("ann")("status", "--late", "--today", "2004-06-15").err == (
        "Nothing that comes next is late; `reportkit timetable --all --late` shows every date.\n"
    )
    assert SLUG in office.at("ros")("status", "--mine").out
    assert office.at("gus")("status", "--mine").out == ""


def test_an_inspection_that_cannot_be_read_is_still_looked_at(office: Office) -> None:
    office.submitted()
    office.edits("findings/adaptations-slow.md", "title:", "titel:")
    office.saves()
    shown = office.at("ann")("moderate", SLUG)
    assert shown.code == 0
    assert "findings/adaptations-slow.md" in shown.out
    assert "adaptations-slow.md" in office.refused("ann", "sign-off").err


def test_a_file_that_was_lost_from_the_record_is_no_bug_to_look_at(office: Office) -> None:
    office.submitted().met()
    lost = next(name for name in office.records() if "-submitted-" in name)
    office.git("rm", "-q", f"moderation/{SLUG}/records/{lost}")
    office.git("-c", "user.name=Eve", "-c", "user.email=eve@example.org", "commit", "-qm", "Tidy")
    shown = office.at("ann")("moderate", SLUG)
    assert (shown.code, "is gone, which" in shown.out) == (0, True)
    assert f"reportkit verify {SLUG}" in shown.out
    assert SLUG in office.at("ann")("status").out
    assert office.at("ann")("history", SLUG).code == 0


def test_anyone_may_look_and_nothing_waits_for_who_is_not_known(office: Office) -> None:
    shown = office.at("eve")("moderate", SLUG)
    assert shown.code == 0
    assert f"{SLUG}: drafting\n\nNothing waits for you. Next: Hand it to the moderators." in shown.out
    assert json.loads(office.at("eve")("moderate", SLUG, "--json").out)["you"] is None
    assert office.at("eve")("moderate").code == 1


def test_at_a_terminal_a_renewal_is_confirmed_once(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    office.submitted().met().signed("ann")
    office.edits("findings/adaptations-slow.md", "title:", "title: New")
    office.saves()
    monkeypatch.setattr(Session, "may_ask", property(lambda _: True))
    answers = iter(("n", "y"))
    monkeypatch.setattr("click.termui.visible_prompt_func", lambda _prompt="": next(answers))
    stopped = office.refused("ann", "sign-off")
    assert stopped.code == Exit.INTERRUPTED
    assert "1 of 3 sign-offs hold" in office.does("ann", "sign-off").out
    assert next(answers, None) is None


def test_saving_casework_that_no_one_signs_ends_no_ones_sign_off(office: Office) -> None:
    office.submitted().met().signed("ann", "bob", "cat")
    casework = office.root / f"moderation/{SLUG}/casework.yaml"
    casework.parent.mkdir(exist_ok=True)
    with casework.open("a", encoding="utf-8") as file:
        file.write("# One more remark.\n")
    assert "sign-off" not in office.saves().out
    assert "Ann Lee, regional lead inspector, on 2004-06-14, claimed." in office.at("ann")("moderate", SLUG).out
