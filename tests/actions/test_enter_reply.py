"""Entering an e-mailed reply, called from Python."""

from __future__ import annotations

import hashlib
from pathlib import Path

from reportkit.actions.enter_reply import ENTER_REPLY, EnterReplyRequest
from reportkit.actions.prepared import Prepared
from reportkit.workspace.workspace import Workspace
from tests.actions.conftest import DAY, Sit, carried_out
from tests.cli.moderate.conftest import SLUG, Office
from tests.cli.moderate.test_enter_reply import reply


def prepared(workspace: Workspace, file: Path) -> Prepared:
    folder = str(file.with_name("sent"))
    request = EnterReplyRequest(inspection=SLUG, moderator="ann", file=str(file), out=folder, today=DAY)
    return ENTER_REPLY.prepare(workspace, request)


def test_what_is_beside_the_answer_is_a_remark_and_a_question_that_only_a_person_answers(
    sits: Sit, untouched: Office
) -> None:
    entering = prepared(sits("gus"), reply(untouched, "I agree.\n\nWell done, all."))
    assert "    “Well done, all.”" in entering.remarks
    (asked,) = entering.confirmations
    assert asked.question == "Is it plain agreement all the same?"
    assert asked.unattended == "only a person can tell whether what is beside the answer changes it"


def test_plain_agreement_is_not_asked_about_and_preparing_it_keeps_nothing(sits: Sit, untouched: Office) -> None:
    file = reply(untouched, "I agree.")
    entering = prepared(sits("gus"), file)
    assert (entering.confirmations, entering.obstacles) == ((), ())
    assert entering.remarks[0].startswith("Understood: “I agree.”, from ann@example.org, about version ")
    assert entering.basis.files == ((str(file), hashlib.sha256(file.read_bytes()).hexdigest()),)
    assert not file.with_name("sent").exists()
    assert untouched.git("status", "--porcelain") == ""


def test_a_file_that_changes_meanwhile_is_recorded_as_it_was_read(acts: Sit, met: Office) -> None:
    gus, file = acts("gus"), reply(met, "I agree.")
    read = file.read_bytes()
    entering = prepared(gus, file)
    reply(met, "I do not agree because of the survey.")
    assert not entering.decides_by_the_same(prepared(gus, file))
    carried_out(gus, entering)
    (kept,) = met.root.glob(f"moderation/{SLUG}/replies/*")
    assert kept.read_bytes() == read
