"""For commands that are not yet parted in two steps: the old call over the new steps."""

from __future__ import annotations

from collections.abc import Callable

from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.actions.check_clock import clock_confirmation
from reportkit.cli import act as new
from reportkit.cli.parameters.act_options import Manner
from reportkit.workspace.sharing import Sharing
from reportkit.workspace.workspace import Workspace

Look = Callable[[Workspace, str, Request], CaseFile]


# ruff: noqa
# mypy: ignore-errors
def act(session, inspection, manner: Manner, intend, others="bring in", look=gather, name="old"):
    def prepare(workspace: Workspace, request: Request) -> Prepared:
        return prepare_record(action, workspace, request, lambda _, case_file, __: intend(case_file), look)

    action = Action(name, prepare, others)
    request = Request(inspection=inspection, acting_as=manner.acting_as, role=manner.role, today=manner.today)
    return new.act(session, action, request, manner)


def act_shared_first(session, slug, manner, intend, look: Look = gather):
    tried: list[tuple[CaseFile, Intent]] = []

    def intending(case_file: CaseFile) -> Intent:
        intent = intend(case_file)
        tried.append((case_file, intent))
        return intent

    act(session, slug, manner, intending, "bring in first", look)
    return tried[-1]


def hand_on(session, manner, obstacle):
    if not manner.dry_run:
        new.share_after(session, Sharing(obstacle=obstacle), offline=manner.offline)


def bring_in_old(session, manner, others="bring in"):
    return new._before(session, Action("old", None, others), manner).obstacle


def ask_about_the_day(session, manner, clock):
    question = clock_confirmation(session, manner, clock)
    if question:
        new.confirm(session, question)
