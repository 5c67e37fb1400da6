"""Where every inspection stands, at a glance: from its record and inspection.yaml.

Findings are read only of one that changed since the bodies saw its draft: something may have got worse for them.

Who brought a record is taken as it says: recording checks it, and `verify` does.
"""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from reportkit.actions.believed_policy import believed_policy
from reportkit.actions.believed_records import NamedKeys, believed_in_force
from reportkit.actions.request import Request
from reportkit.errors import Exit, Newer, Unreadable
from reportkit.gitstore.all_records import Glimpse
from reportkit.inspection.casework import Casework
from reportkit.inspection.inspection import Inspection
from reportkit.inspection.particulars import Particulars
from reportkit.moderation.case import Case, case_of
from reportkit.moderation.causal_order import Chronicle
from reportkit.moderation.endings import FindEndings
from reportkit.moderation.events import SignOff
from reportkit.moderation.lazy import once
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.load_records import tell
from reportkit.moderation.policy import Policy
from reportkit.moderation.standing import Standing, standing
from reportkit.moderation.store import RecordStore
from reportkit.moderation.subject import Signing
from reportkit.moderation.unsigned import FindChanges
from reportkit.moderation.valid_records import weigh
from reportkit.reading.policy import policy_from
from reportkit.reading.repository import read_repository
from reportkit.workspace.clock import Clock, clock
from reportkit.workspace.workspace import Workspace

if TYPE_CHECKING:  # heavy, and only its name is needed here
    from reportkit.actions.worse_since_sent import FolderAt


class Glance(Struct, frozen=True, dict=True):
    """One inspection as it is `seen`: where it stands; and what is known of it, found when it is asked for."""

    seen: Glimpse
    standing: Standing
    repository: str

    @property
    def slug(self) -> str:
        """Its name."""
        return self.seen.slug

    @once
    def case(self) -> Case:
        """As inspection.yaml tells it, where it can be read and what comes next could be its team's; else without."""
        standing = self.standing
        steps = () if standing.stage == "drafting" else standing.next_steps
        is_the_teams = bool(standing.lapsed) or any(not step.who for step in steps)
        found = _particulars_of(self.seen) if is_the_teams else None
        return _told_by(found, self.seen, self.repository) if found else _bare(self.seen, self.repository)


class Untold(Struct, frozen=True):
    """An inspection whose standing is unknown: why, the command that shows more, and how bad it is."""

    inspection: str
    why: str
    command: str
    code: Exit

    def __str__(self) -> str:
        return f"{self.inspection}: stage not known, {self.why.rstrip('.')}. {self.command}"


class Overview(Struct, frozen=True):
    """All inspections at one moment, under the policy in force: those that can be told, and the others."""

    policy: Policy
    clock: Clock
    glances: tuple[Glance, ...]
    untold: tuple[Untold, ...]

    @property
    def code(self) -> Exit:
        """The exit code of telling it: that of the worst that cannot be told."""
        codes = {each.code for each in self.untold}
        return next((code for code in (Exit.DAMAGED, Exit.TROUBLE, Exit.REFUSED) if code in codes), Exit.DONE)


class _InForce(Struct, frozen=True):
    """The standard for all records: the policy with the digest of its bytes, and what was ended before it."""

    repository: str
    policy: Policy
    digest: str
    endings: FindEndings
    changes: FindChanges
    named_keys: NamedKeys

    def believed(self, told: Chronicle) -> Chronicle:
        """Return the records as they say who brought them, but for what came in after a key was ended."""
        return believed_in_force(told, self.policy, self.digest, self.endings, self.named_keys)


def overview(workspace: Workspace, request: Request, store: RecordStore) -> Overview:
    """Return every saved inspection. Raises Unreadable where the policy cannot be read."""
    saved = workspace.saved
    raw = believed_policy(workspace)
    policy = policy_from(raw)
    now = clock(request.today, demonstration=policy.demonstration)
    repository = read_repository(saved).repository
    records = workspace.all_records
    digest = hashlib.sha256(raw).hexdigest()
    in_force = _InForce(repository, policy, digest, workspace.find_endings, workspace.find_changes, records.named_keys)
    look = partial(_glance, in_force=in_force, now=now, store=store, folder_at=workspace.folder_at)
    seen = [_look(each, look) for each in records.glimpses()]
    return Overview(
        policy,
        now,
        tuple(each for each in seen if isinstance(each, Glance)),
        tuple(each for each in seen if isinstance(each, Untold)),
    )


def _look(seen: Glimpse, look: Callable[[Glimpse], Glance]) -> Glance | Untold:
    """Return one inspection, or why it cannot be told: that is no reason to keep back the others."""
    if not seen.tree:
        why = "its record is there, and its folder was taken away or renamed"
        return Untold(seen.slug, why, f"reportkit restore {seen.slug}", Exit.DAMAGED)
    try:
        glance = look(seen)
    except Newer as error:
        return Untold(seen.slug, str(error), "reportkit --version", Exit.TROUBLE)
    except Unreadable as error:
        return Untold(seen.slug, str(error.problems[0]), f"reportkit check {seen.slug}", Exit.REFUSED)
    damage = next((each for each in glance.standing.blockers if each.rule == "record"), None)
    return Untold(seen.slug, damage.what, damage.command, Exit.DAMAGED) if damage else glance


