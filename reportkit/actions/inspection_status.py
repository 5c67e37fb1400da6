"""The question where one inspection stands, for the person who asks: signed, open, changed since, and what is next."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from typing import Final

from msgspec import Struct

from reportkit.actions.actor import person_or_guest
from reportkit.actions.case_file import CaseFile, gather
from reportkit.actions.intent import Obstacle
from reportkit.actions.request import Request
from reportkit.actions.seen_content import last_seen
from reportkit.inspection.file_changes import FileChange
from reportkit.moderation.attribution import day_of, reported_by
from reportkit.moderation.blocker import GAP, Blocker, Step, short
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.events import Query
from reportkit.moderation.former_names import named_as_then
from reportkit.moderation.my_steps import mine
from reportkit.moderation.policy import Policy
from reportkit.moderation.sentences import led_on, sentence, stage_of
from reportkit.moderation.validity_by_history import attribution
from reportkit.moderation.words import ROLES, Judgement, Role
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.sharing import ask_last_reached
from reportkit.workspace.workspace import Workspace

_MOST: Final = 3


class Signature(Struct, frozen=True, kw_only=True):
    """A sign-off or a refusal: who gave it, in which role, when, how sure that is, and the same in words."""

    digest: str
    person: str
    role: Role
    at: dt.datetime
    sure: str | None
    reported_by: str | None
    words: str


class LapsedSignature(Struct, frozen=True):
    """A sign-off that no longer holds, and why."""

    signature: Signature
    why: str


class OpenQuery(Struct, frozen=True, kw_only=True):
    """A query without an answer: who asked whom, by when, about what; `asked_by` is the first in words."""

    digest: str
    person: str
    reported_by: str | None
    asks: str
    of: str
    by: dt.date
    finding: str | None
    judgement: Judgement | None
    asked_by: str


class Uncounted(Struct, frozen=True):
    """A record that does not count: the beginning of its number, what it says, and why it does not."""

    number: str
    what: str
    why: str


class InspectionStatus(Struct, frozen=True, kw_only=True):
    """The status of one inspection for one person.

    `you` is "" for a person whom policy does not know. `looked` says whether they looked at it to sign; `changed` is
    what changed since, None where that is not known. `blockers` are in words in `obstacles`. `next` is the person's
    own step; `next_of_others` is the first of `next_steps` in words, with whose it is. `brought_in` is when this copy
    last learned what others shared.
    """

    inspection: str
    stage: str
    stage_in_words: str
    round: int
    subject: str
    you: str
    signed: tuple[Signature, ...]
    lapsed: tuple[LapsedSignature, ...]
    refused: tuple[Signature, ...]
    open_queries: tuple[OpenQuery, ...]
    blockers: tuple[Blocker, ...]
    obstacles: tuple[Obstacle, ...]
    warnings: tuple[Blocker, ...]
    uncounted: tuple[Uncounted, ...]
    looked: bool
    changed: tuple[FileChange, ...] | None
    next: Step | None
    next_steps: tuple[Step, ...]
    next_of_others: str
    brought_in: dt.datetime | None


def inspection_status(workspace: Workspace, request: Request) -> InspectionStatus:
    """Return where an inspection stands for the person who asks: anyone may. Raises what keeps it from being known."""
    reached = ask_last_reached(workspace)
    case_file = gather(workspace, workspace.inspection(request.inspection), request, person_or_guest)
    return _status_of(workspace, case_file, reached())


def _status_of(workspace: Workspace, case_file: CaseFile, brought_in: dt.datetime | None) -> InspectionStatus:
    standing, policy, last = case_file.standing, case_file.policy, last_seen(case_file)
    return InspectionStatus(
        inspection=case_file.slug,
        stage=standing.stage,
        stage_in_words=stage_of(standing),
        round=standing.round,
        subject=standing.subject,
        you=case_file.person.id,
        signed=tuple(_signature(entry, case_file) for entry in standing.signed),
        lapsed=tuple(LapsedSignature(_signature(each.entry, case_file), each.why) for each in standing.lapsed),
        refused=tuple(_signature(entry, case_file) for entry in standing.refused),
        open_queries=tuple(_open_queries(case_file)),
        blockers=standing.blockers,
        obstacles=_in_words(standing.blockers, policy),
        warnings=standing.warnings,
        uncounted=tuple(_uncounted(case_file)),
        looked=last is not None,
        changed=_changed(workspace, case_file.slug, last[1].inspection) if last else None,
        next=next(iter(mine(standing, case_file.person, case_file.case, policy)), None),
        next_steps=standing.next_steps,
        next_of_others=led_on(standing.next_steps[0], policy) if standing.next_steps else "",
        brought_in=brought_in,
    )


def _changed(workspace: Workspace, slug: str, then: str) -> tuple[FileChange, ...] | None:
    """Return what changed since a tree, None where this copy does not have it."""
    (now,) = workspace.trees(f"{INSPECTIONS}/{slug}")
    return workspace.changes(then, now) if now else None


def _signature(entry: Entry, case_file: CaseFile) -> Signature:
    record, policy = entry.record, named_as_then(entry, case_file.policy, case_file.case.policy_of)
    sure = attribution(entry, case_file.policy, case_file.case).sure
    by = f" by {policy.name_of(record.reported.by)}" if record.reported else ""
    return Signature(
        digest=entry.digest,
        person=record.person,
        role=record.role,
        at=record.time,
        sure=sure,
        reported_by=record.reported.by if record.reported else None,
        words=f"{policy.name_of(record.person)}, {ROLES[record.role]}, on {day_of(record)}, {sure}{by}",
    )


def _open_queries(case_file: CaseFile) -> Iterator[OpenQuery]:
    for entry in case_file.standing.open_queries:
        record, query = entry.record, entry.record.details
        if isinstance(query, Query):
            policy = named_as_then(entry, case_file.policy, case_file.case.policy_of)
            reported = f" ({words})" if (words := reported_by(record, policy)) else ""
            yield OpenQuery(
                digest=entry.digest,
                person=record.person,
                reported_by=record.reported.by if record.reported else None,
                asks=query.asks,
                of=query.of,
                by=query.by,
                finding=query.finding,
                judgement=query.judgement,
                asked_by=f"{policy.name_of(record.person)}{reported}",
            )


def _uncounted(case_file: CaseFile) -> Iterator[Uncounted]:
    for each in case_file.standing.set_aside:
        why = "; ".join(map(str, each.objections))
        policy = named_as_then(each.entry, case_file.policy, case_file.case.policy_of)
        yield Uncounted(short(each.entry.digest), sentence(each.entry, case_file.ledger, policy), why)


def _in_words(blockers: tuple[Blocker, ...], policy: Policy) -> tuple[Obstacle, ...]:
    """Return the blockers as obstacles: of the gaps the first few, and how many more there are."""
    shown, left = _first_gaps(blockers)
    return (*(Obstacle(led_on(each, policy), each.command) for each in shown), *left)


def _first_gaps(blockers: Sequence[Blocker]) -> tuple[tuple[Blocker, ...], tuple[Obstacle, ...]]:
    """Return the blockers with no more than the first few gaps, and one line for the gaps that are left out."""
    gaps = [number for number, each in enumerate(blockers) if each.rule == GAP]
    kept = frozenset(range(len(blockers))) - frozenset(gaps[_MOST:])
    left = [blockers[number] for number in gaps[_MOST:]]
    shown = tuple(blockers[number] for number in sorted(kept))
    if not left:
        return shown, ()
    more = "1 more gap" if len(left) == 1 else f"{len(left)} more gaps"
    return shown, (Obstacle(f"The report has {more}.", left[0].command),)
