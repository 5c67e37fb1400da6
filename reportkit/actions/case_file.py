"""Where one inspection stands for the person who looks at it: everything that an act rests on, gathered once."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import partial
from typing import TypeAlias

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.actor import find_person
from reportkit.actions.check import CheckResult, verdict_for_act
from reportkit.actions.cleared_by_record import cleared_by
from reportkit.actions.known_gaps import ReportGaps
from reportkit.actions.load import load
from reportkit.actions.request import Request
from reportkit.actions.rules_ahead import problems_ahead
from reportkit.actions.worse_since_sent import worse_since
from reportkit.errors import Refused
from reportkit.gitstore.identity import Identity
from reportkit.guidance.rule_list import RULE_LIST
from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.problem import Problem
from reportkit.moderation.case import Case, case_of
from reportkit.moderation.events import SignOff
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.standing import Standing, standing
from reportkit.moderation.store import RecordStore
from reportkit.moderation.valid_records import weigh
from reportkit.moderation.worsened import Worse
from reportkit.reading.files import Files
from reportkit.reading.policy import policy_from
from reportkit.reading.repository import read_repository
from reportkit.workspace.clock import Clock, clock
from reportkit.workspace.inspection_folders import INSPECTIONS
from reportkit.workspace.workspace import Workspace

_NEARLY_ALL = 2
"""Of the three roles that sign [114]: the third sign-off may be followed by sending."""

OVERRIDABLE = frozenset(row.id for row in RULE_LIST.values() if row.override)
"""The rules that may be set aside with a reason."""


class CaseFile(Struct, frozen=True, kw_only=True):
    """One inspection at one moment, and who looks at it.

    `version` is the store's token for what an act made now rests on; `policy_digest` the SHA-256 of the policy that
    is in force. `problems` are the errors that stand in the way of handing in. `casework` is empty where there is none.
    """

    slug: str
    store: RecordStore
    version: str
    policy: Policy
    policy_digest: str
    repository: str
    identity: Identity
    person: Person
    clock: Clock
    inspection: Inspection
    casework: Casework
    case: Case
    problems: tuple[Problem, ...]
    ledger: Ledger
    standing: Standing

    @property
    def marking(self) -> str:
        """Return what is written across the pages of everything that is made here."""
        return marking_of(self.policy)


def marking_of(policy: Policy) -> str:
    """Return what is written across the pages of everything that is made under a policy: "" but in a demonstration."""
    return "DEMONSTRATION" if policy.demonstration else ""


FindGaps: TypeAlias = Callable[[Workspace, Ledger, Inspection, dt.date], ReportGaps]
Finder: TypeAlias = Callable[[Policy, Identity, str | None], Person]


def gather_for_act(workspace: Workspace, slug: str, request: Request) -> CaseFile:
    """Return the case file for an act that does not send the report out: its gaps only where sending may come next.

    To find them the report is drawn, which takes longer than all the rest.
    """
    return gather(workspace, slug, request, find_gaps=_gaps_if_sending_is_near)


def gather(
    workspace: Workspace,
    slug: str,
    request: Request,
    find: Finder = find_person,
    user: Identity | None = None,
    find_gaps: FindGaps | None = None,
) -> CaseFile:
    """Return everything about one inspection as it is saved, for the person that is found.

    `user` is Git's user; without it, Git must know them. `find_gaps` finds the gaps of the report, by default all.
    Raises what keeps it from being known, in a sentence.
    """
    store, version = workspace.store, workspace.store.version(slug)  # before anything is read that an act rests on
    files = _saved_files(workspace, slug)
    setting = _setting(workspace, request, user)
    looked = _look(workspace, files, store, slug)
    ledger = weigh(tell(store.records(slug)), setting.policy, looked.case)
    lacks = (find_gaps or _gaps)(workspace, ledger, looked.inspection, setting.clock.today)
    looked = replace(looked, case=_ahead(workspace, store, ledger, looked, lacks))
    person = find(setting.policy, setting.user, request.acting_as)
    return _case_file(store, version, setting, looked, ledger, person)


def _saved_files(workspace: Workspace, slug: str) -> Files:
    """Return the saved files. Raises Refused where the inspection is not among them."""
    files = workspace.saved
    if not files.under(f"{INSPECTIONS}/{slug}"):
        remedy = f"`reportkit save {slug}` does it."
        raise Refused(f"{slug} is not saved yet, so no other person can see it", remedy=remedy)
    return files


class _Setting(Struct, frozen=True):
    """The person who acts, the policy and the day; `digest` is the policy's SHA-256."""

    policy: Policy
    digest: str
    user: Identity
    clock: Clock