def _glance(seen: Glimpse, *, in_force: _InForce, now: Clock, store: RecordStore, folder_at: FolderAt) -> Glance:
    """Return one inspection; its inspection.yaml is read only where what comes next could lie in it."""
    repository, policy = in_force.repository, in_force.policy
    told = in_force.believed(tell(seen.records))
    bare = replace(_bare(seen, repository), endings=in_force.endings, changes=in_force.changes)

    def look(ledger: Ledger, case: Case) -> Glance:
        subjects = partial(_subject, seen=seen, ledger=ledger, store=store)
        return Glance(seen, standing(case, ledger, policy, now.today, (), subjects), repository)

    ledger = weigh(told, policy, bare)
    glance = look(ledger, _as_agreed(ledger, bare))
    if not (_may_lie_in_the_file(glance.standing) or _is_with_the_bodies(ledger)):
        return glance
    case = replace(_case(seen, repository), endings=in_force.endings, changes=in_force.changes)
    ledger = weigh(told, policy, case)
    return look(ledger, _heard(seen, ledger, case, folder_at) if _is_with_the_bodies(ledger) else case)


def _as_agreed(ledger: Ledger, case: Case) -> Case:
    """Return the case as it would be if inspection.yaml said what was agreed from the beginning."""
    meeting = ledger.agreed
    if meeting is None or "changed" in (meeting.service.verdict, meeting.prospects.verdict):
        return case
    return replace(case, service=meeting.service.to, prospects=meeting.prospects.to)


def _may_lie_in_the_file(standing: Standing) -> bool:
    """Return whether a judgement was changed, or something was changed since a sign-off."""
    return bool(standing.lapsed) or any(blocker.rule == "I07" for blocker in standing.blockers)


def _is_with_the_bodies(ledger: Ledger) -> bool:
    """Return whether the bodies had the draft, and what changed since could still matter to them."""
    return ledger.sent is not None and ledger.letters is None


def _heard(seen: Glimpse, ledger: Ledger, case: Case, folder_at: FolderAt) -> Case:
    """Return the case with what got worse for the bodies, and what the rules find ahead."""
    from reportkit.actions.rules_ahead import problems_ahead  # all rules, for the few that are with the bodies
    from reportkit.actions.worse_since_sent import saved_inspection, worse_since  # the same of reading

    ahead = problems_ahead(Inspection(slug=seen.slug, particulars=_particulars(seen)), ledger, Casework())
    sent = ledger.sent[1].content.inspection if ledger.sent else seen.tree
    now = saved_inspection(folder_at, seen.slug, seen.tree) if sent != seen.tree else None
    return replace(case, ahead=ahead, worse=worse_since(folder_at, sent, now) if now else ())


def _bare(seen: Glimpse, repository: str) -> Case:
    return Case(repository=repository, inspection=seen.slug)


def _case(seen: Glimpse, repository: str) -> Case:
    """Return the case as inspection.yaml tells it: without those who wrote findings and are not of the team.

    Raises Unreadable where it cannot be read.
    """
    return _told_by(_particulars(seen), seen, repository)


def _particulars(seen: Glimpse) -> Particulars:
    """Return what inspection.yaml says. Raises Unreadable where it cannot be read."""
    from reportkit.reading.inspection import read_particulars  # heavy, and most inspections are told without it

    return read_particulars(seen.slug, seen.particulars or b"")


def _particulars_of(seen: Glimpse) -> Particulars | None:
    """Return the same; None where it cannot be read."""
    from reportkit.reading.inspection import particulars_of

    return particulars_of(seen.slug, seen.particulars or b"")


def _told_by(particulars: Particulars, seen: Glimpse, repository: str) -> Case:
    case = case_of(repository, Inspection(slug=seen.slug, particulars=particulars))
    return replace(case, tree=seen.tree)


def _subject(signing: Signing, *, seen: Glimpse, ledger: Ledger, store: RecordStore) -> str:
    """Return the saved subject of a stage, unread where the tree is the same; None where no one signed."""
    offs = ledger.of(SignOff)
    for entry, details in offs:
        same_stage = (entry.record.stage, entry.record.decision) == (signing.stage, signing.decision)
        if same_stage and details.content.inspection == seen.tree and entry.record.subject:
            return entry.record.subject
    return store.subject(seen.slug, signing) if offs else ""


def deadline(glance: Glance) -> dt.date | None:
    """Return the earliest day on which something that comes next is due, or None."""
    return min((step.due for step in glance.standing.next_steps if step.due), default=None)
