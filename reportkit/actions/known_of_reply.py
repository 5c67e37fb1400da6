"""What is known of a moderator's reply before it is read: their names and roles, the office's people, the pack."""

from __future__ import annotations

from collections.abc import Iterator

from reportkit.actions.actor import parts
from reportkit.actions.case_file import CaseFile
from reportkit.inspection.inspection import Inspection
from reportkit.mail.message import Correspondent
from reportkit.mail.reply_context import ReplyContext
from reportkit.moderation.events import Query, Refusal, SignOff
from reportkit.moderation.ledger import Ledger
from reportkit.moderation.policy import Person, Policy
from reportkit.moderation.words import ROLES


def known_of_reply(case_file: CaseFile, person: Person) -> ReplyContext:
    """Return what is known of a reply that this person should have written now."""
    roles = {ROLES[part.role] for part in parts(person, case_file.ledger, case_file.clock.today)}
    return ReplyContext(
        title=title_of_mail(case_file.inspection),
        moderator=Correspondent(person.name, person.email),
        roles=(*sorted(roles), *filter(None, (person.region,))),
        people=people_of_office(case_file.policy),
        accepted=frozenset(_accepted_before(case_file.ledger, person)),
    )


def title_of_mail(inspection: Inspection) -> str:
    """Return what messages to moderators call the inspected body."""
    particulars = inspection.particulars
    return particulars.almo.name if particulars.almo else particulars.authority.name


def people_of_office(policy: Policy) -> tuple[Correspondent, ...]:
    """Return everybody of policy.yaml, by name and address."""
    return tuple(Correspondent(each.name, each.email) for each in policy.people)


def _accepted_before(ledger: Ledger, person: Person) -> Iterator[str]:
    """Yield the digests of what was accepted beside earlier replies of this person."""
    for kind in (SignOff, Refusal, Query):
        for entry, _ in ledger.of(kind):
            if entry.record.person == person.id and entry.record.reported:
                yield from entry.record.reported.accepted