def _setting(workspace: Workspace, request: Request, user: Identity | None) -> _Setting:
    raw = workspace.policy_in_force
    policy, user = policy_from(raw), user or workspace.identity
    now = clock(request.today, demonstration=policy.demonstration)
    return _Setting(policy, hashlib.sha256(raw).hexdigest(), user, now)


class _Looked(Struct, frozen=True):
    """The inspection as it is saved, what the rules hold against handing it in, and the case that it makes."""

    checked: CheckResult
    inspection: Inspection
    case: Case


def _look(workspace: Workspace, files: Files, store: RecordStore, slug: str) -> _Looked:
    """Read and check the inspection, while Git looks for what is not saved."""
    repository = read_repository(files).repository
    with store.unsaved(slug) as unsaved:
        checked = verdict_for_act(files, slug, "submit")
        inspection = checked.inspection or load(files, slug)  # what cannot be read stands among the problems
        case = case_of(repository, inspection, unsaved(), OVERRIDABLE, workspace.find_endings)
        (tree,) = workspace.trees(f"{INSPECTIONS}/{slug}")
        case = replace(case, tree=tree or "", changes=workspace.find_changes, policy_of=workspace.find_policy)
        return _Looked(checked, inspection, case)


def _case_file(
    store: RecordStore, version: str, setting: _Setting, looked: _Looked, ledger: Ledger, person: Person
) -> CaseFile:
    slug, case, problems = looked.inspection.slug, looked.case, looked.checked.failing
    return CaseFile(
        slug=slug,
        store=store,
        version=version,
        policy=setting.policy,
        policy_digest=setting.digest,
        repository=case.repository,
        identity=setting.user,
        person=person,
        clock=setting.clock,
        inspection=looked.inspection,
        casework=looked.checked.reached.casework,
        case=case,
        problems=problems,
        ledger=ledger,
        standing=standing(case, ledger, setting.policy, setting.clock.today, problems, partial(store.subject, slug)),
    )


def _ahead(workspace: Workspace, store: RecordStore, ledger: Ledger, looked: _Looked, lacks: ReportGaps) -> Case:
    """Return the case with what got worse for the bodies, what the rules find ahead, and the gaps of the report.

    For all of them the record is needed.
    """
    worse = _worse(workspace, store, ledger, looked.inspection)
    ahead = problems_ahead(looked.inspection, ledger, looked.checked.reached.casework)
    return replace(looked.case, worse=worse, ahead=ahead, gaps=lacks.problems, withheld=lacks.withheld)


def _gaps(workspace: Workspace, ledger: Ledger, inspection: Inspection, today: dt.date) -> ReportGaps:
    """Return the gaps of the report as it is saved; none where it is published."""
    if ledger.published:
        return ReportGaps()
    from reportkit.actions.report_gaps import report_gaps  # templates and Markdown, which most acts need not load
    from reportkit.actions.templates import templates_among

    files = workspace.saved
    cleared = cleared_by(workspace, inspection, ledger, "report")
    return report_gaps(inspection, read_repository(files).inspectorate, templates_among(files), today, cleared)


def _gaps_if_sending_is_near(
    workspace: Workspace, ledger: Ledger, inspection: Inspection, today: dt.date
) -> ReportGaps:
    """Return the gaps once the draft was sent, or two roles have signed; before, nothing that comes next needs them."""
    signed = {entry.record.role for entry, _ in ledger.of(SignOff)}
    near = ledger.sent is not None or len(signed) >= _NEARLY_ALL
    return _gaps(workspace, ledger, inspection, today) if near else ReportGaps()


def _worse(workspace: Workspace, store: RecordStore, ledger: Ledger, now: Inspection) -> tuple[Worse, ...]:
    """Return what got worse for the bodies since they saw the draft; of the same subject nothing did."""
    if ledger.sent is None or ledger.sent[0].record.subject == store.subject(now.slug):
        return ()
    return worse_since(workspace.folder_at, ledger.sent[1].content.inspection, now)
