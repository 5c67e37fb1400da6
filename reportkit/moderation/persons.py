"""Whether somebody may act as a record says: who they are, and whether the role is theirs or covered."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.moderation.announcing import (
    Clearance,
    Correction,
    Dispatch,
    Letters,
    OdpmDiscussion,
    Published,
    ReinspectionAgreed,
)
from reportkit.moderation.blocker import Objection
from reportkit.moderation.case import Case
from reportkit.moderation.commenting import Comment, CommentAnswer, DraftSent, Extension, ResponseSent, RoundTable
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
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.order import Entry
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.signing import needed_roles
from reportkit.moderation.sureness import day_of, how_sure
from reportkit.moderation.words import ROLES, Role


def against_person(entry: Entry, past: Ledger, policy: Policy) -> Iterator[Objection]:
    """What speaks against the person, the role or the cover of a record, given what its writer had seen."""
    record = entry.record
    known = how_sure(record, entry.evidence, policy)
    if known.sure is None:
        yield Objection("record", known.why)
    person = policy.person(record.person)
    if person is None:
        yield Objection("I01", f"policy.yaml knows nobody called {record.person}")
        return
    allowed = roles_for(record.details, policy)
    if allowed and record.role not in allowed:
        yield Objection("I01", f"{person.name} acts as {ROLES[record.role]}, which is not a role for this")
    elif record.cover is not None:
        yield from _against_cover(entry, person, past, policy)
    elif not person.holds(record.role, day_of(record)):
        yield Objection("I01", f"{person.name} is not {ROLES[record.role]} on {day_of(record)}")


def against_author(person: Person, case: Case, policy: Policy) -> Iterator[Objection]:
    """Whether they are an author, where policy keeps authors from moderating."""
    if not policy.author_may_sign and case.is_author(person.id, person.name):
        yield Objection("I04", f"{person.name} is of the inspection’s team, and policy keeps authors from signing")


def roles_for(details: Details, policy: Policy) -> tuple[Role, ...]:
    """The roles in which an event may be recorded; () for any."""
    needed = needed_roles(policy)
    roles: dict[type[Details], tuple[Role, ...]] = {
        Meeting: (*needed, "head-of-programme", "administrator"),
        Query: (*needed, "head-of-programme"),
        SignOff: needed,
        Refusal: needed,
        Cover: (*needed, "head-of-programme"),
        Override: policy.may_override,
        DraftSent: policy.may_correspond,
        Comment: policy.may_correspond,
        CommentAnswer: policy.may_answer,
        ResponseSent: policy.may_correspond,
        RoundTable: policy.may_correspond,
        Extension: policy.may_correspond,
        Decision: policy.may_decide,
        Letters: policy.may_notify,
        Dispatch: policy.may_notify,
        Correction: policy.may_notify,
        Published: policy.may_notify,
        ReinspectionAgreed: (*policy.may_correspond, *policy.may_decide),
        OdpmDiscussion: (*policy.may_correspond, *policy.may_decide),
        Clearance: policy.may_clear,
        PolicyChanged: ("head-of-programme", "administrator"),
    }
    return roles.get(type(details), ())


def _against_cover(entry: Entry, person: Person, past: Ledger, policy: Policy) -> Iterator[Objection]:
    cover, on = past.cover_of(entry), day_of(entry.record)
    if cover is None:
        yield Objection("I01", f"{person.name} acts under a cover that is not in the record")
        return
    if (cover.stand_in, cover.role) != (person.id, entry.record.role):
        whose = f"{policy.name_of(cover.stand_in)} as {ROLES[cover.role]}"
        yield Objection("I01", f"the cover is for {whose}, not for {person.name} as {ROLES[entry.record.role]}")
    if not cover.from_ <= on <= cover.until:
        yield Objection("I01", f"the cover is from {cover.from_} until {cover.until}, and this is of {on}")
    if not person.active(on):
        yield Objection("I01", f"{person.name} does not act for the inspectorate on {on}")
