"""Let another person act for a moderator who is away."""

from __future__ import annotations

import datetime as dt

from reportkit.actions.actor import person_called
from reportkit.actions.case_file import CaseFile
from reportkit.actions.intent import Intent
from reportkit.actions.prepare import prepare_record
from reportkit.actions.prepared import Action, Prepared
from reportkit.actions.request import Request
from reportkit.errors import WrongUse
from reportkit.moderation.events import Cover
from reportkit.moderation.words import ROLES, Role
from reportkit.workspace.workspace import Workspace


class CoverRequest(Request, frozen=True, kw_only=True):
    """A role to cover: whose it is, who stands in, from which day until which, and why.

    `holder` and `stand_in` are ids of policy.yaml. Without `holder` the role is the acting person's, or its only
    holder's. Without `begins` the cover begins today.
    """

    covered: Role
    stand_in: str
    until: dt.date
    holder: str | None = None
    begins: dt.date | None = None
    reason: str | None = None


def prepare(workspace: Workspace, request: CoverRequest) -> Prepared:
    """Work out a cover. Raises WrongUse where the days or the people do not fit."""
    return prepare_record(COVER, workspace, request, _intent)


def _intent(_: Workspace, case_file: CaseFile, request: CoverRequest) -> Intent:
    details = _details(case_file, request)
    return Intent(details=details, role=_acting_role(case_file, details))


def _details(case_file: CaseFile, request: CoverRequest) -> Cover:
    first = request.begins or case_file.clock.today
    if request.until < first:
        what = f"A cover until {request.until} ends before it begins on {first}"
        raise WrongUse(what, remedy="Put the later day in --until.")
    for name in filter(None, (request.holder, request.stand_in)):
        person_called(case_file.policy, name)
    holder = request.holder or _holder(case_file, request.covered, first)
    if holder == request.stand_in:
        raise WrongUse("A person cannot cover their own role", remedy="Name another person in --by.")
    return Cover(
        role=request.covered,
        holder=holder,
        stand_in=request.stand_in,
        from_=first,
        until=request.until,
        reason=request.reason,
    )


def _holder(case_file: CaseFile, role: Role, on: dt.date) -> str:
    """Return the acting person's id where they hold the role, else that of its only holder. Raises WrongUse."""
    if case_file.person.holds(role, on):
        return case_file.person.id
    holders = [person.id for person in case_file.policy.holders(role, on)]
    if not holders:
        raise WrongUse(f"No one is {ROLES[role]} on {on}", remedy="`reportkit people` shows who is who.")
    if len(holders) > 1:
        raise WrongUse(f"More than one is {ROLES[role]} on {on}", remedy=f"Say whose in --of: {', '.join(holders)}.")
    return holders[0]


def _acting_role(case_file: CaseFile, details: Cover) -> Role:
    """Return the covered role where its holder records the cover, else head of programme."""
    return details.role if details.holder == case_file.person.id else "head-of-programme"


COVER = Action("cover", prepare)
