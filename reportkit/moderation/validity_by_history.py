"""Whether a record's person, role and key were entitled: the one place that asks what a change of policy had ended."""

from __future__ import annotations

from typing import Final

from msgspec.structs import replace

from reportkit.moderation.attribution import Known, how_sure
from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.causal_order import Entry
from reportkit.moderation.comment_events import CommentAnswer, DraftSent
from reportkit.moderation.endings import policy_for, restored
from reportkit.moderation.entitlement import against_person
from reportkit.moderation.events import Cover, Decision, Meeting, Refusal, SignOff
from reportkit.moderation.judged_record import JudgedRecord
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.outcome_events import Letters, Published
from reportkit.moderation.policy import Policy
from reportkit.moderation.unsigned import policy_over
from reportkit.moderation.validity import judge

_UNDER_POLICY: Final = (Cover, Meeting, SignOff, Refusal, Decision, CommentAnswer, DraftSent, Letters, Published)
"""The events that policy has a say in beside who may record them."""


def judge_by_history(entry: Entry, past: Ledger, policy: Policy, case: Case) -> tuple[Objection, ...]:
    """Return everything that speaks against a record by the policy in force; () where it counts.

    What was ended or made stricter since leaves alone what that act has in its history. Who is an author
    now was perhaps none when they signed other content.
    """
    if past.chronicle.says_too_early(entry):
        return (Objection("record", "it says an earlier time than what its writer had seen"),)
    case, policy = _with_authors_of(entry, case), policy_over(entry, policy, case.changes)
    judged = JudgedRecord.of(entry, past, policy, case)
    objections = judge(judged)
    if not objections or not _by_policy(judged) or not case.endings():
        return objections
    late = came_in_late(entry, past, policy, case)
    if late:
        return (late,)
    return judge(JudgedRecord.of(entry, past, _policy_then(entry, policy, case), case))


def _policy_then(entry: Entry, policy: Policy, case: Case) -> Policy:
    """Return the policy of before what ended something, as it judges this record."""
    return policy_over(entry, policy_for(entry, policy, case.endings()), case.changes)


def _with_authors_of(entry: Entry, case: Case) -> Case:
    """Return the case without its authors, unless the record is of the content that they are the authors of."""
    details = entry.record.details
    if not case.tree or (isinstance(details, SignOff | Refusal) and details.content.inspection == case.tree):
        return case
    return replace(case, authors=frozenset())


def _by_policy(judged: JudgedRecord) -> bool:
    """Return whether an ending could be the reason that a record does not count: else the history need not be asked."""
    return isinstance(judged.record.details, _UNDER_POLICY) or any(against_person(judged))


def came_in_late(entry: Entry, past: Ledger, policy: Policy, case: Case) -> Objection | None:
    """Return what to say of a record that only a key or a role allows which was ended by an act that has not seen it.

    None for every other record.
    """
    record = entry.record
    actors = {record.person, record.reported.by if record.reported else record.person}
    if all(actors.isdisjoint(ending.people) or ending.has_seen(entry) for ending in case.endings()):
        return None
    if not any(against_person(JudgedRecord.of(entry, past, policy, case))):
        return None
    everything = restored(policy, case.endings())
    then, before = (
        JudgedRecord.of(entry, past, each, case) for each in (_policy_then(entry, policy, case), everything)
    )
    if set(against_person(then)) <= set(against_person(before)):
        return None
    return Objection("record", _why_late(then))


def attribution(entry: Entry, policy: Policy, case: Case) -> Known:
    """Return how sure it is who acted, by the keys and addresses that count for this record."""
    policy = policy_over(entry, policy, case.changes)
    known = how_sure(entry.record, entry.evidence, policy)
    if known.sure or not case.endings():
        return known
    return how_sure(entry.record, entry.evidence, _policy_then(entry, policy, case))


def _why_late(then: JudgedRecord) -> str:
    record, again = then.record, "and counts when they repeat it"
    name = then.policy.name_of(record.reported.by if record.reported else record.person)
    if then.known.sure is not None or then.entry.evidence.fault:
        return f"it came in after {name}’s role was ended"
    if then.entry.evidence.key:
        return f"it came in after the key was ended, {again} with a key that policy.yaml lists for {name}"
    return f"it came in after {name}’s address was changed, {again} from the one that policy.yaml has"
