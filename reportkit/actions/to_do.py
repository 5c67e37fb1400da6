"""The question what waits for one person, in every inspection."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

from msgspec import Struct

from reportkit.actions.actor import find_person
from reportkit.actions.overview import Overview, Untold, overview
from reportkit.actions.proposals import proposals_for
from reportkit.actions.request import Request
from reportkit.errors import Exit
from reportkit.moderation.blocker import Step
from reportkit.moderation.entitlement import KEEPERS
from reportkit.moderation.house_events import Acknowledgement
from reportkit.moderation.my_steps import mine
from reportkit.moderation.policy import Person
from reportkit.moderation.sentences import stage_of
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import Workspace


class Waiting(Struct, frozen=True):
    """One thing that waits: of which inspection, at which stage of it, and what to do."""

    inspection: str
    stage: str
    step: Step


class ToDo(Struct, frozen=True, kw_only=True):
    """Everything that waits for a person on a day, the earliest deadline first.

    `unknown` are the inspections whose stage could not be found, and `code` is the exit code for the worst of them.
    `proposals` are acknowledgements that another proposed and the person may agree to. `may_judge_stricter` says that
    records are not judged strictly, and that the person may change that. `brought_in` is when this copy last learned
    what others shared, None where that is not known.
    """

    person: str
    name: str
    today: dt.date
    waiting: tuple[Waiting, ...]
    unknown: tuple[Untold, ...]
    code: Exit
    proposals: tuple[Acknowledgement, ...]
    may_judge_stricter: bool
    brought_in: dt.datetime | None


def to_do(workspace: Workspace, request: Request) -> ToDo:
    """Return what waits for the person who asks. Raises Refused where policy does not know them."""
    reached = ask_last_reached(workspace)
    seen = overview(workspace, request, workspace.store)
    person = find_person(seen.policy, workspace.identity, request.acting_as)
    return ToDo(
        person=person.id,
        name=person.name,
        today=seen.clock.today,
        waiting=tuple(sorted(_waiting(person, seen), key=_by_deadline)),
        unknown=seen.untold,
        code=seen.code,
        proposals=tuple(proposals_for(workspace, person)),
        may_judge_stricter=not seen.policy.is_strict and not set(KEEPERS).isdisjoint(person.roles),
        brought_in=reached(),
    )


def _waiting(person: Person, seen: Overview) -> Iterator[Waiting]:
    """Return what waits for a person, inspection by inspection. In drafts nothing waits."""
    for glance in seen.glances:
        if glance.standing.stage != "drafting":
            for step in mine(glance.standing, person, glance.case, seen.policy):
                yield Waiting(glance.slug, stage_of(glance.standing), step)


def _by_deadline(waiting: Waiting) -> tuple[bool, str, str]:
    """Return the key for sorting: what has no deadline comes last."""
    due = waiting.step.due
    return due is None, str(due), waiting.inspection
