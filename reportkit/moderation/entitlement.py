"""Entitlement to act as a record says: who the person is, and whether the role is theirs or covered."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.comment_events import Comment, CommentAnswer, DraftSent, Extension, ResponseSent, RoundTable
from reportkit.moderation.events import (
    Cover,
    Decision,
    Details,
    Meeting,
    Override,
    PolicyChanged,
    Query,
    Refusal,
    SignOff,
)
from reportkit.moderation.house_events import Acknowledgement, Agreement
from reportkit.moderation.judged_record import Against, JudgedRecord
from reportkit.moderation.outcome_events import (
    Clearance,
    Correction,
    Dispatch,
    Letters,
    OdpmDiscussion,
    Published,
    ReinspectionAgreed,
)
from reportkit.moderation.own_changes import is_own_change
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES, Role

KEEPERS: Final[tuple[Role, ...]] = ("head-of-programme", "administrator")
"""The roles that change who may do what."""


def against_person(judged: JudgedRecord) -> Against:
    """Yield what speaks against the person, the role or the cover of a record, given what its writer had seen."""
    record, person = judged.record, judged.person
    if judged.known.sure is None:
        yield Objection("record", judged.known.why)
    if person is None:
        yield Objection("I01", f"policy.yaml lists no one called {record.person}")
        return
    allowed = roles_for(record.details, judged.policy)
    if allowed and record.role not in allowed and not _changes_themselves(judged):
        yield Objection("I01", f"{person.name} acts as {ROLES[record.role]}, which is not a role for this")
    elif record.cover is not None:
        yield from _against_cover(judged, person)
    elif not person.holds(record.role, judged.day):
        yield Objection("I01", f"{person.name} is not {ROLES[record.role]} on {judged.day}")


def _changes_themselves(judged: JudgedRecord) -> bool:
    """Return whether people change, signed with a key of theirs, what policy.yaml says of them and what they may."""
    details = judged.record.details
    if not isinstance(details, PolicyChanged) or judged.known.sure != "proven":
        return False
    before, after = (judged.case.policy_of(digest) for digest in (details.before, details.after))
    return before is not None and after is not None and is_own_change(judged.record.person, before, after)


def against_author(person: Person, case: Case, policy: Policy) -> Against:
    """Check whether they are an author, where policy keeps authors from moderating."""
    if not policy.author_may_sign and case.is_author(person.id, person.name):
        yield Objection("I04", f"{person.name} is of the inspection’s team, and policy keeps authors from signing")


def is_kept(policy: Policy) -> bool:
    """Return whether the policy has a person without a last day who may change it."""
    return any(person.until is None and not set(KEEPERS).isdisjoint(person.roles) for person in policy.people)


def roles_for(details: Details, policy: Policy) -> tuple[Role, ...]:
    """Return the roles in which an event may be recorded; () for any."""
    roles = _ROLES.get(type(details))
    return roles(policy) if roles else ()


_ROLES: Final[Mapping[type[Details], Callable[[Policy], tuple[Role, ...]]]] = {
    Meeting: lambda policy: (*policy.must_sign, "head-of-programme", "administrator"),
    Query: lambda policy: (*policy.must_sign, "head-of-programme"),
    SignOff: lambda policy: policy.must_sign,
    Refusal: lambda policy: policy.must_sign,
    Cover: lambda policy: (*policy.must_sign, "head-of-programme"),
    Override: lambda policy: policy.may_override,
    DraftSent: lambda policy: policy.may_correspond,
    Comment: lambda policy: policy.may_correspond,
    CommentAnswer: lambda policy: policy.may_answer,
    ResponseSent: lambda policy: policy.may_correspond,
    RoundTable: lambda policy: policy.may_correspond,
    Extension: lambda policy: policy.may_correspond,
    Decision: lambda policy: policy.may_decide,
    Letters: lambda policy: policy.may_notify,
    Dispatch: lambda policy: policy.may_notify,
    Correction: lambda policy: policy.may_notify,
    Published: lambda policy: policy.may_notify,
    ReinspectionAgreed: lambda policy: (*policy.may_correspond, *policy.may_decide),
    OdpmDiscussion: lambda policy: (*policy.may_correspond, *policy.may_decide),
    Clearance: lambda policy: policy.may_clear,
    PolicyChanged: lambda _: KEEPERS,
    Acknowledgement: lambda _: KEEPERS,
    Agreement: lambda _: KEEPERS,
}
"""In which roles each event may be recorded, by the policy; one that is not here, in any."""


def _against_cover(judged: JudgedRecord, person: Person) -> Against:
    cover, role, on = judged.past.cover_of(judged.entry), judged.record.role, judged.day
    if cover is None:
        yield Objection("I01", f"{person.name} acts under a cover that is not in the record")
        return
    if (cover.stand_in, cover.role) != (person.id, role):
        whose = f"{judged.policy.name_of(cover.stand_in)} as {ROLES[cover.role]}"
        yield Objection("I01", f"the cover is for {whose}, not for {person.name} as {ROLES[role]}")
    if person.id not in judged.policy.covers:
        yield Objection("I01", f"policy.yaml does not list {person.name} under `covers`")
    if not cover.from_ <= on <= cover.until:
        yield Objection("I01", f"the cover is from {cover.from_} until {cover.until}, and this is of {on}")
    if not person.active(on):
        yield Objection("I01", f"{person.name} does not act for the inspectorate on {on}")
