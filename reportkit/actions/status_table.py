"""The question where every inspection is: stage, next step, whose it is, and by when."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from msgspec import Struct

from reportkit.actions.actor import find_person
from reportkit.actions.overview import Glance, Overview, Untold, deadline, overview
from reportkit.actions.request import Request
from reportkit.errors import Exit
from reportkit.moderation.my_steps import mine
from reportkit.moderation.sentences import stage_of
from reportkit.workspace.inspection_folders import inspection_names
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import Workspace


class StatusRequest(Request, frozen=True, kw_only=True):
    """The inspections that are wanted: all, those with a `late` deadline, or those where a step is one's `own`."""

    late: bool = False
    own: bool = False


class StatusLine(Struct, frozen=True, rename="kebab"):
    """One inspection: `next` is what comes next, `command` does it, `who` are the ids of those who can."""

    inspection: str
    stage: str
    round: int
    next: str
    command: str
    who: tuple[str, ...]
    due: dt.date | None
    late: bool


class StatusTable(Struct, frozen=True, kw_only=True):
    """The inspections that are wanted, and those whose stage could not be found (`unknown`).

    `names` are the names of the people in the lines, by their ids. `in_folder` are the inspections in the folder,
    saved or not. `code` is the exit code for the worst of `unknown`. `brought_in` is when this copy last learned what
    others shared, None where that is not known.
    """

    lines: tuple[StatusLine, ...]
    names: Mapping[str, str]
    unknown: tuple[Untold, ...]
    in_folder: tuple[str, ...]
    code: Exit
    brought_in: dt.datetime | None


def status_table(workspace: Workspace, request: StatusRequest) -> StatusTable:
    """Return a line for every inspection that is wanted. Raises Unreadable where the policy cannot be read."""
    reached = ask_last_reached(workspace)
    seen = overview(workspace, request, workspace.store)
    glances = _own(workspace, request, seen) if request.own else seen.glances
    lines = tuple(_line(each, seen.clock.today) for each in glances)
    return StatusTable(
        lines=tuple(line for line in lines if line.late or not request.late),
        names={each: seen.policy.name_of(each) for line in lines for each in line.who},
        unknown=seen.untold,
        in_folder=inspection_names(workspace.root),
        code=seen.code,
        brought_in=reached(),
    )


def _own(workspace: Workspace, request: StatusRequest, seen: Overview) -> tuple[Glance, ...]:
    """Return the inspections where a step waits for the person who asks."""
    person = find_person(seen.policy, workspace.identity, request.acting_as)
    return tuple(
        each for each in seen.glances if any(True for _ in mine(each.standing, person, each.case, seen.policy))
    )


def _line(glance: Glance, today: dt.date) -> StatusLine:
    standing = glance.standing
    step = next(iter(standing.next_steps), None)
    due = deadline(glance)
    return StatusLine(
        inspection=glance.slug,
        stage=stage_of(standing),
        round=standing.round,
        next=step.what if step else "",
        command=step.command if step else "",
        who=step.who if step else (),
        due=due,
        late=due is not None and due < today,
    )
